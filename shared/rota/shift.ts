import { TZDate } from "@date-fns/tz";
import * as z from "zod";
import { Instant, RecordId } from "../core/identifiers.ts";
import { Minutes, minutes, type TimeOfDay } from "../core/minutes.ts";
import { addDays, PlainDate } from "../core/plainDate.ts";

const timeZone = "Europe/London";

/** When a shift starts and ends, as two moments. Its day is the one it starts on. */
export interface ShiftMoments {
  readonly startAt: Instant;
  readonly endAt: Instant;
}

/**
 * The moment a kitchen clock shows a time on a day. Summer time is tried first, so a time that comes twice in October (01:00 to 02:00) is the
 * first of the two. A time the clocks jump over in March (01:00 to 02:00) is the moment of the jump. Worked out from UTC: `TZDate` given
 * clock parts answers differently for the doubled hour on a computer set to Auckland.
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

/** What the kitchen clock shows at a moment. */
export function clockTimeOf(moment: Instant): TimeOfDay {
  const local = new TZDate(Date.parse(moment), timeZone);
  return `${String(local.getHours()).padStart(2, "0")}:${String(local.getMinutes()).padStart(2, "0")}` as TimeOfDay;
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
