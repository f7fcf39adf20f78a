import type { arrangementOperations, FamilyLeaveStanding } from "../../../shared/contract/employmentArrangements.ts";
import { invalidInput, notAllowed, notFound } from "../../../shared/contract/errors.ts";
import { formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import { familyPayNames, keepingInTouchDays, mostWeeks } from "../../../shared/payroll/statutoryPay/familyPayTypes.ts";
import { familyPayEnd } from "../../../shared/payroll/statutoryPay/statutoryFamilyPay.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import type { FamilyLeaveDetails } from "../../../shared/people/payArrangements.ts";
import { ratesFor } from "../../../shared/rates/ratesFor.ts";
import type { ReadDb } from "../../db/database.ts";
import {
  deleteKeepingInTouchDay,
  findFamilyLeave,
  insertFamilyLeave,
  insertKeepingInTouchDay,
  listKeepingInTouchDays,
  updateFamilyLeave,
} from "../../db/repositories/familyLeaveRepository.ts";
import { listPayslipsOfEngagement, type StoredPayslip } from "../../db/repositories/payRunRepository.ts";
import type { Handlers } from "../handler.ts";
import { familyPayFactsOf, leavesToPay } from "../pay/familyPayFacts.ts";
import { type FamilyPayFacts, familyPayLineOf, familyPayTypeOf, type LeaveToPay, workOutLeave } from "../pay/familyPayOwed.ts";
import { employerOrFail } from "../pay/sealedRun.ts";
import { paidForRecord } from "../pay/sealedSums.ts";
import { requireEngagement } from "./assistantRecord.ts";

type FamilyLeaves = Pick<
  typeof arrangementOperations,
  "employment.addFamilyLeave" | "employment.changeFamilyLeave" | "employment.addKeepingInTouchDay" | "employment.removeKeepingInTouchDay"
>;

export const familyLeaveHandlers: Handlers<FamilyLeaves> = {
  "employment.addFamilyLeave": ({ db, newId }, leave) => {
    const engagement = requireEngagement(db, leave.engagementId);
    checkLeave(db, engagement, leave, null);
    const id = newId();
    insertFamilyLeave(db, { ...leave, id });
    return { id, warnings: leaveWarnings(db, engagement, id) };
  },

  "employment.changeFamilyLeave": ({ db }, { id, ...change }) => {
    const before = findFamilyLeave(db, id);
    if (!before) throw notFound("family leave");
    const engagement = requireEngagement(db, before.engagementId);
    const leave = { ...change, engagementId: before.engagementId };
    if (leave.kind !== before.kind) throw invalidInput({ kind: "The kind of leave stays as it is. Add another leave instead" });
    checkLeave(db, engagement, leave, id);
    updateFamilyLeave(db, id, leave);
    return { warnings: leaveWarnings(db, engagement, id) };
  },

  "employment.addKeepingInTouchDay": ({ db, newId }, { familyLeaveId, onDate }) => {
    const leave = findFamilyLeave(db, familyLeaveId);
    if (!leave) throw notFound("family leave");
    const most = keepingInTouchDays[familyPayTypeOf[leave.kind]];
    if (most === 0) throw notAllowed(`${familyPayNames[familyPayTypeOf[leave.kind]]} has no keeping-in-touch days.`);
    const lastDay = familyPayEnd(leave.payFromOn, leave.weeks);
    if (onDate < leave.payFromOn || onDate > lastDay) {
      throw invalidInput({ onDate: `Choose a day of the leave, from ${formatDate(leave.payFromOn)} to ${formatDate(lastDay)}` });
    }
    const days = listKeepingInTouchDays(db, familyLeaveId);
    if (days.some((day) => day.onDate === onDate)) throw invalidInput({ onDate: "This day is recorded already" });
    const id = newId();
    insertKeepingInTouchDay(db, { id, familyLeaveId, onDate });
    return { id, warnings: days.length < most ? [] : [`All ${most} days were used up before, so a week with another day of work is not paid.`] };
  },

  "employment.removeKeepingInTouchDay": ({ db }, { id }) => {
    if (!deleteKeepingInTouchDay(db, id)) throw notFound("keeping-in-touch day");
    return { warnings: [] };
  },
};

function checkLeave(db: ReadDb, engagement: Engagement, leave: FamilyLeaveDetails, ownId: string | null): void {
  const payType = familyPayTypeOf[leave.kind];
  if (leave.weeks > mostWeeks[payType]) throw invalidInput({ weeks: `${familyPayNames[payType]} is paid for at most ${mostWeeks[payType]} weeks` });
  if (leave.endsOn !== null && leave.endsOn < leave.payFromOn) throw invalidInput({ endsOn: "The last day of leave is on or after the first" });
  if (leave.kind === "adoption" && leave.matchedOn === null) throw invalidInput({ matchedOn: "Enter the day they were told of the match" });
  if (leave.payFromOn < engagement.startOn)
    throw invalidInput({ payFromOn: `The job began on ${formatDate(engagement.startOn)}. Choose a later day` });
  const lastDay = familyPayEnd(leave.payFromOn, leave.weeks);
  const clash = leavesToPay(db, engagement.id).find(
    ({ leave: other }) => other.id !== ownId && other.payFromOn <= lastDay && familyPayEnd(other.payFromOn, other.weeks) >= leave.payFromOn,
  );
  if (clash) throw invalidInput({ payFromOn: `There is family leave from ${formatDate(clash.leave.payFromOn)} in these weeks already` });
}

function leaveWarnings(db: ReadDb, engagement: Engagement, id: string): string[] {
  const each = leavesToPay(db, engagement.id).find(({ leave }) => leave.id === id);
  if (!each) return [];
  const { refusals, notes } = workOutLeave(leaveFacts(db, engagement, each.leave.payFromOn), each);
  return [...refusals.map(({ text, form }) => (form ? `${text} Give them form ${form}.` : text)), ...notes];
}

function leaveFacts(db: ReadDb, engagement: Engagement, on: PlainDate): FamilyPayFacts {
  const rates = ratesFor(on) ?? ratesFor(engagement.startOn);
  if (!rates) throw notAllowed(`This version has no rates for ${formatDate(on)}.`, ["Update Plan & Payday, then try again."]);
  return familyPayFactsOf(db, engagement, employerOrFail(db), listPayslipsOfEngagement(db, engagement.id), rates, null);
}

/** A family leave as it stands: what was paid, and what is known or missing. */
export function leaveStanding(db: ReadDb, engagement: Engagement, each: LeaveToPay, payslips: readonly StoredPayslip[]): FamilyLeaveStanding {
  const { leave, days } = each;
  const { refusals, notes, lastPaidDay, daysLeft } = workOutLeave(leaveFacts(db, engagement, leave.payFromOn), each);
  return {
    ...leave,
    payName: familyPayNames[familyPayTypeOf[leave.kind]],
    lastPaidDay,
    paidSoFar: paidForRecord(payslips, familyPayLineOf[leave.kind], leave.id),
    keepingInTouchDays: [...days],
    keepingInTouchDaysLeft: daysLeft,
    notes: [...refusals.map(({ text, form }) => (form ? `${text} Give them form ${form}.` : text)), ...notes],
  };
}
