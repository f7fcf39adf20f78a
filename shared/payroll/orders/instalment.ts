import type { ExplanationLine } from "../../core/explanation.ts";
import { formatPence, type Pence, pence } from "../../core/money.ts";
import { type PayProblem, problem } from "../problems.ts";
import { describeTypedSum, isSumOfMoney } from "../sumOfMoney.ts";

/** A sum that is taken back in parts. Pence. */
export interface InstalmentInput {
  /** The whole sum. */
  readonly openingSum: Pence;
  /** What is taken on each payday. */
  readonly instalment: Pence;
  /** What earlier paydays took. */
  readonly takenBefore: Pence;
  /** Net pay that is left after tax, National Insurance, pension, loans to the state and orders. */
  readonly netPay: Pence;
}

/** Sums that no instalment can be worked out from. Source: the agreement with the employee; Employment Rights Act 1996, sections 13 and 14. */
export function instalmentProblems({ openingSum, instalment, takenBefore, netPay }: InstalmentInput): PayProblem[] {
  const found: PayProblem[] = [];
  const isKnown = isSumOfMoney(openingSum) && openingSum > 0;
  if (!isKnown) {
    found.push(problem("openingSum", describeTypedSum(openingSum), "The sum must be above zero.", "Give the whole sum."));
  }
  if (!isSumOfMoney(instalment) || instalment === 0) {
    found.push(problem("instalment", describeTypedSum(instalment), "An instalment must be above zero.", "Give what is taken on each payday."));
  }
  if (isKnown && (!isSumOfMoney(takenBefore) || takenBefore > openingSum)) {
    const rule = `What was taken before must be between £0.00 and ${formatPence(openingSum)}.`;
    found.push(problem("takenBefore", describeTypedSum(takenBefore), rule, "Add up what earlier payslips took."));
  }
  if (!Number.isSafeInteger(netPay)) {
    found.push(problem("netPay", netPay, "Net pay is a sum in pounds and whole pence.", "Work out the pay first."));
  }
  return found;
}

/** The steps of one instalment: the instalment or all that is left, never more than is open and never more than the net pay. Source: as above. */
export function instalmentLines({ openingSum, instalment, takenBefore, netPay }: InstalmentInput, takesAll: boolean): ExplanationLine[] {
  const open = pence(openingSum - takenBefore);
  const wanted = pence(takesAll ? open : Math.min(open, instalment));
  const taken = pence(Math.max(0, Math.min(wanted, netPay)));
  const lines: ExplanationLine[] = [
    { text: `${formatPence(open)} of ${formatPence(openingSum)} is still open.` },
    { text: wanted === open ? "All of it is taken." : `The instalment is ${formatPence(instalment)}.`, amount: wanted },
  ];
  if (taken < wanted)
    lines.push({ text: `Only ${formatPence(pence(Math.max(0, netPay)))} of net pay is left, so less is taken.`, amount: pence(taken - wanted) });
  return lines;
}
