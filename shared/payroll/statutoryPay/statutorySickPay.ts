import { type Explained, type ExplanationLine, explain } from "../../core/explanation.ts";
import { formatPence, type Pence, pence } from "../../core/money.ts";
import { addDays, formatDate, laterOf, type PlainDate, weekdayOf, weekdays } from "../../core/plainDate.ts";
import { accepted, type PayProblem, problem, refused, type Verdict } from "../problems.ts";
import { type SickPayDay, type SickPayDays, type SickPayDaysInput, sickPayDays } from "./sickPayDays.ts";
import { formatTenThousandths, roundUpTenThousandths, sickPayDailyRate, sickPayWeeklyRate } from "./sickPayRate.ts";
import { describeSickPayRefusal, type SickPayRefusal, type SickPayRefusalReason } from "./sickPayRefusal.ts";
import { reformDay, sickPayRulesOn } from "./sickPayRules.ts";

export interface StatutorySickPayInput extends SickPayDaysInput {
  /** Where the rule is published, for the explanation. */
  readonly source: string;
}

export interface SickPayWeek {
  readonly weekEndingSaturday: PlainDate;
  readonly daysPaid: number;
  readonly amount: Pence;
}

export interface StatutorySickPayResult {
  readonly weeks: readonly SickPayWeek[];
  /** Qualifying days that are unpaid at the start (rules up to 5 April 2026). */
  readonly waitingDays: number;
  readonly daysPaid: number;
  readonly paidDates: readonly PlainDate[];
  /** Why days are not paid, by reason, for form SSP1. */
  readonly refusals: readonly SickPayRefusal[];
  /** The answer rests on `choices.laterLinkedAbsence`, which the law seen so far leaves open: ask the person. */
  readonly raisesLinkedAbsenceQuestion: boolean;
  readonly total: Explained;
}

/**
 * Statutory sick pay of one spell, in pence, week by week (Sunday to Saturday), each week rounded up to the penny. Up to 5 April 2026: four days of
 * sickness, a lower earnings limit and three waiting days. From 6 April 2026: from the first day, at the lower of the flat rate and 80% of average
 * weekly earnings. A person entitled at the flat rate before 6 April 2026 keeps the flat rate for that absence.
 * Source: Social Security Contributions and Benefits Act 1992, part XI; Employment Rights Act 2025, section 10; payroll rules, section 7.
 */
export function calculateStatutorySickPay(input: StatutorySickPayInput): StatutorySickPayResult {
  return calculateSickPayBetween(input, input.spell.from, input.spell.to);
}

/**
 * The part of a spell's sick pay that belongs to the days from `from` to `to` (one pay period), in pence. A week that is cut in two by the pay period pays
 * what the whole week comes to, rounded up once, less what its earlier days came to: however a spell is cut, the parts add up exactly to the whole.
 * Give the whole spell, not the part: whether it is long enough or linked is judged on all of it. Source: payroll rules, section 7.3.
 */
export function calculateSickPayBetween(input: StatutorySickPayInput, from: PlainDate, to: PlainDate): StatutorySickPayResult {
  const found = sickPayDays(input);
  const upTo = found.days.filter(({ day }) => day <= to);
  const inPart = upTo.filter(({ day }) => day >= from);
  const paidDates = inPart.filter(({ outcome }) => outcome === "paid").map(({ day }) => day);
  const waitingDays = waitingDaysIn(inPart);
  const weeks = payWeeks(upTo, from, input);
  const refusals = refusalsOf(inPart, found, input);
  const lines: ExplanationLine[] = [...rateLines(inPart, input), ...choiceLines(found, input)];
  if (waitingDays > 0) lines.push({ text: describeWaitingDays(waitingDays, found.waitingDaysBefore + waitingDaysIn(upTo) - waitingDays) });
  for (const { text } of refusals) lines.push({ text });
  for (const { text, amount } of weeks) lines.push({ text, amount });
  return {
    weeks: weeks.map(({ weekEndingSaturday, daysPaid, amount }) => ({ weekEndingSaturday, daysPaid, amount })),
    waitingDays,
    daysPaid: paidDates.length,
    paidDates,
    refusals,
    raisesLinkedAbsenceQuestion: found.raisesLinkedAbsenceQuestion,
    total: explain({ name: "Statutory Sick Pay", source: input.source }, lines),
  };
}

