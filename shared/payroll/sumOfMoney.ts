import { formatPence, pence } from "../core/money.ts";
import { type PayProblem, problem } from "./problems.ts";

/** No sum, rate or total of one person or small employer comes near this. Pence. */
const largestSum = pence(10_000_000_00);

/** Whether a typed sum can be worked with: whole pence from nothing to £10,000,000.00. Not a number, a fraction of a penny and less than nothing can't. */
export function isSumOfMoney(amount: number): boolean {
  return Number.isSafeInteger(amount) && amount >= 0 && amount <= largestSum;
}

/** A typed sum in words for a problem: "−£3.00", or as it was given when it is no whole number of pence ("NaN"). */
export function describeTypedSum(amount: number): string {
  return Number.isSafeInteger(amount) ? formatPence(pence(amount)) : String(amount);
}

/** The problem of a sum that can't be worked with, or none. `name` begins the sentence: "The rate of pay". Amount in pence. */
export function sumProblems(field: string, amount: number, name: string): PayProblem[] {
  if (isSumOfMoney(amount)) return [];
  const rule = `${name} must be from £0.00 to ${formatPence(largestSum)}, in pounds and whole pence.`;
  return [problem(field, describeTypedSum(amount), rule, "Correct the sum.")];
}
