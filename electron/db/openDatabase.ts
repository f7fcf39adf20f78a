import { closeSync, openSync, readSync, statSync } from "node:fs";
import Database from "better-sqlite3-multiple-ciphers";
import type { OpenDatabase } from "./database.ts";
import { changedSchema, damagedFile, explainDatabaseError, unencryptedFile } from "./databaseProblems.ts";
import { expectedFingerprint, migrate, refuseNewer, schemaFingerprint, schemaVersion } from "./migrate.ts";
import type { Migration } from "./migrations/migration.ts";

/** "PHB1": marks the file as ours. */
const applicationId = 0x50484231;
const integrityCheckLimitBytes = 100 * 1024 * 1024;

interface OpenOptions {
  /** A file, or ":memory:" in tests. */
  readonly path: string;
  /** 32 bytes. The caller keeps it and zeroes it; the copy made here is zeroed at once. */
  readonly key: Buffer;
  /** True makes a new file and refuses to touch one that is there. */
  readonly create?: boolean;
  readonly migrations: readonly Migration[];
  /** Called once, before the first step, when an existing file is about to be brought up to date: take a backup. */
  readonly beforeMigration?: (db: OpenDatabase) => void;
  /** Opens to look only: no migration, no change of journal, nothing written. */
  readonly readOnly?: boolean;
}

/**
 * The only way to open a database. Encrypts with SQLCipher 4 and a raw key, sets every pragma and reads it back, checks
 * that the file is ours, whole and of a known format, and brings it up to date. Any doubt refuses the file.
 * @throws AppFailure in plain words: already open, damaged or wrong key, unencrypted, changed from outside, newer, disk full.
 */
export function openDatabase(options: OpenOptions): OpenDatabase {
  const inMemory = options.path === ":memory:";
  const isNew = inMemory || options.create === true;
  let db: OpenDatabase | undefined;
  try {
    if (!inMemory) prepareFile(options.path, isNew);
    db = new Database(options.path, { timeout: 2000, readonly: options.readOnly === true, fileMustExist: !inMemory });
    if (!inMemory) setKey(db, options.key);
    setSafetyPragmas(db);
    db.prepare("SELECT count(*) FROM sqlite_master").get();
    if (isNew) db.pragma(`application_id=${applicationId}`);
    else checkIsOurs(db, options.migrations);
    if (!inMemory) refusePlaintext(options.path);
    if (options.readOnly !== true) setJournalPragmas(db, inMemory);
    if (!isNew) checkWhole(db, options.path);
    if (options.readOnly !== true) bringUpToDate(db, isNew, options);
    return db;
  } catch (error) {
    db?.close();
    throw explainDatabaseError(error);
  }
}

function prepareFile(path: string, isNew: boolean): void {
  // Made here, empty and private, because SQLite itself would create it readable by others.
  if (isNew) closeSync(openSync(path, "wx", 0o600));
  else refusePlaintext(path);
}

/** @throws AppFailure when the file begins like an unencrypted SQLite database. */
export function refusePlaintext(path: string): void {
  const start = Buffer.alloc(15);
  const file = openSync(path, "r");
  try {
    readSync(file, start, 0, 15, 0);
  } finally {
    closeSync(file);
  }
  if (start.toString("latin1") === "SQLite format 3") throw unencryptedFile();
}

function setKey(db: OpenDatabase, key: Buffer): void {
  if (key.length !== 32) throw new RangeError("The database key has 32 bytes");
  db.pragma("cipher='sqlcipher'");
  db.pragma("legacy=4");
  const raw = Buffer.concat([Buffer.from("raw:"), key]);
  try {
    db.key(raw);
  } finally {
    raw.fill(0);
  }
  mustBe(db, "cipher", "sqlcipher");
  mustBe(db, "legacy", 4);
}

function setSafetyPragmas(db: OpenDatabase): void {
  setAndCheck(db, "temp_store", 2);
  setAndCheck(db, "locking_mode", "exclusive");
  setAndCheck(db, "trusted_schema", 0);
  setAndCheck(db, "cell_size_check", 1);
  db.pragma("mmap_size=0");
  const mapped = db.pragma("mmap_size", { simple: true });
  if (mapped !== undefined && Number(mapped) !== 0) throw new Error("The setting mmap_size did not hold");
  setAndCheck(db, "foreign_keys", 1);
  setAndCheck(db, "secure_delete", 1);
}

function setJournalPragmas(db: OpenDatabase, inMemory: boolean): void {
  if (!inMemory) setAndCheck(db, "journal_mode", "wal");
  // This build's default with a write-ahead log is NORMAL, which loses confirmed saves in a power cut.
  setAndCheck(db, "synchronous", 2);
  setAndCheck(db, "fullfsync", 1);
  setAndCheck(db, "checkpoint_fullfsync", 1);
  setAndCheck(db, "journal_size_limit", 67_108_864);
}

function setAndCheck(db: OpenDatabase, name: string, value: string | number): void {
  db.pragma(`${name}=${value}`);
  mustBe(db, name, value);
}

function mustBe(db: OpenDatabase, name: string, value: string | number): void {
  if (String(db.pragma(name, { simple: true })) !== String(value)) throw new Error(`The setting ${name} did not hold`);
}

function checkIsOurs(db: OpenDatabase, migrations: readonly Migration[]): void {
  if (Number(db.pragma("application_id", { simple: true })) !== applicationId) throw damagedFile();
  refuseNewer(db, migrations);
  if (schemaFingerprint(db) !== expectedFingerprint(migrations, schemaVersion(db))) throw changedSchema();
}

function checkWhole(db: OpenDatabase, path: string): void {
  if (statSync(path).size >= integrityCheckLimitBytes) return;
  if (!isWhole(db)) throw damagedFile();
}

/** True when every page and index is sound and every link between rows leads somewhere. */
export function isWhole(db: OpenDatabase): boolean {
  const integrity = db.pragma("integrity_check(1)", { simple: true });
  const broken = db.pragma("foreign_key_check") as unknown[];
  return integrity === "ok" && broken.length === 0;
}

function bringUpToDate(db: OpenDatabase, isNew: boolean, { migrations, beforeMigration }: OpenOptions): void {
  if (!isNew && schemaVersion(db) < migrations.length) beforeMigration?.(db);
  migrate(db, migrations);
  if (schemaFingerprint(db) !== expectedFingerprint(migrations, migrations.length)) throw changedSchema();
}
