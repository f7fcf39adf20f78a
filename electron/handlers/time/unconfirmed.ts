import { addDays, laterOf, type PlainDate } from "../../../shared/core/plainDate.ts";
import { fullName } from "../../../shared/people/person.ts";
import { mondayOf } from "../../../shared/timesheets/timesheet.ts";
import type { ReadDb } from "../../db/database.ts";
import { listEngagements } from "../../db/repositories/engagementRepository.ts";
import { listPlannedShifts } from "../../db/repositories/rotaRepository.ts";
import { listTimesheets } from "../../db/repositories/timesheetRepository.ts";

/** How far back a forgotten week is still worth a reminder. */
const daysBack = 12 * 7;

/** Weeks that have ended with time planned or entered, and no confirmed timesheet. */
export function listUnconfirmedWeeks(
  db: ReadDb,
  today: PlainDate,
): { engagementId: string; name: string; weekFrom: PlainDate; timesheetId: string | null }[] {
  const thisMonday = mondayOf(today);
  const range = { from: addDays(thisMonday, -daysBack), to: addDays(thisMonday, -1) };
  const timesheets = listTimesheets(db, range);
  const planned = listPlannedShifts(db, range);
  const found = [];
  for (const engagement of listEngagements(db)) {
    for (let week = laterOf(range.from, mondayOf(engagement.startOn)); week < thisMonday; week = addDays(week, 7)) {
      const timesheet = timesheets.find((one) => one.engagementId === engagement.id && one.weekFrom === week);
      const hasPlan = planned.some((shift) => shift.engagementId === engagement.id && shift.onDate >= week && shift.onDate <= addDays(week, 6));
      if (timesheet ? timesheet.state === "open" : hasPlan) {
        found.push({ engagementId: engagement.id, name: fullName(engagement.person), weekFrom: week, timesheetId: timesheet?.id ?? null });
      }
    }
  }
  return found.sort((a, b) => (a.weekFrom < b.weekFrom ? -1 : a.weekFrom > b.weekFrom ? 1 : 0));
}
