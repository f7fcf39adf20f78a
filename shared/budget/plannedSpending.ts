import { addingLine, type Explained, type ExplanationLine, explain, type Rule } from "../core/explanation.ts";
import { formatMinutes, minutes } from "../core/minutes.ts";
import { formatPence, multiplyRatio, type Pence, pence } from "../core/money.ts";
import { addDays, addMonths, daysBetween, earlierOf, formatDate, laterOf, type PlainDate } from "../core/plainDate.ts";
import type { PlanLine } from "../people/plan.ts";

/** The terms of a plan line from one day on. */
export type PlanTerms = Pick<PlanLine, "fromOn" | "toOn" | "kind" | "minutesPerWeek" | "hourlyRatePence" | "amountPence" | "frequency">;

const rule: Rule = {
  name: "What the plan allows, day by day. A later version of a line counts from its own first day.",
  source: "Your support plan and agreement",
};

/** Terms with the days they really hold: until the next version starts. Both ends included. */
interface Span {
  readonly terms: PlanTerms;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

function spansOf(versions: readonly PlanTerms[], from: PlainDate, to: PlainDate): Span[] {
  return versions.flatMap((terms, index) => {
    const next = versions[index + 1];
    const last = [terms.toOn, next ? addDays(next.fromOn, -1) : null].reduce<PlainDate>((end, day) => (day === null ? end : earlierOf(end, day)), to);
    const first = laterOf(terms.fromOn, from);
    return first <= last ? [{ terms, from: first, to: last }] : [];
  });
}

/**
 * What a plan line allows from one day to another, both included, in pence. Hours, weekly, monthly and yearly sums are shared out by days and
 * rounded once per version, to the nearest penny; a single sum counts in full on its first day. `versions` in date order.
 */
export function plannedSpending(versions: readonly PlanTerms[], from: PlainDate, to: PlainDate): Explained {
  return explain(
    rule,
    spansOf(versions, from, to).flatMap(({ terms, from: first, to: last }) => lineFor(terms, first, last) ?? []),
  );
}

function lineFor(terms: PlanTerms, from: PlainDate, to: PlainDate): ExplanationLine | undefined {
  const days = daysBetween(from, to) + 1;
  const when = `${formatDate(from)} to ${formatDate(to)}, ${days} ${days === 1 ? "day" : "days"}`;
  if (terms.kind === "hours") {
    const [weekly, rate] = [terms.minutesPerWeek ?? minutes(0), terms.hourlyRatePence ?? pence(0)];
    const amount = multiplyRatio(rate, weekly * days, 60 * 7, "nearest");
    return addingLine(`${formatMinutes(weekly)} a week at ${formatPence(rate)} an hour, ${when}`, amount);
  }
  const sum = terms.amountPence ?? pence(0);
  if (terms.frequency === "once" || terms.frequency === null) {
    return terms.fromOn >= from ? addingLine(`${formatPence(sum)} once, from ${formatDate(terms.fromOn)}`, sum) : undefined;
  }
  return addingLine(`${formatPence(sum)} ${frequencyWords[terms.frequency]}, ${when}`, shareByDays(sum, terms.frequency, days, terms.fromOn));
}

const frequencyWords = { weekly: "a week", fourWeekly: "every four weeks", monthly: "a month", yearly: "a year" } as const;

function shareByDays(sum: Pence, frequency: keyof typeof frequencyWords, days: number, startsOn: PlainDate): Pence {
  const daysInYear = daysBetween(startsOn, addMonths(startsOn, 12));
  switch (frequency) {
    case "weekly":
      return multiplyRatio(sum, days, 7, "nearest");
    case "fourWeekly":
      return multiplyRatio(sum, days, 28, "nearest");
    case "monthly":
      return multiplyRatio(sum, 12 * days, daysInYear, "nearest");
    case "yearly":
      return multiplyRatio(sum, days, daysInYear, "nearest");
  }
}
