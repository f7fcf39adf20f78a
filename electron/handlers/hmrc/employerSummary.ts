import { notFound } from "../../../shared/contract/errors.ts";
import type { EmployerSummary, HmrcMonthRecord } from "../../../shared/contract/hmrcAnswers.ts";
import { formatPence, sumPence } from "../../../shared/core/money.ts";
import { formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import type { PaymentRecordMonth } from "../../../shared/payroll/hmrc/employerPaymentRecord.ts";
import { type HmrcPeriod, hmrcPeriodOf } from "../../../shared/payroll/hmrc/hmrcMonth.ts";
import { nextPayPeriod } from "../../../shared/payroll/payRun/payRun.ts";
import {
  buildEmployerPaymentSummary,
  draftEmployerPaymentSummary,
  type EmployerPaymentSummaryInput,
  recoveredToDate,
} from "../../../shared/payroll/rti/buildEmployerPaymentSummary.ts";
import type { EmployerPaymentSummary, RepaymentAccount, TaxMonthsSpan } from "../../../shared/payroll/rti/employerPaymentSummary.ts";
import { employerPaymentSummarySheet } from "../../../shared/payroll/rti/employerPaymentSummarySheet.ts";
import type { SubmissionVerdict } from "../../../shared/payroll/rti/submissionProblem.ts";
import type { ReadDb } from "../../db/database.ts";
import { findEmployerHmrcFacts, listHmrcInactivity } from "../../db/repositories/hmrcFactsRepository.ts";
import { listHmrcSubmissions, type StoredSubmission } from "../../db/repositories/hmrcSubmissionRepository.ts";
import { listPayRuns } from "../../db/repositories/payRunRepository.ts";
import { employerFactsOf, finalSubmissionOf } from "./fullPaymentFacts.ts";
import { hmrcProblem, routeOf, submissionAnswer } from "./payday.ts";
import { accountAnswer, bankAnswer, gatherYear, type HmrcYear, monthAnswer } from "./yearFacts.ts";

/** An Employer Payment Summary with what it was made of. */
export interface SummaryToTell {
  readonly period: HmrcPeriod;
  readonly input: EmployerPaymentSummaryInput;
  readonly summary: EmployerPaymentSummary;
  readonly verdict: SubmissionVerdict<EmployerPaymentSummary>;
  readonly reasons: EmployerSummary["reasons"];
  /** Summaries of this tax month, newest first. */
  readonly submissions: readonly StoredSubmission[];
}

/** Gathers the Employer Payment Summary of a tax month: only what HMRC was not told by an earlier month's. On paper the allowance is told every time. */
export function gatherSummary(db: ReadDb, year: HmrcYear, taxMonth: number, today: PlainDate): SummaryToTell {
  const month = monthOf(year, taxMonth);
  const { period } = month;
  const all = listHmrcSubmissions(db).filter(({ kind, taxYear }) => kind === "eps" && taxYear === year.taxYear);
  const told = all.filter(({ toldOn, figures }) => toldOn !== null && figures.taxMonth !== taxMonth && (figures.taxMonth ?? 13) < taxMonth);
  const parts = { told, year, period, today };
  const noPayment = noPaymentOf(db, parts, taxMonth);
  const recovered = recoveredOf(year, taxMonth);
  const allowance = allowanceOf(parts);
  const inactivity = inactivityOf(db, parts);
  const account = repaymentAccountOf(db, year, taxMonth);
  const finalSubmission = finalOf(db, year, taxMonth, today);
  const reasons: EmployerSummary["reasons"] = [];
  const because = (holds: unknown, text: string, payslipIds: readonly string[] = []) => {
    if (holds) reasons.push({ text, payslipIds: [...payslipIds] });
  };
  because(
    recovered,
    recoveredWords(year, taxMonth),
    year.months.slice(0, taxMonth).flatMap((each) => each.recoveries.flatMap(({ payslipIds }) => payslipIds)),
  );
  because(noPayment, noPayment ? `Nobody was paid from ${formatDate(noPayment.from)} to ${formatDate(noPayment.to)}.` : "");
  because(inactivity, inactivity ? `Nobody will be paid from ${formatDate(inactivity.from)} to ${formatDate(inactivity.to)}.` : "");
  because(allowance === true, `Employment Allowance is claimed for ${year.taxYear}. It is told once a year, and again on every form on paper.`);
  because(allowance === false, `Employment Allowance is no longer claimed for ${year.taxYear}.`);
  because(account, "HMRC owes you money at the end of this month, so your bank account goes with it.");
  because(finalSubmission?.because === "yearEnd", "This is the last report of the tax year.");
  because(finalSubmission?.because === "schemeCeased", "The PAYE scheme has closed.");
  const input: EmployerPaymentSummaryInput = {
    taxYear: year.taxYear,
    employer: employerFactsOf(db, year.employer),
    noPayment,
    inactivity,
    employmentAllowance: allowance,
    recovered,
    account,
    finalSubmission,
    today,
  };
  return {
    period,
    input,
    summary: draftEmployerPaymentSummary(input),
    verdict: buildEmployerPaymentSummary(input),
    reasons,
    submissions: all.filter(({ figures }) => figures.taxMonth === taxMonth),
  };
}

const monthOf = ({ months }: HmrcYear, taxMonth: number): PaymentRecordMonth => {
  const month = months[taxMonth - 1];
  if (!month) throw notFound("tax month");
  return month;
};

interface SummaryParts {
  readonly told: readonly StoredSubmission[];
  readonly year: HmrcYear;
  readonly period: HmrcPeriod;
  readonly today: PlainDate;
}

/** Statutory pay got back since 6 April. Once there is any, it goes in every later summary of the year. */
function recoveredOf({ papers, isSmallEmployer, rates }: HmrcYear, taxMonth: number): EmployerPaymentSummaryInput["recovered"] {
  const people = [...new Set(papers.map(({ engagementId }) => engagementId))];
  const amounts = recoveredToDate(
    people.map((id) => papers.filter(({ engagementId }) => engagementId === id).map(({ result }) => result)),
    taxMonth,
    isSmallEmployer,
    rates,
  );
  return amounts.length === 0 ? null : { taxMonth, amounts };
}

function recoveredWords({ months }: HmrcYear, taxMonth: number): string {
  const amounts = months
    .slice(0, taxMonth)
    .flatMap(({ recoveries }) => recoveries.flatMap(({ recovered, compensation }) => [recovered.amount, compensation.amount]));
  return `HMRC gives back ${formatPence(sumPence(amounts))} of statutory family pay since 6 April.`;
}

/** Whole tax months up to this one in which nobody was paid and that were not told yet. The month that runs now counts when its paydays are past. */
function noPaymentOf(db: ReadDb, { told, year, period, today }: SummaryParts, taxMonth: number): TaxMonthsSpan | null {
  const lastRegular = listPayRuns(db).find(({ kind, state, withdrawnOn }) => kind === "regular" && state === "finished" && withdrawnOn === null);
  const nextPayday = nextPayPeriod(year.employer, lastRegular?.periodTo).payday;
  const firstMonth = hmrcPeriodOf(year.employer.firstPeriodFrom, false).from;
  const isQuiet = ({ period: each, payslipIds }: PaymentRecordMonth) =>
    payslipIds.length === 0 &&
    each.from <= today &&
    (each.to < today || each.to < nextPayday) &&
    each.from >= firstMonth &&
    !told.some(({ figures: { employerPaymentSummary: summary } }) => covers(summary?.noPayment, each) || covers(summary?.inactivity, each));
  const upTo = year.months.slice(0, taxMonth).reverse();
  const lastPaid = upTo.findIndex((month) => !isQuiet(month));
  const quiet = lastPaid < 0 ? upTo : upTo.slice(0, lastPaid);
  const first = quiet.at(-1);
  return first ? { from: first.period.from, to: period.to } : null;
}

const covers = (span: TaxMonthsSpan | null | undefined, { from, to }: HmrcPeriod) =>
  span !== null && span !== undefined && span.from <= from && to <= span.to;

/** True claims, false stops, null says nothing: it is told once until it changes. */
function allowanceOf({ told, year: { claimsEmploymentAllowance: claims, employer } }: SummaryParts): boolean | null {
  if (employer.filingRoute === "paper") return claims ? true : null;
  const [newest] = told.flatMap(({ figures }) => figures.employerPaymentSummary?.employmentAllowance ?? []);
  if (newest === undefined) return claims ? true : null;
  return newest === claims ? null : claims;
}

function inactivityOf(db: ReadDb, { told, period }: SummaryParts): TaxMonthsSpan | null {
  const coming = listHmrcInactivity(db).find(({ fromOn }) => fromOn > period.to);
  if (!coming) return null;
  const span = { from: coming.fromOn, to: coming.toOn };
  return told.some(({ figures }) => figures.employerPaymentSummary?.inactivity?.from === span.from) ? null : span;
}

function repaymentAccountOf(db: ReadDb, year: HmrcYear, taxMonth: number): RepaymentAccount | null {
  const row = year.account.find(({ period }) => period.firstTaxMonth <= taxMonth && taxMonth <= period.lastTaxMonth);
  const facts = findEmployerHmrcFacts(db, year.employer.id);
  if (!row || row.carriedForward.amount >= 0 || facts.repaymentAccountNumber === "" || facts.repaymentSortCode === "") return null;
  return {
    holderName: facts.repaymentAccountName,
    accountNumber: facts.repaymentAccountNumber,
    sortCode: facts.repaymentSortCode,
    buildingSocietyReference: facts.repaymentBuildingSocietyReference === "" ? null : facts.repaymentBuildingSocietyReference,
  };
}

/** The year's last report goes with a Full Payment Submission when one is the last; only then not with a summary. */
function finalOf(db: ReadDb, year: HmrcYear, taxMonth: number, today: PlainDate): EmployerPaymentSummaryInput["finalSubmission"] {
  const runs = listPayRuns(db).filter(({ state, withdrawnOn, taxYear }) => state === "finished" && withdrawnOn === null && taxYear === year.taxYear);
  if (runs.some((run) => finalSubmissionOf(db, year.employer, run) !== null)) return null;
  const { schemeCeasedOn } = findEmployerHmrcFacts(db, year.employer.id);
  const month = monthOf(year, taxMonth).period;
  if (schemeCeasedOn !== null && schemeCeasedOn >= month.from && schemeCeasedOn <= month.to)
    return { because: "schemeCeased", ceasedOn: schemeCeasedOn };
  return taxMonth === 12 && today >= month.from && year.papers.length > 0 ? { because: "yearEnd" } : null;
}

const hasSomething = (summary: EmployerPaymentSummary) =>
  summary.recovered !== null ||
  summary.noPayment !== null ||
  summary.inactivity !== null ||
  summary.employmentAllowance !== null ||
  summary.account !== null ||
  summary.finalSubmission !== null;

/** The Employer Payment Summary as the screen shows it. */
export function summaryAnswer(db: ReadDb, year: HmrcYear, taxMonth: number, today: PlainDate): EmployerSummary {
  const { period, summary, verdict, reasons, submissions } = gatherSummary(db, year, taxMonth, today);
  const isNeeded = hasSomething(summary);
  return {
    taxYear: year.taxYear,
    taxMonth,
    isNeeded,
    tellBy: period.dueByPostOn,
    figures: employerPaymentSummarySheet(summary),
    reasons,
    problems: verdict.ok || !isNeeded ? [] : verdict.problems.map((problem) => hmrcProblem(problem, [])),
    submissions: submissions.map(submissionAnswer),
    toldOn: submissions.find(({ toldOn }) => toldOn !== null)?.toldOn ?? null,
  };
}

/** One tax month as the screen shows it. */
export function monthRecord(db: ReadDb, taxYear: string, taxMonth: number, today: PlainDate): HmrcMonthRecord {
  const year = gatherYear(db, taxYear, today);
  const row = year.account.find(({ period }) => period.firstTaxMonth <= taxMonth && taxMonth <= period.lastTaxMonth);
  if (!row) throw notFound("tax month");
  return {
    route: routeOf(db, year.employer),
    month: monthAnswer(monthOf(year, taxMonth), year.payslips),
    account: accountAnswer(row),
    bank: bankAnswer(row.period.dueElectronicallyOn),
    summary: summaryAnswer(db, year, taxMonth, today),
  };
}
