import { stringify } from "csv-stringify/sync";
import type { DocumentCell, DocumentTable } from "../../shared/core/documentModel.ts";
import { decimalHours } from "../../shared/core/minutes.ts";
import { decimalPounds, pence } from "../../shared/core/money.ts";

const startsLikeFormula = /^[=+\-@|%\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/**
 * Text that a spreadsheet will not run as a formula: an apostrophe goes before one that, after its spaces, begins with
 * = + - @ | % a tab or a full-width form of them. Line breaks become spaces. Rule: security design, section 10.
 */
export function safeCsvText(text: string): string {
  const hasFormula = startsLikeFormula.test(text.trim()) || /^[\t\r]/.test(text);
  const flat = text.replace(/[\r\n\t]+/g, " ");
  return hasFormula ? `'${flat}` : flat;
}

/** Values of one line: numbers stay numbers, every text is made safe. */
export type CsvValue = string | number;

/** CSV bytes: UTF-8 with a byte order mark (so that Excel reads £ and ŵ), every text in quotes, lines ended as RFC 4180 says. */
export function renderCsv(headings: readonly string[], rows: readonly (readonly CsvValue[])[]): Buffer {
  const safe = (value: CsvValue) => (typeof value === "string" ? safeCsvText(value) : value);
  const text = stringify([headings.map(safe), ...rows.map((row) => row.map(safe))], {
    bom: true,
    quoted_string: true,
    quoted_empty: true,
    record_delimiter: "windows",
  });
  return Buffer.from(text, "utf8");
}

/** One table of a document as CSV: money in pounds, time in decimal hours, dates as year-month-day. */
export function renderTableCsv(table: DocumentTable): Buffer {
  return renderCsv(
    table.columns.map((column) => column.heading),
    table.rows.map((row) => row.cells.map(csvValue)),
  );
}

function csvValue(cell: DocumentCell): CsvValue {
  switch (cell.kind) {
    case "text":
      return cell.text;
    case "money":
      return Number(decimalPounds(pence(cell.amount)));
    case "hours":
      return Number(decimalHours(cell.minutes));
    case "date":
      return cell.on;
    case "number":
      return cell.value;
  }
}
