import * as z from "zod";
import { addingLine, Explained, explain, tellingLine } from "../core/explanation.ts";
import { formatPence, multiplyRatio, Pence, type Pence as PenceType, pence, splitByWeight, sumPence } from "../core/money.ts";
import { formatDate } from "../core/plainDate.ts";
import type { Debt } from "./openDebts.ts";
import { type ReturnFacts, unexplainedPart } from "./returnFacts.ts";
import type { Deduction, ReserveRule } from "./returnTemplate.ts";
import { spendingCategory, spendingLabel } from "./spendingCategories.ts";

const FigureLine = z.object({ key: z.string(), label: z.string(), amount: Explained });
const FunderPart = z.object({ funderId: z.string(), name: z.string(), share: z.string(), received: Pence, paid: Pence, surplus: Pence });

/** Every figure of a return, each with its reasons. Sealed with the return and never worked out again. */
export const ReturnFigures = z.object({
  opening: Explained,
  receipts: z.array(FigureLine),
  totalReceipts: Explained,
  payments: z.array(FigureLine),
  totalPayments: Explained,
  closing: Explained,
  statementClosing: Pence.nullable(),
  owed: Explained,
  earmarked: Explained,
  reserve: Explained,
  surplus: Explained,
  shortfall: Explained,
  /** The account less what is owed and set aside: what is truly there, whatever the funder's rule says. */
  trulySpare: Explained,
  parts: z.array(FunderPart),
});
export type ReturnFigures = z.infer<typeof ReturnFigures>;

const source = "Your agreement, as the return's template says it";
const rule = (name: string) => ({ name, source });

/** What goes into the sum of what may be taken back. All pence. */
export interface SurplusInput {
  readonly closing: PenceType;
  readonly owed: { readonly unpaidWages: PenceType; readonly hmrcDue: PenceType; readonly pensionDue: PenceType; readonly unpaidInvoices: PenceType };
  readonly earmarks: { readonly accruedLeave: PenceType; readonly redundancyEarmark: PenceType; readonly plannedSaving: PenceType };
  readonly weeklyPayment: PenceType;
  readonly reserve: ReserveRule;
}

const owedLabels = {
  unpaidWages: "Wages not paid yet",
  hmrcDue: "Tax and National Insurance due to HMRC",
  pensionDue: "Pension due",
  unpaidInvoices: "Bills not paid yet",
} as const;
const earmarkLabels = { accruedLeave: "Holiday built up", redundancyEarmark: "Set aside for redundancy", plannedSaving: "Planned saving" } as const;

/** A label inside a sentence: only its first letter is made small, so that HMRC keeps its capitals. */
const inside = (label: string) => label.charAt(0).toLowerCase() + label.slice(1);

/**
 * Reserve, surplus and shortfall on the last day of a period (audit-returns paper, 3.2):
 * surplus = max(0, closing − owed − earmarked − reserve), where only what the rule lets count is taken off;
 * shortfall = max(0, owed − closing), with everything owed. A fixed reserve is in pence, else in weeks of payment.
 */
