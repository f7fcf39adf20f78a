import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3-multiple-ciphers";
import { expect, it } from "vitest";
import type { OpenDatabase } from "../../../electron/db/database.ts";
import { explainDatabaseError } from "../../../electron/db/databaseProblems.ts";
import { migrations } from "../../../electron/db/migrations/index.ts";
import type { Migration } from "../../../electron/db/migrations/migration.ts";
import { openDatabase } from "../../../electron/db/openDatabase.ts";
import { AppFailure } from "../../../shared/contract/errors.ts";
import { allFiles, filesHolding, temporaryFolder } from "../../support/temporaryFolder.ts";

const key = Buffer.alloc(32, 9);
const notes: Migration = { version: 1, name: "notes", up: "CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;" };
const links: Migration = {
  version: 2,
  name: "links",
  up: "CREATE TABLE link (id INTEGER PRIMARY KEY, note_id INTEGER NOT NULL REFERENCES note(id)) STRICT;",
};

function refusal(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    if (error instanceof AppFailure && error.error.code === "notAllowed") return error.error.reason;
    throw error;
  }
  throw new Error("It was not refused");
}

function givenFile({ words = "hello", steps = [notes] as readonly Migration[] } = {}): string {
  const path = join(temporaryFolder(), "data.db");
  const db = openDatabase({ path, key, create: true, migrations: steps });
  db.prepare("INSERT INTO note (words) VALUES (?)").run(words);
  db.close();
  return path;
}

/** Opens a file as an attacker with the key could, without any of our checks. */
function openUnchecked(path: string): OpenDatabase {
  const db = new Database(path);
  db.pragma("cipher='sqlcipher'");
  db.pragma("legacy=4");
  db.key(Buffer.concat([Buffer.from("raw:"), key]));
  return db;
}

it("keeps what was saved and opens it again", () => {
  const path = givenFile({ words: "kept" });
  const db = openDatabase({ path, key, migrations: [notes] });
  expect(db.prepare("SELECT words FROM note").all()).toEqual([{ words: "kept" }]);
  db.close();
});

it("writes nothing readable, neither in the file nor in its journal, and lets nobody else read them", () => {
  const folder = temporaryFolder();
  const db = openDatabase({ path: join(folder, "data.db"), key, create: true, migrations: [notes] });
  for (let count = 0; count < 200; count += 1) db.prepare("INSERT INTO note (words) VALUES (?)").run("Marmaduke Quillfeather");
  const files = allFiles(folder);
  expect(files.map((file) => file.path).sort()).toEqual(["data.db", "data.db-wal"]);
  expect(files.map((file) => file.mode)).toEqual([0o600, 0o600]);
  expect(
    files
      .find((file) => file.path === "data.db")
      ?.bytes.subarray(0, 15)
      .toString("latin1"),
  ).not.toBe("SQLite format 3");
  expect(filesHolding(folder, "Marmaduke Quillfeather")).toEqual([]);
  expect(filesHolding(folder, "CREATE TABLE")).toEqual([]);
  db.close();
  expect(filesHolding(folder, "Marmaduke Quillfeather")).toEqual([]);
});

it("finds the words with the same search when a file is not encrypted, so that the search bites", () => {
  const folder = temporaryFolder();
  const db = new Database(join(folder, "plain.db"));
  db.exec("CREATE TABLE note (words TEXT); INSERT INTO note VALUES ('Marmaduke Quillfeather');");
  db.close();
  expect(filesHolding(folder, "Marmaduke Quillfeather")).toEqual(["plain.db"]);
});

it("refuses a file that is not encrypted", () => {
  const path = join(temporaryFolder(), "plain.db");
  const plain = new Database(path);
  plain.exec("CREATE TABLE note (words TEXT)");
  plain.close();
  expect(refusal(() => openDatabase({ path, key, migrations: [notes] }))).toBe("This file is not encrypted, so it was not opened");
});

it("refuses the wrong key", () => {
  expect(refusal(() => openDatabase({ path: givenFile(), key: Buffer.alloc(32, 1), migrations: [notes] }))).toBe(
    "This file is damaged, so it was not opened",
  );
});

it("never writes over a file that is there", () => {
  const path = givenFile({ words: "precious" });
  const before = readFileSync(path);
  expect(() => openDatabase({ path, key, create: true, migrations: [notes] })).toThrow();
  expect(readFileSync(path).equals(before)).toBe(true);
});

it("refuses a second opener while the file is open", () => {
  const path = givenFile();
  const first = openDatabase({ path, key, migrations: [notes] });
  expect(refusal(() => openDatabase({ path, key, migrations: [notes] }))).toBe("This file is already open");
  first.close();
  openDatabase({ path, key, migrations: [notes] }).close();
});

