import { addingLine, type Explained, type ExplanationLine, explain, tellingLine } from "../../core/explanation.ts";
import { formatMinutes, minutes } from "../../core/minutes.ts";
import { type BasisPoints, formatPence, formatRate, multiply, multiplyRatio, type Pence, pence } from "../../core/money.ts";
import { addDays, addMonths, formatDate, type PlainDate } from "../../core/plainDate.ts";
import type { TaxYearRates } from "../../rates/taxYearRates.ts";
import type { HolidayBuildUp } from "../cost/employerCostOfPay.ts";
import { periodSpan } from "../incomeTax/taxPeriod.ts";
import { calculateNationalInsurance } from "../nationalInsurance/nationalInsurance.ts";
import { calculatePension } from "../pension/pension.ts";
import type { NationalInsuranceCategory, PayFrequency, PensionMembership } from "../types.ts";

/** Time or sums of one kind over the weeks that are looked at. `minutes` for time paid by the hour, `units` for shifts and days, else `sum` alone. Pence. */
export interface PatternLine {
  readonly label: string;
  readonly minutes: number | null;
  readonly units: number | null;
  /** Per hour, shift or day; null for a sum. */
  readonly ratePence: Pence | null;
  /** The rate that is recorded for the new tax year already; null when it is the same or there is none. */
  readonly recordedRatePence: Pence | null;
  /** What the line came to over the weeks. */
  readonly sum: Pence;
  readonly countsForMinimumWage: boolean;
  /** Mileage and expenses: no on-costs, and no rise. */
  readonly isTaxed: boolean;
}

/** One person's pattern of time and what their pay costs on top. */
export interface PersonPattern {
  readonly engagementId: string;
  readonly name: string;
  readonly dateOfBirth: PlainDate | null;
  /** What a usual pay period has of the lines: `count` for `per`, such as 1 for 3 pay periods, or 4 for 12 weeks. */
  readonly share: { readonly count: number; readonly per: number };
  readonly lines: readonly PatternLine[];
  readonly nationalInsuranceCategory: NationalInsuranceCategory;
  readonly pension: Pick<PensionMembership, "taxTreatment" | "earningsBasis" | "employeeRate" | "employerRate"> | null;
  /** `none` when holiday pay is among the lines already. */
  readonly holidayBuildUp: HolidayBuildUp;
}

/** The terms of the year that is costed: its rates, what rates of pay rise by, and the least an hour may be. */
export interface CostTerms {
  readonly from: PlainDate;
  readonly rates: TaxYearRates;
  readonly payFrequency: PayFrequency;
  /** A rise of every rate of pay, in hundredths of one per cent; to the next penny up. */
  readonly payRise: BasisPoints;
  /** True for the new tax year: rates that are recorded for it count. */
  readonly usesRecordedRates: boolean;
  /** The least an hour for a person, in pence; null when it plays no part. */
  readonly minimumWageOf: (person: PersonPattern) => { readonly minimum: Pence; readonly isGuess: boolean } | null;
}

export interface PersonYearCost {
  readonly engagementId: string;
  readonly name: string;
  /** Before the Employment Allowance. */
  readonly cost: Explained;
  readonly employerNationalInsurance: Pence;
}

/** Pay periods in a year: 52 weeks of pay, or 12 months. */
export const periodsInYear: Readonly<Record<PayFrequency, number>> = { weekly: 52, fortnightly: 26, fourWeekly: 13, monthly: 12 };
const periodWords: Readonly<Record<PayFrequency, string>> = {
  weekly: "pay periods of one week",
  fortnightly: "pay periods of two weeks",
  fourWeekly: "pay periods of four weeks",
  monthly: "months",
};

/**
 * What one person costs in a tax year when they go on working as in the pattern: pay, the holiday it builds up, employer's National Insurance and pension, and
 * mileage, each worked out for a usual pay period and taken as many times as the year has. A letter M that ends with the 21st birthday in the year becomes letter A from the
 * next pay period. Pence; amounts of a period to the nearest penny.
 * Source: payroll rules, sections 5, 9, 10, 12 and 15.
 */
