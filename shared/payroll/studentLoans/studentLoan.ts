import { type Explained, explain, type Rule } from "../../core/explanation.ts";
import { above, formatPence, formatRate, multiply, type Pence, pence } from "../../core/money.ts";
import type { LoanRates, StudentLoanRates } from "../../rates/taxYearRates.ts";
import { accepted, type PayProblem, problem, refused, type Verdict } from "../problems.ts";
import type { PayFrequency, StudentLoanPlan } from "../types.ts";
import type { LoanDeductions } from "./restrictLoans.ts";

export interface StudentLoanInput {
  /** Pay of this period that counts for National Insurance. */
  readonly earnings: Pence;
  readonly payFrequency: PayFrequency;
  /** The undergraduate plan on the start notice; only one at a time. */
  readonly plan: StudentLoanPlan | null;
  readonly hasPostgraduateLoan: boolean;
}

/**
 * Student loan and postgraduate loan deductions of one period, whole pounds in pence, each rounded down by itself. Not cumulative.
 * Refuses a plan that is not collected in the year (plan 5 before 6 April 2026).
 * Source: Education (Student Loans) (Repayment) Regulations 2009; payroll rules, section 6.
 */
export function calculateStudentLoan(input: StudentLoanInput, rates: LoanYear): Verdict<LoanDeductions> {
  const problems = planNotTaken(input.plan, rates);
  return problems.length > 0 ? refused(...problems) : accepted(loansOf(input, rates));
}

/**
 * Loan deductions of a payment that is for several earnings periods at once (late wages, holiday in advance), in pence: each period by itself, each cut to whole pounds.
 * Refuses what `calculateStudentLoan` refuses. Source: payroll rules, section 6; HMRC NIM08700.
 */
export function studentLoansOfSeveral(
  earningsOfEach: readonly Pence[],
  settings: Omit<StudentLoanInput, "earnings">,
  rates: LoanYear,
): Verdict<LoanDeductions> {
  const problems = planNotTaken(settings.plan, rates);
  if (problems.length > 0) return refused(...problems);
  const periods = earningsOfEach.map((earnings) => loansOf({ ...settings, earnings }, rates));
  const sum = (name: string, loan: keyof LoanDeductions, isTaken: boolean) =>
    explain(
      loanRule(name, rates),
      (isTaken ? periods : periods.slice(0, 1)).flatMap((period) => period[loan].lines),
    );
  return accepted({
    studentLoan: sum("Student loan", "studentLoan", settings.plan !== null),
    postgraduateLoan: sum("Postgraduate loan", "postgraduateLoan", settings.hasPostgraduateLoan),
  });
}

type LoanYear = { readonly taxYear: string; readonly studentLoans: StudentLoanRates };

const loanRule = (name: string, { taxYear, studentLoans }: LoanYear): Rule => ({ name, source: studentLoans.sources[0], ratesYear: taxYear });

function planNotTaken(plan: StudentLoanPlan | null, { taxYear, studentLoans }: LoanYear): PayProblem[] {
  if (plan === null || studentLoans.plans[plan] !== null) return [];
  const wayOut = "Check the plan on the start notice from HMRC.";
  return [problem("studentLoanPlan", plan, `Plan ${plan} is not taken from wages in ${taxYear}.`, wayOut)];
}

function loansOf({ earnings, payFrequency, plan, hasPostgraduateLoan }: StudentLoanInput, rates: LoanYear): LoanDeductions {
  const { plans, postgraduate } = rates.studentLoans;
  const student = plan === null ? null : plans[plan];
  const due = (name: string, label: string, loan: LoanRates | null) => loanDeduction(loanRule(name, rates), label, loan, earnings, payFrequency);
  return {
    studentLoan: due("Student loan", plan === null ? "No student loan is taken." : `Plan ${plan}`, student),
    postgraduateLoan: hasPostgraduateLoan
      ? due("Postgraduate loan", "Postgraduate loan", postgraduate)
      : due("Postgraduate loan", "No postgraduate loan is taken.", null),
  };
}

function loanDeduction(rule: Rule, label: string, loan: LoanRates | null, earnings: Pence, payFrequency: PayFrequency): Explained {
  if (loan === null) return explain(rule, [{ text: label }]);
  const threshold = loan.thresholds[payFrequency];
  const part = above(earnings, threshold);
  if (part === 0) return explain(rule, [{ text: `${label}: pay is not above ${formatPence(threshold)}, so nothing is taken.` }]);
  const exact = multiply(part, loan.rate, "down");
  const text = `${label}: ${formatPence(part)} of the pay is above ${formatPence(threshold)}: ${formatRate(loan.rate)} of that, cut to whole pounds.`;
  return explain(rule, [{ text, amount: pence(exact - (exact % 100)) }]);
}
