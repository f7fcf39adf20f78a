import { type Explained, type ExplanationLine, explain } from "../../core/explanation.ts";
import { formatPence, type Pence, pence } from "../../core/money.ts";

/** The line that tells that pay of an earlier payment of the period counts too, where the words after it speak of more than this payment. */
export const earlierPayCounts = (earnings: Pence): ExplanationLine => ({
  text: `${formatPence(earnings)} was paid earlier in this period and counts with it.`,
});

/**
 * A figure for all the pay of an earnings period, less what earlier payments of the same period took already (`earlier`: their pay and what they took);
 * never below zero. Pence. Nothing is told of earlier pay where it makes no difference.
 * Source: Social Security (Contributions) Regulations 2001, regulation 3; payroll rules, section 5.1.
 */
export function lessAlreadyTaken(forThePeriod: Explained, earlier: { readonly earnings: Pence; readonly taken: Pence }): Explained {
  const { earnings, taken } = earlier;
  if (taken === 0 && forThePeriod.amount === 0) return forThePeriod;
  const lines = [earlierPayCounts(earnings), ...forThePeriod.lines];
  return explain(forThePeriod.rule, takeOff(lines, forThePeriod.amount, taken));
}

/** The lines with what was taken earlier taken off, and nothing given back when `due` is less. */
export function takeOff(lines: readonly ExplanationLine[], due: number, taken: Pence): ExplanationLine[] {
  const all = [...lines];
  if (taken !== 0) all.push({ text: `${formatPence(taken)} was taken earlier in this period. It comes off.`, amount: pence(-taken) });
  if (due < taken) all.push({ text: "Nothing is given back within a period.", amount: pence(taken - due) });
  return all;
}
