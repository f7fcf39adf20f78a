import { formatPence, type Pence, pence } from "../../core/money.ts";
import type { AverageWeeklyEarnings } from "./averageWeeklyEarnings.ts";
import type { SickPayRules } from "./sickPayRules.ts";

/** A weekly rate of sick pay, exact: `numerator` pence over `denominator`. */
export interface SickPayWeeklyRate extends AverageWeeklyEarnings {
  readonly isShareOfEarnings: boolean;
}

/**
 * The weekly rate under some rules: the flat rate, or from 6 April 2026 the lower of it and 80% of average weekly earnings, never rounded.
 * `keepsFlatRate` is for somebody who was already entitled before 6 April 2026. Source: payroll rules, sections 7.2, 7.3 and 7.5(c).
 */
export function sickPayWeeklyRate(rules: SickPayRules, earnings: AverageWeeklyEarnings, keepsFlatRate: boolean): SickPayWeeklyRate {
  const flat = { numerator: rules.weeklyFlatRate, denominator: 1, isShareOfEarnings: false };
  if (rules.shareOfAverageWeeklyEarnings === null || keepsFlatRate) return flat;
  const numerator = earnings.numerator * rules.shareOfAverageWeeklyEarnings;
  const denominator = earnings.denominator * 10_000;
  return numerator < rules.weeklyFlatRate * denominator ? { numerator, denominator, isShareOfEarnings: true } : flat;
}

/**
 * The daily rate in ten-thousandths of a pound: the weekly rate shared over the qualifying days of a week and cut to four decimals.
 * Source: GOV.UK, Statutory Sick Pay calculator; payroll rules, section 7.3.
 */
export function sickPayDailyRate(weeklyRate: AverageWeeklyEarnings, qualifyingDaysPerWeek: number): number {
  return Number((BigInt(weeklyRate.numerator) * 100n) / (BigInt(weeklyRate.denominator) * BigInt(qualifyingDaysPerWeek)));
}

/** Ten-thousandths of a pound rounded up to the penny. */
export const roundUpTenThousandths = (amount: number): Pence => pence(Math.ceil(amount / 100));

/** Ten-thousandths of a pound as people read them, with no more decimals than are needed: "£30.8125", "£23.75". */
export function formatTenThousandths(amount: number): string {
  const rest = String(amount % 100).padStart(2, "0");
  return `${formatPence(pence(Math.floor(amount / 100)))}${rest.replace(/0+$/, "")}`;
}
