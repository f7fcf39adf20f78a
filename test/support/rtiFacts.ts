import { plainDate } from "../../shared/core/plainDate.ts";
import { calculatePayslip } from "../../shared/payroll/payslip/calculatePayslip.ts";
import { startOfYear } from "../../shared/payroll/payslip/yearToDate.ts";
import { buildFullPaymentSubmission, type FullPaymentSubmissionInput } from "../../shared/payroll/rti/buildFullPaymentSubmission.ts";
import { EmployeeFacts, type EmployeePaymentFacts, EmployerFacts, PaymentFacts } from "../../shared/payroll/rti/submissionFacts.ts";
import type { PayslipInput, PayslipResult } from "../../shared/payroll/types.ts";
import { ratesFor } from "../../shared/rates/ratesFor.ts";
import { aPayslipInput } from "./payslipBuilders.ts";

/** A made-up employer with references of the right shape. */
export const anEmployer = (change: Partial<EmployerFacts> = {}): EmployerFacts =>
  EmployerFacts.parse({ payeReference: "123/AB456", accountsOfficeReference: "123PA00012345", ...change });

/** A made-up assistant who has been here since before the app. */
export const anEmployee = (change: Partial<EmployeeFacts> = {}): EmployeeFacts =>
  EmployeeFacts.parse({
    firstName: "Priya",
    lastName: "Example",
    nationalInsuranceNumber: "AB123456C",
    dateOfBirth: "1990-03-14",
    gender: "F",
    address: "1 Example Street, Exampletown",
    postcode: "ZZ99 9ZZ",
    payrollNumber: "PA-001",
    startOn: "2025-01-06",
    endOn: null,
    starterKind: "existing",
    isNewToHmrc: false,
    contractedMinutesPerWeek: 20 * 60,
    ...change,
  });

export const aPayment = (change: Partial<PaymentFacts> = {}): PaymentFacts => PaymentFacts.parse(change);

/** A sealed payslip; refused input fails the test at once. */
export function aPayslip(change: Partial<PayslipInput> = {}): PayslipResult {
  const input = aPayslipInput(change);
  const rates = ratesFor(input.payday);
  if (!rates) throw new Error(`No rates for ${input.payday}`);
  const verdict = calculatePayslip(input, rates);
  if (!verdict.ok) throw new Error(verdict.problems.map(({ rule }) => rule).join(" "));
  return verdict.value;
}

/** One employee with one four-weekly payslip of £1,400. */
export const anEmployeePayment = (change: Partial<EmployeePaymentFacts> = {}): EmployeePaymentFacts => ({
  employee: anEmployee(),
  payment: aPayment(),
  opening: startOfYear(),
  payslips: [aPayslip()],
  ...change,
});

export const aSubmissionInput = (change: Partial<FullPaymentSubmissionInput> = {}): FullPaymentSubmissionInput => ({
  employer: anEmployer(),
  employees: [anEmployeePayment()],
  finalSubmission: null,
  today: plainDate("2026-05-01"),
  ...change,
});

/** The submission; a refusal fails the test at once. */
export function aSubmission(change: Partial<FullPaymentSubmissionInput> = {}) {
  const verdict = buildFullPaymentSubmission(aSubmissionInput(change));
  if (!verdict.ok) throw new Error(verdict.problems.map(({ code, field, rule }) => `${code} ${field}: ${rule}`).join("\n"));
  return verdict.value;
}

/** HMRC's codes of what is refused; empty when nothing is. */
export function refusedCodes(change: Partial<FullPaymentSubmissionInput>): string[] {
  const verdict = buildFullPaymentSubmission(aSubmissionInput(change));
  return verdict.ok ? [] : verdict.problems.map(({ code }) => code);
}
