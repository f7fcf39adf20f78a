import { addDays, addMonths, type PlainDate, partsOf } from "../../core/plainDate.ts";

/** Whole months worked without a break, first and last day included; a month that begins on a day the next month lacks ends a day before its last. 0 when the last day is before the first. */
export function fullMonthsOfService(startedOn: PlainDate, lastDay: PlainDate): number {
  const dayAfter = addDays(lastDay, 1);
  const [from, to] = [partsOf(startedOn), partsOf(dayAfter)];
  const months = (to.year - from.year) * 12 + to.month - from.month;
  return Math.max(0, addMonths(startedOn, months) <= dayAfter ? months : months - 1);
}

/**
 * Whole years worked without a break, first and last day included. 0 when the last day is before the first.
 * Source: Employment Rights Act 1996, section 210(2): a year is twelve calendar months.
 */
export function fullYearsOfService(startedOn: PlainDate, lastDay: PlainDate): number {
  return Math.floor(fullMonthsOfService(startedOn, lastDay) / 12);
}
