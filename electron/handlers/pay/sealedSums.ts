import { type Pence, pence } from "../../../shared/core/money.ts";
import { laterOf, type PlainDate } from "../../../shared/core/plainDate.ts";
import { taxPeriodOf } from "../../../shared/payroll/incomeTax/taxPeriod.ts";
import type { PayRunKind } from "../../../shared/payroll/payRun/payRun.ts";
import { earlierInEarningsPeriodOf } from "../../../shared/payroll/payslip/earlierInPeriod.ts";
import { rebuildYearToDate } from "../../../shared/payroll/payslip/rebuildYearToDate.ts";
import { startOfYear } from "../../../shared/payroll/payslip/yearToDate.ts";
import { calculateOptOutRefund } from "../../../shared/payroll/pension/optOutRefund.ts";
import type { EarlierInEarningsPeriod, OrderDeduction, PayFrequency, PayLineKind, PensionRefund, YearToDate } from "../../../shared/payroll/types.ts";
import type { DeductionOrderRecord, PensionOptOut } from "../../../shared/people/payArrangements.ts";
import { isPensionMember, type PensionMembership } from "../../../shared/people/payFacts.ts";
import type { ReadDb } from "../../db/database.ts";
import { listCorrectionsOfEngagement } from "../../db/repositories/correctionRepository.ts";
import { findMidYearFigures, findOpeningFigures } from "../../db/repositories/payFactsRepository.ts";
import type { StoredPayslip } from "../../db/repositories/payRunRepository.ts";

/** What sealed payslips paid for one record (an absence, a family leave), in pence. */
export function paidForRecord(payslips: readonly StoredPayslip[], kind: PayLineKind, recordId: string): Pence {
  let sum = 0;
  for (const { result } of payslips) for (const line of result.payLines) if (line.kind === kind && line.recordId === recordId) sum += line.amount;
  return pence(sum);
}

/** The last day up to which a record is to be worked out: that of the run, or of a later period that paid for it already, so that its pay is not taken back. */
export function paidUpTo(payslips: readonly StoredPayslip[], kind: PayLineKind, recordId: string, periodTo: PlainDate): PlainDate {
  let upTo = periodTo;
  for (const { result } of payslips) {
    if (result.payLines.some((line) => line.kind === kind && line.recordId === recordId)) upTo = laterOf(upTo, result.periodTo);
  }
  return upTo;
}

/** What sealed payslips took back of a loan, in pence. */
export function repaidOfLoan(payslips: readonly StoredPayslip[], loanId: string): Pence {
  let sum = 0;
  for (const { result } of payslips) {
    for (const deduction of result.otherDeductions) if (deduction.kind === "loan" && deduction.recordId === loanId) sum += deduction.amount;
  }
  return pence(sum);
}

/** What the newest sealed payslip says of an order, or of the older order that it continues; undefined when it was never taken. */
export function lastOrderDeduction(
  payslips: readonly StoredPayslip[],
  order: DeductionOrderRecord,
  orders: readonly DeductionOrderRecord[],
): OrderDeduction | undefined {
  const ids = new Set<string>();
  for (let each: DeductionOrderRecord | undefined = order; each; ) {
    ids.add(each.id);
    const before: string | null = each.continuesOrderId;
    each = before === null || ids.has(before) ? undefined : orders.find(({ id }) => id === before);
  }
  for (const { result } of [...payslips].reverse()) {
    const found = result.orderDeductions.find(({ orderId }) => ids.has(orderId));
    if (found) return found;
  }
  return undefined;
}

/** Contributions since joining that an opt-out gives back and no payslip gave back yet; null when there are none. Pence. */
export function pensionRefundDue(
  optOuts: readonly PensionOptOut[],
  memberships: readonly PensionMembership[],
  payslips: readonly StoredPayslip[],
): PensionRefund | null {
  const optOut = optOuts.at(-1);
  if (!optOut) return null;
  const rejoinedOn = memberships
    .filter(({ status, fromOn }) => isPensionMember(status) && fromOn > optOut.noticeOn)
    .map(({ fromOn }) => fromOn)
    .sort()[0];
  const contributions = payslips
    .filter(({ payday }) => rejoinedOn === undefined || payday < rejoinedOn)
    .map(({ payday, result }) => ({ payday, employee: result.employeePension.amount, employer: result.employerPension.amount }));
  const { employee, employer } = calculateOptOutRefund(optOut.joinedOn, contributions);
  return employee.amount <= 0 && employer.amount <= 0 ? null : { employee: employee.amount, employer: employer.amount };
}

