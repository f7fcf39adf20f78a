import { addDays, daysBetween, formatDate, type PlainDate } from "../../core/plainDate.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";

export const weeksWanted = 52;
export const weeksBackAtMost = 104;

export interface ReferenceWeeks<Week> {
  readonly counted: readonly Week[];
  /** Weeks that were passed over on the way back to the 52. */
  readonly leftOut: number;
}

/**
 * The weeks an average looks at: the last 52 whole weeks before a day that `counts` accepts, never more than 104 weeks back; fewer in a short job.
 * A week has seven days from `weekFrom`. Refuses weeks that share a day.
 * Source: Working Time Regulations 1998, regulations 15C and 16; payroll rules, section 12.
 */
export function pickReferenceWeeks<Week extends { readonly weekFrom: PlainDate }>(
  before: PlainDate,
  weeks: readonly Week[],
  counts: (week: Week) => boolean,
): Verdict<ReferenceWeeks<Week>> {
  const latestFirst = [...weeks].sort((a, b) => daysBetween(a.weekFrom, b.weekFrom));
  for (const [index, { weekFrom }] of latestFirst.entries()) {
    const later = latestFirst[index - 1];
    if (later && addDays(weekFrom, 7) > later.weekFrom) {
      const rule = `The weeks from ${formatDate(weekFrom)} and from ${formatDate(later.weekFrom)} share a day.`;
      return refused(problem("weeks", weekFrom, rule, "Give each week once, all beginning on the same weekday."));
    }
  }
  const earliest = addDays(before, -7 * weeksBackAtMost);
  const counted: Week[] = [];
  let leftOut = 0;
  for (const week of latestFirst) {
    if (addDays(week.weekFrom, 7) > before) continue;
    if (counted.length === weeksWanted || week.weekFrom < earliest) break;
    if (counts(week)) counted.push(week);
    else leftOut++;
  }
  return accepted({ counted, leftOut });
}
