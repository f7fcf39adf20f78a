import { type Explained, explain } from "../../core/explanation.ts";
import { formatPence, multiplyRatio, type Pence, pence, splitByWeight } from "../../core/money.ts";
import { addDays, addMonths, ageOn, formatDate, type PlainDate } from "../../core/plainDate.ts";
import { accepted, type PayProblem, problem, refused, type Verdict } from "../problems.ts";
import { fullYearsOfService } from "./lengthOfService.ts";
import { type WeekPayLimit, weekPayLimitOn } from "./weekPayLimit.ts";

export interface RedundancyInput {
  readonly dateOfBirth: PlainDate;
  readonly startedOn: PlainDate;
  /** The last day of employment, or the day statutory notice would have ended when less was given. */
  readonly relevantDate: PlainDate;
  /** A week's pay before deductions; with varying hours the average of the 12 weeks before notice. */
  readonly weeksPay: Pence;
  /** True when the employee is the employer's parent, grandparent, child, grandchild, brother or sister, or is married to or partner of one side. */
  readonly isImmediateFamilyOfEmployer: boolean;
}

interface RedundancyPay {
  readonly payment: Explained;
  readonly fullYears: number;
  /** Half weeks of pay: 3 for each year at 41 or over, 2 from 22, 1 below. */
  readonly halfWeeks: number;
}

const source = "Employment Rights Act 1996, sections 135, 155, 161, 162 and 227";
const mostYears = 20;
const yearsNeeded = 2;

/** The age bands of one year of service, by the age at its beginning. */
const bands = [
  { fromAge: 41, halfWeeks: 3, text: "aged 41 or over, one and a half weeks' pay each" },
  { fromAge: 22, halfWeeks: 2, text: "aged 22 to 40, one week's pay each" },
  { fromAge: 0, halfWeeks: 1, text: "aged under 22, half a week's pay each" },
] as const;

/**
 * Statutory redundancy pay, in pence: for each whole year, reckoned back from the relevant date and at most 20, half a week's pay, a week's pay or one
 * and a half by the age through that year, with a week's pay up to the limit of the day. Nothing below two whole years, nor to a domestic employee of
 * the employer's own family. Half a penny goes up. Not taxed up to £30,000.
 * Refuses a last day before the first, a day without a limit and pay below zero.
 * Source: Employment Rights Act 1996, sections 135, 155, 161, 162 and 227.
 */
export function calculateRedundancyPay(input: RedundancyInput): Verdict<RedundancyPay> {
  const { dateOfBirth, startedOn, relevantDate, weeksPay } = input;
  const limit = weekPayLimitOn(relevantDate);
  const problems = problemsOf(input, limit);
  if (!limit || problems.length > 0) return refused(...problems);
  const rule = { name: "Statutory redundancy pay", source: `${source}; ${limit.source}` };
  const fullYears = fullYearsOfService(startedOn, relevantDate);
  const none = (text: string) => accepted<RedundancyPay>({ payment: explain(rule, [{ text }]), fullYears, halfWeeks: 0 });
  if (input.isImmediateFamilyOfEmployer) return none("A family member who works in the employer's home has no right to statutory redundancy pay.");
  if (fullYears < yearsNeeded) return none(`It takes ${yearsNeeded} whole years in the job. There are ${fullYears}.`);

  const yearsCounted = Math.min(mostYears, fullYears);
  const yearsOfBand = bands.map(() => 0);
  for (let year = 1; year <= yearsCounted; year++) {
    const age = ageOn(dateOfBirth, addMonths(addDays(relevantDate, 1), -12 * year));
    const index = bands.findIndex(({ fromAge }) => age >= fromAge);
    yearsOfBand[index] = (yearsOfBand[index] ?? 0) + 1;
  }
  const halfWeeksOfBand = bands.map((band, index) => band.halfWeeks * (yearsOfBand[index] ?? 0));
  const halfWeeks = halfWeeksOfBand.reduce((sum, count) => sum + count, 0);
  const counted = pence(Math.min(weeksPay, limit.limit));
  const amounts = splitByWeight(multiplyRatio(counted, halfWeeks, 2, "up"), halfWeeksOfBand);
  const lines: { text: string; amount?: Pence }[] = [
    { text: `From ${formatDate(startedOn)} to ${formatDate(relevantDate)} are ${fullYears} whole years. At most ${mostYears} count.` },
    {
      text:
        weeksPay > limit.limit
          ? `A week's pay is ${formatPence(weeksPay)}. The law counts ${formatPence(limit.limit)} of it.`
          : `A week's pay is ${formatPence(weeksPay)}.`,
    },
  ];
  for (const [index, band] of bands.entries()) {
    const years = yearsOfBand[index] ?? 0;
    if (years > 0) lines.push({ text: `${years} ${years === 1 ? "year" : "years"} ${band.text}.`, amount: amounts[index] ?? pence(0) });
  }
  return accepted({ payment: explain(rule, lines), fullYears, halfWeeks });
}

function problemsOf({ startedOn, relevantDate, weeksPay, dateOfBirth }: RedundancyInput, limit: WeekPayLimit | undefined): PayProblem[] {
  const found: PayProblem[] = [];
  if (relevantDate < startedOn) {
    const rule = `The last day is before the first day, ${formatDate(startedOn)}.`;
    found.push(problem("relevantDate", relevantDate, rule, "Correct the start or the leaving date."));
  }
  if (startedOn < dateOfBirth) found.push(problem("dateOfBirth", dateOfBirth, "The job began before the person was born.", "Correct one of them."));
  if (!limit) {
    found.push(
      problem("relevantDate", relevantDate, "This version has no limit of a week's pay for this day.", "Update Plan & Payday, then try again."),
    );
  }
  if (weeksPay < 0) found.push(problem("weeksPay", formatPence(weeksPay), "A week's pay may not be below zero.", "Give the pay of a usual week."));
  return found;
}
