import { type Explained, type ExplanationLine, explain } from "../../core/explanation.ts";
import { formatPence, multiplyRatio, type Pence, pence } from "../../core/money.ts";
import { ageOn, formatDate, type PlainDate } from "../../core/plainDate.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";
import { sumProblems } from "../sumOfMoney.ts";
import { isOnApprenticeRate, minimumHourlyRate, minimumWageRatesFrom } from "./minimumWageRate.ts";

export interface MinimumWageArrearsInput {
  /** What was missing in the pay reference period, at the rate of that period. */
  readonly shortfall: Pence;
  readonly dateOfBirth: PlainDate;
  readonly periodFrom: PlainDate;
  readonly apprenticeFrom: PlainDate | null;
  /** The day it is put right. */
  readonly paidOn: PlainDate;
  /** Paid towards it already. */
  readonly paidBefore: Pence;
}

/**
 * What to pay to put a period right that was below the minimum wage, in pence, rounded up: what was missing, or, when the rate for the person's age then is
 * higher on the day of payment, as much more as the rate is higher. Less what was paid towards it already, never below zero.
 * Refuses a payment day before the period begins, amounts below zero, and days we have no rates for.
 * Source: National Minimum Wage Act 1998, section 17.
 */
export function calculateMinimumWageArrears(input: MinimumWageArrearsInput): Verdict<Explained> {
  const { shortfall, dateOfBirth, periodFrom, apprenticeFrom, paidOn, paidBefore } = input;
  if (paidOn < periodFrom) {
    const rule = `The pay period begins on ${formatDate(periodFrom)}.`;
    return refused(problem("paidOn", paidOn, rule, "Choose the day it is really paid."));
  }
  const problems = [...sumProblems("shortfall", shortfall, "What was missing"), ...sumProblems("paidBefore", paidBefore, "What was paid towards it")];
  if (problems.length > 0) return refused(...problems);
  const then = minimumWageRatesFrom(periodFrom);
  const now = minimumWageRatesFrom(paidOn);
  if (!then || !now) {
    const missing = then ? paidOn : periodFrom;
    const rule = `There are no minimum wage rates for ${formatDate(missing)}.`;
    return refused(problem(then ? "paidOn" : "periodFrom", missing, rule, "Choose a day we have rates for, or update Plan & Payday."));
  }
  const age = ageOn(dateOfBirth, periodFrom);
  const isApprentice = isOnApprenticeRate(dateOfBirth, apprenticeFrom, periodFrom);
  const rateThen = minimumHourlyRate(age, isApprentice, then);
  const rateNow = minimumHourlyRate(age, isApprentice, now);
  const owed = multiplyRatio(shortfall, Math.max(rateNow, rateThen), rateThen, "up");
  const lines: ExplanationLine[] = [{ text: `${formatPence(shortfall)} was missing, at ${formatPence(rateThen)} an hour.`, amount: shortfall }];
  if (owed > shortfall) {
    const text = `The rate on ${formatDate(paidOn)} is ${formatPence(rateNow)}, so it grows to ${formatPence(owed)}.`;
    lines.push({ text, amount: pence(owed - shortfall) });
  }
  const counted = pence(Math.min(owed, paidBefore));
  if (counted > 0) lines.push({ text: `${formatPence(counted)} was paid towards it already.`, amount: pence(-counted) });
  return accepted(explain({ name: "Minimum wage put right", source: "National Minimum Wage Act 1998, section 17" }, lines));
}
