import { formatDate } from "../../core/plainDate.ts";
import { codeUpliftFor } from "../../rates/codeUplifts.ts";
import { ratesForTaxYear } from "../../rates/ratesFor.ts";
import { yearEndDatesOf } from "./yearEndDates.ts";

/** Whether this version can pay wages in the tax year after one, and what to do when it cannot. */
export interface NewRatesCheck {
  readonly nextTaxYear: string;
  readonly hasRates: boolean;
  readonly hasCodeInstructions: boolean;
  /** The version of the rates, as it is kept with every payslip. Null without rates. */
  readonly ratesVersion: string | null;
  readonly lines: readonly string[];
}

/**
 * Looks whether the rates of the next tax year are in this version. The program never pays with the rates of another year, so without them it stops at the first
 * payday from 6 April. Source: payroll rules, section 1.
 */
export function checkNewRates(taxYear: string): NewRatesCheck {
  const { nextTaxYear, newRatesFrom, minimumWageFrom, familyPayFrom } = yearEndDatesOf(taxYear);
  const rates = ratesForTaxYear(nextTaxYear);
  const hasCodeInstructions = codeUpliftFor(nextTaxYear) !== undefined;
  if (rates) {
    return {
      nextTaxYear,
      hasRates: true,
      hasCodeInstructions,
      ratesVersion: rates.version,
      lines: [
        `The rates for ${nextTaxYear} are in this version (${rates.version}).`,
        `They start by themselves: the minimum wage on ${formatDate(minimumWageFrom)}, family pay on ${formatDate(familyPayFrom)}, tax and National Insurance on ${formatDate(newRatesFrom)}.`,
      ],
    };
  }
  return {
    nextTaxYear,
    hasRates: false,
    hasCodeInstructions,
    ratesVersion: null,
    lines: [
      `This version has no rates for ${nextTaxYear}. It can pay wages up to ${formatDate(yearEndDatesOf(taxYear).to)} and no longer.`,
      "Get the newest version of Plan & Payday in March. Your file stays as it is. HMRC publishes the rates by then.",
      `If the new version does not come in time, do not finish a payday from ${formatDate(newRatesFrom)} on with old rates. Pay your assistants what you can work out with HMRC’s Basic PAYE Tools, and tell HMRC from there.`,
    ],
  };
}
