import { type ParsedTimesheetCsv, type TimesheetCsvRow, timesheetRowLimit } from "../../../shared/timesheets/timesheetCsv.ts";
import { type CsvRow, readCsvRows } from "./csvTable.ts";
import { cleanText, decodeText } from "./decodeText.ts";

type ColumnName = Exclude<keyof TimesheetCsvRow, "line">;

/** The names a column may have, in small letters without marks. */
const columnNames: Readonly<Record<ColumnName, readonly string[]>> = {
  assistant: ["assistant", "personal assistant", "pa", "name", "person", "employee", "worker", "payroll number", "payroll no", "employee number"],
  date: ["date", "day", "shift date", "on"],
  start: ["start", "from", "start time", "time in", "started", "starts"],
  end: ["end", "to", "end time", "finish", "finish time", "time out", "ended", "ends", "until"],
  breakMinutes: ["break", "breaks", "break minutes", "minutes break", "unpaid break"],
  kind: ["kind", "kind of time", "type", "shift type", "type of shift", "pay type"],
  planLine: ["plan line", "line of the plan", "budget line", "plan", "support"],
  awakeMinutes: ["awake", "awake minutes", "minutes awake", "woken", "woken minutes"],
  miles: ["miles", "mileage"],
  note: ["note", "notes", "comment", "comments", "remarks"],
};

/** Columns without which a row says nothing. The kind of time may be missing on a row, and is then asked for there. */
const neededColumns: readonly { readonly column: ColumnName; readonly words: string }[] = [
  { column: "assistant", words: "assistant" },
  { column: "date", words: "date" },
  { column: "start", words: "start" },
  { column: "end", words: "end" },
  { column: "kind", words: "kind" },
];

const cellLimit = 400;

/**
 * Reads a timesheet file as it was written: text by the names of the columns, with the line each row stands on. Understanding
 * the words comes later. @throws AppFailure for a file that is too large or no text.
 */
export function parseTimesheetFile({ base64 }: { readonly fileName: string; readonly base64: string }): ParsedTimesheetCsv {
  return parseTimesheetCsv(decodeText(Buffer.from(base64, "base64")));
}

/** Reads the text of a timesheet file. */
export function parseTimesheetCsv(text: string): ParsedTimesheetCsv {
  const lines = readCsvRows(text);
  const heading = lines.slice(0, 20).findIndex((line) => hasAnyNeeded(columnsOf(line)));
  const headingLine = lines[heading];
  if (!headingLine) {
    return {
      rows: [],
      problems: ["There is no heading in this file. Write the names of the columns in the first line: assistant, date, start, end, kind."],
    };
  }
  const columns = columnsOf(headingLine);
  const missing = neededColumns.filter(({ column }) => columns.get(column) === undefined);
  if (missing.length > 0) {
    return {
      rows: [],
      problems: missing.map(
        ({ column, words }) =>
          `There is no column “${words}” in line ${headingLine.line}. Name one column “${columnNames[column].slice(0, 3).join("” or “")}”.`,
      ),
    };
  }
  const filled = lines.slice(heading + 1).filter((line) => line.cells.some((cell) => cell !== ""));
  if (filled.length === 0) return { rows: [], problems: ["There is a heading, but no shift under it. Write one line for each shift."] };
  if (filled.length > timesheetRowLimit) {
    return { rows: [], problems: [`This file has ${filled.length} rows. At most ${timesheetRowLimit} can come in at once. Make two files of it.`] };
  }
  const read = filled.map((line) => rowOf(line, columns));
  return { rows: read.map(({ row }) => row), problems: read.flatMap(({ problem }) => problem ?? []) };
}

const plainName = (cell: string) =>
  cleanText(cell)
    .toLowerCase()
    .replace(/[._*:()-]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** Where each column stands. Of two columns with names of one kind the first counts. */
function columnsOf(line: CsvRow): ReadonlyMap<ColumnName, number> {
  const names = line.cells.map(plainName);
  const found = new Map<ColumnName, number>();
  for (const [column, known] of Object.entries(columnNames) as [ColumnName, readonly string[]][]) {
    const index = names.findIndex((name) => known.includes(name));
    if (index !== -1) found.set(column, index);
  }
  return found;
}

const hasAnyNeeded = (columns: ReadonlyMap<ColumnName, number>) => neededColumns.filter(({ column }) => columns.has(column)).length >= 2;

function rowOf(line: CsvRow, columns: ReadonlyMap<ColumnName, number>): { readonly row: TimesheetCsvRow; readonly problem?: string } {
  const whole = (column: ColumnName) => cleanText(line.cells[columns.get(column) ?? -1] ?? "");
  const cell = (column: ColumnName) => whole(column).slice(0, cellLimit);
  const tooLong = [...columns.keys()].find((column) => whole(column).length > cellLimit);
  const row = {
    line: line.line,
    assistant: cell("assistant"),
    date: cell("date"),
    start: cell("start"),
    end: cell("end"),
    breakMinutes: cell("breakMinutes"),
    kind: cell("kind"),
    planLine: cell("planLine"),
    awakeMinutes: cell("awakeMinutes"),
    miles: cell("miles"),
    note: cell("note"),
  };
  if (tooLong === undefined) return { row };
  return { row, problem: `Line ${line.line}, ${columnNames[tooLong][0]}: this cell is longer than ${cellLimit} characters. Shorten it.` };
}
