import { describe, expect, it } from "vitest";
import { explain } from "../../../../shared/core/explanation.ts";
import { minutes } from "../../../../shared/core/minutes.ts";
import { pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { hmrcFiguresOf } from "../../../../shared/payroll/hmrc/hmrcFigures.ts";
import { traceFigures, traceSum } from "../../../../shared/payroll/hmrc/tracedFigures.ts";
import { startOfYear } from "../../../../shared/payroll/payslip/yearToDate.ts";
import type { YearToDate } from "../../../../shared/payroll/types.ts";
import { aPayLine } from "../../../support/payslipBuilders.ts";
import { aPayslip } from "../../../support/rtiFacts.ts";

const kinds = [
  "statutorySickPay",
  "statutoryMaternityPay",
  "statutoryPaternityPay",
  "statutoryAdoptionPay",
  "statutorySharedParentalPay",
  "statutoryParentalBereavementPay",
  "statutoryNeonatalCarePay",
] as const;
/** £1.00 of the first kind, £2.00 of the second and so on, so many times. */
const statutory = (times: number) => kinds.map((kind, index) => aPayLine(pence((index + 1) * times * 1_00), { kind, label: kind }));
const opening: YearToDate = {
  ...startOfYear(),
  taxablePay: pence(100_00),
  incomeTax: pence(5_00),
  studentLoan: pence(3_00),
  postgraduateLoan: pence(2_00),
  employeePension: pence(4_00),
  statutorySickPay: pence(9_00),
  statutoryMaternityPay: pence(10_00),
  statutoryPaternityPay: pence(11_00),
  statutoryAdoptionPay: pence(12_00),
  statutorySharedParentalPay: pence(13_00),
  statutoryParentalBereavementPay: pence(14_00),
  statutoryNeonatalCarePay: pence(15_00),
  nationalInsurance: [
    {
      category: "J",
      grossEarnings: pence(50_00),
      atLowerEarningsLimit: pence(7_00),
      lowerEarningsLimitToPrimaryThreshold: pence(0),
      primaryThresholdToUpperEarningsLimit: pence(0),
      employeeContributions: pence(0),
      employerContributions: pence(0),
    },
  ],
};
const loan = {
  kind: "loan" as const,
  label: "Loan paid back",
  amount: pence(20_00),
  explanation: explain({ name: "Loan", source: "Agreed" }, [{ text: "Agreed.", amount: pence(20_00) }]),
};
const loans = { studentLoanPlan: "1", hasPostgraduateLoan: true } as const;
const first = aPayslip({
  ...loans,
  yearToDate: opening,
  nationalInsuranceCategory: "J",
  payLines: [aPayLine(pence(3_000_00)), aPayLine(pence(9_90), { kind: "mileage" }), ...statutory(1)],
});
const second = aPayslip({
  ...loans,
  payday: plainDate("2026-05-29"),
  yearToDate: first.yearToDate,
  otherDeductions: [loan],
  payLines: [aPayLine(pence(2_500_00)), aPayLine(pence(4_50), { kind: "mileage" }), ...statutory(2)],
});
const payslips = [first, second].map((result, index) => ({ payslipId: `p${index + 1}`, name: "Tom", result }));
const boxes = hmrcFiguresOf(second, minutes(16 * 60));
const traced = traceFigures(boxes, { payslips, opening });

describe("the boxes of one payday with everything that can be in it", () => {
  it("stand in HMRC's order with HMRC's names, this payday and the year to date", () => {
    expect(boxes.map(({ item, label, value, yearToDate, toDateItem }) => [item, label, value, yearToDate, toDateItem])).toEqual([
      ["43", "Payment date", "29 May 2026", null, null],
      ["44", "Tax week number", "8", null, null],
      ["48", "Number of earnings periods covered", "1", null, null],
      ["42", "Pay frequency", "W4 (4 weekly)", null, null],
      ["54", "Number of normal hours worked band", "B (16 to 23.99 hours)", null, null],
      // £2,500.00 and £56.00 of statutory pay.
      ["58", "Pay for tax purposes", "2556.00", "5684.00", "41A"],
      ["79", "National Insurance category letter", "A", null, null],
      ["79B", "Pay for National Insurance", "2556.00", "2556.00", "79A"],
      ["", "Statutory Sick Pay in the pay above", "2.00", "12.00", null],
      ["70", "Statutory Maternity Pay in the pay above", "4.00", "16.00", "70"],
      ["71", "Statutory Paternity Pay in the pay above", "6.00", "20.00", "71"],
      ["72", "Statutory Adoption Pay in the pay above", "8.00", "24.00", "72"],
      ["73", "Statutory Shared Parental Pay in the pay above", "10.00", "28.00", "73"],
      ["212", "Statutory Parental Bereavement Pay in the pay above", "12.00", "32.00", "212"],
      ["217", "Statutory Neonatal Care Pay in the pay above", "14.00", "36.00", "217"],
      ["58A", "Payments not subject to tax or National Insurance", "4.50", null, null],
      // 5% of 2,556.00 − 480.00, less a fifth of it as tax relief.
      ["65", "Employee pension contributions not under net pay arrangements", "83.04", "188.96", "151"],
      ["55", "Tax code", "1257L", null, null],
      ["56", "Week 1 / month 1 basis", "No", null, null],
      ["68", "Tax deducted or refunded", "317.60", "749.60", "41B"],
      // 8% and 15% of 2,556.00 − 967.00 and − 385.00.
      ["86B", "Employee National Insurance", "127.12", "127.12", "86Ba"],
      ["86A", "Employer National Insurance", "325.65", "325.65", "86Aa"],
      ["82", "Earnings at the Lower Earnings Limit", "516.00", "516.00", "82"],
      ["82A", "Earnings above the Lower Earnings Limit to the Primary Threshold", "451.00", "451.00", "82A"],
      ["169", "Earnings above the Primary Threshold to the Upper Earnings Limit", "1589.00", "1589.00", "169"],
      ["79A", "Letter J: pay for National Insurance", "0.00", "3078.00", "79A"],
      ["82", "Letter J: earnings at the Lower Earnings Limit", "0.00", "523.00", "82"],
      ["82A", "Letter J: up to the Primary Threshold", "0.00", "451.00", "82A"],
      ["169", "Letter J: up to the Upper Earnings Limit", "0.00", "2061.00", "169"],
      ["86Ba", "Letter J: employee National Insurance", "0.00", "41.22", "86Ba"],
      ["86Aa", "Letter J: employer National Insurance", "0.00", "396.45", "86Aa"],
      ["67", "Student loan (plan 1)", "43.00", "132.00", "41C"],
      ["195", "Postgraduate loan", "56.00", "142.00", "194"],
      ["58B", "Other deductions from net pay", "103.04", null, null],
      // 2,556.00 − 317.60 − 127.12 − 43.00 − 56.00; then − 103.04 + 4.50.
      ["59", "Pay after statutory deductions", "2012.28", null, null],
      ["", "What the employee receives", "1913.74", null, null],
    ]);
  });

  it.each([
    [15 * 60 + 59, "A (up to 15.99 hours)"],
    [24 * 60, "C (24 to 29.99 hours)"],
    [30 * 60, "D (30 hours or more)"],
  ])("tell %i minutes a week as band %s", (time, words) => {
    expect(hmrcFiguresOf(second, minutes(time)).find(({ item }) => item === "54")?.value).toBe(words);
  });

  it.each([
    ["weekly", "W1 (weekly)"],
    ["fortnightly", "W2 (fortnightly)"],
    ["monthly", "M1 (monthly)"],
  ] as const)("tell pay that is %s as %s", (payFrequency, words) => {
    expect(hmrcFiguresOf(aPayslip({ payFrequency })).find(({ item }) => item === "42")?.value).toBe(words);
  });

  it("leave out what was never anything", () => {
    const plain = aPayslip({ pension: { ...memberOfNothing } });
    expect(hmrcFiguresOf(plain).map(({ item }) => item)).toEqual([
      ...["43", "44", "48", "42", "54", "58", "79", "79B", "55", "56", "68", "86B", "86A", "82", "82A", "169", "67", "195", "59", ""],
    ]);
    expect(hmrcFiguresOf(plain).find(({ item }) => item === "67")?.label).toBe("Student loan");
  });

  it("show sick pay of this payday that the year to date has taken back, and of the year that this payday lacks", () => {
    const sick = (yearToDate: number, now: number) =>
      hmrcFiguresOf({
        ...aPayslip({ payLines: now === 0 ? [] : [aPayLine(pence(now), { kind: "statutorySickPay" })] }),
        yearToDate: { ...startOfYear(), statutorySickPay: pence(yearToDate) },
      }).filter(({ label }) => label.startsWith("Statutory Sick"));
    expect(sick(0, 0)).toEqual([]);
    expect(sick(0, 10_00)).toMatchObject([{ value: "10.00", yearToDate: "0.00" }]);
    expect(sick(10_00, 0)).toMatchObject([{ value: "0.00", yearToDate: "10.00" }]);
  });
});

const memberOfNothing = {
  status: "notMember",
  taxTreatment: "reliefAtSource",
  earningsBasis: "qualifyingEarnings",
  employeeRate: 0 as never,
  employerRate: 0 as never,
} as const;

describe("where each box comes from", () => {
  const box = (item: string, label?: string) => traced.find((each) => each.item === item && (label === undefined || each.label === label));

  it("shows the payslip's own explanation when it comes to the amount in the box", () => {
    expect(box("58")?.explained).toEqual(second.taxablePay);
    expect(box("58A")?.explained).toEqual(second.nonTaxable);
    expect(box("65")?.explained).toEqual(second.employeePension);
    expect(box("68")?.explained).toEqual(second.incomeTax);
    expect(box("86B")?.explained).toEqual(second.employeeNationalInsurance);
    expect(box("86A")?.explained).toEqual(second.employerNationalInsurance);
    expect(box("67")?.explained).toEqual(second.studentLoan);
    expect(box("195")?.explained).toEqual(second.postgraduateLoan);
    expect(box("", "What the employee receives")?.explained).toEqual(second.netPay);
  });

  it("adds up the payslips of the year, on top of what was before", () => {
    const partsOf = (item: string) => box(item)?.toDate?.explained.lines.map(({ text, amount }) => [text, amount]);
    expect(box("58")?.toDate).toEqual({
      explained: {
        amount: 5_684_00,
        rule: { name: "Pay for tax purposes, year to date", source: "Sealed payslips of the tax year" },
        lines: [
          { text: "Before the first payslip here: £100.00.", amount: 100_00 },
          { text: "Paid 1 May: £3,028.00.", amount: 3_028_00 },
          { text: "Paid 29 May: £2,556.00.", amount: 2_556_00 },
        ],
      },
      parts: [
        { payslipId: "p1", payday: "2026-05-01", name: "Tom", amount: 3_028_00 },
        { payslipId: "p2", payday: "2026-05-29", name: "Tom", amount: 2_556_00 },
      ],
    });
    expect(partsOf("65")?.map(([, amount]) => amount)).toEqual([4_00, 101_92, 83_04]);
    expect(partsOf("68")?.map(([, amount]) => amount)).toEqual([5_00, 427_00, 317_60]);
    expect(partsOf("67")?.map(([, amount]) => amount)).toEqual([3_00, 86_00, 43_00]);
    expect(partsOf("195")?.map(([, amount]) => amount)).toEqual([2_00, 84_00, 56_00]);
  });

  it("tells statutory pay of each kind with its own line, and of two lines the sum", () => {
    const items = ["", "70", "71", "72", "73", "212", "217"];
    for (const [index, item] of items.entries()) {
      const found = box(item, item === "" ? "Statutory Sick Pay in the pay above" : undefined);
      const each = (index + 1) * 1_00;
      expect(found?.explained).toEqual(second.payLines[index + 2]?.explanation);
      expect(found?.toDate?.explained.lines.map(({ amount }) => amount)).toEqual([(9 + index) * 1_00, each, 2 * each]);
    }
    const twice = aPayslip({ payLines: [1_00, 2_00].map((amount) => aPayLine(pence(amount), { kind: "statutoryMaternityPay" })) });
    const told = traceFigures(hmrcFiguresOf(twice), { payslips: [{ payslipId: "p", name: "Tom", result: twice }], opening: startOfYear() });
    expect(told.find(({ item }) => item === "70")?.explained).toEqual({
      amount: 3_00,
      rule: { name: "Statutory pay", source: "The payslip" },
      lines: [{ text: "Statutory pay on this payslip.", amount: 3_00 }],
    });
  });

  it("keeps the letters of National Insurance apart, each with the payslips it was used on", () => {
    expect(box("79A")?.toDate?.explained.lines).toEqual([
      { text: "Before the first payslip here: £50.00.", amount: 50_00 },
      { text: "Paid 1 May: £3,028.00.", amount: 3_028_00 },
    ]);
    expect(box("79A")?.explained).toEqual({
      amount: 0,
      rule: { name: "Letter J: pay for National Insurance", source: "The payslip" },
      lines: [{ text: "Letter J: pay for National Insurance on this payslip.", amount: 0 }],
    });
    expect(box("79B")?.explained?.lines).toEqual([{ text: "Pay for National Insurance on this payslip.", amount: 2_556_00 }]);
    const toDateOf = (item: string) =>
      traced.filter((each) => each.item === item).map(({ toDate }) => toDate?.parts.map(({ payslipId }) => payslipId));
    for (const item of ["82", "82A", "169"]) expect(toDateOf(item)).toEqual([["p2"], ["p1"]]);
    expect(["79B", "86B", "86A", "86Ba", "86Aa"].map((item) => toDateOf(item))).toEqual([[["p2"]], [["p2"]], [["p2"]], [["p1"]], [["p1"]]]);
    expect(box("86Ba")?.toDate?.explained.amount).toBe(41_22);
    expect(box("86Aa")?.toDate?.explained.amount).toBe(396_45);
  });

  it("lists what came off net pay, and what is left after statutory deductions", () => {
    expect(box("58B")).toMatchObject({
      toDate: null,
      explained: {
        rule: { name: "Other deductions from net pay", source: "HMRC, RTI data item guide: item 58B" },
        lines: [
          { text: "Loan paid back: £20.00.", amount: 20_00 },
          { text: "Pension contribution: £83.04.", amount: 83_04 },
        ],
      },
    });
    expect(box("59")).toMatchObject({
      toDate: null,
      explained: {
        rule: { name: "Pay after statutory deductions", source: "HMRC, RTI data item guide: item 59" },
        lines: [
          { text: "Pay for tax purposes: £2,556.00.", amount: 2_556_00 },
          { text: "Income tax comes off: £317.60.", amount: -317_60 },
          { text: "National Insurance comes off: £127.12.", amount: -127_12 },
          { text: "The student loan comes off: £43.00.", amount: -43_00 },
          { text: "The postgraduate loan comes off: £56.00.", amount: -56_00 },
        ],
      },
    });
    const small = aPayslip({ payLines: [aPayLine(pence(300_00))], otherDeductions: [loan] });
    const told = traceFigures(hmrcFiguresOf(small), { payslips: [{ payslipId: "p", name: "Tom", result: small }], opening: startOfYear() });
    expect(told.find(({ item }) => item === "59")?.explained?.lines).toHaveLength(1);
    expect(told.find(({ item }) => item === "58B")?.explained?.lines).toHaveLength(1);
  });

  it("traces each arrangement of a pension by itself when somebody changes from one to the other", () => {
    const before = aPayslip();
    const after = aPayslip({
      payday: plainDate("2026-05-29"),
      yearToDate: before.yearToDate,
      pension: { ...memberOfNothing, status: "member", taxTreatment: "netPay", employeeRate: 500 as never },
    });
    const figures = [
      { item: "61", label: "Net pay", value: "46.00", yearToDate: "46.00", toDateItem: "150" },
      { item: "65", label: "Other", value: "0.00", yearToDate: "36.80", toDateItem: "151" },
    ];
    // 5% of 1,400.00 − 480.00; the first payslip took four fifths of it, with relief at source.
    const told = traceFigures(figures, {
      payslips: [before, after].map((result) => ({ payslipId: result.payday, name: "Tom", result })),
      opening: startOfYear(),
    });
    expect(told.map(({ toDate }) => toDate?.parts.map(({ payslipId }) => payslipId))).toEqual([["2026-05-29"], ["2026-05-01"]]);
    expect(told[0]?.explained).toEqual(after.employeePension);
    expect(told[1]?.explained).toMatchObject({ rule: { name: "Pension contribution" }, lines: [{ amount: 0 }] });
  });

  it("leaves out an explanation that does not come to the amount in the box, and boxes without an amount", () => {
    const wrong = boxes.map((each) => ({ ...each, value: each.value.replace(/\.\d\d$/, ".99"), yearToDate: each.yearToDate && "0.99" }));
    for (const { explained, toDate } of traceFigures(wrong, { payslips, opening })) expect([explained, toDate]).toEqual([null, null]);
    for (const item of ["43", "44", "48", "42", "54", "79", "55", "56"]) expect(box(item)).toMatchObject({ explained: null, toDate: null });
    for (const { explained, toDate } of traceFigures(boxes, { payslips: [], opening })) expect([explained, toDate]).toEqual([null, null]);
  });

  it("adds up any amount of the payslips, with no line for a payslip without any", () => {
    expect(traceSum("Mileage", payslips, ({ nonTaxable }) => (nonTaxable.amount === 4_50 ? 4_50 : 0))).toEqual({
      explained: {
        amount: 4_50,
        rule: { name: "Mileage", source: "Sealed payslips of the tax year" },
        lines: [{ text: "Paid 29 May: £4.50.", amount: 4_50 }],
      },
      parts: [{ payslipId: "p2", payday: "2026-05-29", name: "Tom", amount: 4_50 }],
    });
  });
});
