import { notAllowed } from "../../../shared/contract/errors.ts";
import type { DocumentModel, DocumentTable } from "../../../shared/core/documentModel.ts";
import { pence } from "../../../shared/core/money.ts";
import type { PlainDate } from "../../../shared/core/plainDate.ts";
import { type BankPayment, writeBacsStandard18 } from "../../../shared/payroll/documents/bacsStandard18.ts";
import { bankPaymentTable } from "../../../shared/payroll/documents/bankPaymentTable.ts";
import { writeNestContributionFile } from "../../../shared/payroll/documents/nestContributionFile.ts";
import { buildPaydaySheetDocument } from "../../../shared/payroll/documents/paydaySheetDocument.ts";
import { calculatePayJournal } from "../../../shared/payroll/documents/payJournal.ts";
import { buildPayJournalDocument } from "../../../shared/payroll/documents/payJournalDocument.ts";
import { type MemberContribution, memberContributionOf, pensionContributionTable } from "../../../shared/payroll/documents/pensionContributions.ts";
import { keyingSheetOf } from "../../../shared/payroll/rti/keyingSheet.ts";
import { buildKeyingSheetDocument } from "../../../shared/payroll/rti/keyingSheetDocument.ts";
import { fullName } from "../../../shared/people/person.ts";
import type { ReadDb } from "../../db/database.ts";
import { listFamilyLeaves } from "../../db/repositories/familyLeaveRepository.ts";
import { listPostings } from "../../db/repositories/ledgerRepository.ts";
import { findBankDetails } from "../../db/repositories/payFactsRepository.ts";
import { listPayslipsOfRun, type StoredPayslip } from "../../db/repositories/payRunRepository.ts";
import { requireEngagement } from "../employment/assistantRecord.ts";
import { fileFactsOf } from "../hmrc/fileFacts.ts";
import { gatherPayday, runToTell } from "../hmrc/payday.ts";
import { listPaymentsDue } from "../pay/payments.ts";
import { employerOrFail } from "../pay/sealedRun.ts";
import { madeOrRefused } from "./documentFile.ts";
import { employeeOnPaper, employerOnPaper } from "./onPaper.ts";

/** The keying sheet of a payday with boxes to write down what HMRC's tool shows. */
export function keyingSheetModel(db: ReadDb, payRunId: string, today: PlainDate): DocumentModel {
  const { run, employer, people, submission, verdict } = gatherPayday(db, payRunId, today);
  const { employerName, payeReference, accountsOfficeReference } = employerOnPaper(db, employer);
  const refused = verdict.ok ? [] : verdict.problems.map(({ who, rule, wayOut }) => `${who === null ? "" : `${who}: `}${rule} ${wayOut}`);
  return buildKeyingSheetDocument({
    employerName,
    payeReference,
    accountsOfficeReference,
    payday: run.payday,
    sheets: people.flatMap((person, index) => {
      const employee = submission.employees[index];
      const now = person.payslips.at(-1);
      return employee && now ? [keyingSheetOf(employee, now.result)] : [];
    }),
    employerFigures: [],
    notices: [...refused, ...submission.notices],
  });
}

/** One page to pay from when the computer does not work. */
export function paydaySheetModel(db: ReadDb, payRunId: string): DocumentModel {
  const { payday } = runToTell(db, payRunId);
  const employer = employerOrFail(db);
  const due = listPaymentsDue(db, employer, payRunId);
  const hmrc = due.find(({ kind }) => kind === "hmrc");
  const pension = due.find(({ kind }) => kind === "pension");
  return buildPaydaySheetDocument({
    employerName: employerOnPaper(db, employer).employerName,
    payday,
    wages: listPayslipsOfRun(db, payRunId).map((payslip) => {
      const { reference, amount, accountNumber } = wageOf(db, payslip);
      const employeeName = fullName(requireEngagement(db, payslip.engagementId).person);
      return { employeeName, amount, reference, accountEnding: accountNumber === "" ? null : accountNumber.slice(-4) };
    }),
    hmrc: hmrc ? { amount: hmrc.amount, dueOn: hmrc.dueOn, reference: hmrc.reference } : null,
    pension: pension ? { payee: pension.payTo, amount: pension.amount, dueOn: pension.dueOn, reference: pension.reference } : null,
    orders: due.filter(({ kind }) => kind === "order").map(({ payTo, amount, dueOn, reference }) => ({ payee: payTo, amount, dueOn, reference })),
  });
}

/** What a run cost and who is owed it, as a bookkeeper enters it. The allowance and what HMRC gives back are the ledger's. */
export function payJournalModel(db: ReadDb, payRunId: string): DocumentModel {
  const { payday } = runToTell(db, payRunId);
  const takenOff = (event: "employmentAllowance" | "statutoryPayRecovered") =>
    pence(
      listPostings(db, { account: "hmrcDue", payRunId })
        .filter((posting) => posting.event === event)
        .reduce((sum, { amountPence }) => sum + amountPence, 0),
    );
  const journal = calculatePayJournal(
    listPayslipsOfRun(db, payRunId).map(({ result }) => result),
    { employmentAllowance: takenOff("employmentAllowance"), statutoryPayRecovered: takenOff("statutoryPayRecovered") },
  );
  return buildPayJournalDocument({ employerName: employerOnPaper(db, employerOrFail(db)).employerName, payday, journal });
}

