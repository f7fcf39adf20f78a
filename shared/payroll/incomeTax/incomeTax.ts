import { type Explained, type ExplanationLine, explain } from "../../core/explanation.ts";
import { above, formatPence, formatRate, multiply, type Pence, pence, zeroPence } from "../../core/money.ts";
import type { IncomeTaxRates } from "../../rates/taxYearRates.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";
import type { TaxPeriod } from "../types.ts";
import { freePayToDate } from "./freePay.ts";
import { taxOnBands } from "./taxBands.ts";
import type { TaxCode } from "./taxCode.ts";

export interface IncomeTaxInput {
  /** First name for the explanation. */
  readonly employeeName: string;
  readonly taxCode: TaxCode;
  /** Week 1 / month 1 basis, from the code's own ending or from HMRC's notice. */
  readonly isWeek1Month1: boolean;
  readonly period: Pick<TaxPeriod, "table" | "number" | "span" | "isExtraPayday">;
  /** Taxable pay of this payment. */
  readonly payInPeriod: Pence;
  /** Taxable pay since 6 April, this payment and any P45 pay included. */
  readonly taxablePayToDate: Pence;
  /** Tax really taken since 6 April before this payment, P45 tax included. */
  readonly taxToDateBefore: Pence;
  /** Paid and taken earlier in the same week or month, on its own and with the same code: counts with this payment when that is taxed on its own. */
  readonly earlierInPeriod?: { readonly taxablePay: Pence; readonly incomeTax: Pence } | null;
}

/**
 * PAYE income tax of one payment, in pence; below zero is a refund. Cumulative unless the code is on a week 1 / month 1 basis or the payday is
 * an extra one. Never takes more than half of the pay. Refuses a flat rate the year does not have (SD3 in 2023-24).
 * Source: HMRC, Specification for PAYE Tax Table Routines v24.0; payroll rules, section 4.
 */
export function calculateIncomeTax(
  input: IncomeTaxInput,
  rates: { readonly taxYear: string; readonly incomeTax: IncomeTaxRates },
): Verdict<Explained> {
  const { taxCode, period, payInPeriod } = input;
  const isAlone = input.isWeek1Month1 || taxCode.isWeek1Month1 || period.isExtraPayday;
  const lines: ExplanationLine[] = [];

  if (isAlone) lines.push({ text: `${input.employeeName} is paid ${formatPence(payInPeriod)} that counts for tax. ${whyAlone(input)}` });
  else lines.push({ text: `${input.employeeName} has earned ${formatPence(input.taxablePayToDate)} since 6 April.` });

  const earlier = isAlone ? (input.earlierInPeriod ?? null) : null;
  if (earlier) lines.push({ text: `${formatPence(earlier.taxablePay)} was paid earlier in the same period and counts with it.` });
  const payAlone = pence(payInPeriod + (earlier?.taxablePay ?? 0));
  const pay = isAlone ? payAlone : input.taxablePayToDate;
  const periods = isAlone ? period.span : period.number;
  if (taxCode.kind === "noTax") {
    lines.push({ text: "Code NT means no income tax." });
  } else if (taxCode.kind === "flat") {
    const rate = rates.incomeTax.regions[taxCode.region].flatRates[taxCode.flat];
    if (rate === undefined) {
      return refused(
        problem("taxCode", taxCode.text, `There was no rate for this code in ${rates.taxYear}.`, "Check the code on HMRC's letter and the tax year."),
      );
    }
    const wholePounds = pence(Math.max(0, pay - (pay % 100)));
    const text = `Code ${taxCode.text} takes ${formatRate(rate)} of every whole pound: ${formatRate(rate)} of ${formatPounds(wholePounds)}.`;
    lines.push({ text, amount: multiply(wholePounds, rate, "down") });
  } else {
    const free = freePayToDate(taxCode.number, period.table, periods, rates.incomeTax);
    const taxed = pence(taxCode.kind === "addition" ? pay + free : pay - free);
    lines.push({ text: freePayText(taxCode.kind, taxCode.text, free, periods, period.table) });
    addBandLines(lines, taxed, periods, input, rates.incomeTax);
  }

  if (!isAlone && input.taxToDateBefore !== 0) {
    lines.push({
      text: `Tax already taken since 6 April: ${formatPence(input.taxToDateBefore)}. It comes off.`,
      amount: pence(-input.taxToDateBefore),
    });
  }
  if (earlier) takeOffEarlierTax(lines, earlier.incomeTax);
  applyHalfPayLimit(lines, payInPeriod, rates.incomeTax, isAlone);

  const tax = explain({ name: "Income tax (PAYE)", source: rates.incomeTax.sources[0], ratesYear: rates.taxYear }, lines);
  if (tax.amount < 0)
    tax.lines.push({ text: `${input.employeeName} has paid too much tax this year, so ${formatPence(pence(-tax.amount))} comes back.` });
  return accepted(tax);
}

