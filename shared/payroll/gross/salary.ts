import { type Explained, explain } from "../../core/explanation.ts";
import { formatPence, multiplyRatio, type Pence } from "../../core/money.ts";
import { eachDay, formatDate, type PlainDate, type Weekday, weekdayOf } from "../../core/plainDate.ts";
import { accepted, type PayProblem, problem, refused, type Verdict } from "../problems.ts";
import { sumProblems } from "../sumOfMoney.ts";

/** Pay for each whole pay period from a day on, whatever hours are worked in it. */
interface DatedSalary {
  readonly fromOn: PlainDate;
  readonly amountPerPeriod: Pence;
}

/** How a part of a period is paid: by its share of all days, or of the days the person usually works. The contract says which. */
type PartPeriodRule = { readonly by: "calendarDays" } | { readonly by: "workingDays"; readonly usualDays: readonly Weekday[] };

export interface SalaryInput {
  readonly periodFrom: PlainDate;
  readonly periodTo: PlainDate;
  readonly startedOn: PlainDate;
  readonly leftOn: PlainDate | null;
  /** In any order; of two from the same day the first counts. */
  readonly salaries: readonly DatedSalary[];
  readonly partPeriod: PartPeriodRule;
}

/**
 * Salary of one pay period in pence. A whole period pays the whole amount. A starter, a leaver and a rise in the middle of a period pay each part
 * by its days, to the nearest penny; a rise never loses a penny when the salary is the same before and after.
 * Refuses a salary below nothing, a period that ends before it starts, a day without a salary, and a period without a usual working day.
 * Source: the contract; Apportionment Act 1870, section 2, for calendar days when the contract is silent.
 */
export function calculateSalary(input: SalaryInput): Verdict<Explained> {
  const { periodFrom, periodTo, startedOn, leftOn } = input;
  const problems = problemsOf(input);
  if (problems.length > 0) return refused(...problems);
  const lastDay = leftOn ?? periodTo;
  const counted = eachDay(periodFrom, periodTo).filter((day) => counts(day, input.partPeriod));
  if (counted.length === 0) {
    const days = `${formatDate(periodFrom)} to ${formatDate(periodTo)}`;
    return refused(problem("usualDays", days, "There is no usual working day in this period.", "Choose the days the person usually works."));
  }
  const parts = new Map<Pence, { from: PlainDate; to: PlainDate; days: number }>();
  for (const day of counted) {
    if (day < startedOn || day > lastDay) continue;
    const amount = salaryOn(input.salaries, day);
    if (amount === undefined) {
      const rule = `There is no salary for ${formatDate(day)}.`;
      return refused(problem("salary", day, rule, "Add the salary with the day it starts in the person's pay settings."));
    }
    const part = parts.get(amount) ?? { from: day, to: day, days: 0 };
    parts.set(amount, { ...part, to: day, days: part.days + 1 });
  }
  const kind = input.partPeriod.by === "calendarDays" ? "days" : "working days";
  const lines = [...parts].map(([amountPerPeriod, { from, to, days }]) =>
    days === counted.length
      ? { text: `The whole period: ${formatPence(amountPerPeriod)}.`, amount: amountPerPeriod }
      : {
          text: `${formatDate(from)} to ${formatDate(to)}: ${days} of ${counted.length} ${kind} of ${formatPence(amountPerPeriod)}.`,
          amount: multiplyRatio(amountPerPeriod, days, counted.length, "nearest"),
        },
  );
  const source = "The contract; Apportionment Act 1870, section 2, https://www.legislation.gov.uk/ukpga/Vict/33-34/35";
  return accepted(explain({ name: "Salary", source }, lines));
}

const counts = (day: PlainDate, rule: PartPeriodRule) => rule.by === "calendarDays" || rule.usualDays.includes(weekdayOf(day));

function salaryOn(salaries: readonly DatedSalary[], on: PlainDate): Pence | undefined {
  let best: DatedSalary | undefined;
  for (const salary of salaries) if (salary.fromOn <= on && (best === undefined || salary.fromOn > best.fromOn)) best = salary;
  return best?.amountPerPeriod;
}

function problemsOf({ periodFrom, periodTo, startedOn, leftOn, salaries }: SalaryInput): PayProblem[] {
  const found: PayProblem[] = salaries.flatMap(({ fromOn, amountPerPeriod }) =>
    sumProblems("salary", amountPerPeriod, `The salary from ${formatDate(fromOn)}`),
  );
  if (periodTo < periodFrom) {
    found.push(problem("periodTo", periodTo, `The period ends before it starts on ${formatDate(periodFrom)}.`, "Correct the first or last day."));
  }
  if (leftOn && leftOn < startedOn) {
    found.push(problem("leftOn", leftOn, `The last day is before the first, ${formatDate(startedOn)}.`, "Correct the leaving date."));
  }
  return found;
}