export function personYearCost(person: PersonPattern, terms: CostTerms): PersonYearCost {
  const { payFrequency, rates } = terms;
  const periods = periodsInYear[payFrequency];
  const times = (amount: Pence) => pence(amount * periods);
  const least = terms.minimumWageOf(person);
  const lines: ExplanationLine[] = [tellingLine(`A year has ${periods} ${periodWords[payFrequency]}.`)];
  let pay = 0;
  let untaxed = 0;
  for (const line of person.lines) {
    const { text, amount } = periodLine(line, person.share, terms, least);
    lines.push(addingLine(`${text} ${formatPence(amount)} each time.`, times(amount)));
    if (line.isTaxed) pay += amount;
    else untaxed += amount;
  }
  const holiday = holidayOf(pence(pay), person.holidayBuildUp, rates);
  if (holiday) lines.push(addingLine(`${holiday.text} ${formatPence(holiday.amount)} each time.`, times(holiday.amount)));
  const earnings = pence(pay + (holiday?.amount ?? 0));
  const insurance = yearOfInsurance(person, earnings, terms);
  lines.push(...insurance.lines);
  if (person.pension) {
    const { employer } = calculatePension({ ...person.pension, earnings, payFrequency }, rates);
    lines.push(
      addingLine(
        `Employer’s pension, ${formatRate(person.pension.employerRate)}: ${formatPence(employer.amount)} each time.`,
        times(employer.amount),
      ),
    );
  }
  if (untaxed !== 0) lines.push(tellingLine("Mileage and expenses carry no National Insurance and no pension."));
  const rule = { name: "Cost of a tax year, before the Employment Allowance", source: rates.nationalInsurance.sources[0], ratesYear: rates.taxYear };
  return { engagementId: person.engagementId, name: person.name, cost: explain(rule, lines), employerNationalInsurance: insurance.amount };
}

function periodLine(
  line: PatternLine,
  { count, per }: PersonPattern["share"],
  { payRise, usesRecordedRates }: CostTerms,
  least: ReturnType<CostTerms["minimumWageOf"]>,
) {
  if (line.ratePence === null) {
    const sum = line.isTaxed ? pence(line.sum + multiply(line.sum, payRise, "up")) : line.sum;
    return { text: `${line.label}:`, amount: multiplyRatio(sum, count, per, "nearest") };
  }
  const { rate, why } = rateOf(usesRecordedRates ? line : { ...line, recordedRatePence: null }, line.ratePence, payRise, least);
  if (line.minutes !== null) {
    const amount = multiplyRatio(rate, line.minutes * count, 60 * per, "nearest");
    return {
      text: `${line.label}, ${formatMinutes(minutes(Math.round((line.minutes * count) / per)))} at ${formatPence(rate)} an hour${why}:`,
      amount,
    };
  }
  const units = line.units ?? 0;
  const hundredths = Math.round(units * 100);
  return {
    text: `${line.label}, ${Math.round((hundredths * count) / per) / 100} at ${formatPence(rate)}${why}:`,
    amount: multiplyRatio(rate, hundredths * count, 100 * per, "nearest"),
  };
}

/** The rate of the year that is costed, with the reason when it is not the present one. Pence. */
function rateOf(
  { isTaxed, recordedRatePence, countsForMinimumWage }: PatternLine,
  now: Pence,
  payRise: BasisPoints,
  least: ReturnType<CostTerms["minimumWageOf"]>,
) {
  const risen = isTaxed ? pence(now + multiply(now, payRise, "up")) : now;
  const recorded = recordedRatePence ?? now;
  const rate = pence(Math.max(risen, recorded));
  const told = `now ${formatPence(now)}`;
  if (countsForMinimumWage && least !== null && rate < least.minimum) {
    return { rate: least.minimum, why: ` (${least.isGuess ? "the minimum wage as guessed" : "the new minimum wage"}; ${told})` };
  }
  return { rate, why: rate === now ? "" : recorded >= risen ? ` (recorded already; ${told})` : ` (${told})` };
}