function whyAlone({ period }: IncomeTaxInput): string {
  if (period.isExtraPayday) return `This is an extra payday at the end of the tax year (week ${period.number}), so it is taxed on its own.`;
  return "The code is on a week 1 or month 1 basis, so each payday is taxed on its own.";
}

function freePayText(kind: "freePay" | "addition", code: string, free: Pence, periods: number, table: "weekly" | "monthly"): string {
  const perYear = table === "weekly" ? 52 : 12;
  const unit = table === "weekly" ? "weeks" : "months";
  const share = `(${periods} of ${perYear} ${unit})`;
  if (kind === "addition") return `Code ${code} adds ${formatPence(free)} to what is taxed ${share}.`;
  if (free === 0) return `Code ${code} lets nothing be free of tax.`;
  return `Code ${code} lets ${formatPence(free)} of that be free of tax ${share}.`;
}

function addBandLines(lines: ExplanationLine[], taxed: Pence, periods: number, { period, taxCode }: IncomeTaxInput, rates: IncomeTaxRates): void {
  if (taxed <= 0) {
    lines.push({ text: "Nothing is left to be taxed." });
    return;
  }
  const wholePounds = pence(taxed - (taxed % 100));
  lines.push({ text: `That leaves ${formatPounds(wholePounds)} to be taxed, in whole pounds.` });
  const periodsPerYear = period.table === "weekly" ? 52 : 12;
  for (const slice of taxOnBands(taxed, rates.regions[taxCode.region].bands, periods, periodsPerYear)) {
    lines.push({ text: `${formatRate(slice.rate)} of ${formatPounds(slice.pay)}.`, amount: slice.tax });
  }
}

/** Within a period that is taxed on its own nothing is given back. */
function takeOffEarlierTax(lines: ExplanationLine[], taken: Pence): void {
  const due = sumOfLines(lines);
  lines.push({ text: `${formatPence(taken)} of tax was taken earlier in the same period. It comes off.`, amount: pence(-taken) });
  if (due < taken) lines.push({ text: "Nothing is given back on a week 1 or month 1 basis.", amount: pence(taken - due) });
}

const sumOfLines = (lines: readonly ExplanationLine[]) => lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0);

function applyHalfPayLimit(lines: ExplanationLine[], payInPeriod: Pence, rates: IncomeTaxRates, isAlone: boolean): void {
  const due = sumOfLines(lines);
  const most = multiply(above(payInPeriod, zeroPence), rates.regulatoryLimit, "down");
  if (due <= most) return;
  const later = isAlone ? "" : " The rest is taken on later paydays.";
  lines.push({ text: `Tax may not take more than half of this pay, ${formatPence(most)}.${later}`, amount: pence(most - due) });
}

/** Whole pounds without the pence: "£12,256". */
function formatPounds(amount: Pence): string {
  return formatPence(amount).replace(".00", "");
}
