import * as z from "zod";
import type { Week } from "../../../shared/contract/timeOperations.ts";
import { optionalText } from "../../../shared/core/text.ts";
import { milesAsTyped, milesText } from "../../../shared/timesheets/miles.ts";
import { chosen, dateText, timeText, wholeNumberText } from "../../components/formSchemas.ts";
import type { Opened } from "./opened.ts";
import { kindNamed, kindsForShifts } from "./words.ts";

/** What the form of a shift asks. */
export const ShiftAnswers = z.object({
  which: chosen(["planned", "worked"], "Choose planned or worked"),
  onDate: dateText("Enter the day"),
  kindOfTimeId: z.string().min(1, "Choose the kind of time"),
  planLineId: z.string(),
  start: timeText("Enter the time it starts"),
  end: timeText("Enter the time it ends"),
  breakMinutes: wholeNumberText("Enter the minutes of the break, or 0", 0, 1440),
  awakeMinutes: wholeNumberText("Enter the minutes awake, or 0", 0, 1440),
  milesHundredths: milesText(),
  note: optionalText(1000),
});
export type ShiftAnswers = z.output<typeof ShiftAnswers>;

export type OpenedShift = Extract<Opened, { readonly what: "newShift" | "planned" | "worked" }>;

/** What the form starts with: the shift that is changed, or a new one on the chosen day. */
export function startOf(opened: OpenedShift, week: Week): Readonly<Record<keyof ShiftAnswers, string>> {
  if (opened.what === "newShift") {
    return {
      which: opened.on > week.today || isClosed(opened) ? "planned" : "worked",
      onDate: opened.on,
      kindOfTimeId: "",
      planLineId: "",
      start: "",
      end: "",
      breakMinutes: "0",
      awakeMinutes: "0",
      milesHundredths: "0",
      note: "",
    };
  }
  const { shift } = opened;
  const isWorked = opened.what === "worked";
  return {
    which: opened.what,
    onDate: shift.onDate,
    kindOfTimeId: shift.kindOfTimeId,
    planLineId: shift.planLineId ?? "",
    start: shift.start,
    end: shift.end,
    breakMinutes: String(shift.breakMinutes),
    awakeMinutes: isWorked ? String(opened.shift.awakeMinutes) : "0",
    milesHundredths: isWorked ? milesAsTyped(opened.shift.milesHundredths) : "0",
    note: shift.note,
  };
}

/** True when the week's timesheet is confirmed or paid, so that no worked time may change. */
export const isClosed = ({ row }: Pick<OpenedShift, "row">): boolean => row.timesheet !== null && row.timesheet.state !== "open";

/** Kinds to choose from, and the kind of the shift itself should it be another. */
export function kindChoices(opened: OpenedShift, week: Week) {
  const own = opened.what === "newShift" ? undefined : kindNamed(week, opened.shift.kindOfTimeId);
  const usual = kindsForShifts(week.kindsOfTime);
  const kinds = own && !usual.includes(own) ? [...usual, own] : usual;
  return kinds.map(({ id, name }) => ({ value: id, label: name }));
}
