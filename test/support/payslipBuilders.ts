import { explain } from "../../shared/core/explanation.ts";
import { type Minutes, minutes } from "../../shared/core/minutes.ts";
import { basisPoints, type Pence, pence } from "../../shared/core/money.ts";
import { plainDate } from "../../shared/core/plainDate.ts";
import { startOfYear } from "../../shared/payroll/payslip/yearToDate.ts";
import type { PayLine, PayslipInput } from "../../shared/payroll/types.ts";

/** A line of hours worth an amount. */
export function aPayLine(amount: Pence, change: Partial<PayLine> = {}): PayLine {
  const label = change.label ?? "Weekday care";
  return {
    kind: "hours",
    label,
    minutes: minutes(60) as Minutes,
    units: null,
    ratePence: amount,
    amount,
    planLineId: null,
    explanation: explain({ name: "Pay", source: "test" }, [{ text: `${label}.`, amount }]),
    ...change,
  };
}

/** A plain payslip input: four-weekly, 1257L, letter A, in the pension with relief at source, nothing earned yet this year. */
export function aPayslipInput(change: Partial<PayslipInput> = {}): PayslipInput {
  return {
    payday: plainDate("2026-05-01"),
    periodFrom: plainDate("2026-04-06"),
    periodTo: plainDate("2026-05-03"),
    payFrequency: "fourWeekly",
    employeeName: "Tom",
    dateOfBirth: plainDate("1990-03-14"),
    startedOn: plainDate("2025-01-06"),
    leftOn: null,
    taxSetting: { code: "1257L", isWeek1Month1: false },
    nationalInsuranceCategory: "A",
    studentLoanPlan: null,
    hasPostgraduateLoan: false,
    pension: {
      status: "member",
      taxTreatment: "reliefAtSource",
      earningsBasis: "qualifyingEarnings",
      employeeRate: basisPoints(500),
      employerRate: basisPoints(300),
    },
    payLines: [aPayLine(pence(1_400_00))],
    otherDeductions: [],
    orders: [],
    earlierInEarningsPeriod: null,
    pensionRefund: null,
    yearToDate: startOfYear(),
    ...change,
  };
}
