import type { ColumnMapping } from "../../../shared/bank/parsedStatement.ts";
import type { CsvRow } from "./csvTable.ts";
import { looksLikeDate, readMoneyCell, settleDateOrder } from "./readCells.ts";

/** Where the table of a CSV file starts and what its columns are called. `headerIndex` is -1 when it has no header. */
export interface CsvTable {
  readonly headerIndex: number;
  readonly columns: string[];
  /** Cells of the header, empty ones at its end counted: no row may be wider. */
  readonly width: number;
  readonly rows: readonly CsvRow[];
}

const words = {
  date: ["date", "transaction date", "date processed", "completed date", "created", "posting date", "value date", "started date", "entry date"],
  amount: ["amount", "value", "debit/credit", "amount gbp", "amount (gbp)", "transaction amount", "amount (£)"],
  moneyOut: ["paid out", "money out", "debit amount", "debit", "debits", "out", "withdrawals", "payments", "amount out"],
  moneyIn: ["paid in", "money in", "credit amount", "credit", "credits", "in", "deposits", "receipts", "amount in"],
  balance: ["balance", "balance (gbp)", "balance gbp", "running balance", "account balance"],
  bankIdentifier: ["transaction id", "id", "transaction reference", "fitid"],
  status: ["state", "status"],
  fee: ["fee", "fees", "charge"],
  descriptionMain: [
    "description",
    "transaction description",
    "merchant/description",
    "memo",
    "details",
    "narrative",
    "name",
    "counter party",
    "payee",
    "transactions",
    "transaction details",
  ],
  descriptionMore: ["reference", "notes and #tags", "notes"],
  descriptionType: ["transaction type", "type"],
} as const;

const plain = (cell: string) => cell.toLowerCase().replace(/\s+/g, " ").trim();
const findFirst = (columns: readonly string[], names: readonly string[]): number | null => {
  for (const name of names) {
    const index = columns.indexOf(name);
    if (index !== -1) return index;
  }
  return null;
};

/** Finds the table by the words of its header, wherever that stands; a first row that starts with a date means there is none. */
export function findTable(rows: readonly CsvRow[]): CsvTable {
  for (const [index, row] of rows.slice(0, 40).entries()) {
    const columns = row.cells.map(plain);
    const hasAmount = [...words.amount, ...words.moneyOut, ...words.moneyIn].some((name) => columns.includes(name));
    if (hasAmount && findFirst(columns, words.date) !== null) {
      return { headerIndex: index, columns: withoutEmptyEnd(row.cells), width: row.cells.length, rows: rows.slice(index + 1) };
    }
    if (row.cells.length > 2 && row.cells.slice(0, 3).some(looksLikeDate)) return tableAround(rows, index);
  }
  return tableWithoutHeader(rows);
}

/** A row of names before the first dated row is a header in words we do not know: the person chooses its columns. */
function tableAround(rows: readonly CsvRow[], firstDated: number): CsvTable {
  const before = rows[firstDated - 1];
  const isHeader =
    before !== undefined && before.cells.length === rows[firstDated]?.cells.length && before.cells.every((cell) => readMoneyCell(cell) === undefined);
  if (!isHeader) return tableWithoutHeader(rows.slice(firstDated));
  return { headerIndex: firstDated - 1, columns: withoutEmptyEnd(before.cells), width: before.cells.length, rows: rows.slice(firstDated) };
}

function tableWithoutHeader(rows: readonly CsvRow[]): CsvTable {
  const width = Math.max(0, ...rows.slice(0, 40).map((row) => withoutEmptyEnd(row.cells).length));
  return { headerIndex: -1, columns: Array.from({ length: width }, (_, index) => `Column ${index + 1}`), width, rows };
}

/** A row without the empty cells at its end. */
export function withoutEmptyEnd(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => cell !== "");
  return cells.slice(0, last + 1);
}

/** The likely meaning of each column. Undefined when date or amount cannot be found: then the person chooses. */
export function suggestMapping(table: CsvTable): ColumnMapping | undefined {
  const found = table.headerIndex === -1 ? byContent(table) : byWords(table);
  if (!found) return undefined;
  const order = settleDateOrder(table.rows.map((row) => row.cells[found.date] ?? ""));
  return { ...found, dateOrder: order === "monthFirst" ? "monthFirst" : "dayFirst", isSpendingPositive: isSpendingPositive(table, found) };
}

type FoundColumns = Omit<ColumnMapping, "dateOrder" | "isSpendingPositive">;

function byWords(table: CsvTable): FoundColumns | undefined {
  const columns = table.columns.map(plain);
  const date = findFirst(columns, words.date);
  const amount = findFirst(columns, words.amount);
  const moneyOut = findFirst(columns, words.moneyOut);
  const moneyIn = findFirst(columns, words.moneyIn);
  if (date === null || (amount === null && (moneyOut === null || moneyIn === null))) return undefined;
  const main = findFirst(columns, words.descriptionMain);
  const type = findFirst(columns, words.descriptionType);
  const more = findFirst(columns, words.descriptionMore);
  return {
    date,
    description: [main ?? type, more].filter((index): index is number => index !== null),
    amount,
    moneyOut: amount === null ? moneyOut : null,
    moneyIn: amount === null ? moneyIn : null,
    balance: findFirst(columns, words.balance),
    bankIdentifier: findFirst(columns, words.bankIdentifier),
    status: findFirst(columns, words.status),
    fee: findFirst(columns, words.fee),
  };
}

/** Without a header: the first date column, the last column of amounts, and the longest text between. */
function byContent(table: CsvTable): FoundColumns | undefined {
  const sample = table.rows.slice(0, 40);
  const all = table.columns.map((_, index) => sample.map((row) => row.cells[index] ?? ""));
  const isMostly = (cells: readonly string[], fits: (cell: string) => boolean) => cells.filter(fits).length * 2 > cells.length;
  const date = all.findIndex((cells) => isMostly(cells, looksLikeDate));
  const amount = all.findIndex((cells, index) => index > date && isMostly(cells, (cell) => readMoneyCell(cell) !== undefined));
  if (date === -1 || amount === -1) return undefined;
  const textLength = (cells: readonly string[]) => cells.reduce((sum, cell) => sum + (readMoneyCell(cell) ? 0 : cell.length), 0);
  const texts = all.map((cells, index) => (index === date || index === amount ? 0 : textLength(cells)));
  const longest = texts.indexOf(Math.max(...texts));
  const description = (texts[longest] ?? 0) > 0 ? [longest] : [];
  return { date, description, amount, moneyOut: null, moneyIn: null, balance: null, bankIdentifier: null, status: null, fee: null };
}

function isSpendingPositive(table: CsvTable, mapping: FoundColumns): boolean {
  const amountColumn = mapping.amount;
  if (amountColumn === null) return false;
  const amounts = table.rows.slice(0, 1000).map((row) => readMoneyCell(row.cells[amountColumn] ?? ""));
  return amounts.some((cell) => cell?.isMarkedIn) && amounts.every((cell) => cell === undefined || cell.amount >= 0);
}
