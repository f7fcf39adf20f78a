import { type Pence, pence } from "../../core/money.ts";
import type { NationalInsuranceFigures, PayslipResult, YearToDate } from "../types.ts";

const none = pence(0);

/** The start of a tax year: nothing yet, save what a P45 or a mid-year start brought for the tax sum. */
export function startOfYear(previousTaxablePay: Pence = none, previousIncomeTax: Pence = none): YearToDate {
  return {
    grossPay: none,
    taxablePay: none,
    incomeTax: none,
    previousTaxablePay,
    previousIncomeTax,
    nationalInsurance: [],
    studentLoan: none,
    postgraduateLoan: none,
    employeePension: none,
    employerPension: none,
    statutorySickPay: none,
    statutoryParentalPay: none,
    netPay: none,
  };
}

/** National Insurance figures are kept per letter: adds one period to its letter, or starts the letter. */
export function addNationalInsurance(soFar: readonly NationalInsuranceFigures[], now: NationalInsuranceFigures): NationalInsuranceFigures[] {
  const before = soFar.find(({ category }) => category === now.category);
  if (!before) return [...soFar, now];
  const sum: NationalInsuranceFigures = {
    category: now.category,
    grossEarnings: pence(before.grossEarnings + now.grossEarnings),
    atLowerEarningsLimit: pence(before.atLowerEarningsLimit + now.atLowerEarningsLimit),
    lowerEarningsLimitToPrimaryThreshold: pence(before.lowerEarningsLimitToPrimaryThreshold + now.lowerEarningsLimitToPrimaryThreshold),
    primaryThresholdToUpperEarningsLimit: pence(before.primaryThresholdToUpperEarningsLimit + now.primaryThresholdToUpperEarningsLimit),
    employeeContributions: pence(before.employeeContributions + now.employeeContributions),
    employerContributions: pence(before.employerContributions + now.employerContributions),
  };
  return soFar.map((figures) => (figures === before ? sum : figures));
}

/** Year to date rebuilt from the sealed payslips of one tax year, oldest first; never typed over. */
export function yearToDateFrom(opening: YearToDate, payslips: readonly Pick<PayslipResult, "yearToDate">[]): YearToDate {
  return payslips.at(-1)?.yearToDate ?? opening;
}
