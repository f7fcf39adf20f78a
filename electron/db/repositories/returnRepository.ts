import * as z from "zod";
import { CheckWaiver } from "../../../shared/audit/checkResult.ts";
import { ReturnTemplate } from "../../../shared/audit/returnTemplate.ts";
import { SealedReturn } from "../../../shared/audit/sealedReturn.ts";
import { RecordId } from "../../../shared/core/identifiers.ts";
import { PlainDate } from "../../../shared/core/plainDate.ts";
import type { ReadDb, WriteDb } from "../database.ts";

/** True when a return that was sent covers this day for this account: nothing dated in its period may change any more. */
export function isPeriodLocked(db: ReadDb, bankAccountId: string, on: PlainDate): boolean {
  const row = db
    .prepare("SELECT COUNT(*) AS count FROM audit_return WHERE bank_account_id = ? AND state <> 'open' AND ? BETWEEN period_from AND period_to")
    .get(bankAccountId, on);
  return z.object({ count: z.number() }).parse(row).count > 0;
}

export const ReturnState = z.enum(["open", "sent", "acknowledged", "queried", "accepted"]);

const AuditReturn = z.object({
  id: RecordId,
  budgetId: RecordId,
  bankAccountId: RecordId,
  funderId: RecordId.nullable(),
  template: z.string().transform((text) => ReturnTemplate.parse(JSON.parse(text))),
  periodFrom: PlainDate,
  periodTo: PlainDate,
  dueOn: PlainDate.nullable(),
  state: ReturnState,
  sentOn: PlainDate.nullable(),
  sentHow: z.string(),
  signedBy: z.string(),
  sealed: z
    .string()
    .nullable()
    .transform((text) => (text === null ? null : SealedReturn.parse(JSON.parse(text)))),
  seal: z.string().nullable(),
});
/** One return. `sealed` is there once its pack was made; it can change only while the return is open. */
export type AuditReturn = z.infer<typeof AuditReturn>;

const selectReturn = `SELECT id, budget_id AS budgetId, bank_account_id AS bankAccountId, funder_id AS funderId, template_json AS template, period_from AS periodFrom,
  period_to AS periodTo, due_on AS dueOn, state, sent_on AS sentOn, sent_how AS sentHow, signed_by AS signedBy, figures_json AS sealed, seal FROM audit_return`;

/** Every return, the newest period first. */
export function listReturns(db: ReadDb): AuditReturn[] {
  return z.array(AuditReturn).parse(db.prepare(`${selectReturn} ORDER BY period_to DESC, id DESC`).all());
}

/** One return, undefined when there is none of that id. */
export function findReturn(db: ReadDb, id: string): AuditReturn | undefined {
  return AuditReturn.optional().parse(db.prepare(`${selectReturn} WHERE id = ?`).get(id));
}

/** The last return that was sent for an account and ended before a day. */
export function findSentReturnBefore(db: ReadDb, bankAccountId: string, before: PlainDate): AuditReturn | undefined {
  return listReturns(db).find((each) => each.bankAccountId === bankAccountId && each.state !== "open" && each.periodTo < before);
}

export type NewReturn = Pick<AuditReturn, "id" | "budgetId" | "bankAccountId" | "funderId" | "template" | "periodFrom" | "periodTo" | "dueOn">;

/** Starts a return. */
export function insertReturn(db: WriteDb, entry: NewReturn, createdAt: string): void {
  db.prepare(
    `INSERT INTO audit_return (id, budget_id, bank_account_id, funder_id, template_json, period_from, period_to, due_on, state, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'open', ?)`,
  ).run(
    entry.id,
    entry.budgetId,
    entry.bankAccountId,
    entry.funderId,
    JSON.stringify(entry.template),
    entry.periodFrom,
    entry.periodTo,
    entry.dueOn,
    createdAt,
  );
}

