import { explain } from "../../../shared/core/explanation.ts";
import type { Minutes } from "../../../shared/core/minutes.ts";
import { type Pence, pence } from "../../../shared/core/money.ts";
import { formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import { calculateGrossPay, type GrossPayResult, rateOn } from "../../../shared/payroll/gross/grossPay.ts";
import { checkMinimumWage } from "../../../shared/payroll/minimumWage/minimumWage.ts";
import { minimumWageRatesFrom } from "../../../shared/payroll/minimumWage/minimumWageRate.ts";
import type { PayAddition, PayPeriod } from "../../../shared/payroll/payRun/payRun.ts";
import { calculatePayslip } from "../../../shared/payroll/payslip/calculatePayslip.ts";
import { startOfYear } from "../../../shared/payroll/payslip/yearToDate.ts";
import { type PayProblem, problem } from "../../../shared/payroll/problems.ts";
import type {
  OtherDeduction,
  PayFrequency,
  PayLine,
  PayslipInput,
  PayslipResult,
  PensionMembership,
  YearToDate,
} from "../../../shared/payroll/types.ts";
import type { Employer } from "../../../shared/people/employer.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import { isPensionMember, type KindOfTime } from "../../../shared/people/payFacts.ts";
import { fullName } from "../../../shared/people/person.ts";
import type { TaxYearRates } from "../../../shared/rates/taxYearRates.ts";
import type { ReadDb } from "../../db/database.ts";
import {
  findBankDetails,
  findNationalInsuranceSetting,
  findOpeningFigures,
  findPensionMembership,
  findTaxSetting,
  listLoanNotices,
  listPayRates,
} from "../../db/repositories/payFactsRepository.ts";
import {
  listPaidAbsences,
  listPayslipsOfEngagement,
  type PayableShift,
  type StoredPayslip,
  sumPaidMiles,
} from "../../db/repositories/payRunRepository.ts";
import { type AbsenceFacts, holidayPayLines, sickPayLines } from "./absencePay.ts";

/** What is the same for everybody in a run. */
export interface RunFacts {
  readonly employer: Employer;
  readonly period: PayPeriod;
  readonly payFrequency: PayFrequency;
  readonly rates: TaxYearRates;
  readonly kinds: readonly KindOfTime[];
}

export interface PersonPay {
  readonly engagement: Engagement;
  readonly name: string;
  readonly taxCode: string;
  readonly nationalInsuranceCategory: string;
  readonly input: PayslipInput | null;
  readonly result: PayslipResult | null;
  readonly problems: readonly PayProblem[];
  readonly warnings: readonly string[];
  readonly minimumWage: { readonly isMet: boolean; readonly lines: string[] } | null;
  readonly shifts: readonly PayableShift[];
  readonly additions: readonly PayAddition[];
}

/** Works out one person's pay in a run: gathers the settings as they stand on the payday and calls the calculators. */
export function workOutPerson(
  db: ReadDb,
  run: RunFacts,
  engagement: Engagement,
  shifts: readonly PayableShift[],
  additions: readonly PayAddition[],
): PersonPay {
  const { period, rates, payFrequency, employer, kinds } = run;
  const { payday } = period;
  const name = fullName(engagement.person);
  const tax = findTaxSetting(db, engagement.id, payday);
  const letter = findNationalInsuranceSetting(db, engagement.id, payday);
  const payslips = listPayslipsOfEngagement(db, engagement.id);
  const payRates = listPayRates(db, engagement.id);
  const common = { engagement, name, taxCode: tax?.taxCode ?? "none", nationalInsuranceCategory: letter?.category ?? "none", shifts, additions };
  const stopped = (problems: readonly PayProblem[]): PersonPay => ({
    ...common,
    input: null,
    result: null,
    problems,
    warnings: [],
    minimumWage: null,
  });

  const gross = calculateGrossPay({ shifts, kinds, payRates, milesHundredthsBefore: sumPaidMiles(db, engagement.id, rates.taxYear) }, rates);
  const missing = missingFacts(engagement, tax === undefined, letter === undefined, payslips, payday);
  if (!gross.ok || missing.length > 0 || !tax || !letter || !engagement.person.dateOfBirth) {
    return stopped([...missing, ...(gross.ok ? [] : gross.problems)]);
  }

  const basicKind = kinds.find((kind) => kind.paidBy === "hour" && kind.minimumWageCounts === "all");
  const absenceFacts: AbsenceFacts = {
    engagement,
    period,
    payFrequency,
    rates,
    payslips,
    absences: listPaidAbsences(db, engagement.id, period.periodTo),
    workedLines: gross.value.lines.filter((line) => line.kind !== "mileage"),
    basicRate: basicKind ? rateOn(payRates, basicKind.id, period.periodTo) : undefined,
    usualPlanLineId: usualPlanLine(shifts, payslips),
  };
  const payLines = [
    ...gross.value.lines,
    ...sickPayLines(absenceFacts),
    ...holidayPayLines(absenceFacts),
    ...additionLines(additions, absenceFacts.usualPlanLineId),
  ];
  const loans = listLoanNotices(db, engagement.id, payday);
  const plan = loans.find((notice) => notice.kind !== "postgraduate")?.kind.slice(4);
  const input: PayslipInput = {
    ...period,
    payFrequency,
    employeeName: engagement.person.firstName,
    dateOfBirth: engagement.person.dateOfBirth,
    startedOn: engagement.startOn,
    leftOn: engagement.endOn,
    taxSetting: { code: tax.taxCode, isWeek1Month1: tax.isWeek1Month1 },
    nationalInsuranceCategory: letter.category,
    studentLoanPlan: (plan ?? null) as PayslipInput["studentLoanPlan"],
    hasPostgraduateLoan: loans.some(({ kind }) => kind === "postgraduate"),
    pension: pensionOf(db, engagement.id, payday, employer),
    payLines,
    otherDeductions: deductionsOf(additions),
    orders: [],
    earlierInEarningsPeriod: null,
    pensionRefund: null,
    yearToDate: yearSoFar(db, engagement.id, rates.taxYear, payslips),
  };
  const verdict = calculatePayslip(input, rates);
  if (!verdict.ok) return stopped(verdict.problems);
  const minimumWage = checkWage(run, engagement.person.dateOfBirth, gross.value);
  const warnings = [...verdict.value.warnings, ...warningsOf(db, engagement, payday)];
  if (minimumWage && !minimumWage.isMet) {
    const { firstName } = engagement.person;
    warnings.push(
      `${firstName}'s pay is under the minimum wage. ${minimumWage.lines.join(" ")} Raise the rate on ${firstName}'s page before you finish.`,
    );
  }
  return { ...common, input, result: verdict.value, problems: [], warnings, minimumWage };
}

function missingFacts(
  engagement: Engagement,
  lacksTax: boolean,
  lacksLetter: boolean,
  payslips: readonly StoredPayslip[],
  payday: PlainDate,
): PayProblem[] {
  const name = engagement.person.firstName;
  const found: PayProblem[] = [];
  if (!engagement.person.dateOfBirth) found.push(problem("dateOfBirth", "", `${name}'s date of birth is missing.`, "Add it on their page."));
  if (lacksTax) found.push(problem("taxCode", "", `${name} has no tax code on this payday.`, "Add it on their page."));
  if (lacksLetter)
    found.push(problem("nationalInsuranceCategory", "", `${name} has no National Insurance letter on this payday.`, "Add it on their page."));
  const last = payslips.at(-1);
  if (last && last.payday > payday) {
    found.push(problem("payday", payday, `${name} was already paid on ${formatDate(last.payday)}.`, "Choose a payday on or after that day."));
  }
  return found;
}

function warningsOf(db: ReadDb, engagement: Engagement, payday: PlainDate): string[] {
  const name = engagement.person.firstName;
  const bank = findBankDetails(db, engagement.id, payday);
  const warnings: string[] = [];
  if (engagement.starterKind === "none") warnings.push(`${name}: ask for a P45 or a starter checklist.`);
  if (!bank) warnings.push(`${name}: there are no bank details yet.`);
  else if (bank.checkedOn === null) warnings.push(`${name}: check the new bank details with them before you pay.`);
  return warnings;
}

function pensionOf(db: ReadDb, engagementId: string, payday: PlainDate, employer: Employer): PensionMembership {
  const membership = findPensionMembership(db, engagementId, payday);
  const status = membership?.status ?? "notEligible";
  const isOut = status === "optedOut" || status === "ceased";
  return {
    status: isPensionMember(status) ? "member" : isOut ? "optedOut" : status === "postponed" ? "postponed" : "notMember",
    taxTreatment: employer.pensionTaxRelief,
    earningsBasis: membership?.earningsBasis === "totalPay" ? "allEarnings" : "qualifyingEarnings",
    employeeRate: membership?.employeeBasisPoints ?? (0 as PensionMembership["employeeRate"]),
    employerRate: membership?.employerBasisPoints ?? (0 as PensionMembership["employerRate"]),
  };
}

/** The year so far from the last sealed payslip of the tax year; at its start, what a P45 or a mid-year start brought. */
function yearSoFar(db: ReadDb, engagementId: string, taxYear: string, payslips: readonly StoredPayslip[]): YearToDate {
  const last = payslips.filter((payslip) => payslip.taxYear === taxYear).at(-1);
  if (last) return last.result.yearToDate;
  const opening = findOpeningFigures(db, engagementId, taxYear);
  const sumOf = (source: string, key: "taxablePayPence" | "taxPence") =>
    pence(opening.filter((figures) => figures.source === source).reduce((sum, figures) => sum + figures[key], 0));
  return {
    ...startOfYear(sumOf("p45", "taxablePayPence"), sumOf("p45", "taxPence")),
    taxablePay: sumOf("midYearStart", "taxablePayPence"),
    incomeTax: sumOf("midYearStart", "taxPence"),
  };
}

function checkWage({ period }: RunFacts, dateOfBirth: PlainDate, gross: GrossPayResult): PersonPay["minimumWage"] {
  const rates = minimumWageRatesFrom(period.periodFrom);
  if (!rates || gross.minimumWageTime === 0) return null;
  const { isMet, lines } = checkMinimumWage(
    {
      dateOfBirth,
      periodFrom: period.periodFrom,
      isOnApprenticeRate: false,
      countedTime: gross.minimumWageTime as Minutes,
      countedPay: gross.minimumWagePay as Pence,
    },
    rates,
  );
  return { isMet, lines: lines.map(({ text }) => text) };
}

/** The plan line of most of the person's time now; else the one their last payslip went to. */
function usualPlanLine(shifts: readonly PayableShift[], payslips: readonly StoredPayslip[]): string | null {
  const minutesByLine = new Map<string, number>();
  for (const { planLineId, workedMinutes } of shifts)
    if (planLineId) minutesByLine.set(planLineId, (minutesByLine.get(planLineId) ?? 0) + workedMinutes);
  const [most] = [...minutesByLine].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? payslips.at(-1)?.result.payLines.find((line) => line.planLineId !== null)?.planLineId ?? null;
}

const addedRule = { name: "Added to this pay run", source: "Entered by hand" };
const additionKinds = { bonus: "bonus", expenses: "expenses", holidayPay: "holidayPay", correction: "adjustment" } as const;

function additionLines(additions: readonly PayAddition[], usualPlanLineId: string | null): PayLine[] {
  return additions.flatMap(({ kind, label, amountPence, planLineId }) => {
    if (kind === "otherDeduction") return [];
    const explanation = explain(addedRule, [{ text: `${label}.`, amount: amountPence }]);
    const line = { label, minutes: null, units: null, ratePence: null, amount: amountPence, planLineId: planLineId ?? usualPlanLineId, explanation };
    return [{ ...line, kind: additionKinds[kind] }];
  });
}

function deductionsOf(additions: readonly PayAddition[]): OtherDeduction[] {
  return additions
    .filter(({ kind }) => kind === "otherDeduction")
    .map(({ label, amountPence }) => ({
      kind: "other",
      label,
      amount: amountPence,
      explanation: explain(addedRule, [{ text: `${label}.`, amount: amountPence }]),
    }));
}
