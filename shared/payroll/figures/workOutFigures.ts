import * as z from "zod";
import { attachmentFigures } from "./attachmentFigures.ts";
import { averageEarningsFigures } from "./averageEarningsFigures.ts";
import { type CsvRow, type CsvTable, readCsv, writeCsv } from "./csv.ts";
import { maternityDatesFigures, recoveryFigures } from "./familyDatesFigures.ts";
import { parseJson, workOutFamilyPay } from "./familyPayFigures.ts";
import { incomeTaxFigures } from "./incomeTaxFigures.ts";
import { minimumWageFigures } from "./minimumWageFigures.ts";
import { nationalInsuranceFigures } from "./nationalInsuranceFigures.ts";
import { payslipFigures } from "./payslipFigures.ts";
import { pensionFigures } from "./pensionFigures.ts";
import { RowError } from "./rowReader.ts";
import { sickPayDailyRateFigures, sickPayFigures } from "./sickPayFigures.ts";
import { studentLoanFigures } from "./studentLoanFigures.ts";
import type { FigureTopic } from "./topics.ts";

/** Every topic, the ones with the most telling columns first. */
export const figureTopics: readonly FigureTopic[] = [
  payslipFigures,
  incomeTaxFigures,
  nationalInsuranceFigures,
  studentLoanFigures,
  pensionFigures,
  sickPayFigures,
  sickPayDailyRateFigures,
  averageEarningsFigures,
  minimumWageFigures,
  attachmentFigures,
  maternityDatesFigures,
  recoveryFigures,
];

/** The topic whose input columns are all in the table. Undefined when none is. */
export function topicOf(columns: readonly string[]): FigureTopic | undefined {
  return figureTopics.find((topic) => topic.inputs.every((name) => columns.includes(name)));
}

/** One row of answers for each row of the table, in order: caseId, the topic's columns and `error`. */
export function workOutTable(table: CsvTable, topic: FigureTopic): CsvRow[] {
  return table.rows.map((row) => {
    const caseId = row.caseId ?? "";
    try {
      return { caseId, ...topic.work(row), error: "" };
    } catch (failure) {
      if (!(failure instanceof RowError)) throw failure;
      return { caseId, error: failure.message };
    }
  });
}

/** CSV or JSON ({ "cases": [...] }) in, the same kind out. Undefined when the text fits no topic. */
export function workOutFile(text: string): string | undefined {
  const bare = text.replace(/^\uFEFF/, "");
  return bare.trimStart().startsWith("{") ? workOutJson(bare) : workOutCsv(bare);
}

const JsonRows = z.object({ cases: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))).min(1) });

/** JSON cases with a topic's columns as names are worked out like rows of a table; any other cases are read as family pay. */
function workOutJson(text: string): string | undefined {
  const parsed = JsonRows.safeParse(parseJson(text));
  const rows = parsed.success ? parsed.data.cases.map((row) => mapValues(row, (value) => (value === null ? "" : String(value)))) : [];
  const columns = [...new Set(rows.flatMap(Object.keys))];
  const topic = topicOf(columns);
  const answer = topic ? { cases: workOutTable({ columns, rows }, topic) } : workOutFamilyPay(text);
  return answer && `${JSON.stringify(answer, null, 2)}\n`;
}

function mapValues<Value>(row: Readonly<Record<string, Value>>, change: (value: Value) => string): CsvRow {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, change(value)]));
}

/** Why a file is outside what the product does, for files that are known; undefined for any other. */
export function outOfScope(text: string): string | undefined {
  const { columns } = readCsv(text);
  const isDirectors = ["method", "niCategory", "payInPeriod"].every((name) => columns.includes(name));
  return isDirectors
    ? "These are company directors' cases. Directors' National Insurance is worked out over the year and is out of scope: a personal assistant is not a director."
    : undefined;
}

/** CSV text in, CSV text out. Undefined when no topic has these input columns. */
export function workOutCsv(text: string): string | undefined {
  const table = readCsv(text);
  const topic = topicOf(table.columns);
  if (!topic) return undefined;
  return writeCsv(["caseId", ...topic.outputs, "error"], workOutTable(table, topic));
}
