import type { PlainDate } from "../core/plainDate.ts";

/** What tells one payment from another across files. */
export interface LineIdentity {
  readonly onDate: PlainDate;
  readonly amountPence: number;
  readonly description: string;
  readonly bankIdentifier: string | null;
}

/** `new`: not yet kept. `alreadyHere`: kept from an earlier file. `ask`: like a kept one in day and amount, but not in words. */
export type LineState = "new" | "alreadyHere" | "ask";

/** `occurrence` counts equal payments: the third of three is 3. */
export interface LineVerdict {
  readonly state: LineState;
  readonly occurrence: number;
}

const words = (text: string) => text.toUpperCase().replace(/\s+/g, " ").trim();

/** The bank's own number counts only with its day and amount: banks use one number twice. */
const keyOf = (line: LineIdentity) =>
  `${line.onDate}|${line.amountPence}|${line.bankIdentifier === null ? `words ${words(line.description)}` : `number ${line.bankIdentifier}`}`;
const wordsKeyOf = (line: LineIdentity) => `${line.onDate}|${line.amountPence}|${words(line.description)}`;

/**
 * Tells which payments of a file are new. Equal payments are counted, never merged: with two kept and three in the file, one
 * is new. Rule: bank formats, section 3, rule 7.
 */
export function findNewLines(kept: readonly LineIdentity[], file: readonly LineIdentity[]): LineVerdict[] {
  const keptLeft = new Map<string, LineIdentity[]>();
  const add = (key: string, line: LineIdentity) => keptLeft.set(key, [...(keptLeft.get(key) ?? []), line]);
  for (const line of kept) {
    add(`key ${keyOf(line)}`, line);
    add(`words ${wordsKeyOf(line)}`, line);
    add(`sum ${line.onDate}|${line.amountPence}`, line);
  }
  const used = new Set<LineIdentity>();
  const claim = (key: string): boolean => {
    const line = keptLeft.get(key)?.find((candidate) => !used.has(candidate));
    if (line) used.add(line);
    return line !== undefined;
  };
  const seen = new Map<string, number>();
  const occurrences = file.map((line) => {
    const count = (seen.get(keyOf(line)) ?? 0) + 1;
    seen.set(keyOf(line), count);
    return count;
  });
  const isHere = file.map((line) => claim(`key ${keyOf(line)}`));
  const isHereByWords = file.map((line, index) => !isHere[index] && line.bankIdentifier === null && claim(`words ${wordsKeyOf(line)}`));
  return file.map((line, index) => {
    const occurrence = occurrences[index] ?? 1;
    if (isHere[index] || isHereByWords[index]) return { state: "alreadyHere", occurrence };
    return { state: claim(`sum ${line.onDate}|${line.amountPence}`) ? "ask" : "new", occurrence };
  });
}
