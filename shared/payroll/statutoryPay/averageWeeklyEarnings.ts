import { formatPence, multiplyRatio, type Pence, sumPence } from "../../core/money.ts";
import { addDays, daysBetween, earlierOf, formatDate, laterOf, type PlainDate } from "../../core/plainDate.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";
import type { PayFrequency } from "../types.ts";

/** Average weekly earnings as an exact share: `numerator` pence over `denominator`. Never rounded on the way. */
export interface AverageWeeklyEarnings {
  readonly numerator: number;
  readonly denominator: number;
  /** How they were worked out, in plain English with the numbers. */
  readonly working?: string;
}

/** One payday: what counted for National Insurance and the days it was for. Give paydays on which nothing was paid too, at £0. */
export interface PastPayment {
  readonly payday: PlainDate;
  readonly amount: Pence;
  readonly periodFrom: PlainDate;
  readonly periodTo: PlainDate;
}

/** How often somebody is paid; "irregular" when the paydays keep no pattern. */
export type EarningsPattern = PayFrequency | "irregular";

/** The paydays of a reference period of at least eight weeks, and when it began and ended. */
export interface ReferencePeriod {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly payments: readonly PastPayment[];
  readonly total: Pence;
  /** Days from the first to the last day that anything was paid for, both included. */
  readonly daysPaidFor: number;
  /** False when pay does not reach back eight weeks. */
  readonly isWhole: boolean;
}

const eightWeeks = 56;
/** A payday moved off a bank holiday comes up to three days early and is still the normal payday of its week. */
const movedPayday = 3;

/**
 * The reference period that ends with the last payday before a day: it begins the day after the last normal payday at least eight weeks earlier. With less
 * pay than that it begins with the first day anything was paid for. Undefined when nothing was paid before the day.
 * Source: Social Security Contributions and Benefits Act 1992, section 163 and schedule 11; payroll rules, sections 7.4 and 8.
 */
export function referencePeriodBefore(day: PlainDate, payments: readonly PastPayment[], pattern: EarningsPattern): ReferencePeriod | undefined {
  const before = payments.filter(({ payday }) => payday < day);
  const paydays = before.map(({ payday }) => payday).sort();
  const to = paydays.at(-1);
  if (to === undefined) return undefined;
  const enough = pattern === "irregular" ? eightWeeks : eightWeeks - movedPayday;
  const cutOff = paydays.findLast((payday) => daysBetween(payday, to) >= enough);
  const inPeriod = before.filter(({ payday }) => daysBetween(payday, to) < enough);
  const firstDay = inPeriod.map(({ periodFrom }) => periodFrom).reduce(earlierOf);
  const daysPaidFor = daysBetween(firstDay, inPeriod.map(({ periodTo }) => periodTo).reduce(laterOf)) + 1;
  return {
    from: cutOff ? addDays(cutOff, 1) : firstDay,
    to,
    payments: inPeriod,
    total: sumPence(inPeriod.map(({ amount }) => amount)),
    daysPaidFor,
    isWhole: cutOff !== undefined || daysPaidFor >= eightWeeks,
  };
}

/**
 * Average weekly earnings before a first day of sickness, in pence, exact. Weekly, two-weekly and four-weekly pay: the total of the reference period over 8.
 * Monthly: over the months, times 12, over 52. Irregular: over its days, times 7. With less than eight weeks of pay: over the days it covers, times 7,
 * rounded to the penny. Undefined when nothing was paid before: use contractualWeeklyEarnings. For linked absences give the first day of the first one.
 * Source: Social Security Contributions and Benefits Act 1992, schedule 11; payroll rules, section 7.4.
 */
export function averageWeeklyEarningsBefore(
  firstDay: PlainDate,
  payments: readonly PastPayment[],
  pattern: EarningsPattern,
): AverageWeeklyEarnings | undefined {
  const period = referencePeriodBefore(firstDay, payments, pattern);
  if (period === undefined) return undefined;
  return period.isWhole ? averageOfWholePeriod(period, pattern) : shortServiceWeeklyEarnings(period.total, period.daysPaidFor);
}

/** The average of a whole reference period, exact, with its working. Source: payroll rules, section 7.4. */
export function averageOfWholePeriod({ from, to, total, payments }: ReferencePeriod, pattern: EarningsPattern): Required<AverageWeeklyEarnings> {
  const pay = `Pay from ${formatDate(from)} to ${formatDate(to)} was ${formatPence(total)}`;
  if (pattern === "irregular") {
    const days = daysBetween(from, to) + 1;
    return { numerator: total * 7, denominator: days, working: `${pay}: divided by ${days} days, times 7.` };
  }
  if (pattern !== "monthly") return { numerator: total, denominator: 8, working: `${pay}: divided by 8 weeks.` };
  // Eight weeks of monthly pay hold at least two normal paydays, also when nothing was paid on one of them.
  const months = Math.max(2, payments.length);
  return { numerator: total * 12, denominator: months * 52, working: `${pay}: divided by ${months} months, times 12, divided by 52 weeks.` };
}

/** Less than eight weeks of pay: what was paid over the days it was for, times seven, to the nearest penny. Source: payroll rules, section 7.4. */
function shortServiceWeeklyEarnings(total: Pence, days: number): AverageWeeklyEarnings {
  const weekly = multiplyRatio(total, 7, days, "nearest");
  return { numerator: weekly, denominator: 1, working: `Pay so far was ${formatPence(total)} for ${days} days: divided by ${days}, times 7.` };
}

/**
 * Average weekly earnings of somebody who falls sick before the first payday: the pay the contract gives for some days, over those days, times seven, to the
 * nearest penny. Refuses days that are not a whole number above 0 and pay below nothing. Source: payroll rules, section 7.4.
 */
export function contractualWeeklyEarnings(contractualPay: Pence, days: number): Verdict<AverageWeeklyEarnings> {
  if (!Number.isInteger(days) || days < 1) {
    return refused(
      problem("days", days, "The contract's pay must be for at least one whole day.", "Say for how many days, weekends included, the pay is."),
    );
  }
  if (contractualPay < 0) {
    return refused(problem("contractualPay", contractualPay, "The contract's pay can't be less than nothing.", "Correct the pay."));
  }
  const weekly = multiplyRatio(contractualPay, 7, days, "nearest");
  const working = `The contract gives ${formatPence(contractualPay)} for ${days} days: divided by ${days}, times 7.`;
  return accepted({ numerator: weekly, denominator: 1, working });
}
