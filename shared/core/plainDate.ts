import { UTCDate } from "@date-fns/utc";
// By itself: the whole library costs every process two seconds to load.
import { addMonths as addMonthsTo } from "date-fns/addMonths";
import * as z from "zod";

/** A calendar date with no time zone, the text "YYYY-MM-DD". Two of them compare with `<`. */
export const PlainDate = z
  .string()
  .refine((text) => isPlainDate(text), { message: "This is not a real date" })
  .brand<"PlainDate">();
export type PlainDate = z.infer<typeof PlainDate>;

/** Days of the week as the field's papers print them. */
export const weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;
export const Weekday = z.enum(weekdays);
export type Weekday = z.infer<typeof Weekday>;

function isPlainDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Days in a month (month 1 to 12), leap years counted. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Brands "YYYY-MM-DD" text. Throws a RangeError when there is no such day. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError("This is not a real date");
  return text as PlainDate;
}

/** A date from its parts, or undefined when there is no such day (30 February). Month is 1 to 12. */
export function plainDateFrom(year: number, month: number, day: number): PlainDate | undefined {
  const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isPlainDate(text) ? (text as PlainDate) : undefined;
}

/** Year, month (1 to 12) and day of a date. */
export function partsOf(date: PlainDate): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

const fromUtc = (date: Date) => date.toISOString().slice(0, 10) as PlainDate;
// Date text without a time is read as midnight UTC, where every day is as long as every other.
const dayLength = 24 * 60 * 60 * 1000;

/** The date so many days later (or earlier, when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  // Every month has 28 days, so most steps need no calendar: pay is worked out day by day, and the calendar is the slow part of it.
  const day = Number(date.slice(8)) + days;
  if (Number.isInteger(day) && day >= 1 && day <= 28) return `${date.slice(0, 8)}${day < 10 ? "0" : ""}${day}` as PlainDate;
  return fromUtc(new Date(Date.parse(date) + days * dayLength));
}

/** The date so many months later; the 31st becomes the last day of a shorter month. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const monthsSinceYear0 = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(monthsSinceYear0 / 12), (monthsSinceYear0 % 12) + 1];
  if (Number.isInteger(month) && year >= 1900 && date.slice(8) <= "28")
    return `${year}-${month < 10 ? "0" : ""}${month}-${date.slice(8)}` as PlainDate;
  return fromUtc(addMonthsTo(new UTCDate(date), months));
}

/** Days from `from` to `to`: 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return (Date.parse(to) - Date.parse(from)) / dayLength;
}

/** Day of the week of a date. */
export function weekdayOf(date: PlainDate): Weekday {
  return weekdays[new Date(date).getUTCDay()] as Weekday;
}

/** Whole years of age on a day (a birthday counts from its own day; 29 February counts from 1 March). */
export function ageOn(dateOfBirth: PlainDate, on: PlainDate): number {
  const born = partsOf(dateOfBirth);
  const day = partsOf(on);
  const hadBirthday = day.month > born.month || (day.month === born.month && day.day >= born.day);
  return day.year - born.year - (hadBirthday ? 0 : 1);
}

/** The earlier and the later of two dates. */
export const earlierOf = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? a : b);
export const laterOf = (a: PlainDate, b: PlainDate): PlainDate => (a > b ? a : b);

/** Every day from `from` to `to`, both included. */
export function eachDay(from: PlainDate, to: PlainDate): PlainDate[] {
  const days: PlainDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

const monthNames = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const dayNames = { Sun: "Sunday", Mon: "Monday", Tue: "Tuesday", Wed: "Wednesday", Thu: "Thursday", Fri: "Friday", Sat: "Saturday" } as const;

/** "27 November 2026". */
export function formatDate(date: PlainDate): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${monthNames[month - 1]} ${year}`;
}

/** "Friday 27 November 2026". */
export function formatDateWithDay(date: PlainDate): string {
  return `${dayNames[weekdayOf(date)]} ${formatDate(date)}`;
}

/** "27 Nov". */
export function formatShortDate(date: PlainDate): string {
  const { month, day } = partsOf(date);
  return `${day} ${monthNames[month - 1]?.slice(0, 3)}`;
}

/**
 * Reads a date as people type it: "5/6/2026", "5.6.26", "5 june", "5 June 2026", "2026-06-05", "today", "yesterday",
 * "tomorrow". Without a year it takes the year of `today`. Returns undefined when there is no such day.
 */
export function parseDateText(text: string, today: PlainDate): PlainDate | undefined {
  const clean = text.trim().toLowerCase();
  if (clean === "today") return today;
  if (clean === "yesterday") return addDays(today, -1);
  if (clean === "tomorrow") return addDays(today, 1);
  if (isPlainDate(clean)) return clean as PlainDate;
  const match = /^(\d{1,2})[\s./-]+(\d{1,2}|[a-z]{3,9})(?:[\s./-]+(\d{4}|\d{2}))?$/.exec(clean);
  if (!match) return undefined;
  const monthText = match[2] ?? "";
  const month = /^\d/.test(monthText) ? Number(monthText) : monthNames.findIndex((name) => name.toLowerCase().startsWith(monthText)) + 1;
  const yearText = match[3];
  const year = yearText === undefined ? partsOf(today).year : yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText);
  return plainDateFrom(year, month, Number(match[1]));
}
