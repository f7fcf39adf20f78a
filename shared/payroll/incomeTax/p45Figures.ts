import { formatPence, type Pence, zeroPence } from "../../core/money.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import { taxYearOf } from "../../rates/ratesFor.ts";
import type { TaxYearRates } from "../../rates/taxYearRates.ts";
import { accepted, type PayProblem, problem, refused, type Verdict } from "../problems.ts";
import { describeTypedSum, isSumOfMoney } from "../sumOfMoney.ts";
import type { TaxSetting } from "../types.ts";
import { parseTaxCode } from "./taxCode.ts";

/** What parts 2 and 3 of a P45 say. Pay and tax are to date in that tax year, in pence; both nothing when the code is on a week 1/month 1 basis. */
export interface P45 {
  readonly leftOn: PlainDate;
  readonly taxCode: string;
  readonly isWeek1Month1: boolean;
  readonly totalPay: Pence;
  readonly totalTax: Pence;
}

/** How a new employee starts the tax year here: the code, and the pay and tax (pence) that join the cumulative sum. */
export interface P45Start {
  readonly taxSetting: TaxSetting;
  readonly previousTaxablePay: Pence;
  readonly previousIncomeTax: Pence;
  readonly reason: string;
}

/** A P45 of the tax year before still gives its code up to this day of the new one (month and day). */
const lastStartWithOldP45 = "05-24";

/**
 * What a P45 brings. Of this tax year: its code, with pay and tax to date. Of the tax year before, with a start up to 24 May: its code, cumulative,
 * without the figures. Older or later: the emergency code on a week 1/month 1 basis. The figures never count for National Insurance.
 * Refuses a code that is none, pay or tax below zero, more tax than pay, and a P45 of a tax year after the start; an overlap of two jobs is only told.
 * Source: HMRC, What tax code to use with a P45; GOV.UK, Tell HMRC about a new employee; payroll rules, section 3.1. The rule of 24 May was read in
 * guidance of earlier years.
 */
export function startFromP45(p45: P45, startedOn: PlainDate, rates: TaxYearRates): Verdict<P45Start> {
  const code = parseTaxCode(p45.taxCode);
  const problems: PayProblem[] = code.ok ? [] : [...code.problems];
  if (!isSumOfMoney(p45.totalPay)) problems.push(notBelowZero("p45.totalPay", p45.totalPay));
  if (!isSumOfMoney(p45.totalTax)) problems.push(notBelowZero("p45.totalTax", p45.totalTax));
  if (p45.totalTax > p45.totalPay) {
    const rule = `Tax to date is not more than pay to date, ${formatPence(p45.totalPay)}.`;
    problems.push(problem("p45.totalTax", describeTypedSum(p45.totalTax), rule, "Check that pay and tax are not the wrong way round."));
  }
  const yearsBetween = Number(taxYearOf(startedOn).slice(0, 4)) - Number(taxYearOf(p45.leftOn).slice(0, 4));
  if (yearsBetween < 0) {
    const rule = `The P45 is of a later tax year than the first day here, ${formatDate(startedOn)}.`;
    problems.push(problem("p45.leftOn", p45.leftOn, rule, "Check both dates, or use the starter checklist instead."));
  }
  if (problems.length > 0 || !code.ok) return refused(...problems);

  const isWeek1Month1 = p45.isWeek1Month1 || code.value.isWeek1Month1;
  if (yearsBetween === 0) {
    const overlap = p45.leftOn > startedOn ? " The other job ended after the first day here: check both dates." : "";
    return accepted({
      taxSetting: { code: code.value.text, isWeek1Month1 },
      previousTaxablePay: p45.totalPay,
      previousIncomeTax: p45.totalTax,
      reason: `The P45 of this tax year: its code, with ${formatPence(p45.totalPay)} of pay and ${formatPence(p45.totalTax)} of tax so far.${overlap}`,
    });
  }
  const none = { previousTaxablePay: zeroPence, previousIncomeTax: zeroPence };
  const monthAndDay = startedOn.slice(5);
  if (yearsBetween === 1 && monthAndDay >= "04-06" && monthAndDay <= lastStartWithOldP45) {
    const reason = "The P45 is of the tax year before: its code is used until HMRC sends another, its pay and tax are not.";
    return accepted({ ...none, taxSetting: { code: code.value.text, isWeek1Month1: false }, reason });
  }
  const emergency = rates.incomeTax.starterCodes.statementB;
  const reason = "The P45 is too old for its code, so the emergency code is used until HMRC sends another.";
  return accepted({ ...none, taxSetting: { code: emergency.code, isWeek1Month1: true }, reason });
}

const notBelowZero = (field: string, amount: Pence) =>
  problem(field, describeTypedSum(amount), "A P45 has figures in pounds and pence, none below zero.", "Copy the figure from part 2 of the P45.");
