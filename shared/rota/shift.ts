import { TZDate } from "@date-fns/tz";
import * as z from "zod";
import { Instant, RecordId } from "../core/identifiers.ts";
import { Minutes, minutes, type TimeOfDay } from "../core/minutes.ts";
import { addDays, PlainDate, partsOf } from "../core/plainDate.ts";

const timeZone = "Europe/London";

/** When a shift starts and ends, as two moments. Its day is the one it starts on. */
export interface ShiftMoments {
  readonly startAt: Instant;
  readonly endAt: Instant;
}

/** A time the clocks jump over in March (01:00 to 02:00) is taken as the moment of the jump, which is 01:00 in London's winter time. */
function momentOf(day: PlainDate, time: TimeOfDay): Instant {
  const { year, month, day: dayOfMonth } = partsOf(day);
  const local = new TZDate(year, month - 1, dayOfMonth, Number(time.slice(0, 2)), Number(time.slice(3)), timeZone);
  const moment = new Date(local.getTime()).toISOString();
  return clockTimeOf(moment) === time ? moment : `${day}T01:00:00.000Z`;
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
