import { type Pence, pence, zeroPence } from "../../core/money.ts";
import type { NationalInsuranceFigures, PayslipResult, YearToDate } from "../types.ts";
import { amountOfKinds, parentalKinds } from "./payLineKinds.ts";

/** The start of a tax year: nothing yet, save the pay and tax in pence that a P45 brought for the tax sum. */
export function startOfYear(previousTaxablePay: Pence = zeroPence, previousIncomeTax: Pence = zeroPence): YearToDate {
  return {
    grossPay: zeroPence,
    taxablePay: zeroPence,
    incomeTax: zeroPence,
    previousTaxablePay,
    previousIncomeTax,
    nationalInsurance: [],
    studentLoan: zeroPence,
    postgraduateLoan: zeroPence,
    employeePension: zeroPence,
    employerPension: zeroPence,
    statutorySickPay: zeroPence,
    statutoryParentalPay: zeroPence,
    statutoryMaternityPay: zeroPence,
    statutoryAdoptionPay: zeroPence,
    statutoryPaternityPay: zeroPence,
    statutorySharedParentalPay: zeroPence,
    statutoryParentalBereavementPay: zeroPence,
    statutoryNeonatalCarePay: zeroPence,
    nonTaxable: zeroPence,
    netPay: zeroPence,
  };
}

/** The figures of a payslip that the totals of the year are made of. */
export type YearToDateParts = Pick<
  PayslipResult,
  | "grossPay"
  | "taxablePay"
  | "incomeTax"
  | "niBands"
  | "studentLoan"
  | "postgraduateLoan"
  | "employeePension"
  | "employerPension"
  | "nonTaxable"
  | "netPay"
  | "payLines"
>;

/**
 * The totals since 6 April with one payslip more, in pence. What a P45 brought stays as it is.
 * Source: HMRC, Full Payment Submission, year to date fields; payroll rules, section 14.
 */
export function addToYear(before: YearToDate, slip: YearToDateParts): YearToDate {
  const ofKind = (kind: (typeof parentalKinds)[number]) => pence(before[kind] + amountOfKinds(slip.payLines, [kind]));
  return {
    grossPay: pence(before.grossPay + slip.grossPay.amount),
    taxablePay: pence(before.taxablePay + slip.taxablePay.amount),
    incomeTax: pence(before.incomeTax + slip.incomeTax.amount),
    previousTaxablePay: before.previousTaxablePay,
    previousIncomeTax: before.previousIncomeTax,
    nationalInsurance: addNationalInsurance(before.nationalInsurance, slip.niBands),
    studentLoan: pence(before.studentLoan + slip.studentLoan.amount),
    postgraduateLoan: pence(before.postgraduateLoan + slip.postgraduateLoan.amount),
    employeePension: pence(before.employeePension + slip.employeePension.amount),
    employerPension: pence(before.employerPension + slip.employerPension.amount),
    statutorySickPay: pence(before.statutorySickPay + amountOfKinds(slip.payLines, ["statutorySickPay"])),
    statutoryParentalPay: pence(before.statutoryParentalPay + amountOfKinds(slip.payLines, parentalKinds)),
    statutoryMaternityPay: ofKind("statutoryMaternityPay"),
    statutoryAdoptionPay: ofKind("statutoryAdoptionPay"),
    statutoryPaternityPay: ofKind("statutoryPaternityPay"),
    statutorySharedParentalPay: ofKind("statutorySharedParentalPay"),
    statutoryParentalBereavementPay: ofKind("statutoryParentalBereavementPay"),
    statutoryNeonatalCarePay: ofKind("statutoryNeonatalCarePay"),
    nonTaxable: pence(before.nonTaxable + slip.nonTaxable.amount),
    netPay: pence(before.netPay + slip.netPay.amount),
  };
}

/** Adds one period's figures to those of its own letter, or starts the letter. Pence. Source: payroll rules, section 5.4. */
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
