import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type CsvRow, readCsv } from "../../shared/payroll/figures/csv.ts";
import { workOutFamilyPay } from "../../shared/payroll/figures/familyPayFigures.ts";
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

const familyAnswers = ["averageWeeklyEarnings", "entitledOnEarnings", "payEnd", "payments", "total"];

/** Reads a published family-pay file and works it out from its inputs alone; old cases state average earnings and only some payments. */
export function workOutPublishedFamilyFile(fileName: string): PublishedFile {
  const { cases } = JSON.parse(readFileSync(join(folder, fileName), "utf8")) as { cases: Record<string, unknown>[] };
  const isInput = (each: Record<string, unknown>, name: string) =>
    !(familyAnswers.includes(name) || name === "qualifyingWeek" || name === "lowerEarningsLimit" || name === "paymentsSubset") ||
    (name === "averageWeeklyEarnings" && each.earningsInRelevantPeriod === undefined);
  const inputs = cases.map((each) => Object.fromEntries(Object.entries(each).filter(([name]) => isInput(each, name))));
  const answers = workOutFamilyPay(JSON.stringify({ cases: inputs }))?.cases ?? [];
  return { fileName, topic: "family pay", cases: cases.map((each, index) => familyCase(each, { ...answers[index] })) };
}

function familyCase(published: Record<string, unknown>, answer: Record<string, unknown>): PublishedCase {
  const stated = familyAnswers.filter((name) => published[name] !== undefined && published[name] !== null);
  const expected: Record<string, string> = Object.fromEntries(stated.map((name) => [name, JSON.stringify(published[name])]));
  const answered: Record<string, string> = Object.fromEntries(familyAnswers.map((name) => [name, JSON.stringify(answer[name])]));
  const payments = new Map((answer.payments ?? []) as [string, string][]);
  for (const [payDate, amount] of (published.paymentsSubset ?? []) as [string, string][]) {
    expected[`payment of ${payDate}`] = amount;
    answered[`payment of ${payDate}`] = payments.get(payDate) ?? "none";
  }
  return { caseId: String(published.caseId), input: {}, expected, answer: { ...answered, error: String(answer.error) }, isKnownDifference: false };
}
