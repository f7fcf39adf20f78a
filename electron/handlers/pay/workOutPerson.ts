import type { Minutes } from "../../../shared/core/minutes.ts";
import type { Pence } from "../../../shared/core/money.ts";
import { addDays, formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import { calculateGrossPay, type GrossPayResult, rateOn } from "../../../shared/payroll/gross/grossPay.ts";
import { type PaymentAfterLeavingKind, paymentAfterLeaving } from "../../../shared/payroll/incomeTax/paymentAfterLeaving.ts";
import { taxPeriodOf } from "../../../shared/payroll/incomeTax/taxPeriod.ts";
import { checkMinimumWage } from "../../../shared/payroll/minimumWage/minimumWage.ts";
import { minimumWageRatesFrom } from "../../../shared/payroll/minimumWage/minimumWageRate.ts";
import type { DeductionOrder } from "../../../shared/payroll/orders/deductionOrder.ts";
import type { PayAddition, PayPeriod, PayRunKind } from "../../../shared/payroll/payRun/payRun.ts";
import { calculatePayslip } from "../../../shared/payroll/payslip/calculatePayslip.ts";
import { accepted, type PayProblem, problem, type Verdict } from "../../../shared/payroll/problems.ts";
import { type LoansInForce, loansInForce } from "../../../shared/payroll/studentLoans/loanNotices.ts";
import { type PayFrequency, type PayLine, type PayslipInput, type PayslipResult, StudentLoanPlan } from "../../../shared/payroll/types.ts";
import type { Employer } from "../../../shared/people/employer.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import type { KindOfTime } from "../../../shared/people/payFacts.ts";
import { fullName } from "../../../shared/people/person.ts";
import type { TaxYearRates } from "../../../shared/rates/taxYearRates.ts";
import type { ReadDb } from "../../db/database.ts";
import { findP45GivenOn } from "../../db/repositories/hmrcFactsRepository.ts";
import { listAssistantLoans, listDeductionOrders, listPensionOptOuts } from "../../db/repositories/payArrangementRepository.ts";
import {
  findBankDetails,
  findNationalInsuranceSetting,
  findTaxSetting,
  listLoanNotices,
  listPayFacts,
  listPayRates,
} from "../../db/repositories/payFactsRepository.ts";
import {
  listPaidAbsences,
  listPayslipsOfEngagement,
  type PayableShift,
  type StoredPayslip,
  sumPaidMiles,
} from "../../db/repositories/payRunRepository.ts";
import { type AbsenceFacts, holidayPayLines } from "./absencePay.ts";
import { additionLines, deductionsOf } from "./additions.ts";
import { familyPayFactsOf, leavesToPay } from "./familyPayFacts.ts";
import { familyPayLines } from "./familyPayOwed.ts";
import { pensionOnPayday } from "./pensionOnPayday.ts";
import { loanDeductions, ordersOn, orderWarnings } from "./personDeductions.ts";
import { rolledUpLines, rolledUpNotes } from "./rolledUpPay.ts";
import { earlierInEarningsPeriod, pensionRefundDue, yearSoFar } from "./sealedSums.ts";
import { sickPayLines } from "./sickPayOwed.ts";
import { listStatutoryLeaves } from "./statutoryLeave.ts";

/** What is the same for everybody in a run. */
export interface RunFacts {
  readonly kind: PayRunKind;
  readonly employer: Employer;
  readonly period: PayPeriod;
  readonly payFrequency: PayFrequency;
  readonly rates: TaxYearRates;
  readonly kinds: readonly KindOfTime[];
}

/** What one person brings into a run. */
export interface PersonEntry {
  readonly engagement: Engagement;
  readonly shifts: readonly PayableShift[];
  readonly additions: readonly PayAddition[];
  /** True in a regular run, and in an extra run for people chosen: days away, family leave and loans are paid and taken too. */
  readonly isWhole: boolean;
  readonly afterLeaving: PaymentAfterLeavingKind | null;
}

/** Something that the person should be asked or put into, which the user confirms. */
export interface PaySuggestion {
  readonly kind: "enrolPension";
  readonly text: string;
  readonly fromOn: PlainDate;
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
  readonly suggestions: readonly PaySuggestion[];
  readonly minimumWage: { readonly isMet: boolean; readonly lines: string[] } | null;
  readonly shifts: readonly PayableShift[];
  readonly additions: readonly PayAddition[];
}

/** Works out one person's pay in a run: gathers the settings as they stand on the payday and calls the calculators. */
export function workOutPerson(db: ReadDb, run: RunFacts, entry: PersonEntry): PersonPay {
  const { period, rates, kinds } = run;
  const { engagement, shifts, additions } = entry;
  const { payday } = period;
  const tax = findTaxSetting(db, engagement.id, payday);
  const letter = findNationalInsuranceSetting(db, engagement.id, payday);
  const payslips = listPayslipsOfEngagement(db, engagement.id);
  const common = {
    engagement,
    name: fullName(engagement.person),
    taxCode: tax?.taxCode ?? "none",
    nationalInsuranceCategory: letter?.category ?? "none",
    shifts,
    additions,
  };
  const stopped = (problems: readonly PayProblem[]): PersonPay => ({
    ...common,
    input: null,
    result: null,
    problems,
    warnings: [],
    suggestions: [],
    minimumWage: null,
  });

  const payRates = listPayRates(db, engagement.id);
  const gross = calculateGrossPay({ shifts, kinds, payRates, milesHundredthsBefore: sumPaidMiles(db, engagement.id, rates.taxYear) }, rates);
  const missing = missingFacts(engagement, tax === undefined, letter === undefined, payslips, payday);
  if (!gross.ok || missing.length > 0 || !tax || !letter || !engagement.person.dateOfBirth) {
    return stopped([...missing, ...(gross.ok ? [] : gross.problems)]);
  }
  const usualPlanLineId = usualPlanLine(shifts, payslips);
  const away = entry.isWhole ? payForDaysAway(db, run, engagement, payslips, gross.value, usualPlanLineId) : { lines: [], notes: [] };
  const payLines = [...gross.value.lines, ...away.lines, ...additionLines(additions, usualPlanLineId)];
  const loansToTake = loansOn(db, engagement, payday, rates);
  if (!loansToTake.ok) return stopped(loansToTake.problems);
  const orders = ordersDueNow(db, run, engagement.id, payslips);
  const usual: PayslipInput = {
    ...period,
    payFrequency: run.payFrequency,
    employeeName: engagement.person.firstName,
    dateOfBirth: engagement.person.dateOfBirth,
    startedOn: engagement.startOn,
    leftOn: engagement.endOn,
    taxSetting: { code: tax.taxCode, isWeek1Month1: tax.isWeek1Month1 },
    nationalInsuranceCategory: letter.category,
    studentLoanPlan: loansToTake.value.plan,
    hasPostgraduateLoan: loansToTake.value.hasPostgraduateLoan,
    pension: pensionOnPayday(db, engagement.id, payday, run.employer),
    payLines,
    otherDeductions: deductionsOf(additions),
    orders,
    earlierInEarningsPeriod: earlierInEarningsPeriod(payslips, run.kind, payday, run.payFrequency),
    pensionRefund: entry.isWhole
      ? pensionRefundDue(listPensionOptOuts(db, engagement.id), listPayFacts(db, engagement.id).pensionMemberships, payslips)
      : null,
    yearToDate: yearSoFar(db, engagement.id, rates.taxYear, payslips),
  };
  const input = afterLeaving(db, usual, entry, shifts.length > 0, rates);
  if (!input.ok) return stopped(input.problems);
  const withoutLoans = calculatePayslip(input.value, rates);
  if (!withoutLoans.ok) return stopped(withoutLoans.problems);
  const isLastPay = engagement.endOn !== null && engagement.endOn <= period.periodTo;
  const loans = entry.isWhole
    ? loanDeductions(listAssistantLoans(db, engagement.id), payslips, payday, withoutLoans.value.netPay.amount, isLastPay)
    : [];
  const whole = loans.length === 0 ? input.value : { ...input.value, otherDeductions: [...input.value.otherDeductions, ...loans] };
  const verdict = loans.length === 0 ? withoutLoans : calculatePayslip(whole, rates);
  if (!verdict.ok) return stopped(verdict.problems);
  const minimumWage = checkWage(run, engagement.person.dateOfBirth, gross.value);
  const warnings = [
    ...verdict.value.warnings,
    ...away.notes,
    ...orderWarnings(orders, engagement.person.firstName),
    ...warningsOf(db, engagement, payday),
  ];
  if (minimumWage && !minimumWage.isMet) {
    const { firstName } = engagement.person;
    warnings.push(
      `${firstName}'s pay is under the minimum wage. ${minimumWage.lines.join(" ")} Raise the rate on ${firstName}'s page before you finish.`,
    );
  }
  return {
    ...common,
    input: whole,
    result: verdict.value,
    problems: [],
    warnings,
    suggestions: suggestionsOf(engagement, verdict.value),
    minimumWage,
  };
}

/** Sick pay, holiday pay and family pay up to the end of the period. */
function payForDaysAway(
  db: ReadDb,
  { period, payFrequency, rates, kinds, employer }: RunFacts,
  engagement: Engagement,
  payslips: readonly StoredPayslip[],
  gross: GrossPayResult,
  usualPlanLineId: string | null,
): { readonly lines: PayLine[]; readonly notes: string[] } {
  const basicKind = kinds.find((kind) => kind.paidBy === "hour" && kind.minimumWageCounts === "all");
  const payRates = listPayRates(db, engagement.id);
  const facts: AbsenceFacts = {
    engagement,
    period,
    payFrequency,
    rates,
    payslips,
    recordsFrom: employer.firstPeriodFrom,
    absences: listPaidAbsences(db, engagement.id, period.periodTo),
    leaves: listStatutoryLeaves(db, engagement.id),
    workedLines: gross.lines.filter((line) => line.kind !== "mileage"),
    basicRateOn: (day) => (basicKind ? rateOn(payRates, basicKind.id, day) : undefined),
    usualPlanLineId,
  };
  const holiday = engagement.holidayBasis === "rolledUp" ? rolledUpLines(facts) : holidayPayLines(facts);
  const family = familyPayLines(
    familyPayFactsOf(db, engagement, employer, payslips, rates, usualPlanLineId),
    leavesToPay(db, engagement.id),
    period.periodTo,
  );
  return {
    lines: [...sickPayLines(facts), ...holiday, ...family.lines],
    notes: [...family.notes, ...rolledUpNotes(engagement, period.periodTo)],
  };
}

/** Notices of the first day come from the starter checklist, later ones from HMRC. A notice is kept with the last day it is taken. */
function loansOn(db: ReadDb, engagement: Engagement, payday: PlainDate, rates: TaxYearRates): Verdict<LoansInForce> {
  const notices = listLoanNotices(db, engagement.id, payday).map(({ kind, fromOn, toOn }) => ({
    from: fromOn > engagement.startOn ? ("hmrc" as const) : ("employee" as const),
    loan: kind === "postgraduate" ? kind : StudentLoanPlan.parse(kind.slice("plan".length)),
    startOn: fromOn,
    stopOn: toOn === null ? null : addDays(toOn, 1),
  }));
  return loansInForce(notices, payday, rates);
}

/** The orders in force; in a second payment of an earnings period those with a set sum for the period are not taken again. */
function ordersDueNow(db: ReadDb, run: RunFacts, engagementId: string, payslips: readonly StoredPayslip[]): DeductionOrder[] {
  const { payday } = run.period;
  const orders = ordersOn(listDeductionOrders(db, engagementId), payslips, payday);
  if (run.kind === "regular") return orders;
  const period = taxPeriodOf(payday, run.payFrequency);
  const taken = new Set(
    payslips
      .filter(({ result }) => result.taxPeriod.taxYear === period.taxYear && result.taxPeriod.number === period.number)
      .flatMap(({ result }) => result.orderDeductions.map(({ orderId }) => orderId)),
  );
  return orders.filter((order) => !("normalDeduction" in order) || !taken.has(order.id));
}

/** After the P45 was given the code is 0T on a week 1 or month 1 basis. Wages for time worked come late; any other sum is one nobody expected. */
function afterLeaving(
  db: ReadDb,
  input: PayslipInput,
  { engagement, afterLeaving: asked }: PersonEntry,
  hasTimeWorked: boolean,
  rates: TaxYearRates,
): Verdict<PayslipInput> {
  const givenOn = findP45GivenOn(db, engagement.id);
  if (givenOn === null || input.leftOn === null || input.payday <= input.leftOn || input.payday <= givenOn) return accepted(input);
  const kind = asked ?? (hasTimeWorked ? "regular" : "irregular");
  const paid = paymentAfterLeaving(input, kind, rates);
  if (!paid.ok || kind === "regular") return paid;
  return accepted({ ...paid.value, earlierInEarningsPeriod: null });
}

function suggestionsOf({ person }: Engagement, { pensionAssessment, periodFrom }: PayslipResult): PaySuggestion[] {
  if (!pensionAssessment.mustEnrol) return [];
  const text = `${person.firstName} must be put into the workplace pension from this period on. ${pensionAssessment.lines.join(" ")}`;
  return [{ kind: "enrolPension", text, fromOn: periodFrom }];
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
