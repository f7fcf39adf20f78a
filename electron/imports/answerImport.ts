import { AppFailure, invalidInput, notAllowed, notFound } from "../../shared/contract/errors.ts";
import { importOperations } from "../../shared/contract/importOperations.ts";
import type { Answer, Operation, Operations } from "../../shared/contract/operation.ts";
import { parsers } from "./parse.ts";

/**
 * Answers one `imports.*` operation: checks the input, runs the reader, checks what it made. A reader that fails in any
 * way means a file we cannot read, never a crash.
 */
export async function answerImport(name: string, input: unknown): Promise<Answer<unknown>> {
  try {
    const operations: Operations = importOperations;
    const operation: Operation | undefined = Object.hasOwn(operations, name) ? operations[name] : undefined;
    const parser = Object.hasOwn(parsers, name) ? (parsers[name] as (input: unknown) => unknown) : undefined;
    if (!operation || !parser) throw notFound("operation");
    const parsed = operation.input.safeParse(input);
    if (!parsed.success) throw invalidInput(Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join("."), issue.message])));
    return { ok: true, value: operation.output.parse(await parser(parsed.data)) };
  } catch (error) {
    if (error instanceof AppFailure) return { ok: false, error: error.error };
    return {
      ok: false,
      error: notAllowed("This file could not be read", ["It is damaged or of another kind. Download it again and choose it once more."]).error,
    };
  }
}
