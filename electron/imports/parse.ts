import { parseBureauFile } from "./parsers/bureauCsv.ts";
import { parseStatement } from "./parsers/parseStatement.ts";
import { parseTimesheetFile } from "./parsers/timesheetCsv.ts";

/** A reader of one kind of untrusted file: checked input in, plain data out. Throws AppFailure for a file it cannot read. */
export type Parser = (input: never) => unknown;

/** The readers by operation name. */
export const parsers: Readonly<Record<string, Parser>> = {
  "imports.parseStatement": parseStatement,
  "imports.parseTimesheetCsv": parseTimesheetFile,
  "imports.parseBureauCsv": parseBureauFile,
};
