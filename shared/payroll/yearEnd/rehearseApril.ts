import { addingLine, type Explained, explain } from "../../core/explanation.ts";
import { type BasisPoints, basisPoints, formatRate, type Pence, pence } from "../../core/money.ts";
import { formatDate } from "../../core/plainDate.ts";
import { ratesForTaxYear } from "../../rates/ratesFor.ts";
import type { TaxYearRates } from "../../rates/taxYearRates.ts";
import { minimumWageRatesFrom } from "../minimumWage/minimumWageRate.ts";
import type { PayFrequency } from "../types.ts";
import { type CostTerms, householdYearCost, type PersonPattern, personYearCost } from "./aprilCost.ts";
import { minimumWageFrom } from "./minimumWageRise.ts";
import { yearEndDatesOf } from "./yearEndDates.ts";

export interface RehearsalInput {
  readonly people: readonly PersonPattern[];
  /** The rates of the year that ends. */
  readonly thisYear: TaxYearRates;
  readonly payFrequency: PayFrequency;
  readonly claimsAllowanceThisYear: boolean;
  readonly claimsAllowanceNextYear: boolean;
  /** A typed rise of every rate of pay. Where the next year's rates are missing, the minimum wage is guessed to rise by as much. */
  readonly payRise: BasisPoints;
  /** What the budget holds for wages over the same time, or null. */
  readonly budget: Explained | null;
}

export interface RehearsedPerson {
  readonly engagementId: string;
  readonly name: string;
  readonly thisYear: Explained;
  readonly nextYear: Explained;
  readonly rise: Pence;
}

/** What the next tax year will cost beside this one, for the same pattern of time. Pence. */
export interface Rehearsal {
  readonly taxYear: string;
  readonly nextTaxYear: string;
  /** True when the next year's rates are not in this version, so this year's stand in for them. */
  readonly isGuess: boolean;
  readonly notes: readonly string[];
  readonly people: readonly RehearsedPerson[];
  readonly thisYear: Explained;
  readonly nextYear: Explained;
  readonly rise: Explained;
  readonly budget: Explained | null;
  /** The budget less the next year's cost; below zero when it does not reach. */
  readonly left: Explained | null;
}

/**
 * Rehearses April: the cost of a whole tax year for the same pattern of time, with the present rates of pay and this year's rates, and with the next year's. A year whose rates are
 * not known is costed with this year's and the typed rise, and every word says that it is a guess. Pence.
 * Source: payroll rules, sections 1, 5, 9, 10, 12 and 15.
 */
export function rehearseApril(input: RehearsalInput): Rehearsal {
  const { people, thisYear, payFrequency, payRise, budget } = input;
  const dates = yearEndDatesOf(thisYear.taxYear);
  const known = ratesForTaxYear(dates.nextTaxYear);
  const next = known ?? thisYear;
  const aprilWage = minimumWageRatesFrom(dates.minimumWageFrom);
  const present: CostTerms = {
    from: dates.from,
    rates: thisYear,
    payFrequency,
    payRise: basisPoints(0),
    usesRecordedRates: false,
    minimumWageOf: () => null,
  };
  const coming: CostTerms = {
    from: dates.newRatesFrom,
    rates: next,
    payFrequency,
    payRise,
    usesRecordedRates: true,
    minimumWageOf: ({ dateOfBirth }) =>
      minimumWageFrom(dates.minimumWageFrom, dateOfBirth, aprilWage, { rates: thisYear.minimumWage, rise: payRise }),
  };
  const now = people.map((person) => personYearCost(person, present));
  const then = people.map((person) => personYearCost(person, coming));
  const thisCost = householdYearCost(now, input.claimsAllowanceThisYear, thisYear);
  const nextCost = householdYearCost(then, input.claimsAllowanceNextYear, next);
  const rule = { name: "What April will cost", source: next.nationalInsurance.sources[0], ratesYear: next.taxYear };
  return {
    taxYear: thisYear.taxYear,
    nextTaxYear: dates.nextTaxYear,
    isGuess: known === undefined,
    notes: notesOf(input, known !== undefined, aprilWage !== undefined, dates.nextTaxYear, formatDate(dates.minimumWageFrom)),
    people: then.map((each, index) => {
      const before = now[index] ?? each;
      return {
        engagementId: each.engagementId,
        name: each.name,
        thisYear: before.cost,
        nextYear: each.cost,
        rise: pence(each.cost.amount - before.cost.amount),
      };
    }),
    thisYear: thisCost,
    nextYear: nextCost,
    rise: explain(rule, [
      addingLine(`A year from ${formatDate(dates.newRatesFrom)}.`, nextCost.amount),
      addingLine("Less a year as it is now.", pence(-thisCost.amount)),
    ]),
    budget,
    left:
      budget &&
      explain(rule, [addingLine("The budget for wages.", budget.amount), addingLine("Less what the year will cost.", pence(-nextCost.amount))]),
  };
}

function notesOf({ thisYear, payRise }: RehearsalInput, hasRates: boolean, hasWage: boolean, nextTaxYear: string, april: string): string[] {
  const notes: string[] = [];
  if (!hasRates) {
    notes.push(
      `This is a guess. The rates for ${nextTaxYear} are not in this version, so National Insurance, pension limits and the Employment Allowance are those of ${thisYear.taxYear}.`,
    );
  }
  if (!hasWage && payRise > 0) {
    notes.push(`The minimum wage from ${april} is not known either. It is guessed to rise by the ${formatRate(payRise)} that you typed.`);
  }
  if (!hasWage && payRise === 0) notes.push(`The minimum wage from ${april} is not known. Type a rise to see what it may cost.`);
  if (hasRates && payRise > 0) notes.push(`All rates of pay are put up by the ${formatRate(payRise)} that you typed.`);
  return notes;
}