/**
 * As calculateStatutorySickPay, for input a person typed: refuses a spell that ends before it starts, no working days (or one named twice) and average
 * weekly earnings below nothing, each with its field, rule and way out.
 */
export function checkedStatutorySickPay(input: StatutorySickPayInput): Verdict<StatutorySickPayResult> {
  const { spell, qualifyingDays, averageWeeklyEarnings } = input;
  const problems: PayProblem[] = [];
  if (spell.to < spell.from) {
    problems.push(problem("spell.to", spell.to, "The last day of sickness is before the first.", "Correct the dates of the absence."));
  }
  if (qualifyingDays.length === 0) {
    problems.push(problem("qualifyingDays", "", "Sick pay is shared over the days somebody usually works.", "Say which days of the week they work."));
  }
  if (new Set(qualifyingDays).size < qualifyingDays.length) {
    problems.push(problem("qualifyingDays", qualifyingDays.join(" "), "A day of the week is named twice.", "Name each working day once."));
  }
  if (averageWeeklyEarnings.numerator < 0 || averageWeeklyEarnings.denominator <= 0) {
    const given = averageWeeklyEarnings.numerator / averageWeeklyEarnings.denominator;
    problems.push(
      problem("averageWeeklyEarnings", given, "Average weekly earnings can't be less than nothing.", "Check the pay before the sickness."),
    );
  }
  return problems.length > 0 ? refused(...problems) : accepted(calculateStatutorySickPay(input));
}

const waitingDaysIn = (days: readonly SickPayDay[]): number => days.filter(({ outcome }) => outcome === "waitingDay").length;

/** Waiting days may be spread over linked absences and pay periods: says how many came before. */
function describeWaitingDays(now: number, before: number): string {
  const notPaid = `${dayCount(now, "working ")} ${now === 1 ? "is" : "are"} not paid (waiting days)`;
  if (before === 0) return `The first ${notPaid}.`;
  return `${notPaid}. ${dayCount(before, "waiting ")} came before.`;
}

interface ExplainedWeek extends SickPayWeek {
  readonly text: string;
}

/** The weeks with paid days on or after `from`; a first week that began before it is worked out whole, less its days before. */
function payWeeks(days: readonly SickPayDay[], from: PlainDate, input: StatutorySickPayInput): ExplainedWeek[] {
  const weeks = new Map<PlainDate, SickPayDay[]>();
  for (const paid of days.filter(({ outcome }) => outcome === "paid")) {
    const saturday = addDays(paid.day, 6 - weekdays.indexOf(weekdayOf(paid.day)));
    weeks.set(saturday, [...(weeks.get(saturday) ?? []), paid]);
  }
  return [...weeks].flatMap(([weekEndingSaturday, all]) => {
    const now = all.filter(({ day }) => day >= from);
    if (now.length === 0) return [];
    const exact = totalOf(all, input);
    const earlier = roundUpTenThousandths(totalOf(all.slice(0, all.length - now.length), input));
    const amount = pence(roundUpTenThousandths(exact) - earlier);
    const rounded = exact % 100 === 0 ? "" : ", rounded up to the penny";
    const less = earlier === 0 ? "" : `, less ${formatPence(earlier)} for its earlier days`;
    const text = `${daysAtRates(all, input)} in the week to ${formatDate(weekEndingSaturday)}: ${formatTenThousandths(exact)}${rounded}${less}.`;
    return [{ weekEndingSaturday, daysPaid: now.length, amount, text }];
  });
}

const totalOf = (days: readonly SickPayDay[], input: StatutorySickPayInput): number => days.reduce((sum, day) => sum + dailyRateOn(day, input), 0);

const weeklyRateOn = ({ day, keepsFlatRate }: SickPayDay, { rules, averageWeeklyEarnings }: StatutorySickPayInput) =>
  sickPayWeeklyRate(sickPayRulesOn(rules, day), averageWeeklyEarnings, keepsFlatRate);

const dailyRateOn = (day: SickPayDay, input: StatutorySickPayInput): number =>
  sickPayDailyRate(weeklyRateOn(day, input), input.qualifyingDays.length);

