import { notAllowed } from "../../../shared/contract/errors.ts";
import type { YearEndEmployer } from "../../../shared/contract/yearEndOperations.ts";
import { payPeriodAt } from "../../../shared/payroll/payRun/payRun.ts";
import { allowanceNextYear } from "../../../shared/payroll/yearEnd/allowanceNextYear.ts";
import { checkNewRates } from "../../../shared/payroll/yearEnd/newRatesCheck.ts";
import { reliefNextYear } from "../../../shared/payroll/yearEnd/reliefNextYear.ts";
import type { YearEndDates } from "../../../shared/payroll/yearEnd/yearEndDates.ts";
import type { Employer } from "../../../shared/people/employer.ts";
import { ratesForTaxYear } from "../../../shared/rates/ratesFor.ts";
import type { TaxYearRates } from "../../../shared/rates/taxYearRates.ts";
import type { ReadDb } from "../../db/database.ts";
import { isEmploymentAllowanceClaimed, listEmploymentAllowanceClaims } from "../../db/repositories/employerRepository.ts";
import { findEmployerTaxYear } from "../../db/repositories/hmrcFactsRepository.ts";
import { listAllPayslips, listPayRuns } from "../../db/repositories/payRunRepository.ts";
import { findYearEndRecord, listToldSubmissions } from "../../db/repositories/yearEndRepository.ts";

/** The rates of a tax year, or a refusal in plain words. */
export function ratesOfYear(taxYear: string): TaxYearRates {
  const rates = ratesForTaxYear(taxYear);
  if (!rates) throw notAllowed(`This version has no rates for ${taxYear}.`, ["Choose another tax year."]);
  return rates;
}

/** What the employer settles at the end of a tax year. */
export function gatherYearEndEmployer(db: ReadDb, employer: Employer, dates: YearEndDates): YearEndEmployer {
  const { taxYear, nextTaxYear } = dates;
  const rates = ratesOfYear(taxYear);
  const claim = listEmploymentAllowanceClaims(db).find((each) => each.taxYear === nextTaxYear);
  const isClaimedNextYear = claim?.isClaimed ?? null;
  const { filingRoute } = employer;
  const isClaimedThisYear = isEmploymentAllowanceClaimed(db, taxYear);
  const allowance = allowanceNextYear({ taxYear, nextTaxYear, filingRoute, isClaimedThisYear, isClaimedNextYear, rates });
  const payslips = listAllPayslips(db).filter((payslip) => payslip.taxYear === taxYear);
  const relief = reliefNextYear(
    payslips.map(({ result }) => result),
    nextTaxYear,
    rates,
  );
  const told = listToldSubmissions(db, taxYear);
  const byHand = findYearEndRecord(db, taxYear).finalSubmissionOn;
  const bySubmission = told.find(({ isFinal }) => isFinal)?.toldOn ?? null;
  const newRates = checkNewRates(taxYear);
  return {
    filingRoute,
    rates: { ...newRates, lines: [...newRates.lines] },
    allowance: { isClaimedNextYear, mustClaimAgain: allowance.mustClaimAgain, isSettled: allowance.isSettled, lines: [...allowance.lines] },
    relief: { ...relief, answered: findEmployerTaxYear(db, nextTaxYear)?.hasSmallEmployersRelief ?? null, lines: [...relief.lines] },
    paydays: paydaysOf(db, employer, dates, told),
    finalToldOn: bySubmission ?? byHand,
    isFinalByHand: bySubmission === null && byHand !== null,
  };
}

/** The paydays that the rhythm gives the year, and finished ones besides (extra runs, another rhythm before). */
function paydaysOf(db: ReadDb, employer: Employer, dates: YearEndDates, told: ReturnType<typeof listToldSubmissions>): YearEndEmployer["paydays"] {
  const runs = listPayRuns(db).filter(
    ({ state, withdrawnOn, payday }) => state === "finished" && withdrawnOn === null && dates.from <= payday && payday <= dates.to,
  );
  const toldOf = (ids: readonly string[]) => {
    const days = ids.map((id) => told.find(({ payRunId }) => payRunId === id)?.toldOn ?? null);
    return days.length > 0 && days.every((day) => day !== null) ? (days[0] ?? null) : null;
  };
  const days = new Set(runs.map(({ payday }) => payday));
  for (let index = 0; ; index += 1) {
    const { payday } = payPeriodAt(employer, index);
    if (payday > dates.to) break;
    if (payday >= dates.from) days.add(payday);
  }
  return [...days].sort().map((payday) => {
    const ids = runs.filter((run) => run.payday === payday).map(({ id }) => id as string);
    return { payday, isFinished: ids.length > 0, toldOn: toldOf(ids) };
  });
}
