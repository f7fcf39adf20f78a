import type { Week, WeekRow } from "../../../shared/contract/timeOperations.ts";
import { minutes } from "../../../shared/core/minutes.ts";
import { addDays, type PlainDate } from "../../../shared/core/plainDate.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import { fullName } from "../../../shared/people/person.ts";
import { bankHolidays } from "../../../shared/rates/bankHolidays.ts";
import { shortRests, uncovered } from "../../../shared/rota/rotaNotes.ts";
import { clockTimeOf, minutesBetween, overlaps, type PlannedShift, type WorkedShift } from "../../../shared/rota/shift.ts";
import { mondayOf } from "../../../shared/timesheets/timesheet.ts";
import type { ReadDb } from "../../db/database.ts";
import { listAbsences } from "../../db/repositories/absenceRepository.ts";
import { findBudget } from "../../db/repositories/budgetRepository.ts";
import { listEngagements } from "../../db/repositories/engagementRepository.ts";
import { listKindsOfTime } from "../../db/repositories/payFactsRepository.ts";
import { listPlanLines } from "../../db/repositories/planRepository.ts";
import { listPlannedShifts } from "../../db/repositories/rotaRepository.ts";
import { listTimesheets, listWorkedShifts } from "../../db/repositories/timesheetRepository.ts";

/** True when the person is employed on at least one day from `from` to `to`. */
export const isEmployedBetween = (engagement: Engagement, from: PlainDate, to: PlainDate) =>
  engagement.startOn <= to && (engagement.endOn === null || engagement.endOn >= from);

/** Everything the week grid shows: who is employed in the week, planned and worked time, absences and totals. */
export function gatherWeek(db: ReadDb, today: PlainDate, anyDay: PlainDate): Week {
  const weekFrom = mondayOf(anyDay);
  const weekTo = addDays(weekFrom, 6);
  const range = { from: weekFrom, to: weekTo };
  const kindsOfTime = listKindsOfTime(db);
  const budget = findBudget(db);
  const planLines = budget ? listPlanLines(db, budget.id, weekFrom) : [];
  const planned = listPlannedShifts(db, range);
  const worked = listWorkedShifts(db, range);
  const absences = listAbsences(db, range);
  const timesheets = listTimesheets(db, range);
  const rows = listEngagements(db)
    .filter((engagement) => isEmployedBetween(engagement, weekFrom, weekTo))
    .map((engagement): WeekRow => {
      const isTheirs = (record: { engagementId: string }) => record.engagementId === engagement.id;
      const theirWork = worked.filter(isTheirs);
      const theirPlan = planned.filter(isTheirs).map(showPlanned);
      return {
        engagementId: engagement.id,
        name: fullName(engagement.person),
        timesheet: timesheets.find(isTheirs) ?? null,
        planned: theirPlan,
        worked: theirWork.map(showWorked),
        absences: absences.filter(isTheirs),
        plannedMinutes: sumMinutes(theirPlan.map((shift) => shift.minutes)),
        workedMinutes: sumMinutes(theirWork.map((shift) => shift.workedMinutes)),
        milesHundredths: sum(theirWork.map((shift) => shift.milesHundredths)),
        minutesByKind: kindsOfTime
          .map((kind) => ({ kind, shifts: theirWork.filter((shift) => shift.kindOfTimeId === kind.id) }))
          .filter(({ shifts }) => shifts.length > 0)
          .map(({ kind, shifts }) => ({
            kindOfTimeId: kind.id,
            name: kind.name,
            minutes: sumMinutes(shifts.map((shift) => shift.workedMinutes)),
            shifts: shifts.length,
          })),
      };
    });
  return {
    today,
    weekFrom,
    weekTo,
    earlierWeek: addDays(weekFrom, -7),
    laterWeek: addDays(weekFrom, 7),
    thisWeek: mondayOf(today),
    plannedMinutes: sumMinutes(rows.map((row) => row.plannedMinutes)),
    workedMinutes: sumMinutes(rows.map((row) => row.workedMinutes)),
    days: [0, 1, 2, 3, 4, 5, 6].map((offset) => {
      const on = addDays(weekFrom, offset);
      return { on, bankHoliday: bankHolidays[on] ?? null };
    }),
    rows,
    kindsOfTime,
    planLines: planLines.map(({ id, name }) => ({ id, name })),
    notes: notesOf(db, { from: weekFrom, to: weekTo, today, hasNightSupport: planLines.some(({ category }) => category === "nightSupport") }),
  };
}

/** Rests reach into the weeks beside this one. A planned shift that was worked otherwise counts as it was worked. */
function notesOf(
  db: ReadDb,
  week: { readonly from: PlainDate; readonly to: PlainDate; readonly today: PlainDate; readonly hasNightSupport: boolean },
): Week["notes"] {
  const wide = { from: addDays(week.from, -1), to: addDays(week.to, 1) };
  const worked = listWorkedShifts(db, wide);
  const absences = listAbsences(db, wide);
  const planned = listPlannedShifts(db, wide).filter(
    (shift) =>
      !worked.some((other) => other.engagementId === shift.engagementId && (other.plannedShiftId === shift.id || overlaps(other, shift))) &&
      !absences.some(({ engagementId, fromOn, toOn }) => engagementId === shift.engagementId && fromOn <= shift.onDate && shift.onDate <= toOn),
  );
  const shifts = [...worked, ...planned];
  const people = listEngagements(db).map(({ id, person }) => ({
    name: fullName(person),
    shifts: shifts.filter(({ engagementId }) => engagementId === id),
  }));
  return [...shortRests(people, week.from, week.to), ...uncovered(shifts, week)];
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
const sumMinutes = (counts: readonly number[]) => minutes(sum(counts));

const showPlanned = (shift: PlannedShift) => ({
  ...shift,
  start: clockTimeOf(shift.startAt),
  end: clockTimeOf(shift.endAt),
  minutes: minutes(minutesBetween(shift) - shift.breakMinutes),
});

const showWorked = (shift: WorkedShift) => ({ ...shift, start: clockTimeOf(shift.startAt), end: clockTimeOf(shift.endAt) });
