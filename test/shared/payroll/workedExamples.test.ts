import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatMinutes, minutes } from "../../../shared/core/minutes.ts";
import { decimalPounds, type Pence, pence } from "../../../shared/core/money.ts";
import { plainDate, weekdays } from "../../../shared/core/plainDate.ts";
import { calculateHmrcDue } from "../../../shared/payroll/hmrc/hmrcMonth.ts";
import { accrueIrregularHoursHoliday } from "../../../shared/payroll/holiday/irregularHoursAccrual.ts";
import { calculateRolledUpHolidayPay } from "../../../shared/payroll/holiday/rolledUpHolidayPay.ts";
import { freePayToDate } from "../../../shared/payroll/incomeTax/freePay.ts";
import { calculateIncomeTax } from "../../../shared/payroll/incomeTax/incomeTax.ts";
import { parseTaxCode } from "../../../shared/payroll/incomeTax/taxCode.ts";
import { calculateEmploymentAllowance } from "../../../shared/payroll/nationalInsurance/employmentAllowance.ts";
import { calculateNationalInsurance } from "../../../shared/payroll/nationalInsurance/nationalInsurance.ts";
import { calculatePayslip } from "../../../shared/payroll/payslip/calculatePayslip.ts";
import { startOfYear } from "../../../shared/payroll/payslip/yearToDate.ts";
import { calculatePension } from "../../../shared/payroll/pension/pension.ts";
import { sickPayDailyRate } from "../../../shared/payroll/statutoryPay/sickPayRate.ts";
import { calculateStatutorySickPay } from "../../../shared/payroll/statutoryPay/statutorySickPay.ts";
import { calculateStudentLoan } from "../../../shared/payroll/studentLoans/studentLoan.ts";
import type { PayFrequency, StudentLoanPlan } from "../../../shared/payroll/types.ts";
import { knownTaxYears, ratesForTaxYear } from "../../../shared/rates/ratesFor.ts";
import { aPayLine, aPayslipInput } from "../../support/payslipBuilders.ts";
import { acceptedOf } from "../../support/verdicts.ts";
import { penceOf } from "../rates/ratesFixture.ts";

/** The worked examples of the payroll rules, by their identifiers (PAYE-1, NI-3, ...). */
interface Example {
  readonly id: string;
  readonly [name: string]: unknown;
}
const examples = JSON.parse(readFileSync(join(import.meta.dirname, "../../fixtures/rates/worked-examples.json"), "utf8")) as Record<
  string,
  Example[]
>;
const named = (topic: string) => (examples[topic] ?? []).map((example) => [example.id, example] as const);
const money = (value: unknown): Pence => pence(penceOf(value) ?? 0);
const frequencyOf = (word: unknown) => (word === "twoWeekly" ? "fortnightly" : word) as PayFrequency;

function ratesOf(example: Example) {
  const rates = ratesForTaxYear(String(example.taxYear));
  if (!rates) throw new Error(`No rates for ${example.taxYear}`);
  return rates;
}

describe("income tax", () => {
  it.each(named("paye"))("%s", (_id, example) => {
    const taxCode = parseTaxCode(String(example.code));
    if (!taxCode.ok) throw new Error("The example has a bad code");
    const number = Number(example.period);
    const tax = calculateIncomeTax(
      {
        employeeName: "Tom",
        taxCode: taxCode.value,
        isWeek1Month1: example.basis !== "cumulative",
        period: { table: example.table as "weekly" | "monthly", number, span: Number(example.weeksOrMonthsInPeriod), isExtraPayday: number > 52 },
        payInPeriod: money(example.payThisPeriod),
        taxablePayToDate: money(example.taxablePayToDateIncludingThis),
        taxToDateBefore: money(example.taxToDateBefore),
      },
      ratesOf(example),
    );
    expect(tax.ok && decimalPounds(tax.value.amount)).toBe(example.deductOrRefundNow);
  });

  it.each((examples.freePay ?? []).map((example) => [example.codeNumber, example] as const))("free pay of code number %s", (codeNumber, example) => {
    const rates = ratesOf(example).incomeTax;
    expect(decimalPounds(freePayToDate(Number(codeNumber), "weekly", 1, rates))).toBe(example.week1);
    expect(decimalPounds(freePayToDate(Number(codeNumber), "monthly", 1, rates))).toBe(example.month1);
  });
});

