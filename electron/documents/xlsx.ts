import writeXlsxFile from "write-excel-file/node";
import type { DocumentCell, DocumentTable } from "../../shared/core/documentModel.ts";
import type { PlainDate } from "../../shared/core/plainDate.ts";
import { redateZip } from "./zip.ts";

/** One sheet of a workbook. */
export interface WorkbookSheet {
  readonly name: string;
  readonly table: DocumentTable;
}

/**
 * A workbook with one sheet for each table: real numbers, real dates, a bold heading row that stays in sight.
 * Texts are stored as texts, so nothing in them can run as a formula. The same tables and date give the same bytes.
 */
export async function renderXlsx(sheets: readonly WorkbookSheet[], about: PlainDate): Promise<Buffer> {
  const names = uniqueSheetNames(sheets.map((sheet) => sheet.name));
  const workbook = sheets.map((sheet, index) => ({
    sheet: names[index] ?? `Sheet ${index + 1}`,
    data: [
      sheet.table.columns.map((column) => ({
        value: column.heading,
        type: String,
        fontWeight: "bold" as const,
        align: column.align === "end" ? ("right" as const) : ("left" as const),
      })),
      ...sheet.table.rows.map((row) => row.cells.map((cell) => xlsxCell(cell, row.isTotal ?? false))),
    ],
    columns: sheet.table.columns.map((column, at) => ({ width: columnWidth(sheet.table, at, column.heading) })),
    stickyRowsCount: 1,
  }));
  const bytes = await writeXlsxFile(workbook, { fontFamily: "Arial", fontSize: 11 }).toBuffer();
  return redateZip(bytes, about);
}

function xlsxCell(cell: DocumentCell, isTotal: boolean) {
  const look = isTotal ? { fontWeight: "bold" as const } : {};
  switch (cell.kind) {
    case "text":
      return cell.text === "" ? null : { value: cell.text, type: String, ...look };
    case "money":
      return { value: cell.amount / 100, type: Number, format: "£#,##0.00;[Red]-£#,##0.00", ...look };
    case "hours":
      return { value: cell.minutes / 60, type: Number, format: "0.00", ...look };
    case "date":
      return { value: new Date(`${cell.on}T00:00:00Z`), type: Date, format: "dd/mm/yyyy", ...look };
    case "number":
      return { value: cell.value, type: Number, ...look };
  }
}

/** Width in characters: enough for the heading and the longest text, within reason. */
function columnWidth(table: DocumentTable, at: number, heading: string): number {
  const lengths = table.rows.map((row) => {
    const cell = row.cells[at];
    return cell?.kind === "text" ? cell.text.length : 13;
  });
  return Math.min(60, Math.max(heading.length, 10, ...lengths) + 2);
}

/** Names Excel accepts: at most 31 characters, none of : \ / ? * [ ], no two alike. */
function uniqueSheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const clean =
      name
        .replace(/[:\\/?*[\]]/g, " ")
        .slice(0, 28)
        .trim() || "Sheet";
    let unique = clean;
    for (let number = 2; taken.has(unique.toLowerCase()); number += 1) unique = `${clean} ${number}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
