import type { PlainDate } from "../../core/plainDate.ts";
import { taxYearOf } from "../../rates/ratesFor.ts";
import type { PayFrequency, TaxPeriod } from "../types.ts";

/** Weeks that one payment covers; a month is 1 period of the monthly table. */
export const periodSpan: Readonly<Record<PayFrequency, number>> = { weekly: 1, fortnightly: 2, fourWeekly: 4, monthly: 1 };

const dayNumber = (date: string): number => Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / 86_400_000;

/** HMRC's tax week of a date: 1 for 6 to 12 April, up to 53. Source: payroll rules, section 2. */
export function taxWeekOf(date: PlainDate): number {
  const start = `${taxYearOf(date).slice(0, 4)}-04-06`;
  return Math.floor((dayNumber(date) - dayNumber(start)) / 7) + 1;
}

/** HMRC's tax month of a date: 1 for 6 April to 5 May, up to 12. */
export function taxMonthOf(date: PlainDate): number {
  const month = Number(date.slice(5, 7)) - (date.slice(8) >= "06" ? 0 : 1);
  return ((month + 8) % 12) + 1;
}

/**
 * The week or month number that tax is worked out for. Pay for several weeks uses the last tax week of its span: the first four-weekly payday
 * of the year is week 4 even when it falls in tax week 1. Numbers above 52 (53, 54, 56) are extra paydays, taxed on their own.
 * Source: HMRC PAYE Manual PAYE70015; payroll rules, section 2.
 */
export function taxPeriodOf(payday: PlainDate, payFrequency: PayFrequency): TaxPeriod {
  const taxWeek = taxWeekOf(payday);
  const taxMonth = taxMonthOf(payday);
  const common = { taxYear: taxYearOf(payday), taxWeek, taxMonth };
  return { ...common, ...taxTablePeriod(payFrequency, payFrequency === "monthly" ? taxMonth : taxWeek) };
}

/** Table, number and span of a payment from its tax week (or tax month, when monthly). */
export function taxTablePeriod(payFrequency: PayFrequency, weekOrMonth: number): Pick<TaxPeriod, "table" | "number" | "span" | "isExtraPayday"> {
  const span = periodSpan[payFrequency];
  if (payFrequency === "monthly") return { table: "monthly", number: weekOrMonth, span, isExtraPayday: false };
  const number = span * Math.ceil(weekOrMonth / span);
  return { table: "weekly", number, span, isExtraPayday: number > 52 };
}
