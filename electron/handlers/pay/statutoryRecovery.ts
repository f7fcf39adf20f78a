import { type Pence, pence } from "../../../shared/core/money.ts";
import { hmrcPeriodOf } from "../../../shared/payroll/hmrc/hmrcMonth.ts";
import { recoveriesOf } from "../../../shared/payroll/hmrc/statutoryRecoveries.ts";
import { parentalKinds } from "../../../shared/payroll/payslip/payLineKinds.ts";
import type { PayslipResult } from "../../../shared/payroll/types.ts";
import type { TaxYearRates } from "../../../shared/rates/taxYearRates.ts";
import type { ReadDb } from "../../db/database.ts";
import { findEmployerTaxYear } from "../../db/repositories/hmrcFactsRepository.ts";
import { listPostings } from "../../db/repositories/ledgerRepository.ts";
import { listAllPayslips, listPayRuns } from "../../db/repositories/payRunRepository.ts";

/** A payslip of a run that is being worked out. */
interface RunPayslip {
  readonly engagementId: string;
  readonly name: string;
  readonly result: PayslipResult;
}

/** Whether a run pays statutory family pay at all. */
export const paysFamilyPay = (results: readonly PayslipResult[]): boolean =>
  results.some(({ payLines }) => payLines.some(({ kind }) => (parentalKinds as readonly string[]).includes(kind)));

/**
 * What HMRC gives back because of a run, in pence: what the whole tax month gives back with this run, less what earlier runs of the month took off already. So
 * each person's pay of the month is rounded once. Source: HMRC, Recover statutory payments; payroll rules, section 8.
 */
export function recoveredByRun(db: ReadDb, payslips: readonly RunPayslip[], rates: TaxYearRates): Pence {
  const first = payslips[0];
  if (!first || !paysFamilyPay(payslips.map(({ result }) => result))) return pence(0);
  const month = hmrcPeriodOf(first.result.payday, false).from;
  const inMonth = (payday: PayslipResult["payday"]) => hmrcPeriodOf(payday, false).from === month;
  const earlier = listAllPayslips(db)
    .filter(({ payday }) => inMonth(payday))
    .map(({ id, engagementId, result }) => ({ payslipId: id, engagementId, employeeName: "", result }));
  const now = payslips.map(({ engagementId, name, result }) => ({ payslipId: engagementId, engagementId, employeeName: name, result }));
  const isSmallEmployer = findEmployerTaxYear(db, rates.taxYear)?.hasSmallEmployersRelief ?? false;
  const total = recoveriesOf([...earlier, ...now], { rates, isSmallEmployer }).reduce(
    (sum, { recovered, compensation }) => sum + recovered.amount + compensation.amount,
    0,
  );
  const runsOfMonth = new Set(
    listPayRuns(db).flatMap(({ id, payday, withdrawnOn }) => (inMonth(payday) && withdrawnOn === null ? [id as string] : [])),
  );
  return pence(total - sumRecovered(db, (payRunId) => runsOfMonth.has(payRunId)));
}

/** What runs took off the debt to HMRC for statutory family pay, by the ledger. Pence. */
export function sumRecovered(db: ReadDb, wanted: (payRunId: string) => boolean): Pence {
  const postings = listPostings(db, { account: "hmrcDue" }).filter(
    ({ event, payRunId }) => event === "statutoryPayRecovered" && payRunId !== null && wanted(payRunId),
  );
  return pence(postings.reduce((sum, { amountPence }) => sum + amountPence, 0));
}
