import * as z from "zod";
import type { AttachmentStore, StoredAttachment } from "../../vault/attachmentStore.ts";
import type { ReadDb, WriteDb } from "../database.ts";

/** A paper tied to a record: a receipt of a bank line, a signed timesheet, an insurance certificate. */
export const Evidence = z.object({
  linkId: z.string(),
  attachmentId: z.string(),
  /** What the paper is: "receipt", "statement", "letter" … */
  kind: z.string(),
  recordKind: z.string(),
  recordId: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number().int(),
  sha256: z.string(),
  addedAt: z.string(),
});
export type Evidence = z.infer<typeof Evidence>;

const evidenceSql = `SELECT e.id AS linkId, a.id AS attachmentId, e.kind, e.record_kind AS recordKind, e.record_id AS recordId, a.file_name AS fileName,
  a.media_type AS mediaType, a.size_bytes AS sizeBytes, a.sha256, e.added_at AS addedAt FROM evidence_link e JOIN attachment a ON a.id = e.attachment_id`;

/** The papers tied to one record, oldest first. Record kinds are the table's name in camelCase: "statementLine", "payslip". */
export function listEvidence(db: ReadDb, recordKind: string, recordId: string): Evidence[] {
  const rows = db.prepare(`${evidenceSql} WHERE e.record_kind = ? AND e.record_id = ? ORDER BY e.added_at, e.id`).all(recordKind, recordId);
  return z.array(Evidence).parse(rows);
}

/** Every paper tied to records of one kind. */
export function listEvidenceOfKind(db: ReadDb, recordKind: string): Evidence[] {
  return z.array(Evidence).parse(db.prepare(`${evidenceSql} WHERE e.record_kind = ? ORDER BY e.added_at, e.id`).all(recordKind));
}

const AttachmentRow = z.object({
  id: z.string(),
  fileName: z.string(),
  mediaType: z.string(),
  sizeBytes: z.number().int(),
  sha256: z.string(),
  fileKey: z.instanceof(Uint8Array),
});

/** The row of a kept file: what the attachment store needs to read it, and its name. */
export function findAttachment(db: ReadDb, attachmentId: string): (StoredAttachment & { fileName: string; mediaType: string }) | undefined {
  const row = db
    .prepare(
      "SELECT id, file_name AS fileName, media_type AS mediaType, size_bytes AS sizeBytes, sha256, file_key AS fileKey FROM attachment WHERE id = ?",
    )
    .get(attachmentId);
  return AttachmentRow.optional().parse(row);
}

/** Keeps a file in the encrypted store and writes its row. Answers its id. */
export function keepAttachment(
  db: WriteDb,
  files: AttachmentStore,
  file: { readonly fileName: string; readonly mediaType: string; readonly bytes: Uint8Array; readonly addedAt: string },
): string {
  const stored = files.prepare(file.bytes);
  db.prepare("INSERT INTO attachment (id, file_name, media_type, size_bytes, sha256, file_key, added_at) VALUES (?, ?, ?, ?, ?, ?, ?)").run(
    stored.id,
    file.fileName,
    file.mediaType,
    stored.sizeBytes,
    stored.sha256,
    stored.fileKey,
    file.addedAt,
  );
  return stored.id;
}

/** A tie between a kept file and a record. */
export interface NewEvidenceLink {
  readonly id: string;
  readonly attachmentId: string;
  readonly kind: string;
  readonly recordKind: string;
  readonly recordId: string;
  readonly addedAt: string;
}

/** Ties a kept file to a record. */
export function linkEvidence(db: WriteDb, link: NewEvidenceLink): void {
  db.prepare("INSERT INTO evidence_link (id, attachment_id, kind, record_kind, record_id, added_at) VALUES (?, ?, ?, ?, ?, ?)").run(
    link.id,
    link.attachmentId,
    link.kind,
    link.recordKind,
    link.recordId,
    link.addedAt,
  );
}

/** Unties a file from a record. The file itself stays. */
export function unlinkEvidence(db: WriteDb, linkId: string): void {
  db.prepare("DELETE FROM evidence_link WHERE id = ?").run(linkId);
}
