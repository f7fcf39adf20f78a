import { notFound } from "../../../shared/contract/errors.ts";
import type { FinishedPayRun, SealedPayslip } from "../../../shared/contract/payAnswers.ts";
import type { PayRun } from "../../../shared/payroll/payRun/payRun.ts";
import type { Employer } from "../../../shared/people/employer.ts";
import { fullName } from "../../../shared/people/person.ts";
import type { ReadDb } from "../../db/database.ts";
import { findEmployer } from "../../db/repositories/employerRepository.ts";
import { findEngagement } from "../../db/repositories/engagementRepository.ts";
import { findPerson } from "../../db/repositories/householdRepository.ts";
import { listPostings } from "../../db/repositories/ledgerRepository.ts";
import { findPlanLineNames, listPayslipsOfRun, type StoredPayslip, sumEmploymentAllowanceUsed } from "../../db/repositories/payRunRepository.ts";
import { sumRecovered } from "./statutoryRecovery.ts";
import { duesOf, planLineTotals, ratesOrRefuse, totalsOf } from "./workOutRun.ts";

/** The employer of this file. @throws AppFailure notFound before set-up. */
export function employerOrFail(db: ReadDb): Employer {
  const employer = findEmployer(db);
  if (!employer) throw notFound("employer");
  return employer;
}

/** A sealed payslip with the names and references that stand on it. */
export function sealedPayslip(db: ReadDb, payslip: StoredPayslip): SealedPayslip {
  const engagement = findEngagement(db, payslip.engagementId);
  if (!engagement) throw notFound("personal assistant");
  const employer = employerOrFail(db);
  const holder = findPerson(db, employer.holderPersonId);
  return {
    id: payslip.id,
    payRunId: payslip.payRunId,
    engagementId: payslip.engagementId,
    name: fullName(engagement.person),
    address: engagement.person.address,
    postcode: engagement.person.postcode,
    payrollNumber: engagement.payrollNumber,
    nationalInsuranceNumber: engagement.nationalInsuranceNumber,
    jobTitle: engagement.jobTitle,
    employerName: holder ? fullName(holder) : "",
    payeReference: employer.payeReference,
    pensionSchemeName: employer.pensionSchemeName,
    result: payslip.result,
  };
}

/** A finished run as it was sealed. The allowance is what the ledger says was used. */
export function finishedRun(db: ReadDb, run: PayRun): FinishedPayRun {
  const payslips = listPayslipsOfRun(db, run.id);
  const results = payslips.map(({ result }) => result);
  const rates = ratesOrRefuse(run.payday);
  const totals = totalsOf(results);
  const usedAllowance = listPostings(db, { payRunId: run.id, account: "hmrcDue" }).some(({ event }) => event === "employmentAllowance");
  const usedBefore = usedAllowance ? sumEmploymentAllowanceUsed(db, run.taxYear, run.finishedAt) : null;
  const recovered = sumRecovered(db, (payRunId) => payRunId === run.id);
  const dues = duesOf(totals, results, run.payday, employerOrFail(db), { usedBefore, recovered }, rates);
  return {
    run,
    totals,
    dues,
    payslips: payslips.map((payslip) => sealedPayslip(db, payslip)),
    planLines: planLineTotals(results, findPlanLineNames(db)),
  };
}
