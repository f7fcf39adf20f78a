import { invalidInput, notAllowed, notFound } from "../../shared/contract/errors.ts";
import type { timeOperations } from "../../shared/contract/timeOperations.ts";
import { addDays, formatDate } from "../../shared/core/plainDate.ts";
import { fullName } from "../../shared/people/person.ts";
import type { Absence } from "../../shared/timesheets/timesheet.ts";
import type { ReadDb } from "../db/database.ts";
import { deleteAbsence, findAbsence, insertAbsence, listAbsences, listAbsencesOf, updateAbsence } from "../db/repositories/absenceRepository.ts";
import { findHousehold } from "../db/repositories/householdRepository.ts";
import { findPlannedShift, insertPlannedShift, markPlannedShiftCancelled, updatePlannedShift } from "../db/repositories/rotaRepository.ts";
import {
  deleteWorkedShift,
  findTimesheet,
  findWorkedShift,
  listWorkedShifts,
  markTimesheetConfirmed,
  markTimesheetReopened,
} from "../db/repositories/timesheetRepository.ts";
import type { Handlers } from "./handler.ts";
import { findFinishedPeriodOf, isAbsencePaid } from "./time/absencesAndPay.ts";
import { copyWeek } from "./time/copyWeek.ts";
import { checkCsvRows, importCsvRows } from "./time/csvRows.ts";
import { fillTimesheet } from "./time/fillTimesheet.ts";
import { gatherWeek } from "./time/gatherWeek.ts";
import { gatherWeekCost } from "./time/gatherWeekCost.ts";
import { addWorkedShift, paidIsNeverChanged, plannedShiftFrom, requireEngagement, requireOpen } from "./time/shiftWriting.ts";
import { listUnconfirmedWeeks } from "./time/unconfirmed.ts";

