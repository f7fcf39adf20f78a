import type { ExplanationLine, Rule } from "../../core/explanation.ts";
import { formatMinutes, type Minutes, minutes } from "../../core/minutes.ts";
import { formatPence, multiplyRatio, type Pence, pence } from "../../core/money.ts";
import { ageOn, type PlainDate } from "../../core/plainDate.ts";
import { knownTaxYears } from "../../rates/ratesFor.ts";
import type { MinimumWageRates } from "../../rates/taxYearRates.ts";

/** The minimum wage rates for a pay reference period that begins on a day. They change on 1 April. Undefined when we lack them. */
export function minimumWageRatesFrom(periodFrom: PlainDate): MinimumWageRates | undefined {
  return knownTaxYears.find(({ minimumWage }) => minimumWage.from <= periodFrom && periodFrom <= minimumWage.to)?.minimumWage;
}

/** The hourly minimum for an age. The age at the start of the pay reference period counts. */
export function minimumHourlyRate(age: number, isOnApprenticeRate: boolean, rates: MinimumWageRates): Pence {
  if (isOnApprenticeRate) return rates.apprentice;
  if (age >= 21) return rates.aged21AndOver;
  return age >= 18 ? rates.aged18To20 : rates.under18;
}

export interface AccommodationUse {
  /** Pence a day that the person is charged; 0 when it is free. */
  readonly chargePerDay: Pence;
  readonly days: number;
}

/**
 * What accommodation does to the pay that counts: free accommodation adds the daily offset, a charge above the offset takes the excess off, a charge
 * up to the offset changes nothing. Source: GOV.UK, National Minimum Wage: accommodation; payroll rules, section 9.
 */
export function accommodationAdjustment({ chargePerDay, days }: AccommodationUse, rates: MinimumWageRates): Pence {
  const offset = rates.accommodationOffsetPerDay;
  if (chargePerDay === 0) return pence(offset * days);
  return pence(-Math.max(0, chargePerDay - offset) * days);
}

export interface MinimumWageInput {
  readonly dateOfBirth: PlainDate;
  readonly periodFrom: PlainDate;
  readonly isOnApprenticeRate: boolean;
  /** Time that counts: all working time, and of a sleep-in only the time awake for work. */
  readonly countedTime: Minutes;
  /** Pay for that time. Not sleep-in fees, mileage, expenses, holiday pay or sick pay. */
  readonly countedPay: Pence;
  readonly accommodation: AccommodationUse | null;
}

export interface MinimumWageVerdict {
  readonly isMet: boolean;
  readonly countedPay: Pence;
  /** What the law asks for the counted time, rounded up to the penny. */
  readonly minimumPay: Pence;
  readonly shortfall: Pence;
  readonly rule: Rule;
  readonly lines: readonly ExplanationLine[];
}

/**
 * Whether a pay reference period reaches the minimum wage: pay that counts against counted time at the minimum rate, compared exactly.
 * Source: National Minimum Wage Regulations 2015; payroll rules, section 9.
 */
export function checkMinimumWage(input: MinimumWageInput, rates: MinimumWageRates): MinimumWageVerdict {
  const rate = minimumHourlyRate(ageOn(input.dateOfBirth, input.periodFrom), input.isOnApprenticeRate, rates);
  const adjustment = input.accommodation ? accommodationAdjustment(input.accommodation, rates) : pence(0);
  const countedPay = pence(input.countedPay + adjustment);
  const minimumPay = multiplyRatio(rate, input.countedTime, 60, "up");
  const shortfall = pence(Math.max(0, minimumPay - countedPay));
  const lines: ExplanationLine[] = [
    { text: `Pay that counts is ${formatPence(countedPay)} for ${formatMinutes(minutes(input.countedTime))}.` },
    { text: `The minimum for this age is ${formatPence(rate)} an hour, so at least ${formatPence(minimumPay)}.` },
  ];
  if (shortfall > 0) lines.push({ text: `That is ${formatPence(shortfall)} too little.` });
  return { isMet: shortfall === 0, countedPay, minimumPay, shortfall, rule: { name: "National Minimum Wage", source: rates.sources[0] }, lines };
}
