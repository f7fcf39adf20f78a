import { multiplyRatio, type Pence, pence } from "../core/money.ts";
import { daysBetween, earlierOf, laterOf, type PlainDate } from "../core/plainDate.ts";
import type { PlanLine } from "../people/plan.ts";

/**
 * What the plan gives a line for the days from one date to another, both included: each version for the days it was in
 * force, rounded to the nearest penny. A year has 365 days. A sum paid once counts when its day lies in the period.
 * Null for a contingency: nobody plans to spend it.
 */
export function plannedForPeriod(versions: readonly PlanLine[], from: PlainDate, to: PlainDate): Pence | null {
  const inForce = versions.filter((version) => version.fromOn <= to && (version.toOn === null || version.toOn >= from));
  if (inForce.length === 0 || inForce.every((version) => version.kind === "contingency")) return null;
  let total = 0;
  for (const version of inForce) {
    const days = daysBetween(laterOf(version.fromOn, from), version.toOn === null ? to : earlierOf(version.toOn, to)) + 1;
    total += partFor(version, days, version.fromOn >= from);
  }
  return pence(total);
}

function partFor(version: PlanLine, days: number, startsInside: boolean): number {
  if (version.kind === "contingency") return 0;
  if (version.kind === "hours") return multiplyRatio(version.hourlyRatePence ?? pence(0), (version.minutesPerWeek ?? 0) * days, 60 * 7, "nearest");
  const amount = version.amountPence ?? pence(0);
  switch (version.frequency) {
    case "weekly":
      return multiplyRatio(amount, days, 7, "nearest");
    case "fourWeekly":
      return multiplyRatio(amount, days, 28, "nearest");
    case "monthly":
      return multiplyRatio(amount, days * 12, 365, "nearest");
    case "yearly":
      return multiplyRatio(amount, days, 365, "nearest");
    case "once":
    case null:
      return startsInside ? amount : 0;
  }
}
