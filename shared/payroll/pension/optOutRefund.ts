import { type Explained, explain } from "../../core/explanation.ts";
import type { Pence } from "../../core/money.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";

/** What one sealed payslip took for the pension. Below zero: given back already. Pence. */
interface SealedContribution {
  readonly payday: PlainDate;
  /** Taken from pay, without the tax relief that the scheme claims. */
  readonly employee: Pence;
  readonly employer: Pence;
}

interface OptOutRefund {
  /** Goes to the employee with the wages. */
  readonly employee: Explained;
  /** Comes back to the employer. */
  readonly employer: Explained;
}

/**
 * What goes back after an opt-out, in pence: all that sealed payslips took since the enrolment, less what was given back already. Tax relief that the
 * scheme claimed is not part of it: the scheme gives it back to HMRC itself.
 * Source: Pensions Act 2008, section 8(2); Automatic Enrolment Regulations 2010, regulation 11; payroll rules, section 10.
 */
export function calculateOptOutRefund(enrolledOn: PlainDate, contributions: readonly SealedContribution[]): OptOutRefund {
  const since = contributions.filter(({ payday }) => payday >= enrolledOn).sort((a, b) => a.payday.localeCompare(b.payday));
  const refundOf = (who: "employee" | "employer") =>
    explain(
      { name: "Pension refund after opting out", source: "Automatic Enrolment Regulations 2010, regulation 11" },
      since.length > 0
        ? since.map((contribution) => ({ text: `Payday ${formatDate(contribution.payday)}, the ${who}'s share.`, amount: contribution[who] }))
        : [{ text: `Nothing was taken since ${formatDate(enrolledOn)}.` }],
    );
  return { employee: refundOf("employee"), employer: refundOf("employer") };
}
