import { type Explained, explain } from "../../core/explanation.ts";
import { formatPence, type Pence, pence } from "../../core/money.ts";

/**
 * A figure for all the pay of an earnings period, less what earlier payments of the same period took already; never below zero. Pence.
 * Source: Social Security (Contributions) Regulations 2001, regulation 3; payroll rules, section 5.1.
 */
export function lessAlreadyTaken(forThePeriod: Explained, taken: Pence): Explained {
  if (taken === 0) return forThePeriod;
  const lines = [...forThePeriod.lines, { text: `${formatPence(taken)} was taken earlier in this period. It comes off.`, amount: pence(-taken) }];
  if (forThePeriod.amount < taken) {
    lines.push({ text: "Nothing is given back within a period.", amount: pence(taken - forThePeriod.amount) });
  }
  return explain(forThePeriod.rule, lines);
}
