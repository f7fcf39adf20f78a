import type * as z from "zod";
import type { AppError } from "./errors.ts";

/** A query reads, a command writes in one transaction and answers at once, a task may wait (PDF, file, long work). */
export type OperationKind = "query" | "command" | "task";

/** One entry of the contract between the window and the data process. */
export interface Operation<K extends OperationKind = OperationKind, I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly kind: K;
  readonly input: I;
  readonly output: O;
  /** Plain past-tense words for the activity log ("Confirmed a timesheet"). Commands and writing tasks have one. */
  readonly activity?: string;
}

export const query = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Operation<"query", I, O> => ({ kind: "query", input, output });
export const command = <I extends z.ZodType, O extends z.ZodType>(activity: string, input: I, output: O): Operation<"command", I, O> => ({
  kind: "command",
  input,
  output,
  activity,
});
export const task = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Operation<"task", I, O> => ({ kind: "task", input, output });

export type Operations = Readonly<Record<string, Operation>>;
export type InputOf<O extends Operation> = z.input<O["input"]>;
export type ParsedInputOf<O extends Operation> = z.output<O["input"]>;
export type OutputOf<O extends Operation> = z.output<O["output"]>;

/** What crosses back to the window. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };
