import type { Explained } from "../../core/explanation.ts";
import { formatMinutes, type Minutes, minutes } from "../../core/minutes.ts";
import { formatPence, multiplyRatio, type Pence } from "../../core/money.ts";
import { formatDate } from "../../core/plainDate.ts";
import { accepted, type PayProblem, problem, refused, type Verdict } from "../problems.ts";
import { type CostFacts, employerCostOfPay, type PayCost } from "./employerCostOfPay.ts";

/** A person, a pay period and an hourly rate in pence. */
export interface HourCostInput extends CostFacts {
  readonly ratePerHour: Pence;
}

/** Everything an hour at a rate costs the budget. Refuses a date without rates and a rate below zero. Pence. */
export function employerCostOfHour(input: HourCostInput): Verdict<Explained> {
  const verdict = employerCostOfTime(input, minutes(60));
  return verdict.ok ? accepted(verdict.value.cost) : verdict;
}

/**
 * What some time at an hourly rate costs the employer, all on-costs included, on top of the period's other pay. Pence; the time is in minutes.
 * Refuses time and a rate below zero, and what `employerCostOfPay` refuses. Source: payroll rules, section 15.
 */
export function employerCostOfTime(input: HourCostInput, time: Minutes): Verdict<PayCost> {
  const { ratePerHour, on } = input;
  const problems: PayProblem[] = [];
  if (ratePerHour < 0)
    problems.push(problem("ratePerHour", formatPence(ratePerHour), "A rate of pay may not be below zero.", "Give nothing or more."));
  if (time < 0) problems.push(problem("time", formatMinutes(time), "Time may not be below zero.", "Give the minutes that are worked."));
  if (problems.length > 0) return refused(...problems);
  const text = `${formatMinutes(time)} at ${formatPence(ratePerHour)} an hour on ${formatDate(on)}.`;
  return employerCostOfPay(input, { pay: [{ text, amount: multiplyRatio(ratePerHour, time, 60, "nearest") }] });
}
