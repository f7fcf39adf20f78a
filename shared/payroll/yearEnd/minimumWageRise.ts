import { type BasisPoints, formatPence, formatRate, multiply, type Pence, pence } from "../../core/money.ts";
import { ageOn, formatDate, type PlainDate } from "../../core/plainDate.ts";
import type { MinimumWageRates } from "../../rates/taxYearRates.ts";
import { minimumHourlyRate, minimumWageRatesFrom } from "../minimumWage/minimumWageRate.ts";

/** A rate of pay for hours that all count for the minimum wage. Pence an hour. */
export interface HourlyRate {
  readonly kind: string;
  readonly ratePence: Pence;
}

/** One person's rates beside the minimum wage of 1 April. */
export interface WageRiseFacts {
  readonly name: string;
  /** Null: the rate for 21 and over is taken. */
  readonly dateOfBirth: PlainDate | null;
  readonly rates: readonly HourlyRate[];
}

export interface MinimumWageRise {
  /** The least an hour from 1 April, in pence. Null when it is not known yet. */
  readonly minimum: Pence | null;
  readonly isGuess: boolean;
  /** Rates that fall below it, with what they must be at least. */
  readonly below: readonly (HourlyRate & { readonly leastPence: Pence; readonly shortPence: Pence })[];
  readonly lines: readonly string[];
}

/**
 * The minimum wage that an age has from a 1 April: as published, else this year's put up by a guess, to the nearest penny. Null when neither is known. Pence.
 * Source: National Minimum Wage Regulations 2015, regulation 4.
 */
export function minimumWageFrom(
  firstOfApril: PlainDate,
  dateOfBirth: PlainDate | null,
  known: MinimumWageRates | undefined,
  guess: { readonly rates: MinimumWageRates; readonly rise: BasisPoints } | null,
): { readonly minimum: Pence; readonly isGuess: boolean } | null {
  const age = dateOfBirth === null ? 21 : ageOn(dateOfBirth, firstOfApril);
  if (known) return { minimum: minimumHourlyRate(age, false, known), isGuess: false };
  if (guess === null || guess.rise === 0) return null;
  const now = minimumHourlyRate(age, false, guess.rates);
  return { minimum: pence(now + multiply(now, guess.rise, "nearest")), isGuess: true };
}

/**
 * Which of a person's hourly rates fall below the minimum wage that rises on a 1 April, for the age on that day. New rates count from the first pay period that
 * begins on or after it. Where the new rates are not known, nothing is said to be below, unless a rise is guessed. Pence an hour.
 * Source: National Minimum Wage Regulations 2015, regulations 4 to 6; payroll rules, section 9.
 */
export function checkMinimumWageRise(
  { name, dateOfBirth, rates }: WageRiseFacts,
  firstOfApril: PlainDate,
  guess: { readonly rates: MinimumWageRates; readonly rise: BasisPoints } | null = null,
): MinimumWageRise {
  const april = minimumWageFrom(firstOfApril, dateOfBirth, minimumWageRatesFrom(firstOfApril), guess);
  if (!april) {
    const text = `The minimum wage from ${formatDate(firstOfApril)} is not in this version. The government says it in the autumn before, on GOV.UK under National Minimum Wage.`;
    return { minimum: null, isGuess: false, below: [], lines: [text] };
  }
  const { minimum, isGuess } = april;
  const below = rates
    .filter(({ ratePence }) => ratePence < minimum)
    .map((rate) => ({ ...rate, leastPence: minimum, shortPence: pence(minimum - rate.ratePence) }));
  const age = dateOfBirth === null ? "an age that is not known, taken as 21 or over" : `the age of ${ageOn(dateOfBirth, firstOfApril)}`;
  const told = isGuess
    ? `A guess: with a rise of ${formatRate(guess?.rise ?? (0 as BasisPoints))} the minimum wage at ${age} would be ${formatPence(minimum)} an hour from ${formatDate(firstOfApril)}.`
    : `The minimum wage at ${age} is ${formatPence(minimum)} an hour from ${formatDate(firstOfApril)}.`;
  const lines = [
    told,
    ...below.map(
      ({ kind, ratePence, shortPence }) =>
        `${name}’s ${formatPence(ratePence)} for ${kind.toLowerCase()} is ${formatPence(shortPence)} under it. Raise it from the first pay period that begins on or after ${formatDate(firstOfApril)}.`,
    ),
    ...(below.length === 0 ? [`All of ${name}’s hourly rates are high enough.`] : []),
  ];
  return { minimum, isGuess, below, lines };
}
