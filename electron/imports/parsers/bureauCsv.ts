import { type BureauCsvRow, bureauRowLimit, type ParsedBureauCsv } from "../../../shared/payroll/bureau/bureauCsv.ts";
import { BureauLine } from "../../../shared/payroll/bureau/bureauPayslip.ts";
import { type CsvRow, readCsvRows } from "./csvTable.ts";
import { cleanText, decodeText } from "./decodeText.ts";

type WhoColumn = "name" | "firstName" | "lastName" | "payrollNumber" | "taxCode" | "nationalInsuranceCategory";
type ColumnName = WhoColumn | BureauLine;

/** The names a column may have in the files of payroll programs, in small letters without marks. */
const columnNames: Readonly<Record<ColumnName, readonly string[]>> = {
  name: ["name", "employee", "employee name", "full name", "personal assistant", "worker", "payee"],
  firstName: ["first name", "forename", "forenames", "first names", "given name"],
  lastName: ["last name", "surname", "family name"],
  payrollNumber: [
    "payroll number",
    "payroll no",
    "employee number",
    "employee no",
    "works number",
    "works no",
    "employee ref",
    "payroll id",
    "reference",
    "ref",
  ],
  taxCode: ["tax code", "code", "taxcode"],
  nationalInsuranceCategory: [
    "ni letter",
    "ni category",
    "ni table",
    "ni code",
    "ni table letter",
    "national insurance letter",
    "national insurance category",
    "nic letter",
    "nic category",
    "ni cat",
  ],
  grossPay: ["gross pay", "gross", "total gross pay", "total gross", "total pay", "gross wages"],
  taxablePay: ["taxable pay", "gross for tax", "taxable gross", "taxable gross pay", "taxable", "pay for tax"],
  incomeTax: ["income tax", "tax", "paye tax", "paye", "tax paid", "tax deducted"],
  employeeNationalInsurance: [
    "employee ni",
    "employee nic",
    "ee ni",
    "ees ni",
    "employees ni",
    "national insurance",
    "employee national insurance",
    "ni",
    "nic",
    "ni employee",
    "employee nics",
    "employees nic",
    "ee nic",
  ],
  studentLoan: ["student loan", "student loans", "sl", "student loan deduction"],
  postgraduateLoan: ["postgraduate loan", "pgl", "postgrad loan", "postgraduate loans"],
  employeePension: [
    "employee pension",
    "ee pension",
    "pension",
    "employees pension",
    "pension employee",
    "employee pension contribution",
    "pension ee",
  ],
  otherDeductions: ["other deductions", "attachments", "attachment of earnings", "aeo", "other deduction"],
  nonTaxable: ["mileage", "expenses", "non taxable", "mileage and expenses", "nontaxable", "reimbursed expenses", "expenses non taxable"],
  netPay: ["net pay", "net", "take home pay", "nett pay", "net wages", "take home"],
  employerNationalInsurance: [
    "employer ni",
    "employer nic",
    "er ni",
    "ers ni",
    "employers ni",
    "employer national insurance",
    "ni employer",
    "employers nic",
    "employer nics",
    "er nic",
  ],
  employerPension: ["employer pension", "er pension", "employers pension", "pension employer", "employer pension contribution", "pension er"],
  taxablePayToDate: [
    "taxable pay to date",
    "gross for tax td",
    "gross for tax ytd",
    "taxable pay ytd",
    "taxable ytd",
    "taxable pay td",
    "ytd taxable pay",
  ],
  incomeTaxToDate: ["tax to date", "tax ytd", "tax paid td", "tax td", "income tax to date", "tax paid ytd", "ytd tax"],
  employeeNationalInsuranceToDate: [
    "ni to date",
    "ni ytd",
    "employee ni ytd",
    "employee ni td",
    "national insurance td",
    "employee ni to date",
    "ytd ni",
    "national insurance ytd",
  ],
};

const cellLimit = 400;

/**
 * Reads a payroll bureau's file: one row for each payslip, columns by their names. Which person and which amounts are meant is worked out later.
 * @throws AppFailure for a file that is too large or no text.
 */
export function parseBureauFile({ base64 }: { readonly fileName: string; readonly base64: string }): ParsedBureauCsv {
  return parseBureauCsv(decodeText(Buffer.from(base64, "base64")));
}

/** Reads the text of a bureau's file. */
export function parseBureauCsv(text: string): ParsedBureauCsv {
  const lines = readCsvRows(text);
  const heading = lines.slice(0, 20).findIndex((line) => figuresIn(columnsOf(line)) >= 2);
  const headingLine = lines[heading];
  if (!headingLine) {
    return {
      rows: [],
      problems: ["There is no heading with names such as gross pay, tax and net pay in this file. Write the names of the columns in the first line."],
    };
  }
  const columns = columnsOf(headingLine);
  const filled = lines.slice(heading + 1).filter((line) => line.cells.some((cell) => cell !== "") && !isTotal(line, columns));
  if (filled.length === 0) return { rows: [], problems: ["There is a heading, but no payslip under it."] };
  if (filled.length > bureauRowLimit) {
    return { rows: [], problems: [`This file has ${filled.length} rows. At most ${bureauRowLimit} can be read at once. Make two files of it.`] };
  }
  return { rows: filled.map((line) => rowOf(line, columns)), problems: [] };
}

const plainName = (cell: string) =>
  cleanText(cell)
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[._*:()£/-]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();

/** Where each column stands. Of two columns with names of one kind the first counts. */
function columnsOf(line: CsvRow): ReadonlyMap<ColumnName, number> {
  const names = line.cells.map(plainName);
  const found = new Map<ColumnName, number>();
  for (const [column, known] of Object.entries(columnNames) as [ColumnName, readonly string[]][]) {
    const index = names.findIndex((name) => known.includes(name));
    if (index !== -1) found.set(column, index);
  }
  return found;
}

const figuresIn = (columns: ReadonlyMap<ColumnName, number>) => BureauLine.options.filter((line) => columns.has(line)).length;

const textOf = (line: CsvRow, columns: ReadonlyMap<ColumnName, number>, column: ColumnName) =>
  cleanText(line.cells[columns.get(column) ?? -1] ?? "").slice(0, cellLimit);

/** Programs put a row with the sums of all payslips at the end. */
const isTotal = (line: CsvRow, columns: ReadonlyMap<ColumnName, number>) =>
  (["name", "firstName", "lastName", "payrollNumber"] as const).some((column) => /^(grand )?totals?$/i.test(textOf(line, columns, column)));

function rowOf(line: CsvRow, columns: ReadonlyMap<ColumnName, number>): BureauCsvRow {
  const text = (column: ColumnName) => textOf(line, columns, column);
  const whole = text("name");
  return {
    line: line.line,
    name: whole === "" ? `${text("firstName")} ${text("lastName")}`.trim() : whole,
    payrollNumber: text("payrollNumber"),
    taxCode: text("taxCode"),
    nationalInsuranceCategory: text("nationalInsuranceCategory"),
    figures: Object.fromEntries(BureauLine.options.flatMap((column) => (columns.has(column) ? [[column, text(column)]] : []))),
  };
}
