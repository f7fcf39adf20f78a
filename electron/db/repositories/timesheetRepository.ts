import * as z from "zod";
import type { PlainDate } from "../../../shared/core/plainDate.ts";
import { WorkedShift } from "../../../shared/rota/shift.ts";
import { Timesheet, type TimesheetState } from "../../../shared/timesheets/timesheet.ts";
import type { ReadDb, WriteDb } from "../database.ts";

const selectTimesheet = `
  SELECT id, engagement_id AS engagementId, week_from AS weekFrom, state, confirmed_on AS confirmedOn, confirmed_by AS confirmedBy, reopened_reason AS reopenedReason
    FROM timesheet`;

const selectWorkedShift = `
  SELECT id, timesheet_id AS timesheetId, engagement_id AS engagementId, planned_shift_id AS plannedShiftId, on_date AS onDate, start_at AS startAt, end_at AS endAt,
         break_minutes AS breakMinutes, worked_minutes AS workedMinutes, awake_minutes AS awakeMinutes, miles_hundredths AS milesHundredths,
         kind_of_time_id AS kindOfTimeId, plan_line_id AS planLineId, note, pay_run_id AS payRunId
    FROM worked_shift`;

export function findTimesheet(db: ReadDb, id: string): Timesheet | undefined {
  return Timesheet.optional().parse(db.prepare(`${selectTimesheet} WHERE id = ?`).get(id));
}

export function findTimesheetOfWeek(db: ReadDb, engagementId: string, weekFrom: PlainDate): Timesheet | undefined {
  return Timesheet.optional().parse(db.prepare(`${selectTimesheet} WHERE engagement_id = ? AND week_from = ?`).get(engagementId, weekFrom));
}

/** Timesheets of weeks that start from `from` to `to`, both included; of any state when none is named. */
export function listTimesheets(
  db: ReadDb,
  filter: { readonly from: PlainDate; readonly to: PlainDate; readonly state?: TimesheetState },
): Timesheet[] {
  const rows = db
    .prepare(`${selectTimesheet} WHERE week_from BETWEEN ? AND ? AND (? IS NULL OR state = ?) ORDER BY week_from, id`)
    .all(filter.from, filter.to, filter.state ?? null, filter.state ?? null);
  return z.array(Timesheet).parse(rows);
}

export function insertTimesheet(db: WriteDb, timesheet: Pick<Timesheet, "id" | "engagementId" | "weekFrom">): void {
  db.prepare("INSERT INTO timesheet (id, engagement_id, week_from, state) VALUES (?, ?, ?, 'open')").run(
    timesheet.id,
    timesheet.engagementId,
    timesheet.weekFrom,
  );
}

export function markTimesheetConfirmed(db: WriteDb, id: string, confirmedOn: PlainDate, confirmedBy: string): void {
  db.prepare("UPDATE timesheet SET state = 'confirmed', confirmed_on = ?, confirmed_by = ? WHERE id = ?").run(confirmedOn, confirmedBy, id);
}

export function markTimesheetReopened(db: WriteDb, id: string, reason: string): void {
  db.prepare("UPDATE timesheet SET state = 'open', confirmed_on = NULL, confirmed_by = NULL, reopened_reason = ? WHERE id = ?").run(reason, id);
}

export function findWorkedShift(db: ReadDb, id: string): WorkedShift | undefined {
  return WorkedShift.optional().parse(db.prepare(`${selectWorkedShift} WHERE id = ?`).get(id));
}

/** Worked shifts by the day they start on, both ends included. */
export function listWorkedShifts(
  db: ReadDb,
  filter: { readonly from: PlainDate; readonly to: PlainDate; readonly engagementId?: string },
): WorkedShift[] {
  const rows = db
    .prepare(`${selectWorkedShift} WHERE on_date BETWEEN ? AND ? AND (? IS NULL OR engagement_id = ?) ORDER BY start_at, id`)
    .all(filter.from, filter.to, filter.engagementId ?? null, filter.engagementId ?? null);
  return z.array(WorkedShift).parse(rows);
}

type ShiftRow = Omit<WorkedShift, "payRunId">;

export function insertWorkedShift(db: WriteDb, shift: ShiftRow): void {
  db.prepare(
    `INSERT INTO worked_shift (id, timesheet_id, engagement_id, planned_shift_id, on_date, start_at, end_at, break_minutes, worked_minutes, awake_minutes,
       miles_hundredths, kind_of_time_id, plan_line_id, note)
     VALUES (@id, @timesheetId, @engagementId, @plannedShiftId, @onDate, @startAt, @endAt, @breakMinutes, @workedMinutes, @awakeMinutes,
       @milesHundredths, @kindOfTimeId, @planLineId, @note)`,
  ).run({ ...shift });
}

export function deleteWorkedShift(db: WriteDb, id: string): void {
  db.prepare("DELETE FROM worked_shift WHERE id = ?").run(id);
}
