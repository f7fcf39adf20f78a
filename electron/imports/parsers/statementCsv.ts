import type { ColumnMapping, ParsedFile, ParsedLine, ParsedStatement, ParseProblem } from "../../../shared/bank/parsedStatement.ts";
import { invalidInput, notAllowed } from "../../../shared/contract/errors.ts";
import { type Pence, pence } from "../../../shared/core/money.ts";
import { orderLines } from "./balances.ts";
import { type CsvRow, readCsvRows } from "./csvTable.ts";
import { cleanText } from "./decodeText.ts";
import { looksLikeDate, readDateCell, readMoneyCell, settleDateOrder } from "./readCells.ts";
import { type CsvTable, findTable, suggestMapping, withoutEmptyEnd } from "./suggestMapping.ts";

/**
 * Reads a bank's CSV file. Without a mapping the columns are worked out from the header or the cells; when that fails the
 * answer has columns and sample rows and no statement, so that a person can choose. @throws AppFailure for a file that is no table.
 */
export function parseCsv(text: string, chosen?: ColumnMapping): ParsedFile {
  const table = findTable(readCsvRows(text));
  const hasDate = table.rows.slice(0, 100).some((row) => row.cells.some(looksLikeDate));
  if (table.columns.length < 2 || !hasDate) {
    throw notAllowed("There is no table of payments in this file", ["Download it again from your bank and choose “CSV”."]);
  }
  const mapping = chosen ?? suggestMapping(table);
  if (chosen) checkColumns(chosen, table);
  return {
    kind: "csv",
    columns: table.columns.map((name, index) => cleanText(name).slice(0, 200) || `Column ${index + 1}`),
    sampleRows: table.rows.slice(0, 8).map((row) => row.cells.map((cell) => cleanText(cell).slice(0, 200))),
    mapping: mapping ?? null,
    statements: mapping ? [readStatement(table, mapping)] : [],
    notes: mapping ? notesOn(table, mapping) : ["We could not tell which column is which. Please choose."],
  };
}

function checkColumns(mapping: ColumnMapping, table: CsvTable): void {
  const width = Math.max(table.columns.length, ...table.rows.slice(0, 40).map((row) => row.cells.length));
  if (mapping.date >= width) throw invalidInput({ "mapping.date": "Choose the column with the date" });
  if (mapping.amount === null && mapping.moneyOut === null && mapping.moneyIn === null) {
    throw invalidInput({ "mapping.amount": "Choose the column with the amount, or the two columns for money out and money in" });
  }
}

function notesOn(table: CsvTable, mapping: ColumnMapping): string[] {
  const notes: string[] = [];
  if (settleDateOrder(table.rows.map((row) => row.cells[mapping.date] ?? "")) === "undecided") {
    notes.push("The dates could be read two ways. We took the day first, then the month, as in the UK.");
  }
  if (mapping.isSpendingPositive) notes.push("This file prints spending without a minus sign. We took it as money out.");
  return notes;
}

const pendingWords = /^(pending|reverted|declined|reversed)$/i;
const footerWords = /^(arranged overdraft|balance as at|closing balance|opening balance|total)/i;

function readStatement(table: CsvTable, mapping: ColumnMapping): ParsedStatement {
  const printed: ParsedLine[] = [];
  const problems: ParseProblem[] = [];
  const pending: ParsedStatement["pending"] = [];
  for (const row of table.rows) {
    if (isNotAPayment(row, mapping, table)) continue;
    const problem = (words: string) => problems.push({ line: row.line, words });
    const cell = (index: number | null) => (index === null ? "" : (row.cells[index] ?? ""));
    if (table.headerIndex !== -1 && withoutEmptyEnd(row.cells).length > table.width) problem("This row has more cells than the table has columns.");
    else if (table.headerIndex !== -1 && row.cells.length < table.columns.length) problem("This row has fewer cells than the table has columns.");
    else {
      const amountPence = amountOf(row, mapping);
      const description = cleanText(mapping.description.map(cell).join(" "));
      const onDate = readDateCell(cell(mapping.date), mapping.dateOrder);
      if (amountPence === undefined) problem("The amount cannot be read.");
      else if (pendingWords.test(cell(mapping.date)) || pendingWords.test(cell(mapping.status)))
        pending.push({ line: row.line, description, amountPence });
      else if (onDate === undefined) problem("The date is not a day that exists.");
      else {
        const balancePence = readMoneyCell(cell(mapping.balance))?.amount ?? null;
        const bankIdentifier = cleanText(cell(mapping.bankIdentifier)).slice(0, 200) || null;
        printed.push({ line: row.line, onDate, amountPence, description, bankIdentifier, balancePence });
      }
    }
  }
  return { account: null, currency: "GBP", kind: "bank", availablePence: null, ...orderLines(printed), problems, pending };
}

/** Footers, opening balances and rows without a date and an amount are shown by banks, and are no payments. */
function isNotAPayment(row: CsvRow, mapping: ColumnMapping, table: CsvTable): boolean {
  const date = row.cells[mapping.date] ?? "";
  if (row.cells.every((cell, index) => cell === (table.columns[index] ?? ""))) return true;
  if (footerWords.test(date)) return true;
  const says = mapping.description.some((index) => footerWords.test(row.cells[index] ?? ""));
  if (date === "" && says) return true;
  const hasAmount = [mapping.amount, mapping.moneyOut, mapping.moneyIn].some((index) => index !== null && (row.cells[index] ?? "") !== "");
  return date === "" && !hasAmount;
}

/** Money in above zero, money out below, the fee taken off. Undefined when it cannot be read for certain. */
function amountOf(row: CsvRow, mapping: ColumnMapping): Pence | undefined {
  const fee = mapping.fee === null ? pence(0) : (readMoneyCell(row.cells[mapping.fee] ?? "")?.amount ?? pence(0));
  if (mapping.amount !== null) {
    const money = readMoneyCell(row.cells[mapping.amount] ?? "");
    if (!money) return undefined;
    if (!mapping.isSpendingPositive) return pence(money.amount - fee);
    const isIn = money.isMarkedIn || row.cells.some((cell) => cell.toUpperCase() === "CR");
    return pence((isIn ? money.amount : -money.amount) - fee);
  }
  const side = (index: number | null) =>
    index === null || (row.cells[index] ?? "") === "" ? pence(0) : readMoneyCell(row.cells[index] ?? "")?.amount;
  const [out, into] = [side(mapping.moneyOut), side(mapping.moneyIn)];
  if (out === undefined || into === undefined) return undefined;
  if (out === 0 && into === 0 && [mapping.moneyOut, mapping.moneyIn].every((index) => index === null || (row.cells[index] ?? "") === ""))
    return undefined;
  return pence(into - Math.abs(out) - fee);
}
