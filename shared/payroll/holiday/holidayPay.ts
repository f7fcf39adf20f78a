import { type Explained, explain } from "../../core/explanation.ts";
import { decimalHours, type Minutes } from "../../core/minutes.ts";
import { formatPence, multiplyRatio, type Pence, pence } from "../../core/money.ts";
import type { HolidayRates } from "../../rates/taxYearRates.ts";

/**
 * Pay for time off at the average of pay per minute over the reference weeks, to the nearest penny. With no time in those weeks there is no average,
 * so nothing is paid and the lines say so.
 * Source: Working Time Regulations 1998, regulation 16; payroll rules, section 12.
 */
export function calculateHolidayPay(
  timeOff: Minutes,
  referencePay: Pence,
  referenceTime: Minutes,
  rates: { readonly taxYear: string; readonly holiday: HolidayRates },
): Explained {
  const rule = { name: "Holiday pay", source: rates.holiday.sources[0], ratesYear: rates.taxYear };
  const average = { text: `Pay in the weeks looked at was ${formatPence(referencePay)} for ${decimalHours(referenceTime)} hours.` };
  if (referenceTime === 0) return explain(rule, [average, { text: "There is no time to take an average of.", amount: pence(0) }]);
  const amount = multiplyRatio(referencePay, timeOff, referenceTime, "nearest");
  return explain(rule, [average, { text: `The same average for ${decimalHours(timeOff)} hours off.`, amount }]);
}
