import * as z from "zod";
import { parseTimeText, type TimeOfDay } from "../../shared/core/minutes.ts";
import { PlainDate } from "../../shared/core/plainDate.ts";
import type { ChosenFile } from "./FileField.tsx";

/** A DateField's text that becomes a PlainDate. `message` is shown when it is empty ("Enter the day they started"). */
export const dateText = (message: string) =>
  z.string().transform((text, context): PlainDate => {
    const date = PlainDate.safeParse(text);
    if (date.success) return date.data;
    context.addIssue({ code: "custom", message: text === "" ? message : `${text} is not a real date. Write it like 27 11 2026` });
    return z.NEVER;
  });

/** Like dateText, but empty is allowed and becomes null. */
export const optionalDateText = () =>
  z.string().transform((text, context): PlainDate | null => {
    if (text === "") return null;
    const date = PlainDate.safeParse(text);
    if (date.success) return date.data;
    context.addIssue({ code: "custom", message: `${text} is not a real date. Write it like 27 11 2026` });
    return z.NEVER;
  });

/** A TimeField's text that becomes "HH:MM". */
export const timeText = (message: string) =>
  z.string().transform((text, context): TimeOfDay => {
    const time = parseTimeText(text);
    if (time !== undefined) return time;
    context.addIssue({ code: "custom", message: text.trim() === "" ? message : `"${text.trim()}" is not a time. Write it like 9:30 or 21:30` });
    return z.NEVER;
  });

/** One of the values of a RadioGroup or SelectField; `message` when none is chosen. */
export const chosen = <const V extends readonly [string, ...string[]]>(values: V, message: string) => z.enum(values, { error: message });

/** A whole number typed as text, with its smallest and largest value. */
export const wholeNumberText = (message: string, least: number, most: number) =>
  z.string().transform((text, context): number => {
    const clean = text.trim().replace(/,/g, "");
    const count = /^-?\d+$/.test(clean) ? Number(clean) : Number.NaN;
    if (count >= least && count <= most) return count;
    context.addIssue({
      code: "custom",
      message: clean === "" ? message : `${message}. It must be a whole number from ${least} to ${most}, and "${clean}" is not`,
    });
    return z.NEVER;
  });

/** Hours typed as text ("7.5", "7:30") that become whole minutes, for planned hours a week. */
export const hoursText = (message: string) =>
  z.string().transform((text, context): number => {
    const clean = text.trim();
    const clock = /^(\d{1,3}):([0-5]\d)$/.exec(clean);
    const total = clock
      ? Number(clock[1]) * 60 + Number(clock[2])
      : /^\d{1,3}(\.\d{1,2})?$/.test(clean)
        ? Math.round(Number(clean) * 60)
        : Number.NaN;
    if (Number.isInteger(total)) return total;
    context.addIssue({ code: "custom", message: clean === "" ? message : `"${clean}" is not a number of hours. Write it like 7.5` });
    return z.NEVER;
  });

/** A file chosen with FileField; `message` when there is none. */
export const fileChosen = (message: string) => z.custom<ChosenFile>((value) => value !== null && value !== undefined, { error: message });
