import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { OpenDatabase, ReadDb } from "../../electron/db/database.ts";
import { migrations } from "../../electron/db/migrations/index.ts";
import { openDatabase } from "../../electron/db/openDatabase.ts";
import { findBrokenActivity } from "../../electron/db/repositories/activityRepository.ts";
import { findUnbalancedJournals, sumPostings } from "../../electron/db/repositories/ledgerRepository.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

const kills = 50;
const key = Buffer.alloc(32, 3);
const script = join(import.meta.dirname, "../support/crashWriter.ts");

interface Writer {
  readonly process: ChildProcess;
  /** Lines it has written so far. */
  readonly lines: () => string[];
  waitFor(count: number): Promise<void>;
}

function startWriter(path: string): Writer {
  const child = spawn(process.execPath, [script, path, key.toString("hex")], { stdio: ["pipe", "pipe", "inherit"] });
  let text = "";
  let wake = () => {};
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    text += chunk;
    wake();
  });
  child.once("exit", () => wake());
  const lines = () => text.split("\n").slice(0, -1);
  return {
    process: child,
    lines,
    async waitFor(count) {
      while (lines().length < count) {
        if (child.exitCode !== null) throw new Error("The writer ended by itself");
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

const journalIds = (db: OpenDatabase) => new Set(db.prepare("SELECT id FROM journal").pluck().all());

it(`keeps every confirmed save, whole and balanced, through ${kills} kills in the middle of writing`, { timeout: 240_000 }, async () => {
  const path = join(temporaryFolder(), "data.db");
  openDatabase({ path, key, create: true, migrations }).close();
  const confirmed: string[] = [];
  let standby = startWriter(path);
  for (let round = 0; round < kills; round += 1) {
    const writer = standby;
    await writer.waitFor(1);
    writer.process.stdin?.write("go\n");
    if (round + 1 < kills) standby = startWriter(path);
    await writer.waitFor(2 + (round % 5));
    // Anywhere within a save: its writes, the flush, the answer, a checkpoint.
    await new Promise((resolve) => setTimeout(resolve, (round * 7) % 23));
    expect(writer.process.exitCode).toBeNull();
    writer.process.kill("SIGKILL");
    await once(writer.process, "close");
    confirmed.push(...writer.lines().slice(1));

    const db = openDatabase({ path, key, migrations });
    const kept = journalIds(db);
    expect(confirmed.filter((id) => !kept.has(id))).toEqual([]);
    // A save may be on disk whose confirmation the kill swallowed: one for each kill at most.
    expect(kept.size - confirmed.length).toBeLessThanOrEqual(round + 1);
    expect(db.pragma("integrity_check", { simple: true })).toBe("ok");
    expect(db.pragma("foreign_key_check")).toEqual([]);
    const readable: ReadDb = db as unknown as ReadDb;
    expect(findUnbalancedJournals(readable)).toEqual([]);
    expect(sumPostings(readable, {})).toBe(0);
    expect(findBrokenActivity(readable)).toBeUndefined();
    expect(db.prepare("SELECT count(*) FROM activity").pluck().get()).toBe(kept.size);
    expect(db.prepare("SELECT count(*) FROM posting").pluck().get()).toBe(kept.size * 3);
    db.close();
  }
  expect(confirmed.length).toBeGreaterThan(kills * 2);
});
