import type { ExplanationLine, Rule } from "../../core/explanation.ts";
import { formatMinutes, type Minutes, minutes } from "../../core/minutes.ts";
import { addDays, daysBetween, earlierOf, formatDate, laterOf, type PlainDate } from "../../core/plainDate.ts";
import type { HolidayRates } from "../../rates/taxYearRates.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";
import { employedDaysOf, type LeaveYear } from "./leaveYear.ts";

type WithHoliday = { readonly holiday: HolidayRates };

/** The contracted week from a day on. `hundredthsOfDays` is 350 for three and a half days a week. */
export interface ContractedWeek {
  readonly from: PlainDate;
  readonly hundredthsOfDays: number;
  readonly time: Minutes;
}

export interface FixedHoursEntitlementInput {
  readonly leaveYear: LeaveYear;
  readonly startedOn: PlainDate;
  readonly leavesOn: PlainDate | null;
  /** Each change of the week gives one more; the one in force on a day is the last that began by then. */
  readonly weeks: readonly ContractedWeek[];
}

export interface FixedHoursEntitlement {
  /** Rounded up to the minute. */
  readonly minutes: Minutes;
  /** 112 is 11.2 days; rounded up to a tenth of a day. */
  readonly tenthsOfDays: number;
  readonly rule: Rule;
  readonly lines: readonly ExplanationLine[];
}

/** A number of minutes or days as `top` over `bottom`, exact. */
interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

const nothing: Fraction = { top: 0n, bottom: 1n };
const plus = (a: Fraction, b: Fraction): Fraction => ({ top: a.top * b.bottom + b.top * a.bottom, bottom: a.bottom * b.bottom });
const roundedUp = ({ top, bottom }: Fraction): number => Number((top + bottom - 1n) / bottom);

/**
 * Holiday of a leave year for fixed hours: 5.6 weeks and 28 days at most, in hours and in days. A part of a leave year (a start, a leaving date or a change
 * of the week) counts by its days of the year. The parts are added exactly and rounded up once, so nobody loses a minute.
 * Refuses dates that do not fit, a first day of work without a week, and weeks of no time or of more than seven days.
 * Source: Working Time Regulations 1998, regulations 13, 13A and 14; payroll rules, section 12; GOV.UK holiday entitlement calculator.
 */
export function calculateFixedHoursEntitlement(input: FixedHoursEntitlementInput, rates: WithHoliday): Verdict<FixedHoursEntitlement> {
  const { leaveYear, startedOn, leavesOn } = input;
  const employed = employedDaysOf(leaveYear, startedOn, leavesOn);
  if (!employed.ok) return employed;
  const weeks = [...input.weeks].sort((a, b) => daysBetween(b.from, a.from));
  const refusal = checkWeeks(weeks, employed.value.from);
  if (refusal) return refusal;
  const daysInYear = daysBetween(leaveYear.from, leaveYear.to) + 1;
  const lines: ExplanationLine[] = [];
  let time = nothing;
  let tenthsOfDays = nothing;
  for (const [index, week] of weeks.entries()) {
    const next = weeks[index + 1];
    const from = laterOf(week.from, employed.value.from);
    const to = next ? earlierOf(addDays(next.from, -1), employed.value.to) : employed.value.to;
    if (to < from) continue;
    const days = daysBetween(from, to) + 1;
    const share = (top: number, bottom: number): Fraction => ({ top: BigInt(top) * BigInt(days), bottom: BigInt(bottom) * BigInt(daysInYear) });
    const whole = yearlyHoliday(week, rates);
    const partTime = share(whole.time.top, whole.time.bottom);
    const partDays = share(whole.thousandthsOfDays, 100);
    time = plus(time, partTime);
    tenthsOfDays = plus(tenthsOfDays, partDays);
    lines.push({ text: wordsOf(week, whole.isCapped, rates) });
    const told = `${formatMinutes(minutes(roundedUp(partTime)))} (${daysText(roundedUp(partDays))})`;
    if (days === daysInYear) lines.push({ text: `A whole leave year gives ${told}.` });
    else lines.push({ text: `${formatDate(from)} to ${formatDate(to)} is ${days} of ${daysInYear} days, which gives ${told}.` });
  }
  const total = { minutes: minutes(roundedUp(time)), tenthsOfDays: roundedUp(tenthsOfDays) };
  lines.push({ text: `Holiday for the leave year: ${formatMinutes(total.minutes)} (${daysText(total.tenthsOfDays)}), never rounded down.` });
  return accepted({ ...total, rule: { name: "Holiday of fixed hours", source: rates.holiday.sources[0] }, lines });
}

/** A whole year's holiday of one contracted week: minutes as an exact fraction, and thousandths of days (28,000 at most). */
export function yearlyHoliday(
  { hundredthsOfDays, time }: Pick<ContractedWeek, "hundredthsOfDays" | "time">,
  { holiday }: WithHoliday,
): { readonly time: { readonly top: number; readonly bottom: number }; readonly thousandthsOfDays: number; readonly isCapped: boolean } {
  const uncapped = hundredthsOfDays * holiday.statutoryTenthsOfWeeks;
  const most = holiday.statutoryDaysMaximum * 1_000;
  if (uncapped <= most) return { time: { top: time * holiday.statutoryTenthsOfWeeks, bottom: 10 }, thousandthsOfDays: uncapped, isCapped: false };
  const capped = { top: time * holiday.statutoryDaysMaximum * 100, bottom: hundredthsOfDays };
  return { time: capped, thousandthsOfDays: most, isCapped: true };
}

/** What is wrong with one contracted week, if anything. */
export function checkContractedWeek({ from, hundredthsOfDays, time }: ContractedWeek): Verdict<never> | undefined {
  const daysFit = Number.isSafeInteger(hundredthsOfDays) && hundredthsOfDays > 0 && hundredthsOfDays <= 700;
  if (!daysFit)
    return refused(problem("weeks.days", hundredthsOfDays / 100, "A week has more than 0 and at most 7 days.", "Correct the days a week."));
  if (time > 0 && time * 100 <= hundredthsOfDays * 24 * 60) return undefined;
  const rule = `The hours of the week from ${formatDate(from)} must be above 0 and fit into its days.`;
  return refused(problem("weeks.time", formatMinutes(time), rule, "Correct the hours a week."));
}

function checkWeeks(weeks: readonly ContractedWeek[], firstDay: PlainDate): Verdict<never> | undefined {
  const [first] = weeks;
  if (!first || first.from > firstDay) {
    const rule = `No contracted week is known for ${formatDate(firstDay)}.`;
    return refused(problem("weeks", first?.from, rule, "Add the days and hours a week from the first day."));
  }
  for (const week of weeks) {
    const refusal = checkContractedWeek(week);
    if (refusal) return refusal;
  }
  return undefined;
}

const decimal = (count: number, places: number): string => (count / 10 ** places).toFixed(places).replace(/\.?0+$/, "");
const daysText = (tenths: number): string => `${decimal(tenths, 1)} days`;

function wordsOf({ hundredthsOfDays, time }: ContractedWeek, isCapped: boolean, { holiday }: WithHoliday): string {
  const week = `${decimal(hundredthsOfDays, 2)} days and ${formatMinutes(time)} a week`;
  return isCapped
    ? `${week}: 5.6 weeks would be more than ${holiday.statutoryDaysMaximum} days, so ${holiday.statutoryDaysMaximum} days.`
    : `${week}, times ${decimal(holiday.statutoryTenthsOfWeeks, 1)} weeks.`;
}
