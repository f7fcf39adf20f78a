import * as z from "zod";
import { RecordId } from "../core/identifiers.ts";
import { Minutes, minutes, parseTimeText, type TimeOfDay } from "../core/minutes.ts";
import { PlainDate, parseDateText } from "../core/plainDate.ts";
import { parseMiles } from "./miles.ts";

const cell = z.string().max(400);

/** One row of a timesheet file as it was written. `line` is its line in the file, the heading being line 1. */
export const TimesheetCsvRow = z.strictObject({
  line: z.number().int(),
  assistant: cell,
  date: cell,
  start: cell,
  end: cell,
  breakMinutes: cell,
  kind: cell,
  planLine: cell,
  awakeMinutes: cell,
  miles: cell,
  note: cell,
});
export type TimesheetCsvRow = z.infer<typeof TimesheetCsvRow>;

/** The most rows of one file: ten years of one person's shifts, or a large household's year. */
export const timesheetRowLimit = 5000;

/** A timesheet file as it was written, and what stands in the way of reading it: one sentence each. */
export const ParsedTimesheetCsv = z.object({ rows: z.array(TimesheetCsvRow).max(timesheetRowLimit), problems: z.array(z.string()) });
export type ParsedTimesheetCsv = z.infer<typeof ParsedTimesheetCsv>;

/** A row that was understood, or what is wrong with it: one sentence for each cell. */
export const CheckedCsvShift = z.object({
  line: z.number().int(),
  summary: z.string(),
  problems: z.array(z.string()),
  shift: z
    .object({
      engagementId: RecordId,
      onDate: PlainDate,
      start: z.string(),
      end: z.string(),
      breakMinutes: Minutes,
      awakeMinutes: Minutes,
      milesHundredths: z.number().int(),
      kindOfTimeId: RecordId,
      planLineId: RecordId.nullable(),
      note: z.string(),
    })
    .nullable(),
});
export type CheckedCsvShift = z.infer<typeof CheckedCsvShift>;

/** What the words in the file may mean. */
export interface CsvWords {
  readonly today: PlainDate;
  readonly assistants: readonly { readonly engagementId: string; readonly name: string; readonly payrollNumber: string }[];
  readonly kinds: readonly { readonly id: string; readonly name: string }[];
  readonly planLines: readonly { readonly id: string; readonly name: string }[];
}

const same = (one: string, other: string) => other.trim() !== "" && one.trim().toLowerCase() === other.trim().toLowerCase();

/** Reads one row. Every problem names the line, the column, what was written, the rule and what to do. */
export function readTimesheetCsvRow(row: TimesheetCsvRow, words: CsvWords): CheckedCsvShift {
  const problems: string[] = [];
  const tell = (column: string, value: string, rule: string) => {
    problems.push(`Line ${row.line}, ${column}: ${value.trim() === "" ? "nothing is written" : `“${value.trim()}”`}. ${rule}`);
  };
  const meant = words.assistants.filter((one) => same(one.name, row.assistant) || same(one.payrollNumber, row.assistant));
  const assistant = meant.length === 1 ? meant[0] : undefined;
  if (meant.length > 1) tell("assistant", row.assistant, `${meant.length} people have this name. Write the payroll number instead.`);
  else if (!assistant)
    tell("assistant", row.assistant, `Write the name or payroll number of one of: ${words.assistants.map((one) => one.name).join(", ")}.`);
  const onDate = parseDateText(row.date, words.today);
  if (!onDate) tell("date", row.date, "Write the day like 27/11/2026.");
  const start = parseTimeText(row.start);
  if (!start) tell("start", row.start, "Write the time like 09:30 or 21:30. A day has 24 hours.");
  const end = parseTimeText(row.end);
  if (!end) tell("end", row.end, "Write the time like 09:30 or 21:30. A day has 24 hours.");
  const kind = words.kinds.find((one) => same(one.name, row.kind));
  if (!kind) tell("kind", row.kind, `Write one of: ${words.kinds.map((one) => one.name).join(", ")}.`);
  const planLine = row.planLine.trim() === "" ? null : words.planLines.find((one) => same(one.name, row.planLine));
  if (planLine === undefined)
    tell("plan line", row.planLine, `Write one of: ${words.planLines.map((one) => one.name).join(", ")}. Or leave it empty.`);
  const breakMinutes = wholeNumber(row.breakMinutes);
  if (breakMinutes === undefined) tell("break", row.breakMinutes, "Write whole minutes, like 30.");
  const awakeMinutes = wholeNumber(row.awakeMinutes);
  if (awakeMinutes === undefined) tell("awake", row.awakeMinutes, "Write whole minutes, like 45.");
  const milesHundredths = parseMiles(row.miles);
  if (milesHundredths === undefined) tell("miles", row.miles, "Write miles like 12.5.");
  const summary = `${assistant?.name ?? row.assistant}, ${row.date}, ${row.start} to ${row.end}`;
  if (
    !assistant ||
    !onDate ||
    !start ||
    !end ||
    !kind ||
    planLine === undefined ||
    breakMinutes === undefined ||
    awakeMinutes === undefined ||
    milesHundredths === undefined
  ) {
    return { line: row.line, summary, problems, shift: null };
  }
  return {
    line: row.line,
    summary,
    problems,
    shift: {
      engagementId: assistant.engagementId,
      onDate,
      start: start satisfies TimeOfDay,
      end,
      breakMinutes,
      awakeMinutes,
      milesHundredths,
      kindOfTimeId: kind.id,
      planLineId: planLine?.id ?? null,
      note: row.note.trim(),
    },
  };
}

function wholeNumber(text: string): Minutes | undefined {
  const clean = text.trim();
  if (clean === "") return minutes(0);
  return /^\d{1,4}$/.test(clean) ? minutes(Number(clean)) : undefined;
}
