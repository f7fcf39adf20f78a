import { type Explained, explain } from "../../core/explanation.ts";
import { formatMinutes, type Minutes, minutes } from "../../core/minutes.ts";
import { formatPence, multiplyRatio, type Pence, pence } from "../../core/money.ts";
import { accepted, type PayProblem, problem, refused, type Verdict } from "../problems.ts";
import { sumProblems } from "../sumOfMoney.ts";

/** A year of hours agreed in advance and paid in equal parts. Pay in pence an hour. */
export interface AnnualisedHours {
  readonly minutesInYear: Minutes;
  readonly ratePerHour: Pence;
  /** 12, 13, 26 or 52, as the year of the contract has paydays. */
  readonly periodsInYear: number;
}

const rule = { name: "Annualised hours", source: "The contract; National Minimum Wage Regulations 2015, regulations 21 to 29 (salaried hours work)" };

/** The year's pay, to the nearest penny. Pence. */
function yearsPay({ minutesInYear, ratePerHour }: AnnualisedHours): Pence {
  return multiplyRatio(ratePerHour, minutesInYear, 60, "nearest");
}

/**
 * Pay of one period of the year, counted from 1: the same each time, with the odd pennies in the last, so that the year adds up exactly. Pence.
 * Refuses a rate or time below nothing, a year without paydays, and a period that the year does not have.
 */
export function annualisedPay(hours: AnnualisedHours, period: number): Verdict<Explained> {
  const { minutesInYear, ratePerHour, periodsInYear } = hours;
  const problems = problemsOf(hours);
  if (problems.length > 0) return refused(...problems);
  if (!Number.isInteger(period) || period < 1 || period > periodsInYear) {
    return refused(problem("period", period, `The year has periods 1 to ${periodsInYear}.`, "Choose a period of this year."));
  }
  const year = yearsPay(hours);
  const equal = multiplyRatio(year, 1, periodsInYear, "down");
  const amount = period === periodsInYear ? pence(year - equal * (periodsInYear - 1)) : equal;
  const told = `${formatMinutes(minutesInYear)} in the year at ${formatPence(ratePerHour)} an hour come to ${formatPence(year)}.`;
  return accepted(explain(rule, [{ text: told }, { text: `Paid in ${periodsInYear} equal parts. This is part ${period}.`, amount }]));
}

function problemsOf({ minutesInYear, ratePerHour, periodsInYear }: AnnualisedHours): PayProblem[] {
  const found = sumProblems("ratePerHour", ratePerHour, "The rate of pay");
  if (!Number.isSafeInteger(minutesInYear) || minutesInYear < 0) {
    found.push(problem("minutesInYear", minutesInYear, "The hours of the year can't be below nothing.", "Give the hours that the contract names."));
  }
  if (!Number.isSafeInteger(periodsInYear) || periodsInYear < 1) {
    found.push(problem("periodsInYear", periodsInYear, "A year has one payday or more.", "Give the paydays in the year of the contract."));
  }
  return found;
}

/** Time worked above (or, below zero, short of) what has been paid so far. Minutes: a negative bank is time still owed to the employer. */
export function bankedTime(hours: AnnualisedHours, periodsPaid: number, workedMinutes: Minutes): Minutes {
  return minutes(workedMinutes - Math.floor((hours.minutesInYear * periodsPaid) / hours.periodsInYear));
}

/** What a leaver has had so far in this year of annualised hours. */
interface AnnualisedLeaver {
  readonly workedMinutes: Minutes;
  /** Paid for hours in this year, the last ordinary part included. */
  readonly paidSoFar: Pence;
  /** Pay for time not worked may be taken back only when the contract says so in writing. */
  readonly mayTakeBack: boolean;
}

/**
 * What settles annualised hours when somebody leaves: the time really worked at the hourly rate, less what was paid. Above zero it is owed to
 * the person. Below zero it is pay for time not worked: taken back when the contract allows it, otherwise nothing. Pence.
 * Source: the contract; Employment Rights Act 1996, section 13 (no deduction without written agreement).
 */
export function settleAnnualisedHours({ ratePerHour }: AnnualisedHours, { workedMinutes, paidSoFar, mayTakeBack }: AnnualisedLeaver): Explained {
  const earned = multiplyRatio(ratePerHour, workedMinutes, 60, "nearest");
  const lines = [
    { text: `${formatMinutes(workedMinutes)} worked at ${formatPence(ratePerHour)} an hour.`, amount: earned },
    { text: `${formatPence(paidSoFar)} of it is paid already.`, amount: pence(-paidSoFar) },
  ];
  const over = pence(paidSoFar - earned);
  if (over > 0 && !mayTakeBack) {
    lines.push({ text: `The contract does not let you take back the ${formatPence(over)} paid for time not worked.`, amount: over });
  }
  return explain({ ...rule, source: `${rule.source}; Employment Rights Act 1996, section 13` }, lines);
}
