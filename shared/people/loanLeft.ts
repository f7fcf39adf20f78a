import { type Explained, explain } from "../core/explanation.ts";
import { formatPence, type Pence, pence } from "../core/money.ts";
import { formatDate, type PlainDate } from "../core/plainDate.ts";

/**
 * What is left of a loan or an advance to an assistant: the sum handed over, less what sealed payslips took back. All in pence.
 * Source: the written agreement; nothing may be taken from wages without one (Employment Rights Act 1996, section 13).
 */
export function explainLoanLeft(
  loan: { readonly label: string; readonly sumPence: Pence; readonly paidOn: PlainDate; readonly agreedOn: PlainDate },
  repaid: Pence,
): Explained {
  const rule = { name: "Loan to an assistant", source: `Written agreement of ${formatDate(loan.agreedOn)}; Employment Rights Act 1996, section 13` };
  const lent = { text: `${loan.label}: ${formatPence(loan.sumPence)} handed over on ${formatDate(loan.paidOn)}.`, amount: loan.sumPence };
  if (repaid === 0) return explain(rule, [lent, { text: "No finished payslip has taken anything back yet." }]);
  return explain(rule, [lent, { text: `Finished payslips took back ${formatPence(repaid)}.`, amount: pence(-repaid) }]);
}
