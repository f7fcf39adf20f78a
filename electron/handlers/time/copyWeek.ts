import { invalidInput } from "../../../shared/contract/errors.ts";
import { addDays, daysBetween, type PlainDate } from "../../../shared/core/plainDate.ts";
import { clockTimeOf } from "../../../shared/rota/shift.ts";
import { mondayOf } from "../../../shared/timesheets/timesheet.ts";
import type { WriteDb } from "../../db/database.ts";
import { insertPlannedShift, listPlannedShifts } from "../../db/repositories/rotaRepository.ts";
import { plannedShiftFrom, sentencesOf } from "./shiftWriting.ts";

/** Copies a week's planned shifts, at the same times on the clock. Shifts that clash or fall outside somebody's job are left out and counted. */
export function copyWeek(
  db: WriteDb,
  newId: () => string,
  { fromWeek, toWeek }: { readonly fromWeek: PlainDate; readonly toWeek: PlainDate },
): { copied: number; leftOut: number } {
  const from = mondayOf(fromWeek);
  const to = mondayOf(toWeek);
  if (from === to) throw invalidInput({ toWeek: "Choose another week to copy to" });
  const shifts = listPlannedShifts(db, { from, to: addDays(from, 6) });
  let copied = 0;
  for (const shift of shifts) {
    const typed = {
      ...shift,
      onDate: addDays(to, daysBetween(from, shift.onDate)),
      start: clockTimeOf(shift.startAt),
      end: clockTimeOf(shift.endAt),
    };
    try {
      insertPlannedShift(db, plannedShiftFrom(db, typed, newId()));
      copied += 1;
    } catch (error) {
      sentencesOf(error);
    }
  }
  return { copied, leftOut: shifts.length - copied };
}
