import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { type AppFailure, notAllowed } from "../../shared/contract/errors.ts";
import { writeFileAtomically } from "./atomicFile.ts";

const Tries = z.strictObject({ wrong: z.number().int().nonnegative().max(1_000_000), lastAt: z.iso.datetime() });
type Tries = z.infer<typeof Tries>;

const freeTries = 5;

/** Seconds to wait after this many wrong tries: none for four, 30 after the fifth, doubling up to 15 minutes. */
export function secondsToWait(wrong: number): number {
  return wrong < freeTries ? 0 : Math.min(15 * 60, 30 * 2 ** Math.min(wrong - freeTries, 10));
}

const pathOf = (folder: string) => join(folder, "tries.json");

function readTries(folder: string): Tries {
  const none = { wrong: 0, lastAt: new Date(0).toISOString() };
  try {
    return existsSync(pathOf(folder)) ? Tries.parse(JSON.parse(readFileSync(pathOf(folder), "utf8"))) : none;
  } catch {
    return none;
  }
}

const writeTries = (folder: string, tries: Tries) => writeFileAtomically(pathOf(folder), JSON.stringify(tries));

/** @throws AppFailure while the wait after wrong tries lasts. It slows people down; it never destroys anything. */
export function refuseTooManyTries(folder: string, now: Date): void {
  const { wrong, lastAt } = readTries(folder);
  const wait = secondsToWait(wrong);
  // A clock that was set back must not make the wait longer than it is: it starts again from now.
  const isClockSetBack = Date.parse(lastAt) > now.getTime();
  if (isClockSetBack && wait > 0) writeTries(folder, { wrong, lastAt: now.toISOString() });
  const passed = isClockSetBack ? 0 : (now.getTime() - Date.parse(lastAt)) / 1000;
  if (passed < wait)
    throw notAllowed(`Wait ${inWords(Math.ceil(wait - passed))} before you try again`, [`That was ${wrong} wrong tries. Your file is safe.`]);
}

/** Counts a wrong try and answers the refusal to show, with how many are left before a wait. `what` is "passphrase" or "recovery words". */
export function countWrongTry(folder: string, now: Date, what: "passphrase" | "recovery words"): AppFailure {
  const wrong = readTries(folder).wrong + 1;
  writeTries(folder, { wrong, lastAt: now.toISOString() });
  const wait = secondsToWait(wrong);
  const left = freeTries - wrong;
  const next =
    wait > 0 ? `Wait ${inWords(wait)} before you try again.` : `You have ${left} more ${left === 1 ? "try" : "tries"} before you have to wait.`;
  const isPassphrase = what === "passphrase";
  return notAllowed(isPassphrase ? "That passphrase is not right" : "Those recovery words are not right", [
    next,
    isPassphrase
      ? "Check capital letters. If you have forgotten it, use your 12 recovery words."
      : "Check that they are in the order you wrote them down, and that they belong to this file.",
  ]);
}

/** The right secret was given: start counting afresh. */
export function forgetWrongTries(folder: string): void {
  rmSync(pathOf(folder), { force: true });
}

function inWords(seconds: number): string {
  if (seconds < 60) return seconds === 1 ? "1 second" : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? "1 minute" : `${minutes} minutes`;
}
