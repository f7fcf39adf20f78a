import { explain } from "../../core/explanation.ts";
import { formatMinutes, type Minutes, minutes } from "../../core/minutes.ts";
import { type BasisPoints, formatPence, formatRate, multiplyRatio, type Pence } from "../../core/money.ts";
import type { PlainDate } from "../../core/plainDate.ts";
import { mondayOf } from "../../timesheets/timesheet.ts";
import type { PayLine } from "../types.ts";

/**
 * When time is overtime and what it is paid. `per`: the threshold counts the day, the week from Monday, or the whole pay period.
 * `pay`: so many times the ordinary rate (15,000 is one and a half), or a rate of its own in pence an hour.
 */
export interface OvertimeRule {
  readonly per: "day" | "week" | "period";
  readonly aboveMinutes: Minutes;
  readonly pay: { readonly kind: "times"; readonly times: BasisPoints } | { readonly kind: "rate"; readonly ratePerHour: Pence };
  /** Time of the same days, weeks or period that an earlier payslip paid. It counts towards the threshold and is not paid again. */
  readonly paidBefore?: readonly { readonly onDate: PlainDate; readonly minutes: Minutes }[];
}

/** Time at its ordinary rate, in the order it was worked. `label` names its kind. Minutes; pence an hour. */
export interface OrdinaryTime {
  readonly onDate: PlainDate;
  readonly paid: Minutes;
  readonly label: string;
  readonly ratePence: Pence;
  readonly planLineId: string | null;
}

/**
 * The premium of overtime: what is paid on top of the ordinary rate for time above the threshold, one line for each kind, rate and plan
 * line. The ordinary rate stays in the ordinary lines, so the premium can be left out of the minimum wage. The last time worked is the
 * overtime. A rate of its own that is below the ordinary one adds nothing: the higher of the two is paid. Pence, to the nearest penny.
 * Source: the contract; National Minimum Wage Regulations 2015, regulation 10 (premiums do not count).
 */
export function overtimePremiums(times: readonly OrdinaryTime[], rule: OvertimeRule): PayLine[] {
  const spans = new Map<string, number>();
  for (const { onDate, minutes: before } of rule.paidBefore ?? []) spans.set(spanOf(onDate, rule), (spans.get(spanOf(onDate, rule)) ?? 0) + before);
  const groups = new Map<string, OrdinaryTime & { minutes: number }>();
  for (const time of [...times].sort((a, b) => a.onDate.localeCompare(b.onDate))) {
    const span = spanOf(time.onDate, rule);
    const before = spans.get(span) ?? 0;
    spans.set(span, before + time.paid);
    const over = Math.max(0, before + time.paid - Math.max(before, rule.aboveMinutes));
    const key = `${time.label}|${time.ratePence}|${time.planLineId}`;
    const group = groups.get(key) ?? { ...time, minutes: 0 };
    group.minutes += over;
    groups.set(key, group);
  }
  return [...groups.values()].flatMap((group) => lineOf(group, minutes(group.minutes), rule));
}

const spanOf = (onDate: PlainDate, { per }: OvertimeRule): string => (per === "day" ? onDate : per === "week" ? mondayOf(onDate) : per);

const spanWords = { day: "a day", week: "a week", period: "a pay period" } as const;

function lineOf({ label, ratePence, planLineId }: OrdinaryTime, time: Minutes, { per, aboveMinutes, pay }: OvertimeRule): PayLine[] {
  const amount =
    pay.kind === "times"
      ? multiplyRatio(ratePence, time * Math.max(0, pay.times - 10_000), 600_000, "nearest")
      : multiplyRatio(Math.max(0, pay.ratePerHour - ratePence) as Pence, time, 60, "nearest");
  if (amount === 0) return [];
  const paid = pay.kind === "times" ? `${formatRate(pay.times)} of the ordinary rate` : `${formatPence(pay.ratePerHour)} an hour`;
  const told = `Time above ${formatMinutes(aboveMinutes)} in ${spanWords[per]} is overtime and is paid ${paid}.`;
  const added = `${formatMinutes(time)} of ${label} were overtime. The ordinary ${formatPence(ratePence)} an hour is paid already; this is on top.`;
  const explanation = explain({ name: "Overtime premium", source: "The contract" }, [{ text: told }, { text: added, amount }]);
  return [{ kind: "overtime", label: `${label}: overtime premium`, minutes: null, units: null, ratePence: null, amount, planLineId, explanation }];
}
