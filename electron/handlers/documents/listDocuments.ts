import type { AvailableDocument, DocumentGroup } from "../../../shared/contract/documentsOperations.ts";
import { formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import type { ReadDb } from "../../db/database.ts";
import { findBudget } from "../../db/repositories/budgetRepository.ts";
import { listFinishedPayRuns, listPayslipPapers, type PayRunHead } from "../../db/repositories/payslipPaperRepository.ts";
import { listPackFiles, listReturns } from "../../db/repositories/returnRepository.ts";
import { payslipFileName } from "./paperModels.ts";

/** Everything that can be made or saved now, in groups, newest first. */
export function listDocuments(db: ReadDb, today: PlainDate): DocumentGroup[] {
  const groups = [...listFinishedPayRuns(db).map((run) => payRunGroup(db, run)), ...returnGroups(db)];
  groups.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  return findBudget(db) ? [budgetGroup(today), ...groups] : groups;
}

function budgetGroup(today: PlainDate): DocumentGroup {
  const document = (title: string, ending: string, operation: string): AvailableDocument => ({
    title,
    detail: `As it stands on ${formatDate(today)}`,
    fileName: `budget report ${today}.${ending}`,
    operation,
    input: { on: today },
  });
  return {
    id: "budget",
    title: "Budget",
    on: today,
    documents: [
      document("Budget report (PDF)", "pdf", "documents.budgetReportPdf"),
      document("Budget report (spreadsheet)", "xlsx", "documents.budgetReportXlsx"),
    ],
  };
}

function payRunGroup(db: ReadDb, { id: payRunId, payday, periodFrom, periodTo }: PayRunHead): DocumentGroup {
  const detail = `${formatDate(periodFrom)} to ${formatDate(periodTo)}`;
  const document = (title: string, fileName: string, operation: string): AvailableDocument => ({
    title,
    detail,
    fileName,
    operation,
    input: { payRunId },
  });
  return {
    id: payRunId,
    title: `Pay run, paid ${formatDate(payday)}`,
    on: payday,
    documents: [
      document("Everything of this pay run (ZIP)", `pay run ${payday}.zip`, "documents.payRunPack"),
      ...listPayslipPapers(db, { payRunId }).flatMap((paper) => {
        const payslip = { detail, operation: "documents.payslipPdf" };
        return [
          { ...payslip, title: `Payslip of ${paper.employeeName}`, fileName: payslipFileName(paper), input: { payslipId: paper.payslipId } },
          {
            ...payslip,
            title: `Payslip of ${paper.employeeName}, large print`,
            fileName: payslipFileName(paper).replace(/\.pdf$/, " large print.pdf"),
            input: { payslipId: paper.payslipId, largePrint: true },
          },
        ];
      }),
      document("Figures for HMRC (PDF)", `figures for HMRC ${payday}.pdf`, "documents.hmrcFiguresPdf"),
      document("Figures for HMRC (CSV)", `figures for HMRC ${payday}.csv`, "documents.hmrcFiguresCsv"),
      document("What to pay (PDF)", `what to pay ${payday}.pdf`, "documents.paymentListPdf"),
    ],
  };
}

const packTitles = { pdf: "Signed return (PDF)", spreadsheet: "Workbook", index: "Index of evidence (CSV)", zip: "The whole pack (ZIP)" } as const;

function returnGroups(db: ReadDb): DocumentGroup[] {
  return listReturns(db).flatMap((entry) => {
    const detail = `${formatDate(entry.periodFrom)} to ${formatDate(entry.periodTo)}`;
    const documents = listPackFiles(db, entry.id).map((file) => ({
      title: packTitles[file.kind],
      detail,
      fileName: file.fileName,
      operation: "returns.getPackFile",
      input: { id: entry.id, kind: file.kind },
    }));
    if (documents.length === 0) return [];
    return [{ id: entry.id, title: `${entry.template.name}, ${detail}`, on: entry.sentOn ?? entry.periodTo, documents }];
  });
}
