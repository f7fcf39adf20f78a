import type { ExplanationLine, Rule } from "../../core/explanation.ts";
import { formatMinutes, type Minutes, minutes } from "../../core/minutes.ts";
import { addMonths, daysBetween, formatDate, type PlainDate, plainDate } from "../../core/plainDate.ts";
import type { HolidayRates } from "../../rates/taxYearRates.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";
import { calculateFirstYearAccrual } from "./firstYearAccrual.ts";
import { type ContractedWeek, calculateFixedHoursEntitlement } from "./fixedHoursEntitlement.ts";
import { calculateIrregularHoursHoliday, type IrregularHoursHolidayInput } from "./irregularHoursAccrual.ts";
import type { LeaveYear } from "./leaveYear.ts";

type WithHoliday = { readonly holiday: HolidayRates };

/** Holiday from earlier leave years. `takeBy` null: it does not run out in this leave year. */
export interface CarriedHoliday {
  readonly minutes: Minutes;
  readonly takeBy: PlainDate | null;
}

export interface TakenHoliday {
  readonly on: PlainDate;
  readonly minutes: Minutes;
}

export interface HolidayBalanceInput {
  readonly on: PlainDate;
  readonly leaveYear: LeaveYear;
  readonly startedOn: PlainDate;
  readonly leavesOn: PlainDate | null;
  readonly basis:
    | { readonly kind: "fixedHours"; readonly weeks: readonly ContractedWeek[] }
    | ({ readonly kind: "irregularHours" } & Pick<IrregularHoursHolidayInput, "periods" | "averageWeek">);
  readonly carriedOver: readonly CarriedHoliday[];
  /** All holiday since the job began or, in later years, since the leave year began. Days after `on` are booked. */
  readonly taken: readonly TakenHoliday[];
}

export interface HolidayBalance {
  /** Of this leave year: all of it for fixed hours, what is built up so far for irregular hours. */
  readonly entitled: Minutes;
  /** What of it may have been taken by this day: twelfths in the first year of the job. */
  readonly accrued: Minutes;
  readonly carriedOver: Minutes;
  /** Carried-over holiday whose last day has passed. */
  readonly expired: Minutes;
  readonly taken: Minutes;
  readonly booked: Minutes;
  /** Never below zero; what was taken beyond the entitlement is `overtaken`. */
  readonly left: Minutes;
  readonly overtaken: Minutes;
  readonly mayTakeNow: Minutes;
  readonly rule: Rule;
  readonly lines: readonly ExplanationLine[];
}

/**
 * Where somebody stands with their holiday on a day of a leave year, in minutes: entitled, built up, carried over, taken and left. What is carried over is
 * used first, the part that runs out first before the rest. Refuses a day outside the leave year and amounts below zero.
 * Source: Working Time Regulations 1998, regulations 13 to 15D; payroll rules, section 12.
 */
export function calculateHolidayBalance(input: HolidayBalanceInput, rates: WithHoliday): Verdict<HolidayBalance> {
  const refusal = checkInput(input);
  if (refusal) return refusal;
  const { on, leaveYear, taken, carriedOver } = input;
  const earned = input.basis.kind === "fixedHours" ? fixedHours(input, input.basis.weeks, rates) : irregularHours(input, input.basis, rates);
  if (!earned.ok) return earned;
  const { entitled, accrued } = earned.value;
  const takenThisYear = taken.filter((day) => day.on >= leaveYear.from && day.on <= on);
  const takenMinutes = totalOf(takenThisYear);
  const booked = totalOf(taken.filter((day) => day.on > on && day.on <= leaveYear.to));
  const { used, left: carriedLeft, expired } = drawCarriedOver(carriedOver, takenThisYear, on);
  const ofThisYear = takenMinutes - used;
  const left = minutes(Math.max(0, entitled - ofThisYear) + carriedLeft);
  const overtaken = minutes(Math.max(0, ofThisYear - entitled));
  const mayTakeNow = minutes(Math.max(0, Math.min(accrued, entitled) - ofThisYear) + carriedLeft);
  const carried = totalOf(carriedOver);
  const lines: ExplanationLine[] = [...earned.value.lines];
  if (carried > 0) lines.push({ text: `Carried over: ${formatMinutes(carried)}. It is used first.` });
  if (expired > 0) lines.push({ text: `${formatMinutes(minutes(expired))} of it had to be taken earlier and has run out.` });
  lines.push({ text: `Taken by ${formatDate(on)}: ${formatMinutes(takenMinutes)}.` });
  if (booked > 0) lines.push({ text: `Booked after that: ${formatMinutes(booked)}.` });
  lines.push({ text: `Left: ${formatMinutes(left)}.` });
  if (overtaken > 0) lines.push({ text: `More was taken than there is, by ${formatMinutes(overtaken)}.` });
  if (mayTakeNow < left) lines.push({ text: `May be taken now: ${formatMinutes(mayTakeNow)}.` });
  return accepted({
    entitled,
    accrued,
    carriedOver: carried,
    expired: minutes(expired),
    taken: takenMinutes,
    booked,
    left,
    overtaken,
    mayTakeNow,
    rule: { name: "Holiday balance", source: "Working Time Regulations 1998, regulations 13 to 15D" },
    lines,
  });
}

