import type { DocumentFile } from "../../../shared/contract/desktopOperations.ts";
import { notAllowed } from "../../../shared/contract/errors.ts";
import type { DocumentModel, DocumentTable } from "../../../shared/core/documentModel.ts";
import { safeFileName } from "../../../shared/core/fileNames.ts";
import { describeProblem, type Verdict } from "../../../shared/payroll/problems.ts";
import { renderTableCsv } from "../../documents/csv.ts";
import { renderPdf } from "../../documents/pdf.ts";

const mediaTypes = {
  pdf: "application/pdf",
  csv: "text/csv",
  txt: "text/plain",
  xml: "application/xml",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
} as const;

/** A file as it crosses to the window. */
export const documentFile = (fileName: string, kind: keyof typeof mediaTypes, bytes: Buffer): DocumentFile => ({
  fileName: safeFileName(fileName),
  mediaType: mediaTypes[kind],
  base64: bytes.toString("base64"),
});

/** A document model as a PDF file; `name` has no ending. */
export async function pdfFile(name: string, model: DocumentModel, isLargePrint = false, password?: string): Promise<DocumentFile> {
  const bytes = await renderPdf(model, { isLargePrint, ...(password !== undefined && { password }) });
  return documentFile(`${name}${isLargePrint ? " large print" : ""}.pdf`, "pdf", bytes);
}

/** A table as a CSV file; `name` has no ending. */
export const csvFile = (name: string, table: DocumentTable): DocumentFile => documentFile(`${name}.csv`, "csv", renderTableCsv(table));

/** A text as a file in the form it has. */
export const textFile = (fileName: string, kind: "txt" | "csv" | "xml", text: string): DocumentFile =>
  documentFile(fileName, kind, Buffer.from(text, "utf8"));

/** What was made. @throws AppFailure notAllowed with each reason and its way out. */
export function madeOrRefused<T>(verdict: Verdict<T>, refusal: string): T {
  if (verdict.ok) return verdict.value;
  throw notAllowed(refusal, verdict.problems.map(describeProblem));
}

/** Two files of one name get a number, so that neither is lost. */
export function withUniqueNames<E extends { readonly name: string }>(entries: readonly E[]): E[] {
  const taken = new Set<string>();
  return entries.map((entry) => {
    let { name } = entry;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = entry.name.replace(/(\.\w+)$/, ` ${number}$1`);
    taken.add(name.toLowerCase());
    return { ...entry, name };
  });
}