/** The wage of a payslip and where it goes; empty numbers when no bank account is known. */
function wageOf(db: ReadDb, { engagementId, payday, result }: StoredPayslip): BankPayment {
  const engagement = requireEngagement(db, engagementId);
  const bank = findBankDetails(db, engagementId, payday);
  return {
    payeeName: bank?.accountName ?? fullName(engagement.person),
    sortCode: bank?.sortCode ?? "",
    accountNumber: bank?.accountNumber ?? "",
    amount: result.netPay.amount,
    reference: `WAGES ${engagement.payrollNumber}`,
  };
}

/** The wages of a run to pay by bank. @throws AppFailure when an account is not known. */
function wagesByBank(db: ReadDb, payRunId: string): { readonly payday: PlainDate; readonly payments: BankPayment[] } {
  const { payday } = runToTell(db, payRunId);
  const payments = listPayslipsOfRun(db, payRunId)
    .map((payslip) => wageOf(db, payslip))
    .filter(({ amount }) => amount > 0);
  const unknown = payments.filter(({ accountNumber }) => accountNumber === "");
  if (unknown.length > 0) {
    throw notAllowed(
      "Some bank details are missing, so the file can't be made.",
      unknown.map(({ payeeName }) => `Add the bank account of ${payeeName} on their page.`),
    );
  }
  if (payments.length === 0) throw notAllowed("Nobody is owed wages in this run.");
  return { payday, payments };
}

/** The wages of a run as a plain table for any bank. */
export function bankTable(db: ReadDb, payRunId: string): DocumentTable {
  const { payday, payments } = wagesByBank(db, payRunId);
  return bankPaymentTable(payments, payday);
}

/** The wages of a run as a Bacs file. @throws AppFailure with what is missing. */
export function bacsText(db: ReadDb, payRunId: string, serial: number, today: PlainDate): string {
  const { payday, payments } = wagesByBank(db, payRunId);
  const facts = fileFactsOf(db);
  const verdict = writeBacsStandard18({
    serviceUserNumber: facts.bacsServiceUserNumber,
    payFrom: { accountName: facts.payFromAccountName, sortCode: facts.payFromSortCode, accountNumber: facts.payFromAccountNumber },
    createdOn: today,
    payday,
    serial,
    payments,
  });
  return madeOrRefused(verdict, "The Bacs file can't be made yet.");
}

/** Contributions of everybody in the pension, and of people who paid in before and now pay nothing. */
function contributionsOf(db: ReadDb, payRunId: string): MemberContribution[] {
  const { periodFrom, periodTo } = runToTell(db, payRunId);
  const members = listPayslipsOfRun(db, payRunId).filter(({ result }) => result.pensionTaxTreatment !== null);
  const contributions = members.map(({ engagementId, result }) => {
    const engagement = requireEngagement(db, engagementId);
    const leave = listFamilyLeaves(db, engagementId).findLast(
      ({ payFromOn, endsOn }) =>
        payFromOn <= periodTo &&
        (endsOn === null || endsOn >= periodFrom) &&
        result.payLines.some(({ kind }) => kind.startsWith("statutory") && kind !== "statutorySickPay"),
    );
    const hasLeft = engagement.endOn !== null && engagement.endOn <= periodTo;
    const reduced = hasLeft
      ? ({ reason: "left", reasonFrom: engagement.endOn } as const)
      : leave
        ? ({ reason: "familyLeave", reasonFrom: leave.payFromOn } as const)
        : ({ reason: null, reasonFrom: null } as const);
    return memberContributionOf(employeeOnPaper(db, engagement), result, reduced);
  });
  if (contributions.length === 0) throw notAllowed("Nobody in this run is in the pension, so there is nothing to report.");
  return contributions;
}

/** Pension contributions of a run as a plain table for any provider. */
export const pensionTable = (db: ReadDb, payRunId: string): DocumentTable => pensionContributionTable(contributionsOf(db, payRunId));

/** Pension contributions of a run in NEST's form. @throws AppFailure with what is missing. */
export function nestText(db: ReadDb, payRunId: string): string {
  const { periodFrom, periodTo, payFrequency } = runToTell(db, payRunId);
  const verdict = writeNestContributionFile({
    employerReference: employerOrFail(db).pensionSchemeReference,
    paymentSource: fileFactsOf(db).nestPaymentSource,
    periodFrom,
    periodTo,
    payFrequency,
    contributions: contributionsOf(db, payRunId),
  });
  return madeOrRefused(verdict, "The file for NEST can't be made yet.");
}
