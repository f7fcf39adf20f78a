import { parse } from "csv-parse/sync";
import { notAllowed } from "../../../shared/contract/errors.ts";
import { cellLimit, rowLimit } from "./decodeText.ts";

/** A row of a CSV file with its line in the file. */
export interface CsvRow {
  readonly line: number;
  readonly cells: string[];
}

const separators = [",", ";", "\t"] as const;

/** The most characters of one line. A line of millions of empty cells would keep the reader busy for minutes. */
const lineLimit = 256 * 1024;

function longestLine(text: string): number {
  let longest = 0;
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf("\n", from);
    const to = end === -1 ? text.length : end;
    longest = Math.max(longest, to - from);
    from = to + 1;
  }
  return longest;
}

/** Reads the cells of a CSV file. The separator is the one that gives the most even table. @throws AppFailure beyond the limits. */
export function readCsvRows(text: string): CsvRow[] {
  if (longestLine(text) > lineLimit) throw notAllowed("A line of this file is too long to be a statement", ["Check the file."]);
  const start = text.slice(0, 20_000);
  const best = separators.map((separator) => ({ separator, evenness: evennessOf(start, separator) })).sort((a, b) => b.evenness - a.evenness)[0];
  return readWith(text, best?.separator ?? ",", rowLimit + 1);
}

function evennessOf(text: string, separator: string): number {
  const counts = new Map<number, number>();
  for (const row of tryReading(text, separator)) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1);
  return Math.max(0, ...[...counts].map(([width, rows]) => (width > 1 ? rows * 100 + width : 0)));
}

/** A wrong separator makes nonsense of the quotes: then there is no table to judge. */
function tryReading(text: string, separator: string): CsvRow[] {
  try {
    return readWith(text, separator, 40);
  } catch {
    return [];
  }
}

function readWith(text: string, separator: string, most: number): CsvRow[] {
  const records = parse(text, {
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: true,
    info: true,
    to: most,
    max_record_size: 1024 * 1024,
  }) as unknown as { readonly record: string[]; readonly info: { readonly lines: number } }[];
  if (records.length > rowLimit) throw notAllowed("This file has more than 100,000 rows", ["Download a shorter time from your bank."]);
  return records.map(({ record, info }) => {
    if (record.some((cell) => cell.length > cellLimit)) throw notAllowed("A cell of this file is too long to be a statement", ["Check the file."]);
    return { line: info.lines, cells: record.map((cell) => cell.replace(/^'/, "")) };
  });
}
