import { formatMinutes, minutes } from "../../core/minutes.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import { clockTimeOf, cutAtMidnight, minutesBetween, minutesOfDay, overlaps } from "../../rota/shift.ts";
import { type PayProblem, problem } from "../problems.ts";
import type { PaidShift } from "./paidTime.ts";

/**
 * What is wrong with one person's shifts before any pay can be worked out: time or miles below nothing, a shift that ends before it starts or holds
 * more time than passes in it, time awake that is longer than the night, two shifts at the same time, and more hours on a day than the
 * day has (24; 23 and 25 in the nights the clocks change). Empty when all is well. Source: Summer Time Act 1972 (days of 23 and 25 hours); else
 * plain sense.
 */
export function checkPaidShifts(shifts: readonly PaidShift[]): PayProblem[] {
  const problems = shifts.flatMap(problemsOfOne);
  return problems.length > 0 ? problems : [...overlapProblems(shifts), ...dayProblems(shifts)];
}

const correct = "Correct its start and end on the timesheet.";

function problemsOfOne({ onDate, startAt, endAt, workedMinutes, awakeMinutes, milesHundredths }: PaidShift): PayProblem[] {
  const found: PayProblem[] = [];
  const on = `the shift on ${formatDate(onDate)}`;
  if (!Number.isSafeInteger(workedMinutes) || !Number.isSafeInteger(awakeMinutes)) {
    const value = Number.isSafeInteger(workedMinutes) ? awakeMinutes : workedMinutes;
    return [problem("workedMinutes", value, `The time of ${on} is not in whole minutes.`, correct)];
  }
  if (!Number.isSafeInteger(milesHundredths) || milesHundredths < 0) {
    found.push(problem("miles", milesHundredths / 100, `The miles of ${on} are below nothing or no number.`, "Correct the miles on the timesheet."));
  }
  const length = startAt && endAt ? minutesBetween({ startAt, endAt }) : minutesOfDay(onDate);
  if (workedMinutes < 0) found.push(problem("workedMinutes", formatMinutes(workedMinutes), `The time of ${on} is below nothing.`, correct));
  if (length < 0) found.push(problem("endAt", endAt, `The end of ${on} is before its start.`, correct));
  else if (workedMinutes > length) {
    const rule = startAt
      ? `Only ${formatMinutes(length)} pass in ${on}.`
      : `A shift on ${formatDate(onDate)} is longer than a day: the day has ${formatMinutes(length)}.`;
    found.push(problem("workedMinutes", formatMinutes(workedMinutes), rule, correct));
  }
  if (awakeMinutes < 0 || awakeMinutes > Math.max(0, workedMinutes)) {
    const rule = `The time awake in ${on} lies between nothing and the ${formatMinutes(workedMinutes)} of the shift.`;
    found.push(problem("awakeMinutes", formatMinutes(awakeMinutes), rule, "Correct the time awake on the timesheet."));
  }
  return found;
}

function overlapProblems(shifts: readonly PaidShift[]): PayProblem[] {
  const timed = shifts.flatMap(({ startAt, endAt, onDate }) => (startAt && endAt ? [{ startAt, endAt, onDate }] : []));
  const ordered = timed.sort((a, b) => a.startAt.localeCompare(b.startAt));
  return ordered.flatMap((shift, index) => {
    const before = ordered[index - 1];
    if (!before || !overlaps(before, shift)) return [];
    const value = `${clockTimeOf(shift.startAt)} to ${clockTimeOf(shift.endAt)}`;
    const other = `${clockTimeOf(before.startAt)} to ${clockTimeOf(before.endAt)} on ${formatDate(before.onDate)}`;
    const rule = `This shift on ${formatDate(shift.onDate)} and the one from ${other} are at the same time.`;
    return [problem("startAt", value, rule, "Change one of the two on the timesheet.")];
  });
}

function dayProblems(shifts: readonly PaidShift[]): PayProblem[] {
  const byDay = new Map<PlainDate, number>();
  for (const { startAt, endAt, onDate, workedMinutes } of shifts) {
    const parts = startAt && endAt ? cutAtMidnight({ startAt, endAt }) : [{ onDate, minutes: workedMinutes }];
    for (const part of parts) byDay.set(part.onDate, (byDay.get(part.onDate) ?? 0) + part.minutes);
  }
  return [...byDay].flatMap(([on, time]) => {
    const length = minutesOfDay(on);
    if (time <= length) return [];
    const rule = `${formatDate(on)} has ${formatMinutes(length)}.`;
    return [
      problem("workedMinutes", formatMinutes(minutes(time)), rule, "Take the shifts of this day out that nobody worked, or correct their times."),
    ];
  });
}
