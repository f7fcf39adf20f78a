import { describe, expect, it } from "vitest";
import { explain } from "../../../../shared/core/explanation.ts";
import { minutes } from "../../../../shared/core/minutes.ts";
import { pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { calculatePayslip } from "../../../../shared/payroll/payslip/calculatePayslip.ts";
import { earlierInEarningsPeriodOf } from "../../../../shared/payroll/payslip/earlierInPeriod.ts";
import type { PayslipInput, PayslipResult } from "../../../../shared/payroll/types.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";
import { aPayLine, aPayslipInput } from "../../../support/payslipBuilders.ts";
import { acceptedOf, problemsOf } from "../../../support/verdicts.ts";

const verdictOf = (change: Partial<PayslipInput> = {}) => calculatePayslip(aPayslipInput(change), taxYear2026);
const slipOf = (change: Partial<PayslipInput> = {}): PayslipResult => acceptedOf(verdictOf(change));
const section8 = "Employment Rights Act 1996, section 8";
const notInPension = { ...aPayslipInput().pension, status: "notMember" as const };
const aDeduction = (amount: number) => ({
  kind: "other" as const,
  label: "Season ticket",
  amount: pence(amount),
  explanation: explain({ name: "Ticket", source: "test" }, [{ text: "A part of it.", amount: pence(amount) }]),
});
// A month at £2,600 with both loans: tax 1,551 × 20% = 310.20; National Insurance 1,552 × 8% = 124.16 and 2,183 × 15% = 327.45; loans 46.00 and 51.00;
// pension 2,080 × 5% = 104.00, of which 83.20 from pay, and 2,080 × 3% = 62.40.
const month: Partial<PayslipInput> = {
  payday: plainDate("2026-04-30"),
  payFrequency: "monthly",
  payLines: [aPayLine(pence(2_600_00))],
  studentLoanPlan: "5",
  hasPostgraduateLoan: true,
};

describe("the lines of a payslip", () => {
  it("of net pay and cost name every part with its amount", () => {
    const expenses = aPayLine(pence(5_50), { kind: "expenses", label: "Parking" });
    const slip = slipOf({ ...month, payLines: [aPayLine(pence(2_600_00)), expenses], otherDeductions: [aDeduction(10_00)] });
    expect(slip.netPay).toEqual({
      amount: 1_980_94,
      rule: { name: "Net pay", source: section8 },
      lines: [
        { text: "Gross pay.", amount: 2_600_00 },
        { text: "Income tax.", amount: -310_20 },
        { text: "National Insurance.", amount: -124_16 },
        { text: "Student loan.", amount: -46_00 },
        { text: "Postgraduate loan.", amount: -51_00 },
        { text: "Pension.", amount: -83_20 },
        { text: "Season ticket.", amount: -10_00 },
        { text: "Mileage and expenses, free of tax.", amount: 5_50 },
      ],
    });
    expect(slip.employerCost).toEqual({
      amount: 2_995_35,
      rule: { name: "Cost to the budget", source: "Gross pay with the employer's National Insurance and pension" },
      lines: [
        { text: "Gross pay.", amount: 2_600_00 },
        { text: "The employer's National Insurance, before Employment Allowance.", amount: 327_45 },
        { text: "The employer's pension contribution.", amount: 62_40 },
        { text: "Mileage and expenses.", amount: 5_50 },
      ],
    });
    expect(slip.nonTaxable).toEqual({
      amount: 5_50,
      rule: { name: "Mileage and expenses", source: section8 },
      lines: [{ text: "Parking.", amount: 5_50 }],
    });
  });

  it("keep mileage, expenses and redundancy pay out of gross pay", () => {
    const kinds = ["mileage", "expenses", "redundancy"] as const;
    const slip = slipOf({ payLines: [aPayLine(pence(100_00)), ...kinds.map((kind) => aPayLine(pence(7_00), { kind }))] });
    expect([slip.grossPay.amount, slip.nonTaxable.amount, slip.niBands.grossEarnings]).toEqual([100_00, 21_00, 100_00]);
  });

  it("leave out what is nothing", () => {
    const slip = slipOf({ payLines: [], pension: notInPension });
    expect(slip.grossPay).toEqual({ amount: 0, rule: { name: "Gross pay", source: section8 }, lines: [{ text: "Nothing is paid in this period." }] });
    expect(slip.netPay.lines).toEqual([{ text: "Gross pay.", amount: 0 }]);
    expect(slip.employerCost.lines.map(({ text }) => text)).toEqual([
      "Gross pay.",
      "The employer's National Insurance, before Employment Allowance.",
      "The employer's pension contribution.",
    ]);
    expect(slip.nonTaxable.lines).toEqual([]);
    expect(slip.employeePension).toEqual({
      amount: 0,
      rule: { name: "Workplace pension", source: taxYear2026.pension.sources[0] },
      lines: [{ text: "Not in a workplace pension on this payday." }],
    });
  });

  it("say that tax is given back", () => {
    const yearToDate = { ...aPayslipInput().yearToDate, incomeTax: pence(50_00) };
    const { netPay } = slipOf({ payLines: [aPayLine(pence(500_00))], pension: notInPension, yearToDate });
    expect(netPay.lines).toEqual([
      { text: "Gross pay.", amount: 500_00 },
      { text: "Income tax given back.", amount: 50_00 },
    ]);
  });

  it("of gross pay are the first step of each pay line, or its label", () => {
    const unexplained = aPayLine(pence(1_00), { label: "Bonus", explanation: explain({ name: "Pay", source: "test" }, []) });
    expect(slipOf({ payLines: [aPayLine(pence(2_00)), unexplained] }).grossPay.lines).toEqual([
      { text: "Weekday care.", amount: 2_00 },
      { text: "Bonus", amount: 1_00 },
    ]);
  });

  it("of taxable pay take off a net pay pension", () => {
    const { taxablePay } = slipOf({ pension: { ...aPayslipInput().pension, taxTreatment: "netPay" } });
    expect(taxablePay).toEqual({
      amount: 1_354_00,
      rule: { name: "Taxable pay", source: section8 },
      lines: [
        { text: "Gross pay.", amount: 1_400_00 },
        { text: "The pension is taken before tax.", amount: -46_00 },
      ],
    });
  });

  it("of a refund name who gets it", () => {
    const pensionRefund = { employee: pence(36_80), employer: pence(27_60) };
    expect(slipOf({ pension: { ...notInPension, status: "optedOut" }, pensionRefund }).employerPension.lines.at(-1)).toEqual({
      text: "£27.60 of contributions goes back to the employer after opting out.",
      amount: -27_60,
    });
  });
});

describe("what a payslip keeps of its input", () => {
  it.each([
    ["1257L", false, false],
    ["1257L", true, true],
    ["1257L M1", false, true],
  ])("code %s with week 1/month 1 %s is on that basis: %s", (code, isWeek1Month1, expected) => {
    expect(slipOf({ taxSetting: { code, isWeek1Month1 } })).toMatchObject({ taxCode: "1257L", isWeek1Month1: expected });
  });

  it("minutes worked are those of hours, shifts, days and overtime", () => {
    const line = (kind: "hours" | "overtime" | "shift" | "day" | "timeAwake" | "expenses", time: number | null) =>
      aPayLine(pence(1_00), { kind, minutes: time === null ? null : minutes(time) });
    const payLines = [
      line("hours", 60),
      line("overtime", 30),
      line("shift", 480),
      line("day", 420),
      line("day", null),
      line("timeAwake", 45),
      line("expenses", 7),
    ];
    expect(slipOf({ payLines }).minutesWorked).toBe(990);
  });

  it("the year so far grows by the payslip", () => {
    const first = slipOf(month);
    const { yearToDate } = slipOf({ ...month, payday: plainDate("2026-05-29"), yearToDate: first.yearToDate });
    expect(yearToDate).toMatchObject({
      grossPay: 5_200_00,
      taxablePay: 5_200_00,
      incomeTax: 620_60,
      studentLoan: 92_00,
      postgraduateLoan: 102_00,
      employeePension: 166_40,
      employerPension: 124_80,
      netPay: 2 * 1_985_44 - 20,
      nationalInsurance: [
        {
          category: "A",
          grossEarnings: 5_200_00,
          atLowerEarningsLimit: 1_118_00,
          lowerEarningsLimitToPrimaryThreshold: 978_00,
          primaryThresholdToUpperEarningsLimit: 3_104_00,
          employeeContributions: 248_32,
          employerContributions: 654_90,
        },
      ],
    });
  });
});

describe("a second payment in a month", () => {
  const withoutLoans = slipOf({ ...month, studentLoanPlan: null, hasPostgraduateLoan: false });
  const second = (change: Partial<PayslipInput>, first = withoutLoans) =>
    slipOf({ ...month, yearToDate: first.yearToDate, earlierInEarningsPeriod: earlierInEarningsPeriodOf([first]), ...change });

  it("takes no more loan than tax, National Insurance and pension leave", () => {
    // £40 more: tax 8.00, National Insurance 3.20, pension 2,120 × 4% − 83.20 = 1.60. Plan 5 on 2,640.00 is 50.00, and 27.20 is left.
    const slip = second({ payLines: [aPayLine(pence(40_00))], hasPostgraduateLoan: false });
    expect(slip.studentLoan.amount).toBe(27_00);
    expect(slip.studentLoan.lines.at(-1)?.text).toBe(
      "Tax, National Insurance and pension leave £27.20 for this loan, so £27.00 is taken, in whole pounds.",
    );
    // A refund of pension is not pay that a loan may take: 40.00 − 8.00 − 3.20 = 28.80.
    const pensionRefund = { employee: pence(36_80), employer: pence(27_60) };
    const refunded = second({
      payLines: [aPayLine(pence(40_00))],
      hasPostgraduateLoan: false,
      pension: { ...notInPension, status: "optedOut" },
      pensionRefund,
    });
    expect(refunded.studentLoan.amount).toBe(28_00);
  });

  it("takes the loans of both together, less what the first took", () => {
    // On £2,700: plan 5 616.67 × 9% = 55.50, postgraduate 950 × 6% = 57.00.
    const slip = second({ payLines: [aPayLine(pence(100_00))] }, slipOf(month));
    expect([slip.studentLoan.amount, slip.postgraduateLoan.amount]).toEqual([9_00, 6_00]);
  });

  it("counts basic pay of both for a pension on basic pay", () => {
    // 2,600 × 4% = 104.00 from pay, 2,700 × 4% = 108.00.
    const pension = { ...aPayslipInput().pension, earningsBasis: "basicPay" as const };
    const first = slipOf({ ...month, pension });
    expect([first.employeePension.amount, second({ pension, payLines: [aPayLine(pence(100_00))] }, first).employeePension.amount]).toEqual([
      104_00, 4_00,
    ]);
  });
});

describe("what one part of a payslip refuses, the payslip refuses", () => {
  it("late wages of one payday twice, and late wages in a second payment", () => {
    const late = { usualPayday: plainDate("2026-04-03"), earnings: pence(1_00) };
    expect(problemsOf(verdictOf({ lateWages: [late, late] }))).toMatchObject([{ field: "wages.usualPayday", value: "2026-04-03" }]);
    expect(problemsOf(verdictOf({ lateWages: [late], earlierInEarningsPeriod: earlierInEarningsPeriodOf([slipOf()]) }))).toEqual([
      {
        field: "lateWages",
        value: "£1.00",
        rule: "Late wages cannot come with a second payment of the same period.",
        wayOut: "Pay them with the next usual payday.",
      },
    ]);
  });

  it("a flat rate the year lacks", () => {
    const { regions } = taxYear2026.incomeTax;
    const rates = {
      ...taxYear2026,
      incomeTax: { ...taxYear2026.incomeTax, regions: { ...regions, restOfUk: { ...regions.restOfUk, flatRates: {} } } },
    };
    expect(problemsOf(calculatePayslip(aPayslipInput({ taxSetting: { code: "BR", isWeek1Month1: false } }), rates))).toMatchObject([
      { field: "taxCode", value: "BR" },
    ]);
  });

  it("a loan plan that is not taken, also in a second payment", () => {
    const plans = { ...taxYear2026.studentLoans.plans, "5": null };
    const rates = { ...taxYear2026, studentLoans: { ...taxYear2026.studentLoans, plans } };
    const earlierInEarningsPeriod = earlierInEarningsPeriodOf([slipOf()]);
    expect(problemsOf(calculatePayslip(aPayslipInput({ studentLoanPlan: "5", earlierInEarningsPeriod }), rates))).toMatchObject([
      { field: "studentLoanPlan", value: "5" },
    ]);
  });

  it("with rule and way out: a payday outside the rates, pension shares and pay periods that cannot be", () => {
    expect(problemsOf(verdictOf({ payday: plainDate("2026-04-05") }))).toMatchObject([
      {
        field: "payday",
        value: "2026-04-05",
        rule: "These rates are for 6 April 2026 to 5 April 2027.",
        wayOut: "Use the rates of the tax year that the payday is in, or correct the payday.",
      },
    ]);
    expect(problemsOf(verdictOf({ pension: { ...aPayslipInput().pension, employeeRate: 9_750 as never } }))).toEqual([
      {
        field: "pension",
        value: "97.5% and 3%",
        rule: "Pension shares are between 0% and 100% of pay.",
        wayOut: "Correct the shares.",
      },
    ]);
    expect(problemsOf(verdictOf({ periodsInPayment: 0 }))).toEqual([
      {
        field: "periodsInPayment",
        value: "0",
        rule: "A payment is for 1 to 99 whole pay periods.",
        wayOut: "Put in 1, and one more for each period of holiday paid in advance.",
      },
    ]);
  });

  it("but not pension shares of 0%", () => {
    expect(verdictOf({ pension: { ...aPayslipInput().pension, employeeRate: 0 as never } }).ok).toBe(true);
    expect(verdictOf({ pension: { ...aPayslipInput().pension, employerRate: 0 as never } }).ok).toBe(true);
  });
});
