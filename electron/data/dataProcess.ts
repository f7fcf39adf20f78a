import { setTimeout } from "node:timers";
import type { Answer } from "../../shared/contract/operation.ts";
import { migrations } from "../db/migrations/index.ts";
import { createDispatch, todayInEngland } from "../dispatch.ts";
import { newRecordId } from "../recordId.ts";
import { sampleToday } from "../sample/sampleHousehold.ts";
import { startClock } from "../shell/clock.ts";
import { protectNewFiles } from "../vault/atomicFile.ts";
import { findBrokenCiphers } from "../vault/selfTest.ts";
import { fillSample } from "./fillSample.ts";
import { openPort } from "./port.ts";
import { createVaultAnswers } from "./vaultAnswers.ts";
import { startVaultSession } from "./vaultSession.ts";

/** The data process: one per open file. It alone holds the key and the database, and locking ends it. */
start();

function start(): void {
  protectNewFiles();
  const port = openPort();
  const isPackaged = process.env.PLANPAYDAY_PACKAGED === "1";
  const now = startClock(isPackaged, process.env);
  // In the sample household it is always the day its story has reached, whatever day it is outside.
  const startedAt = now().getTime();
  const sampleClock = () => new Date(Date.parse(`${sampleToday}T10:00:00Z`) + now().getTime() - startedAt);
  const session = startVaultSession({
    root: folderFromMain(),
    migrations,
    now,
    today: () => todayInEngland(now()),
    newId: () => newRecordId(now()),
    openDispatch: (vault, files, clock, onChanged) =>
      createDispatch({
        database: vault.db,
        files,
        now: vault.isSample && clock === now ? sampleClock : clock,
        slot: vault.slot,
        onUnexpected: noteUnexpected,
        onChanged,
      }),
    fillSample,
    onChanged: () => port.post({ event: "changed" }),
  });
  const answerVault = createVaultAnswers(session, noteUnexpected);
  const selfTest = findBrokenCiphers();

  async function answer(name: string, input: unknown): Promise<Answer<unknown>> {
    if ((await selfTest).length > 0) return { ok: false, error: { code: "unexpected", reference: "ciphers" } };
    if (name.startsWith("vault.")) return answerVault(name, input);
    return (await session.dispatch()?.(name, input)) ?? { ok: false, error: { code: "locked" } };
  }

  /** Vault operations wait for each other: two at once could open two files or change the key file together. */
  let lastVaultOperation: Promise<unknown> = Promise.resolve();
  function inTurn(name: string, input: unknown): Promise<Answer<unknown>> {
    if (!name.startsWith("vault.")) return answer(name, input);
    const next = lastVaultOperation.then(() => answer(name, input));
    lastVaultOperation = next;
    return next;
  }

  // Without its window a data process has nobody to work for.
  process.once("disconnect", () => void inTurn("vault.lock", {}).then(() => process.exit(0)));
  port.onMessage((message) => {
    const request = readRequest(message);
    if (!request) return;
    const { id, name, input } = request;
    void inTurn(name, input).then((reply) => {
      port.post({ id, answer: reply });
      if (name === "vault.lock") end(() => port.post({ event: "locked" }));
    });
  });
}

/** Time for the last answer to leave before the process, and with it every copy of the data in memory, is gone. */
const lastWordsMilliseconds = 200;

function end(tell: () => void): void {
  tell();
  setTimeout(() => process.exit(0), lastWordsMilliseconds);
}

function folderFromMain(): string {
  const folder = process.env.PLANPAYDAY_FOLDER;
  if (!folder) throw new Error("The program did not say where its files are");
  return folder;
}

function readRequest(message: unknown): { id: number; name: string; input: unknown } | undefined {
  if (typeof message !== "object" || message === null || !("id" in message) || !("name" in message)) return undefined;
  const { id, name } = message;
  if (typeof id !== "number" || typeof name !== "string") return undefined;
  return { id, name, input: "input" in message ? message.input : {} };
}

/** Notes that something went wrong with a reference and the kind of error: never its words, which could hold personal data. */
function noteUnexpected(reference: string, error: unknown): void {
  const kind = error instanceof Error ? error.name : typeof error;
  process.stderr.write(`unexpected ${reference} ${kind}\n`);
  if (process.env.PLANPAYDAY_PACKAGED !== "1" && error instanceof Error) process.stderr.write(`${error.stack ?? ""}\n`);
}
