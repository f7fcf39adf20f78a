import { createHash } from "node:crypto";
import Database from "better-sqlite3-multiple-ciphers";
import { notAllowed } from "../../shared/contract/errors.ts";
import type { OpenDatabase } from "./database.ts";
import type { Migration } from "./migrations/migration.ts";

/** The number of the newest format these migrations make. */
export function latestVersion(migrations: readonly Migration[]): number {
  migrations.forEach((migration, index) => {
    if (migration.version !== index + 1) throw new Error(`Migration ${migration.name} should have number ${index + 1}`);
  });
  return migrations.length;
}

/** The format number kept in the file itself. */
export function schemaVersion(db: OpenDatabase): number {
  return Number(db.pragma("user_version", { simple: true }));
}

/**
 * Brings a file up to date: one immediate transaction per step, holding the SQL, a check of every foreign key and the new
 * number. A step that fails is rolled back whole and the file stays as it was before that step.
 * @throws AppFailure when the file was made by a newer version of the program.
 */
export function migrate(db: OpenDatabase, migrations: readonly Migration[]): void {
  refuseNewer(db, migrations);
  const pending = migrations.slice(schemaVersion(db));
  if (pending.length === 0) return;
  // A step may rebuild a table; the pragma has no effect inside a transaction, so it is set around them.
  db.pragma("foreign_keys=OFF");
  try {
    for (const migration of pending) runStep(db, migration);
  } finally {
    db.pragma("foreign_keys=ON");
  }
}

function runStep(db: OpenDatabase, migration: Migration): void {
  db.exec("BEGIN IMMEDIATE");
  try {
    db.exec(migration.up);
    const broken = db.pragma("foreign_key_check") as unknown[];
    if (broken.length > 0) throw new Error(`Migration ${migration.name} leaves ${broken.length} broken links`);
    db.pragma(`user_version=${migration.version}`);
    db.exec("COMMIT");
  } catch (error) {
    if (db.inTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

/** @throws AppFailure in plain words when the file's format is newer than this program knows. */
export function refuseNewer(db: OpenDatabase, migrations: readonly Migration[]): void {
  if (schemaVersion(db) > latestVersion(migrations)) {
    throw notAllowed("This file was made by a newer version of Plan & Payday", [
      "Update the program, then open the file again. Nothing in the file has been changed.",
    ]);
  }
}

/** SHA-256 over every table, index, view and trigger of the file, so that one slipped in from outside is noticed. */
export function schemaFingerprint(db: OpenDatabase): string {
  const rows = db
    .prepare("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name, tbl_name")
    .raw()
    .all();
  return createHash("sha256").update(JSON.stringify(rows)).digest("hex");
}

const expectedFingerprints = new WeakMap<readonly Migration[], Map<number, string>>();

/** The fingerprint a file of format `version` must have: these migrations run up to it, in memory. */
export function expectedFingerprint(migrations: readonly Migration[], version: number): string {
  const known = expectedFingerprints.get(migrations) ?? new Map<number, string>();
  expectedFingerprints.set(migrations, known);
  const remembered = known.get(version);
  if (remembered !== undefined) return remembered;
  const db = new Database(":memory:");
  try {
    migrate(db, migrations.slice(0, version));
    const fingerprint = schemaFingerprint(db);
    known.set(version, fingerprint);
    return fingerprint;
  } finally {
    db.close();
  }
}