/**
 * What was paid and taken earlier in the earnings period of a payday. An extra or correction run looks at every payslip of the period; a regular run only
 * at extra ones, because a regular payday has an earnings period of its own. Null when there is nothing.
 * Source: Social Security (Contributions) Regulations 2001, regulations 3 and 6.
 */
export function earlierInEarningsPeriod(
  payslips: readonly StoredPayslip[],
  runKind: PayRunKind,
  payday: PlainDate,
  payFrequency: PayFrequency,
): EarlierInEarningsPeriod | null {
  const period = taxPeriodOf(payday, payFrequency);
  const earlier = payslips.filter(
    ({ result, runKind: kind }) =>
      result.payFrequency === payFrequency &&
      result.taxPeriod.taxYear === period.taxYear &&
      result.taxPeriod.number === period.number &&
      (runKind !== "regular" || kind !== "regular"),
  );
  return earlierInEarningsPeriodOf(earlier.map(({ result }) => result));
}

/** The start of a tax year: what a P45 or a mid-year start brought. */
export function openingOfYear(db: ReadDb, engagementId: string, taxYear: string): YearToDate {
  const opening = findOpeningFigures(db, engagementId, taxYear);
  const sumOf = (source: string, key: "taxablePayPence" | "taxPence") =>
    pence(opening.filter((figures) => figures.source === source).reduce((sum, figures) => sum + figures[key], 0));
  const start: YearToDate = {
    ...startOfYear(sumOf("p45", "taxablePayPence"), sumOf("p45", "taxPence")),
    taxablePay: sumOf("midYearStart", "taxablePayPence"),
    incomeTax: sumOf("midYearStart", "taxPence"),
  };
  const more = findMidYearFigures(db, engagementId, taxYear);
  if (!more) return start;
  const parental = {
    statutoryMaternityPay: more.statutoryMaternityPayPence,
    statutoryAdoptionPay: more.statutoryAdoptionPayPence,
    statutoryPaternityPay: more.statutoryPaternityPayPence,
    statutorySharedParentalPay: more.statutorySharedParentalPayPence,
    statutoryParentalBereavementPay: more.statutoryParentalBereavementPayPence,
    statutoryNeonatalCarePay: more.statutoryNeonatalCarePayPence,
  };
  return {
    ...start,
    ...parental,
    grossPay: start.taxablePay,
    nationalInsurance: more.nationalInsurance,
    studentLoan: more.studentLoanPence,
    postgraduateLoan: more.postgraduateLoanPence,
    employeePension: more.employeePensionPence,
    employerPension: more.employerPensionPence,
    statutorySickPay: more.statutorySickPayPence,
    statutoryParentalPay: pence(Object.values(parental).reduce((sum, amount) => sum + amount, 0)),
  };
}

/** The year so far, added up from the opening figures and the sealed payslips of the tax year: never typed over. */
export function yearSoFar(db: ReadDb, engagementId: string, taxYear: string, payslips: readonly StoredPayslip[]): YearToDate {
  const ofYear = payslips.filter((payslip) => payslip.taxYear === taxYear).map(({ result }) => result);
  return rebuildYearToDate(openingOfYear(db, engagementId, taxYear), ofYear);
}

/** The same year with each payslip of a closed year's correction in place of the sealed one. */
export function correctedYear(db: ReadDb, engagementId: string, taxYear: string, payslips: readonly StoredPayslip[]): YearToDate {
  const corrections = listCorrectionsOfEngagement(db, engagementId).filter(({ how }) => how === "closedYear");
  const ofYear = payslips
    .filter((payslip) => payslip.taxYear === taxYear)
    .map(({ id, result }) => corrections.findLast(({ payslipId }) => payslipId === id)?.recomputed ?? result);
  return rebuildYearToDate(openingOfYear(db, engagementId, taxYear), ofYear);
}
