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
  /** Works the row out from its inputs alone. */
  readonly answer: () => CsvRow;
  /** True when the exact figure differs from the printed one for a stated reason. */
  readonly isKnownDifference: boolean;
}

/** Reads a published file; each row is worked out from its inputs alone when asked: the answer columns are taken away first. */
export function workOutPublishedFile(fileName: string): PublishedFile {
  const table = readCsv(readFileSync(join(folder, fileName), "utf8"));
  const columns = table.columns.filter((name) => !name.startsWith("expected"));
  const inputs = table.rows.map((row) => Object.fromEntries(columns.map((name) => [name, row[name] ?? ""])));
  const topic = topicOf(columns);
  if (!topic) return { fileName, topic: undefined, cases: [] };
  const answer = (input: CsvRow) => workOutTable({ columns, rows: [input] }, topic)[0] ?? {};
  return { fileName, topic: topic.name, cases: table.rows.map((row, index) => publishedCase(row, inputs[index] ?? {}, answer)) };
}

function publishedCase(row: CsvRow, input: CsvRow, answer: (input: CsvRow) => CsvRow): PublishedCase {
  const caseId = row.caseId ?? "";
  const printed = Object.fromEntries(Object.entries(row).filter(([name, value]) => name.startsWith("expected") && value !== ""));
  const difference = publishedDifferences[caseId];
  return {
    caseId,
    input,
    expected: { ...printed, ...difference?.exact },
    answer: () => answer(input),
    isKnownDifference: difference !== undefined,
  };
}

/** The columns of a case whose answer is not the expected one. */
export function missesOf({ expected, answer: workOut }: PublishedCase): string[] {
  const answer = workOut();
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
  const answer = (input: Record<string, unknown> | undefined) => ({ ...workOutFamilyPay(JSON.stringify({ cases: [input] }))?.cases[0] });
  return { fileName, topic: "family pay", cases: cases.map((each, index) => familyCase(each, () => answer(inputs[index]))) };
}

function familyCase(published: Record<string, unknown>, workOut: () => Record<string, unknown>): PublishedCase {
  const stated = familyAnswers.filter((name) => published[name] !== undefined && published[name] !== null);
  const subset = (published.paymentsSubset ?? []) as [string, string][];
  const expected: Record<string, string> = Object.fromEntries([
    ...stated.map((name) => [name, JSON.stringify(published[name])]),
    ...subset.map(([payDate, amount]) => [`payment of ${payDate}`, amount]),
  ]);
  return { caseId: String(published.caseId), input: {}, expected, answer: () => familyAnswer(workOut(), subset), isKnownDifference: false };
}

function familyAnswer(answer: Record<string, unknown>, subset: readonly [string, string][]): CsvRow {
  const payments = new Map((answer.payments ?? []) as [string, string][]);
  return Object.fromEntries([
    ...familyAnswers.map((name) => [name, JSON.stringify(answer[name])]),
    ...subset.map(([payDate]) => [`payment of ${payDate}`, payments.get(payDate) ?? "none"]),
    ["error", String(answer.error)],
  ]);
}
