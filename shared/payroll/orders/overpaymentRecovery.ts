import { type Explained, explain } from "../../core/explanation.ts";
import { formatPence, type Pence, pence } from "../../core/money.ts";
import { accepted, refused, type Verdict } from "../problems.ts";
import { type InstalmentInput, instalmentLines, instalmentProblems } from "./instalment.ts";

export interface OverpaymentInput extends InstalmentInput {
  /** Whether this is the last pay of the job: then all that is left is taken, as far as the net pay goes. */
  readonly isLastPay: boolean;
}

interface OverpaymentRecovery {
  readonly recovery: Explained;
  readonly left: Pence;
}

/**
 * What is taken from net pay to make good wages paid by mistake, in pence: the instalment, or what is left if that is less; all of it from the last pay.
 * Never more than the net pay. It needs no agreement in writing and does not count as pay below the minimum wage; talk about it first.
 * Refuses sums that are not above zero and recovery beyond the overpayment.
 * Source: Employment Rights Act 1996, section 14(1); National Minimum Wage Regulations 2015, regulation 12(2).
 */
export function calculateOverpaymentRecovery(input: OverpaymentInput): Verdict<OverpaymentRecovery> {
  const problems = instalmentProblems(input);
  if (problems.length > 0) return refused(...problems);
  const recovery = explain(
    { name: "Wages paid by mistake", source: "Employment Rights Act 1996, section 14(1)" },
    instalmentLines(input, input.isLastPay),
  );
  const left = pence(input.openingSum - input.takenBefore - recovery.amount);
  return accepted({ recovery: { ...recovery, lines: [...recovery.lines, { text: `${formatPence(left)} is left to make good.` }] }, left });
}
