import type { BalanceCheck, ParsedLine } from "../../../shared/bank/parsedStatement.ts";
import { type Pence, pence } from "../../../shared/core/money.ts";

/** Payments in order, oldest first, with what their balances tell. */
export interface OrderedLines {
  readonly lines: ParsedLine[];
  readonly openingPence: Pence | null;
  readonly closingPence: Pence | null;
  readonly balanceCheck: BalanceCheck;
}

interface Break {
  readonly line: number;
  readonly difference: number;
}

function breaksOf(lines: readonly ParsedLine[]): Break[] {
  const breaks: Break[] = [];
  for (let index = 1; index < lines.length; index += 1) {
    const before = lines[index - 1]?.balancePence;
    const line = lines[index];
    if (before == null || line?.balancePence == null) continue;
    const difference = line.balancePence - before - line.amountPence;
    if (difference !== 0) breaks.push({ line: line.line, difference });
  }
  return breaks;
}

/**
 * Puts payments in order, oldest first: by whichever way the running balances follow, else by the dates. No figure is
 * changed to make a balance agree; the first line that does not follow is reported. Rule: bank formats, section 3, rule 5.
 */
export function orderLines(asPrinted: readonly ParsedLine[]): OrderedLines {
  const reversed = [...asPrinted].reverse();
  const printedBreaks = breaksOf(asPrinted);
  const reversedBreaks = breaksOf(reversed);
  const isNewestFirst = datesRunBackwards(asPrinted) || (!datesRunForwards(asPrinted) && reversedBreaks.length < printedBreaks.length);
  const lines = isNewestFirst ? reversed : [...asPrinted];
  const breaks = isNewestFirst ? reversedBreaks : printedBreaks;
  const first = lines[0];
  const hasBalances = lines.some((line) => line.balancePence !== null);
  const firstBreak = breaks[0];
  return {
    lines,
    openingPence: first?.balancePence != null ? pence(first.balancePence - first.amountPence) : null,
    closingPence: lines.at(-1)?.balancePence ?? null,
    balanceCheck: firstBreak
      ? { state: "breaks", line: firstBreak.line, differencePence: pence(firstBreak.difference) }
      : { state: hasBalances ? "agrees" : "none" },
  };
}

const datesRunBackwards = (lines: readonly ParsedLine[]) => runs(lines, (before, after) => before >= after);
const datesRunForwards = (lines: readonly ParsedLine[]) => runs(lines, (before, after) => before <= after);

function runs(lines: readonly ParsedLine[], fits: (before: string, after: string) => boolean): boolean {
  if (lines.length < 2 || lines[0]?.onDate === lines.at(-1)?.onDate) return false;
  return lines.every((line, index) => index === 0 || fits(lines[index - 1]?.onDate ?? "", line.onDate));
}
