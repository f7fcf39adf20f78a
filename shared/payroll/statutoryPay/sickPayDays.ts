import { addDays, addMonths, eachDay, earlierOf, type PlainDate, type Weekday, weekdayOf } from "../../core/plainDate.ts";
import type { AverageWeeklyEarnings } from "./averageWeeklyEarnings.ts";
import { linkedPeriodsOfIncapacity, type SicknessSpell, spellLength } from "./sicknessSpells.ts";
import { sickPayWeeklyRate } from "./sickPayRate.ts";
import type { ExcludedPeriodReason, SickPayRefusalReason } from "./sickPayRefusal.ts";
import { isBelowEarningsLimit, reformDay, type SickPayRules, sickPayRulesOn } from "./sickPayRules.ts";

/** What the law leaves open about absences around 6 April 2026. The person who runs the pay chooses, and may choose again. */
export interface SickPayChoices {
  /**
   * A later absence that links to one paid at the flat rate before 6 April 2026: keep the flat rate, or take the lower of it and 80% of earnings.
   * The guidance seen does not say. "newRate" when left out, and the result then asks.
   */
  readonly laterLinkedAbsence?: "keepsFlatRate" | "newRate";
  /** An absence without a break since more than 28 weeks before 6 April 2026. DWP's guidance to developers says it brings nothing; "nothing" when left out. */
  readonly absenceSinceLongBeforeTheChange?: "nothing" | "paid";
}

/** A stretch of time that brings no sick pay, such as the maternity pay period. */
export interface ExcludedPeriod extends SicknessSpell {
  readonly reason: ExcludedPeriodReason;
}

export interface SickPayDaysInput {
  readonly spell: SicknessSpell;
  /** The days of the week this person would work. */
  readonly qualifyingDays: readonly Weekday[];
  readonly averageWeeklyEarnings: AverageWeeklyEarnings;
  /** Earlier spells, in any order; those that link (56 days or less between) share waiting days and the 28 weeks. */
  readonly earlierSpells: readonly SicknessSpell[];
  /** Rules by date, oldest first, covering the spell and the linked ones. */
  readonly rules: readonly SickPayRules[];
  readonly excludedPeriods?: readonly ExcludedPeriod[];
  readonly choices?: SickPayChoices;
}

/** One working day of the spell and what becomes of it. */
export interface SickPayDay {
  readonly day: PlainDate;
  readonly outcome: "paid" | "waitingDay" | SickPayRefusalReason;
  /** The person was already entitled at the flat rate before 6 April 2026 and keeps it. */
  readonly keepsFlatRate: boolean;
  /** A linked absence before 6 April 2026 was paid at the flat rate and this one was not yet: whether it keeps the rate is a choice. */
  readonly isOpen: boolean;
}

export interface SickPayDays {
  readonly days: readonly SickPayDay[];
  /** Days of the whole period of incapacity for work that the spell is in, spells that touch it included. */
  readonly periodLength: number;
  /** Waiting days of the linked periods before the spell. */
  readonly waitingDaysBefore: number;
  /** What average weekly earnings had to reach: judged once, under the rules of the first day of the linked periods. */
  readonly earningsRules: SickPayRules;
  /** A paid day of the spell is open in the sense above. */
  readonly raisesLinkedAbsenceQuestion: boolean;
}

/** What has been used up so far in the linked periods. */
interface Used {
  waitingDays: number;
  paidDays: number;
  /** Any day paid under the rules without a share of earnings, in an earlier linked period or in the one looked at. */
  paidAtFlatRateInEarlierPeriod: boolean;
  paidAtFlatRateInThisPeriod: boolean;
}

/**
 * Goes through every working day of the linked periods, in order, and says of each day of the spell whether it is paid, a waiting day, or why not. Each day
 * follows the rules of its own date, so an absence across 6 April 2026 stops waiting that day and is no longer shut out by the earnings limit. While there
 * is an earnings limit it is the one of the first day of the linked periods: earnings are not judged again when a new tax year raises it.
 * Source: Social Security Contributions and Benefits Act 1992, sections 151 to 157 and schedule 11, paragraph 2(c) (recalled: "relevant date"); payroll
 * rules, sections 7.1, 7.2, 7.4 and 7.5.
 */
