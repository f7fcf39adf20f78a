import { randomUUID } from "node:crypto";
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import type { LastBackup } from "../../shared/contract/vaultOperations.ts";
import type { OpenDatabase } from "../db/database.ts";
import { schemaVersion } from "../db/migrate.ts";
import type { Migration } from "../db/migrations/migration.ts";
import { openDatabase } from "../db/openDatabase.ts";
import { flushFile, makePrivateFolder, moveIntoPlace, writeFileAtomically } from "./atomicFile.ts";
import { type BackupHeader, checkBackupSeal, damagedBackup, extractPart, type PartSource, readBackupHeader, writeBackupFile } from "./backupFile.ts";
import { type BackupKind, backupFileName, backupsToRemove, readBackupFileName } from "./backupSchedule.ts";
import type { OpenVault } from "./vault.ts";

const hourMilliseconds = 3_600_000;
const overdueAfterDays = 14;

/** The parts of an open vault that a backup needs. */
export type BackupParts = Pick<OpenVault, "vaultId" | "paths" | "keysFile" | "databaseKey" | "backupKey" | "isSample">;

interface Moment {
  readonly migrations: readonly Migration[];
  readonly now: Date;
}

/**
 * Writes a backup of the open database, reads it back and checks all of it, then notes it as the last verified one.
 * A full one (`asked`) carries the attachments; the others leave them to a mirror beside the backups.
 * @throws AppFailure when what was written does not read back whole.
 */
export function makeBackup(vault: BackupParts, db: OpenDatabase, kind: BackupKind, { migrations, now }: Moment): void {
  const folder = vault.paths.backups;
  makePrivateFolder(folder);
  sweepHalfWritten(folder);
  const snapshot = join(folder, `${randomUUID()}.snapshot`);
  const path = join(folder, backupFileName(kind, now));
  try {
    // The only copy that stays encrypted: SQLite's own backup call leaves an empty file.
    db.prepare("VACUUM INTO ?").run(snapshot);
    flushFile(snapshot);
    const attachments = listAttachmentFiles(vault.paths.attachments);
    const sources: PartSource[] = [{ name: "data.db", path: snapshot }];
    if (kind === "asked") sources.push(...attachments.map((name) => ({ name: `att/${name}`, path: join(vault.paths.attachments, name) })));
    else mirrorAttachments(vault.paths.attachments, join(folder, "att"), attachments);
    const header = { schema: schemaVersion(db), created: now.toISOString(), vault: vault.vaultId, keys: vault.keysFile, audit: auditHead(db) };
    writeBackupFile(path, header, sources, vault.backupKey);
  } finally {
    rmSync(snapshot, { force: true });
  }
  verifyBackup(path, vault, migrations);
  writeFileAtomically(join(folder, "verified.json"), JSON.stringify({ format: "phb-verified", version: 1, verifiedAt: now.toISOString() }));
  const known = readdirSync(folder).flatMap((name) => readBackupFileName(name) ?? []);
  for (const name of backupsToRemove(known, now)) rmSync(join(folder, name), { force: true });
}

/**
 * Reads a whole backup back: seal, every hash, the database opened with its key, its integrity and its place in the activity log.
 * @throws AppFailure when anything is not as it was written.
 */
export function verifyBackup(
  path: string,
  vault: Pick<BackupParts, "vaultId" | "databaseKey" | "backupKey">,
  migrations: readonly Migration[],
): BackupHeader {
  const backup = readBackupHeader(path);
  if (backup.header.vault !== vault.vaultId) throw damagedBackup();
  checkBackupSeal(path, backup, vault.backupKey);
  const copy = `${path}.checking`;
  rmSync(copy, { force: true });
  try {
    extractPart(path, backup, "data.db", copy);
    const db = openDatabase({ path: copy, key: vault.databaseKey, migrations, readOnly: true });
    try {
      const { seq, head } = auditHead(db);
      if (schemaVersion(db) !== backup.header.schema || seq !== backup.header.audit.seq || head !== backup.header.audit.head) throw damagedBackup();
    } finally {
      db.close();
    }
  } finally {
    rmSync(copy, { force: true });
  }
  return backup.header;
}

/** True when the file changed since the last backup and that one is more than an hour old. Call after the journal has been written back. */
export function isBackupDue(vault: BackupParts, now: Date): boolean {
  if (vault.isSample) return false;
  const verified = lastVerifiedAt(vault.paths.backups);
  if (verified === undefined) return true;
  const changedAt = statSync(vault.paths.database).mtimeMs;
  const age = now.getTime() - verified.at.getTime();
  return changedAt > verified.writtenMilliseconds && (age > hourMilliseconds || age < 0);
}

/** What the home screen says of backups. */
export function readLastBackup(backupFolder: string, now: Date): LastBackup {
  const verified = lastVerifiedAt(backupFolder)?.at;
  const isOverdue = verified === undefined || now.getTime() - verified.getTime() > overdueAfterDays * 24 * hourMilliseconds;
  return { verifiedAt: verified?.toISOString() ?? null, isOverdue, folder: backupFolder };
}

const Verified = z.strictObject({ format: z.literal("phb-verified"), version: z.literal(1), verifiedAt: z.iso.datetime() });

function lastVerifiedAt(folder: string): { readonly at: Date; readonly writtenMilliseconds: number } | undefined {
  const path = join(folder, "verified.json");
  if (!existsSync(path)) return undefined;
  try {
    const { verifiedAt } = Verified.parse(JSON.parse(readFileSync(path, "utf8")));
    return { at: new Date(verifiedAt), writtenMilliseconds: statSync(path).mtimeMs };
  } catch {
    return undefined;
  }
}

function auditHead(db: OpenDatabase): { seq: number; head: string } {
  const hasLog = db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'activity'").get() !== undefined;
  const row = hasLog ? db.prepare("SELECT seq, hash AS head FROM activity ORDER BY seq DESC LIMIT 1").get() : undefined;
  return z.object({ seq: z.number(), head: z.string() }).parse(row ?? { seq: 0, head: "" });
}

function listAttachmentFiles(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).filter((name) => /^[0-9a-f]{32}$/.test(name)) : [];
}

/** Copies encrypted attachments that are not in the mirror yet. Each is copied once; they never change. */
function mirrorAttachments(from: string, to: string, names: readonly string[]): void {
  makePrivateFolder(to);
  for (const name of names) {
    const path = join(to, name);
    if (existsSync(path)) continue;
    copyFileSync(join(from, name), `${path}.new`);
    flushFile(`${path}.new`);
    moveIntoPlace(`${path}.new`, path);
  }
}

function sweepHalfWritten(folder: string): void {
  const isHalfWritten = (name: string) => /\.(new|snapshot|checking)(-wal|-journal)?$/.test(name);
  for (const name of readdirSync(folder).filter(isHalfWritten)) rmSync(join(folder, name), { force: true });
}
