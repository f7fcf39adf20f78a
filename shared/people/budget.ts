import * as z from "zod";
import { RecordId } from "../core/identifiers.ts";
import { BasisPoints, Pence } from "../core/money.ts";
import { PlainDate } from "../core/plainDate.ts";
import { optionalText, requiredText } from "../core/text.ts";

export const FunderKind = z.enum(["integratedCareBoard", "council", "other"]);
export type FunderKind = z.infer<typeof FunderKind>;

/** What is typed about a public body that pays. One board may have many local offices, so the place counts. */
export const FunderDetails = z.object({
  kind: FunderKind,
  name: requiredText("Enter the name of who pays"),
  place: optionalText().default(""),
  contactName: optionalText().default(""),
  contactEmail: optionalText().default(""),
  contactAddress: optionalText(400).default(""),
});
export type FunderDetails = z.infer<typeof FunderDetails>;

/** A public body that pays. A body that merged ends, and its successor names it as predecessor. */
export const Funder = FunderDetails.extend({
  id: RecordId,
  fromOn: PlainDate,
  toOn: PlainDate.nullable(),
  predecessorId: RecordId.nullable(),
});
export type Funder = z.infer<typeof Funder>;

/** The ground a budget is given on. */
export const BudgetCohort = z.enum([
  "continuingHealthcare",
  "childrensContinuingCare",
  "section117",
  "wheelchair",
  "jointPackage",
  "councilCare",
  "other",
]);
export type BudgetCohort = z.infer<typeof BudgetCohort>;

/** How the direct payment is held. The holder accounts for all three (SI 2017/219 regulation 2). */
export const BudgetHolding = z.enum(["ownAccount", "prepaidCard", "managedAccount"]);
export type BudgetHolding = z.infer<typeof BudgetHolding>;

/** The terms of one agreement, `fromOn` to `toOn`, both included. */
export const BudgetDetails = z.object({
  reference: requiredText("Enter the reference on your agreement", 80),
  cohort: BudgetCohort,
  holding: BudgetHolding,
  fromOn: PlainDate,
  toOn: PlainDate,
  /** Weeks of the regular payment that may stay in the account. */
  reserveWeeks: z.number().int("Enter whole weeks").min(0, "Enter 0 to 52 weeks").max(52, "Enter 0 to 52 weeks"),
  firstReviewOn: PlainDate.nullable().default(null),
  nextReviewOn: PlainDate.nullable().default(null),
  notes: optionalText(4000).default(""),
});
export type BudgetDetails = z.infer<typeof BudgetDetails>;

export const Budget = BudgetDetails.extend({ id: RecordId, budgetPersonId: RecordId, leadFunderId: RecordId.nullable() });
export type Budget = z.infer<typeof Budget>;

/** A funder's part of everything spent, in hundredths of one per cent, from a date on. One of them takes the odd penny. */
export const FunderShare = z.object({
  id: RecordId,
  budgetId: RecordId,
  funderId: RecordId,
  fromOn: PlainDate,
  shareBasisPoints: BasisPoints.min(0).max(10_000),
  takesResidualPenny: z.boolean(),
});
export type FunderShare = z.infer<typeof FunderShare>;

export const PaymentCycle = z.enum(["weekly", "fortnightly", "fourWeekly", "monthly", "quarterly", "oneOff"]);
export type PaymentCycle = z.infer<typeof PaymentCycle>;

/** What is typed about payments that a funder promised. `weeksInAdvance`: how long before the weeks it is for the money comes. */
export const PaymentScheduleDetails = z.object({
  amountPence: Pence.min(1, "Enter an amount above £0"),
  cycle: PaymentCycle,
  firstOn: PlainDate,
  lastOn: PlainDate.nullable().default(null),
  weeksInAdvance: z.number().int().min(0).max(52).default(0),
});
export type PaymentScheduleDetails = z.infer<typeof PaymentScheduleDetails>;

/** Payments that a funder promised: the base of the expected receipts. */
export const PaymentSchedule = PaymentScheduleDetails.extend({ id: RecordId, budgetId: RecordId, funderId: RecordId });
export type PaymentSchedule = z.infer<typeof PaymentSchedule>;

/** Shares must add up to 100 %. Answers how far off they are, in basis points: 0 when right, above 0 when something is missing. */
export function missingShare(shares: readonly { readonly shareBasisPoints: number }[]): number {
  return 10_000 - shares.reduce((sum, share) => sum + share.shareBasisPoints, 0);
}
