import * as z from "zod";
import type { PlainDate } from "../../../shared/core/plainDate.ts";
import { PlannedShift } from "../../../shared/rota/shift.ts";
import type { ReadDb, WriteDb } from "../database.ts";

const selectPlannedShift = `
  SELECT id, engagement_id AS engagementId, on_date AS onDate, start_at AS startAt, end_at AS endAt, break_minutes AS breakMinutes,
         kind_of_time_id AS kindOfTimeId, plan_line_id AS planLineId, note
    FROM planned_shift`;

export function findPlannedShift(db: ReadDb, id: string): PlannedShift | undefined {
  return PlannedShift.optional().parse(db.prepare(`${selectPlannedShift} WHERE id = ? AND cancelled_on IS NULL`).get(id));
}

/** Shifts on the rota by the day they start on, both ends included. Cancelled ones are left out. */
export function listPlannedShifts(
  db: ReadDb,
  filter: { readonly from: PlainDate; readonly to: PlainDate; readonly engagementId?: string },
): PlannedShift[] {
  const rows = db
    .prepare(
      `${selectPlannedShift} WHERE cancelled_on IS NULL AND on_date BETWEEN ? AND ? AND (? IS NULL OR engagement_id = ?) ORDER BY start_at, id`,
    )
    .all(filter.from, filter.to, filter.engagementId ?? null, filter.engagementId ?? null);
  return z.array(PlannedShift).parse(rows);
}

export function insertPlannedShift(db: WriteDb, shift: PlannedShift): void {
  db.prepare(
    `INSERT INTO planned_shift (id, engagement_id, on_date, start_at, end_at, break_minutes, kind_of_time_id, plan_line_id, note)
     VALUES (@id, @engagementId, @onDate, @startAt, @endAt, @breakMinutes, @kindOfTimeId, @planLineId, @note)`,
  ).run({ ...shift });
}

export function updatePlannedShift(db: WriteDb, shift: PlannedShift): void {
  db.prepare(
    `UPDATE planned_shift SET engagement_id = @engagementId, on_date = @onDate, start_at = @startAt, end_at = @endAt, break_minutes = @breakMinutes,
       kind_of_time_id = @kindOfTimeId, plan_line_id = @planLineId, note = @note WHERE id = @id`,
  ).run({ ...shift });
}

export function markPlannedShiftCancelled(db: WriteDb, id: string, on: PlainDate): void {
  db.prepare("UPDATE planned_shift SET cancelled_on = ? WHERE id = ?").run(on, id);
}
