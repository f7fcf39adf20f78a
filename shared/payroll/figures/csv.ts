/** One row of a CSV file: column name to text. A missing cell is the empty text. */
export type CsvRow = Readonly<Record<string, string>>;

export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
}

/**
 * Reads CSV text forgivingly: a byte order mark, CRLF, quoted cells (with "" for a quote and line breaks inside), `#` lines before the header and
 * between rows, rows that are too short or too long. Never throws; a quote that never closes ends at the end of the text.
 */
export function readCsv(text: string): CsvTable {
  const records = splitRecords(text.replace(/^\uFEFF/, ""));
  const [header = [], ...body] = records.filter((cells) => !isSkipped(cells));
  const columns = header.map((name) => name.trim());
  const rows = body.map((cells) => Object.fromEntries(columns.map((name, index) => [name, (cells[index] ?? "").trim()])));
  return { columns, rows };
}

function isSkipped(cells: readonly string[]): boolean {
  return cells[0]?.trimStart().startsWith("#") === true || cells.every((cell) => cell.trim() === "");
}

function splitRecords(text: string): string[][] {
  const records: string[][] = [];
  let cells: string[] = [];
  let cell = "";
  let isQuoted = false;
  const endCell = () => {
    cells.push(cell);
    cell = "";
  };
  const endRecord = () => {
    endCell();
    records.push(cells);
    cells = [];
  };
  for (let index = 0; index < text.length; index++) {
    const character = text[index] as string;
    if (isQuoted) {
      if (character === '"' && text[index + 1] === '"') {
        cell += '"';
        index++;
      } else if (character === '"') isQuoted = false;
      else cell += character;
    } else if (cells.length === 0 && cell === "" && character === "#") {
      while (index < text.length && text[index] !== "\n" && text[index] !== "\r") index++;
    } else if (character === '"' && cell.trim() === "") {
      cell = "";
      isQuoted = true;
    } else if (character === ",") endCell();
    else if (character === "\n") endRecord();
    else if (character === "\r") {
      if (text[index + 1] !== "\n") endRecord();
    } else cell += character;
  }
  if (cell !== "" || cells.length > 0) endRecord();
  return records;
}

/** Writes rows as CSV text with a header line; cells with commas, quotes or line breaks are quoted. Lines end with a line feed. */
export function writeCsv(columns: readonly string[], rows: readonly CsvRow[]): string {
  const line = (cells: readonly string[]) => `${cells.map(quoteCell).join(",")}\n`;
  return line(columns) + rows.map((row) => line(columns.map((name) => row[name] ?? ""))).join("");
}

function quoteCell(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
