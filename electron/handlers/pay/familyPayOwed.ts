import { explain } from "../../../shared/core/explanation.ts";
import { formatPence, type Pence, pence } from "../../../shared/core/money.ts";
import { addDays, daysBetween, type PlainDate } from "../../../shared/core/plainDate.ts";
import { type PayRhythm, payPeriodAt } from "../../../shared/payroll/payRun/payRun.ts";
import { familyAverageWeeklyEarnings } from "../../../shared/payroll/statutoryPay/familyAverageWeeklyEarnings.ts";
import { type SevenDecimals, sevenDecimals } from "../../../shared/payroll/statutoryPay/familyPayAmounts.ts";
import type { FamilyPayEmployment, FamilyPayRefusal } from "../../../shared/payroll/statutoryPay/familyPayEntitlement.ts";
import { type FamilyPayType, familyPayNames } from "../../../shared/payroll/statutoryPay/familyPayTypes.ts";
import { keepingInTouch } from "../../../shared/payroll/statutoryPay/keepingInTouch.ts";
import { type FamilyPayPeriod, familyPayBetween, familyPayEnd, knownStandardRates } from "../../../shared/payroll/statutoryPay/statutoryFamilyPay.ts";
import type { PayLine, PayLineKind } from "../../../shared/payroll/types.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import type { FamilyLeave, FamilyLeaveKind, KeepingInTouchDay } from "../../../shared/people/payArrangements.ts";
import type { TaxYearRates } from "../../../shared/rates/taxYearRates.ts";
import type { StoredPayslip } from "../../db/repositories/payRunRepository.ts";
import { leaveRefusals, openQuestions, payStartOf, relevantWeekEnd } from "./familyLeaveTests.ts";
import { paidForRecord, paidUpTo } from "./sealedSums.ts";

export const familyPayTypeOf: Readonly<Record<FamilyLeaveKind, FamilyPayType>> = {
  maternity: "SMP",
  adoption: "SAP",
  paternity: "SPP",
  sharedParental: "ShPP",
  bereavement: "SPBP",
  neonatal: "SNCP",
};

export const familyPayLineOf: Readonly<Record<FamilyLeaveKind, PayLineKind>> = {
  maternity: "statutoryMaternityPay",
  adoption: "statutoryAdoptionPay",
  paternity: "statutoryPaternityPay",
  sharedParental: "statutorySharedParentalPay",
  bereavement: "statutoryParentalBereavementPay",
  neonatal: "statutoryNeonatalCarePay",
};

/** What family pay of one person rests on. */
export interface FamilyPayFacts {
  readonly engagement: Engagement;
  readonly rhythm: PayRhythm;
  readonly payslips: readonly StoredPayslip[];
  readonly rates: Pick<TaxYearRates, "taxYear" | "statutoryParentalPay">;
  readonly usualPlanLineId: string | null;
  /** Every family leave of the person: earlier weeks for the same child count. */
  readonly leaves: readonly FamilyLeave[];
  /** Days with a worked shift, to be set against keeping-in-touch days. */
  readonly daysWorked: readonly PlainDate[];
}

/** A leave with the days it keeps in touch. */
export interface LeaveToPay {
  readonly leave: FamilyLeave;
  readonly days: readonly KeepingInTouchDay[];
}

/** One leave worked out: the pay period, what stands against paying it, and what to tell. */
export interface WorkedOutLeave {
  readonly period: FamilyPayPeriod | null;
  /** Reasons for which nothing is due at all; each names the form that tells the person. */
  readonly refusals: readonly FamilyPayRefusal[];
  readonly notes: readonly string[];
  readonly lastPaidDay: PlainDate;
  readonly daysLeft: number;
}

/** Looks a leave through: average weekly earnings, the tests of the law, keeping-in-touch days. Source: payroll rules, section 8. */
export function workOutLeave(facts: FamilyPayFacts, { leave, days }: LeaveToPay): WorkedOutLeave {
  const payType = familyPayTypeOf[leave.kind];
  const { startOn: startedOn, endOn: endedOn } = facts.engagement;
  const { payStart, why } = payStartOf(leave, endedOn);
  const average = averageOf(facts, leave, relevantWeekEnd(leave));
  const weeks = weeksOf(leave, payStart);
  const touch = keepingInTouch(payType, payStart, weeks, [...days.map(({ onDate }) => onDate), ...facts.daysWorked]);
  const employment: FamilyPayEmployment = { startedOn, endedOn, averageWeeklyEarnings: average?.amount ?? null };
  const refusals = leaveRefusals(leave, employment, weeksForSameChild(facts.leaves, leave));
  // Notice and evidence can still come; the other reasons mean that nothing is due.
  const isOpen = ({ reason }: FamilyPayRefusal) => reason === "noticeTooLate" || reason === "noEvidence";
  const notes = [
    ...(why === null ? [] : [why]),
    ...(average?.working ? [average.working] : []),
    ...touch.reasons,
    ...refusals.filter(isOpen).map(({ text }) => text),
    ...openQuestions(leave),
  ];
  const against = refusals.filter((each) => !isOpen(each));
  const lastPaidDay = familyPayEnd(payStart, weeks);
  const period =
    average === null || against.length > 0
      ? null
      : { payType, payStart, weeks, averageWeeklyEarnings: average.amount, standardRates: knownStandardRates, weeksNotPaid: touch.weeksLost };
  return { period, refusals: against, notes, lastPaidDay, daysLeft: touch.daysLeft };
}

