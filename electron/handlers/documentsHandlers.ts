import { buildBudgetReportDocument } from "../../shared/budget/budgetReportDocument.ts";
import { budgetOperations } from "../../shared/contract/budgetOperations.ts";
import type { documentsOperations } from "../../shared/contract/documentsOperations.ts";
import { invalidInput, notAllowed, notFound } from "../../shared/contract/errors.ts";
import { type DocumentModel, tablesOf } from "../../shared/core/documentModel.ts";
import { safeFileName } from "../../shared/core/fileNames.ts";
import type { PlainDate } from "../../shared/core/plainDate.ts";
import { fullName } from "../../shared/people/person.ts";
import { findBankAccount } from "../db/repositories/bankRepository.ts";
import { findHousehold } from "../db/repositories/householdRepository.ts";
import { listPayslipPapers } from "../db/repositories/payslipPaperRepository.ts";
import { renderTableCsv } from "../documents/csv.ts";
import { renderPdf } from "../documents/pdf.ts";
import { checkPdfPassword } from "../documents/pdfPassword.ts";
import { renderXlsx } from "../documents/xlsx.ts";
import { renderZip } from "../documents/zip.ts";
import { budgetHandlers } from "./budgetHandlers.ts";
import { csvFile, documentFile, pdfFile, withUniqueNames } from "./documents/documentFile.ts";
import { listDocuments } from "./documents/listDocuments.ts";
import { payslipFileName, payslipModel } from "./documents/paperModels.ts";
import { hmrcFiguresModel, hmrcFiguresTable, papersOfRun, paymentListModel } from "./documents/payRunModels.ts";
import { progressOf } from "./documents/progress.ts";
import { keyingSheetModel, paydaySheetModel, payJournalModel } from "./documents/runPapers.ts";
import type { Handlers, TaskContext } from "./handler.ts";

export const documentsHandlers: Handlers<typeof documentsOperations> = {
  "documents.list": ({ db, today }) => listDocuments(db, today),

  "documents.progress": (_context, { jobId }) => progressOf(jobId),

  "documents.payslipPdf": async ({ db }, { payslipId, largePrint, password }) => {
    const paper = listPayslipPapers(db, { payslipId })[0];
    if (!paper) throw notFound("payslip");
    const checked = password === undefined ? undefined : checkPdfPassword(password);
    if (checked && !checked.ok) throw invalidInput({ password: checked.problems.map(({ rule, wayOut }) => `${rule} ${wayOut}`).join(" ") });
    return pdfFile(payslipFileName(paper).replace(/\.pdf$/, ""), payslipModel(db, paper), largePrint, checked?.value);
  },

  "documents.payRunPack": async ({ db, today }, { payRunId }) => {
    const papers = papersOfRun(db, payRunId);
    const { payday } = papers[0];
    const entries = [];
    for (const paper of papers) entries.push({ name: safeFileName(payslipFileName(paper)), bytes: await renderPdf(payslipModel(db, paper)) });
    entries.push({ name: `figures for HMRC ${payday}.pdf`, bytes: await renderPdf(hmrcFiguresModel(db, payRunId)) });
    entries.push({ name: `figures for HMRC ${payday}.csv`, bytes: renderTableCsv(hmrcFiguresTable(db, payRunId)) });
    entries.push({ name: `keying sheet ${payday}.pdf`, bytes: await renderPdf(keyingSheetModel(db, payRunId, today)) });
    entries.push({ name: `what to pay ${payday}.pdf`, bytes: await renderPdf(paymentListModel(db, payRunId)) });
    entries.push({ name: `payday sheet ${payday}.pdf`, bytes: await renderPdf(paydaySheetModel(db, payRunId)) });
    entries.push({ name: `pay journal ${payday}.pdf`, bytes: await renderPdf(payJournalModel(db, payRunId)) });
    return documentFile(`pay run ${payday}.zip`, "zip", await renderZip(withUniqueNames(entries), payday));
  },

  "documents.hmrcFiguresPdf": ({ db }, { payRunId, largePrint }) => {
    const model = hmrcFiguresModel(db, payRunId);
    return pdfFile(`figures for HMRC ${model.about}`, model, largePrint);
  },

  "documents.hmrcFiguresCsv": ({ db }, { payRunId }) =>
    csvFile(`figures for HMRC ${papersOfRun(db, payRunId)[0].payday}`, hmrcFiguresTable(db, payRunId)),

  "documents.paymentListPdf": ({ db }, { payRunId, largePrint }) => {
    const model = paymentListModel(db, payRunId);
    return pdfFile(`what to pay ${model.about}`, model, largePrint);
  },

  "documents.budgetReportPdf": (context, { on = context.today }) => pdfFile(`budget report ${on}`, budgetReportModel(context, on)),

  "documents.budgetReportXlsx": async (context, { on = context.today }) => {
    const sheets = tablesOf(budgetReportModel(context, on)).map(({ table }) => ({ name: table.caption, table }));
    return documentFile(`budget report ${on}.xlsx`, "xlsx", await renderXlsx(sheets, on));
  },
};

/** The budget page's own figures as a document. */
function budgetReportModel(context: TaskContext, on: PlainDate): DocumentModel {
  const position = budgetOperations["budget.position"].output.parse(budgetHandlers["budget.position"](context, { on }));
  const household = findHousehold(context.db);
  if (!position.budget || !household) throw notAllowed("Add your budget first", ["Go to set-up and answer the questions about the budget."]);
  const account = findBankAccount(context.db)
    ? budgetOperations["budget.account"].output.parse(budgetHandlers["budget.account"](context, { on }))
    : null;
  return buildBudgetReportDocument({
    ...position,
    on,
    personName: fullName(household.budgetPerson),
    reference: position.budget.reference,
    from: position.budget.fromOn,
    to: position.budget.toOn,
    account,
  });
}