describe("National Insurance", () => {
  it.each(named("nationalInsurance"))("%s", (_id, example) => {
    const input = { earnings: money(example.earnings), category: example.category as "A", payFrequency: frequencyOf(example.period) };
    const { employee, employer, figures } = calculateNationalInsurance(input, ratesOf(example));
    expect({
      employee: decimalPounds(employee.amount),
      employer: decimalPounds(employer.amount),
      earningsAtLowerLimit: decimalPounds(figures.atLowerEarningsLimit),
      earningsLowerLimitToPrimaryThreshold: decimalPounds(figures.lowerEarningsLimitToPrimaryThreshold),
      earningsPrimaryThresholdToUpperLimit: decimalPounds(figures.primaryThresholdToUpperEarningsLimit),
    }).toEqual({
      employee: example.employee,
      employer: example.employer,
      earningsAtLowerLimit: example.earningsAtLowerLimit,
      earningsLowerLimitToPrimaryThreshold: example.earningsLowerLimitToPrimaryThreshold,
      earningsPrimaryThresholdToUpperLimit: example.earningsPrimaryThresholdToUpperLimit,
    });
  });
});

describe("student loans", () => {
  it.each(named("studentLoans"))("%s", (_id, example) => {
    const isPostgraduate = example.plan === "postgraduate";
    const plan = isPostgraduate ? null : (String(example.plan).slice(4) as StudentLoanPlan);
    const input = { earnings: money(example.earnings), payFrequency: frequencyOf(example.period), plan, hasPostgraduateLoan: isPostgraduate };
    const loans = calculateStudentLoan(input, ratesOf(example));
    if (!loans.ok) throw new Error("The example was refused");
    expect(decimalPounds(isPostgraduate ? loans.value.postgraduateLoan.amount : loans.value.studentLoan.amount)).toBe(example.deduction);
  });
});

describe("pension", () => {
  it.each(named("pension"))("%s", (_id, example) => {
    const rates = ratesOf(example);
    const pension = calculatePension(
      {
        earnings: money(example.earnings),
        payFrequency: frequencyOf(example.period),
        taxTreatment: "reliefAtSource",
        earningsBasis: "qualifyingEarnings",
        employeeRate: 500 as never,
        employerRate: 300 as never,
      },
      rates,
    );
    expect(decimalPounds(pension.pensionableEarnings)).toBe(example.qualifyingEarnings);
    expect(decimalPounds(pension.employer.amount)).toBe(example.employer3Percent);
    expect(decimalPounds(pension.employee.amount)).toBe(example.reliefAtSourceTakenFromPay);
    expect(decimalPounds(pension.taxRelief)).toBe(example.reliefAddedByScheme);
  });
});

describe("statutory sick pay", () => {
  const rules = knownTaxYears.map(({ from, statutorySickPay }) => ({ ...statutorySickPay, from }));
  it.each(named("statutorySickPay"))("%s", (_id, example) => {
    const qualifyingDays = (example.qualifyingWeekdaysSunday0 as number[]).map((index) => weekdays[index] ?? "Sun");
    const result = calculateStatutorySickPay({
      spell: { from: plainDate(String(example.sickFrom)), to: plainDate(String(example.sickTo)) },
      qualifyingDays,
      averageWeeklyEarnings: { numerator: money(example.averageWeeklyEarnings), denominator: 1 },
      earlierSpells: [],
      rules,
      source: "test",
    });
    const weeks = result.weeks.map(({ weekEndingSaturday, daysPaid, amount }) => ({ weekEndingSaturday, daysPaid, amount: decimalPounds(amount) }));
    expect(weeks).toEqual(example.weeks);
    expect(decimalPounds(result.total.amount)).toBe(example.total);
  });

  it("the daily rate is cut at four decimals", () => {
    expect(sickPayDailyRate({ numerator: 11_875, denominator: 1 }, 6)).toBe(197_916);
  });
});

