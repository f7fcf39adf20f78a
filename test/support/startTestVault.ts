import * as z from "zod";
import { createVaultAnswers } from "../../electron/data/vaultAnswers.ts";
import { startVaultSession, type VaultSession } from "../../electron/data/vaultSession.ts";
import type { WriteDb } from "../../electron/db/database.ts";
import { migrations } from "../../electron/db/migrations/index.ts";
import type { Migration } from "../../electron/db/migrations/migration.ts";
import { createDispatch, todayInEngland } from "../../electron/dispatch.ts";
import { newRecordId } from "../../electron/recordId.ts";
import type { AttachmentStore } from "../../electron/vault/attachmentStore.ts";
import { lowestCost } from "../../electron/vault/keyDerivation.ts";
import type { AppError } from "../../shared/contract/errors.ts";
import { command, type OutputOf, query } from "../../shared/contract/operation.ts";
import type { vaultOperations } from "../../shared/contract/vaultOperations.ts";

type VaultOperations = typeof vaultOperations;

/** The vault as the window sees it, without a window: one session in one folder, with a clock the test sets. */
export interface TestVault {
  readonly session: VaultSession;
  value<Name extends keyof VaultOperations>(name: Name, input?: unknown): Promise<OutputOf<VaultOperations[Name]>>;
  refusal(name: keyof VaultOperations, input?: unknown): Promise<AppError>;
  /** Saves a note in the open file by a command of its own. */
  saveNote(name: string, value: string): Promise<void>;
  readNote(name: string): Promise<string | null>;
  /** Stores evidence with its row, by a command. Answers its identifier. */
  attach(bytes: Uint8Array): Promise<string>;
  /** Moves the clock forward. */
  wait(milliseconds: number): void;
  readonly changes: () => number;
}

const noteOperations = {
  "notes.save": command("Saved a note", z.strictObject({ name: z.string(), value: z.string() }), z.strictObject({})),
  "notes.read": query(z.strictObject({ name: z.string() }), z.string().nullable()),
  "notes.attach": command("Attached a file", z.strictObject({ base64: z.string() }), z.string()),
};

const noteHandlers = {
  "notes.save": ({ db }: { db: WriteDb }, { name, value }: { name: string; value: string }) => {
    db.prepare("INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value").run(name, value);
    return {};
  },
  "notes.read": ({ db }: { db: WriteDb }, { name }: { name: string }) => {
    const row = z.object({ value: z.string() }).optional().parse(db.prepare("SELECT value FROM setting WHERE name = ?").get(name));
    return row?.value ?? null;
  },
  "notes.attach": ({ db, files, now }: { db: WriteDb; files: AttachmentStore; now: () => string }, { base64 }: { base64: string }) => {
    const { id, sizeBytes, sha256, fileKey } = files.prepare(Buffer.from(base64, "base64"));
    db.prepare("INSERT INTO attachment (id, file_name, media_type, size_bytes, sha256, file_key, added_at) VALUES (?, ?, ?, ?, ?, ?, ?)").run(
      id,
      "receipt.txt",
      "text/plain",
      sizeBytes,
      sha256,
      fileKey,
      now(),
    );
    return id;
  },
};

const fail = (reference: string, error: unknown): never => {
  throw new Error(`Unexpected ${reference}`, { cause: error });
};

/** Starts a session without a key. Wrong guesses cost what they cost anywhere: the lowest allowed, never less. */
export function startTestVault(root: string, options: { now?: string; migrations?: readonly Migration[]; sampleNote?: string } = {}): TestVault {
  let now = new Date(options.now ?? "2026-11-21T10:00:00Z");
  let changes = 0;
  const session = startVaultSession({
    root,
    migrations: options.migrations ?? migrations,
    now: () => now,
    today: () => todayInEngland(now),
    newId: () => newRecordId(now),
    cost: lowestCost,
    onChanged: () => {
      changes += 1;
    },
    openDispatch: (vault, files, at, onChanged) =>
      createDispatch({
        database: vault.db,
        files,
        now: at,
        slot: vault.slot,
        onUnexpected: fail,
        onChanged,
        operations: noteOperations,
        handlers: noteHandlers,
      }),
    fillSample: async (dispatchAt) => {
      await dispatchAt(() => now)("notes.save", { name: "sample", value: options.sampleNote ?? "filled" });
    },
  });
  const ask = createVaultAnswers(session, fail);
  const run = async (name: string, input: unknown): Promise<unknown> => {
    const answer = await session.dispatch()?.(name, input);
    if (!answer?.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer)}`);
    return answer.value;
  };
  return {
    session,
    async value<Name extends keyof VaultOperations>(name: Name, input: unknown = {}) {
      const answer = await ask(name, input);
      if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer.error)}`);
      return answer.value as OutputOf<VaultOperations[Name]>;
    },
    async refusal(name, input = {}) {
      const answer = await ask(name, input);
      if (answer.ok) throw new Error(`${name} was not refused`);
      return answer.error;
    },
    saveNote: async (name, value) => void (await run("notes.save", { name, value })),
    readNote: async (name) =>
      z
        .string()
        .nullable()
        .parse(await run("notes.read", { name })),
    attach: async (bytes) => z.string().parse(await run("notes.attach", { base64: Buffer.from(bytes).toString("base64") })),
    wait: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds);
    },
    changes: () => changes,
  };
}

export const testPassphrase = "copper lamp river onion stage";

/** Makes a vault, types the recovery words back, and leaves it open. */
export async function givenOpenVault(vault: TestVault, passphrase = testPassphrase): Promise<{ vaultId: string; recoveryWords: string[] }> {
  const { vaultId, recoveryWords, confirmPositions } = await vault.value("vault.create", { passphrase });
  await vault.value("vault.confirmRecoveryWords", { words: confirmPositions.map((position) => recoveryWords[position - 1]) });
  return { vaultId, recoveryWords };
}
