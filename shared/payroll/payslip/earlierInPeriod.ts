import { type Pence, pence, sumPence } from "../../core/money.ts";
import type { EarlierInEarningsPeriod, PayslipResult } from "../types.ts";
import { addNationalInsurance } from "./yearToDate.ts";

/**
 * What sealed payslips of one earnings period paid and took, in pence, for one more payment in the same period; null when there is none. Give it the
 * payslips whose payday lies in the same tax week, weeks or month as the new payday. Contributions are what was really taken; tax is kept only of
 * payments taxed on their own (week 1/month 1, or an extra payday), by tax code.
 * Source: Social Security (Contributions) Regulations 2001, regulation 3; payroll rules, sections 4.3, 5.1 and 6.
 */
export function earlierInEarningsPeriodOf(payslips: readonly PayslipResult[]): EarlierInEarningsPeriod | null {
  if (payslips.length === 0) return null;
  const sum = (of: (slip: PayslipResult) => Pence) => sumPence(payslips.map(of));
  // A refund after an opt-out is no contribution of this period that one more could be less by.
  const taken = (of: (slip: PayslipResult) => Pence) => sumPence(payslips.map((slip) => pence(Math.max(0, of(slip)))));
  return {
    earnings: sum(({ niBands }) => niBands.grossEarnings),
    nationalInsurance: payslips.reduce<EarlierInEarningsPeriod["nationalInsurance"]>((all, { niBands }) => addNationalInsurance(all, niBands), []),
    taxedAlone: taxedAloneIn(payslips),
    studentLoan: sum(({ studentLoan }) => studentLoan.amount),
    postgraduateLoan: sum(({ postgraduateLoan }) => postgraduateLoan.amount),
    pensionableEarnings: sum(({ pensionableEarnings }) => pensionableEarnings),
    employeePension: taken(({ employeePension }) => employeePension.amount),
    pensionTaxRelief: sum(({ pensionTaxRelief }) => pensionTaxRelief),
    employerPension: taken(({ employerPension }) => employerPension.amount),
  };
}

/** A cumulative payment is left out: its tax belongs to the year so far, and a refund in it must never be taken back by a payment taxed on its own. */
function taxedAloneIn(payslips: readonly PayslipResult[]): EarlierInEarningsPeriod["taxedAlone"] {
  const byCode = new Map<string, EarlierInEarningsPeriod["taxedAlone"][number]>();
  for (const { taxCode, isWeek1Month1, taxPeriod, taxablePay, incomeTax } of payslips) {
    if (!isWeek1Month1 && !taxPeriod.isExtraPayday) continue;
    const before = byCode.get(taxCode);
    byCode.set(taxCode, {
      taxCode,
      taxablePay: pence((before?.taxablePay ?? 0) + taxablePay.amount),
      incomeTax: pence((before?.incomeTax ?? 0) + incomeTax.amount),
    });
  }
  return [...byCode.values()];
}
