import { addDays, addMonths, daysBetween, type PlainDate, partsOf, plainDateFrom } from "../core/plainDate.ts";
import type { DueRule, ReturnPeriodRule } from "./returnTemplate.ts";

/** A period of a return, both days included, and the day the papers must be in (null when only a letter tells it). */
export interface ReturnPeriod {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly dueOn: PlainDate | null;
}

/** The day a return is due, or null when it counts from a letter or there is none. */
export function dueDate(due: DueRule, periodTo: PlainDate): PlainDate | null {
  return due.rule === "afterPeriodEnd" ? addDays(periodTo, due.days ?? 28) : null;
}

/**
 * The next period to report on: it starts the day after the last return, or on `startOn` (when the account or budget
 * began) when there is none. The first period ends where the rule's own period ends, so it may be short.
 * Undefined when the rule leaves the dates to a letter or its list has ended.
 */
export function nextPeriod(
  rule: ReturnPeriodRule,
  due: DueRule,
  startOn: PlainDate,
  lastReturnTo: PlainDate | undefined,
  today: PlainDate,
): ReturnPeriod | undefined {
  const from = lastReturnTo ? addDays(lastReturnTo, 1) : startOn;
  switch (rule.kind) {
    case "months": {
      const to = addDays(monthsBoundaryAfter(from, rule.count, rule.anchor), -1);
      return { from, to, dueOn: dueDate(due, to) };
    }
    case "weeks": {
      const length = rule.count * 7;
      const past = ((daysBetween(rule.anchor, from) % length) + length) % length;
      const to = addDays(from, length - past - 1);
      return { from, to, dueOn: dueDate(due, to) };
    }
    case "sinceLastReturn": {
      const to = addDays(today, -1);
      return to > from ? { from, to, dueOn: dueDate(due, to) } : undefined;
    }
    case "list": {
      const period = rule.periods.find((each) => each.from >= from);
      return period && { from: period.from, to: period.to, dueOn: period.dueOn };
    }
    case "asLetter":
      return undefined;
  }
}

/** The first day after `from` on which a new period of so many months begins, counted from the anchor day of the year. */
function monthsBoundaryAfter(from: PlainDate, count: number, anchor: { readonly month: number; readonly day: number }): PlainDate {
  const start = plainDateFrom(partsOf(from).year - 1, anchor.month, anchor.day) ?? from;
  for (let step = 1; ; step += 1) {
    const boundary = addMonths(start, step * count);
    if (boundary > from) return boundary;
  }
}
