import { notAllowed } from "../../../shared/contract/errors.ts";
import type { PayRunDues, PayRunTotals } from "../../../shared/contract/payAnswers.ts";
import { minutes } from "../../../shared/core/minutes.ts";
import { type Pence, pence } from "../../../shared/core/money.ts";
import { addMonths, formatDate, type PlainDate, plainDate } from "../../../shared/core/plainDate.ts";
import { costByPlanLine } from "../../../shared/payroll/cost/costByPlanLine.ts";
import { calculateHmrcDue, hmrcPeriodOf } from "../../../shared/payroll/hmrc/hmrcMonth.ts";
import { calculateEmploymentAllowance } from "../../../shared/payroll/nationalInsurance/employmentAllowance.ts";
import { payOverBy } from "../../../shared/payroll/orders/payOverDate.ts";
import type { PayPeriod } from "../../../shared/payroll/payRun/payRun.ts";
import { describeProblem } from "../../../shared/payroll/problems.ts";
import { familyPayEnd } from "../../../shared/payroll/statutoryPay/statutoryFamilyPay.ts";
import type { PayFrequency, PayslipResult } from "../../../shared/payroll/types.ts";
import type { Employer } from "../../../shared/people/employer.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import { workingDayOnOrBefore } from "../../../shared/rates/bankHolidays.ts";
import { noRatesMessage, ratesFor } from "../../../shared/rates/ratesFor.ts";
import type { TaxYearRates } from "../../../shared/rates/taxYearRates.ts";
import type { ReadDb } from "../../db/database.ts";
import { isEmploymentAllowanceClaimed } from "../../db/repositories/employerRepository.ts";
import { listEngagements } from "../../db/repositories/engagementRepository.ts";
import { listFamilyLeaves } from "../../db/repositories/familyLeaveRepository.ts";
import { findEmployerTaxYear, listRunPeople } from "../../db/repositories/hmrcFactsRepository.ts";
import { listKindsOfTime } from "../../db/repositories/payFactsRepository.ts";
import { listPayAdditions, listPayableShifts, listUnconfirmedWeeks, sumEmploymentAllowanceUsed } from "../../db/repositories/payRunRepository.ts";
import type { PersonPay } from "./personPay.ts";
import { paysFamilyPay, recoveredByRun } from "./statutoryRecovery.ts";
import { workOutPerson } from "./workOutPerson.ts";

export interface RunToWorkOut {
  readonly id: string | null;
  readonly kind: "regular" | "extra" | "correction";
  readonly period: PayPeriod;
  readonly payFrequency: PayFrequency;
  readonly employer: Employer;
}

export interface WorkedOutRun {
  readonly rates: TaxYearRates;
  readonly people: readonly PersonPay[];
  readonly totals: PayRunTotals;
  readonly dues: PayRunDues;
  readonly blockers: string[];
  readonly warnings: string[];
}

/** The rates of a payday's tax year. @throws AppFailure notAllowed for a year this version lacks. */
export function ratesOrRefuse(payday: PlainDate): TaxYearRates {
  const rates = ratesFor(payday);
  if (!rates) throw notAllowed(noRatesMessage(payday));
  return rates;
}

/**
 * Works out everybody's pay in a run from what the file knows now. An extra run pays people chosen for it as a regular one would, and others the sums
 * put into it; a correction run pays only sums put into it.
 */
export function workOutRun(db: ReadDb, run: RunToWorkOut): WorkedOutRun {
  const { period, employer, payFrequency, kind } = run;
  const rates = ratesOrRefuse(period.payday);
  const entries = run.id === null ? [] : listRunPeople(db, run.id);
  const shifts = kind === "correction" ? [] : listPayableShifts(db, period.periodTo);
  const additions = run.id === null ? [] : listPayAdditions(db, run.id);
  const facts = { kind, employer, period, payFrequency, rates, kinds: listKindsOfTime(db) };
  const people: PersonPay[] = [];
  for (const engagement of listEngagements(db)) {
    const entry = entries.find(({ engagementId }) => engagementId === engagement.id);
    const isWhole = kind === "regular" || (kind === "extra" && entry?.isChosen === true);
    const own = isWhole ? shifts.filter(({ engagementId }) => engagementId === engagement.id) : [];
    const added = additions.filter(({ engagementId }) => engagementId === engagement.id);
    const isInRegular = kind === "regular" && (isEmployed(engagement, period) || hasFamilyPay(db, engagement, period));
    if (isInRegular || entry?.isChosen || own.length > 0 || added.length > 0) {
      const afterLeaving = entry?.afterLeaving ?? null;
      const periodsCovered = entry?.periodsCovered ?? 1;
      people.push(workOutPerson(db, facts, { engagement, shifts: own, additions: added, isWhole, afterLeaving, periodsCovered }));
    }
  }
  const results = people.flatMap(({ result }) => (result ? [result] : []));
  const totals = totalsOf(results);
  const usedBefore = isEmploymentAllowanceClaimed(db, rates.taxYear) ? sumEmploymentAllowanceUsed(db, rates.taxYear) : null;
  const payslips = people.flatMap(({ engagement, name, result }) => (result ? [{ engagementId: engagement.id, name, result }] : []));
  const dues = duesOf(totals, results, period.payday, employer, { usedBefore, recovered: recoveredByRun(db, payslips, rates) }, rates);
  const warnings = [...warningsOf(db, people, period, kind), ...reliefWarnings(db, results, rates.taxYear)];
  return { rates, people, totals, dues, blockers: blockersOf(people), warnings };
}