function holidayOf(pay: Pence, buildUp: HolidayBuildUp, { holiday }: TaxYearRates): { readonly text: string; readonly amount: Pence } | undefined {
  if (buildUp === "none" || pay === 0) return undefined;
  if (buildUp === "irregularHours") {
    return {
      text: `Holiday that this builds up, ${formatRate(holiday.irregularHoursAccrual)}:`,
      amount: multiply(pay, holiday.irregularHoursAccrual, "nearest"),
    };
  }
  const weeks = holiday.statutoryTenthsOfWeeks;
  return {
    text: `Holiday that this builds up, ${weeks / 10} weeks for ${(520 - weeks) / 10} weeks of work:`,
    amount: multiplyRatio(pay, weeks, 520 - weeks, "nearest"),
  };
}

/** Employer's National Insurance of the year. */
function yearOfInsurance(
  { nationalInsuranceCategory: letter, dateOfBirth, name }: PersonPattern,
  earnings: Pence,
  { payFrequency, rates, from }: CostTerms,
) {
  const periods = periodsInYear[payFrequency];
  const due = (category: NationalInsuranceCategory) => calculateNationalInsurance({ earnings, category, payFrequency }, rates).employer.amount;
  const birthday = dateOfBirth === null ? null : addMonths(dateOfBirth, 12 * 21);
  const young = letter === "M" && birthday !== null ? periodsBefore(birthday, from, payFrequency) : periods;
  const parts =
    young >= periods || birthday === null
      ? [{ category: letter, count: periods }]
      : [
          { category: letter, count: young },
          { category: "A" as const, count: periods - young },
        ];
  const lines: ExplanationLine[] = [];
  let amount = 0;
  for (const { category, count } of parts) {
    const each = due(category);
    amount += each * count;
    const many = count === periods ? "each time" : count === 1 ? "once" : `${count} times`;
    lines.push(
      addingLine(
        `Employer’s National Insurance with letter ${category} on ${formatPence(earnings)}: ${formatPence(each)} ${many}.`,
        pence(each * count),
      ),
    );
  }
  if (parts.length > 1 && birthday !== null) lines.push(tellingLine(`${name} is 21 on ${formatDate(birthday)}, so letter M ends.`));
  return { lines, amount: pence(amount) };
}

/** How many pay periods of a year begin before a day. */
function periodsBefore(day: PlainDate, from: PlainDate, payFrequency: PayFrequency): number {
  let count = 0;
  while (count < periodsInYear[payFrequency]) {
    const begins = payFrequency === "monthly" ? addMonths(from, count) : addDays(from, count * periodSpan[payFrequency] * 7);
    if (begins >= day) return count;
    count += 1;
  }
  return count;
}

/** The year's cost of everybody, less the Employment Allowance when it is claimed. Pence. Source: payroll rules, sections 5.6 and 15. */
export function householdYearCost(people: readonly PersonYearCost[], claimsAllowance: boolean, rates: TaxYearRates): Explained {
  const insurance = people.reduce((sum, { employerNationalInsurance }) => sum + employerNationalInsurance, 0);
  const used = claimsAllowance ? Math.min(insurance, rates.employmentAllowance.yearlyAmount) : 0;
  const rule = { name: "Cost of a tax year", source: rates.nationalInsurance.sources[0], ratesYear: rates.taxYear };
  return explain(rule, [
    ...people.map(({ name, cost }) => addingLine(`${name}.`, cost.amount)),
    ...(used > 0
      ? [
          addingLine(
            `The Employment Allowance, ${formatPence(rates.employmentAllowance.yearlyAmount)} a year, pays this much of the employer’s National Insurance.`,
            pence(-used),
          ),
        ]
      : []),
  ]);
}
