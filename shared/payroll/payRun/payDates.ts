import { addDays, addMonths, daysInMonth, type PlainDate, partsOf, plainDate, weekdayOf, weekdays } from "../../core/plainDate.ts";

/** How an employer fixes paydays. Weekdays are counted from 0 for Sunday. */
export type PayDateRule =
  | { readonly kind: "everyWeeks"; readonly weeks: 1 | 2 | 4; readonly firstPayDate: PlainDate }
  | { readonly kind: "payWeeks" }
  | { readonly kind: "firstDay" | "lastDay" | "lastWorkingDay" }
  | { readonly kind: "dayOfMonth"; readonly day: number }
  | { readonly kind: "weekdayOfMonth"; readonly weekday: number; readonly week: "first" | "second" | "third" | "fourth" | "last" };

/** Paydays on or after `from`, up to and including the first one on or after `to`. Source: the contract. */
export function payDatesBetween(from: PlainDate, to: PlainDate, rule: PayDateRule): PlainDate[] {
  const dates: PlainDate[] = [];
  for (const date of allPayDates(from, rule)) {
    if (date < from) continue;
    dates.push(date);
    if (date >= to) return dates;
  }
  return dates;
}

function* allPayDates(from: PlainDate, rule: PayDateRule): Generator<PlainDate> {
  if (rule.kind === "payWeeks" || rule.kind === "everyWeeks") {
    const step = rule.kind === "payWeeks" ? 7 : rule.weeks * 7;
    for (let date = rule.kind === "payWeeks" ? addDays(from, 6) : rule.firstPayDate; ; date = addDays(date, step)) yield date;
  }
  for (let month = plainDate(`${from.slice(0, 7)}-01`); ; month = addMonths(month, 1)) yield payDateIn(month, rule);
}

function payDateIn(firstOfMonth: PlainDate, rule: Exclude<PayDateRule, { kind: "payWeeks" | "everyWeeks" }>): PlainDate {
  const { year, month } = partsOf(firstOfMonth);
  const last = addDays(firstOfMonth, daysInMonth(year, month) - 1);
  switch (rule.kind) {
    case "firstDay":
      return firstOfMonth;
    case "lastDay":
      return last;
    case "lastWorkingDay":
      return weekdayOf(last) === "Sat" ? addDays(last, -1) : weekdayOf(last) === "Sun" ? addDays(last, -2) : last;
    case "dayOfMonth":
      return addDays(firstOfMonth, Math.min(rule.day, daysInMonth(year, month)) - 1);
    case "weekdayOfMonth": {
      if (rule.week === "last") return addDays(last, -((weekdays.indexOf(weekdayOf(last)) - rule.weekday + 7) % 7));
      const first = addDays(firstOfMonth, (rule.weekday - weekdays.indexOf(weekdayOf(firstOfMonth)) + 7) % 7);
      return addDays(first, 7 * ["first", "second", "third", "fourth"].indexOf(rule.week));
    }
  }
}
