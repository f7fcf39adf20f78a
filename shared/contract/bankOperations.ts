import * as z from "zod";
import { ColumnMapping, ParsedLine } from "../bank/parsedStatement.ts";
import { BankAccount, BankMatch, MatchKind, StatementImport, StatementLine } from "../bank/statement.ts";
import { MatchSuggestion } from "../bank/suggestMatches.ts";
import { RecordId } from "../core/identifiers.ts";
import { Pence } from "../core/money.ts";
import { PlainDate } from "../core/plainDate.ts";
import { optionalText, requiredText } from "../core/text.ts";
import { DocumentFile } from "./desktopOperations.ts";
import { command, type Operations, query } from "./operation.ts";

const saved = z.object({ id: RecordId });
const base64 = z.base64("The file did not arrive whole").max(36_000_000, "This file is larger than 25 MB");
const statementLines = z.array(ParsedLine).min(1, "There is no payment to save").max(100_000);

/** A bank account with where it stands. */
export const BankAccountOverview = BankAccount.extend({
  openingBalancePence: Pence,
  /** What the books say is in the account. */
  ledgerBalancePence: Pence,
  /** The last balance a statement printed, and its day. */
  statementBalancePence: Pence.nullable(),
  statementOn: PlainDate.nullable(),
  unmatchedCount: z.number().int(),
  missingReceiptCount: z.number().int(),
});
export type BankAccountOverview = z.infer<typeof BankAccountOverview>;

/** A paper tied to a record. */
export const EvidenceItem = z.object({
  linkId: RecordId,
  attachmentId: RecordId,
  kind: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number().int(),
});

/** A match in words ("Wages: Tom Ellery"). */
export const MatchInWords = BankMatch.extend({ words: z.string() });

/** A bank line as the screen shows it. `remainingPence` is what is not yet explained. */
export const LineOverview = StatementLine.extend({
  state: z.enum(["unmatched", "part", "matched"]),
  remainingPence: Pence,
  matches: z.array(MatchInWords),
  evidence: z.array(EvidenceItem),
  /** A purchase with neither receipt nor a reason why there is none. */
  needsReceipt: z.boolean(),
  suggestion: MatchSuggestion.nullable(),
  /** A day inside a return that was sent: changes are dated today instead. */
  isPeriodSent: z.boolean(),
  /** Soft warnings ("Cash was taken out"). Never a block. */
  warnings: z.array(z.string()),
});
export type LineOverview = z.infer<typeof LineOverview>;

/** One part of a match. `amountPence` has the sign of the line. */
export const MatchPart = z.strictObject({
  kind: MatchKind.exclude(["invoice"]),
  amountPence: Pence,
  engagementId: RecordId.optional(),
  payRunId: RecordId.optional(),
  planLineId: RecordId.optional(),
  funderId: RecordId.optional(),
  /** For kind `order`: which order the payment hands on. */
  deductionOrderId: RecordId.optional(),
  note: optionalText(1000).default(""),
});
export type MatchPart = z.infer<typeof MatchPart>;

export const ImportVerdict = z.object({ state: z.enum(["new", "alreadyHere", "ask"]), suggestion: MatchSuggestion.nullable() });

