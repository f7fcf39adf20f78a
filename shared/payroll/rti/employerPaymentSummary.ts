import * as z from "zod";
import { Pence } from "../../core/money.ts";
import { PlainDate } from "../../core/plainDate.ts";
import { EmployerReferences } from "./fullPaymentSubmission.ts";
import { FinalSubmission } from "./submissionFacts.ts";

/** From the 6th of a month to the 5th of a month: whole tax months. */
export const TaxMonthsSpan = z.object({ from: PlainDate, to: PlainDate });
export type TaxMonthsSpan = z.infer<typeof TaxMonthsSpan>;

/** The kinds of statutory pay an employer gets back. */
export const RecoveredKind = z.enum(["maternity", "paternity", "adoption", "sharedParental", "parentalBereavement", "neonatalCare"]);
export type RecoveredKind = z.infer<typeof RecoveredKind>;

/** What is got back of one kind, and the compensation a small employer gets with it, since 6 April. Pence. */
export const RecoveredToDate = z.object({ kind: RecoveredKind, recovered: Pence, compensation: Pence });
export type RecoveredToDate = z.infer<typeof RecoveredToDate>;

/** Bank account for a repayment by HMRC (items 156 to 159). */
export const RepaymentAccount = z.object({
  holderName: z.string(),
  accountNumber: z.string(),
  sortCode: z.string(),
  buildingSocietyReference: z.string().nullable().default(null),
});
export type RepaymentAccount = z.infer<typeof RepaymentAccount>;

/**
 * An Employer Payment Summary: what an employer tells HMRC beside the payments. Each part is null when there is nothing to tell. There is no
 * Apprenticeship Levy in it: that begins at a yearly pay bill of £3 million.
 * Source: HMRC, RTI data item guide and Employer Payment Summary schema.
 */
export const EmployerPaymentSummary = z.object({
  taxYear: z.string(),
  employer: EmployerReferences,
  /** Tax months in which nobody was paid, up to the one that runs now (items 87Ba, 137). */
  noPayment: TaxMonthsSpan.nullable(),
  /** Coming tax months in which nobody will be paid (item 136). */
  inactivity: TaxMonthsSpan.nullable(),
  /** True claims Employment Allowance, false stops it (item 166). */
  employmentAllowance: z.boolean().nullable(),
  /** Statutory pay got back, to the end of the tax month (items 92 to 100, 167, 206, 207, 215, 216). */
  recovered: z.object({ taxMonth: z.number().int(), amounts: z.array(RecoveredToDate) }).nullable(),
  account: RepaymentAccount.nullable(),
  finalSubmission: FinalSubmission.nullable(),
});
export type EmployerPaymentSummary = z.infer<typeof EmployerPaymentSummary>;
