import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createVaultAnswers } from "../../electron/data/vaultAnswers.ts";
import { startVaultSession } from "../../electron/data/vaultSession.ts";
import { migrations } from "../../electron/db/migrations/index.ts";
import { createDispatch } from "../../electron/dispatch.ts";
import { newRecordId } from "../../electron/recordId.ts";
import type { Answer } from "../../shared/contract/operation.ts";
import { plainDate } from "../../shared/core/plainDate.ts";

export interface TestSession {
  /** Answers as the data process does: `vault.*` always, the rest only while a file is open. */
  answer(name: string, input: unknown): Promise<Answer<unknown>>;
  close(): void;
}

/** A real folder with real encrypted files, opened with the cheapest passphrase cost. The sample household stays empty. */
export function startTestSession(today: string): TestSession {
  const root = mkdtempSync(join(tmpdir(), "plan-and-payday-vault-"));
  const now = () => new Date(`${today}T12:00:00Z`);
  const throwUnexpected = (_reference: string, error: unknown) => {
    throw error;
  };
  const session = startVaultSession({
    root,
    migrations,
    now,
    today: () => plainDate(today),
    newId: () => newRecordId(now()),
    openDispatch: (vault, files, storyNow, onChanged) =>
      createDispatch({ database: vault.db, files, now: storyNow, slot: vault.slot, onUnexpected: throwUnexpected, onChanged }),
    fillSample: async () => undefined,
    onChanged: () => undefined,
    cost: { m: 64 * 1024, t: 3, p: 4 },
  });
  const answerVault = createVaultAnswers(session, throwUnexpected);
  return {
    answer: async (name, input) =>
      name.startsWith("vault.") ? answerVault(name, input) : ((await session.dispatch()?.(name, input)) ?? { ok: false, error: { code: "locked" } }),
    close: () => {
      session.lock();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