/** Keeps what a pack was made from, under its seal. Only while the return is open. */
export function updateSealedReturn(db: WriteDb, id: string, sealed: SealedReturn, seal: string, signedBy: string): void {
  db.prepare("UPDATE audit_return SET figures_json = ?, seal = ?, signed_by = ? WHERE id = ? AND state = 'open'").run(
    JSON.stringify(sealed),
    seal,
    signedBy,
    id,
  );
}

/** Marks a return as sent: from now on its period is locked and its figures are never changed. */
export function markReturnSent(db: WriteDb, id: string, sentOn: PlainDate, how: string, signedBy: string): void {
  db.prepare("UPDATE audit_return SET state = 'sent', sent_on = ?, sent_how = ?, signed_by = ? WHERE id = ? AND state = 'open'").run(
    sentOn,
    how,
    signedBy,
    id,
  );
}

/** Removes a return that was not sent, with its reasons and its links to pack files. */
export function deleteOpenReturn(db: WriteDb, id: string): void {
  db.prepare("DELETE FROM return_waiver WHERE audit_return_id = ?").run(id);
  db.prepare("DELETE FROM return_pack WHERE audit_return_id = ?").run(id);
  db.prepare("DELETE FROM audit_return WHERE id = ? AND state = 'open'").run(id);
}

/** The reasons a person gave for what the checks of a return found. */
export function listWaivers(db: ReadDb, returnId: string): CheckWaiver[] {
  const rows = db
    .prepare("SELECT check_id AS checkId, record_id AS recordId, reason FROM return_waiver WHERE audit_return_id = ? ORDER BY given_on, rowid")
    .all(returnId);
  return z.array(CheckWaiver).parse(rows);
}

/** Keeps a reason; a later one for the same thing replaces it. */
export function saveWaiver(db: WriteDb, id: string, returnId: string, waiver: CheckWaiver, givenOn: PlainDate): void {
  db.prepare("DELETE FROM return_waiver WHERE audit_return_id = ? AND check_id = ? AND record_id IS ?").run(
    returnId,
    waiver.checkId,
    waiver.recordId,
  );
  db.prepare("INSERT INTO return_waiver (id, audit_return_id, check_id, record_id, reason, given_on) VALUES (?, ?, ?, ?, ?, ?)").run(
    id,
    returnId,
    waiver.checkId,
    waiver.recordId,
    waiver.reason,
    givenOn,
  );
}

export const PackKind = z.enum(["pdf", "spreadsheet", "zip", "index"]);
export type PackKind = z.infer<typeof PackKind>;

const PackFile = z.object({
  kind: PackKind,
  attachmentId: RecordId,
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number(),
  sha256: z.string(),
});
/** One kept file of a return's pack. */
export type PackFile = z.infer<typeof PackFile>;

/** The files of a return's pack: the signed PDF first, the archive with everything last. */
export function listPackFiles(db: ReadDb, returnId: string): PackFile[] {
  const rows = db
    .prepare(
      `SELECT k.kind, a.id AS attachmentId, a.file_name AS fileName, a.media_type AS mediaType, a.size_bytes AS sizeBytes, a.sha256
         FROM return_pack k JOIN attachment a ON a.id = k.attachment_id WHERE k.audit_return_id = ?
        ORDER BY CASE k.kind WHEN 'pdf' THEN 1 WHEN 'spreadsheet' THEN 2 WHEN 'index' THEN 3 ELSE 4 END`,
    )
    .all(returnId);
  return z.array(PackFile).parse(rows);
}

/** Ties the kept files to a return in place of those of an earlier try. */
export function replacePackFiles(
  db: WriteDb,
  returnId: string,
  packFiles: readonly { readonly kind: PackKind; readonly attachmentId: string }[],
): void {
  db.prepare("DELETE FROM return_pack WHERE audit_return_id = ?").run(returnId);
  const insert = db.prepare("INSERT INTO return_pack (audit_return_id, attachment_id, kind) VALUES (?, ?, ?)");
  for (const file of packFiles) insert.run(returnId, file.attachmentId, file.kind);
}
