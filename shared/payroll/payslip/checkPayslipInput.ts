import { formatDate } from "../../core/plainDate.ts";
import type { TaxYearRates } from "../../rates/taxYearRates.ts";
import { checkNationalInsuranceCategory } from "../nationalInsurance/nationalInsuranceCategory.ts";
import { checkDeductionOrder } from "../orders/checkDeductionOrder.ts";
import { type PayProblem, problem } from "../problems.ts";
import type { PayslipInput } from "../types.ts";

/**
 * What is wrong with the input of a payslip, all of it at once, none when it is right: payday outside the rates' year or before the job, period or job that
 * ends before it starts, no name, a birth after the start, a National Insurance letter that does not fit the age, pension shares outside 0% to 100%, not 1 to
 * 99 pay periods (as the Full Payment Submission takes), an order with a sum below zero. Amounts are checked before; tax code, pay and loans by their own
 * calculators. Source: payroll rules, sections 1, 5.3 and 10.
 */
export function checkPayslipInput(input: PayslipInput, rates: TaxYearRates): PayProblem[] {
  const found: PayProblem[] = [];
  const { payday, periodFrom, periodTo, startedOn, leftOn } = input;
  if (payday < rates.from || payday > rates.to) {
    const rule = `These rates are for ${formatDate(rates.from)} to ${formatDate(rates.to)}.`;
    found.push(problem("payday", payday, rule, "Use the rates of the tax year that the payday is in, or correct the payday."));
  }
  if (input.employeeName.trim() === "") {
    found.push(problem("employeeName", input.employeeName, "A payslip is for a person with a name.", "Add the first name."));
  }
  if (payday < startedOn) {
    found.push(
      problem("payday", payday, `The first day of the job is ${formatDate(startedOn)}.`, "Correct the first day, or choose a later payday."),
    );
  }
  if (input.dateOfBirth >= startedOn) {
    const rule = `The date of birth comes before the first day of the job, ${formatDate(startedOn)}.`;
    found.push(problem("dateOfBirth", input.dateOfBirth, rule, "Correct the date of birth or the first day."));
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
  if (!Number.isSafeInteger(periodsInPayment) || periodsInPayment < 1 || periodsInPayment > 99) {
    const rule = "A payment is for 1 to 99 whole pay periods.";
    found.push(problem("periodsInPayment", periodsInPayment, rule, "Put in 1, and one more for each period of holiday paid in advance."));
  }
  for (const order of input.orders) found.push(...checkDeductionOrder(order));
  return found;
}
