import { buildBudgetReportDocument } from "../../shared/budget/budgetReportDocument.ts";
import { budgetOperations } from "../../shared/contract/budgetOperations.ts";
import type { documentsOperations } from "../../shared/contract/documentsOperations.ts";
import { notAllowed, notFound } from "../../shared/contract/errors.ts";
import { type DocumentModel, tablesOf } from "../../shared/core/documentModel.ts";
import { safeFileName } from "../../shared/core/fileNames.ts";
import type { PlainDate } from "../../shared/core/plainDate.ts";
import { fullName } from "../../shared/people/person.ts";
import { findBankAccount } from "../db/repositories/bankRepository.ts";
import { findHousehold } from "../db/repositories/householdRepository.ts";
import { listPayslipPapers } from "../db/repositories/payslipPaperRepository.ts";
import { renderTableCsv } from "../documents/csv.ts";
import { renderPdf } from "../documents/pdf.ts";
import { renderXlsx } from "../documents/xlsx.ts";
import { renderZip } from "../documents/zip.ts";
import { budgetHandlers } from "./budgetHandlers.ts";
import { listDocuments } from "./documents/listDocuments.ts";
import { payslipFileName, payslipModel } from "./documents/paperModels.ts";
import { hmrcFiguresModel, hmrcFiguresTable, papersOfRun, paymentListModel } from "./documents/payRunModels.ts";
import type { Handlers, TaskContext } from "./handler.ts";

const mediaTypes = {
  pdf: "application/pdf",
  csv: "text/csv",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
} as const;

const file = (fileName: string, kind: keyof typeof mediaTypes, bytes: Buffer) => ({
  fileName: safeFileName(fileName),
  mediaType: mediaTypes[kind],
  base64: bytes.toString("base64"),
});

export const documentsHandlers: Handlers<typeof documentsOperations> = {
  "documents.list": ({ db, today }) => listDocuments(db, today),

  "documents.progress": () => null,

  "documents.payslipPdf": async ({ db }, { payslipId, largePrint }) => {
    const paper = listPayslipPapers(db, { payslipId })[0];
    if (!paper) throw notFound("payslip");
    return file(payslipFileName(paper), "pdf", await renderPdf(payslipModel(db, paper), { isLargePrint: largePrint ?? false }));
  },

  "documents.payRunPack": async ({ db }, { payRunId }) => {
    const papers = papersOfRun(db, payRunId);
    const { payday } = papers[0];
    const entries = [];
    for (const paper of papers) entries.push({ name: safeFileName(payslipFileName(paper)), bytes: await renderPdf(payslipModel(db, paper)) });
    entries.push({ name: `figures for HMRC ${payday}.pdf`, bytes: await renderPdf(hmrcFiguresModel(db, payRunId)) });
    entries.push({ name: `figures for HMRC ${payday}.csv`, bytes: renderTableCsv(hmrcFiguresTable(db, payRunId)) });
    entries.push({ name: `what to pay ${payday}.pdf`, bytes: await renderPdf(paymentListModel(db, payRunId)) });
    return file(`pay run ${payday}.zip`, "zip", await renderZip(withUniqueNames(entries), payday));
  },

  "documents.hmrcFiguresPdf": async ({ db }, { payRunId }) => {
    const model = hmrcFiguresModel(db, payRunId);
    return file(`figures for HMRC ${model.about}.pdf`, "pdf", await renderPdf(model));
  },

  "documents.hmrcFiguresCsv": ({ db }, { payRunId }) =>
    file(`figures for HMRC ${papersOfRun(db, payRunId)[0].payday}.csv`, "csv", renderTableCsv(hmrcFiguresTable(db, payRunId))),

  "documents.paymentListPdf": async ({ db }, { payRunId }) => {
    const model = paymentListModel(db, payRunId);
    return file(`what to pay ${model.about}.pdf`, "pdf", await renderPdf(model));
  },

  "documents.budgetReportPdf": async (context, { on = context.today }) =>
    file(`budget report ${on}.pdf`, "pdf", await renderPdf(budgetReportModel(context, on))),

  "documents.budgetReportXlsx": async (context, { on = context.today }) => {
    const sheets = tablesOf(budgetReportModel(context, on)).map(({ table }) => ({ name: table.caption, table }));
    return file(`budget report ${on}.xlsx`, "xlsx", await renderXlsx(sheets, on));
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

/** Two people of one name get a number, so that neither payslip is lost. */
function withUniqueNames<E extends { readonly name: string }>(entries: readonly E[]): E[] {
  const taken = new Set<string>();
  return entries.map((entry) => {
    let { name } = entry;
    for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = entry.name.replace(/(\.\w+)$/, ` ${number}$1`);
    taken.add(name.toLowerCase());
    return { ...entry, name };
  });
}
