import * as z from "zod";
import { Explained } from "../core/explanation.ts";
import { RecordId } from "../core/identifiers.ts";
import { Minutes, TimeOfDay } from "../core/minutes.ts";
import { Pence } from "../core/money.ts";
import { PlainDate } from "../core/plainDate.ts";
import { optionalText, requiredText } from "../core/text.ts";
import { KindOfTime } from "../people/payFacts.ts";
import { PlannedShift, WorkedShift } from "../rota/shift.ts";
import { Absence, AbsenceKind, Timesheet } from "../timesheets/timesheet.ts";
import { CheckedCsvShift, TimesheetCsvRow, timesheetRowLimit } from "../timesheets/timesheetCsv.ts";
import { command, query } from "./operation.ts";

const shiftAnswer = {
  engagementId: RecordId,
  onDate: PlainDate,
  start: TimeOfDay,
  end: TimeOfDay,
  breakMinutes: Minutes.min(0, "A break cannot be less than nothing")
    .max(1440, "A break is shorter than a day")
    .default(0 as Minutes),
  kindOfTimeId: RecordId,
  planLineId: RecordId.nullable().default(null),
  note: optionalText(1000).default(""),
};

const workedAnswer = {
  ...shiftAnswer,
  awakeMinutes: Minutes.min(0)
    .max(1440)
    .default(0 as Minutes),
  milesHundredths: z.number().int("Use at most two decimals").min(0).max(100_000, "This is more than 1,000 miles").default(0),
};

/** Shifts on the screen carry the times on the kitchen clock beside their moments. */
const ClockTimes = { start: TimeOfDay, end: TimeOfDay, minutes: Minutes };
export const ShownPlannedShift = PlannedShift.extend(ClockTimes);
export type ShownPlannedShift = z.infer<typeof ShownPlannedShift>;
export const ShownWorkedShift = WorkedShift.extend({ start: TimeOfDay, end: TimeOfDay });
export type ShownWorkedShift = z.infer<typeof ShownWorkedShift>;

/** One person's row of the week grid. */
export const WeekRow = z.object({
  engagementId: RecordId,
  name: z.string(),
  timesheet: Timesheet.nullable(),
  planned: z.array(ShownPlannedShift),
  worked: z.array(ShownWorkedShift),
  absences: z.array(Absence),
  plannedMinutes: Minutes,
  workedMinutes: Minutes,
  milesHundredths: z.number().int(),
  /** Worked time by kind of time, in the kinds' order. */
  minutesByKind: z.array(z.object({ kindOfTimeId: RecordId, name: z.string(), minutes: Minutes, shifts: z.number().int() })),
});
export type WeekRow = z.infer<typeof WeekRow>;

export const Week = z.object({
  today: PlainDate,
  weekFrom: PlainDate,
  weekTo: PlainDate,
  /** Mondays of the week before, of the week after, and of the week that today lies in. */
  earlierWeek: PlainDate,
  laterWeek: PlainDate,
  thisWeek: PlainDate,
  plannedMinutes: Minutes,
  workedMinutes: Minutes,
  days: z.array(z.object({ on: PlainDate, bankHoliday: z.string().nullable() })),
  rows: z.array(WeekRow),
  kindsOfTime: z.array(KindOfTime),
  planLines: z.array(z.object({ id: RecordId, name: z.string() })),
  /** Things to look at: short rests, and days or nights with nobody on the rota. They never stop anything. */
  notes: z.array(z.object({ kind: z.enum(["rest", "nobody"]), title: z.string(), text: z.string() })),
});
export type Week = z.infer<typeof Week>;

/** What a week costs the budget, all costs of employing included, and its time beside the plan. */
export const WeekCost = z.object({
  weekFrom: PlainDate,
  rows: z.array(
    z.object({
      engagementId: RecordId,
      name: z.string(),
      /** Pay and mileage. */
      wagesPence: Pence,
      /** Null when a rate of pay is missing: `problems` say which. */
      cost: Explained.nullable(),
      problems: z.array(z.string()),
    }),
  ),
  wagesPence: Pence,
  total: Explained,
  /** Lines of the plan that agree hours: the week's time on them, and what was agreed for a week. */
  planLines: z.array(z.object({ planLineId: RecordId, name: z.string(), minutes: Minutes, agreedMinutes: Minutes, agreedPence: Pence })),
});
export type WeekCost = z.infer<typeof WeekCost>;

