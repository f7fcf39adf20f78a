import * as z from "zod";
import { RecordId } from "../core/identifiers.ts";
import { Minutes } from "../core/minutes.ts";
import { addDays, type PlainDate, PlainDate as PlainDateSchema, weekdayOf, weekdays } from "../core/plainDate.ts";

/** open: may be changed; confirmed: agreed, may be reopened with a reason; paid: never changed again. */
export const TimesheetState = z.enum(["open", "confirmed", "paid"]);
export type TimesheetState = z.infer<typeof TimesheetState>;

/** One person's time of one week, Monday to Sunday. */
export const Timesheet = z.object({
  id: RecordId,
  engagementId: RecordId,
  weekFrom: PlainDateSchema,
  state: TimesheetState,
  confirmedOn: PlainDateSchema.nullable(),
  confirmedBy: z.string().nullable(),
  reopenedReason: z.string(),
});
export type Timesheet = z.infer<typeof Timesheet>;

export const AbsenceKind = z.enum(["sickness", "holiday", "unpaidLeave", "familyLeave"]);
export type AbsenceKind = z.infer<typeof AbsenceKind>;

/** Days somebody did not work, both included. `minutes` is the time paid for holiday. */
export const Absence = z.object({
  id: RecordId,
  engagementId: RecordId,
  kind: AbsenceKind,
  fromOn: PlainDateSchema,
  toOn: PlainDateSchema,
  minutes: Minutes.nullable(),
  note: z.string(),
});
export type Absence = z.infer<typeof Absence>;

/** The Monday of the week a day lies in. */
export function mondayOf(day: PlainDate): PlainDate {
  return addDays(day, -((weekdays.indexOf(weekdayOf(day)) + 6) % 7));
}
