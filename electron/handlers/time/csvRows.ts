import { invalidInput } from "../../../shared/contract/errors.ts";
import { TimeOfDay } from "../../../shared/core/minutes.ts";
import type { PlainDate } from "../../../shared/core/plainDate.ts";
import { fullName } from "../../../shared/people/person.ts";
import { checkShift } from "../../../shared/rota/checkShift.ts";
import type { ShiftMoments } from "../../../shared/rota/shift.ts";
import { mondayOf } from "../../../shared/timesheets/timesheet.ts";
import { type CheckedCsvShift, type CsvWords, readTimesheetCsvRow, type TimesheetCsvRow } from "../../../shared/timesheets/timesheetCsv.ts";
import type { ReadDb, WriteDb } from "../../db/database.ts";
import { findBudget } from "../../db/repositories/budgetRepository.ts";
import { findEngagement, listEngagements } from "../../db/repositories/engagementRepository.ts";
import { listKindsOfTime } from "../../db/repositories/payFactsRepository.ts";
import { listPlanLines } from "../../db/repositories/planRepository.ts";
import { findTimesheetOfWeek, listWorkedShifts } from "../../db/repositories/timesheetRepository.ts";
import { addWorkedShift, around, requireOpen, sentencesOf } from "./shiftWriting.ts";

/** Checks every row against the people, the rules of shifts, what is in the file already, and the rows before it. */
export function checkCsvRows(db: ReadDb, today: PlainDate, rows: readonly TimesheetCsvRow[]): CheckedCsvShift[] {
  const words = wordsOf(db, today);
  const taken: (ShiftMoments & { engagementId: string; onDate: PlainDate })[] = [];
  return rows.map((row) => {
    const read = readTimesheetCsvRow(row, words);
    if (!read.shift) return read;
    const { shift } = read;
    const engagement = findEngagement(db, shift.engagementId);
    if (!engagement) return read;
    const stored = listWorkedShifts(db, { ...around(shift.onDate), engagementId: shift.engagementId });
    const checked = checkShift({
      ...shift,
      start: TimeOfDay.parse(shift.start),
      end: TimeOfDay.parse(shift.end),
      assistantName: fullName(engagement.person),
      startOn: engagement.startOn,
      endOn: engagement.endOn,
      others: [...stored, ...taken.filter((other) => other.engagementId === shift.engagementId)],
      notAfter: today,
    });
    const problems = checked.ok ? [] : Object.values(checked.fields).map((sentence) => `Line ${row.line}: ${sentence}`);
    const timesheet = findTimesheetOfWeek(db, shift.engagementId, mondayOf(shift.onDate));
    try {
      if (timesheet) requireOpen(timesheet);
    } catch (error) {
      problems.push(...sentencesOf(error).map((sentence) => `Line ${row.line}: ${sentence}`));
    }
    if (checked.ok) taken.push({ ...checked.moments, engagementId: shift.engagementId, onDate: shift.onDate });
    return { ...read, problems, shift: problems.length === 0 ? shift : null };
  });
}

/** Saves every row or none. @throws AppFailure with every problem of every line. */
export function importCsvRows(
  db: WriteDb,
  { newId, today }: { readonly newId: () => string; readonly today: PlainDate },
  rows: readonly TimesheetCsvRow[],
): { shifts: number; timesheets: number; firstWeek: PlainDate } {
  const checked = checkCsvRows(db, today, rows);
  const problems = checked.flatMap((row, index) => row.problems.map((sentence) => [`rows.${index}`, sentence] as const));
  if (problems.length > 0) throw invalidInput(Object.fromEntries(problems));
  const timesheets = new Set<string>();
  for (const { shift } of checked) {
    if (!shift) continue;
    const typed = { ...shift, start: TimeOfDay.parse(shift.start), end: TimeOfDay.parse(shift.end) };
    timesheets.add(addWorkedShift(db, typed, { id: newId(), newId, today }).timesheetId);
  }
  const [firstDay = today] = checked.flatMap(({ shift }) => shift?.onDate ?? []).sort();
  return { shifts: checked.length, timesheets: timesheets.size, firstWeek: mondayOf(firstDay) };
}

function wordsOf(db: ReadDb, today: PlainDate): CsvWords {
  const budget = findBudget(db);
  return {
    today,
    assistants: listEngagements(db).map(({ id, person, payrollNumber }) => ({ engagementId: id, name: fullName(person), payrollNumber })),
    kinds: listKindsOfTime(db),
    planLines: budget ? listPlanLines(db, budget.id, today) : [],
  };
}
