import type { BankMatch } from "../bank/statement.ts";
import type { ReturnFacts } from "./returnFacts.ts";

const ownLabels: Readonly<Record<string, string>> = {
  wages: "Wages",
  hmrc: "Tax and National Insurance (HMRC)",
  pension: "Workplace pension",
  order: "Taken from wages by order",
  personalAssistants: "Personal assistants",
  nightSupport: "Night support",
  agency: "Agency care",
  training: "Training",
  equipment: "Equipment",
  activities: "Activities",
  respite: "Respite",
  transport: "Transport",
  employerCosts: "Employer's costs",
  insurance: "Insurance",
  payroll: "Payroll service",
  oneOff: "One-off purchases",
  contingency: "Contingency",
  other: "Other",
  contribution: "Your assessed contribution",
  ownMoney: "Own money paid in by mistake",
  ownMoneyReturned: "Own money given back",
  refund: "Refunds",
};

/** The heading a part of a bank line belongs under: a funder, wages, HMRC, the pension, or the category of its plan line. */
export function spendingCategory(facts: ReturnFacts, part: BankMatch): string {
  switch (part.kind) {
    case "directPayment":
      return part.funderId ? `funder:${part.funderId}` : "funder:";
    case "wage":
      return "wages";
    case "planLine":
    case "invoice":
      return facts.planLines.find((line) => line.id === part.planLineId)?.category ?? "other";
    default:
      return part.kind;
  }
}

/** The heading in the issuer's words where the template has them, else in ours. */
export function spendingLabel(facts: ReturnFacts, category: string): string {
  const theirs = facts.template.categories.find((each) => each.ours === category)?.theirs;
  if (theirs) return theirs;
  if (category.startsWith("funder:")) {
    const funder = facts.funders.find((each) => `funder:${each.id}` === category);
    return `Direct payments from ${funder?.name ?? "your funder"}`;
  }
  return ownLabels[category] ?? "Other";
}
