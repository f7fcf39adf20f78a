import type { ExplanationLine } from "../../core/explanation.ts";
import { formatPence, type Pence } from "../../core/money.ts";
import { addDays, addMonths, ageOn, daysBetween, formatDate, type PlainDate } from "../../core/plainDate.ts";
import { knownTaxYears } from "../../rates/ratesFor.ts";
import type { MinimumWageRates } from "../../rates/taxYearRates.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";

/** The minimum wage rates for a pay reference period that begins on a day. They change on 1 April. Undefined when we lack them. */
export function minimumWageRatesFrom(periodFrom: PlainDate): MinimumWageRates | undefined {
  return knownTaxYears.find(({ minimumWage }) => minimumWage.from <= periodFrom && periodFrom <= minimumWage.to)?.minimumWage;
}

/** The hourly minimum for an age, in pence. The age at the start of the pay reference period counts. */
export function minimumHourlyRate(age: number, isOnApprenticeRate: boolean, rates: MinimumWageRates): Pence {
  if (isOnApprenticeRate) return rates.apprentice;
  if (age >= 21) return rates.aged21AndOver;
  return age >= 18 ? rates.aged18To20 : rates.under18;
}

/**
 * Whether an apprentice is on the apprentice rate on a day: under 19, or in the first 12 months of the apprenticeship.
 * Source: National Minimum Wage Regulations 2015, regulation 5.
 */
export function isOnApprenticeRate(dateOfBirth: PlainDate, apprenticeFrom: PlainDate | null, on: PlainDate): boolean {
  if (apprenticeFrom === null || on < apprenticeFrom) return false;
  return ageOn(dateOfBirth, on) < 19 || on < addMonths(apprenticeFrom, 12);
}

export interface MinimumWageRateInput {
  readonly dateOfBirth: PlainDate;
  /** The pay reference period, both days included: a month at most. */
  readonly periodFrom: PlainDate;
  readonly periodTo: PlainDate;
  /** The day the apprenticeship began; null for everybody else. */
  readonly apprenticeFrom: PlainDate | null;
}

export interface MinimumWageRate {
  /** Pence an hour. */
  readonly hourlyRate: Pence;
  readonly rates: MinimumWageRates;
  readonly lines: readonly ExplanationLine[];
}

const longestPeriod = 31;

/**
 * The minimum wage rate of a pay reference period: that of the person's age, and of the year, on its first day. A birthday, the end of an apprentice's first
 * year or a change of the rates inside the period counts from the next period on, which the lines explain.
 * Refuses a period that ends before it begins or is longer than a month, a first day before the date of birth, and a first day we have no rates for.
 * Source: National Minimum Wage Regulations 2015, regulations 4 to 6; payroll rules, section 9.
 */
export function calculateMinimumWageRate(input: MinimumWageRateInput): Verdict<MinimumWageRate> {
  const { dateOfBirth, periodFrom, periodTo, apprenticeFrom } = input;
  const days = daysBetween(periodFrom, periodTo) + 1;
  if (days < 1 || days > longestPeriod) {
    const rule = `A pay reference period is a month at most; this one begins on ${formatDate(periodFrom)}.`;
    return refused(problem("periodTo", periodTo, rule, "Check one pay period at a time."));
  }
  if (periodFrom < dateOfBirth) {
    return refused(problem("dateOfBirth", dateOfBirth, "The date of birth is after the pay period begins.", "Correct the date of birth."));
  }
  const rates = minimumWageRatesFrom(periodFrom);
  if (!rates) {
    const rule = `There are no minimum wage rates for a period that begins on ${formatDate(periodFrom)}.`;
    return refused(problem("periodFrom", periodFrom, rule, "Choose a period we have rates for, or update Plan & Payday."));
  }
  const age = ageOn(dateOfBirth, periodFrom);
  const isApprentice = isOnApprenticeRate(dateOfBirth, apprenticeFrom, periodFrom);
  const hourlyRate = minimumHourlyRate(age, isApprentice, rates);
  const who = isApprentice ? `Apprentice, aged ${age}` : `Aged ${age}`;
  const lines: ExplanationLine[] = [{ text: `${who} on ${formatDate(periodFrom)}, when the pay period begins: ${formatPence(hourlyRate)} an hour.` }];
  const change = changeInside(input, isApprentice, hourlyRate, rates);
  if (change) lines.push(change);
  return accepted({ hourlyRate, rates, lines });
}

/** Tells when the next pay period asks for another rate. */
function changeInside(
  { dateOfBirth, periodTo, apprenticeFrom }: MinimumWageRateInput,
  isApprentice: boolean,
  hourlyRate: Pence,
  rates: MinimumWageRates,
): ExplanationLine | undefined {
  const nextFrom = addDays(periodTo, 1);
  const next = minimumWageRatesFrom(nextFrom);
  if (!next) return { text: `The rates change on ${formatDate(addDays(rates.to, 1))}. This version does not have the new ones yet.` };
  const staysApprentice = isOnApprenticeRate(dateOfBirth, apprenticeFrom, nextFrom);
  const age = ageOn(dateOfBirth, nextFrom);
  const nextRate = minimumHourlyRate(age, staysApprentice, next);
  if (nextRate === hourlyRate) return undefined;
  const reasons = [
    ...(next === rates ? [] : [`the rates change on ${formatDate(next.from)}`]),
    ...(isApprentice && !staysApprentice ? ["the apprentice rate ends"] : []),
    ...(!isApprentice && staysApprentice ? ["the apprentice rate begins"] : []),
    ...(!isApprentice && !staysApprentice && minimumHourlyRate(age, false, rates) !== hourlyRate ? [`they are ${age} by then`] : []),
  ];
  return { text: `From the next pay period, which begins on ${formatDate(nextFrom)}, it is ${formatPence(nextRate)}: ${reasons.join(", and ")}.` };
}