it("refuses a file made by a newer program, and does not change it", () => {
  const path = givenFile({ steps: [notes, links] });
  const before = readFileSync(path);
  expect(refusal(() => openDatabase({ path, key, migrations: [notes] }))).toBe("This file was made by a newer version of Plan & Payday");
  expect(readFileSync(path).equals(before)).toBe(true);
});

it("refuses a file into which someone slipped a trigger", () => {
  const path = givenFile();
  const tampered = openUnchecked(path);
  tampered.exec("CREATE TRIGGER sly AFTER INSERT ON note BEGIN UPDATE note SET words = 'changed'; END;");
  tampered.close();
  expect(refusal(() => openDatabase({ path, key, migrations: [notes] }))).toBe(
    "This file was changed by something other than Plan & Payday, so it was not opened",
  );
});

it("refuses a file whose rows point at nothing", () => {
  const path = givenFile({ steps: [notes, links] });
  const tampered = openUnchecked(path);
  tampered.pragma("foreign_keys=OFF");
  tampered.exec("INSERT INTO link (note_id) VALUES (999)");
  tampered.close();
  expect(refusal(() => openDatabase({ path, key, migrations: [notes, links] }))).toBe("This file is damaged, so it was not opened");
});

it("notices every flipped bit instead of reading something else", () => {
  const path = givenFile({ words: "x".repeat(9000) });
  const whole = readFileSync(path);
  for (let flip = 0; flip < 120; flip += 1) {
    const damaged = Buffer.from(whole);
    const at = Math.floor((flip * whole.length) / 120) + (flip % 7);
    damaged[at] = (damaged[at] ?? 0) ^ (1 << (flip % 8));
    writeFileSync(path, damaged);
    expect(refusal(() => openDatabase({ path, key, migrations: [notes] }))).toBe("This file is damaged, so it was not opened");
  }
});

it("opens with the settings that survive a power cut", () => {
  const db = openDatabase({ path: givenFile(), key, migrations: [notes] });
  const settings = [
    "journal_mode",
    "synchronous",
    "fullfsync",
    "temp_store",
    "foreign_keys",
    "secure_delete",
    "trusted_schema",
    "locking_mode",
    "cipher",
  ];
  expect(settings.map((name) => db.pragma(name, { simple: true }))).toEqual(["wal", 2, 1, 2, 1, 1, 0, "exclusive", "sqlcipher"]);
  db.close();
});

it("brings an older file up to date and keeps what is in it, after calling for a backup", () => {
  const path = givenFile({ words: "older" });
  const asked: number[] = [];
  const db = openDatabase({
    path,
    key,
    migrations: [notes, links],
    beforeMigration: (older) => asked.push(Number(older.pragma("user_version", { simple: true }))),
  });
  expect(asked).toEqual([1]);
  expect(db.prepare("SELECT words FROM note").all()).toEqual([{ words: "older" }]);
  db.prepare("INSERT INTO link (note_id) VALUES (1)").run();
  db.close();
});

it("rolls a failing step back whole and leaves the file as it was", () => {
  const path = givenFile({ words: "safe" });
  const failing: Migration = {
    version: 2,
    name: "failing",
    up: "CREATE TABLE extra (id INTEGER) STRICT; DELETE FROM note; INSERT INTO nowhere VALUES (1);",
  };
  expect(() => openDatabase({ path, key, migrations: [notes, failing] })).toThrow(/nowhere/);
  const dangling: Migration = { ...links, up: `${links.up} INSERT INTO link (note_id) VALUES (77);` };
  expect(() => openDatabase({ path, key, migrations: [notes, dangling] })).toThrow("broken links");
  const db = openDatabase({ path, key, migrations: [notes] });
  expect(db.prepare("SELECT words FROM note").all()).toEqual([{ words: "safe" }]);
  db.close();
});

it("refuses a save on a full disk in plain words and keeps what was saved before", () => {
  const path = givenFile({ words: "before" });
  const db = openDatabase({ path, key, migrations: [notes] });
  db.pragma(`max_page_count=${Number(db.pragma("page_count", { simple: true })) + 2}`);
  const fill = () => {
    try {
      db.transaction(() => {
        for (let count = 0; count < 50; count += 1) db.prepare("INSERT INTO note (words) VALUES (?)").run("y".repeat(5000));
      }).immediate();
    } catch (error) {
      throw explainDatabaseError(error);
    }
  };
  expect(refusal(fill)).toBe("The disk is full, so nothing was saved");
  expect(db.prepare("SELECT words FROM note").all()).toEqual([{ words: "before" }]);
  db.close();
});

it("opens a new file with the program's own history of steps", () => {
  const path = join(temporaryFolder(), "data.db");
  openDatabase({ path, key, create: true, migrations }).close();
  const db = openDatabase({ path, key, migrations });
  expect(Number(db.pragma("user_version", { simple: true }))).toBe(migrations.length);
  db.close();
});
