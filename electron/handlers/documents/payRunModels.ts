import { notFound } from "../../../shared/contract/errors.ts";
import { type DocumentModel, type DocumentTable, dateCell, moneyCell, textCell } from "../../../shared/core/documentModel.ts";
import { pence } from "../../../shared/core/money.ts";
import { buildPaymentListDocument } from "../../../shared/payroll/documents/paymentListDocument.ts";
import { hmrcFiguresOf } from "../../../shared/payroll/hmrc/hmrcFigures.ts";
import { buildHmrcFiguresDocument } from "../../../shared/payroll/hmrc/hmrcFiguresDocument.ts";
import type { ReadDb } from "../../db/database.ts";
import { listPostings } from "../../db/repositories/ledgerRepository.ts";
import { listPayslipPapers, type PayslipPaper } from "../../db/repositories/payslipPaperRepository.ts";
import { listPaymentsDue } from "../pay/payments.ts";
import { employerOrFail } from "../pay/sealedRun.ts";

/** The payslips of a finished pay run. @throws AppFailure when there are none. */
export function papersOfRun(db: ReadDb, payRunId: string): readonly [PayslipPaper, ...PayslipPaper[]] {
  const [first, ...others] = listPayslipPapers(db, { payRunId });
  if (!first) throw notFound("finished pay run");
  return [first, ...others];
}

/** "Figures for HMRC" of a finished pay run; the amount due is what its journals added. */
export function hmrcFiguresModel(db: ReadDb, payRunId: string): DocumentModel {
  const papers = papersOfRun(db, payRunId);
  const [first] = papers;
  const postings = listPostings(db, { account: "hmrcDue", payRunId }).filter(
    (posting) => posting.event === "payRun" || posting.event === "employmentAllowance",
  );
  const dueOn = postings.find((posting) => posting.dueOn !== null)?.dueOn;
  const amountPence = pence(-postings.reduce((sum, posting) => sum + posting.amountPence, 0));
  return buildHmrcFiguresDocument({
    employerName: first.employerName,
    payeReference: first.payeReference,
    accountsOfficeReference: first.accountsOfficeReference,
    payday: first.payday,
    amountDue: dueOn ? { amountPence, dueOn } : null,
    employees: papers.map((paper) => ({ ...paper, name: paper.employeeName })),
  });
}

/** The same figures as one long table, a row for each box of each person. */
export function hmrcFiguresTable(db: ReadDb, payRunId: string): DocumentTable {
  return {
    kind: "table",
    caption: "Figures for HMRC",
    columns: ["Name", "Payroll ID", "Payday", "HMRC item", "Box", "Figure", "Year to date"].map((heading) => ({ heading, align: "start" as const })),
    rows: papersOfRun(db, payRunId).flatMap((paper) =>
      hmrcFiguresOf(paper.result).map((figure) => ({
        cells: [
          textCell(paper.employeeName),
          textCell(paper.payrollNumber),
          dateCell(paper.payday),
          textCell(figure.item),
          textCell(figure.label),
          figureCell(figure.value),
          figureCell(figure.yearToDate ?? ""),
        ],
      })),
    ),
  };
}

/** "1234.50" is money and stays a number; everything else is text. */
const figureCell = (value: string) => (/^-?\d+\.\d{2}$/.test(value) ? moneyCell(pence(Math.round(Number(value) * 100))) : textCell(value));

/** "What to pay" of a finished pay run: every wage, HMRC's and the pension's amounts as they stand now. */
export function paymentListModel(db: ReadDb, payRunId: string): DocumentModel {
  const [first] = papersOfRun(db, payRunId);
  return buildPaymentListDocument({
    employerName: first.employerName,
    payday: first.payday,
    payments: listPaymentsDue(db, employerOrFail(db), payRunId).map((payment) => ({
      payee: payment.payTo,
      what: payment.what,
      account: payment.account ? `${payment.account.accountName}, ${payment.account.sortCode}, ${payment.account.accountNumber}` : "",
      reference: payment.reference,
      dueOn: payment.dueOn,
      amount: payment.amount,
    })),
  });
}
