import type { YearEndPerson } from "../../../shared/contract/yearEndOperations.ts";
import { pence } from "../../../shared/core/money.ts";
import type { PlainDate } from "../../../shared/core/plainDate.ts";
import { describeProblem } from "../../../shared/payroll/problems.ts";
import { carryForward } from "../../../shared/payroll/yearEnd/carryForward.ts";
import { carryTaxCode } from "../../../shared/payroll/yearEnd/carryTaxCode.ts";
import { checkMinimumWageRise } from "../../../shared/payroll/yearEnd/minimumWageRise.ts";
import type { YearEndDates } from "../../../shared/payroll/yearEnd/yearEndDates.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import { isPensionMember, type LoanKind } from "../../../shared/people/payFacts.ts";
import { fullName } from "../../../shared/people/person.ts";
import { codeUpliftFor } from "../../../shared/rates/codeUplifts.ts";
import type { ReadDb } from "../../db/database.ts";
import { listEngagements } from "../../db/repositories/engagementRepository.ts";
import {
  findPayRate,
  findPensionMembership,
  findTaxSetting,
  listKindsOfTime,
  listLoanNotices,
  listPayFacts,
} from "../../db/repositories/payFactsRepository.ts";
import { listPayslipsOfEngagement } from "../../db/repositories/payRunRepository.ts";
import { findYearEndRecord } from "../../db/repositories/yearEndRepository.ts";

const loanWords: Readonly<Record<LoanKind, string>> = {
  plan1: "Student loan plan 1",
  plan2: "Student loan plan 2",
  plan4: "Student loan plan 4",
  plan5: "Student loan plan 5",
  postgraduate: "Postgraduate loan",
};

/** Everybody who has a job in the tax year or was paid in it, by name. */
export function gatherYearEndPeople(db: ReadDb, dates: YearEndDates): YearEndPerson[] {
  const given = findYearEndRecord(db, dates.taxYear).p60GivenOn;
  return listEngagements(db)
    .filter(({ startOn, endOn }) => startOn <= dates.newRatesFrom && (endOn === null || endOn >= dates.from))
    .map((engagement) => personOf(db, engagement, dates, given[engagement.id] ?? null))
    .sort((a, b) => a.name.localeCompare(b.name, "en-GB"));
}

function personOf(db: ReadDb, engagement: Engagement, dates: YearEndDates, p60GivenOn: PlainDate | null): YearEndPerson {
  const name = engagement.person.firstName;
  const last = listPayslipsOfEngagement(db, engagement.id)
    .filter(({ taxYear }) => taxYear === dates.taxYear)
    .at(-1)?.result.yearToDate;
  const membership = findPensionMembership(db, engagement.id, dates.newRatesFrom);
  const carried = carryForward(
    {
      name,
      startOn: engagement.startOn,
      endOn: engagement.endOn,
      taxablePay: last?.taxablePay ?? pence(0),
      incomeTax: last?.incomeTax ?? pence(0),
      previousTaxablePay: last?.previousTaxablePay ?? pence(0),
      loans: listLoanNotices(db, engagement.id, dates.to).map(({ kind, toOn }) => ({ words: loanWords[kind], toOn })),
      isPensionMember: membership !== undefined && isPensionMember(membership.status),
    },
    dates,
  );
  return {
    engagementId: engagement.id,
    name: fullName(engagement.person),
    goesOn: carried.goesOn,
    needsP60: carried.needsP60,
    p60GivenOn,
    carried: [...carried.lines],
    code: carried.goesOn ? codeOf(db, engagement, dates) : null,
    wage: carried.goesOn ? wageOf(db, engagement, dates) : null,
  };
}

/** The code of 5 April beside the one of 6 April. A code recorded from 6 April on is HMRC's newer one, or ours. */
function codeOf(db: ReadDb, { id }: Engagement, dates: YearEndDates): NonNullable<YearEndPerson["code"]> {
  const now = findTaxSetting(db, id, dates.to);
  const newer = listPayFacts(db, id).taxSettings.find(({ fromOn }) => fromOn === dates.newRatesFrom);
  const none = {
    now: now?.taxCode ?? "none",
    isWeek1Month1: now?.isWeek1Month1 ?? false,
    isChanged: false,
    isConfirmed: true,
    lines: [],
    problem: null,
  };
  if (!now) {
    const starts = findTaxSetting(db, id, dates.newRatesFrom);
    const problem = starts ? null : "There is no tax code yet. Add it on their page.";
    return { ...none, next: starts?.taxCode ?? "none", isReady: starts !== undefined, problem };
  }
  const verdict = carryTaxCode({ code: now.taxCode, isWeek1Month1: now.isWeek1Month1 }, dates.newRatesFrom, codeUpliftFor(dates.nextTaxYear));
  if (!verdict.ok) return { ...none, next: now.taxCode, isReady: false, problem: verdict.problems.map(describeProblem).join(" ") };
  const { setting, isChanged, isConfirmed, lines } = verdict.value;
  if (newer) {
    const text = `${newer.taxCode} is recorded from 6 April (${newer.source}).`;
    return { ...none, next: newer.taxCode, isChanged: newer.taxCode !== now.taxCode || now.isWeek1Month1, isReady: true, lines: [text] };
  }
  return { ...none, next: setting.code, isChanged, isConfirmed, isReady: !isChanged, lines: [...lines] };
}

function wageOf(db: ReadDb, { id, person }: Engagement, dates: YearEndDates): NonNullable<YearEndPerson["wage"]> {
  const rates = listKindsOfTime(db).flatMap((kind) => {
    if (kind.paidBy !== "hour" || kind.minimumWageCounts !== "all") return [];
    const rate = findPayRate(db, id, kind.id, dates.minimumWageFrom);
    return rate ? [{ kind: kind.name, ratePence: rate.ratePence }] : [];
  });
  const { minimum, below, lines } = checkMinimumWageRise({ name: person.firstName, dateOfBirth: person.dateOfBirth, rates }, dates.minimumWageFrom);
  return { minimum, below: below.map((rate) => ({ ...rate })), lines: [...lines] };
}
