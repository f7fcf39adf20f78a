import { type Pence, pence } from "../../core/money.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";
import type { PayslipResult } from "../types.ts";

export interface P45Input {
  readonly startedOn: PlainDate;
  readonly leavesOn: PlainDate;
  /** The last sealed payslip of the job in the tax year. Null: nothing was paid in it. */
  readonly lastPayslip: Pick<PayslipResult, "payday" | "taxCode" | "isWeek1Month1" | "taxPeriod" | "studentLoanPlan" | "yearToDate"> | null;
  readonly taxCode: string;
}

interface P45Facts {
  readonly leavesOn: PlainDate;
  readonly taxCode: string;
  readonly isWeek1Month1: boolean;
  /** Student loan deductions go on in the next job. Postgraduate loans have no box. */
  readonly continuesStudentLoan: boolean;
  /** Tax week or month of the last payment. Null on a week 1/month 1 code and when nothing was paid. */
  readonly week: number | null;
  readonly month: number | null;
  /** All pay and tax of the tax year, earlier jobs included. Null on a week 1/month 1 code. Pence. */
  readonly totalPayToDate: Pence | null;
  readonly totalTaxToDate: Pence | null;
  /** Of this job alone; null when it is the same as the total. Pence. */
  readonly payInThisEmployment: Pence | null;
  readonly taxInThisEmployment: Pence | null;
}

/**
 * What goes on a P45, from the last sealed payslip: code, week or month, pay and tax to date. On a week 1/month 1 code only the pay and tax of this job are
 * told. Refuses a leaving date before the start. Source: PAYE Regulations 2003, regulation 36; HMRC, P45 guidance.
 */
export function p45FactsOf({ startedOn, leavesOn, lastPayslip, taxCode }: P45Input): Verdict<P45Facts> {
  if (leavesOn < startedOn) {
    const rule = `The last day is before the first day, ${formatDate(startedOn)}.`;
    return refused(problem("leavesOn", leavesOn, rule, "Correct the start or the leaving date."));
  }
  if (lastPayslip === null) {
    const nothing = pence(0);
    const facts = { leavesOn, taxCode, isWeek1Month1: false, continuesStudentLoan: false, week: null, month: null };
    return accepted({ ...facts, totalPayToDate: nothing, totalTaxToDate: nothing, payInThisEmployment: null, taxInThisEmployment: null });
  }
  const { isWeek1Month1, taxPeriod, studentLoanPlan, yearToDate } = lastPayslip;
  const { taxablePay, incomeTax, previousTaxablePay, previousIncomeTax } = yearToDate;
  const hasEarlierJob = previousTaxablePay !== 0 || previousIncomeTax !== 0;
  const tellsThisJob = isWeek1Month1 || hasEarlierJob;
  return accepted({
    leavesOn,
    taxCode: lastPayslip.taxCode,
    isWeek1Month1,
    continuesStudentLoan: studentLoanPlan !== null,
    week: !isWeek1Month1 && taxPeriod.table === "weekly" ? taxPeriod.number : null,
    month: !isWeek1Month1 && taxPeriod.table === "monthly" ? taxPeriod.number : null,
    totalPayToDate: isWeek1Month1 ? null : pence(previousTaxablePay + taxablePay),
    totalTaxToDate: isWeek1Month1 ? null : pence(previousIncomeTax + incomeTax),
    payInThisEmployment: tellsThisJob ? taxablePay : null,
    taxInThisEmployment: tellsThisJob ? incomeTax : null,
  });
}
