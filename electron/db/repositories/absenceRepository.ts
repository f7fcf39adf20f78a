import * as z from "zod";
import type { PlainDate } from "../../../shared/core/plainDate.ts";
import { Absence } from "../../../shared/timesheets/timesheet.ts";
import type { ReadDb, WriteDb } from "../database.ts";

const selectAbsence = "SELECT id, engagement_id AS engagementId, kind, from_on AS fromOn, to_on AS toOn, minutes, note FROM absence";

/** Absences that touch the days from `from` to `to`, both included. */
export function listAbsences(db: ReadDb, filter: { readonly from: PlainDate; readonly to: PlainDate; readonly engagementId?: string }): Absence[] {
  const rows = db
    .prepare(`${selectAbsence} WHERE from_on <= ? AND to_on >= ? AND (? IS NULL OR engagement_id = ?) ORDER BY from_on, id`)
    .all(filter.to, filter.from, filter.engagementId ?? null, filter.engagementId ?? null);
  return z.array(Absence).parse(rows);
}

/** Every absence of one person, the newest first. */
export function listAbsencesOf(db: ReadDb, engagementId: string): Absence[] {
  return z.array(Absence).parse(db.prepare(`${selectAbsence} WHERE engagement_id = ? ORDER BY from_on DESC, id`).all(engagementId));
}

export function findAbsence(db: ReadDb, id: string): Absence | undefined {
  return Absence.optional().parse(db.prepare(`${selectAbsence} WHERE id = ?`).get(id));
}

export function insertAbsence(db: WriteDb, absence: Absence): void {
  db.prepare(
    "INSERT INTO absence (id, engagement_id, kind, from_on, to_on, minutes, note) VALUES (@id, @engagementId, @kind, @fromOn, @toOn, @minutes, @note)",
  ).run({ ...absence });
}

/** Writes the days and the note anew, and when that was: pay of these days is looked at again. */
export function updateAbsence(db: WriteDb, { id, fromOn, toOn, note }: Absence, changedAt: string): void {
  db.prepare("UPDATE absence SET from_on = ?, to_on = ?, note = ?, changed_at = ? WHERE id = ?").run(fromOn, toOn, note, changedAt, id);
}

export function deleteAbsence(db: WriteDb, id: string): void {
  db.prepare("DELETE FROM absence WHERE id = ?").run(id);
}
