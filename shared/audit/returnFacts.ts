import type { BankMatch, StatementImport, StatementLine } from "../bank/statement.ts";
import type { PaymentScheduleTerms } from "../budget/expectedReceipts.ts";
import type { BasisPoints, Pence } from "../core/money.ts";
import type { PlainDate } from "../core/plainDate.ts";
import type { PayslipResult } from "../payroll/types.ts";
import type { Debt } from "./openDebts.ts";
import type { ReturnTemplate } from "./returnTemplate.ts";

export interface FactFunder {
  readonly id: string;
  readonly name: string;
  readonly shareBasisPoints: BasisPoints;
  readonly takesResidualPenny: boolean;
}

export interface FactEngagement {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly startOn: PlainDate;
  readonly endOn: PlainDate | null;
  readonly livesWithPerson: boolean;
  readonly writtenStatementOn: PlainDate | null;
  /** True when holiday is built up or taken in the leave record. */
  readonly hasLeaveRecord: boolean;
  readonly hasRolledUpHoliday: boolean;
  /** A written yes from the funder to paying somebody of the same household, with its last day. */
  readonly permissions: readonly { readonly agreedOn: PlainDate; readonly untilOn: PlainDate | null }[];
}

export interface FactPayslip {
  readonly payslipId: string;
  readonly payRunId: string;
  readonly engagementId: string;
  readonly payday: PlainDate;
  readonly result: PayslipResult;
  /** Minutes on confirmed timesheets that this pay run paid for; null when none are linked to it. */
  readonly timesheetMinutes: number | null;
  /** Matched to this payslip in the bank so far, as a positive amount. */
  readonly paidPence: Pence;
}

export interface FactPlanLine {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  /** What the plan gives the line for the days of the period; null when it cannot be worked out. */
  readonly plannedPence: Pence | null;
  /** What the ledger charged to the line in the period. */
  readonly spentPence: Pence;
}

export interface FactEvidence {
  readonly attachmentId: string;
  readonly kind: string;
  readonly recordKind: string;
  readonly recordId: string;
  readonly fileName: string;
}

/** The lowest legal hourly rate for a person on a day, found by the caller from the rates; null when it is not known. */
export type MinimumRateFor = (payslip: FactPayslip) => Pence | null;

/** All that a return's figures and checks are made from, gathered once. Nothing here is worked out by a check. */
export interface ReturnFacts {
  readonly today: PlainDate;
  readonly periodFrom: PlainDate;
  readonly periodTo: PlainDate;
  readonly template: ReturnTemplate;
  readonly holderName: string;
  readonly budgetPersonName: string;
  readonly budgetReference: string;
  readonly nextReviewOn: PlainDate | null;
  readonly funders: readonly FactFunder[];
  readonly schedules: readonly PaymentScheduleTerms[];
  readonly weeklyPaymentPence: Pence;
  readonly account: { readonly id: string; readonly name: string; readonly lastFourDigits: string; readonly openedOn: PlainDate };
  readonly previousReturn: { readonly periodTo: PlainDate; readonly closingPence: Pence } | null;
  /** Balance of the account in the ledger at the end of the day before the period, and at its end. */
  readonly ledgerOpeningPence: Pence;
  readonly ledgerClosingPence: Pence;
  readonly lines: readonly StatementLine[];
  /** The last line before the period and the first after it, where there are any: they prove that no line between is missing. */
  readonly lineBefore: StatementLine | null;
  readonly lineAfter: StatementLine | null;
  readonly imports: readonly StatementImport[];
  readonly matches: readonly BankMatch[];
  readonly planLines: readonly FactPlanLine[];
  readonly evidence: readonly FactEvidence[];
  readonly engagements: readonly FactEngagement[];
  readonly payslips: readonly FactPayslip[];
  readonly hmrcDebts: readonly Debt[];
  readonly pensionDebts: readonly Debt[];
  /** Everything owed and not paid at the end of the period. */
  readonly owedAtEnd: readonly Debt[];
  readonly earmarks: { readonly accruedLeavePence: Pence; readonly redundancyPence: Pence; readonly savingPence: Pence };
  readonly insurance: readonly { readonly id: string; readonly insurer: string; readonly fromOn: PlainDate; readonly toOn: PlainDate }[];
}

/** The parts of a statement line that are tied to something, and what is left. */
export function partsOfLine(facts: ReturnFacts, line: StatementLine): readonly BankMatch[] {
  return facts.matches.filter((match) => match.statementLineId === line.id);
}

/** Pence of a line that nothing explains yet, with the line's sign. */
export function unexplainedPart(facts: ReturnFacts, line: StatementLine): number {
  return line.amountPence - partsOfLine(facts, line).reduce((sum, part) => sum + part.amountPence, 0);
}