const Made = z.object({ id: RecordId });
const weekOf = { engagementId: RecordId, weekFrom: PlainDate };

export const timeOperations = {
  /** The grid of one week. `weekFrom` may be any day of it. */
  "time.week": query(z.strictObject({ weekFrom: PlainDate }), Week),

  /** What the week will cost: time that was worked, and planned time that was not worked otherwise. `weekFrom` may be any day of it. */
  "time.weekCost": query(z.strictObject({ weekFrom: PlainDate }), WeekCost),

  "time.planShift": command("Planned a shift", z.strictObject(shiftAnswer), Made),
  "time.changePlannedShift": command("Changed a planned shift", z.strictObject({ id: RecordId, ...shiftAnswer }), Made),
  "time.cancelPlannedShift": command("Took a shift off the rota", z.strictObject({ id: RecordId }), z.null()),
  /** Copies every planned shift of one week to another, leaving out what would clash. */
  "time.copyWeek": command(
    "Copied a week of the rota",
    z.strictObject({ fromWeek: PlainDate, toWeek: PlainDate }),
    z.object({ copied: z.number().int(), leftOut: z.number().int() }),
  ),

  /** Makes (or fills) the week's timesheet from the planned shifts that have started, leaving out days of absence and shifts already there. */
  "time.startTimesheet": command("Filled a timesheet from the rota", z.strictObject(weekOf), z.object({ id: RecordId, added: z.number().int() })),
  "time.saveWorkedShift": command("Saved a worked shift", z.strictObject({ id: RecordId.optional(), ...workedAnswer }), Made),
  "time.removeWorkedShift": command("Removed a worked shift", z.strictObject({ id: RecordId }), z.null()),
  "time.confirmTimesheet": command("Confirmed a timesheet", z.strictObject({ id: RecordId }), Timesheet),
  "time.reopenTimesheet": command(
    "Reopened a timesheet",
    z.strictObject({ id: RecordId, reason: requiredText("Say why you reopen it", 400) }),
    Timesheet,
  ),

  "time.recordAbsence": command(
    "Recorded an absence",
    z.strictObject({
      engagementId: RecordId,
      kind: AbsenceKind,
      fromOn: PlainDate,
      toOn: PlainDate,
      minutes: Minutes.min(0).nullable().default(null),
      note: optionalText(1000).default(""),
    }),
    /** `finishedPeriod` is a pay period these days lie in whose pay is finished: the next run pays what is owed for them. */
    Made.extend({ finishedPeriod: z.object({ from: PlainDate, to: PlainDate }).nullable() }),
  ),
  /** Puts the days of sickness right, paid or not: the next pay run pays what is still owed, or takes back what was too much. */
  "time.changeAbsence": command(
    "Changed an absence",
    z.strictObject({ id: RecordId, fromOn: PlainDate, toOn: PlainDate, note: optionalText(400).default("") }),
    Made.extend({ finishedPeriod: z.object({ from: PlainDate, to: PlainDate }).nullable() }),
  ),
  /** Every absence of one person, the newest first. */
  "time.listAbsences": query(z.strictObject({ engagementId: RecordId }), z.array(Absence)),
  /** Refused once a payslip has paid for it. */
  "time.removeAbsence": command("Removed an absence", z.strictObject({ id: RecordId }), z.null()),

  /** Checks rows read from a file. Nothing is saved. */
  "time.previewCsv": query(
    z.strictObject({ rows: z.array(TimesheetCsvRow).max(timesheetRowLimit, "This file has more than 5,000 rows") }),
    z.array(CheckedCsvShift),
  ),
  /** Saves every row of a file or none. */
  "time.importCsv": command(
    "Brought in timesheets from a file",
    z.strictObject({ rows: z.array(TimesheetCsvRow).min(1, "There are no rows to bring in").max(timesheetRowLimit) }),
    z.object({ shifts: z.number().int(), timesheets: z.number().int(), firstWeek: PlainDate }),
  ),

  /** Timesheets of weeks that have ended and are not confirmed, the oldest first. */
  "time.unconfirmed": query(
    z.strictObject({}),
    z.array(z.object({ engagementId: RecordId, name: z.string(), weekFrom: PlainDate, timesheetId: RecordId.nullable() })),
  ),
};
