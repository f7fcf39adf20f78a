import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type CsvRow, readCsv } from "../../shared/payroll/figures/csv.ts";
import { topicOf, workOutTable } from "../../shared/payroll/figures/workOutFigures.ts";
import { publishedDifferences } from "./publishedDifferences.ts";

const folder = join(import.meta.dirname, "../fixtures/vectors");

export interface PublishedFile {
  readonly fileName: string;
  readonly topic: string | undefined;
  readonly cases: readonly PublishedCase[];
}

/** One published row: what it expects (empty cells are not checked) and what we answer. */
export interface PublishedCase {
  readonly caseId: string;
  readonly input: CsvRow;
  readonly expected: CsvRow;
  readonly answer: CsvRow;
  /** True when the exact figure differs from the printed one for a stated reason. */
  readonly isKnownDifference: boolean;
}

/** Reads a published file and works it out from its inputs alone: the answer columns are taken away first. */
export function workOutPublishedFile(fileName: string): PublishedFile {
  const table = readCsv(readFileSync(join(folder, fileName), "utf8"));
  const columns = table.columns.filter((name) => !name.startsWith("expected"));
  const inputs = table.rows.map((row) => Object.fromEntries(columns.map((name) => [name, row[name] ?? ""])));
  const topic = topicOf(columns);
  const answers = topic ? workOutTable({ columns, rows: inputs }, topic) : [];
  const cases = topic ? table.rows.map((row, index) => publishedCase(row, inputs[index] ?? {}, answers[index] ?? {})) : [];
  return { fileName, topic: topic?.name, cases };
}

function publishedCase(row: CsvRow, input: CsvRow, answer: CsvRow): PublishedCase {
  const caseId = row.caseId ?? "";
  const printed = Object.fromEntries(Object.entries(row).filter(([name, value]) => name.startsWith("expected") && value !== ""));
  const difference = publishedDifferences[caseId];
  return { caseId, input, expected: { ...printed, ...difference?.exact }, answer, isKnownDifference: difference !== undefined };
}

/** The columns of a case whose answer is not the expected one. */
export function missesOf({ expected, answer }: PublishedCase): string[] {
  return Object.entries(expected).flatMap(([name, value]) =>
    answer[name] === value ? [] : [`${name}: expected ${value}, got ${answer[name] ?? answer.error}`],
  );
}
