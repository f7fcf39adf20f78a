import type { ExplanationLine, Rule } from "../../core/explanation.ts";
import { formatMinutes, type Minutes, minutes } from "../../core/minutes.ts";
import { formatPence, multiplyRatio, type Pence, pence } from "../../core/money.ts";
import { ageOn, daysBetween, type PlainDate } from "../../core/plainDate.ts";
import type { MinimumWageRates } from "../../rates/taxYearRates.ts";
import { accepted, type Verdict } from "../problems.ts";
import { type AccommodationUse, calculateAccommodationOffset } from "./accommodationOffset.ts";
import { checkMinimumWageCover, type HouseholdTies } from "./minimumWageCover.ts";
import { calculateMinimumWagePay, type DeductionForMinimumWage, type PaymentForMinimumWage } from "./minimumWagePay.ts";
import { calculateMinimumWageRate, type MinimumWageRateInput, minimumHourlyRate } from "./minimumWageRate.ts";
import { calculateMinimumWageTime, type TimeForMinimumWage } from "./minimumWageTime.ts";

export interface MinimumWageInput {
  readonly dateOfBirth: PlainDate;
  readonly periodFrom: PlainDate;
  readonly isOnApprenticeRate: boolean;
  /** Time that counts: all working time, and of a sleep-in only the time awake for work. */
  readonly countedTime: Minutes;
  /** Pay that counts for that time. Not sleep-in fees, mileage, expenses, holiday pay or sick pay. */
  readonly countedPay: Pence;
}

export interface MinimumWageVerdict {
  readonly isMet: boolean;
  readonly countedTime: Minutes;
  readonly countedPay: Pence;
  /** Pence an hour. */
  readonly hourlyRate: Pence;
  /** What the law asks for the counted time, rounded up to the penny. */
  readonly minimumPay: Pence;
  readonly shortfall: Pence;
  readonly rule: Rule;
  readonly lines: readonly ExplanationLine[];
}

/**
 * Whether a pay reference period reaches the minimum wage, from time and pay that have been sorted already: pay that counts against counted time at the
 * minimum rate, compared exactly. Pence.
 * Source: National Minimum Wage Regulations 2015, regulation 7; payroll rules, section 9.
 */
export function checkMinimumWage(input: MinimumWageInput, rates: MinimumWageRates): MinimumWageVerdict {
  const hourlyRate = minimumHourlyRate(ageOn(input.dateOfBirth, input.periodFrom), input.isOnApprenticeRate, rates);
  return compare(input.countedTime, input.countedPay, hourlyRate, rates);
}

export interface MinimumWageOfPeriodInput extends MinimumWageRateInput {
  readonly times: readonly TimeForMinimumWage[];
  readonly payments: readonly PaymentForMinimumWage[];
  readonly deductions: readonly DeductionForMinimumWage[];
  /** Null when the employer gives no accommodation. */
  readonly accommodation: AccommodationUse | null;
  readonly ties: HouseholdTies;
}

/** `isCovered` false: a real member of the family in the family home, who is owed no minimum wage. */
export type MinimumWageOfPeriod = MinimumWageVerdict & { readonly isCovered: boolean };

/**
 * The whole minimum wage test of one pay reference period: who is covered, which rate counts, which hours and which pay count, what accommodation does, and
 * how much is missing, each with its steps. Pence and minutes. Refuses what its parts refuse.
 * Source: National Minimum Wage Regulations 2015; payroll rules, section 9.
 */
export function calculateMinimumWage(input: MinimumWageOfPeriodInput): Verdict<MinimumWageOfPeriod> {
  const rate = calculateMinimumWageRate(input);
  if (!rate.ok) return rate;
  const { hourlyRate, rates } = rate.value;
  const time = calculateMinimumWageTime(input.times);
  if (!time.ok) return time;
  const pay = calculateMinimumWagePay(input.payments, input.deductions);
  if (!pay.ok) return pay;
  const daysInPeriod = daysBetween(input.periodFrom, input.periodTo) + 1;
  const offset = input.accommodation ? calculateAccommodationOffset(input.accommodation, daysInPeriod, rates) : null;
  if (offset && !offset.ok) return offset;
  const countedPay = pence(pay.value.amount + (offset?.value.amount ?? 0));
  const cover = checkMinimumWageCover(input.ties);
  const verdict = compare(time.value.countedTime, countedPay, cover.isCovered ? hourlyRate : pence(0), rates);
  const before = [...cover.lines, ...rate.value.lines, ...time.value.lines, ...pay.value.lines, ...(offset?.value.lines ?? [])];
  if (cover.isCovered) return accepted({ ...verdict, isCovered: true, lines: [...before, ...verdict.lines] });
  return accepted({ ...verdict, isMet: true, shortfall: pence(0), isCovered: false, lines: cover.lines });
}

function compare(countedTime: Minutes, countedPay: Pence, hourlyRate: Pence, rates: MinimumWageRates): MinimumWageVerdict {
  const minimumPay = multiplyRatio(hourlyRate, countedTime, 60, "up");
  const shortfall = pence(countedTime === 0 ? 0 : Math.max(0, minimumPay - countedPay));
  const lines: ExplanationLine[] = [
    { text: `Pay that counts is ${formatPence(countedPay)} for ${formatMinutes(minutes(countedTime))}.` },
    { text: `The minimum for this age is ${formatPence(hourlyRate)} an hour, so at least ${formatPence(minimumPay)}.` },
  ];
  if (shortfall > 0) lines.push({ text: `That is ${formatPence(shortfall)} too little.` });
  const rule = { name: "National Minimum Wage", source: rates.sources[0] };
  return { isMet: shortfall === 0, countedTime, countedPay, hourlyRate, minimumPay, shortfall, rule, lines };
}