/** "2 days at £30.8125", or in the week of a change "1 day at £23.75 and 4 days at £24.65". */
function daysAtRates(days: readonly SickPayDay[], input: StatutorySickPayInput): string {
  const counts = new Map<number, number>();
  for (const day of days) counts.set(dailyRateOn(day, input), (counts.get(dailyRateOn(day, input)) ?? 0) + 1);
  return [...counts].map(([rate, count]) => `${dayCount(count)} at ${formatTenThousandths(rate)}`).join(" and ");
}

const dayCount = (count: number, kind = ""): string => `${count} ${kind}${count === 1 ? "day" : "days"}`;

/** One line for each rate that pays days here, from the first day it pays. */
function rateLines(days: readonly SickPayDay[], input: StatutorySickPayInput): ExplanationLine[] {
  const told = new Map<string, string>();
  for (const day of days.filter(({ outcome }) => outcome === "paid")) {
    const rate = weeklyRateOn(day, input);
    const key = `${rate.numerator}/${rate.denominator}`;
    if (told.has(key)) continue;
    const weekly = formatPence(pence(Math.floor(rate.numerator / rate.denominator)));
    const why = rate.isShareOfEarnings ? describeShare(day, input) : flatRateReason(day, input);
    const daily = formatTenThousandths(dailyRateOn(day, input));
    const shared = `shared over ${dayCount(input.qualifyingDays.length, "working ")} a week that is ${daily} a day`;
    told.set(key, `From ${formatDate(day.day)} sick pay is ${weekly} a week (${why}); ${shared}.`);
  }
  return [...told.values()].map((text) => ({ text }));
}

function describeShare({ day }: SickPayDay, { averageWeeklyEarnings: { numerator, denominator }, rules }: StatutorySickPayInput): string {
  const { shareOfAverageWeeklyEarnings, weeklyFlatRate } = sickPayRulesOn(rules, day);
  const average = formatPence(pence(Math.floor(numerator / denominator)));
  return `${(shareOfAverageWeeklyEarnings ?? 0) / 100}% of average weekly earnings of ${average}, which is less than the flat rate of ${formatPence(weeklyFlatRate)}`;
}

function flatRateReason(day: SickPayDay, input: StatutorySickPayInput): string {
  const wouldBe = sickPayWeeklyRate(sickPayRulesOn(input.rules, day.day), input.averageWeeklyEarnings, false);
  return wouldBe.isShareOfEarnings ? "the flat rate, kept because it was due before the rules changed" : "the flat rate";
}

/** Says what was chosen where the guidance leaves it open, when it makes a difference. */
function choiceLines({ raisesLinkedAbsenceQuestion }: SickPayDays, { choices }: StatutorySickPayInput): ExplanationLine[] {
  if (!raisesLinkedAbsenceQuestion) return [];
  const open =
    "An earlier linked absence was paid at the flat rate before the rules changed. The guidance does not say if a later one keeps that rate";
  if (choices?.laterLinkedAbsence === "keepsFlatRate") return [{ text: `${open}. It was chosen that it does.` }];
  return [{ text: `${open}. This pay uses the new rule. Ask HMRC or Acas which one holds.` }];
}

function refusalsOf(days: readonly SickPayDay[], found: SickPayDays, input: StatutorySickPayInput): SickPayRefusal[] {
  const groups = new Map<SickPayRefusalReason, PlainDate[]>();
  for (const { day, outcome } of days) if (outcome !== "paid" && outcome !== "waitingDay") groups.set(outcome, [...(groups.get(outcome) ?? []), day]);
  if (found.days.length === 0) groups.set("noWorkingDays", []);
  return [...groups].map(([reason, dates]) => {
    const from = dates[0] ?? input.spell.from;
    const rules = reason === "notEnoughEarnings" ? found.earningsRules : sickPayRulesOn(input.rules, from);
    const text = describeSickPayRefusal(reason, from, rules, found.periodLength, lastDayBeforeChange(input));
    const to = dates.reduce(laterOf, from);
    return { reason, from, to: dates.length === 0 ? input.spell.to : to, days: dates.length, text, form: reason === "noWorkingDays" ? null : "SSP1" };
  });
}

/** The day before the rules changed, when the absence goes on after it. */
function lastDayBeforeChange({ rules, spell }: StatutorySickPayInput): PlainDate | null {
  const change = reformDay(rules);
  return change !== undefined && change <= spell.to ? addDays(change, -1) : null;
}
