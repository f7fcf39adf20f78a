import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { Answer } from "../../../shared/contract/operation.ts";
import { testPassphrase } from "../../support/startTestVault.ts";
import { filesHolding, temporaryFolder } from "../../support/temporaryFolder.ts";

interface Reply {
  readonly id?: number;
  readonly answer?: Answer<unknown>;
  readonly event?: string;
}

/** The real data process, as the main process starts it, in Node. */
function startDataProcess(folder: string) {
  const child: ChildProcess = fork(join(import.meta.dirname, "../../../electron/data/dataProcess.ts"), [], {
    env: { ...process.env, PLANPAYDAY_FOLDER: folder, PLANPAYDAY_NOW: "2026-11-21T10:00:00.000Z" },
    execArgv: [],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  const waiting = new Map<number, (answer: Answer<unknown>) => void>();
  const events: string[] = [];
  child.on("message", (reply: Reply) => {
    if (reply.event) events.push(reply.event);
    if (reply.id && reply.answer) waiting.get(reply.id)?.(reply.answer);
  });
  let lastId = 0;
  const ask = (name: string, input: unknown = {}) =>
    new Promise<Answer<unknown>>((resolve) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      child.send({ id: lastId, name, input });
    });
  const value = async <T>(name: string, input: unknown = {}): Promise<T> => {
    const answer = await ask(name, input);
    if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer.error)}`);
    return answer.value as T;
  };
  return { child, ask, value, events };
}

it("answers only its own operations until a file is open, and ends at lock", async () => {
  const folder = temporaryFolder();
  const first = startDataProcess(folder);
  expect(await first.ask("people.list")).toEqual({ ok: false, error: { code: "locked" } });
  expect(await first.ask("vault.nothing")).toMatchObject({ ok: false, error: { code: "notFound" } });
  const made = await first.value<{ vaultId: string; recoveryWords: string[]; confirmPositions: number[] }>("vault.create", {
    passphrase: testPassphrase,
  });
  expect(await first.ask("people.list")).toEqual({ ok: false, error: { code: "locked" } });
  await first.value("vault.confirmRecoveryWords", { words: made.confirmPositions.map((position) => made.recoveryWords[position - 1]) });
  expect(await first.ask("no.such")).toMatchObject({ ok: false, error: { code: "notFound" } });
  const ended = once(first.child, "exit");
  expect(await first.value("vault.lock")).toEqual({ state: "locked", vaultId: null, isSample: false });
  expect(await ended).toEqual([0, null]);
  expect(first.events).toEqual(["locked"]);

  const second = startDataProcess(folder);
  expect(await second.value("vault.list")).toMatchObject([{ vaultId: made.vaultId, label: "File 1" }]);
  expect(await second.ask("vault.unlock", { vaultId: made.vaultId, passphrase: "wrong wrong wrong" })).toMatchObject({
    ok: false,
    error: { code: "notAllowed" },
  });
  await second.value("vault.unlockWithRecoveryWords", { vaultId: made.vaultId, words: made.recoveryWords.join(" ") });
  expect(filesHolding(folder, testPassphrase)).toEqual([]);
});

it("opens a file whose process was killed while it was open", async () => {
  const folder = temporaryFolder();
  const first = startDataProcess(folder);
  const made = await first.value<{ vaultId: string; recoveryWords: string[]; confirmPositions: number[] }>("vault.create", {
    passphrase: testPassphrase,
  });
  await first.value("vault.confirmRecoveryWords", { words: made.confirmPositions.map((position) => made.recoveryWords[position - 1]) });
  first.child.kill("SIGKILL");
  await once(first.child, "exit");
  const second = startDataProcess(folder);
  expect(await second.value("vault.unlock", { vaultId: made.vaultId, passphrase: testPassphrase })).toMatchObject({ state: "unlocked" });
});