export function calculateSurplus(input: SurplusInput) {
  const { closing, reserve: reserveRule } = input;
  const counts = (name: Deduction) => reserveRule.deduct.includes(name);
  const entriesOf = <N extends string>(labels: Readonly<Record<N, string>>) => Object.entries(labels) as [N, string][];
  const countedOwed = entriesOf(owedLabels).filter(([name]) => counts(name));
  const countedEarmarks = entriesOf(earmarkLabels).filter(([name]) => counts(name) && input.earmarks[name] !== 0);

  const owed = explain(
    rule("Owed on the last day"),
    entriesOf(owedLabels).map(([name, label]) => addingLine(label, input.owed[name])),
  );
  const earmarked = explain(
    rule("Set aside with the funder's agreement"),
    countedEarmarks.map(([name, label]) => addingLine(label, input.earmarks[name])),
  );
  const reserve = reserveOf(reserveRule, input.weeklyPayment);
  const takenOff = [
    ...countedOwed.map(([name, label]) => addingLine(`Less ${inside(label)}`, pence(-input.owed[name]))),
    ...countedEarmarks.map(([name, label]) => addingLine(`Less ${inside(label)}`, pence(-input.earmarks[name]))),
    addingLine("Less what may stay in the account", pence(-reserve.amount)),
  ];
  const above = explain(rule("Above what may stay"), [addingLine("In the account on the last day", closing), ...takenOff]);
  const trulySpare = explain(rule("Truly spare"), [
    addingLine("In the account on the last day", closing),
    ...entriesOf(owedLabels).map(([name, label]) => addingLine(`Less ${inside(label)}`, pence(-input.owed[name]))),
    ...entriesOf(earmarkLabels)
      .filter(([name]) => input.earmarks[name] !== 0)
      .map(([name, label]) => addingLine(`Less ${inside(label)}`, pence(-input.earmarks[name]))),
  ]);
  return { owed, earmarked, reserve, surplus: neverBelowNothing(above, "below"), shortfall: shortfallOf(owed.amount, closing), trulySpare };
}

function reserveOf(reserveRule: ReserveRule, weeklyPayment: PenceType): Explained {
  const name = rule("What may stay in the account");
  switch (reserveRule.basis) {
    case "weeksOfPayment":
      return explain(name, [
        tellingLine(`Your agreement lets ${reserveRule.most} weeks of the regular payment stay.`),
        addingLine(`${reserveRule.most} × ${formatPence(weeklyPayment)} a week`, multiplyRatio(weeklyPayment, reserveRule.most, 1, "nearest")),
      ]);
    case "fixedAmount":
    case "agreedIndividually":
      return explain(name, [addingLine("The amount in your agreement", pence(reserveRule.most))]);
    case "none":
      return explain(name, [tellingLine("Your agreement names no amount that may stay.")]);
  }
}

function neverBelowNothing(figure: Explained, word: string): Explained {
  if (figure.amount >= 0) return figure;
  return explain(figure.rule, [
    ...figure.lines,
    addingLine(`That is ${formatPence(pence(-figure.amount))} ${word} it, so nothing is above it`, pence(-figure.amount)),
  ]);
}

function shortfallOf(owed: PenceType, closing: PenceType): Explained {
  if (owed <= closing) return explain(rule("Short"), [tellingLine("There is enough in the account to pay everything that is owed.")]);
  return explain(rule("Short"), [addingLine("Owed on the last day", owed), addingLine("Less what is in the account", pence(-closing))]);
}

/** All figures of a return from what was gathered. */
export function calculateReturnFigures(facts: ReturnFacts): ReturnFigures {
  const receipts = groupLines(facts, "in");
  const payments = groupLines(facts, "out");
  const totalReceipts = explain(
    rule("Money in"),
    receipts.map((line) => addingLine(line.label, line.amount.amount)),
  );
  const totalPayments = explain(
    rule("Money out"),
    payments.map((line) => addingLine(line.label, line.amount.amount)),
  );
  const opening = openingOf(facts);
  const closing = explain(rule("Closing balance"), [
    addingLine("Opening balance", opening.amount),
    addingLine("Plus money in", totalReceipts.amount),
    addingLine("Less money out", pence(-totalPayments.amount)),
  ]);
  const left = (kinds: readonly Debt["kind"][]) =>
    sumPence(facts.owedAtEnd.filter((debt) => kinds.includes(debt.kind)).map((debt) => debt.leftPence));
  const surplusFigures = calculateSurplus({
    closing: closing.amount,
    owed: { unpaidWages: left(["wages", "order"]), hmrcDue: left(["hmrc"]), pensionDue: left(["pension"]), unpaidInvoices: left(["invoice"]) },
    earmarks: {
      accruedLeave: facts.earmarks.accruedLeavePence,
      redundancyEarmark: facts.earmarks.redundancyPence,
      plannedSaving: facts.earmarks.savingPence,
    },
    weeklyPayment: facts.weeklyPaymentPence,
    reserve: facts.template.reserve,
  });
  return {
    opening,
    receipts,
    totalReceipts,
    payments,
    totalPayments,
    closing,
    statementClosing: statementBalanceOn(facts),
    ...surplusFigures,
    parts: funderParts(facts, totalReceipts.amount, totalPayments.amount, surplusFigures.surplus.amount),
  };
}