interface Earned {
  readonly entitled: Minutes;
  readonly accrued: Minutes;
  readonly lines: readonly ExplanationLine[];
}

function fixedHours(input: HolidayBalanceInput, weeks: readonly ContractedWeek[], rates: WithHoliday): Verdict<Earned> {
  const { on, leaveYear, startedOn, leavesOn, taken } = input;
  const year = calculateFixedHoursEntitlement({ leaveYear, startedOn, leavesOn, weeks }, rates);
  if (!year.ok) return year;
  const { minutes: entitled, lines } = year.value;
  const week = [...weeks].sort((a, b) => daysBetween(a.from, b.from)).find(({ from }) => from <= on);
  if (!week || on >= addMonths(startedOn, 12)) return accepted({ entitled, accrued: entitled, lines });
  const first = calculateFirstYearAccrual(startedOn, on, week, rates);
  if (!first.ok) return first;
  const before = totalOf(taken.filter((day) => day.on < leaveYear.from));
  const accrued = minutes(Math.max(0, Math.min(entitled, first.value.minutes - before)));
  const told = before > 0 ? [{ text: `Taken in the leave year before: ${formatMinutes(before)}.` }] : [];
  return accepted({ entitled, accrued, lines: [...lines, ...first.value.lines, ...told] });
}

function irregularHours(
  { on, leaveYear }: HolidayBalanceInput,
  { periods, averageWeek }: Pick<IrregularHoursHolidayInput, "periods" | "averageWeek">,
  rates: WithHoliday,
): Verdict<Earned> {
  const built = calculateIrregularHoursHoliday({ leaveYear, averageWeek, periods: periods.filter(({ to }) => to <= on) }, rates);
  if (!built.ok) return built;
  const { granted, lines } = built.value;
  return accepted({ entitled: granted, accrued: granted, lines });
}

const totalOf = (parts: readonly { readonly minutes: Minutes }[]): Minutes => minutes(parts.reduce((sum, part) => sum + part.minutes, 0));

/** The last day to take what does not run out. */
const never = plainDate("9999-12-31");

/** Draws the holiday taken from what was carried over, as far as each part could still be taken on that day. */
function drawCarriedOver(carriedOver: readonly CarriedHoliday[], taken: readonly TakenHoliday[], on: PlainDate) {
  const parts = carriedOver.map(({ minutes: left, takeBy }) => ({ left: left as number, lastDay: takeBy ?? never }));
  parts.sort((a, b) => daysBetween(b.lastDay, a.lastDay));
  let used = 0;
  for (const day of taken) {
    let wanted: number = day.minutes;
    for (const part of parts) {
      if (part.lastDay < day.on) continue;
      const drawn = Math.min(part.left, wanted);
      part.left -= drawn;
      wanted -= drawn;
      used += drawn;
    }
  }
  const isExpired = ({ lastDay }: { readonly lastDay: PlainDate }) => lastDay < on;
  const sum = (chosen: readonly { readonly left: number }[]) => chosen.reduce((total, { left }) => total + left, 0);
  return { used, expired: sum(parts.filter(isExpired)), left: sum(parts.filter((part) => !isExpired(part))) };
}

function checkInput({ on, leaveYear, startedOn, carriedOver, taken }: HolidayBalanceInput): Verdict<never> | undefined {
  if (on < leaveYear.from || on > leaveYear.to || on < startedOn) {
    const rule = `The day must be in the job and in the leave year, ${formatDate(leaveYear.from)} to ${formatDate(leaveYear.to)}.`;
    return refused(problem("on", on, rule, "Choose a day of that leave year."));
  }
  const below = [...carriedOver, ...taken].find((part) => part.minutes < 0);
  if (!below) return undefined;
  return refused(problem("taken", formatMinutes(below.minutes), "Holiday taken or carried over may not be below zero.", "Correct that entry."));
}
