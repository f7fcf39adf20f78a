import { explain } from "../../../shared/core/explanation.ts";
import { type Minutes, minutes } from "../../../shared/core/minutes.ts";
import { type Pence, pence } from "../../../shared/core/money.ts";
import { daysBetween } from "../../../shared/core/plainDate.ts";
import { calculateHolidayPay } from "../../../shared/payroll/holiday/holidayPay.ts";
import { calculateRolledUpHolidayPay } from "../../../shared/payroll/holiday/rolledUpHolidayPay.ts";
import type { PayPeriod } from "../../../shared/payroll/payRun/payRun.ts";
import { type AverageWeeklyEarnings, averageWeeklyEarningsBefore } from "../../../shared/payroll/statutoryPay/averageWeeklyEarnings.ts";
import { firstDayOfLinkedSickness } from "../../../shared/payroll/statutoryPay/sicknessSpells.ts";
import { knownSickPayRules } from "../../../shared/payroll/statutoryPay/sickPayRules.ts";
import { calculateSickPayBetween } from "../../../shared/payroll/statutoryPay/statutorySickPay.ts";
import type { PayFrequency, PayLine } from "../../../shared/payroll/types.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import type { TaxYearRates } from "../../../shared/rates/taxYearRates.ts";
import type { PaidAbsence, StoredPayslip } from "../../db/repositories/payRunRepository.ts";

/** What sick pay and holiday pay of one person in one period rest on. */
export interface AbsenceFacts {
  readonly engagement: Engagement;
  readonly period: PayPeriod;
  readonly payFrequency: PayFrequency;
  readonly absences: readonly PaidAbsence[];
  readonly payslips: readonly StoredPayslip[];
  readonly workedLines: readonly PayLine[];
  /** Pence an hour, for somebody who has no earlier pay to average. */
  readonly basicRate: Pence | undefined;
  readonly usualPlanLineId: string | null;
  readonly rates: TaxYearRates;
}

/** Sick pay lines of a period: what the days of each spell that fall in the period have earned. */
export function sickPayLines(facts: AbsenceFacts): PayLine[] {
  const { engagement, period, absences } = facts;
  const spells = absences.filter(({ kind }) => kind === "sickness").map(({ fromOn, toOn }) => ({ from: fromOn, to: toOn }));
  const lines: PayLine[] = [];
  for (const spell of spells.filter(({ from, to }) => from <= period.periodTo && to >= period.periodFrom)) {
    const earlierSpells = spells.filter(({ to }) => to < spell.from);
    const averageWeeklyEarnings = averageOf(facts, firstDayOfLinkedSickness(spell, earlierSpells, knownSickPayRules));
    const qualifyingDays = engagement.usualWorkingDays;
    if (averageWeeklyEarnings === undefined || qualifyingDays.length === 0) continue;
    const source = facts.rates.statutorySickPay.sources[0];
    const { daysPaid, total } = calculateSickPayBetween(
      { spell, qualifyingDays, averageWeeklyEarnings, earlierSpells, rules: knownSickPayRules, source },
      period.periodFrom,
      period.periodTo,
    );
    if (daysPaid === 0) continue;
    const explanation = explain({ ...total.rule, ratesYear: facts.rates.taxYear }, total.lines);
    lines.push({ ...lineWithoutTime("statutorySickPay", "Statutory Sick Pay", facts), units: daysPaid, amount: explanation.amount, explanation });
  }
  return lines;
}

/** Average weekly earnings before a day; for somebody not paid yet, the contracted week, or else what this period pays. */
function averageOf(
  { payslips, payFrequency, engagement, basicRate, workedLines, period }: AbsenceFacts,
  day: PayPeriod["periodFrom"],
): AverageWeeklyEarnings | undefined {
  const payments = payslips.map(({ result }) => ({
    payday: result.payday,
    amount: result.grossPay.amount,
    periodFrom: result.periodFrom,
    periodTo: result.periodTo,
  }));
  const average = averageWeeklyEarningsBefore(day, payments, payFrequency);
  if (average) return average;
  if (engagement.contractedMinutesPerWeek !== null && basicRate !== undefined) {
    return { numerator: engagement.contractedMinutesPerWeek * basicRate, denominator: 60 };
  }
  const pay = workedLines.reduce((sum, line) => sum + line.amount, 0);
  return pay === 0 ? undefined : { numerator: pay * 7, denominator: daysBetween(period.periodFrom, period.periodTo) + 1 };
}

/** Holiday pay lines: rolled-up pay on what was worked, or average pay for the time off that starts in the period. */
export function holidayPayLines(facts: AbsenceFacts): PayLine[] {
  const { engagement, period, absences, rates, workedLines } = facts;
  if (engagement.holidayBasis === "rolledUp") {
    const explanation = calculateRolledUpHolidayPay(pence(workedLines.reduce((sum, line) => sum + line.amount, 0)), rates);
    if (explanation.amount === 0) return [];
    return [{ ...lineWithoutTime("rolledUpHolidayPay", "Rolled-up holiday pay", facts), amount: explanation.amount, explanation }];
  }
  const timeOff = absences
    .filter(({ kind, fromOn }) => kind === "holiday" && fromOn >= period.periodFrom && fromOn <= period.periodTo)
    .reduce((sum, absence) => sum + (absence.minutes ?? 0), 0);
  if (timeOff === 0) return [];
  const reference = referencePay(facts);
  const explanation = calculateHolidayPay(minutes(timeOff), reference.pay, reference.time, rates);
  return [{ ...lineWithoutTime("holidayPay", "Holiday pay", facts), minutes: minutes(timeOff), amount: explanation.amount, explanation }];
}

/** Pay and time of the last 52 weeks with pay, from sealed payslips; the basic rate for somebody not paid yet. */
function referencePay({ payslips, basicRate }: AbsenceFacts): { readonly pay: Pence; readonly time: Minutes } {
  let weeks = 0;
  let pay = 0;
  let time = 0;
  for (const { result } of [...payslips].reverse()) {
    if (weeks >= 52) break;
    if (result.minutesWorked === 0) continue;
    weeks += Math.round((daysBetween(result.periodFrom, result.periodTo) + 1) / 7);
    time += result.minutesWorked;
    for (const line of result.payLines) if (isWorked(line)) pay += line.amount;
  }
  return time === 0 ? { pay: basicRate ?? pence(0), time: minutes(60) } : { pay: pence(pay), time: minutes(time) };
}

const isWorked = ({ kind }: PayLine) => kind === "hours" || kind === "shift" || kind === "day" || kind === "timeAwake" || kind === "overtime";

const lineWithoutTime = (kind: PayLine["kind"], label: string, { usualPlanLineId }: AbsenceFacts) => ({
  kind,
  label,
  minutes: null,
  units: null,
  ratePence: null,
  planLineId: usualPlanLineId,
});
