import type { Pence } from "../../core/money.ts";
import { addDays, daysBetween, type PlainDate } from "../../core/plainDate.ts";
import type { PayFrequency } from "../types.ts";

/** Average weekly earnings as an exact share: `total` pence times `weeks.multiply` over `weeks.divide`. Never rounded on the way. */
export interface AverageWeeklyEarnings {
  readonly numerator: number;
  readonly denominator: number;
}

/** One payment that counted for National Insurance. */
export interface PastPayment {
  readonly payday: PlainDate;
  readonly amount: Pence;
  readonly periodFrom: PlainDate;
  readonly periodTo: PlainDate;
}

/**
 * Average weekly earnings before a first day of sickness: pay in the reference period, which ends with the last payday before that day and begins
 * after the last payday at least eight weeks earlier. With less than eight weeks of pay, total pay over the days it covers, times seven.
 * Undefined when nothing was paid before. Source: Social Security Benefits Act 1992, schedule 11; payroll rules, section 7.4.
 */
export function averageWeeklyEarningsBefore(
  firstDay: PlainDate,
  payments: readonly PastPayment[],
  payFrequency: PayFrequency,
): AverageWeeklyEarnings | undefined {
  const before = payments.filter(({ payday }) => payday < firstDay).sort((a, b) => (a.payday < b.payday ? 1 : -1));
  const last = before[0];
  if (!last) return undefined;
  const cutOff = before.find(({ payday }) => daysBetween(payday, last.payday) >= 56);
  const inPeriod = before.filter(({ payday }) => (cutOff ? payday > cutOff.payday : daysBetween(payday, last.payday) < 56));
  const total = inPeriod.reduce((sum, { amount }) => sum + amount, 0);
  if (!cutOff) {
    const first = inPeriod.reduce((earliest, { periodFrom }) => (periodFrom < earliest ? periodFrom : earliest), last.periodFrom);
    const days = daysBetween(first, addDays(last.periodTo, 1));
    if (days < 56) return { numerator: total * 7, denominator: Math.max(1, days) };
  }
  if (payFrequency === "monthly") return { numerator: total * 12, denominator: inPeriod.length * 52 };
  const weeks = cutOff ? daysBetween(cutOff.payday, last.payday) : 56;
  return { numerator: total * 7, denominator: weeks };
}

/** An exact amount a week, from a figure somebody states. */
export const statedWeeklyEarnings = (amount: Pence): AverageWeeklyEarnings => ({ numerator: amount, denominator: 1 });
