import type { ExplanationLine, Rule } from "../../core/explanation.ts";
import { formatMinutes, type Minutes, minutes } from "../../core/minutes.ts";
import { formatRate } from "../../core/money.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import type { HolidayRates } from "../../rates/taxYearRates.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";
import { wholeMinutesOf } from "./irregularHoursAccrual.ts";
import { pickReferenceWeeks, weeksBackAtMost } from "./referenceWeeks.ts";

/** One week of seven days from `weekFrom`. Give every week of the job, those without work with 0 minutes. */
export interface WorkedWeek {
  readonly weekFrom: PlainDate;
  readonly worked: Minutes;
  /** True when any day of it was sickness or statutory leave (maternity, paternity, adoption, shared parental and the like). */
  readonly hadLeave: boolean;
}

export interface AccrualOnLeaveInput {
  /** The first day of the sickness or statutory leave. */
  readonly leaveFrom: PlainDate;
  readonly weeks: readonly WorkedWeek[];
  /** Days of that leave in the pay period, weekends too: 14 for two weeks. */
  readonly daysOfLeave: number;
}

export interface AccrualOnLeave {
  /** Rounded up to a ten-thousandth of a minute; goes into the pay period's exact total. */
  readonly tenThousandthsOfMinutes: number;
  readonly weeksCounted: number;
  readonly weeksLeftOut: number;
  readonly rule: Rule;
  readonly lines: readonly ExplanationLine[];
}

/**
 * Holiday that irregular hours and part-year workers build up in a pay period of sickness or statutory leave: 12.07% of the average hours a week in the
 * 52 weeks before it, for each week of leave; a part of a week counts by its days (our reading). Weeks with sickness or statutory leave are left out,
 * weeks without work stay in, and the look back ends after 104 weeks. Refuses weeks that share a day, time below zero and days below zero.
 * Source: Working Time Regulations 1998, regulation 15C; payroll rules, section 12.
 */
export function accrueHolidayOnLeave(input: AccrualOnLeaveInput, rates: { readonly holiday: HolidayRates }): Verdict<AccrualOnLeave> {
  const { leaveFrom, weeks, daysOfLeave } = input;
  if (!Number.isSafeInteger(daysOfLeave) || daysOfLeave < 0) {
    return refused(
      problem("daysOfLeave", daysOfLeave, "The days of leave are a whole number from 0.", "Count the days of leave in this pay period."),
    );
  }
  const below = weeks.find(({ worked }) => worked < 0);
  if (below) return refused(problem("weeks", below.weekFrom, "Time worked may not be below zero.", "Correct the time of that week."));
  const picked = pickReferenceWeeks(leaveFrom, weeks, ({ hadLeave }) => !hadLeave);
  if (!picked.ok) return picked;
  const { counted, leftOut } = picked.value;
  const worked = minutes(counted.reduce((sum, week) => sum + week.worked, 0));
  const { irregularHoursAccrual } = rates.holiday;
  const tenThousandthsOfMinutes = counted.length === 0 ? 0 : Math.ceil((worked * irregularHoursAccrual * daysOfLeave) / (7 * counted.length));
  const rule = { name: "Holiday built up during sickness or leave", source: "Working Time Regulations 1998, regulation 15C" };
  const lines = [
    { text: `Weeks before ${formatDate(leaveFrom)} that count, at most ${weeksBackAtMost} weeks back: ${counted.length}.` },
    { text: `Weeks left out because of sickness or statutory leave: ${leftOut}.` },
    counted.length === 0
      ? { text: "There is no week to take an average of, so nothing builds up." }
      : {
          text: `${formatMinutes(worked)} worked in them, divided by ${counted.length}, times ${formatRate(irregularHoursAccrual)}, for ${daysOfLeave} days of leave: ${formatMinutes(wholeMinutesOf(tenThousandthsOfMinutes))}.`,
        },
  ];
  return accepted({ tenThousandthsOfMinutes, weeksCounted: counted.length, weeksLeftOut: leftOut, rule, lines });
}
