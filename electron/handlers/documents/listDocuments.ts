import { formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import type { ReadDb } from "../../db/database.ts";
import { findBudget } from "../../db/repositories/budgetRepository.ts";
import { findEmployer } from "../../db/repositories/employerRepository.ts";
import { listFinishedPayRuns, listPayslipPapers, type PayRunHead, type PayslipPaper } from "../../db/repositories/payslipPaperRepository.ts";
import { listPackFiles, listReturns } from "../../db/repositories/returnRepository.ts";
import { employerGroup, type ListedDocument, type ListedGroup, peopleGroups, taxYearGroups } from "./listPayPapers.ts";
import { payslipFileName } from "./paperModels.ts";

/** Everything that can be made or saved now: budget, employer, tax years, people, then pay runs and returns, newest first. */
export function listDocuments(db: ReadDb, today: PlainDate): ListedGroup[] {
  const papers = listPayslipPapers(db, {});
  const dated = [...listFinishedPayRuns(db).map((run) => payRunGroup(run, papers, today)), ...returnGroups(db)];
  dated.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  const employer = findEmployer(db);
  const standing = employer
    ? [employerGroup(employer, today), ...taxYearGroups(db, employer, papers, today), ...peopleGroups(db, papers, today)]
    : [];
  return [...(findBudget(db) ? [budgetGroup(today)] : []), ...standing, ...dated];
}

function budgetGroup(today: PlainDate): ListedGroup {
  const document = (title: string, ending: string, operation: string): ListedDocument => ({
    title,
    detail: `As it stands on ${formatDate(today)}`,
    fileName: `budget report ${today}.${ending}`,
    operation,
    input: { on: today },
  });
  return {
    id: "budget",
    kind: "budget",
    title: "Budget",
    on: today,
    documents: [
      document("Budget report (PDF)", "pdf", "documents.budgetReportPdf"),
      document("Budget report (spreadsheet)", "xlsx", "documents.budgetReportXlsx"),
    ],
  };
}

function payRunGroup({ id: payRunId, payday, periodFrom, periodTo }: PayRunHead, papers: readonly PayslipPaper[], today: PlainDate): ListedGroup {
  const detail = `${formatDate(periodFrom)} to ${formatDate(periodTo)}`;
  const own = papers.filter((paper) => paper.payRunId === payRunId);
  const document = (title: string, fileName: string, operation: string): ListedDocument => ({
    title,
    detail,
    fileName,
    operation,
    input: { payRunId },
    hasLargePrint: fileName.endsWith(".pdf"),
  });
  const hasPension = own.some(({ result }) => result.pensionTaxTreatment !== null);
  return {
    id: payRunId,
    kind: "payRun",
    title: `Pay run, paid ${formatDate(payday)}`,
    on: payday,
    documents: [
      document("Everything of this pay run (ZIP)", `pay run ${payday}.zip`, "documents.payRunPack"),
      ...own.map((paper) => ({
        title: `Payslip of ${paper.employeeName}`,
        detail,
        fileName: payslipFileName(paper),
        operation: "documents.payslipPdf",
        input: { payslipId: paper.payslipId },
        hasLargePrint: true,
        hasPassword: true,
      })),
      document("What to pay (PDF)", `what to pay ${payday}.pdf`, "documents.paymentListPdf"),
      document("Payday sheet for when the computer does not work (PDF)", `payday sheet ${payday}.pdf`, "documents.paydaySheetPdf"),
      document("Wages by bank (CSV)", `wages by bank ${payday}.csv`, "documents.bankCsv"),
      // Bacs takes a file two working days before the money arrives, so one for a past payday is no use.
      ...(payday > today ? [document("Wages by bank (Bacs Standard 18)", `wages Bacs ${payday}.txt`, "documents.bankStandard18")] : []),
      document("Keying sheet for HMRC (PDF)", `keying sheet ${payday}.pdf`, "documents.keyingSheetPdf"),
      document("Full Payment Submission (XML)", `FPS ${payday}.xml`, "documents.fpsXml"),
      document("Figures for HMRC (PDF)", `figures for HMRC ${payday}.pdf`, "documents.hmrcFiguresPdf"),
      document("Figures for HMRC (CSV)", `figures for HMRC ${payday}.csv`, "documents.hmrcFiguresCsv"),
      ...(hasPension
        ? [
            document("Pension contributions (CSV)", `pension ${payday}.csv`, "documents.pensionCsv"),
            document("Pension contributions for NEST (CSV)", `NEST ${payday}.csv`, "documents.nestCsv"),
          ]
        : []),
      document("Pay journal (PDF)", `pay journal ${payday}.pdf`, "documents.payJournalPdf"),
    ],
  };
}

const packTitles = { pdf: "Signed return (PDF)", spreadsheet: "Workbook", index: "Index of evidence (CSV)", zip: "The whole pack (ZIP)" } as const;

function returnGroups(db: ReadDb): ListedGroup[] {
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
    return [{ id: entry.id, kind: "return" as const, title: `${entry.template.name}, ${detail}`, on: entry.sentOn ?? entry.periodTo, documents }];
  });
}
