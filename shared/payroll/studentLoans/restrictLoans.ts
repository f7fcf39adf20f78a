import { type Explained, explain } from "../../core/explanation.ts";
import { formatPence, type Pence, pence } from "../../core/money.ts";

/** The two loan deductions of one payment. Pence. */
export interface LoanDeductions {
  readonly studentLoan: Explained;
  readonly postgraduateLoan: Explained;
}

/**
 * Loan deductions kept within `room`, the pence of pay that may go to them: the student loan first, then the postgraduate loan, each in whole
 * pounds. `why` begins the line that tells of it ("Orders that come first leave").
 * Source: HMRC, Collection of Student Loans Manual CSLM18025; Education (Student Loans) (Repayment) Regulations 2000, regulation 36; the student
 * loan before the postgraduate loan is recalled. Payroll rules, section 6.
 */
export function restrictLoans({ studentLoan, postgraduateLoan }: LoanDeductions, room: Pence, why: string): LoanDeductions {
  const student = withinRoom(studentLoan, room, why);
  return { studentLoan: student, postgraduateLoan: withinRoom(postgraduateLoan, pence(room - student.amount), why) };
}

function withinRoom(loan: Explained, room: Pence, why: string): Explained {
  if (loan.amount <= room) return loan;
  const most = Math.max(0, room);
  const wholePounds = pence(most - (most % 100));
  const text = `${why} ${formatPence(pence(most))} for this loan, so ${formatPence(wholePounds)} is taken, in whole pounds.`;
  return explain(loan.rule, [...loan.lines, { text, amount: pence(wholePounds - loan.amount) }]);
}
