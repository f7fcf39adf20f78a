import { type Pence, pence } from "../../core/money.ts";
import type { PlainDate } from "../../core/plainDate.ts";
import type { TaxYearRates } from "../../rates/taxYearRates.ts";
import { recoveryOfMonth } from "../statutoryPay/statutoryRecovery.ts";
import type { PayLineKind, PayslipResult } from "../types.ts";
import { checkEmployerPaymentSummary } from "./checkEmployerPaymentSummary.ts";
import {
  type EmployerPaymentSummary,
  RecoveredKind,
  type RecoveredToDate,
  type RepaymentAccount,
  type TaxMonthsSpan,
} from "./employerPaymentSummary.ts";
import type { EmployerFacts, FinalSubmission } from "./submissionFacts.ts";
import { type SubmissionVerdict, verdictOf } from "./submissionProblem.ts";
import { employerReferences } from "./submittedPerson.ts";
import { plainLetters } from "./submittedText.ts";

export interface EmployerPaymentSummaryInput {
  readonly taxYear: string;
  readonly employer: EmployerFacts;
  readonly noPayment: TaxMonthsSpan | null;
  readonly inactivity: TaxMonthsSpan | null;
  readonly employmentAllowance: boolean | null;
  /** Totals of the tax year to the end of `taxMonth`, of all employees together; kinds with nothing in them may be there. */
  readonly recovered: { readonly taxMonth: number; readonly amounts: readonly RecoveredToDate[] } | null;
  readonly account: RepaymentAccount | null;
  readonly finalSubmission: FinalSubmission | null;
  /** The day it is sent. */
  readonly today: PlainDate;
}

/** The Employer Payment Summary, or everything HMRC would refuse in it. Source: HMRC, RTI data item guide; schema and business rules. */
export function buildEmployerPaymentSummary(input: EmployerPaymentSummaryInput): SubmissionVerdict<EmployerPaymentSummary> {
  const summary = draftEmployerPaymentSummary(input);
  return verdictOf(summary, checkEmployerPaymentSummary(summary, input.today));
}

/** The same summary whether HMRC would take it or not, to be looked at while something is still missing. */
export function draftEmployerPaymentSummary(input: Omit<EmployerPaymentSummaryInput, "today">): EmployerPaymentSummary {
  const { recovered, account } = input;
  const amounts = recovered?.amounts.filter((each) => each.recovered !== 0 || each.compensation !== 0) ?? [];
  return {
    taxYear: input.taxYear,
    noPayment: input.noPayment,
    inactivity: input.inactivity,
    employmentAllowance: input.employmentAllowance,
    finalSubmission: input.finalSubmission,
    employer: employerReferences(input.employer),
    recovered: recovered && amounts.length > 0 ? { taxMonth: recovered.taxMonth, amounts } : null,
    account: account && {
      holderName: plainLetters(account.holderName),
      accountNumber: account.accountNumber.replace(/\s/g, ""),
      sortCode: account.sortCode.replace(/[\s-]/g, ""),
      buildingSocietyReference: account.buildingSocietyReference && plainLetters(account.buildingSocietyReference),
    },
  };
}

const lineKinds: Readonly<Record<RecoveredKind, PayLineKind>> = {
  maternity: "statutoryMaternityPay",
  paternity: "statutoryPaternityPay",
  adoption: "statutoryAdoptionPay",
  sharedParental: "statutorySharedParentalPay",
  parentalBereavement: "statutoryParentalBereavementPay",
  neonatalCare: "statutoryNeonatalCarePay",
};

const recoveredKinds = RecoveredKind.options;

/**
 * What the employer gets back of statutory pay since 6 April, to the end of a tax month, by kind: each employee's pay of a month rounded by itself.
 * `payslips` are one list for each employee, all of the tax year of `rates`. Kinds never paid are left out. Pence.
 * Source: HMRC, Recover statutory payments; payroll rules, section 8.
 */
export function recoveredToDate(
  payslips: readonly (readonly PayslipResult[])[],
  taxMonth: number,
  isSmallEmployer: boolean,
  rates: Pick<TaxYearRates, "taxYear" | "statutoryParentalPay">,
): RecoveredToDate[] {
  return recoveredKinds.flatMap((kind) => {
    let recovered = 0;
    let compensation = 0;
    for (const ofOne of payslips) {
      for (const paid of paidByMonth(ofOne, lineKinds[kind], taxMonth)) {
        const back = recoveryOfMonth(paid, isSmallEmployer, rates);
        recovered += back.recovered;
        compensation += back.compensation;
      }
    }
    return recovered === 0 && compensation === 0 ? [] : [{ kind, recovered: pence(recovered), compensation: pence(compensation) }];
  });
}

function paidByMonth(payslips: readonly PayslipResult[], kind: PayLineKind, lastMonth: number): Pence[] {
  const months = new Map<number, number>();
  for (const { taxPeriod, payLines } of payslips) {
    if (taxPeriod.taxMonth > lastMonth) continue;
    const paid = payLines.reduce((sum, line) => sum + (line.kind === kind ? line.amount : 0), 0);
    months.set(taxPeriod.taxMonth, (months.get(taxPeriod.taxMonth) ?? 0) + paid);
  }
  return [...months.values()].filter((paid) => paid !== 0).map(pence);
}
