import { formatMinutes, type Minutes, minutes, type TimeOfDay } from "../core/minutes.ts";
import { formatDate, type PlainDate } from "../core/plainDate.ts";
import { clockTimeOf, minutesBetween, overlaps, type ShiftMoments, shiftMoments } from "./shift.ts";

/** What a shift is checked against. Other shifts are the same person's, without the one being changed. */
export interface ShiftToCheck {
  readonly onDate: PlainDate;
  readonly start: TimeOfDay;
  readonly end: TimeOfDay;
  readonly breakMinutes: Minutes;
  readonly awakeMinutes?: Minutes;
  readonly assistantName: string;
  readonly startOn: PlainDate;
  readonly endOn: PlainDate | null;
  readonly others: readonly (ShiftMoments & { readonly onDate: PlainDate })[];
  /** For worked time: today, since nobody has worked tomorrow yet. */
  readonly notAfter?: PlainDate;
}

/**
 * Checks one shift. Answers its moments and minutes, or for each field one sentence that names the value, the rule and the way out.
 * Rule: a person has one body and a day has 24 hours; model.md, "must always hold" 4.
 */
export function checkShift(
  shift: ShiftToCheck,
):
  | { readonly ok: true; readonly moments: ShiftMoments; readonly workedMinutes: Minutes }
  | { readonly ok: false; readonly fields: Record<string, string> } {
  const fields: Record<string, string> = {};
  const moments = shiftMoments(shift.onDate, shift.start, shift.end);
  const length = minutesBetween(moments);
  if (shift.start === shift.end)
    fields.end = `The shift starts and ends at ${shift.start}. Enter the time it ended; a day and night in one is two shifts.`;
  else if (length === 0)
    fields.end = `The clocks jump from 01:00 to 02:00 on ${formatDate(shift.onDate)}, so no time passes from ${shift.start} to ${shift.end}. Enter a later time.`;
  if (shift.breakMinutes >= length && fields.end === undefined) {
    fields.breakMinutes = `A break of ${formatMinutes(shift.breakMinutes)} does not fit into a shift of ${formatMinutes(length)}. Enter a shorter break.`;
  }
  if ((shift.awakeMinutes ?? 0) > length) {
    fields.awakeMinutes = `${formatMinutes(shift.awakeMinutes ?? minutes(0))} awake is longer than the night of ${formatMinutes(length)}. Enter the time awake for work.`;
  }
  if (shift.onDate < shift.startOn) {
    fields.onDate = `${shift.assistantName} starts on ${formatDate(shift.startOn)}, so cannot work on ${formatDate(shift.onDate)}. Choose a later day, or change their first day.`;
  } else if (shift.endOn !== null && shift.onDate > shift.endOn) {
    fields.onDate = `${shift.assistantName} left on ${formatDate(shift.endOn)}, so cannot work on ${formatDate(shift.onDate)}. Choose an earlier day.`;
  } else if (shift.notAfter !== undefined && shift.onDate > shift.notAfter) {
    fields.onDate = `${formatDate(shift.onDate)} is still to come. Plan the shift now, and enter it as worked when it is.`;
  }
  const clash = shift.others.find((other) => overlaps(moments, other));
  if (clash && fields.end === undefined) {
    fields.start = `${shift.assistantName} already has a shift from ${clockTimeOf(clash.startAt)} to ${clockTimeOf(clash.endAt)} on ${formatDate(clash.onDate)}. Change one of the two.`;
  }
  if (Object.keys(fields).length > 0) return { ok: false, fields };
  return { ok: true, moments, workedMinutes: minutes(length - shift.breakMinutes) };
}
