import type { ExplanationLine } from "../../core/explanation.ts";
import { type BasisPoints, formatPence, formatRate, multiply, type Pence, pence } from "../../core/money.ts";
import type { DeductionTable } from "../../rates/attachmentTables.ts";
import type { DeductionBand } from "../../rates/taxYearRates.ts";
import { periodSpan } from "../incomeTax/taxPeriod.ts";
import type { PayFrequency } from "../types.ts";

/** The upper end of a band for one payment in pence: the weekly figure for each week it covers, or the monthly one. Null: no upper end. */
export function bandLimit({ weeklyUpTo, monthlyUpTo }: DeductionBand<unknown>, payFrequency: PayFrequency, periodsInPayment: number): number | null {
  const limit = payFrequency === "monthly" ? monthlyUpTo : weeklyUpTo;
  return limit === null ? null : limit * periodSpan[payFrequency] * periodsInPayment;
}

/**
 * The steps of a deduction by table, in pence to the nearest penny: the rate of the band on the whole of net earnings; above the top band one share up
 * to its limit and another of the rest. Pay for several weeks is divided to find the band. `periodsInPayment` is how many pay periods one payment is
 * for (holiday pay in advance). Source: Council Tax (Administration and Enforcement) Regulations 1992, schedule 4; Fines Collection Regulations 2006.
 */
export function deductByTable(
  netEarnings: Pence,
  payFrequency: PayFrequency,
  { bands, aboveTop }: Pick<DeductionTable, "bands" | "aboveTop">,
  periodsInPayment: number,
): ExplanationLine[] {
  const shareOf = (amount: Pence, rate: BasisPoints) => multiply(amount, rate, "nearest");
  let top = 0;
  for (const band of bands) {
    top = bandLimit(band, payFrequency, periodsInPayment) ?? 0;
    if (netEarnings > top) continue;
    return [{ text: `${formatRate(band.rate)} of net pay of ${formatPence(netEarnings)}.`, amount: shareOf(netEarnings, band.rate) }];
  }
  const rest = pence(netEarnings - top);
  return [
    { text: `${formatRate(aboveTop.upToTop)} of net pay up to ${formatPence(pence(top))}.`, amount: shareOf(pence(top), aboveTop.upToTop) },
    { text: `${formatRate(aboveTop.rest)} of the rest.`, amount: shareOf(rest, aboveTop.rest) },
  ];
}
