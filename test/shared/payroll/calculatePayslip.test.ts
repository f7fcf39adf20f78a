import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Explained, explain } from "../../../shared/core/explanation.ts";
import { type Pence, pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { calculatePayslip } from "../../../shared/payroll/payslip/calculatePayslip.ts";
import { startOfYear } from "../../../shared/payroll/payslip/yearToDate.ts";
import type { PayslipInput } from "../../../shared/payroll/types.ts";
import { PayslipResult } from "../../../shared/payroll/types.ts";
import { ratesFor } from "../../../shared/rates/ratesFor.ts";
import { aPayLine, aPayslipInput } from "../../support/payslipBuilders.ts";

function payslipOf(change: Partial<PayslipInput> = {}): PayslipResult {
  const verdict = verdictOf(change);
  if (!verdict.ok) throw new Error(verdict.problems.map(({ rule }) => rule).join(" "));
  return verdict.value;
}

function verdictOf(change: Partial<PayslipInput> = {}) {
  const input = aPayslipInput(change);
  const rates = ratesFor(input.payday);
  if (!rates) throw new Error("No rates");
  return calculatePayslip(input, rates);
}

describe("a whole payslip", () => {
  it("SLIP-1: four weeks at £1,400 with a relief at source pension", () => {
    const slip = payslipOf();
    expect(slip).toMatchObject({
      grossPay: { amount: 1_400_00 },
      incomeTax: { amount: 86_40 },
      employeeNationalInsurance: { amount: 34_64 },
      employerNationalInsurance: { amount: 152_25 },
      employeePension: { amount: 36_80 },
      pensionTaxRelief: 9_20,
      employerPension: { amount: 27_60 },
      netPay: { amount: 1_242_16 },
      employerCost: { amount: 1_579_85 },
      taxPeriod: { table: "weekly", number: 4, taxMonth: 1 },
      ratesVersion: "2026-27, checked 2026-11-21",
    });
  });

  it("SLIP-2: a month at £2,600 with a plan 5 loan", () => {
    const slip = payslipOf({
      payFrequency: "monthly",
      payday: plainDate("2026-04-30"),
      payLines: [aPayLine(pence(2_600_00))],
      studentLoanPlan: "5",
    });
    expect(slip).toMatchObject({
      incomeTax: { amount: 310_20 },
      employeeNationalInsurance: { amount: 124_16 },
      studentLoan: { amount: 46_00 },
      employeePension: { amount: 83_20 },
      netPay: { amount: 2_036_44 },
      employerCost: { amount: 2_989_85 },
    });
  });

  it("SLIP-3: a few hours a week cost the employer National Insurance and the person nothing", () => {
    const slip = payslipOf({
      payFrequency: "weekly",
      payday: plainDate("2026-10-30"),
      payLines: [aPayLine(pence(120_00))],
      yearToDate: { ...startOfYear(), taxablePay: pence(3_480_00) },
      pension: { ...aPayslipInput().pension, status: "notMember" },
    });
    expect(slip).toMatchObject({
      taxPeriod: { number: 30 },
      incomeTax: { amount: 0 },
      employeeNationalInsurance: { amount: 0 },
      netPay: { amount: 120_00 },
      employerCost: { amount: 123_60 },
    });
  });

  it("tells why the tax is what it is, in plain words with the real numbers", () => {
    const slip = payslipOf({
      payday: plainDate("2026-05-29"),
      payLines: [aPayLine(pence(1_520_50))],
      yearToDate: { ...startOfYear(), taxablePay: pence(1_400_00), incomeTax: pence(86_40) },
    });
    expect(slip.incomeTax.lines.map(({ text }) => text)).toEqual([
      "Tom has earned £2,920.50 since 6 April.",
      "Code 1257L lets £1,935.36 of that be free of tax (8 of 52 weeks).",
      "That leaves £985 to be taxed, in whole pounds.",
      "20% of £985.",
      "Tax already taken since 6 April: £86.40. It comes off.",
    ]);
    expect(slip.incomeTax.amount).toBe(110_60);
  });

  it("pays mileage and expenses outside gross pay", () => {
    const slip = payslipOf({ payLines: [aPayLine(pence(1_400_00)), aPayLine(pence(27_50), { kind: "mileage", label: "Mileage" })] });
    expect(slip.grossPay.amount).toBe(1_400_00);
    expect(slip.netPay.amount).toBe(1_242_16 + 27_50);
  });

  it("takes a net pay pension before tax but not before National Insurance", () => {
    const slip = payslipOf({ pension: { ...aPayslipInput().pension, taxTreatment: "netPay" } });
    expect(slip.employeePension.amount).toBe(46_00);
    expect(slip.taxablePay.amount).toBe(1_354_00);
    expect(slip.niBands.grossEarnings).toBe(1_400_00);
  });

  it("brings P45 pay and tax into the tax sum and not into this job's totals", () => {
    const yearToDate = startOfYear(pence(5_000_00), pence(500_00));
    const slip = payslipOf({ payday: plainDate("2026-07-24"), yearToDate });
    expect(slip.incomeTax.lines[0]?.text).toBe("Tom has earned £6,400.00 since 6 April.");
    expect(slip.yearToDate).toMatchObject({ taxablePay: 1_400_00, previousTaxablePay: 5_000_00, previousIncomeTax: 500_00 });
  });

  it("warns when the law says the person must be in the pension", () => {
    const slip = payslipOf({ pension: { ...aPayslipInput().pension, status: "notMember" } });
    expect(slip.warnings).toEqual(["Tom must be put into the workplace pension: pay is above the trigger."]);
  });

  it("survives being sealed as JSON and read back", () => {
    const slip = payslipOf();
    expect(PayslipResult.parse(JSON.parse(JSON.stringify(slip)))).toEqual(slip);
  });
});

describe("input that no payslip can come from", () => {
  const problemsOf = (change: Partial<PayslipInput>) => {
    const verdict = verdictOf(change);
    return verdict.ok ? [] : verdict.problems;
  };

  it.each([
    ["a tax code that is none", { taxSetting: { code: "12570L7", isWeek1Month1: false } }, "taxCode", "12570L7"],
    ["leaving before starting", { leftOn: plainDate("2024-12-31") }, "leftOn", "2024-12-31"],
    ["an under-21 letter at 36", { nationalInsuranceCategory: "M" as const }, "nationalInsuranceCategory", "M"],
    ["a pension-age letter at 36", { nationalInsuranceCategory: "C" as const }, "nationalInsuranceCategory", "C"],
    ["an apprentice letter at 36", { nationalInsuranceCategory: "H" as const }, "nationalInsuranceCategory", "H"],
    ["letter A after State Pension age", { dateOfBirth: plainDate("1955-01-01") }, "nationalInsuranceCategory", "A"],
    ["a period that ends before it starts", { periodTo: plainDate("2026-04-01") }, "periodTo", "2026-04-01"],
    ["pay below zero", { payLines: [aPayLine(pence(-5_00))] }, "payLines", "−£5.00"],
  ])("%s", (_name, change, field, value) => {
    const [found] = problemsOf(change);
    expect(found).toMatchObject({ field, value });
    expect(found?.rule).not.toBe("");
    expect(found?.wayOut).not.toBe("");
  });

  it("a plan 5 loan before it was collected from wages", () => {
    const [found] = problemsOf({ payday: plainDate("2026-03-27"), studentLoanPlan: "5" });
    expect(found).toMatchObject({ field: "studentLoanPlan", value: "5" });
  });
});

describe("what always holds", () => {
  const anyInput = fc.record({
    pay: fc.integer({ min: 0, max: 2_000_000 }),
    mileage: fc.integer({ min: 0, max: 20_000 }),
    code: fc.constantFrom("1257L", "S1257L", "C1257L", "BR", "D0", "SD2", "0T", "K100", "SK585", "NT", "1257L W1", "45L"),
    payFrequency: fc.constantFrom("weekly" as const, "fortnightly" as const, "fourWeekly" as const, "monthly" as const),
    week: fc.integer({ min: 0, max: 51 }),
    paidBefore: fc.integer({ min: 0, max: 5_000_000 }),
    taxBefore: fc.integer({ min: 0, max: 1_000_000 }),
    taxTreatment: fc.constantFrom("reliefAtSource" as const, "netPay" as const),
    hasLoans: fc.boolean(),
  });
  const linesSum = ({ lines }: Explained) => lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0);

  it("gross plus what is free of tax is net plus every deduction, and the steps of each figure add up to it", () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const payday = new Date(Date.UTC(2026, 3, 6 + given.week * 7)).toISOString().slice(0, 10);
        const slip = payslipOf({
          payday: plainDate(payday),
          payFrequency: given.payFrequency,
          taxSetting: { code: given.code, isWeek1Month1: false },
          payLines: [aPayLine(pence(given.pay)), aPayLine(pence(given.mileage), { kind: "mileage", label: "Mileage" })],
          pension: { ...aPayslipInput().pension, taxTreatment: given.taxTreatment },
          studentLoanPlan: given.hasLoans ? "2" : null,
          hasPostgraduateLoan: given.hasLoans,
          yearToDate: { ...startOfYear(), taxablePay: pence(given.paidBefore), incomeTax: pence(given.taxBefore) },
        });
        const deductions = [slip.incomeTax, slip.employeeNationalInsurance, slip.studentLoan, slip.postgraduateLoan, slip.employeePension];
        expect(slip.grossPay.amount + slip.nonTaxable.amount).toBe(slip.netPay.amount + deductions.reduce((sum, { amount }) => sum + amount, 0));
        for (const figure of [...deductions, slip.grossPay, slip.netPay, slip.employerCost, slip.employerNationalInsurance, slip.employerPension]) {
          expect(linesSum(figure)).toBe(figure.amount);
        }
        for (const figure of [...deductions.slice(1), slip.employerNationalInsurance, slip.employerPension])
          expect(figure.amount).toBeGreaterThanOrEqual(0);
        expect(slip.incomeTax.amount).toBeLessThanOrEqual(Math.floor(slip.taxablePay.amount / 2));
      }),
      { numRuns: 2_000 },
    );
  });

  it("the tax of a year does not depend on how its pay was spread over the months", () => {
    const month = (taxMonth: number) => plainDate(new Date(Date.UTC(2026, 3 + taxMonth, 28)).toISOString().slice(0, 10));
    const yearOf = (pays: readonly number[]) => {
      let yearToDate = startOfYear();
      for (const [index, amount] of pays.entries()) {
        const slip = payslipOf({ payFrequency: "monthly", payday: month(index), payLines: [aPayLine(pence(amount))], yearToDate });
        yearToDate = slip.yearToDate;
      }
      return yearToDate.incomeTax;
    };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 150_000, max: 400_000 }), { minLength: 12, maxLength: 12 }), (pays) => {
        const total = pays.reduce((sum, amount) => sum + amount, 0);
        const even = Math.floor(total / 12);
        expect(yearOf(pays)).toBe(yearOf([...Array(11).fill(even), total - even * 11]));
      }),
      { numRuns: 100 },
    );
  });

  it("more pay never means less National Insurance", () => {
    const ofPay = (amount: Pence) => payslipOf({ payLines: [aPayLine(amount)] });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 50_000 }), (pay, more) => {
        const less = ofPay(pence(pay));
        const greater = ofPay(pence(pay + more));
        expect(greater.employeeNationalInsurance.amount).toBeGreaterThanOrEqual(less.employeeNationalInsurance.amount);
        expect(greater.employerNationalInsurance.amount).toBeGreaterThanOrEqual(less.employerNationalInsurance.amount);
      }),
      { numRuns: 2_000 },
    );
  });
});

it("an explanation is what its lines add up to", () => {
  expect(explain({ name: "n", source: "s" }, [{ text: "a", amount: pence(3) }, { text: "b" }, { text: "c", amount: pence(-1) }]).amount).toBe(2);
});
