import type { ExplanationLine, Rule } from "../../core/explanation.ts";
import { formatMinutes, type Minutes, minutes } from "../../core/minutes.ts";
import { formatRate } from "../../core/money.ts";
import { daysBetween, formatDate, type PlainDate } from "../../core/plainDate.ts";
import type { HolidayRates } from "../../rates/taxYearRates.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";
import { irregularHoursRulesFrom, type LeaveYear } from "./leaveYear.ts";

type WithHoliday = { readonly holiday: HolidayRates };

const hour = 600_000;

/**
 * Holiday that irregular hours build up in one pay period: 12.07% of the time worked. `tenThousandthsOfMinutes` is exact, to be kept as a running total;
 * `roundedHours` is the statutory whole hours, half up. Grant whichever total is higher.
 * Source: Working Time Regulations 1998, regulation 15B; payroll rules, section 12.
 */
export function accrueIrregularHoursHoliday(
  worked: Minutes,
  rates: WithHoliday,
): { readonly tenThousandthsOfMinutes: number; readonly roundedHours: number } {
  const tenThousandthsOfMinutes = worked * rates.holiday.irregularHoursAccrual;
  return { tenThousandthsOfMinutes, roundedHours: Math.floor((tenThousandthsOfMinutes + hour / 2) / hour) };
}

/** A running total of exact accrual in whole minutes, rounded up so that nobody loses a part of a minute. */
export function wholeMinutesOf(tenThousandthsOfMinutes: number): Minutes {
  return minutes(Math.ceil(tenThousandthsOfMinutes / 10_000));
}

/** One pay period of a leave year. `onLeave` is what sickness or statutory leave built up in it (`accrueHolidayOnLeave`), in ten-thousandths of a minute. */
export interface AccrualPeriod {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly worked: Minutes;
  readonly onLeave: number;
}

export interface IrregularHoursHolidayInput {
  readonly leaveYear: LeaveYear;
  /** The pay periods that end in the leave year, so far. */
  readonly periods: readonly AccrualPeriod[];
  /** All time worked and the number of weeks with work in them: what a week is for the most of 5.6 weeks. Null while it is not known; then there is no cap. */
  readonly averageWeek: { readonly time: Minutes; readonly weeks: number } | null;
}

export interface IrregularHoursHoliday {
  /** What is granted for the leave year so far: the higher of the two totals, 5.6 weeks at most. */
  readonly granted: Minutes;
  /** What the last of the periods adds to it. */
  readonly addedByLastPeriod: Minutes;
  readonly tenThousandthsOfMinutes: number;
  readonly roundedHours: number;
  /** 5.6 average weeks; null when no average week was given. */
  readonly cap: Minutes | null;
  readonly rule: Rule;
  readonly lines: readonly ExplanationLine[];
}

/**
 * Holiday built up in a leave year by irregular hours or part-year work: pay period by pay period 12.07% of the time worked, once rounded to whole hours
 * (half up) and once exact. The higher total is granted, never more than 5.6 weeks. Minutes, rounded up.
 * Refuses leave years before 1 April 2024, periods that share a day or end outside the leave year, and time below zero.
 * Source: Working Time Regulations 1998, regulation 15B; payroll rules, section 12. The 5.6 weeks are taken of the average week with work (our reading).
 */
export function calculateIrregularHoursHoliday(input: IrregularHoursHolidayInput, rates: WithHoliday): Verdict<IrregularHoursHoliday> {
  const { leaveYear, averageWeek } = input;
  const periods = [...input.periods].sort((a, b) => daysBetween(b.from, a.from));
  const refusal = checkPeriods(leaveYear, periods);
  if (refusal) return refusal;
  const { statutoryTenthsOfWeeks, irregularHoursAccrual, sources } = rates.holiday;
  const cap = averageWeek === null ? null : minutes(Math.ceil((averageWeek.time * statutoryTenthsOfWeeks) / (10 * Math.max(1, averageWeek.weeks))));
  const uncapped = (exact: number, rounded: number) => Math.max(wholeMinutesOf(exact), rounded * 60);
  const grantOf = (exact: number, rounded: number) => Math.min(uncapped(exact, rounded), cap ?? Number.MAX_SAFE_INTEGER);
  let exact = 0;
  let rounded = 0;
  let before = 0;
  for (const { worked, onLeave } of periods) {
    before = grantOf(exact, rounded);
    const ofPeriod = worked * irregularHoursAccrual + onLeave;
    exact += ofPeriod;
    rounded += Math.floor((ofPeriod + hour / 2) / hour);
  }
  const granted = minutes(grantOf(exact, rounded));
  const worked = minutes(periods.reduce((sum, period) => sum + period.worked, 0));
  const lines: ExplanationLine[] = [
    { text: `${formatMinutes(worked)} worked in ${periods.length} pay periods since ${formatDate(leaveYear.from)}.` },
    { text: `${formatRate(irregularHoursAccrual)} of each period, in whole hours, makes ${rounded} h.` },
    { text: `The exact total is ${formatMinutes(wholeMinutesOf(exact))}. The higher of the two counts.` },
  ];
  if (cap !== null && uncapped(exact, rounded) > cap) {
    lines.push({ text: `5.6 average weeks are ${formatMinutes(cap)}, and no more builds up in a year.` });
  }
  lines.push({ text: `Holiday built up: ${formatMinutes(granted)}.` });
  return accepted({
    granted,
    addedByLastPeriod: minutes(granted - before),
    tenThousandthsOfMinutes: exact,
    roundedHours: rounded,
    cap,
    rule: { name: "Holiday of irregular hours", source: sources[0] },
    lines,
  });
}

function checkPeriods({ from, to }: LeaveYear, periods: readonly AccrualPeriod[]): Verdict<never> | undefined {
  if (from < irregularHoursRulesFrom) {
    const rule = `Holiday builds up at 12.07% in leave years that begin on or after ${formatDate(irregularHoursRulesFrom)}.`;
    return refused(problem("leaveYear.from", from, rule, "Use 5.6 weeks for the earlier leave year."));
  }
  for (const [index, period] of periods.entries()) {
    if (period.worked < 0 || period.onLeave < 0) {
      return refused(problem("periods", period.from, "Time worked may not be below zero.", "Correct the time of that pay period."));
    }
    if (period.to < period.from || period.to < from || period.to > to) {
      const rule = `A pay period counts in the leave year it ends in, ${formatDate(from)} to ${formatDate(to)}.`;
      return refused(problem("periods", period.to, rule, "Leave out periods that end in another leave year."));
    }
    const earlier = periods[index - 1];
    if (earlier && earlier.to >= period.from) {
      return refused(problem("periods", period.from, "Two pay periods share a day.", "Give each pay period once."));
    }
  }
  return undefined;
}
