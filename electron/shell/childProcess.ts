import { setTimeout } from "node:timers";
import type { UtilityProcess } from "electron";
import type { AppError } from "../../shared/contract/errors.ts";
import type { Answer } from "../../shared/contract/operation.ts";

/** A process of ours that answers operations by name. */
export interface AnsweringProcess {
  ask(name: string, input: unknown): Promise<Answer<unknown>>;
  /** Ends the process. Whatever was still being asked is answered with "locked". */
  end(): void;
  /** Settles when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
}

interface Reply {
  readonly id?: number;
  readonly answer?: Answer<unknown>;
  readonly event?: string;
}

const refused = (error: AppError): Answer<unknown> => ({ ok: false, error });

/**
 * Speaks the protocol of the data and import processes: `{ id, name, input }` goes in, `{ id, answer }` comes out, and
 * `{ event }` tells of a change.
 */
export function answeringProcess(child: UtilityProcess, onEvent: (event: string) => void): AnsweringProcess {
  const waiting = new Map<number, (answer: Answer<unknown>) => void>();
  let lastId = 0;
  let isOver = false;
  child.on("message", (reply: Reply) => {
    if (typeof reply.event === "string") onEvent(reply.event);
    if (typeof reply.id !== "number" || reply.answer === undefined) return;
    waiting.get(reply.id)?.(reply.answer);
    waiting.delete(reply.id);
  });
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => {
      isOver = true;
      for (const settle of waiting.values()) settle(refused({ code: "locked" }));
      waiting.clear();
      resolve();
    });
  });
  return {
    ask: (name, input) => {
      if (isOver) return Promise.resolve(refused({ code: "locked" }));
      lastId += 1;
      const id = lastId;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        child.postMessage({ id, name, input });
      });
    },
    end: () => void child.kill(),
    ended,
  };
}

/** The value of `promise`, or `late` when it takes longer than `milliseconds`. */
export function withinTime<T>(promise: Promise<T>, milliseconds: number, late: T): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(late), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
