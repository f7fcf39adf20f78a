import * as z from "zod";
import { RecordId } from "../core/identifiers.ts";
import { Pence } from "../core/money.ts";
import { PlainDate } from "../core/plainDate.ts";

/** The accounts of the double-entry ledger. With their dimensions (bank account, funder, engagement) they are the whole chart of accounts. */
export const ledgerAccounts = [
  "bank",
  "cash",
  "receivedFromFunder",
  "contribution",
  "wagesDue",
  "hmrcDue",
  "pensionDue",
  "ordersDue",
  "loansToAssistants",
  "suppliersDue",
  "owedToPerson",
  "spending",
  "openingBalance",
  "otherReceipts",
] as const;
export const LedgerAccount = z.enum(ledgerAccounts);
export type LedgerAccount = z.infer<typeof LedgerAccount>;

/** What happened in the world that moved money. */
export const journalEvents = [
  "openingBalance",
  "directPayment",
  "contribution",
  "payRun",
  "employmentAllowance",
  "statutoryPayRecovered",
  "assistantLoan",
  "wagePayment",
  "hmrcPayment",
  "pensionPayment",
  "orderPayment",
  "invoice",
  "supplierPayment",
  "purchase",
  "ownMoneyIn",
  "ownMoneyReturned",
  "refund",
  "transfer",
  "payrollCorrection",
  "reversal",
  "otherReceipt",
] as const;
export const JournalEvent = z.enum(journalEvents);
export type JournalEvent = z.infer<typeof JournalEvent>;

/** One side of a journal. `amountPence` above zero is a debit, below zero a credit; never zero. `dueOn` is when a debt must be paid. */
export const NewPosting = z.object({
  account: LedgerAccount,
  amountPence: Pence,
  bankAccountId: RecordId.optional(),
  funderId: RecordId.optional(),
  engagementId: RecordId.optional(),
  planLineId: RecordId.optional(),
  category: z.string().optional(),
  payRunId: RecordId.optional(),
  dueOn: PlainDate.optional(),
  deductionOrderId: RecordId.optional(),
});
export type NewPosting = z.infer<typeof NewPosting>;

/** A journal to post: two or more postings that add to zero, for one document. */
export interface NewJournal {
  readonly postedOn: PlainDate;
  readonly event: JournalEvent;
  readonly description: string;
  readonly documentKind?: string;
  readonly documentId?: string;
  readonly reversesJournalId?: string;
  readonly postings: readonly NewPosting[];
}

/** The verdict on a journal: undefined when it may be posted, else the reason it may not. Rule: model.md, "must always hold" 1. */
export function problemWithJournal(postings: readonly NewPosting[]): string | undefined {
  if (postings.length < 2) return "A journal needs at least two postings";
  if (postings.some((posting) => posting.amountPence === 0)) return "A posting of nothing is not a posting";
  const total = postings.reduce((sum, posting) => sum + posting.amountPence, 0);
  if (total !== 0) return "The postings of a journal must add to zero";
  if (postings.some((posting) => posting.account === "bank" && posting.bankAccountId === undefined)) return "A bank posting names its account";
  return undefined;
}