export const bankOperations = {
  "bank.getAccounts": query(z.strictObject({}), z.array(BankAccountOverview)),
  "bank.saveAccount": command(
    "Saved a bank account",
    z.strictObject({
      id: RecordId.optional(),
      name: requiredText("Enter a name for the account"),
      bankName: optionalText().default(""),
      lastFourDigits: z
        .string()
        .trim()
        .regex(/^(\d{4})?$/, "Enter the last four numbers only")
        .default(""),
      openedOn: PlainDate,
      approvedByFunderOn: PlainDate.nullable().default(null),
      /** What was in the account at the end of the day before `openedOn`. */
      openingBalancePence: Pence,
    }),
    saved,
  ),
  "bank.listMappings": query(z.strictObject({}), z.array(z.object({ id: RecordId, name: z.string(), mapping: ColumnMapping }))),
  "bank.saveMapping": command(
    "Saved how a bank's columns are read",
    z.strictObject({ name: requiredText("Enter a name"), mapping: ColumnMapping }),
    saved,
  ),

  /** What an import would do. `verdicts` follow the order of the lines. */
  "bank.previewImport": query(
    z.strictObject({ bankAccountId: RecordId, lines: statementLines, openingPence: Pence.nullable(), closingPence: Pence.nullable() }),
    z.object({
      verdicts: z.array(ImportVerdict),
      newCount: z.number().int(),
      hereCount: z.number().int(),
      askCount: z.number().int(),
      fromOn: PlainDate,
      toOn: PlainDate,
      moneyInPence: Pence,
      moneyOutPence: Pence,
      /** Whether the file starts where the last statement ended. */
      follows: z.object({ state: z.enum(["agrees", "differs", "unknown"]), words: z.string() }),
      isAnyPeriodSent: z.boolean(),
    }),
  ),
  "bank.importStatement": command(
    "Imported a bank statement",
    z.strictObject({
      bankAccountId: RecordId,
      fileName: requiredText("The file needs a name", 300),
      base64,
      lines: statementLines,
      openingPence: Pence.nullable(),
      closingPence: Pence.nullable(),
      /** Places (from 0) of doubtful lines that are not to be saved. */
      leaveOut: z.array(z.number().int().min(0)).default([]),
    }),
    z.object({ id: RecordId, added: z.number().int(), alreadyHere: z.number().int() }),
  ),
  "bank.listImports": query(
    z.strictObject({ bankAccountId: RecordId }),
    z.array(StatementImport.extend({ lineCount: z.number().int(), canUndo: z.boolean() })),
  ),
  "bank.undoImport": command("Undid a bank statement import", z.strictObject({ importId: RecordId }), z.object({})),

  "bank.listLines": query(
    z.strictObject({
      bankAccountId: RecordId.optional(),
      show: z.enum(["all", "needsYou", "matched"]).default("all"),
      from: PlainDate.optional(),
      to: PlainDate.optional(),
    }),
    z.object({ lines: z.array(LineOverview), needsYouCount: z.number().int() }),
  ),
  "bank.getLine": query(z.strictObject({ lineId: RecordId }), LineOverview),
  "bank.suggestMatches": query(z.strictObject({ lineId: RecordId }), z.array(MatchSuggestion)),
  /** What a line can be matched to by hand. */
  "bank.matchChoices": query(
    z.strictObject({}),
    z.object({
      wages: z.array(z.object({ engagementId: RecordId, payRunId: RecordId.nullable(), words: z.string(), amountPence: Pence })),
      planLines: z.array(z.object({ id: RecordId, name: z.string() })),
      funders: z.array(z.object({ id: RecordId, name: z.string() })),
      orders: z.array(z.object({ deductionOrderId: RecordId, words: z.string(), amountPence: Pence })),
      hmrcOwedPence: Pence,
      pensionOwedPence: Pence,
    }),
  ),
  "bank.matchLine": command(
    "Matched a bank line",
    z.strictObject({ lineId: RecordId, parts: z.array(MatchPart).min(1).max(20), asAdjustment: z.boolean().default(false) }),
    z.object({ matchIds: z.array(RecordId) }),
  ),
  "bank.undoMatch": command("Undid the match of a bank line", z.strictObject({ matchId: RecordId }), z.object({})),

  "bank.attachReceipt": command(
    "Attached a paper",
    z.strictObject({
      recordKind: z
        .enum(["statementLine", "payslip", "timesheet", "engagement", "planLine", "auditReturn", "bankAccount", "insurancePolicy"])
        .default("statementLine"),
      recordId: RecordId,
      kind: z.enum(["receipt", "statement", "letter", "payslipSent", "permission", "proof", "certificate", "timesheet", "other"]).default("receipt"),
      fileName: requiredText("The file needs a name", 300),
      base64,
    }),
    z.object({ linkId: RecordId, attachmentId: RecordId }),
  ),
  "bank.listEvidence": query(z.strictObject({ recordKind: z.string().max(40), recordId: RecordId }), z.array(EvidenceItem)),
  "bank.removeReceipt": command("Removed a paper from a record", z.strictObject({ linkId: RecordId }), z.object({})),
  "bank.getAttachment": query(z.strictObject({ attachmentId: RecordId }), DocumentFile),
  "bank.explainNoReceipt": command("Said why there is no receipt", z.strictObject({ lineId: RecordId, reason: optionalText(1000) }), z.object({})),
} satisfies Operations;
