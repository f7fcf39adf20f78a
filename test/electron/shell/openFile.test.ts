import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import type { AnsweringProcess } from "../../../electron/shell/childProcess.ts";
import { runImport } from "../../../electron/shell/importRunner.ts";
import { keepOpenFile } from "../../../electron/shell/openFile.ts";
import type { Answer } from "../../../shared/contract/operation.ts";

/** A data process written for the test: it answers from `answers`, and notes what it was asked. */
function pretendProcess(answers: Record<string, unknown>) {
  const asked: string[] = [];
  let finish: () => void = () => undefined;
  let emit: (event: string) => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const process: AnsweringProcess = {
    ask: async (name): Promise<Answer<unknown>> => {
      asked.push(name);
      return name in answers ? { ok: true, value: answers[name] } : { ok: false, error: { code: "locked" } };
    },
    end: () => finish(),
    ended,
  };
  return {
    process,
    asked,
    crash: () => finish(),
    emit: (event: string) => emit(event),
    listen: (listener: (event: string) => void) => (emit = listener),
  };
}

function openedFile() {
  const first = pretendProcess({ "vault.unlock": { state: "unlocked" }, "vault.lock": { state: "locked" }, "people.list": [] });
  const second = pretendProcess({ "vault.status": { state: "locked" } });
  const waiting = [first, second];
  const told: string[] = [];
  const file = keepOpenFile({
    startDataProcess: (onEvent) => {
      const next = waiting.shift();
      if (!next) throw new Error("Too many processes");
      next.listen(onEvent);
      return next.process;
    },
    tellWindow: (event) => told.push(event),
    freshWindow: async () => void told.push("fresh window"),
    clearClipboard: async () => void told.push("clipboard cleared"),
  });
  return { file, first, second, told };
}

describe("the open file", () => {
  it("renews the window after unlocking and passes changes on", async () => {
    const { file, first, told } = openedFile();
    await file.ask("vault.unlock", {});
    expect(file.isOpen()).toBe(true);
    first.emit("changed");
    expect(told).toEqual(["fresh window", "changed"]);
  });

  it("locks by asking the process to save, ending it, renewing the window and clearing the clipboard", async () => {
    const { file, first, told } = openedFile();
    await file.ask("vault.unlock", {});
    told.length = 0;
    expect(await file.ask("vault.lock", {})).toEqual({ ok: true, value: { state: "locked" } });
    expect(first.asked.at(-1)).toBe("vault.lock");
    await first.process.ended;
    expect(told).toEqual(["locked", "fresh window", "clipboard cleared"]);
    expect(file.isOpen()).toBe(false);
  });

  it("locks once when several reasons come together, and not at all when nothing is open", async () => {
    const { file, first } = openedFile();
    await file.lock();
    expect(first.asked).toEqual([]);
    await file.ask("vault.unlock", {});
    await Promise.all([file.lock(), file.lock(), file.lock()]);
    expect(first.asked.filter((name) => name === "vault.lock")).toHaveLength(1);
  });

  it("shows the lock screen when the data process dies", async () => {
    const { file, first, told } = openedFile();
    await file.ask("vault.unlock", {});
    told.length = 0;
    first.crash();
    await wait(5);
    expect(told).toEqual(["locked", "fresh window"]);
    expect(await file.ask("people.list", {})).toEqual({ ok: false, error: { code: "locked" } });
  });
});

describe("reading an untrusted file", () => {
  it("gives up on a file that takes too long, and ends the process", async () => {
    let isEnded = false;
    const stuck: AnsweringProcess = {
      ask: () => new Promise(() => undefined),
      end: () => {
        isEnded = true;
      },
      ended: new Promise(() => undefined),
    };
    const answer = await runImport(() => stuck, "imports.parseStatement", {}, 20);
    expect(answer).toMatchObject({ ok: false, error: { code: "notAllowed", reason: "This file could not be read" } });
    expect(isEnded).toBe(true);
  });
});
