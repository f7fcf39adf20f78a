import { notAllowed, notFound } from "../../shared/contract/errors.ts";
import type { YearEndOverview, yearEndOperations } from "../../shared/contract/yearEndOperations.ts";
import { addDays, formatDate, type PlainDate } from "../../shared/core/plainDate.ts";
import { type YearEndDates, yearEndDatesOf } from "../../shared/payroll/yearEnd/yearEndDates.ts";
import { yearEndSteps } from "../../shared/payroll/yearEnd/yearEndSteps.ts";
import { knownTaxYears, taxYearOf } from "../../shared/rates/ratesFor.ts";
import type { ReadDb } from "../db/database.ts";
import { upsertEmploymentAllowanceClaim } from "../db/repositories/employerRepository.ts";
import { findEngagement } from "../db/repositories/engagementRepository.ts";
import { insertTaxSetting } from "../db/repositories/payFactsWriting.ts";
import { listPayRuns } from "../db/repositories/payRunRepository.ts";
import { findYearEndRecord, saveYearEndRecord } from "../db/repositories/yearEndRepository.ts";
import { refuseInsideFinishedPay } from "./employment/changes.ts";
import type { CommandContext, Handlers } from "./handler.ts";
import { employerOrFail } from "./pay/sealedRun.ts";
import { gatherYearEndEmployer, ratesOfYear } from "./yearEnd/gatherEmployer.ts";
import { gatherYearEndPeople } from "./yearEnd/gatherPeople.ts";
import { rehearse } from "./yearEnd/rehearsal.ts";

export const yearEndHandlers: Handlers<typeof yearEndOperations> = {
  "yearEnd.overview": ({ db, today }, { taxYear }) => overview(db, today, taxYear ?? yearThatEnds(db, today)),

  "yearEnd.people": ({ db }, { taxYear }) => {
    ratesOfYear(taxYear);
    return gatherYearEndPeople(db, yearEndDatesOf(taxYear));
  },

  "yearEnd.employer": ({ db }, { taxYear }) => gatherYearEndEmployer(db, employerOrFail(db), yearEndDatesOf(taxYear)),

  "yearEnd.rehearseApril": ({ db, today }, input) => rehearse(db, today, input),

  "yearEnd.recordCodes": (context, { taxYear, engagementIds }) => recordCodes(context, yearEndDatesOf(taxYear), engagementIds),

  "yearEnd.recordAllowance": ({ db, today }, { taxYear, isClaimed }) => {
    ratesOfYear(taxYear);
    const { nextTaxYear } = yearEndDatesOf(taxYear);
    upsertEmploymentAllowanceClaim(db, nextTaxYear, isClaimed, today);
    return { lines: [`Recorded for ${nextTaxYear}: the Employment Allowance is ${isClaimed ? "claimed" : "not claimed"}.`] };
  },

  "yearEnd.recordP60": ({ db }, { taxYear, engagementId, givenOn }) => {
    const engagement = findEngagement(db, engagementId);
    if (!engagement) throw notFound("personal assistant");
    const { to } = yearEndDatesOf(taxYear);
    if (givenOn !== null && givenOn <= to)
      throw notAllowed(`A P60 is for the whole tax year, which ends on ${formatDate(to)}.`, ["Choose a later day."]);
    const record = findYearEndRecord(db, taxYear);
    const { [engagementId]: _before, ...others } = record.p60GivenOn;
    saveYearEndRecord(db, taxYear, { ...record, p60GivenOn: givenOn === null ? others : { ...others, [engagementId]: givenOn } });
    return { lines: [] };
  },

  "yearEnd.recordFinalSubmission": ({ db }, { taxYear, toldOn }) => {
    saveYearEndRecord(db, taxYear, { ...findYearEndRecord(db, taxYear), finalSubmissionOn: toldOn });
    return { lines: [] };
  },
};

/** The tax year that runs, or the newest one that this version knows; until 31 May the one that has just ended, when wages were paid in it. */
function yearThatEnds(db: ReadDb, today: PlainDate): string {
  const running = knownTaxYears.findLast(({ from }) => from <= today)?.taxYear ?? taxYearOf(today);
  const before = taxYearOf(addDays(yearEndDatesOf(running).from, -1));
  const wasPaid = listPayRuns(db).some(({ taxYear, state, withdrawnOn }) => taxYear === before && state === "finished" && withdrawnOn === null);
  return wasPaid && today <= yearEndDatesOf(before).p60By ? before : running;
}

function overview(db: ReadDb, today: PlainDate, taxYear: string): YearEndOverview {
  const dates = yearEndDatesOf(taxYear);
  const employer = gatherYearEndEmployer(db, employerOrFail(db), dates);
  const people = gatherYearEndPeople(db, dates);
  const codes = people.flatMap(({ code }) => (code ? [code] : []));
  const wages = people.flatMap(({ wage }) => (wage ? [wage] : []));
  const paid = listPayRuns(db).filter(({ state, withdrawnOn }) => state === "finished" && withdrawnOn === null);
  const years = new Set([...paid.map((run) => run.taxYear), taxYearOf(today), taxYear]);
  const steps = yearEndSteps({
    today,
    dates,
    filingRoute: employer.filingRoute,
    paydays: employer.paydays,
    finalToldOn: employer.finalToldOn,
    p60s: people.filter(({ needsP60 }) => needsP60).map(({ name, p60GivenOn }) => ({ name, givenOn: p60GivenOn })),
    codes: {
      people: codes.length,
      toRecord: codes.filter(({ isReady }) => !isReady).length,
      isConfirmed: codes.every(({ isConfirmed }) => isConfirmed),
    },
    rates: employer.rates,
    minimumWage: { isKnown: wages.every(({ minimum }) => minimum !== null), below: wages.reduce((sum, { below }) => sum + below.length, 0) },
    allowance: employer.allowance,
    isReliefAnswered: employer.relief.answered !== null,
    goOn: people.filter(({ goesOn }) => goesOn).length,
  });
  return {
    dates,
    taxYears: knownTaxYears
      .map((year) => year.taxYear)
      .filter((year) => years.has(year))
      .reverse(),
    filingRoute: employer.filingRoute,
    steps: steps.map((step) => ({ ...step, lines: [...step.lines] })),
  };
}

function recordCodes({ db, newId }: CommandContext, dates: YearEndDates, engagementIds: readonly string[]) {
  ratesOfYear(dates.taxYear);
  const people = gatherYearEndPeople(db, dates);
  const lines = engagementIds.map((engagementId) => {
    const engagement = findEngagement(db, engagementId);
    const person = people.find((each) => each.engagementId === engagementId);
    if (!engagement || !person?.code) throw notFound("personal assistant");
    const { code, name } = person;
    if (code.problem !== null) throw notAllowed(`${name}: ${code.problem}`);
    if (code.isReady) return `${name}: ${code.next} stands already.`;
    refuseInsideFinishedPay(db, engagement, dates.newRatesFrom, "payday");
    const source = `Carried to ${dates.nextTaxYear} by HMRC’s form P9X`;
    insertTaxSetting(db, { id: newId(), engagementId, fromOn: dates.newRatesFrom, taxCode: code.next, isWeek1Month1: false, source });
    return `${name}: ${code.next} from ${formatDate(dates.newRatesFrom)}.`;
  });
  return { lines };
}
