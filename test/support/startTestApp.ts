import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OpenDatabase } from "../../electron/db/database.ts";
import { migrations } from "../../electron/db/migrations/index.ts";
import { openDatabase } from "../../electron/db/openDatabase.ts";
import { createDispatch } from "../../electron/dispatch.ts";
import { newRecordId } from "../../electron/recordId.ts";
import { openAttachmentStore } from "../../electron/vault/attachmentStore.ts";
import type { AllOperations } from "../../shared/contract/index.ts";
import type { Answer, InputOf, OutputOf } from "../../shared/contract/operation.ts";

/** The whole data side of the app, on a real database, with a clock that stands still. */
export interface TestApp {
  readonly db: OpenDatabase;
  /** Runs an operation and answers as the window would see it. */
  run<Name extends keyof AllOperations>(name: Name, input: InputOf<AllOperations[Name]>): Promise<Answer<OutputOf<AllOperations[Name]>>>;
  /** Runs an operation that must work, and answers its value. */
  value<Name extends keyof AllOperations>(name: Name, input: InputOf<AllOperations[Name]>): Promise<OutputOf<AllOperations[Name]>>;
  /** Runs an operation by name with any input, as a hostile window could. */
  raw(name: string, input: unknown): Promise<Answer<unknown>>;
  setToday(today: string): void;
  close(): void;
}

interface TestAppOptions {
  /** The day it is, "YYYY-MM-DD"; the clock says noon in London's winter. */
  readonly today: string;
  /** A database file to open or make, for tests about files; in memory when left out. */
  readonly path?: string;
  readonly key?: Buffer;
}

/** Starts the data side for a test. Unexpected errors are thrown at once, with their stack: a test never hides our own mistake. */
export function startTestApp({ today, path = ":memory:", key = Buffer.alloc(32, 7) }: TestAppOptions): TestApp {
  const folder = mkdtempSync(join(tmpdir(), "plan-and-payday-test-"));
  let now = new Date(`${today}T12:00:00Z`);
  const db = openDatabase({ path, key, create: path !== ":memory:" && !existsSync(path), migrations });
  let unexpected: unknown;
  const dispatch = createDispatch({
    database: db,
    files: openAttachmentStore(folder, () => newRecordId(now)),
    now: () => now,
    slot: "test",
    onUnexpected: (_reference, error) => {
      unexpected = error;
    },
  });
  const raw: TestApp["raw"] = async (name, input) => {
    unexpected = undefined;
    const answer = await dispatch(name, input);
    if (unexpected) throw unexpected;
    return answer;
  };
  const run = raw as TestApp["run"];
  return {
    db,
    raw,
    run,
    async value(name, input) {
      const answer = await run(name, input);
      if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer.error)}`);
      return answer.value;
    },
    setToday: (day) => {
      now = new Date(`${day}T12:00:00Z`);
    },
    close: () => {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
