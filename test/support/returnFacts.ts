import type { FactEngagement, FactPayslip, ReturnFacts } from "../../shared/audit/returnFacts.ts";
import { quarterlyEvidencePack } from "../../shared/audit/templates/starterTemplates.ts";
import type { BankMatch, StatementLine } from "../../shared/bank/statement.ts";
import { basisPoints, pence } from "../../shared/core/money.ts";
import { plainDate } from "../../shared/core/plainDate.ts";
import { calculatePayslip } from "../../shared/payroll/payslip/calculatePayslip.ts";
import { ratesFor } from "../../shared/rates/ratesFor.ts";
import { aPayslipInput } from "./payslipBuilders.ts";

let made = 0;
const nextId = () => `00000000-0000-7000-8000-${String(++made).padStart(12, "0")}`;

/** A line of the statement, money in above zero. */
export function aLine(on: string, amountPence: number, description: string, change: Partial<StatementLine> = {}): StatementLine {
  return {
    id: nextId(),
    statementImportId: nextId(),
    bankAccountId: nextId(),
    onDate: plainDate(on),
    amountPence: pence(amountPence),
    description,
    bankIdentifier: null,
    occurrence: 1,
    balancePence: null,
    position: made,
    noReceiptReason: "",
    ...change,
  };
}

/** The whole of a line tied to what it was for. */
export function aMatch(line: StatementLine, kind: BankMatch["kind"], change: Partial<BankMatch> = {}): BankMatch {
  return {
    id: nextId(),
    statementLineId: line.id,
    journalId: nextId(),
    kind,
    amountPence: line.amountPence,
    payRunId: null,
    engagementId: null,
    planLineId: null,
    funderId: null,
    note: "",
    matchedAt: "2026-08-01T10:00:00.000Z",
    undoneJournalId: null,
    ...change,
  };
}

/** A payslip of 40 hours, paid in full, with the hours on timesheets. */
export function aFactPayslip(change: Partial<FactPayslip> = {}): FactPayslip {
  const input = aPayslipInput();
  const rates = ratesFor(input.payday);
  const outcome = rates && calculatePayslip(input, rates);
  if (!outcome?.ok) throw new Error("The usual payslip could not be worked out");
  const result = outcome.value;
  return {
    payslipId: nextId(),
    payRunId: nextId(),
    engagementId: "engagement",
    payday: plainDate("2026-07-24"),
    result,
    timesheetMinutes: result.minutesWorked,
    paidPence: result.netPay.amount,
    ...change,
  };
}

export const anEngagement: FactEngagement = {
  id: "engagement",
  personId: "person",
  name: "Tom Ellery",
  startOn: plainDate("2026-04-09"),
  endOn: null,
  livesWithPerson: false,
  writtenStatementOn: plainDate("2026-04-09"),
  hasLeaveRecord: true,
  hasRolledUpHoliday: false,
  permissions: [],
};

/** A quiet quarter, July to September 2026, in which nothing happened and nothing is missing. */
export function someFacts(change: Partial<ReturnFacts> = {}): ReturnFacts {
  return {
    today: plainDate("2026-10-05"),
    periodFrom: plainDate("2026-07-01"),
    periodTo: plainDate("2026-09-30"),
    template: quarterlyEvidencePack,
    holderName: "Amara Okafor",
    budgetPersonName: "Amara Okafor",
    budgetReference: "PHB-20417",
    nextReviewOn: plainDate("2027-03-02"),
    funders: [{ id: "icb", name: "Fenmarsh ICB", shareBasisPoints: basisPoints(10_000), takesResidualPenny: true }],
    schedules: [],
    weeklyPaymentPence: pence(100_000),
    account: { id: "account", name: "Budget account", lastFourDigits: "4471", openedOn: plainDate("2026-04-01") },
    previousReturn: null,
    ledgerOpeningPence: pence(0),
    ledgerClosingPence: pence(0),
    lines: [],
    lineBefore: null,
    lineAfter: null,
    imports: [
      {
        id: nextId(),
        bankAccountId: nextId(),
        fileName: "statement.csv",
        attachmentId: null,
        fromOn: plainDate("2026-07-01"),
        toOn: plainDate("2026-09-30"),
        openingPence: pence(0),
        closingPence: pence(0),
        importedAt: "2026-10-01T10:00:00.000Z",
        undoneAt: null,
      },
    ],
    matches: [],
    planLines: [],
    evidence: [],
    engagements: [],
    payslips: [],
    hmrcDebts: [],
    pensionDebts: [],
    owedAtEnd: [],
    earmarks: { accruedLeavePence: pence(0), redundancyPence: pence(0), savingPence: pence(0) },
    insurance: [],
    ...change,
  };
}
