import { type Explained, explain } from "../../core/explanation.ts";
import { formatPence, type Pence, pence } from "../../core/money.ts";
import { accepted, refused, type Verdict } from "../problems.ts";
import { type InstalmentInput, instalmentLines, instalmentProblems } from "./instalment.ts";

export interface EmployerLoanInput extends InstalmentInput {
  readonly kind: "loan" | "advance";
  /** Whether this is the last pay of the job. */
  readonly isLastPay: boolean;
  /** Whether the employee has agreed in writing that the rest is taken from the last pay. */
  readonly hasAgreedToRepayOnLeaving: boolean;
}

interface EmployerLoanRepayment {
  readonly repayment: Explained;
  readonly left: Pence;
}

/**
 * What is taken from net pay to repay a loan or an advance of wages, in pence: the instalment, or what is left if that is less; all that is left from the
 * last pay when agreed in writing. Never more than the net pay. A loan or advance repaid does not count as pay below the minimum wage.
 * Refuses sums that are not above zero and repayments beyond the loan.
 * Source: Employment Rights Act 1996, sections 13 and 14; National Minimum Wage Regulations 2015, regulation 12(2).
 */
export function calculateEmployerLoan(input: EmployerLoanInput): Verdict<EmployerLoanRepayment> {
  const problems = instalmentProblems(input);
  if (problems.length > 0) return refused(...problems);
  const takesAll = input.isLastPay && input.hasAgreedToRepayOnLeaving;
  const name = input.kind === "loan" ? "Loan from the employer" : "Advance of wages";
  const lines = instalmentLines(input, takesAll);
  if (takesAll) lines.push({ text: "It is the last pay, and it was agreed in writing that the rest is taken from it." });
  const repayment = explain({ name, source: "Employment Rights Act 1996, section 13" }, lines);
  const left = pence(input.openingSum - input.takenBefore - repayment.amount);
  const told = input.isLastPay && left > 0 ? `${formatPence(left)} is left. Ask for it outside pay.` : `${formatPence(left)} is left to repay.`;
  return accepted({ repayment: { ...repayment, lines: [...repayment.lines, { text: told }] }, left });
}
