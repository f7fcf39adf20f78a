import { formatDate } from "../../core/plainDate.ts";
import { noRatesMessage } from "../../rates/ratesFor.ts";
import type { TaxYearRates } from "../../rates/taxYearRates.ts";
import { checkNationalInsuranceCategory } from "../nationalInsurance/nationalInsuranceCategory.ts";
import { checkDeductionOrder } from "../orders/checkDeductionOrder.ts";
import { type PayProblem, problem } from "../problems.ts";
import type { PayslipInput } from "../types.ts";

/**
 * What is wrong with the input of a payslip, all of it at once, none when it is right: payday outside the rates' year, period or job that ends before it
 * starts, a National Insurance letter that does not fit the age, pension shares outside 0% to 100%,
 * less than one pay period, an order with a sum below zero. Tax code, pay and loans are checked by their own calculators. Source: payroll rules, sections 1, 5.3 and 10.
 */
export function checkPayslipInput(input: PayslipInput, rates: TaxYearRates): PayProblem[] {
  const found: PayProblem[] = [];
  const { payday, periodFrom, periodTo, startedOn, leftOn } = input;
  if (payday < rates.from || payday > rates.to) {
    found.push(problem("payday", payday, noRatesMessage(payday), `These rates are for ${formatDate(rates.from)} to ${formatDate(rates.to)}.`));
  }
  if (periodTo < periodFrom)
    found.push(problem("periodTo", periodTo, "A pay period ends on or after the day it starts.", "Correct the dates of the period."));
  if ((leftOn ?? startedOn) < startedOn) {
    found.push(
      problem("leftOn", leftOn, `The last day is before the first day, ${formatDate(startedOn)}.`, "Correct the start or the leaving date."),
    );
  }
  const letter = checkNationalInsuranceCategory(input.nationalInsuranceCategory, input.dateOfBirth, payday);
  if (letter) found.push(letter);
  const { employeeRate, employerRate } = input.pension;
  if (employeeRate < 0 || employerRate < 0 || employeeRate + employerRate > 10_000) {
    const value = `${employeeRate / 100}% and ${employerRate / 100}%`;
    found.push(problem("pension", value, "Pension shares are between 0% and 100% of pay.", "Correct the shares."));
  }
  const { periodsInPayment = 1 } = input;
  if (!Number.isSafeInteger(periodsInPayment) || periodsInPayment < 1) {
    const rule = "A payment is for at least one whole pay period.";
    found.push(problem("periodsInPayment", periodsInPayment, rule, "Put in 1, and one more for each period of holiday paid in advance."));
  }
  for (const order of input.orders) found.push(...checkDeductionOrder(order));
  return found;
}
