import { type BasisPoints, type Pence, pence } from "../../core/money.ts";
import type { TaxBand } from "../../rates/taxYearRates.ts";

/** The part of taxable pay that falls in one band, and the tax on it. Pence. */
export interface TaxedSlice {
  readonly rate: BasisPoints;
  readonly pay: Pence;
  readonly tax: Pence;
}

/**
 * Tax on taxable pay by the bands of a region for `periods` of `periodsPerYear`. Limits and the tax below them are cut to four decimals of a
 * pound, the band is chosen with the pence of pay against the limit rounded up to the pound, and the tax is worked on whole pounds and cut to
 * the penny. The taxes of the slices add up to that tax.
 * Source: HMRC, Specification for PAYE Tax Table Routines, 4.4 and 4.5; payroll rules, sections 4.1 and 4.2.
 */
export function taxOnBands(taxed: Pence, bands: readonly TaxBand[], periods: number, periodsPerYear: number): TaxedSlice[] {
  const slices: TaxedSlice[] = [];
  const wholePounds = (taxed - (taxed % 100)) * 100;
  let limitBelow = 0;
  let taxBelow = 0;
  let takenSoFar = 0;
  for (const { rate, taxablePayUpTo, taxAtTop } of bands) {
    const limit = taxablePayUpTo === null ? Number.POSITIVE_INFINITY : cutShare(taxablePayUpTo * 100, periods, periodsPerYear);
    const isLast = taxed <= Math.ceil(limit / 10_000) * 100;
    const upTo = isLast ? wholePounds : limit;
    const tax = isLast ? taxBelow + cutShare(wholePounds - limitBelow, rate, 10_000) : cutShare((taxAtTop ?? 0) * 100, periods, periodsPerYear);
    const toThePenny = Math.floor(tax / 100);
    slices.push({ rate, pay: pence(Math.floor(upTo / 100) - Math.floor(limitBelow / 100)), tax: pence(toThePenny - takenSoFar) });
    if (isLast) break;
    takenSoFar = toThePenny;
    limitBelow = limit;
    taxBelow = tax;
  }
  return slices;
}

/** `amount` × `part` ÷ `whole`, cut to a whole number: whole shares first and then the rest, so that no product outgrows what is exact. */
function cutShare(amount: number, part: number, whole: number): number {
  const rest = amount % whole;
  return ((amount - rest) / whole) * part + Math.floor((rest * part) / whole);
}
