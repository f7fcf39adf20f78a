import type { PlainDate } from "../../core/plainDate.ts";
import { knownTaxYears } from "../../rates/ratesFor.ts";
import type { StatutorySickPayRates } from "../../rates/taxYearRates.ts";
import type { AverageWeeklyEarnings } from "./averageWeeklyEarnings.ts";

/** The sick pay rules and rate in force from a day on. */
export type SickPayRules = Omit<StatutorySickPayRates, "sources"> & { readonly from: PlainDate };

/**
 * The rules of every tax year this version knows, oldest first. Source: `statutorySickPay` of each year in shared/rates; payroll rules, section 7.
 */
export const knownSickPayRules: readonly SickPayRules[] = knownTaxYears.map(({ from, statutorySickPay }) => ({ ...statutorySickPay, from }));

/**
 * The rules in force on a day: the latest set that starts on or before it, or the oldest for a day before them all. `rules` is oldest first.
 * @throws RangeError when there are no rules at all, which only a fault in the program can cause.
 */
export function sickPayRulesOn(rules: readonly SickPayRules[], day: PlainDate): SickPayRules {
  let found = rules[0];
  for (const candidate of rules) if (candidate.from <= day) found = candidate;
  if (!found) throw new RangeError("Sick pay needs at least one set of rules");
  return found;
}

/** The first day on which sick pay is limited to a share of average weekly earnings (6 April 2026), or undefined when the rules never say so. */
export function reformDay(rules: readonly SickPayRules[]): PlainDate | undefined {
  return rules.find(({ shareOfAverageWeeklyEarnings }) => shareOfAverageWeeklyEarnings !== null)?.from;
}

/**
 * True when average weekly earnings are under the lower earnings limit of these rules. Earnings exactly at the limit are enough. Source: payroll
 * rules, section 7.1.
 */
export function isBelowEarningsLimit({ numerator, denominator }: AverageWeeklyEarnings, { averageWeeklyEarningsMinimum }: SickPayRules): boolean {
  return numerator < (averageWeeklyEarningsMinimum ?? 0) * denominator;
}
