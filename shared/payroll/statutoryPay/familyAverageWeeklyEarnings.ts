import { addDays, type PlainDate } from "../../core/plainDate.ts";
import { averageOfWholePeriod, type EarningsPattern, type PastPayment, referencePeriodBefore } from "./averageWeeklyEarnings.ts";
import { type SevenDecimals, sevenDecimals } from "./familyPayAmounts.ts";

/** Average weekly earnings for family pay, in ten-millionths of a pound, with the relevant period they come from. */
export interface FamilyAverageWeeklyEarnings {
  readonly amount: SevenDecimals;
  /** The relevant period: the day after the last normal payday at least eight weeks before its end, to the last normal payday. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly working: string;
}

/**
 * Average weekly earnings for maternity and other family pay, cut (not rounded) at seven decimals of a pound. The relevant period ends with the last normal
 * payday on or before `relevantWeekEnd` (the Saturday of the qualifying or matching week). Undefined when nothing was paid by then.
 * Source: Statutory Maternity Pay (General) Regulations 1986, regulation 21; payroll rules, sections 7.4 and 8.
 */
export function familyAverageWeeklyEarnings(
  relevantWeekEnd: PlainDate,
  payments: readonly PastPayment[],
  pattern: EarningsPattern,
): FamilyAverageWeeklyEarnings | undefined {
  const period = referencePeriodBefore(addDays(relevantWeekEnd, 1), payments, pattern);
  if (period === undefined) return undefined;
  const { numerator, denominator, working } = averageOfWholePeriod(period, pattern);
  return { amount: (BigInt(numerator) * (sevenDecimals / 100n)) / BigInt(denominator), from: period.from, to: period.to, working };
}
