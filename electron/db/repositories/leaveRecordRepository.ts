import * as z from "zod";
import { Minutes } from "../../../shared/core/minutes.ts";
import { PlainDate } from "../../../shared/core/plainDate.ts";
import type { ReadDb, WriteDb } from "../database.ts";
import { parseRows } from "../rows.ts";

const PaidTimeOfDay = z.object({ onDate: PlainDate, workedMinutes: Minutes, kindOfTimeId: z.string() });
/** Time of one day and kind, in minutes. */
export type PaidTimeOfDay = z.infer<typeof PaidTimeOfDay>;

/** Every shift of an engagement that a run paid for, in order. */
export function listPaidTime(db: ReadDb, engagementId: string): PaidTimeOfDay[] {
  const rows = db
    .prepare(
      `SELECT on_date AS onDate, worked_minutes AS workedMinutes, kind_of_time_id AS kindOfTimeId FROM worked_shift
        WHERE engagement_id = ? AND pay_run_id IS NOT NULL ORDER BY on_date, start_at, rowid`,
    )
    .all(engagementId);
  return parseRows(PaidTimeOfDay, rows);
}

const PaidAbsence = z.object({
  id: z.string(),
  engagementId: z.string(),
  kind: z.enum(["sickness", "holiday"]),
  fromOn: PlainDate,
  toOn: PlainDate,
  minutes: Minutes.nullable(),
  /** When its days were changed last; null when they never were. */
  changedAt: z.string().nullable(),
});
export type PaidAbsence = z.infer<typeof PaidAbsence>;

/** Sickness and holiday of an engagement up to a day, oldest first. */
export function listPaidAbsences(db: ReadDb, engagementId: string, upTo: PlainDate): PaidAbsence[] {
  const rows = db
    .prepare(
      `SELECT id, engagement_id AS engagementId, kind, from_on AS fromOn, to_on AS toOn, minutes, changed_at AS changedAt FROM absence
        WHERE engagement_id = ? AND kind IN ('sickness', 'holiday') AND from_on <= ? ORDER BY from_on, rowid`,
    )
    .all(engagementId, upTo);
  return parseRows(PaidAbsence, rows);
}

/** Adds holiday that a run built up, in minutes. */
export function insertAccruedLeave(
  db: WriteDb,
  leave: { id: string; engagementId: string; onDate: PlainDate; minutes: number; payRunId: string },
): void {
  db.prepare("INSERT INTO leave_movement (id, engagement_id, on_date, kind, minutes, pay_run_id, note) VALUES (?, ?, ?, 'accrued', ?, ?, '')").run(
    leave.id,
    leave.engagementId,
    leave.onDate,
    leave.minutes,
    leave.payRunId,
  );
}

/** Holiday that pay runs built up between two days, both included, in minutes. */
export function sumAccruedLeave(db: ReadDb, engagementId: string, from: PlainDate, to: PlainDate): number {
  const row = db
    .prepare(
      "SELECT COALESCE(SUM(minutes), 0) AS minutes FROM leave_movement WHERE engagement_id = ? AND kind = 'accrued' AND on_date BETWEEN ? AND ?",
    )
    .get(engagementId, from, to);
  return z.object({ minutes: z.number() }).parse(row).minutes;
}
