import { type Explained, explain } from "../../core/explanation.ts";
import { above, formatPence, formatRate, multiply, type Pence, pence } from "../../core/money.ts";
import type { LoanRates, StudentLoanRates } from "../../rates/taxYearRates.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";
import type { PayFrequency, StudentLoanPlan } from "../types.ts";

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
export function calculateStudentLoan(
  { earnings, payFrequency, plan, hasPostgraduateLoan }: StudentLoanInput,
  rates: { readonly taxYear: string; readonly studentLoans: StudentLoanRates },
): Verdict<{ readonly studentLoan: Explained; readonly postgraduateLoan: Explained }> {
  const { plans, postgraduate, sources } = rates.studentLoans;
  const source = sources[0];
  const planRates = plan === null ? null : plans[plan];
  if (plan !== null && planRates === null) {
    const wayOut = "Check the plan on the start notice from HMRC.";
    return refused(problem("studentLoanPlan", plan, `Plan ${plan} is not taken from wages in ${rates.taxYear}.`, wayOut));
  }
  const due = (name: string, label: string, loan: LoanRates | null) =>
    loanDeduction(name, label, loan, earnings, payFrequency, source, rates.taxYear);
  return accepted({
    studentLoan: due("Student loan", plan === null ? "No student loan is taken." : `Plan ${plan}`, planRates),
    postgraduateLoan: due(
      "Postgraduate loan",
      hasPostgraduateLoan ? "Postgraduate loan" : "No postgraduate loan is taken.",
      hasPostgraduateLoan ? postgraduate : null,
    ),
  });
}

/**
 * Loan deductions of a payment that is for several earnings periods at once (late wages), in pence: each period by itself, each cut to whole pounds.
 * Refuses what `calculateStudentLoan` refuses. Source: payroll rules, section 6; HMRC NIM08700.
 */
export function studentLoansOfSeveral(
  earningsOfEach: readonly Pence[],
  settings: Omit<StudentLoanInput, "earnings">,
  rates: { readonly taxYear: string; readonly studentLoans: StudentLoanRates },
): Verdict<{ readonly studentLoan: Explained; readonly postgraduateLoan: Explained }> {
  let sum = calculateStudentLoan({ ...settings, earnings: pence(0) }, rates);
  for (const [index, earnings] of earningsOfEach.entries()) {
    const period = calculateStudentLoan({ ...settings, earnings }, rates);
    if (!sum.ok || !period.ok) return period;
    const add = (before: Explained, now: Explained) => explain(now.rule, index === 0 ? now.lines : [...before.lines, ...now.lines]);
    sum = accepted({
      studentLoan: add(sum.value.studentLoan, period.value.studentLoan),
      postgraduateLoan: add(sum.value.postgraduateLoan, period.value.postgraduateLoan),
    });
  }
  return sum;
}

function loanDeduction(
  name: string,
  label: string,
  loan: LoanRates | null,
  earnings: Pence,
  payFrequency: PayFrequency,
  source: string,
  ratesYear: string,
): Explained {
  const rule = { name, source, ratesYear };
  if (loan === null) return explain(rule, [{ text: label }]);
  const threshold = loan.thresholds[payFrequency];
  const part = above(earnings, threshold);
  if (part === 0) return explain(rule, [{ text: `${label}: pay is not above ${formatPence(threshold)}, so nothing is taken.` }]);
  const exact = multiply(part, loan.rate, "down");
  const text = `${label}: ${formatPence(part)} is above ${formatPence(threshold)}. ${formatRate(loan.rate)} of that, cut to whole pounds.`;
  return explain(rule, [{ text, amount: pence(exact - (exact % 100)) }]);
}
