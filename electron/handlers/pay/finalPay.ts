import { notAllowed, notFound } from "../../../shared/contract/errors.ts";
import type { ParsedInputOf } from "../../../shared/contract/operation.ts";
import type { correctionOperations, FinalPayLine } from "../../../shared/contract/payCorrections.ts";
import { minutes } from "../../../shared/core/minutes.ts";
import { type Pence, pence } from "../../../shared/core/money.ts";
import { daysBetween, formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import { leaveYearOn } from "../../../shared/payroll/holiday/leaveYear.ts";
import { calculateHolidayInLieu } from "../../../shared/payroll/leaving/holidayInLieu.ts";
import { calculateLeaverHoliday } from "../../../shared/payroll/leaving/leaverHoliday.ts";
import { calculateNotice } from "../../../shared/payroll/leaving/notice.ts";
import { payInLieuOfNotice } from "../../../shared/payroll/leaving/payInLieuOfNotice.ts";
import { calculateRedundancyPay } from "../../../shared/payroll/leaving/redundancy.ts";
import { relevantDateOf } from "../../../shared/payroll/leaving/relevantDate.ts";
import { calculateWeeksPay } from "../../../shared/payroll/leaving/weeksPay.ts";
import { describeProblem, type Verdict } from "../../../shared/payroll/problems.ts";
import type { PayslipResult } from "../../../shared/payroll/types.ts";
import type { ReadDb } from "../../db/database.ts";
import { listPaidAbsences, sumAccruedLeave } from "../../db/repositories/leaveRecordRepository.ts";
import { findPayRun, insertPayAddition, listPayslipsOfEngagement } from "../../db/repositories/payRunRepository.ts";
import { requireEngagement } from "../employment/assistantRecord.ts";
import type { Handlers } from "../handler.ts";
import { isWorked, referencePayOf } from "./absencePay.ts";
import { type HolidayFacts, holidayToAdd } from "./holidayBuiltUp.ts";
import { employerOrFail } from "./sealedRun.ts";
import { ratesOrRefuse, workOutRun } from "./workOutRun.ts";

type FinalPayOperations = Pick<typeof correctionOperations, "pay.suggestFinalPay" | "pay.addFinalPay">;
type Asked = ParsedInputOf<FinalPayOperations["pay.suggestFinalPay"]>;

export const finalPayHandlers: Handlers<FinalPayOperations> = {
  "pay.suggestFinalPay": ({ db }, asked) => suggestFinalPay(db, asked),

  "pay.addFinalPay": ({ db, newId }, { kinds, ...asked }) => {
    const chosen = suggestFinalPay(db, asked).lines.filter(({ kind }) => (kinds as readonly string[]).includes(kind));
    if (chosen.length === 0) throw notAllowed("None of these sums is due.");
    const ids = chosen.map(({ kind, label, amount, explanation }) => {
      const id = newId();
      const { payRunId, engagementId } = asked;
      insertPayAddition(db, {
        id,
        payRunId,
        engagementId,
        kind,
        label,
        amountPence: amount,
        planLineId: null,
        explanation,
        payslipCorrectionId: null,
      });
      return id;
    });
    return { ids };
  },
};

/** What somebody who leaves is due beyond hours worked. Source: Employment Rights Act 1996, parts IX and XI; Working Time Regulations 1998, regulation 14. */
function suggestFinalPay(db: ReadDb, asked: Asked): { lines: FinalPayLine[]; notes: string[] } {
  const run = findPayRun(db, asked.payRunId);
  if (!run) throw notFound("pay run");
  if (run.state !== "draft") throw notAllowed("This pay run is finished and locked.");
  const engagement = requireEngagement(db, asked.engagementId);
  const { endOn, person } = engagement;
  if (endOn === null) throw notAllowed(`${person.firstName} has not left.`, ["End the job first, with its last day."]);
  const employer = employerOrFail(db);
  const now = workOutRun(db, { ...run, period: run, employer }).people.find((each) => each.engagement.id === engagement.id);
  const payslips = listPayslipsOfEngagement(db, engagement.id).map(({ result }) => result);
  const all = now?.result ? [...payslips, now.result] : payslips;
  const lines: FinalPayLine[] = [];
  const notes: string[] = [];
  const rates = ratesOrRefuse(run.payday);
  const basis = { engagement, recordsFrom: employer.firstPeriodFrom, results: all, timeNow: now?.shifts ?? [], on: endOn, rates };
  const holiday = holidayLine(db, basis, asked.mayTakeBackHoliday);
  if (holiday.amount !== 0) lines.push(holiday);
  else notes.push(...holiday.explanation.lines.map(({ text }) => text));
  const weeksPay = calculateWeeksPay(weeklyPay(all)).amount;
  if (asked.notice) {
    const notice = valueOrRefuse(calculateNotice({ startedOn: engagement.startOn, ...asked.notice }));
    notes.push(...notice.lines.map(({ text }) => text));
    const worked = Math.max(0, Math.floor(daysBetween(asked.notice.givenOn, endOn) / 7));
    const explanation = payInLieuOfNotice(weeksPay, notice.weeks - worked);
    // Who resigns and goes early gives up the rest of the notice.
    if (explanation.amount > 0 && asked.notice.givenBy === "employer") {
      lines.push({ kind: "noticePay", label: "Pay in lieu of notice", amount: explanation.amount, explanation });
    }
  }
  if (asked.isRedundancy) {
    const { dateOfBirth } = person;
    if (!dateOfBirth) throw notAllowed(`${person.firstName}'s date of birth is missing.`, ["Add it on their page."]);
    const noticeGivenOn = asked.notice?.givenOn ?? endOn;
    const relevantDate = valueOrRefuse(relevantDateOf({ startedOn: engagement.startOn, noticeGivenOn, lastDay: endOn }));
    const facts = { dateOfBirth, startedOn: engagement.startOn, relevantDate, weeksPay };
    const { payment } = valueOrRefuse(calculateRedundancyPay({ ...facts, isImmediateFamilyOfEmployer: asked.isImmediateFamilyOfEmployer }));
    if (payment.amount > 0) lines.push({ kind: "redundancy", label: "Statutory redundancy pay", amount: payment.amount, explanation: payment });
    else notes.push(...payment.lines.map(({ text }) => text));
  }
  return { lines, notes };
}

function valueOrRefuse<T>(verdict: Verdict<T>): T {
  if (verdict.ok) return verdict.value;
  throw notAllowed("The final pay can't be worked out.", verdict.problems.map(describeProblem));
}

function holidayLine(db: ReadDb, basis: HolidayFacts, mayTakeBackHoliday: boolean): FinalPayLine {
  const { on: endOn, results } = basis;
  const { id, startOn, holidayBasis, contractedMinutesPerWeek } = basis.engagement;
  const year = leaveYearOn(endOn, startOn, null);
  const inYear = (day: PlainDate) => year.from <= day && day <= year.to;
  const taken = listPaidAbsences(db, id, year.to)
    .filter(({ kind, fromOn }) => kind === "holiday" && inYear(fromOn))
    .reduce((sum, absence) => sum + (absence.minutes ?? 0), 0);
  const isFixed = holidayBasis === "fixedHours" && contractedMinutesPerWeek !== null;
  const builtUp = () => minutes(sumAccruedLeave(db, id, year.from, year.to) + holidayToAdd(db, basis));
  const holiday = isFixed
    ? { kind: "wholeYear" as const, minutes: minutes(Math.ceil((contractedMinutesPerWeek * 56) / 10)) }
    : { kind: "builtUp" as const, minutes: holidayBasis === "rolledUp" ? minutes(0) : builtUp() };
  const leaver = { startedOn: startOn, leavesOn: endOn, leaveYearFrom: year.from, leaveYearTo: year.to, holiday };
  const leaverHoliday = valueOrRefuse(
    calculateLeaverHoliday({ ...leaver, carriedOver: minutes(0), taken: minutes(holidayBasis === "rolledUp" ? 0 : taken) }),
  );
  const reference = referencePayOf(results);
  const explanation = calculateHolidayInLieu({ leaverHoliday, referencePay: reference.pay, referenceTime: reference.time, mayTakeBackHoliday });
  return { kind: "holidayPay", label: `Holiday left on ${formatDate(endOn)}`, amount: explanation.amount, explanation };
}

/** Pay for time worked, week by week: a payslip's pay shared over its weeks, oldest first. */
function weeklyPay(payslips: readonly PayslipResult[]): Pence[] {
  return payslips.flatMap(({ payLines, periodFrom, periodTo }) => {
    const pay = payLines.filter(isWorked).reduce((sum, { amount }) => sum + amount, 0);
    const weeks = Math.max(1, Math.round((daysBetween(periodFrom, periodTo) + 1) / 7));
    return Array.from({ length: weeks }, () => pence(Math.round(pay / weeks)));
  });
}
