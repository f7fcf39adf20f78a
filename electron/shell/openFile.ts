import type { Answer } from "../../shared/contract/operation.ts";
import { type AnsweringProcess, withinTime } from "./childProcess.ts";

/** What the keeper of the open file stands on. */
export interface OpenFileParts {
  /** Starts a data process. It holds no key until an operation opens a file in it. */
  readonly startDataProcess: (onEvent: (event: string) => void) => AnsweringProcess;
  /** Tells the window. */
  readonly tellWindow: (event: "changed" | "locked") => void;
  /** Gives the window a fresh renderer, with nothing of the old one in memory. */
  readonly freshWindow: () => Promise<void>;
  readonly clearClipboard: () => Promise<void>;
}

export interface OpenFile {
  /** Runs an operation in the data process. Locking and opening also renew the window. */
  ask(name: string, input: unknown): Promise<Answer<unknown>>;
  /** Locks if a file is open: save, back up, end the data process, renew the window, clear our text from the clipboard. */
  lock(): Promise<void>;
  /** The same at the end of the program, without a new window. */
  close(): Promise<void>;
  isOpen(): boolean;
}

/** Time the data process has to write everything down and back up before it is ended. */
const lockMilliseconds = 30_000;

const stateOf = (answer: Answer<unknown>): unknown => (answer.ok ? (answer.value as { state?: unknown } | null)?.state : undefined);

/**
 * Keeps the one open file: starts its data process when it is first asked something, forwards operations, and locks by
 * ending the process, because clearing variables leaves copies in memory.
 */
export function keepOpenFile({ startDataProcess, tellWindow, freshWindow, clearClipboard }: OpenFileParts): OpenFile {
  let current: AnsweringProcess | undefined;
  let hasOpenFile = false;
  let locking: Promise<void> | undefined;

  function running(): AnsweringProcess {
    if (current) return current;
    const started = startDataProcess((event) => {
      if (event === "changed") tellWindow("changed");
      else if (event === "locked") void lock();
    });
    current = started;
    void started.ended.then(async () => {
      if (current !== started) return;
      current = undefined;
      if (hasOpenFile) {
        hasOpenFile = false;
        tellWindow("locked");
        await freshWindow();
      }
    });
    return started;
  }

  async function endProcess(): Promise<void> {
    const ending = current;
    current = undefined;
    hasOpenFile = false;
    if (!ending) return;
    await withinTime(ending.ask("vault.lock", {}), lockMilliseconds, undefined);
    ending.end();
    await ending.ended;
  }

  function lock(): Promise<void> {
    if (!hasOpenFile) return locking ?? Promise.resolve();
    locking ??= (async () => {
      try {
        await endProcess();
        tellWindow("locked");
        await freshWindow();
        await clearClipboard();
      } finally {
        locking = undefined;
      }
    })();
    return locking;
  }

  return {
    ask: async (name, input) => {
      await locking;
      if (name === "vault.lock" && hasOpenFile) {
        await lock();
        return running().ask("vault.status", {});
      }
      const answer = await running().ask(name, input);
      const state = name.startsWith("vault.") ? stateOf(answer) : undefined;
      if (state === "unlocked" || state === "confirmingRecovery" || (name === "vault.create" && answer.ok)) hasOpenFile = true;
      // The screen that took the passphrase is not kept: its renderer may still hold what was typed.
      if (name === "vault.unlock" && state === "unlocked") await freshWindow();
      return answer;
    },
    lock,
    close: async () => {
      await locking;
      await endProcess();
      await clearClipboard();
    },
    isOpen: () => hasOpenFile,
  };
}
