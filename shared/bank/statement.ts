import * as z from "zod";
import { RecordId } from "../core/identifiers.ts";
import { Pence } from "../core/money.ts";
import { PlainDate } from "../core/plainDate.ts";

/** The account the direct payments go into. Only the last four digits of its number are kept. */
export const BankAccount = z.object({
  id: RecordId,
  name: z.string(),
  bankName: z.string(),
  lastFourDigits: z.string(),
  openedOn: PlainDate,
  approvedByFunderOn: PlainDate.nullable(),
  isDefault: z.boolean(),
});
export type BankAccount = z.infer<typeof BankAccount>;

/** One line of a bank statement. Money in is above zero, money out below. `occurrence` tells equal lines of one day apart. */
export const StatementLine = z.object({
  id: RecordId,
  statementImportId: RecordId,
  bankAccountId: RecordId,
  onDate: PlainDate,
  amountPence: Pence,
  description: z.string(),
  bankIdentifier: z.string().nullable(),
  occurrence: z.number().int().positive(),
  balancePence: Pence.nullable(),
  position: z.number().int(),
  noReceiptReason: z.string(),
});
export type StatementLine = z.infer<typeof StatementLine>;

/** What a bank line, or a part of it, was. */
export const MatchKind = z.enum([
  "wage",
  "hmrc",
  "pension",
  "order",
  "directPayment",
  "contribution",
  "planLine",
  "invoice",
  "ownMoney",
  "ownMoneyReturned",
  "refund",
  "other",
]);
export type MatchKind = z.infer<typeof MatchKind>;

/** A part of a bank line tied to what it was for, with the journal it posted. `amountPence` has the sign of the line. */
export const BankMatch = z.object({
  id: RecordId,
  statementLineId: RecordId,
  journalId: RecordId,
  kind: MatchKind,
  amountPence: Pence,
  payRunId: RecordId.nullable(),
  engagementId: RecordId.nullable(),
  planLineId: RecordId.nullable(),
  funderId: RecordId.nullable(),
  note: z.string(),
  matchedAt: z.string(),
  undoneJournalId: RecordId.nullable(),
});
export type BankMatch = z.infer<typeof BankMatch>;

/** One imported file: which days it covers and the balances it gave. */
export const StatementImport = z.object({
  id: RecordId,
  bankAccountId: RecordId,
  fileName: z.string(),
  attachmentId: RecordId.nullable(),
  fromOn: PlainDate,
  toOn: PlainDate,
  openingPence: Pence.nullable(),
  closingPence: Pence.nullable(),
  importedAt: z.string(),
  undoneAt: z.string().nullable(),
});
export type StatementImport = z.infer<typeof StatementImport>;
