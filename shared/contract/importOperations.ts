import * as z from "zod";
import { ColumnMapping, ParsedFile } from "../bank/parsedStatement.ts";
import { ParsedBureauCsv } from "../payroll/bureau/bureauCsv.ts";
import { ParsedTimesheetCsv } from "../timesheets/timesheetCsv.ts";
import { type Operations, task } from "./operation.ts";

/** A chosen file as text. 10 MB of bytes are 14 million characters of base64. */
const ChosenFile = z.strictObject({
  fileName: z.string().min(1).max(300),
  base64: z.base64("The file did not arrive whole").max(14_200_000, "This file is larger than 10 MB"),
});

/** Reading untrusted files. Answered by the import process, which holds no key and no database. */
export const importOperations = {
  /** Reads a bank's file and says what was understood. With a mapping, CSV columns are read as told. Nothing is saved. */
  "imports.parseStatement": task(ChosenFile.extend({ mapping: ColumnMapping.optional() }), ParsedFile),
  /** Reads a timesheet file by the names of its columns. What the words mean is checked later, by `time.previewCsv`. Nothing is saved. */
  "imports.parseTimesheetCsv": task(ChosenFile, ParsedTimesheetCsv),
  /** Reads a payroll bureau’s file of payslips by the names of its columns. Nothing is saved. */
  "imports.parseBureauCsv": task(ChosenFile, ParsedBureauCsv),
} satisfies Operations;
