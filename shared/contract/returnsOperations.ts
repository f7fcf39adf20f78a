import * as z from "zod";
import { CheckId, CheckResult } from "../audit/checkResult.ts";
import { ReturnFigures } from "../audit/returnFigures.ts";
import { ReturnTemplate } from "../audit/returnTemplate.ts";
import { DocumentModel } from "../core/documentModel.ts";
import { RecordId } from "../core/identifiers.ts";
import { PlainDate } from "../core/plainDate.ts";
import { requiredText } from "../core/text.ts";
import { DocumentFile } from "./desktopOperations.ts";
import { command, query, task } from "./operation.ts";

const ReturnState = z.enum(["open", "sent", "acknowledged", "queried", "accepted"]);
const PackKind = z.enum(["pdf", "spreadsheet", "zip", "index"]);

/** One return in the list. `word` is the funder's own word for it. */
export const ReturnListEntry = z.object({
  id: RecordId,
  name: z.string(),
  word: z.string(),
  funderName: z.string(),
  periodFrom: PlainDate,
  periodTo: PlainDate,
  dueOn: PlainDate.nullable(),
  state: ReturnState,
  sentOn: PlainDate.nullable(),
});
export type ReturnListEntry = z.infer<typeof ReturnListEntry>;

/** A template with the period it would report on next. */
export const ReturnSuggestion = z.object({
  templateId: z.string(),
  name: z.string(),
  description: z.string(),
  warning: z.string(),
  periodFrom: PlainDate,
  periodTo: PlainDate,
  dueOn: PlainDate.nullable(),
  hasEnded: z.boolean(),
});
export type ReturnSuggestion = z.infer<typeof ReturnSuggestion>;

/** One return with everything its page shows. `blockers` say why no pack can be made yet; empty when it can. */
export const ReturnView = z.object({
  entry: ReturnListEntry,
  templateName: z.string(),
  warning: z.string(),
  reference: z.string(),
  checks: z.array(CheckResult),
  figures: ReturnFigures,
  summary: DocumentModel,
  evidenceCount: z.number().int(),
  blockers: z.array(z.string()),
  declaration: z.string(),
  signerName: z.string(),
  signedBy: z.string(),
  sentHow: z.string(),
  keepYears: z.number().int(),
  packFiles: z.array(z.object({ kind: PackKind, fileName: z.string(), sizeBytes: z.number() })),
});
export type ReturnView = z.infer<typeof ReturnView>;

const signing = {
  signedBy: requiredText("Type the name of who signs"),
  declaration: requiredText("The declaration is missing", 2000),
};

export const returnsOperations = {
  /** Returns, newest first, and what could be reported on next with each template. */
  "returns.list": query(z.strictObject({}), z.object({ returns: z.array(ReturnListEntry), suggestions: z.array(ReturnSuggestion) })),

  /** Starts a return. `template` is a starter template's id or a whole template. Periods follow each other and never overlap. */
  "returns.open": command(
    "Started an audit return",
    z.strictObject({ template: z.union([z.string().min(1), ReturnTemplate]), periodFrom: PlainDate, periodTo: PlainDate }),
    z.object({ id: RecordId }),
  ),

  "returns.get": query(z.strictObject({ id: RecordId }), ReturnView),

  /** Keeps the person's reason for something a check found; without `recordId` it covers the whole check. */
  "returns.waive": command(
    "Gave a reason in an audit return",
    z.strictObject({ id: RecordId, checkId: CheckId, recordId: z.string().optional(), reason: requiredText("Say why in a few words", 500) }),
    z.null(),
  ),

  /** Removes a return that was never sent. */
  "returns.discard": command("Removed an audit return that was not sent", z.strictObject({ id: RecordId }), z.null()),

  /** Makes the pack (signed PDF, workbook, numbered evidence, index, one ZIP) and keeps it encrypted with the return. */
  "returns.makePack": task(z.strictObject({ id: RecordId, ...signing }), ReturnView),

  /** Keeps a pack's files and seals what they were made from. Run by returns.makePack. */
  "returns.keepPack": command(
    "Made the pack of an audit return",
    z.strictObject({
      id: RecordId,
      ...signing,
      seal: z.string(),
      packFiles: z.array(z.strictObject({ kind: PackKind, file: DocumentFile })).length(4),
    }),
    z.null(),
  ),

  /** Says that the pack was sent. The period is locked from then on. */
  "returns.markSent": command(
    "Marked an audit return as sent",
    z.strictObject({ id: RecordId, sentOn: PlainDate, how: requiredText("Say how you sent it"), signedBy: signing.signedBy }),
    z.null(),
  ),

  "returns.getPackFile": task(z.strictObject({ id: RecordId, kind: PackKind }), DocumentFile),
};
