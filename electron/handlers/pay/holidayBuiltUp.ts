import { minutes } from "../../../shared/core/minutes.ts";
import { addDays, daysBetween, earlierOf, laterOf, type PlainDate } from "../../../shared/core/plainDate.ts";
import { accrueHolidayOnLeave, type WorkedWeek } from "../../../shared/payroll/holiday/accrualOnLeave.ts";
import {
  type AccrualPeriod,
  accrueIrregularHoursHoliday,
  calculateIrregularHoursHoliday,
  wholeMinutesOf,
} from "../../../shared/payroll/holiday/irregularHoursAccrual.ts";
import { type LeaveYear, leaveYearOn } from "../../../shared/payroll/holiday/leaveYear.ts";
import type { PayslipResult } from "../../../shared/payroll/types.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import type { TaxYearRates } from "../../../shared/rates/taxYearRates.ts";
import type { ReadDb } from "../../db/database.ts";
import { listPaidTime, type PaidTimeOfDay, sumAccruedLeave } from "../../db/repositories/leaveRecordRepository.ts";
import { listKindsOfTime } from "../../db/repositories/payFactsRepository.ts";
import { daysShared, listStatutoryLeaves, stretchesOf } from "./statutoryLeave.ts";

/** What holiday of irregular hours rests on, on a day of the leave year. */
export interface HolidayFacts {
  readonly engagement: Engagement;
  /** First day of the first pay period kept here. */
  readonly recordsFrom: PlainDate;
  /** Payslips that count, sealed or about to be. */
  readonly results: readonly PayslipResult[];
  /** Time that a run pays for but that is not marked as paid yet. */
  readonly timeNow: readonly PaidTimeOfDay[];
  readonly on: PlainDate;
  readonly rates: TaxYearRates;
}

/**
 * Minutes of holiday that the leave record does not hold yet: what the whole leave year has built up, less what runs wrote down before. Never below zero,
 * because holiday that was granted stays.
 */
export function holidayToAdd(db: ReadDb, facts: HolidayFacts): number {
  const year = leaveYearOn(facts.on, facts.engagement.startOn, null);
  return Math.max(0, holidayBuiltUp(db, facts, year) - sumAccruedLeave(db, facts.engagement.id, year.from, year.to));
}

/**
 * Minutes built up in a leave year: the higher of the exact and the rounded total, 5.6 average weeks at most, with sickness and statutory leave. A leave year
 * before April 2024 has no rounding to whole hours: there the exact total counts.
 */
function holidayBuiltUp(db: ReadDb, facts: HolidayFacts, leaveYear: LeaveYear): number {
  const { engagement, recordsFrom, rates, results } = facts;
  const firstDay = laterOf(engagement.startOn, recordsFrom);
  const time = timeWorked(db, facts);
  const stretches = stretchesOf(listStatutoryLeaves(db, engagement.id));
  const periods = accrualPeriods(results, engagement.endOn, leaveYear).map((period): AccrualPeriod => {
    const employed = { from: laterOf(period.from, firstDay), to: earlierOf(period.to, engagement.endOn ?? period.to) };
    const onLeave = stretches.reduce((sum, stretch) => {
      const daysOfLeave = daysShared(stretch, employed);
      if (daysOfLeave === 0) return sum;
      const verdict = accrueHolidayOnLeave(
        { leaveFrom: stretch.from, weeks: weeksBefore(stretch.from, firstDay, time, stretches), daysOfLeave },
        rates,
      );
      return sum + (verdict.ok ? verdict.value.tenThousandthsOfMinutes : 0);
    }, 0);
    return { ...period, onLeave };
  });
  const averageWeek = averageWeekOf(time, firstDay);
  const verdict = calculateIrregularHoursHoliday({ leaveYear, periods, averageWeek }, rates);
  if (verdict.ok) return verdict.value.granted;
  const exact = periods.map(({ worked, onLeave }) => accrueIrregularHoursHoliday(worked, rates).tenThousandthsOfMinutes + onLeave);
  return wholeMinutesOf(exact.reduce((sum, each) => sum + each, 0));
}

/** The pay periods that end in a leave year, the last one with the job; an extra run in a period adds to it. */
function accrualPeriods(results: readonly PayslipResult[], endOn: PlainDate | null, { from, to }: LeaveYear): Omit<AccrualPeriod, "onLeave">[] {
  const inYear = results
    .map(({ periodFrom, periodTo, minutesWorked }) => ({ periodFrom, periodTo: lastDayOf(periodFrom, periodTo, endOn), minutesWorked }))
    .filter(({ periodTo }) => from <= periodTo && periodTo <= to);
  const periods: { from: PlainDate; to: PlainDate; worked: AccrualPeriod["worked"] }[] = [];
  for (const { periodFrom, periodTo, minutesWorked } of inYear.sort((a, b) => daysBetween(b.periodFrom, a.periodFrom))) {
    const last = periods.at(-1);
    if (last && periodFrom <= last.to) {
      last.to = laterOf(last.to, periodTo);
      last.worked = minutes(last.worked + minutesWorked);
    } else periods.push({ from: periodFrom, to: periodTo, worked: minutesWorked });
  }
  return periods;
}

const lastDayOf = (periodFrom: PlainDate, periodTo: PlainDate, endOn: PlainDate | null) =>
  endOn !== null && periodFrom <= endOn ? earlierOf(periodTo, endOn) : periodTo;

function timeWorked(db: ReadDb, { engagement, timeNow }: HolidayFacts): PaidTimeOfDay[] {
  const isWork = new Set(
    listKindsOfTime(db)
      .filter(({ isWorkingTime, paidBy }) => isWorkingTime && paidBy !== "mile")
      .map(({ id }) => id as string),
  );
  return [...listPaidTime(db, engagement.id), ...timeNow].filter(({ kindOfTimeId, workedMinutes }) => isWork.has(kindOfTimeId) && workedMinutes > 0);
}

const weekOf = (day: PlainDate, firstDay: PlainDate) => Math.floor(daysBetween(firstDay, day) / 7);

/** Weeks of seven days from the first day of the job (or of the records) that end before a day. */
function weeksBefore(
  before: PlainDate,
  firstDay: PlainDate,
  time: readonly PaidTimeOfDay[],
  stretches: readonly { readonly from: PlainDate; readonly to: PlainDate }[],
): WorkedWeek[] {
  const worked = new Map<number, number>();
  for (const { onDate, workedMinutes } of time) {
    const week = weekOf(onDate, firstDay);
    worked.set(week, (worked.get(week) ?? 0) + workedMinutes);
  }
  return Array.from({ length: Math.max(0, weekOf(before, firstDay)) }, (_, index) => {
    const weekFrom = addDays(firstDay, index * 7);
    const hadLeave = stretches.some((stretch) => daysShared(stretch, { from: weekFrom, to: addDays(weekFrom, 6) }) > 0);
    return { weekFrom, worked: minutes(worked.get(index) ?? 0), hadLeave };
  });
}

function averageWeekOf(time: readonly PaidTimeOfDay[], firstDay: PlainDate) {
  if (time.length === 0) return null;
  const weeks = new Set(time.map(({ onDate }) => weekOf(onDate, firstDay))).size;
  return { time: minutes(time.reduce((sum, { workedMinutes }) => sum + workedMinutes, 0)), weeks };
}
