import type { PlainDate } from "../core/plainDate.ts";
import { taxYear2024 } from "./2024-25.ts";
import { taxYear2025 } from "./2025-26.ts";
import { taxYear2026 } from "./2026-27.ts";
import type { TaxYearRates } from "./taxYearRates.ts";

/** Every tax year this version can pay wages in, oldest first. */
export const knownTaxYears: readonly TaxYearRates[] = [taxYear2024, taxYear2025, taxYear2026];

/** The rates of the tax year a payment date falls in. Undefined for a year we lack: never another year's rates. */
export function ratesFor(payday: PlainDate): TaxYearRates | undefined {
  return knownTaxYears.find((year) => year.from <= payday && payday <= year.to);
}

/** The rates of a tax year by its name, "2026-27". Undefined for a year we lack. */
export function ratesForTaxYear(taxYear: string): TaxYearRates | undefined {
  return knownTaxYears.find((year) => year.taxYear === taxYear);
}

/** The name of the tax year a date falls in, "2026-27", whether we have its rates or not. */
export function taxYearOf(date: PlainDate): string {
  const year = Number(date.slice(0, 4));
  const start = date.slice(5) >= "04-06" ? year : year - 1;
  return `${start}-${String((start + 1) % 100).padStart(2, "0")}`;
}

/** What to say about a payday whose year has no rates. */
export function noRatesMessage(payday: PlainDate): string {
  return `This version has no rates for ${taxYearOf(payday)}. Update Plan & Payday, then try again.`;
}
