import { AppFailure, invalidInput, notAllowed, notFound } from "../../../shared/contract/errors.ts";
import type { Minutes, TimeOfDay } from "../../../shared/core/minutes.ts";
import { addDays, formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import { fullName } from "../../../shared/people/person.ts";
import { checkShift } from "../../../shared/rota/checkShift.ts";
import type { PlannedShift, WorkedShift } from "../../../shared/rota/shift.ts";
import { mondayOf, type Timesheet } from "../../../shared/timesheets/timesheet.ts";
import type { ReadDb, WriteDb } from "../../db/database.ts";
import { findBudget } from "../../db/repositories/budgetRepository.ts";
import { findEngagement } from "../../db/repositories/engagementRepository.ts";
import { listKindsOfTime } from "../../db/repositories/payFactsRepository.ts";
import { listPlanLineVersions } from "../../db/repositories/planRepository.ts";
import { listPlannedShifts } from "../../db/repositories/rotaRepository.ts";
import { findTimesheetOfWeek, insertTimesheet, insertWorkedShift, listWorkedShifts } from "../../db/repositories/timesheetRepository.ts";

/** A shift as it is typed. */
export interface TypedShift {
  readonly engagementId: string;
  readonly onDate: PlainDate;
  readonly start: TimeOfDay;
  readonly end: TimeOfDay;
  readonly breakMinutes: Minutes;
  readonly kindOfTimeId: string;
  readonly planLineId: string | null;
  readonly note: string;
}

export interface TypedWorkedShift extends TypedShift {
  readonly awakeMinutes: Minutes;
  readonly milesHundredths: number;
}

/** The planned shift a typed one becomes. @throws AppFailure naming every field that does not fit. */
export function plannedShiftFrom(db: ReadDb, typed: TypedShift, id: string): PlannedShift {
  const engagement = requireEngagement(db, typed.engagementId);
  const others = listPlannedShifts(db, { ...around(typed.onDate), engagementId: engagement.id }).filter((shift) => shift.id !== id);
  const checked = checkShift({ ...typed, ...names(engagement), others });
  if (!checked.ok) throw invalidInput(checked.fields);
  const { engagementId, onDate, breakMinutes, kindOfTimeId, note } = typed;
  return { id, engagementId, onDate, ...checked.moments, breakMinutes, kindOfTimeId, planLineId: planLineOf(db, typed), note };
}

/** Saves worked time into its week's timesheet, which is made when there is none. @throws AppFailure naming what does not fit. */
export function addWorkedShift(
  db: WriteDb,
  typed: TypedWorkedShift,
  {
    id,
    newId,
    today,
    plannedShiftId = null,
  }: { readonly id: string; readonly newId: () => string; readonly today: PlainDate; readonly plannedShiftId?: string | null },
): WorkedShift {
  const engagement = requireEngagement(db, typed.engagementId);
  const timesheet = openTimesheet(db, engagement.id, mondayOf(typed.onDate), newId);
  const others = listWorkedShifts(db, { ...around(typed.onDate), engagementId: engagement.id }).filter((shift) => shift.id !== id);
  const checked = checkShift({ ...typed, ...names(engagement), others, notAfter: today });
  if (!checked.ok) throw invalidInput(checked.fields);
  const { engagementId, onDate, breakMinutes, awakeMinutes, milesHundredths, kindOfTimeId, note } = typed;
  const shift = {
    id,
    timesheetId: timesheet.id,
    engagementId,
    plannedShiftId,
    onDate,
    ...checked.moments,
    breakMinutes,
    workedMinutes: checked.workedMinutes,
    awakeMinutes,
    milesHundredths,
    kindOfTimeId,
    planLineId: planLineOf(db, typed),
    note,
  };
  insertWorkedShift(db, shift);
  return { ...shift, payRunId: null };
}

/** The week's open timesheet, made when there is none. @throws AppFailure when it is confirmed or paid. */
export function openTimesheet(db: WriteDb, engagementId: string, weekFrom: PlainDate, newId: () => string): Timesheet {
  const existing = findTimesheetOfWeek(db, engagementId, weekFrom);
  if (existing) {
    requireOpen(existing);
    return existing;
  }
  const id = newId();
  insertTimesheet(db, { id, engagementId, weekFrom });
  return { id, engagementId, weekFrom, state: "open", confirmedOn: null, confirmedBy: null, reopenedReason: "" };
}

export const paidIsNeverChanged = "What is paid is never changed. Put the difference into the next pay run as a correction.";

/** @throws AppFailure with the way out when the timesheet may not be changed. */
export function requireOpen(timesheet: Timesheet): void {
  if (timesheet.state === "open") return;
  const week = `The timesheet for the week of ${formatDate(timesheet.weekFrom)}`;
  if (timesheet.state === "paid") throw notAllowed(`${week} has been paid`, [paidIsNeverChanged]);
  throw notAllowed(`${week} is confirmed`, ["Reopen it first and say why."]);
}

export function requireEngagement(db: ReadDb, id: string): Engagement {
  const engagement = findEngagement(db, id);
  if (!engagement) throw notFound("personal assistant");
  return engagement;
}

/** Sentences of a refusal, for a list of them. Throws on anything that is not a refusal. */
export function sentencesOf(error: unknown): string[] {
  if (!(error instanceof AppFailure)) throw error;
  if (error.error.code === "invalidInput") return Object.values(error.error.fields);
  if (error.error.code === "notAllowed") return [[error.error.reason, ...error.error.lines].join(". ")];
  return ["This could not be found. Choose it again"];
}

/** A night that began the day before, or ends the day after, can clash too. */
export const around = (onDate: PlainDate) => ({ from: addDays(onDate, -1), to: addDays(onDate, 1) });

const names = (engagement: Engagement) => ({ assistantName: fullName(engagement.person), startOn: engagement.startOn, endOn: engagement.endOn });

function planLineOf(db: ReadDb, typed: TypedShift): string | null {
  const kind = listKindsOfTime(db).find((one) => one.id === typed.kindOfTimeId);
  if (!kind) throw invalidInput({ kindOfTimeId: "Choose the kind of time" });
  if (typed.planLineId === null) return kind.defaultPlanLineId;
  const budget = findBudget(db);
  const isKnown = budget !== undefined && listPlanLineVersions(db, budget.id).some((line) => line.id === typed.planLineId);
  if (!isKnown) throw invalidInput({ planLineId: "Choose a line of the plan" });
  return typed.planLineId;
}
