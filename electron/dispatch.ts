import { randomBytes } from "node:crypto";
import { type AppError, AppFailure } from "../shared/contract/errors.ts";
import { operations as allOperations } from "../shared/contract/index.ts";
import type { Answer, Operation, Operations } from "../shared/contract/operation.ts";
import type { PlainDate } from "../shared/core/plainDate.ts";
import type { OpenDatabase, WriteDb } from "./db/database.ts";
import { explainDatabaseError } from "./db/databaseProblems.ts";
import { appendActivity } from "./db/repositories/activityRepository.ts";
import type { AnyHandler } from "./handlers/handler.ts";
import { handlers as allHandlers } from "./handlers/index.ts";
import { newRecordId } from "./recordId.ts";
import type { AttachmentStore } from "./vault/attachmentStore.ts";

/** What dispatch stands on: the open database, the attachments, a clock, who holds the key, and where our own mistakes are noted. */
export interface DispatchParts {
  readonly database: OpenDatabase;
  readonly files: AttachmentStore;
  readonly now: () => Date;
  /** The key slot that opened the file, for the activity log. */
  readonly slot: string;
  /** Called with a reference and the error when something unexpected is thrown. Must not log personal data. */
  readonly onUnexpected: (reference: string, error: unknown) => void;
  /** Called after every command that committed. */
  readonly onChanged?: () => void;
  readonly operations?: Operations;
  readonly handlers?: Readonly<Record<string, AnyHandler>>;
}

export type Dispatch = (name: string, input: unknown) => Promise<Answer<unknown>>;

/**
 * Makes the one door to the file: name + raw input → parsed input → handler → parsed answer. A command runs in one
 * immediate transaction together with its line in the activity log. Failures come back as data; nothing outside the
 * contract crosses.
 */
export function createDispatch(parts: DispatchParts): Dispatch {
  const operations: Operations = parts.operations ?? allOperations;
  const handlers = parts.handlers ?? (allHandlers as unknown as Readonly<Record<string, AnyHandler>>);
  const db = parts.database as unknown as WriteDb;
  const context = () => ({
    db,
    files: parts.files,
    today: todayInEngland(parts.now()),
    now: () => parts.now().toISOString(),
    newId: () => newRecordId(parts.now()),
  });
  const call = (name: string, input: unknown, extra: object = {}) =>
    (handlers[name] as (context: object, input: unknown) => unknown)({ ...context(), ...extra }, input);

  function runCommand(name: string, rawInput: unknown): unknown {
    const operation = named(operations, name);
    if (operation.kind !== "command") throw new TypeError(`${name} is not a command`);
    const input = parseInput(operation, rawInput);
    const output = parts.database
      .transaction(() => {
        const answer = operation.output.parse(call(name, input));
        appendActivity(db, { at: parts.now().toISOString(), slot: parts.slot, what: operation.activity ?? name, operation: name, body: input });
        return answer;
      })
      .immediate();
    parts.onChanged?.();
    return output;
  }

  return async (name, rawInput) => {
    try {
      const operation = named(operations, name);
      if (operation.kind === "command") return { ok: true, value: runCommand(name, rawInput) };
      const input = parseInput(operation, rawInput);
      const value = await call(name, input, operation.kind === "task" ? { runCommand } : {});
      return { ok: true, value: operation.output.parse(value) };
    } catch (error) {
      // Long work that was under way when the file was locked stops at its next look into the file: that is no mistake of ours.
      if (!parts.database.open) return { ok: false, error: { code: "locked" } };
      return { ok: false, error: asAppError(error, parts.onUnexpected) };
    }
  };
}

function named(operations: Operations, name: string): Operation {
  const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
  if (!operation) throw new AppFailure({ code: "notFound", what: "operation" });
  return operation;
}

function parseInput(operation: Operation, rawInput: unknown): unknown {
  const parsed = operation.input.safeParse(rawInput);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) fields[issue.path.join(".")] ??= issue.message;
  throw new AppFailure({ code: "invalidInput", fields, message: Object.values(fields)[0] ?? "Check what you typed" });
}

function asAppError(thrown: unknown, onUnexpected: DispatchParts["onUnexpected"]): AppError {
  const error = explainDatabaseError(thrown);
  if (error instanceof AppFailure) return error.error;
  const reference = randomBytes(4).toString("hex");
  onUnexpected(reference, error);
  return { code: "unexpected", reference };
}

const englishDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/London", year: "numeric", month: "2-digit", day: "2-digit" });

/** The calendar date in England at a moment. */
export function todayInEngland(at: Date): PlainDate {
  return englishDay.format(at) as PlainDate;
}
