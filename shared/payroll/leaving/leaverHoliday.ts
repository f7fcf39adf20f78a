import type { ExplanationLine } from "../../core/explanation.ts";
import { formatMinutes, type Minutes, minutes } from "../../core/minutes.ts";
import { daysBetween, earlierOf, formatDate, laterOf, type PlainDate } from "../../core/plainDate.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";

export interface LeaverHolidayInput {
  readonly startedOn: PlainDate;
  readonly leavesOn: PlainDate;
  readonly leaveYearFrom: PlainDate;
  readonly leaveYearTo: PlainDate;
  /** Holiday in minutes: of a whole leave year for fixed hours, or what irregular hours have built up so far. */
  readonly holiday: { readonly kind: "wholeYear" | "builtUp"; readonly minutes: Minutes };
  readonly carriedOver: Minutes;
  readonly taken: Minutes;
}

export interface LeaverHoliday {
  readonly earned: Minutes;
  /** Holiday still owed; below zero when more was taken than earned. */
  readonly left: Minutes;
  readonly lines: readonly ExplanationLine[];
}

/**
 * Holiday that is left when somebody leaves, in minutes: the year's entitlement × days employed in the leave year ÷ days in it, never rounded down, with
 * what was carried over and without what was taken. Irregular hours bring what they built up. Refuses a last day outside the leave year or before the first.
 * Source: Working Time Regulations 1998, regulation 14; payroll rules, section 12.
 */
export function calculateLeaverHoliday(input: LeaverHolidayInput): Verdict<LeaverHoliday> {
  const { startedOn, leavesOn, leaveYearFrom, leaveYearTo, holiday, carriedOver, taken } = input;
  if (leavesOn < startedOn) {
    const rule = `The last day is before the first day, ${formatDate(startedOn)}.`;
    return refused(problem("leavesOn", leavesOn, rule, "Correct the start or the leaving date."));
  }
  if (leavesOn < leaveYearFrom || leavesOn > leaveYearTo) {
    const rule = `The leave year runs from ${formatDate(leaveYearFrom)} to ${formatDate(leaveYearTo)}.`;
    return refused(problem("leavesOn", leavesOn, rule, "Choose the leave year that the last day falls in."));
  }
  const lines: ExplanationLine[] = [];
  let earned: number = holiday.minutes;
  if (holiday.kind === "wholeYear") {
    const daysEmployed = daysBetween(laterOf(startedOn, leaveYearFrom), earlierOf(leavesOn, leaveYearTo)) + 1;
    const daysInYear = daysBetween(leaveYearFrom, leaveYearTo) + 1;
    earned = Math.ceil((holiday.minutes * daysEmployed) / daysInYear);
    lines.push({
      text: `A whole year gives ${formatMinutes(holiday.minutes)}. ${daysEmployed} of ${daysInYear} days give ${formatMinutes(minutes(earned))}.`,
    });
  } else lines.push({ text: `Hours worked built up ${formatMinutes(holiday.minutes)}.` });
  if (carriedOver > 0) lines.push({ text: `Carried over from before: ${formatMinutes(carriedOver)}.` });
  lines.push({ text: `Taken: ${formatMinutes(taken)}.` });
  const left = minutes(earned + carriedOver - taken);
  lines.push({ text: left < 0 ? `More was taken than earned, by ${formatMinutes(minutes(-left))}.` : `Left: ${formatMinutes(left)}.` });
  return accepted({ earned: minutes(earned), left, lines });
}