describe("holiday of irregular hours", () => {
  it.each(named("holiday"))("%s", (_id, example) => {
    const [latest] = knownTaxYears.slice(-1);
    if (!latest) throw new Error("No rates");
    const [hours = "0", hundredths = "0"] = String(example.hoursWorked).split(".");
    const worked = minutes(Number(hours) * 60 + (Number(hundredths) * 60) / 100);
    const accrual = accrueIrregularHoursHoliday(worked, latest);
    expect(accrual.roundedHours, formatMinutes(worked)).toBe(example.accrualRoundedHours);
    expect((accrual.tenThousandthsOfMinutes / 600_000).toFixed(6)).toBe(example.accrualExact);
    expect(decimalPounds(calculateRolledUpHolidayPay(money(example.payThisPeriod), latest).amount)).toBe(example.rolledUpHolidayPay);
  });
});

describe("payslips, cost to the budget and what is due to HMRC", () => {
  const paydays: Record<string, string> = { "fourWeekly 4": "2026-05-01", "monthly 1": "2026-04-30", "weekly 30": "2026-10-30" };
  it.each(named("payslips"))("%s", (_id, example) => {
    const gross = money(example.gross);
    const isInPension = example.pensionReliefAtSource !== "0.00";
    const before = { taxablePay: pence(money(example.payToDate) - gross), incomeTax: money(example.taxToDateBefore) };
    const input = aPayslipInput({
      payFrequency: frequencyOf(example.period),
      payday: plainDate(paydays[`${example.period} ${example.taxWeekOrMonthUsed}`] ?? ""),
      payLines: [aPayLine(gross)],
      studentLoanPlan: example.studentLoanPlan === null ? null : (String(example.studentLoanPlan).slice(4) as StudentLoanPlan),
      yearToDate: { ...startOfYear(), ...before },
      pension: { ...aPayslipInput().pension, status: isInPension ? "member" : "notMember" },
    });
    const slip = acceptedOf(calculatePayslip(input, ratesOf(example)));
    const allowance = calculateEmploymentAllowance(slip.employerNationalInsurance.amount, pence(0), ratesOf(example)).amount;
    const due = (employmentAllowance: Pence) =>
      calculateHmrcDue({
        incomeTax: slip.incomeTax.amount,
        employeeNationalInsurance: slip.employeeNationalInsurance.amount,
        employerNationalInsurance: slip.employerNationalInsurance.amount,
        studentLoans: slip.studentLoan.amount,
        employmentAllowance,
        statutoryPayRecovered: pence(0),
      }).amount;
    const found = {
      taxWeekOrMonthUsed: slip.taxPeriod.number,
      incomeTax: decimalPounds(slip.incomeTax.amount),
      employeeNationalInsurance: decimalPounds(slip.employeeNationalInsurance.amount),
      studentLoan: decimalPounds(slip.studentLoan.amount),
      pensionReliefAtSource: decimalPounds(slip.employeePension.amount),
      netPay: decimalPounds(slip.netPay.amount),
      employerNationalInsuranceBeforeAllowance: decimalPounds(slip.employerNationalInsurance.amount),
      employerPension: decimalPounds(slip.employerPension.amount),
      costToBudgetBeforeAllowance: decimalPounds(slip.employerCost.amount),
      costToBudgetWithAllowance: decimalPounds(pence(slip.employerCost.amount - allowance)),
      dueToHmrcBeforeAllowance: decimalPounds(due(pence(0))),
      dueToHmrcWithAllowance: decimalPounds(due(allowance)),
    };
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, example[name]])));
  });
});