export const timeHandlers: Handlers<typeof timeOperations> = {
  "time.week": ({ db, today }, { weekFrom }) => gatherWeek(db, today, weekFrom),

  "time.weekCost": ({ db }, { weekFrom }) => gatherWeekCost(db, weekFrom),

  "time.planShift": ({ db, newId }, typed) => {
    const id = newId();
    insertPlannedShift(db, plannedShiftFrom(db, typed, id));
    return { id };
  },

  "time.changePlannedShift": ({ db }, { id, ...typed }) => {
    if (!findPlannedShift(db, id)) throw notFound("planned shift");
    updatePlannedShift(db, plannedShiftFrom(db, typed, id));
    return { id };
  },

  "time.cancelPlannedShift": ({ db, today }, { id }) => {
    if (!findPlannedShift(db, id)) throw notFound("planned shift");
    markPlannedShiftCancelled(db, id, today);
    return null;
  },

  "time.copyWeek": ({ db, newId }, weeks) => copyWeek(db, newId, weeks),

  "time.startTimesheet": ({ db, newId, now, today }, week) => fillTimesheet(db, { newId, today, now: now() }, week),

  "time.saveWorkedShift": ({ db, newId, today }, { id, ...typed }) => {
    if (id === undefined) return { id: addWorkedShift(db, typed, { id: newId(), newId, today }).id };
    const before = findWorkedShift(db, id);
    if (!before) throw notFound("shift");
    requireOpenTimesheet(db, before.timesheetId);
    deleteWorkedShift(db, id);
    addWorkedShift(db, typed, { id, newId, today, plannedShiftId: before.plannedShiftId });
    return { id };
  },

  "time.removeWorkedShift": ({ db }, { id }) => {
    const shift = findWorkedShift(db, id);
    if (!shift) throw notFound("shift");
    requireOpenTimesheet(db, shift.timesheetId);
    deleteWorkedShift(db, id);
    return null;
  },

  "time.confirmTimesheet": ({ db, today }, { id }) => {
    const timesheet = findTimesheet(db, id);
    if (!timesheet) throw notFound("timesheet");
    if (timesheet.state !== "open") throw notAllowed("This timesheet is already confirmed");
    const household = findHousehold(db);
    const confirmedBy = household ? fullName(household.atTheKeyboard) : "";
    markTimesheetConfirmed(db, id, today, confirmedBy);
    return { ...timesheet, state: "confirmed", confirmedOn: today, confirmedBy };
  },

  "time.reopenTimesheet": ({ db }, { id, reason }) => {
    const timesheet = findTimesheet(db, id);
    if (!timesheet) throw notFound("timesheet");
    if (timesheet.state === "open") return timesheet;
    const isPartlyPaid = listWorkedShifts(db, {
      from: timesheet.weekFrom,
      to: addDays(timesheet.weekFrom, 6),
      engagementId: timesheet.engagementId,
    }).some((shift) => shift.payRunId !== null);
    if (timesheet.state === "paid" || isPartlyPaid) requireOpen({ ...timesheet, state: "paid" });
    markTimesheetReopened(db, id, reason);
    return { ...timesheet, state: "open", confirmedOn: null, confirmedBy: null, reopenedReason: reason };
  },

  "time.recordAbsence": ({ db, newId }, absence) => {
    checkAbsence(db, absence, null);
    const id = newId();
    insertAbsence(db, { id, ...absence });
    return { id, finishedPeriod: findFinishedPeriodOf(db, absence) };
  },

  "time.changeAbsence": ({ db, now }, { id, fromOn, toOn, note }) => {
    const before = findAbsence(db, id);
    if (!before) throw notFound("absence");
    if (before.kind !== "sickness" && isAbsencePaid(db, before)) throw notAllowed("This absence has been paid", [paidIsNeverChanged]);
    const absence = { ...before, fromOn, toOn, note };
    checkAbsence(db, absence, id);
    updateAbsence(db, absence, now());
    return { id, finishedPeriod: findFinishedPeriodOf(db, absence) };
  },

  "time.listAbsences": ({ db }, { engagementId }) => listAbsencesOf(db, engagementId),

  "time.removeAbsence": ({ db }, { id }) => {
    const absence = findAbsence(db, id);
    if (!absence) throw notFound("absence");
    if (isAbsencePaid(db, absence)) throw notAllowed("This absence has been paid", [paidIsNeverChanged]);
    deleteAbsence(db, id);
    return null;
  },

  "time.previewCsv": ({ db, today }, { rows }) => checkCsvRows(db, today, rows),

  "time.importCsv": ({ db, newId, today }, { rows }) => importCsvRows(db, { newId, today }, rows),

  "time.unconfirmed": ({ db, today }) => listUnconfirmedWeeks(db, today),
};

/** @throws AppFailure invalidInput when the days are out of order, outside the job, or away already. */
function checkAbsence(db: ReadDb, absence: Pick<Absence, "engagementId" | "fromOn" | "toOn">, ownId: string | null): void {
  const { person, startOn, endOn } = requireEngagement(db, absence.engagementId);
  if (absence.toOn < absence.fromOn)
    throw invalidInput({ toOn: `The last day, ${formatDate(absence.toOn)}, is before the first. Enter the last day away.` });
  if (absence.fromOn < startOn) throw invalidInput({ fromOn: `${fullName(person)} starts on ${formatDate(startOn)}. Enter a later day.` });
  if (endOn !== null && absence.toOn > endOn) throw invalidInput({ toOn: `${fullName(person)} left on ${formatDate(endOn)}. Enter an earlier day.` });
  const near = listAbsences(db, { from: absence.fromOn, to: absence.toOn, engagementId: absence.engagementId });
  const clash = near.find(({ id }) => id !== ownId);
  if (clash)
    throw invalidInput({
      fromOn: `There is an absence from ${formatDate(clash.fromOn)} to ${formatDate(clash.toOn)} already. Remove it first, or choose other days.`,
    });
}

function requireOpenTimesheet(db: Parameters<typeof findTimesheet>[0], timesheetId: string): void {
  const timesheet = findTimesheet(db, timesheetId);
  if (timesheet) requireOpen(timesheet);
}
