import type { Answer } from "../../shared/contract/operation.ts";
import { type AnsweringProcess, withinTime } from "./childProcess.ts";

/** A file that takes longer than this to read is given up. */
export const importMilliseconds = 20_000;

/**
 * Parses an untrusted file in a process of its own: one process for each file, no key, no database, limited memory, ended
 * after the answer or after 20 seconds.
 */
export async function runImport(
  start: () => AnsweringProcess,
  name: string,
  input: unknown,
  milliseconds = importMilliseconds,
): Promise<Answer<unknown>> {
  const child = start();
  const gaveUp: Answer<unknown> = {
    ok: false,
    error: {
      code: "notAllowed",
      reason: "This file could not be read",
      lines: ["It is too large, or damaged. Try downloading it again, or choose a shorter period."],
    },
  };
  try {
    const answer = await withinTime(child.ask(name, input), milliseconds, gaveUp);
    return !answer.ok && answer.error.code === "locked" ? gaveUp : answer;
  } finally {
    child.end();
  }
}