const isEmployed = ({ startOn, endOn }: Engagement, { periodFrom, periodTo }: PayPeriod) =>
  startOn <= periodTo && (endOn === null || endOn >= periodFrom);

/** Family pay goes on after the job ended. */
const hasFamilyPay = (db: ReadDb, { id }: Engagement, { periodFrom, periodTo }: PayPeriod) =>
  listFamilyLeaves(db, id).some(({ payFromOn, weeks }) => payFromOn <= periodTo && familyPayEnd(payFromOn, weeks) >= periodFrom);

function reliefWarnings(db: ReadDb, results: readonly PayslipResult[], taxYear: string): string[] {
  if (!paysFamilyPay(results) || findEmployerTaxYear(db, taxYear)) return [];
  return [
    `This run pays family pay. Say on the employer's page whether Small Employers' Relief holds for ${taxYear}: with it HMRC gives back more than was paid, without it 92%.`,
  ];
}

function blockersOf(people: readonly PersonPay[]): string[] {
  if (people.length === 0) return ["Nobody is to be paid in this period."];
  return people.flatMap(({ name, problems }) => problems.map((found) => `${name}: ${describeProblem(found)}`));
}

function warningsOf(db: ReadDb, people: readonly PersonPay[], period: PayPeriod, kind: RunToWorkOut["kind"]): string[] {
  const nameOf = (engagementId: string) => people.find(({ engagement }) => engagement.id === engagementId)?.name ?? "Somebody";
  const open = kind === "regular" ? listUnconfirmedWeeks(db, period.periodTo) : [];
  return [
    ...open.map(
      ({ engagementId, weekFrom }) =>
        `${nameOf(engagementId)}: the week from ${formatDate(weekFrom)} is not confirmed, so it is not paid in this run.`,
    ),
    ...people.flatMap(({ warnings }) => warnings),
  ];
}

/** Sums over payslips. */
export function totalsOf(results: readonly PayslipResult[]): PayRunTotals {
  const sum = (of: (result: PayslipResult) => number) => pence(results.reduce((total, result) => total + of(result), 0));
  return {
    people: results.length,
    minutesWorked: minutes(results.reduce((total, result) => total + result.minutesWorked, 0)),
    grossPay: sum((result) => result.grossPay.amount),
    incomeTax: sum((result) => result.incomeTax.amount),
    employeeNationalInsurance: sum((result) => result.employeeNationalInsurance.amount),
    studentLoans: sum((result) => result.studentLoan.amount + result.postgraduateLoan.amount),
    employeePension: sum((result) => result.employeePension.amount),
    otherDeductions: sum((result) => result.otherDeductions.reduce((total, { amount }) => total + amount, 0)),
    nonTaxable: sum((result) => result.nonTaxable.amount),
    netPay: sum((result) => result.netPay.amount),
    employerNationalInsurance: sum((result) => result.employerNationalInsurance.amount),
    employerPension: sum((result) => result.employerPension.amount),
  };
}

/** What comes off the debt to HMRC. `usedBefore` is null when Employment Allowance is not claimed. Pence. */
export interface TakenOffHmrc {
  readonly usedBefore: Pence | null;
  readonly recovered: Pence;
}

/** What the run makes due. Pension is due by the 22nd of the next month, what orders took by the 19th. */
export function duesOf(
  totals: PayRunTotals,
  results: readonly PayslipResult[],
  payday: PlainDate,
  employer: Employer,
  { usedBefore, recovered }: TakenOffHmrc,
  rates: TaxYearRates,
): PayRunDues {
  const allowance = usedBefore === null ? null : calculateEmploymentAllowance(totals.employerNationalInsurance, usedBefore, rates);
  const hmrc = calculateHmrcDue({
    incomeTax: totals.incomeTax,
    employeeNationalInsurance: totals.employeeNationalInsurance,
    employerNationalInsurance: totals.employerNationalInsurance,
    studentLoans: totals.studentLoans,
    employmentAllowance: allowance?.amount ?? pence(0),
    statutoryPayRecovered: recovered,
  });
  const orders = results.flatMap(({ orderDeductions }) => orderDeductions.map(({ payOver, deduction }) => payOver ?? deduction.amount));
  return {
    wages: totals.netPay,
    wagesOn: payday,
    hmrc,
    hmrcOn: hmrcPeriodOf(payday, employer.paysHmrcQuarterly).dueElectronicallyOn,
    pension: pence(totals.employeePension + totals.employerPension),
    pensionOn: pensionDueOn(payday),
    orders: pence(orders.reduce((sum: number, amount) => sum + amount, 0)),
    ordersOn: payOverBy(payday),
    statutoryPayRecovered: recovered,
    employmentAllowance: allowance,
  };
}

/** The 22nd of the month after the month of the payday, or the working day before it. Source: The Pensions Regulator, paying contributions. */
export function pensionDueOn(payday: PlainDate): PlainDate {
  return workingDayOnOrBefore(plainDate(`${addMonths(plainDate(`${payday.slice(0, 7)}-01`), 1).slice(0, 7)}-22`));
}

/** What each plan line bears of a run, the employer's National Insurance before Employment Allowance included. */
export function planLineTotals(results: readonly PayslipResult[], nameOf: (planLineId: string) => string) {
  const totals = new Map<string | null, number>();
  for (const result of results) {
    for (const cost of costByPlanLine(result)) {
      totals.set(cost.planLineId, (totals.get(cost.planLineId) ?? 0) + cost.pay + cost.employerNationalInsurance + cost.employerPension);
    }
  }
  return [...totals].map(([planLineId, amount]) => ({
    planLineId,
    name: planLineId === null ? "No budget line" : nameOf(planLineId),
    amount: pence(amount),
  }));
}
