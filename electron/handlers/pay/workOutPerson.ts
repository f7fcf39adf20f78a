import { calculateGrossPay } from "../../../shared/payroll/gross/grossPay.ts";
import { paymentAfterLeaving } from "../../../shared/payroll/incomeTax/paymentAfterLeaving.ts";
import { calculatePayslip } from "../../../shared/payroll/payslip/calculatePayslip.ts";
import { accepted, type PayProblem, type Verdict } from "../../../shared/payroll/problems.ts";
import type { PayslipInput } from "../../../shared/payroll/types.ts";
import { fullName } from "../../../shared/people/person.ts";
import type { TaxYearRates } from "../../../shared/rates/taxYearRates.ts";
import type { ReadDb } from "../../db/database.ts";
import { findP45GivenOn } from "../../db/repositories/hmrcFactsRepository.ts";
import { listAssistantLoans, listPensionOptOuts } from "../../db/repositories/payArrangementRepository.ts";
import { findNationalInsuranceSetting, findTaxSetting, listPayFacts, listPayRates } from "../../db/repositories/payFactsRepository.ts";
import { listPayslipsOfEngagement, type PayableShift, type StoredPayslip, sumPaidMiles } from "../../db/repositories/payRunRepository.ts";
import { additionLines, deductionsOf } from "./additions.ts";
import { ordersDueNow, studentLoansOn } from "./loansAndOrdersNow.ts";
import { payForDaysAway } from "./payForDaysAway.ts";
import { pensionOnPayday } from "./pensionOnPayday.ts";
import { checkWage, missingFacts, personWarnings, suggestionsOf } from "./personChecks.ts";
import { loanDeductions, orderWarnings } from "./personDeductions.ts";
import type { PersonEntry, PersonPay, RunFacts } from "./personPay.ts";
import { earlierInEarningsPeriod, pensionRefundDue, yearSoFar } from "./sealedSums.ts";

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
  const loansToTake = studentLoansOn(db, engagement, payday, rates);
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
    periodsInPayment: entry.periodsCovered,
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
    ...personWarnings(db, engagement, payday),
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

/** The plan line of most of the person's time now; else the one their last payslip went to. */
function usualPlanLine(shifts: readonly PayableShift[], payslips: readonly StoredPayslip[]): string | null {
  const minutesByLine = new Map<string, number>();
  for (const { planLineId, workedMinutes } of shifts)
    if (planLineId) minutesByLine.set(planLineId, (minutesByLine.get(planLineId) ?? 0) + workedMinutes);
  const [most] = [...minutesByLine].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? payslips.at(-1)?.result.payLines.find((line) => line.planLineId !== null)?.planLineId ?? null;
}
