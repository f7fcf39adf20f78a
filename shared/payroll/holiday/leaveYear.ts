import { addDays, addMonths, earlierOf, formatDate, laterOf, type PlainDate, partsOf, plainDateFrom } from "../../core/plainDate.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";

/** The first and the last day of a leave year. */
export interface LeaveYear {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/**
 * Leave years from this day on have the rules for irregular hours and part-year workers: 12.07% building up, and rolled-up holiday pay.
 * Source: Working Time Regulations 1998, regulations 15B to 16A; payroll rules, section 12.
 */
export const irregularHoursRulesFrom = "2024-04-01" as PlainDate;

/**
 * The leave year that a day falls in. It begins each year on the agreed day (month 1 to 12); without an agreement it begins on the day the job began
 * and each year after. A year that would begin on 29 February begins on 1 March in other years.
 * Source: Working Time Regulations 1998, regulation 13(3).
 */
export function leaveYearOn(on: PlainDate, startedOn: PlainDate, agreedStart: { readonly month: number; readonly day: number } | null): LeaveYear {
  const { month, day } = agreedStart ?? partsOf(startedOn);
  const { year } = partsOf(on);
  const startIn = (calendarYear: number) => plainDateFrom(calendarYear, month, day) ?? (`${calendarYear}-03-01` as PlainDate);
  const startYear = startIn(year) <= on ? year : year - 1;
  return { from: startIn(startYear), to: addDays(startIn(startYear + 1), -1) };
}

/**
 * The days of a leave year that somebody is employed, both included. Refuses a leaving date before the start, a leave year that ends before it begins or
 * is longer than a year, and one without a day of the job in it.
 */
export function employedDaysOf({ from, to }: LeaveYear, startedOn: PlainDate, leavesOn: PlainDate | null): Verdict<LeaveYear> {
  if (to < from || to >= addMonths(from, 12)) {
    const rule = `A leave year is a year at most; this one begins on ${formatDate(from)}.`;
    return refused(problem("leaveYear.to", to, rule, "Correct the last day of the leave year."));
  }
  if ((leavesOn ?? startedOn) < startedOn) {
    const rule = `The last day is before the first day, ${formatDate(startedOn)}.`;
    return refused(problem("leavesOn", leavesOn, rule, "Correct the start or the leaving date."));
  }
  const employed = { from: laterOf(from, startedOn), to: earlierOf(to, leavesOn ?? to) };
  if (employed.to < employed.from) {
    const rule = `The leave year runs from ${formatDate(from)} to ${formatDate(to)}, and the job is not in it.`;
    return refused(problem("leaveYear", from, rule, "Choose a leave year with a day of the job in it."));
  }
  return accepted(employed);
}
