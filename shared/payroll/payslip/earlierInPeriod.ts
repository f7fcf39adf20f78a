import { type Pence, sumPence } from "../../core/money.ts";
import type { EarlierInEarningsPeriod, PayslipResult } from "../types.ts";
import { addNationalInsurance } from "./yearToDate.ts";

/**
 * What sealed payslips of one earnings period paid and took, in pence, for one more payment in the same period; null when there is none. Give it the
 * payslips whose payday lies in the same tax week, weeks or month as the new payday. Contributions are what was really taken.
 * Source: Social Security (Contributions) Regulations 2001, regulation 3; payroll rules, sections 4.3, 5.1 and 6.
 */
export function earlierInEarningsPeriodOf(payslips: readonly PayslipResult[]): EarlierInEarningsPeriod | null {
  if (payslips.length === 0) return null;
  const sum = (of: (slip: PayslipResult) => Pence) => sumPence(payslips.map(of));
  return {
    earnings: sum(({ niBands }) => niBands.grossEarnings),
    nationalInsurance: payslips.reduce<EarlierInEarningsPeriod["nationalInsurance"]>((all, { niBands }) => addNationalInsurance(all, niBands), []),
    taxablePay: sum(({ taxablePay }) => taxablePay.amount),
    incomeTax: sum(({ incomeTax }) => incomeTax.amount),
    studentLoan: sum(({ studentLoan }) => studentLoan.amount),
    postgraduateLoan: sum(({ postgraduateLoan }) => postgraduateLoan.amount),
    pensionableEarnings: sum(({ pensionableEarnings }) => pensionableEarnings),
    employeePension: sum(({ employeePension }) => employeePension.amount),
    pensionTaxRelief: sum(({ pensionTaxRelief }) => pensionTaxRelief),
    employerPension: sum(({ employerPension }) => employerPension.amount),
  };
}
