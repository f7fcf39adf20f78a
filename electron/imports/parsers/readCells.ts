import { type Pence, pence } from "../../../shared/core/money.ts";
import { type PlainDate, plainDateFrom } from "../../../shared/core/plainDate.ts";

const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Which way round the parts of numeric dates stand. */
export type DateOrder = "dayFirst" | "monthFirst";

const isoPattern = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const numericPattern = /^(\d{1,2})[-/. ](\d{1,2})[-/. '](\d{4}|\d{2})(?:[ ,].*)?$/;
const namedPattern = /^(\d{1,2})[- ]([A-Za-z]{3,9})[- ,]+(\d{4}|\d{2})$/;
const namedMonthFirstPattern = /^([A-Za-z]{3,9}) (\d{1,2}),? (\d{4})$/;

const fullYear = (text: string) => (text.length === 2 ? 2000 + Number(text) : Number(text));
const monthNumber = (text: string) => monthNames.indexOf(text.slice(0, 3).toLowerCase()) + 1;

/** A date cell of a bank's file, as the day printed. Undefined when it is not a day that exists. */
export function readDateCell(cell: string, order: DateOrder): PlainDate | undefined {
  const text = cell.trim();
  const iso = isoPattern.exec(text);
  if (iso) return plainDateFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = numericPattern.exec(text);
  if (numeric) {
    const [first, second, year] = [Number(numeric[1]), Number(numeric[2]), fullYear(numeric[3] ?? "")];
    return order === "dayFirst" ? plainDateFrom(year, second, first) : plainDateFrom(year, first, second);
  }
  const named = namedPattern.exec(text);
  if (named) return plainDateFrom(fullYear(named[3] ?? ""), monthNumber(named[2] ?? ""), Number(named[1]));
  const monthFirst = namedMonthFirstPattern.exec(text);
  return monthFirst ? plainDateFrom(Number(monthFirst[3]), monthNumber(monthFirst[1] ?? ""), Number(monthFirst[2])) : undefined;
}

/** True when a cell looks like a date, whichever way round. */
export const looksLikeDate = (cell: string): boolean =>
  readDateCell(cell, "dayFirst") !== undefined || readDateCell(cell, "monthFirst") !== undefined;

/** The one order of all dates in a file, settled by any part above 12. "undecided" when nothing tells: then the day comes first. */
export function settleDateOrder(cells: Iterable<string>): DateOrder | "undecided" {
  let order: DateOrder | "undecided" = "undecided";
  let hasNumeric = false;
  for (const cell of cells) {
    const numeric = numericPattern.exec(cell.trim());
    if (!numeric) continue;
    hasNumeric = true;
    if (Number(numeric[1]) > 12) return "dayFirst";
    if (Number(numeric[2]) > 12) order = "monthFirst";
  }
  return hasNumeric ? order : "dayFirst";
}

/** An amount as the file prints it, with the marks around it. */
export interface MoneyCell {
  readonly amount: Pence;
  /** "+" or "CR" stands beside it. */
  readonly isMarkedIn: boolean;
}

/**
 * An amount cell of a bank's file: "£1,234.50", "-£3.01", "(12.00)", "12.00-", "1,100.00 CR". Undefined when it is not clearly
 * an amount ("1.234" is refused, not guessed).
 */
export function readMoneyCell(cell: string): MoneyCell | undefined {
  const text = cell
    .toUpperCase()
    .replace(/[−–]/g, "-")
    .replace(/£|GBP|\s|'/g, "");
  const match = /^(\()?([+-])?(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d{1,2}))?(-)?(\))?(CR|DR)?$/.exec(text);
  if (!match || (match[3] === undefined && match[4] === undefined)) return undefined;
  const size = Number((match[3] ?? "0").replaceAll(",", "")) * 100 + Number((match[4] ?? "0").padEnd(2, "0"));
  if (!Number.isSafeInteger(size)) return undefined;
  const isNegative = match[2] === "-" || match[5] === "-" || (match[1] === "(" && match[6] === ")") || match[7] === "DR";
  return { amount: pence(isNegative ? -size : size), isMarkedIn: match[2] === "+" || match[7] === "CR" };
}
