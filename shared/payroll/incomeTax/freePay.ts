import { type Pence, pence } from "../../core/money.ts";
import type { IncomeTaxRates } from "../../rates/taxYearRates.ts";

const cutTo4Decimals = 10_000;

/**
 * What a code number lets through free of tax (or, for K codes, adds to pay) in the first `periods` weeks or months of the year, in pence.
 * Each whole 500 in the number gives a fixed amount; the rest gives ten times the rest plus 9, shared over the year, cut to four decimals
 * and then rounded up to the penny. Source: HMRC, Specification for PAYE Tax Table Routines, 4.3; payroll rules, section 3.2.
 */
export function freePayToDate(codeNumber: number, table: "weekly" | "monthly", periods: number, rates: IncomeTaxRates): Pence {
  if (codeNumber === 0) return pence(0);
  const periodsPerYear = table === "weekly" ? 52 : 12;
  const wholes = Math.floor((codeNumber - 1) / 500);
  const rest = ((codeNumber - 1) % 500) + 1;
  const tenThousandths = Math.floor(((10 * rest + 9) * cutTo4Decimals) / periodsPerYear);
  const onePeriod = Math.ceil(tenThousandths / 100) + wholes * rates.freePayForEach500[table];
  return pence(onePeriod * periods);
}
