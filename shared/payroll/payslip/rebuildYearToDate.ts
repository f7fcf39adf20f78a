import { type Pence, pence } from "../../core/money.ts";
import type { PayLineKind, PayslipResult, YearToDate } from "../types.ts";
import { addNationalInsurance } from "./yearToDate.ts";

const parentalKinds: readonly PayLineKind[] = [
  "statutoryMaternityPay",
  "statutoryAdoptionPay",
  "statutoryPaternityPay",
  "statutorySharedParentalPay",
  "statutoryParentalBereavementPay",
  "statutoryNeonatalCarePay",
];

/**
 * The year's totals added up from the figures of every payslip, oldest first, on top of the opening figures; what the payslips carry as totals
 * is not looked at. So a payslip that takes another's place, or one more, gives the right year at once. Pence.
 */
export function rebuildYearToDate(opening: YearToDate, payslips: readonly PayslipResult[]): YearToDate {
  return payslips.reduce((sum, slip) => {
    const add = (before: Pence, amount: number) => pence(before + amount);
    const ofKind = (matches: (kind: PayLineKind) => boolean) =>
      slip.payLines.reduce((total, { kind, amount }) => total + (matches(kind) ? amount : 0), 0);
    return {
      previousTaxablePay: sum.previousTaxablePay,
      previousIncomeTax: sum.previousIncomeTax,
      grossPay: add(sum.grossPay, slip.grossPay.amount),
      taxablePay: add(sum.taxablePay, slip.taxablePay.amount),
      incomeTax: add(sum.incomeTax, slip.incomeTax.amount),
      nationalInsurance: addNationalInsurance(sum.nationalInsurance, slip.niBands),
      studentLoan: add(sum.studentLoan, slip.studentLoan.amount),
      postgraduateLoan: add(sum.postgraduateLoan, slip.postgraduateLoan.amount),
      employeePension: add(sum.employeePension, slip.employeePension.amount),
      employerPension: add(sum.employerPension, slip.employerPension.amount),
      statutorySickPay: add(
        sum.statutorySickPay,
        ofKind((kind) => kind === "statutorySickPay"),
      ),
      statutoryParentalPay: add(
        sum.statutoryParentalPay,
        ofKind((kind) => parentalKinds.includes(kind)),
      ),
      netPay: add(sum.netPay, slip.netPay.amount),
    };
  }, opening);
}