export function sickPayDays(input: SickPayDaysInput): SickPayDays {
  const periods = linkedPeriodsOfIncapacity(input.spell, input.earlierSpells, input.rules);
  const used: Used = { waitingDays: 0, paidDays: 0, paidAtFlatRateInEarlierPeriod: false, paidAtFlatRateInThisPeriod: false };
  const earningsRules = sickPayRulesOn(input.rules, periods[0].from);
  const lacksEarnings = isBelowEarningsLimit(input.averageWeeklyEarnings, earningsRules);
  const threeYearsOn = addMonths(periods[0].from, 36);
  const days: SickPayDay[] = [];
  let periodLength = 0;
  let waitingDaysBefore = 0;
  for (const period of periods) {
    periodLength = spellLength(period);
    used.paidAtFlatRateInEarlierPeriod ||= used.paidAtFlatRateInThisPeriod;
    used.paidAtFlatRateInThisPeriod = false;
    for (const day of eachDay(period.from, earlierOf(period.to, input.spell.to))) {
      if (!input.qualifyingDays.includes(weekdayOf(day))) continue;
      const rules = sickPayRulesOn(input.rules, day);
      const outcome = outcomeOf(day, period, rules, used, { threeYearsOn, lacksEarnings }, input);
      const isInSpell = day >= input.spell.from;
      const paysShare = sickPayWeeklyRate(rules, input.averageWeeklyEarnings, false).isShareOfEarnings;
      const isOpen = paysShare && !used.paidAtFlatRateInThisPeriod && used.paidAtFlatRateInEarlierPeriod;
      const keepsFlatRate = used.paidAtFlatRateInThisPeriod || (isOpen && input.choices?.laterLinkedAbsence === "keepsFlatRate");
      if (isInSpell) days.push({ day, outcome, keepsFlatRate, isOpen });
      if (outcome === "waitingDay") used.waitingDays++;
      if (!isInSpell) waitingDaysBefore = used.waitingDays;
      if (outcome === "paid") used.paidDays++;
      if (outcome === "paid" && rules.shareOfAverageWeeklyEarnings === null) used.paidAtFlatRateInThisPeriod = true;
    }
  }
  const raisesLinkedAbsenceQuestion = days.some(({ outcome, isOpen }) => outcome === "paid" && isOpen);
  return { days, periodLength, waitingDaysBefore, earningsRules, raisesLinkedAbsenceQuestion };
}

function outcomeOf(
  day: PlainDate,
  period: SicknessSpell,
  rules: SickPayRules,
  used: Used,
  { threeYearsOn, lacksEarnings }: { readonly threeYearsOn: PlainDate; readonly lacksEarnings: boolean },
  input: SickPayDaysInput,
): SickPayDay["outcome"] {
  const excluded = input.excludedPeriods?.find(({ from, to }) => from <= day && day <= to);
  if (excluded) return excluded.reason;
  if (spellLength(period) < rules.minimumDaysOfSickness) return "fewerThanFourDays";
  if (rules.averageWeeklyEarningsMinimum !== null && lacksEarnings) return "notEnoughEarnings";
  if (used.waitingDays < rules.waitingDays) return "waitingDay";
  if (used.paidDays >= rules.maximumWeeks * input.qualifyingDays.length) return "used28Weeks";
  if (day >= threeYearsOn) return "linkedForThreeYears";
  if (isSinceLongBeforeTheChange(day, period, rules, input)) return "offSinceLongBeforeTheChange";
  return "paid";
}

function isSinceLongBeforeTheChange(
  day: PlainDate,
  period: SicknessSpell,
  { maximumWeeks }: SickPayRules,
  { rules, choices }: SickPayDaysInput,
): boolean {
  const change = reformDay(rules);
  if (change === undefined || day < change || choices?.absenceSinceLongBeforeTheChange === "paid") return false;
  return period.from < addDays(change, -maximumWeeks * 7);
}
