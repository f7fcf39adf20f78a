import { createHash } from "node:crypto";
import type { EvidenceEntry } from "../../../shared/audit/evidenceList.ts";
import { buildReturnDocument } from "../../../shared/audit/returnDocument.ts";
import type { ReturnFacts } from "../../../shared/audit/returnFacts.ts";
import { checkBlocks, evidenceTable, transactionsTable, wagesTable } from "../../../shared/audit/returnTables.ts";
import type { SealedReturn } from "../../../shared/audit/sealedReturn.ts";
import { notAllowed } from "../../../shared/contract/errors.ts";
import { tablesOf } from "../../../shared/core/documentModel.ts";
import { safeFileName } from "../../../shared/core/fileNames.ts";
import { formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import type { ReadDb } from "../../db/database.ts";
import { findAttachment } from "../../db/repositories/evidenceRepository.ts";
import { listPayslipPapers } from "../../db/repositories/payslipPaperRepository.ts";
import type { PackKind } from "../../db/repositories/returnRepository.ts";
import { renderTableCsv } from "../../documents/csv.ts";
import { renderPdf } from "../../documents/pdf.ts";
import { renderXlsx } from "../../documents/xlsx.ts";
import { renderZip, type ZipEntry } from "../../documents/zip.ts";
import type { AttachmentStore } from "../../vault/attachmentStore.ts";
import { payslipModel, timesheetModel } from "../documents/paperModels.ts";

/** One file of a pack before it is kept. */
export interface PackBytes {
  readonly kind: PackKind;
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

export interface PackInput {
  readonly facts: ReturnFacts;
  readonly sealed: SealedReturn;
  readonly signed: { readonly by: string; readonly on: PlainDate; readonly declaration: string };
  /** Last hash of the activity log. */
  readonly anchor: string;
}

const mediaTypes = {
  pdf: "application/pdf",
  spreadsheet: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  index: "text/csv",
  zip: "application/zip",
} as const;

/** Makes the pack: the signed return as PDF, its tables as a workbook, the index of evidence, and one archive with all of them and every numbered paper. */
export async function buildPack(db: ReadDb, files: AttachmentStore, { facts, sealed, signed, anchor }: PackInput): Promise<PackBytes[]> {
  const name = safeFileName(`${facts.template.word} ${facts.budgetReference} ${facts.periodFrom} to ${facts.periodTo}`);
  const { figures, checks, evidence } = sealed;
  const model = buildReturnDocument({ facts, figures, checks, evidence, signed, anchor });
  const pdf = await renderPdf(model);

  const papers: ZipEntry[] = [];
  for (const entry of evidence) papers.push({ name: `evidence/${evidenceFileName(entry)}`, bytes: await evidenceBytes(db, files, entry) });
  const sums = new Map(papers.map((paper) => [paper.name, createHash("sha256").update(paper.bytes).digest("hex")]));

  const sheets = [
    ...tablesOf(model)
      .filter(
        ({ table }) =>
          !["Every payment and receipt", "Wages paid in this period", "Index of evidence", "Checks made before sending"].includes(table.caption),
      )
      .map(({ table }) => ({ name: table.caption, table })),
    { name: "Payments and receipts", table: transactionsTable(facts, evidence, figures.opening.amount) },
    { name: "Wages", table: wagesTable(facts) },
    ...checkBlocks(checks)
      .filter((block) => block.kind === "table")
      .map((table) => ({ name: "Checks", table })),
    { name: "Evidence", table: evidenceTable(evidence) },
  ];
  const spreadsheet = await renderXlsx(sheets, signed.on);
  const index = renderTableCsv({
    kind: "table",
    caption: "Index of evidence",
    columns: ["Number", "What it is", "File", "SHA-256"].map((heading) => ({ heading, align: "start" as const })),
    rows: evidence.map((entry) => {
      const path = `evidence/${evidenceFileName(entry)}`;
      return { cells: [entry.number, entry.title, path, sums.get(path) ?? ""].map((text) => ({ kind: "text" as const, text })) };
    }),
  });
  const zip = await renderZip(
    [
      { name: `${name}.pdf`, bytes: pdf },
      { name: `${name}.xlsx`, bytes: spreadsheet },
      { name: "index of evidence.csv", bytes: index },
      { name: "read me first.txt", bytes: Buffer.from(readMe(facts, signed.on), "utf8") },
      ...papers,
    ],
    signed.on,
  );
  return [
    { kind: "pdf", fileName: `${name}.pdf`, mediaType: mediaTypes.pdf, bytes: pdf },
    { kind: "spreadsheet", fileName: `${name}.xlsx`, mediaType: mediaTypes.spreadsheet, bytes: spreadsheet },
    { kind: "index", fileName: `${name} index.csv`, mediaType: mediaTypes.index, bytes: index },
    { kind: "zip", fileName: `${name}.zip`, mediaType: mediaTypes.zip, bytes: zip },
  ];
}

/** "E004 receipt art class.pdf": the number first, so that a folder lists them in order. */
const evidenceFileName = (entry: EvidenceEntry) => safeFileName(`${entry.number} ${entry.fileName}`);

async function evidenceBytes(db: ReadDb, files: AttachmentStore, entry: EvidenceEntry): Promise<Buffer> {
  if (entry.source === "noReceipt") return Buffer.from(`${entry.title}\n`, "utf8");
  if (entry.source === "attachment") {
    const attachment = findAttachment(db, entry.recordId);
    if (!attachment) throw notAllowed(`The paper ${entry.number} is missing`, ["Add the file again, then make the pack."]);
    return Buffer.from(files.read(attachment));
  }
  const paper = listPayslipPapers(db, { payslipId: entry.recordId })[0];
  if (!paper) throw notAllowed(`The payslip behind ${entry.number} is missing`, ["Restore a backup from before it went wrong."]);
  return renderPdf(entry.source === "payslip" ? payslipModel(db, paper) : timesheetModel(db, paper));
}

function readMe(facts: ReturnFacts, madeOn: PlainDate): string {
  return [
    `${facts.budgetPersonName}, budget reference ${facts.budgetReference}`,
    `Period: ${formatDate(facts.periodFrom)} to ${formatDate(facts.periodTo)}. Made on ${formatDate(madeOn)}.`,
    "",
    "The PDF is the signed return. The workbook holds the same tables.",
    'The folder "evidence" holds every paper. Its number (E001, E002 ...) stands beside each payment in the return.',
    "The index lists every paper with its SHA-256 mark, so that a changed file can be told.",
    "",
  ].join("\r\n");
}

/** The seal of a return: a fingerprint of its template, period and everything its pack was made from. */
export function sealOf(facts: Pick<ReturnFacts, "template" | "periodFrom" | "periodTo">, sealed: SealedReturn): string {
  return createHash("sha256")
    .update(JSON.stringify(["plan-and-payday-return-v1", facts.template, facts.periodFrom, facts.periodTo, sealed]))
    .digest("hex");
}
