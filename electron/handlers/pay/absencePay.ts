import { type Minutes, minutes } from "../../../shared/core/minutes.ts";
import { type Pence, pence } from "../../../shared/core/money.ts";
import { daysBetween, type PlainDate } from "../../../shared/core/plainDate.ts";
import { calculateHolidayPay } from "../../../shared/payroll/holiday/holidayPay.ts";
import type { PayPeriod } from "../../../shared/payroll/payRun/payRun.ts";
import { type AverageWeeklyEarnings, averageWeeklyEarningsBefore } from "../../../shared/payroll/statutoryPay/averageWeeklyEarnings.ts";
import type { PayFrequency, PayLine, PayslipResult } from "../../../shared/payroll/types.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import type { TaxYearRates } from "../../../shared/rates/taxYearRates.ts";
import type { PaidAbsence } from "../../db/repositories/leaveRecordRepository.ts";
import type { StoredPayslip } from "../../db/repositories/payRunRepository.ts";
import type { StatutoryLeave } from "./statutoryLeave.ts";

/** What sick pay and holiday pay of one person in one period rest on. */
export interface AbsenceFacts {
  readonly engagement: Engagement;
  readonly period: PayPeriod;
  readonly payFrequency: PayFrequency;
  /** First day of the first pay period kept here: days before it were paid elsewhere. */
  readonly recordsFrom: PlainDate;
  readonly absences: readonly PaidAbsence[];
  /** Sickness and statutory leave, in which holiday goes on building up. */
  readonly leaves: readonly StatutoryLeave[];
  readonly payslips: readonly StoredPayslip[];
  readonly workedLines: readonly PayLine[];
  /** Pence an hour on a day, for somebody who has no earlier pay to average. */
  readonly basicRateOn: (day: PlainDate) => Pence | undefined;
  readonly usualPlanLineId: string | null;
  readonly rates: TaxYearRates;
}

/**
 * Average weekly earnings before a day; for somebody not paid yet, the contracted week, or else what the period of that day pays: of its sealed payslip
 * when there is one, so that a later run comes to the same.
 */
export function averageOf(
  { payslips, payFrequency, engagement, basicRateOn, workedLines, period }: AbsenceFacts,
  day: PlainDate,
): AverageWeeklyEarnings | undefined {
  const payments = payslips.map(({ result }) => ({
    payday: result.payday,
    amount: result.grossPay.amount,
    periodFrom: result.periodFrom,
    periodTo: result.periodTo,
  }));
  const average = averageWeeklyEarningsBefore(day, payments, payFrequency);
  if (average) return average;
  const basicRate = basicRateOn(day);
  if (engagement.contractedMinutesPerWeek !== null && basicRate !== undefined) {
    return { numerator: engagement.contractedMinutesPerWeek * basicRate, denominator: 60 };
  }
  const sealed = payslips.find(({ result }) => result.periodFrom <= day && day <= result.periodTo)?.result;
  const worked = sealed ? sealed.payLines.filter(isWorked) : workedLines;
  const { periodFrom, periodTo } = sealed ?? period;
  const pay = worked.reduce((sum, line) => sum + line.amount, 0);
  return pay === 0 ? undefined : { numerator: pay * 7, denominator: daysBetween(periodFrom, periodTo) + 1 };
}

/** Holiday pay lines: average pay for the time off that starts in the period. */
export function holidayPayLines(facts: AbsenceFacts): PayLine[] {
  const { absences, rates } = facts;
  return absences
    .filter((absence) => absence.kind === "holiday" && (absence.minutes ?? 0) > 0 && isHolidayOwed(facts, absence))
    .map((absence) => {
      const time = minutes(absence.minutes ?? 0);
      const reference = referencePay(facts);
      const explanation = calculateHolidayPay(time, reference.pay, reference.time, rates);
      const line = lineWithoutTime("holidayPay", "Holiday pay", facts);
      return { ...line, minutes: time, amount: explanation.amount, recordId: absence.id, explanation };
    });
}

/** A holiday is paid once, by the run of the period it starts in, or by the next run when it was told too late. */
function isHolidayOwed({ period, recordsFrom, payslips }: AbsenceFacts, { id, fromOn }: PaidAbsence): boolean {
  if (fromOn > period.periodTo || fromOn < recordsFrom) return false;
  return !payslips.some(({ result }) =>
    result.payLines.some(
      ({ kind, recordId }) =>
        kind === "holidayPay" && (recordId === id || (recordId === undefined && result.periodFrom <= fromOn && fromOn <= result.periodTo)),
    ),
  );
}

/** Pay and time of the last 52 weeks with pay, from sealed payslips; the basic rate for somebody not paid yet. */
function referencePay({ payslips, basicRateOn, period }: AbsenceFacts): { readonly pay: Pence; readonly time: Minutes } {
  const found = referencePayOf(payslips.map(({ result }) => result));
  return found.time === 0 ? { pay: basicRateOn(period.periodTo) ?? pence(0), time: minutes(60) } : found;
}

/** Pay and time of the newest 52 weeks in which time was worked. */
export function referencePayOf(payslips: readonly PayslipResult[]): { readonly pay: Pence; readonly time: Minutes } {
  let weeks = 0;
  let pay = 0;
  let time = 0;
  for (const result of [...payslips].reverse()) {
    if (weeks >= 52) break;
    if (result.minutesWorked === 0) continue;
    weeks += Math.round((daysBetween(result.periodFrom, result.periodTo) + 1) / 7);
    time += result.minutesWorked;
    for (const line of result.payLines) if (isWorked(line)) pay += line.amount;
  }
  return { pay: pence(pay), time: minutes(time) };
}

/** A line that pays for time worked. */
export const isWorked = ({ kind }: PayLine) => kind === "hours" || kind === "shift" || kind === "day" || kind === "timeAwake" || kind === "overtime";

/** A pay line that is a sum, on the plan line of most of the person's time. */
export const lineWithoutTime = (kind: PayLine["kind"], label: string, { usualPlanLineId }: AbsenceFacts) => ({
  kind,
  label,
  minutes: null,
  units: null,
  ratePence: null,
  planLineId: usualPlanLineId,
});
