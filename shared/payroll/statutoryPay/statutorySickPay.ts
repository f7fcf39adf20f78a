import { type Explained, explain } from "../../core/explanation.ts";
import { formatPence, type Pence, pence } from "../../core/money.ts";
import { addDays, daysBetween, eachDay, formatDate, type PlainDate, type Weekday, weekdayOf, weekdays } from "../../core/plainDate.ts";
import type { StatutorySickPayRates } from "../../rates/taxYearRates.ts";
import type { AverageWeeklyEarnings } from "./averageWeeklyEarnings.ts";

/** A spell of sickness, first and last day included. */
export interface SicknessSpell {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** The rules and rate in force from a day on. */
export type SickPayRules = Omit<StatutorySickPayRates, "sources"> & { readonly from: PlainDate };

export interface StatutorySickPayInput {
  readonly spell: SicknessSpell;
  /** The days of the week this person would work. */
  readonly qualifyingDays: readonly Weekday[];
  readonly averageWeeklyEarnings: AverageWeeklyEarnings;
  /** Earlier spells, oldest first; those that link (56 days or less between) share waiting days and the 28 weeks. */
  readonly earlierSpells: readonly SicknessSpell[];
  /** Rules by date, oldest first, covering the spell and the linked ones. */
  readonly rules: readonly SickPayRules[];
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
  readonly total: Explained;
}

/**
 * Statutory sick pay of one spell, in pence, week by week (Sunday to Saturday), each week rounded up to the penny. Up to 5 April 2026: four days of
 * sickness, a lower earnings limit and three waiting days. From 6 April 2026: from the first day, at the lower of the flat rate and 80% of average
 * weekly earnings. A person entitled at the flat rate before 6 April 2026 keeps the flat rate for that absence.
 * Source: Social Security Contributions and Benefits Act 1992, part XI; Employment Rights Act 2025, section 10; payroll rules, section 7.
 */
export function calculateStatutorySickPay(input: StatutorySickPayInput): StatutorySickPayResult {
  const { spell, qualifyingDays, source } = input;
  const rule = { name: "Statutory Sick Pay", source };
  const linked = linkedSpells(spell, input.earlierSpells, rulesOn(input.rules, spell.from));
  const startRules = rulesOn(input.rules, spell.from);
  const nothing = (text: string): StatutorySickPayResult => ({
    weeks: [],
    waitingDays: 0,
    daysPaid: 0,
    paidDates: [],
    total: explain(rule, [{ text }]),
  });

  const length = daysBetween(spell.from, spell.to) + 1;
  if (length < startRules.minimumDaysOfSickness && spell.to < changeDay(input.rules, spell.from)) {
    return nothing(`Sick pay needs at least ${startRules.minimumDaysOfSickness} days of sickness in a row.`);
  }

  const state = { waitingLeft: startRules.waitingDays, isBarredNote: "" };
  let paidUnits = 0;
  for (const earlier of linked) {
    for (const day of eachDay(earlier.from, earlier.to)) {
      if (!isQualifying(day, qualifyingDays)) continue;
      if (state.waitingLeft > 0) state.waitingLeft--;
      else paidUnits++;
    }
  }
  const most = startRules.maximumWeeks * qualifyingDays.length;
  const waitingBefore = state.waitingLeft;
  const paidDates: PlainDate[] = [];
  for (const day of eachDay(spell.from, spell.to)) {
    if (!isQualifying(day, qualifyingDays)) continue;
    const rules = rulesOn(input.rules, day);
    if (isBelowMinimum(input.averageWeeklyEarnings, rules)) {
      state.isBarredNote = `Average weekly earnings are under ${formatPence(rules.averageWeeklyEarningsMinimum ?? pence(0))}, so nothing is due.`;
      continue;
    }
    if (rules.waitingDays > 0 && state.waitingLeft > 0) {
      state.waitingLeft--;
      continue;
    }
    if (paidUnits >= most) continue;
    paidUnits++;
    paidDates.push(day);
  }
  const waitingDays = waitingBefore - state.waitingLeft;
  const weeks = payWeeks(paidDates, input, startRules);
  const lines = weeks.map(({ weekEndingSaturday, daysPaid, amount }) => ({
    text: `${daysPaid} ${daysPaid === 1 ? "day" : "days"} in the week to ${formatDate(weekEndingSaturday)}.`,
    amount,
  }));
  const told = [{ text: describeRate(input, paidDates[0] ?? spell.from, startRules) }];
  if (waitingDays > 0) told.push({ text: `The first ${waitingDays} working ${waitingDays === 1 ? "day is" : "days are"} not paid (waiting days).` });
  if (state.isBarredNote !== "") told.push({ text: state.isBarredNote });
  return { weeks, waitingDays, daysPaid: paidDates.length, paidDates, total: explain(rule, [...told, ...lines]) };
}

/** The daily rate in ten-thousandths of a pound: the weekly rate shared over the qualifying days and cut to four decimals. */
export function sickPayDailyRate(weeklyRate: { readonly numerator: number; readonly denominator: number }, qualifyingDaysPerWeek: number): number {
  return Number((BigInt(weeklyRate.numerator) * 100n) / (BigInt(weeklyRate.denominator) * BigInt(qualifyingDaysPerWeek)));
}

function payWeeks(paidDates: readonly PlainDate[], input: StatutorySickPayInput, startRules: SickPayRules): SickPayWeek[] {
  const weeks = new Map<PlainDate, { daysPaid: number; tenThousandths: number }>();
  for (const day of paidDates) {
    const rate = weeklyRateOn(day, input, startRules);
    const saturday = addDays(day, 6 - weekdays.indexOf(weekdayOf(day)));
    const week = weeks.get(saturday) ?? { daysPaid: 0, tenThousandths: 0 };
    week.daysPaid++;
    week.tenThousandths += sickPayDailyRate(rate, input.qualifyingDays.length);
    weeks.set(saturday, week);
  }
  return [...weeks].map(([weekEndingSaturday, week]) => ({
    weekEndingSaturday,
    daysPaid: week.daysPaid,
    amount: pence(Math.ceil(week.tenThousandths / 100)),
  }));
}

function weeklyRateOn(day: PlainDate, { averageWeeklyEarnings, rules }: StatutorySickPayInput, startRules: SickPayRules): AverageWeeklyEarnings {
  const { weeklyFlatRate, shareOfAverageWeeklyEarnings } = rulesOn(rules, day);
  const flat = { numerator: weeklyFlatRate, denominator: 1 };
  const keepsFlatRate = startRules.shareOfAverageWeeklyEarnings === null && !isBelowMinimum(averageWeeklyEarnings, startRules);
  if (shareOfAverageWeeklyEarnings === null || keepsFlatRate) return flat;
  const share = {
    numerator: averageWeeklyEarnings.numerator * shareOfAverageWeeklyEarnings,
    denominator: averageWeeklyEarnings.denominator * 10_000,
  };
  return share.numerator < weeklyFlatRate * share.denominator ? share : flat;
}

function describeRate(input: StatutorySickPayInput, day: PlainDate, startRules: SickPayRules): string {
  const rate = weeklyRateOn(day, input, startRules);
  const weekly = formatPence(pence(Math.floor(rate.numerator / rate.denominator)));
  const kind = rate.denominator === 1 ? "the flat rate" : "80% of average weekly earnings";
  const days = input.qualifyingDays.length;
  return `Sick pay is ${weekly} a week (${kind}), shared over ${days} working ${days === 1 ? "day" : "days"} a week.`;
}

function linkedSpells(spell: SicknessSpell, earlier: readonly SicknessSpell[], rules: SickPayRules): SicknessSpell[] {
  const linked: SicknessSpell[] = [];
  let start = spell.from;
  for (const candidate of [...earlier].sort((a, b) => (a.from < b.from ? 1 : -1))) {
    if (candidate.to >= start || daysBetween(candidate.to, start) - 1 > rules.linkingGapWeeks * 7) continue;
    linked.unshift(candidate);
    start = candidate.from;
  }
  return linked.filter(({ from, to }) => daysBetween(from, to) + 1 >= rules.minimumDaysOfSickness);
}

const isQualifying = (day: PlainDate, qualifyingDays: readonly Weekday[]) => qualifyingDays.includes(weekdayOf(day));

function isBelowMinimum({ numerator, denominator }: AverageWeeklyEarnings, { averageWeeklyEarningsMinimum }: SickPayRules): boolean {
  return averageWeeklyEarningsMinimum !== null && numerator < averageWeeklyEarningsMinimum * denominator;
}

function rulesOn(rules: readonly SickPayRules[], day: PlainDate): SickPayRules {
  let found = rules[0];
  for (const candidate of rules) if (candidate.from <= day) found = candidate;
  if (!found) throw new RangeError("Sick pay needs at least one set of rules");
  return found;
}

/** The first day after `day` on which one day of sickness is enough, or a day beyond reach. */
function changeDay(rules: readonly SickPayRules[], day: PlainDate): string {
  return rules.find((candidate) => candidate.from > day && candidate.minimumDaysOfSickness === 1)?.from ?? "9999-12-31";
}
