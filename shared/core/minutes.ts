import * as z from "zod";

/** Whole minutes of time worked or planned. */
export const Minutes = z.number().int().safe().brand<"Minutes">();
export type Minutes = z.infer<typeof Minutes>;

/** Brands a whole number as minutes. Throws a RangeError for a fraction. */
export function minutes(count: number): Minutes {
  if (!Number.isSafeInteger(count)) throw new RangeError("Time must be a whole number of minutes");
  return count as Minutes;
}

/** "7 h 30 min", "8 h", "45 min", "0 min". */
export function formatMinutes(count: Minutes): string {
  const sign = count < 0 ? "−" : "";
  const hours = Math.floor(Math.abs(count) / 60);
  const rest = Math.abs(count) % 60;
  if (hours === 0) return `${sign}${rest} min`;
  return rest === 0 ? `${sign}${hours} h` : `${sign}${hours} h ${rest} min`;
}

/** Minutes as decimal hours with two places, as payslips and HMRC print them: 450 → "7.50". */
export function decimalHours(count: Minutes): string {
  return (count / 60).toFixed(2);
}

/** A time of day as "HH:MM" text, 00:00 to 23:59. */
export const TimeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Enter a time from 00:00 to 23:59")
  .brand<"TimeOfDay">();
export type TimeOfDay = z.infer<typeof TimeOfDay>;

/** Reads a time as people type it: "9", "9:30", "0930", "9.30pm", "22:00". Undefined when it is not a time. */
export function parseTimeText(text: string): TimeOfDay | undefined {
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?$/.exec(text.trim().toLowerCase());
  if (!match) return undefined;
  let hour = Number(match[1]);
  const minute = Number(match[2] ?? "0");
  if (match[3] && (hour < 1 || hour > 12)) return undefined;
  if (match[3] === "pm" && hour < 12) hour += 12;
  if (match[3] === "am" && hour === 12) hour = 0;
  const time = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
  return TimeOfDay.safeParse(time).success ? (time as TimeOfDay) : undefined;
}
