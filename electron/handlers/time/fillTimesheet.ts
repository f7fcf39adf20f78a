import { minutes } from "../../../shared/core/minutes.ts";
import { addDays, type PlainDate } from "../../../shared/core/plainDate.ts";
import { clockTimeOf, overlaps } from "../../../shared/rota/shift.ts";
import { mondayOf } from "../../../shared/timesheets/timesheet.ts";
import type { WriteDb } from "../../db/database.ts";
import { listAbsences } from "../../db/repositories/absenceRepository.ts";
import { listPlannedShifts } from "../../db/repositories/rotaRepository.ts";
import { listWorkedShifts } from "../../db/repositories/timesheetRepository.ts";
import { addWorkedShift, openTimesheet, requireEngagement } from "./shiftWriting.ts";

/**
 * Turns planned shifts into worked ones, in the week's open timesheet. Left out: shifts still to come, days of absence, days
 * outside the job, and time that is on the timesheet already, so that doing it twice adds nothing.
 */
export function fillTimesheet(
  db: WriteDb,
  { newId, today, now }: { readonly newId: () => string; readonly today: PlainDate; readonly now: string },
  { engagementId, weekFrom }: { readonly engagementId: string; readonly weekFrom: PlainDate },
): { id: string; added: number } {
  const { startOn, endOn } = requireEngagement(db, engagementId);
  const from = mondayOf(weekFrom);
  const range = { from, to: addDays(from, 6), engagementId };
  const timesheet = openTimesheet(db, engagementId, from, newId);
  const worked = listWorkedShifts(db, { ...range, from: addDays(from, -1), to: addDays(from, 7) });
  const absences = listAbsences(db, range);
  const isAway = (day: PlainDate) => absences.some((absence) => absence.fromOn <= day && day <= absence.toOn);
  const isEmployed = (day: PlainDate) => startOn <= day && (endOn === null || day <= endOn);
  const toAdd = listPlannedShifts(db, range).filter(
    (shift) =>
      shift.startAt <= now &&
      shift.onDate <= today &&
      isEmployed(shift.onDate) &&
      !isAway(shift.onDate) &&
      !worked.some((other) => overlaps(shift, other)),
  );
  for (const shift of toAdd) {
    const typed = { ...shift, start: clockTimeOf(shift.startAt), end: clockTimeOf(shift.endAt), awakeMinutes: minutes(0), milesHundredths: 0 };
    addWorkedShift(db, typed, { id: newId(), newId, today, plannedShiftId: shift.id });
  }
  return { id: timesheet.id, added: toAdd.length };
}
