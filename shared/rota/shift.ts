import * as z from "zod";
import { Instant, RecordId } from "../core/identifiers.ts";
import { Minutes, minutes, type TimeOfDay } from "../core/minutes.ts";
import { addDays, PlainDate, plainDate } from "../core/plainDate.ts";

/**
 * Minutes that clocks in England are ahead of UTC at a moment: 60 in summer time, which runs from 01:00 UTC on the last Sunday of March to
 * 01:00 UTC on the last Sunday of October. Source: Summer Time Act 1972, section 1, as amended by the Summer Time Order 2002.
 */
function minutesAhead(moment: number): number {
  const year = new Date(moment).getUTCFullYear();
  return lastSunday(year, 2) <= moment && moment < lastSunday(year, 9) ? 60 : 0;
}

/** 01:00 UTC on the last Sunday of March (2) or October (9). Both have 31 days. */
function lastSunday(year: number, month: number): number {
  const last = Date.UTC(year, month, 31, 1);
  return last - new Date(last).getUTCDay() * 86_400_000;
}

/** The text of a moment as the clocks in England show it: "2026-11-21T10:15:00.000Z" with local figures. */
function localText(moment: Instant): string {
  const at = Date.parse(moment);
  return new Date(at + minutesAhead(at) * 60_000).toISOString();
}

/** When a shift starts and ends, as two moments. Its day is the one it starts on. */
export interface ShiftMoments {
  readonly startAt: Instant;
  readonly endAt: Instant;
}

/**
 * The moment a kitchen clock shows a time on a day. Summer time is tried first, so a time that comes twice in October (01:00 to 02:00) is the
 * first of the two. A time the clocks jump over in March (01:00 to 02:00) is the moment of the jump. The computer's own time zone plays no part.
 */
function momentOf(day: PlainDate, time: TimeOfDay): Instant {
  const inWinter = Date.parse(`${day}T${time}:00.000Z`);
  const candidates = [inWinter - 3_600_000, inWinter].map((moment) => new Date(moment).toISOString());
  return candidates.find((moment) => clockTimeOf(moment) === time) ?? `${day}T01:00:00.000Z`;
}

/**
 * The two moments of a shift from its day and the times on the kitchen clock. An end at or before the start is on the next day, so
 * "22:00 to 06:00" is one night. In the night the clocks go back it lasts nine hours, in the night they go forward seven.
 */
export function shiftMoments(onDate: PlainDate, start: TimeOfDay, end: TimeOfDay): ShiftMoments {
  return { startAt: momentOf(onDate, start), endAt: momentOf(end <= start ? addDays(onDate, 1) : onDate, end) };
}

/** Real time between two moments, in whole minutes. */
export function minutesBetween({ startAt, endAt }: ShiftMoments): Minutes {
  return minutes(Math.round((Date.parse(endAt) - Date.parse(startAt)) / 60_000));
}

/** The real time of a calendar day, midnight to midnight: 24 hours, 23 when the clocks go forward, 25 when they go back. */
export function minutesOfDay(day: PlainDate): Minutes {
  return minutesBetween({ startAt: momentOf(day, midnight), endAt: momentOf(addDays(day, 1), midnight) });
}

/** A shift's real time on each calendar day in England, in order. "22:00 to 06:00" is two hours and six; no day is without time. */
export function cutAtMidnight({ startAt, endAt }: ShiftMoments): { readonly onDate: PlainDate; readonly minutes: Minutes }[] {
  const parts: { readonly onDate: PlainDate; readonly minutes: Minutes }[] = [];
  let from = startAt;
  for (let onDate = dayOf(startAt); from < endAt; onDate = addDays(onDate, 1)) {
    const next = momentOf(addDays(onDate, 1), midnight);
    const to = next < endAt ? next : endAt;
    parts.push({ onDate, minutes: minutesBetween({ startAt: from, endAt: to }) });
    from = to;
  }
  return parts;
}

const midnight = "00:00" as TimeOfDay;

/** The calendar day in England at a moment. */
function dayOf(moment: Instant): PlainDate {
  return plainDate(localText(moment).slice(0, 10));
}

/** What the kitchen clock shows at a moment. */
export function clockTimeOf(moment: Instant): TimeOfDay {
  return localText(moment).slice(11, 16) as TimeOfDay;
}

/** True when two shifts share time. One that starts when the other ends does not. */
export function overlaps(one: ShiftMoments, other: ShiftMoments): boolean {
  return one.startAt < other.endAt && other.startAt < one.endAt;
}

/** A shift on the rota. Minutes are real minutes less the break. */
export const PlannedShift = z.object({
  id: RecordId,
  engagementId: RecordId,
  onDate: PlainDate,
  startAt: Instant,
  endAt: Instant,
  breakMinutes: Minutes,
  kindOfTimeId: RecordId,
  planLineId: RecordId.nullable(),
  note: z.string(),
});
export type PlannedShift = z.infer<typeof PlannedShift>;

/** Time that was worked. `awakeMinutes` counts in a sleep-in only; miles are in hundredths. */
export const WorkedShift = PlannedShift.extend({
  timesheetId: RecordId,
  plannedShiftId: RecordId.nullable(),
  workedMinutes: Minutes,
  awakeMinutes: Minutes,
  milesHundredths: z.number().int(),
  payRunId: RecordId.nullable(),
});
export type WorkedShift = z.infer<typeof WorkedShift>;
