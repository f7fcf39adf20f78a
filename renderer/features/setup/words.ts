import type { BudgetCohort, BudgetHolding, FunderKind, PaymentCycle } from "../../../shared/people/budget.ts";
import type { PlanLineFrequency, SpendingCategory } from "../../../shared/people/plan.ts";
import type { PayFrequency } from "../../../shared/rates/payTerms.ts";
import type { Choice } from "../../components/SelectField.tsx";

export const cohorts: readonly Choice<BudgetCohort>[] = [
  { value: "continuingHealthcare", label: "NHS Continuing Healthcare" },
  { value: "childrensContinuingCare", label: "Children's continuing care" },
  { value: "section117", label: "Section 117 aftercare" },
  { value: "wheelchair", label: "Personal wheelchair budget" },
  { value: "jointPackage", label: "Joint package: NHS and council both pay" },
  { value: "councilCare", label: "Council care and support" },
  { value: "other", label: "Something else" },
];

export const holdings: readonly (Choice<BudgetHolding> & { readonly hint: string })[] = [
  { value: "ownAccount", label: "Own account", hint: "A separate bank account only for this money." },
  { value: "prepaidCard", label: "Prepaid card", hint: "A card account the funder loads and can see." },
  { value: "managedAccount", label: "Managed account", hint: "An organisation holds the money and pays out as you say." },
];

export const funderKinds: readonly Choice<FunderKind>[] = [
  { value: "integratedCareBoard", label: "Integrated care board (NHS)" },
  { value: "council", label: "Council" },
  { value: "other", label: "Someone else" },
];

export const cycles: readonly Choice<PaymentCycle>[] = [
  { value: "weekly", label: "Every week" },
  { value: "fortnightly", label: "Every 2 weeks" },
  { value: "fourWeekly", label: "Every 4 weeks" },
  { value: "monthly", label: "Every month" },
  { value: "quarterly", label: "Every 3 months" },
  { value: "oneOff", label: "Once" },
];

export const categories: readonly Choice<SpendingCategory>[] = [
  { value: "personalAssistants", label: "Personal assistants" },
  { value: "nightSupport", label: "Night support" },
  { value: "agency", label: "Agency support" },
  { value: "training", label: "Training" },
  { value: "equipment", label: "Equipment" },
  { value: "activities", label: "Activities" },
  { value: "respite", label: "Breaks and respite" },
  { value: "transport", label: "Transport" },
  { value: "employerCosts", label: "Costs of being an employer" },
  { value: "insurance", label: "Insurance" },
  { value: "payroll", label: "Payroll service" },
  { value: "oneOff", label: "One-off cost" },
  { value: "contingency", label: "Contingency" },
  { value: "other", label: "Other" },
];

export const frequencies: readonly Choice<Exclude<PlanLineFrequency, "once">>[] = [
  { value: "weekly", label: "Every week" },
  { value: "fourWeekly", label: "Every 4 weeks" },
  { value: "monthly", label: "Every month" },
  { value: "yearly", label: "Every year" },
];

export const payFrequencies: readonly Choice<PayFrequency>[] = [
  { value: "weekly", label: "Every week" },
  { value: "fortnightly", label: "Every 2 weeks" },
  { value: "fourWeekly", label: "Every 4 weeks" },
  { value: "monthly", label: "Every month" },
];

/** The words of one choice. */
export const wordsOf = <V extends string>(choices: readonly Choice<V>[], value: V): string =>
  choices.find((choice) => choice.value === value)?.label ?? value;
