import { attachmentFigures } from "./attachmentFigures.ts";
import { averageEarningsFigures } from "./averageEarningsFigures.ts";
import { type CsvRow, type CsvTable, readCsv, writeCsv } from "./csv.ts";
import { maternityDatesFigures, recoveryFigures } from "./familyDatesFigures.ts";
import { workOutFamilyPay } from "./familyPayFigures.ts";
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

/** CSV or family-pay JSON in, the same kind out. Undefined when the text fits no topic. */
export function workOutFile(text: string): string | undefined {
  if (
    !text
      .replace(/^\uFEFF/, "")
      .trimStart()
      .startsWith("{")
  )
    return workOutCsv(text);
  const answer = workOutFamilyPay(text.replace(/^\uFEFF/, ""));
  return answer && `${JSON.stringify(answer, null, 2)}\n`;
}

/** CSV text in, CSV text out. Undefined when no topic has these input columns. */
export function workOutCsv(text: string): string | undefined {
  const table = readCsv(text);
  const topic = topicOf(table.columns);
  if (!topic) return undefined;
  return writeCsv(["caseId", ...topic.outputs, "error"], workOutTable(table, topic));
}
