import { formatPence, type Pence, pence } from "../../core/money.ts";

/** Seven decimals of a pound: £1 is 10,000,000. Family pay is worked out to this and only what is paid is rounded. */
export const sevenDecimals = 10_000_000n;
export const perPenny = sevenDecimals / 100n;

/** An amount in ten-millionths of a pound. */
export type SevenDecimals = bigint;

/** Ten-millionths as people read them, cut to the penny: "£207.49". */
export const formatSevenDecimals = (amount: SevenDecimals): string => formatPence(pence(Number(amount / perPenny)));

/** Sevenths of ten-millionths (days at one seventh of a weekly rate) rounded up to the penny. Source: payroll rules, section 8. */
export function roundUpSevenths(sevenths: bigint): Pence {
  const unit = 7n * perPenny;
  return pence(Number((sevenths + unit - 1n) / unit));
}
