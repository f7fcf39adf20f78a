import * as z from "zod";
import { Pence, pence } from "./money.ts";

/** The rule behind a figure: its name as HMRC or the field calls it, where it is written, and the year of the rates. */
export const Rule = z.object({ name: z.string(), source: z.string(), ratesYear: z.string().optional() });
export type Rule = z.infer<typeof Rule>;

/**
 * One step of an explanation, in plain English with the actual numbers. `amount` (pence) is what the step adds to the
 * figure; a step without an amount only tells ("Your code lets you earn £967.68 without tax").
 */
export const ExplanationLine = z.object({ text: z.string(), amount: Pence.optional() });
export type ExplanationLine = z.infer<typeof ExplanationLine>;

/** A figure that carries the reasons for it. The amounts of the lines always add up to `amount`. */
export const Explained = z.object({ amount: Pence, rule: Rule, lines: z.array(ExplanationLine) });
export type Explained = z.infer<typeof Explained>;

/** A step that adds `amount` pence to the figure. */
export function addingLine(text: string, amount: Pence): ExplanationLine {
  return { text, amount };
}

/** A step that tells something without changing the figure. */
export function tellingLine(text: string): ExplanationLine {
  return { text };
}

/** Makes the figure from its lines, so that words and number cannot part: the amount is the sum of the lines. */
export function explain(rule: Rule, lines: readonly ExplanationLine[]): Explained {
  let total = 0;
  for (const line of lines) total += line.amount ?? 0;
  return { amount: pence(total), rule, lines: [...lines] };
}
