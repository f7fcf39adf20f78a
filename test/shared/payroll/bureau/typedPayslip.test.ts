import { describe, expect, it } from "vitest";
import { minutes } from "../../../../shared/core/minutes.ts";
import { basisPoints, pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { readBureauRow } from "../../../../shared/payroll/bureau/bureauCsv.ts";
import { netOf } from "../../../../shared/payroll/bureau/bureauPayslip.ts";
import { TypedPayslip, typedPayslipInput } from "../../../../shared/payroll/bureau/typedPayslip.ts";
import { calculatePayslip } from "../../../../shared/payroll/payslip/calculatePayslip.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";

const typed = (change: Partial<TypedPayslip> = {}): TypedPayslip => ({
  ...TypedPayslip.parse({
    employeeName: "Sam",
    payday: "2026-05-01",
    payFrequency: "fourWeekly",
    hours: [{ label: "Care", minutes: minutes(107 * 60 + 42), ratePence: pence(13_00) }],
    taxCode: "1257L",
    nationalInsuranceCategory: "A",
  }),
  ...change,
});
const slipOf = (change: Partial<TypedPayslip> = {}) => {
  const worked = calculatePayslip(typedPayslipInput(typed(change)), taxYear2026);
  if (!worked.ok) throw new Error(JSON.stringify(worked.problems));
  return worked.value;
};

describe("a typed payslip", () => {
  it("is hours times rate to the nearest penny: 107 h 42 min at £13.00 is £1,400.10", () => {
    const { payLines, grossPay, incomeTax, netPay } = slipOf();
    expect(payLines).toMatchObject([
      {
        kind: "hours",
        label: "Care",
        minutes: 6462,
        ratePence: 13_00,
        amount: 1_400_10,
        explanation: { lines: [{ text: "Care: 107 h 42 min at £13.00 an hour.", amount: 1_400_10 }] },
      },
    ]);
    // £1,400.10 − £967.68 = £432.42: £432 × 20% = £86.40. National Insurance (1400.10 − 967) × 8% = £34.648, £34.65.
    expect([grossPay.amount, incomeTax.amount, netPay.amount]).toEqual([1_400_10, 86_40, 1_279_05]);
  });

  it("taxes other pay, and not mileage", () => {
    const { payLines, grossPay, nonTaxable } = slipOf({ hours: [], otherPay: pence(500_00), nonTaxable: pence(45_00) });
    expect(payLines.map(({ kind, label, amount }) => [kind, label, amount])).toEqual([
      ["adjustment", "Other pay", 500_00],
      ["expenses", "Mileage and expenses", 45_00],
    ]);
    expect([grossPay.amount, nonTaxable.amount]).toEqual([500_00, 45_00]);
  });

  it("goes on from the pay and tax of the year so far", () => {
    // PAYE-6: £1,400.00 and £86.40 before, £1,520.50 now in week 8: £110.60.
    const second = {
      hours: [],
      otherPay: pence(1_520_50),
      payday: plainDate("2026-05-29"),
      taxablePayBefore: pence(1_400_00),
      incomeTaxBefore: pence(86_40),
    };
    expect(slipOf(second).incomeTax.amount).toBe(110_60);
    expect(slipOf({ ...second, isWeek1Month1: true }).incomeTax.amount).toBe(110_40);
  });

  it("takes pension and loans as they are typed, and none when they are not", () => {
    expect(slipOf().employeePension.amount).toBe(0);
    expect(slipOf().pensionTaxTreatment).toBeNull();
    const pension = {
      taxTreatment: "reliefAtSource",
      earningsBasis: "qualifyingEarnings",
      employeeRate: basisPoints(500),
      employerRate: basisPoints(300),
    } as const;
    // (1400.10 − 480) × 5% = £46.01 (46.005), 80% of it £36.81; 3% £27.60.
    expect(slipOf({ pension })).toMatchObject({ employeePension: { amount: 36_81 }, employerPension: { amount: 27_60 } });
    // Plan 5 on £2,400.00: £476.93 × 9% = £42.92, £42. Postgraduate: £784.62 × 6% = £47.07, £47.
    const loans = slipOf({ hours: [], otherPay: pence(2_400_00), studentLoanPlan: "5", hasPostgraduateLoan: true });
    expect([loans.studentLoan.amount, loans.postgraduateLoan.amount]).toEqual([42_00, 47_00]);
  });

  it.each(["A", "B", "C", "H", "J", "M", "V", "X", "Z", "K", "S"] as const)(
    "believes letter %s when no date of birth is typed",
    (nationalInsuranceCategory) => {
      expect(slipOf({ nationalInsuranceCategory }).niBands.category).toBe(nationalInsuranceCategory);
    },
  );

  it("looks at the age when it is typed: letter M at 40 is refused", () => {
    const input = typedPayslipInput(typed({ nationalInsuranceCategory: "M", dateOfBirth: plainDate("1986-01-01") }));
    expect(input.dateOfBirth).toBe("1986-01-01");
    expect(calculatePayslip(input, taxYear2026).ok).toBe(false);
  });

  it("is for the pay interval that ends on the payday", () => {
    expect(typedPayslipInput(typed())).toMatchObject({ periodFrom: "2026-04-03", periodTo: "2026-05-01", payFrequency: "fourWeekly", leftOn: null });
    expect(typedPayslipInput(typed({ payFrequency: "monthly" })).periodFrom).toBe("2026-04-01");
  });

  it("asks for a name, a code and sensible hours", () => {
    const wrong = TypedPayslip.safeParse({ ...typed(), employeeName: " ", taxCode: "", hours: [{ label: "", minutes: 0, ratePence: 0 }] });
    expect(wrong.error?.issues.map(({ path }) => path.join("."))).toEqual([
      "employeeName",
      "hours.0.label",
      "hours.0.minutes",
      "hours.0.ratePence",
      "taxCode",
    ]);
  });
});

describe("net pay from the lines", () => {
  it("is gross pay less every deduction, with mileage on top", () => {
    const none = pence(0);
    const figures = {
      grossPay: pence(1_000_00),
      taxablePay: none,
      incomeTax: pence(100_00),
      employeeNationalInsurance: pence(20_00),
      studentLoan: pence(3_00),
      postgraduateLoan: pence(4_00),
      employeePension: pence(50_00),
      otherDeductions: pence(6_00),
      nonTaxable: pence(27_50),
      employerNationalInsurance: pence(999),
      employerPension: pence(999),
      taxablePayToDate: none,
      incomeTaxToDate: none,
      employeeNationalInsuranceToDate: none,
    };
    expect(netOf(figures)).toBe(844_50);
  });
});

describe("a row of a bureau's file", () => {
  const row = { line: 3, name: "Tom", payrollNumber: "", taxCode: " 1257L ", nationalInsuranceCategory: " a ", figures: {} };

  it.each([
    ["£1,400.00", 1_400_00],
    ["1400", 1_400_00],
    ["(86.40)", -86_40],
    ["86.40-", -86_40],
    ["-86.4", -86_40],
    ["0.00", 0],
  ])("reads %s", (text, amount) => {
    expect(readBureauRow({ ...row, figures: { incomeTax: text } })).toMatchObject({ bureau: { figures: { incomeTax: amount } }, problems: [] });
  });

  it.each(["", " ", "-"])("takes “%s” for a line that is not shown", (text) => {
    expect(readBureauRow({ ...row, figures: { incomeTax: text } })).toEqual({
      bureau: { figures: {}, taxCode: "1257L", nationalInsuranceCategory: "A" },
      problems: [],
    });
  });

  it("leaves a letter out that is none, and names an amount that is none", () => {
    const read = readBureauRow({ ...row, taxCode: "", nationalInsuranceCategory: "A1", figures: { netPay: "n/a" } });
    expect(read).toEqual({
      bureau: { figures: {}, taxCode: null, nationalInsuranceCategory: null },
      problems: ["Line 3, Net pay (take-home pay): “n/a” is not an amount. Write it like 12.50."],
    });
  });
});