/** Weeks of earlier leaves of the same kind for the same child. */
function weeksForSameChild(leaves: readonly FamilyLeave[], leave: FamilyLeave): number {
  const earlier = leaves.filter(
    ({ id, kind, expectedOn, payFromOn }) => id !== leave.id && kind === leave.kind && expectedOn === leave.expectedOn && payFromOn < leave.payFromOn,
  );
  return earlier.reduce((sum, each) => sum + weeksOf(each, each.payFromOn), 0);
}

/** Family pay lines of a run up to a day: what each leave has earned, less what sealed payslips paid for it. */
export function familyPayLines(facts: FamilyPayFacts, leaves: readonly LeaveToPay[], upTo: PlainDate): { lines: PayLine[]; notes: string[] } {
  const lines: PayLine[] = [];
  const notes: string[] = [];
  for (const each of leaves) {
    const { leave } = each;
    const kind = familyPayLineOf[leave.kind];
    const paid = paidForRecord(facts.payslips, kind, leave.id);
    if (payStartOf(leave, facts.engagement.endOn).payStart > upTo && paid === 0) continue;
    const worked = workOutLeave(facts, each);
    const isNow = worked.lastPaidDay >= facts.rhythm.firstPeriodFrom;
    if (isNow) notes.push(...worked.refusals.map(({ text, form }) => (form ? `${text} Give them form ${form}.` : text)));
    const line = familyLine(facts, leave, kind, worked, paid, paidUpTo(facts.payslips, kind, leave.id, upTo));
    if (line) lines.push(line);
  }
  return { lines, notes };
}

function familyLine(
  facts: FamilyPayFacts,
  leave: FamilyLeave,
  kind: PayLineKind,
  { period }: WorkedOutLeave,
  paid: Pence,
  upTo: PlainDate,
): PayLine | undefined {
  const { rates, usualPlanLineId, rhythm } = facts;
  const source = rates.statutoryParentalPay.sources[0];
  const from = period?.payStart ?? leave.payFromOn;
  const ends = periodEnds(rhythm, from, upTo);
  const earned = period ? familyPayBetween(period, from, upTo, source, ends).total.amount : pence(0);
  if (earned === paid) return undefined;
  const label = familyPayNames[familyPayTypeOf[leave.kind]];
  const before = ends.findLast((day) => day < upTo);
  const paidOnTime = period && before && before >= from ? familyPayBetween(period, from, before, source, ends).total.amount : pence(0);
  const start = before === undefined || before < from ? from : addDays(before, 1);
  const now = period && paid === paidOnTime ? familyPayBetween(period, start, upTo, source, ends) : undefined;
  const whole = period ? familyPayBetween(period, from, upTo, source, ends) : undefined;
  const told = now ?? whole;
  const rule = { ...(told?.total.rule ?? { name: label, source }), ratesYear: rates.taxYear };
  const steps = [...(told?.total.lines ?? [])];
  if (!now && paid !== 0) steps.push({ text: `Earlier payslips paid ${formatPence(paid)} of it.`, amount: pence(-paid) });
  const explanation = explain(rule, steps);
  if (explanation.amount === 0) return undefined;
  const shared = { label, minutes: null, units: told?.days ?? null, ratePence: null, planLineId: usualPlanLineId };
  return { ...shared, kind, amount: explanation.amount, recordId: leave.id, explanation };
}

/** The last days of the pay periods from the one a day falls in, up to and including another day. */
function periodEnds(rhythm: PayRhythm, from: PlainDate, upTo: PlainDate): PlainDate[] {
  const ends: PlainDate[] = [];
  for (let index = 0; ; index++) {
    const { periodTo } = payPeriodAt(rhythm, index);
    if (periodTo >= from && periodTo <= upTo) ends.push(periodTo);
    if (periodTo >= upTo) break;
  }
  return ends.at(-1) === upTo ? ends : [...ends, upTo];
}

/** Whole weeks of pay: fewer when the assistant came back early, and then the last week may be cut. */
function weeksOf({ weeks, endsOn }: FamilyLeave, payStart: PlainDate): number {
  if (endsOn === null) return weeks;
  return Math.max(0, Math.min(weeks, Math.floor((daysBetween(payStart, endsOn) + 1) / 7)));
}

interface Average {
  readonly amount: SevenDecimals;
  readonly working: string;
}

function averageOf({ payslips, rhythm }: FamilyPayFacts, { averageWeeklyEarningsPence: stated }: FamilyLeave, weekEnd: PlainDate): Average | null {
  if (stated !== null) {
    return { amount: BigInt(stated) * (sevenDecimals / 100n), working: `Average weekly earnings of ${formatPence(stated)} were worked out by hand.` };
  }
  const payments = payslips.map(({ result }) => ({
    payday: result.payday,
    amount: result.niBands.grossEarnings,
    periodFrom: result.periodFrom,
    periodTo: result.periodTo,
  }));
  return familyAverageWeeklyEarnings(weekEnd, payments, rhythm.payFrequency) ?? null;
}
