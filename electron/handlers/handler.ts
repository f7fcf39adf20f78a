import type * as z from "zod";
import type { Operation, Operations } from "../../shared/contract/operation.ts";
import type { PlainDate } from "../../shared/core/plainDate.ts";
import type { ReadDb, WriteDb } from "../db/database.ts";
import type { AttachmentStore } from "../vault/attachmentStore.ts";

/** What every handler is given. `today` is the calendar date in England; `now` a UTC instant; `newId` a time-ordered UUID. */
interface CommonContext {
  readonly today: PlainDate;
  readonly now: () => string;
  readonly newId: () => string;
  readonly files: AttachmentStore;
}

export interface QueryContext extends CommonContext {
  readonly db: ReadDb;
}

export interface CommandContext extends CommonContext {
  readonly db: WriteDb;
}

/** A task reads freely and may wait; it changes data only by running a command. */
export interface TaskContext extends CommonContext {
  readonly db: ReadDb;
  readonly runCommand: (name: string, input: unknown) => unknown;
}

/** The function that answers one operation. Only a task may be async: a command that waited would commit too soon. */
export type HandlerFor<O extends Operation> = O["kind"] extends "query"
  ? (context: QueryContext, input: z.output<O["input"]>) => z.input<O["output"]>
  : O["kind"] extends "command"
    ? (context: CommandContext, input: z.output<O["input"]>) => z.input<O["output"]>
    : (context: TaskContext, input: z.output<O["input"]>) => z.input<O["output"]> | Promise<z.input<O["output"]>>;

export type Handlers<Ops extends Operations> = { readonly [Name in keyof Ops]: HandlerFor<Ops[Name]> };

/** A handler once its types are forgotten, as dispatch holds it. */
export type AnyHandler = (context: never, input: never) => unknown;