/** Cuts an amount into the funders' shares. They add up to it exactly; the odd penny goes to the funder named for it. */
export function splitByFunder(amount: PenceType, funders: ReturnFacts["funders"]): Pence[] {
  const residual = funders.findIndex((funder) => funder.takesResidualPenny);
  return splitByWeight(
    amount,
    funders.map((funder) => funder.shareBasisPoints),
    residual < 0 ? undefined : residual,
  );
}

function funderParts(facts: ReturnFacts, received: PenceType, paid: PenceType, surplus: PenceType) {
  if (facts.template.split !== "percent") return [];
  const [ofReceived, ofPaid, ofSurplus] = [received, paid, surplus].map((amount) => splitByFunder(amount, facts.funders));
  return facts.funders.map((funder, index) => ({
    funderId: funder.id,
    name: funder.name,
    share: `${funder.shareBasisPoints / 100}%`,
    received: ofReceived?.[index] ?? pence(0),
    paid: ofPaid?.[index] ?? pence(0),
    surplus: ofSurplus?.[index] ?? pence(0),
  }));
}

function openingOf(facts: ReturnFacts): Explained {
  const name = rule("Opening balance");
  const { previousReturn } = facts;
  if (previousReturn)
    return explain(name, [addingLine(`Closing balance of the last return, ${formatDate(previousReturn.periodTo)}`, previousReturn.closingPence)]);
  const stated = statementOpening(facts);
  if (stated !== null) return explain(name, [addingLine("The statement's balance before the first day", stated)]);
  return explain(name, [addingLine("Your books at the start of the period", facts.ledgerOpeningPence)]);
}

/** The statement's balance before the period's first line, where the bank printed one. */
export function statementOpening(facts: ReturnFacts): PenceType | null {
  const first = facts.lines[0];
  if (first && first.balancePence !== null) return pence(first.balancePence - first.amountPence);
  return facts.imports.find((entry) => entry.fromOn === facts.periodFrom && entry.openingPence !== null)?.openingPence ?? null;
}

/** The statement's balance at the end of the period, where the bank printed one. */
export function statementBalanceOn(facts: ReturnFacts): PenceType | null {
  const last = facts.lines.at(-1);
  if (last && last.balancePence !== null) return last.balancePence;
  const ending = facts.imports.filter((entry) => entry.closingPence !== null && entry.toOn === facts.periodTo).at(-1);
  if (ending) return ending.closingPence;
  return last === undefined ? statementOpening(facts) : null;
}

/** Parts of bank lines grouped under headings, in or out, as positive amounts. What nothing explains has a heading of its own. */
function groupLines(facts: ReturnFacts, direction: "in" | "out") {
  const sign = direction === "in" ? 1 : -1;
  const groups = new Map<string, { label: string; lines: { text: string; amount: PenceType }[] }>();
  const add = (key: string, label: string, text: string, amount: number) => {
    if (amount * sign <= 0) return;
    const group = groups.get(key) ?? { label, lines: [] };
    group.lines.push({ text, amount: pence(amount * sign) });
    groups.set(key, group);
  };
  for (const line of facts.lines) {
    const text = `${formatDate(line.onDate)}, ${line.description}`;
    for (const part of facts.matches.filter((match) => match.statementLineId === line.id)) {
      const key = spendingCategory(facts, part);
      add(key, spendingLabel(facts, key), text, part.amountPence);
    }
    add("unexplained", "Not explained yet", text, unexplainedPart(facts, line));
  }
  return [...groups.entries()].map(([key, group]) => ({
    key,
    label: group.label,
    amount: explain(
      rule(group.label),
      group.lines.map((line) => addingLine(line.text, line.amount)),
    ),
  }));
}
