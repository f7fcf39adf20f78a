import { describe, expect, it } from "vitest";
import { explain } from "../../../../shared/core/explanation.ts";
import { minutes } from "../../../../shared/core/minutes.ts";
import { pence } from "../../../../shared/core/money.ts";
import { addDays, plainDate } from "../../../../shared/core/plainDate.ts";
import { type HmrcFigure, hmrcFiguresOf } from "../../../../shared/payroll/hmrc/hmrcFigures.ts";
import { type PayslipToTrace, traceFigures, traceSum } from "../../../../shared/payroll/hmrc/tracedFigures.ts";
import { startOfYear } from "../../../../shared/payroll/payslip/yearToDate.ts";
import type { PayslipInput, YearToDate } from "../../../../shared/payroll/types.ts";
import { aPayLine } from "../../../support/payslipBuilders.ts";
import { aSealedPayslip } from "../../../support/sealedPayslips.ts";

const opening = startOfYear();

/** Two four-weekly payslips of one person, the second on top of the first. */
function twoPayslips(change: Partial<PayslipInput> = {}, second: Partial<PayslipInput> = {}, before: YearToDate = opening): PayslipToTrace[] {
  const payday = plainDate("2026-05-08");
  const first = aSealedPayslip({ payday, payLines: [aPayLine(pence(2_000_00), { minutes: minutes(6_000) })], ...change, yearToDate: before });
  const then = { payday: addDays(payday, 28), payLines: [aPayLine(pence(1_500_00), { minutes: minutes(4_500) })], ...second };
  const last = aSealedPayslip({ ...change, ...then, yearToDate: first.yearToDate });
  return [
    { payslipId: "first", name: "Tom Ellery", result: first },
    { payslipId: "last", name: "Tom Ellery", result: last },
  ];
}

const traced = (payslips: PayslipToTrace[], before: YearToDate = opening) => {
  const last = payslips.at(-1)?.result;
  return last ? traceFigures(hmrcFiguresOf(last), { payslips, opening: before }) : [];
};
const box = (figures: ReturnType<typeof traced>, item: string, label = "") =>
  figures.find((figure) => figure.item === item && figure.label.startsWith(label));

describe("tracing a box of HMRC's", () => {
  it("gives the payslip's own explanation, and every payslip of the year behind the year to date", () => {
    const payslips = twoPayslips();
    const pay = box(traced(payslips), "58", "Pay for tax");
    expect(pay?.explained).toEqual(payslips[1]?.result.taxablePay);
    expect(pay?.toDate?.explained).toMatchObject({ amount: 3_500_00, rule: { name: "Pay for tax purposes, year to date" } });
    expect(pay?.toDate?.explained.lines).toEqual([
      { text: "Paid 8 May: £2,000.00.", amount: 2_000_00 },
      { text: "Paid 5 Jun: £1,500.00.", amount: 1_500_00 },
    ]);
    expect(pay?.toDate?.parts).toEqual([
      { payslipId: "first", payday: "2026-05-08", name: "Tom Ellery", amount: 2_000_00 },
      { payslipId: "last", payday: "2026-06-05", name: "Tom Ellery", amount: 1_500_00 },
    ]);
  });

  it.each([
    ["68", "incomeTax"],
    ["86B", "employeeNationalInsurance"],
    ["86A", "employerNationalInsurance"],
    ["67", "studentLoan"],
    ["195", "postgraduateLoan"],
    ["65", "employeePension"],
  ] as const)("item %s is explained by the payslip's %s", (item, key) => {
    const payslips = twoPayslips({ studentLoanPlan: "2", hasPostgraduateLoan: true });
    const figure = box(traced(payslips), item);
    const slip = payslips[1]?.result;
    expect(figure?.explained).toEqual(slip?.[key]);
    expect(figure?.toDate?.explained.amount).toBe(payslips.reduce((sum, { result }) => sum + result[key].amount, 0));
  });

  it("explains pay after statutory deductions and other deductions line by line", () => {
    const deduction = { kind: "loan" as const, label: "Season ticket loan", amount: pence(20_00) };
    const otherDeductions = [{ ...deduction, explanation: explain({ name: "Loan", source: "test" }, [{ text: "Loan.", amount: pence(20_00) }]) }];
    const payslips = twoPayslips({ otherDeductions });
    const slip = payslips[1]?.result;
    const after = box(traced(payslips), "59")?.explained;
    expect(after?.lines[0]).toEqual({ text: "Pay for tax purposes: £1,500.00.", amount: 1_500_00 });
    expect(after?.lines.map(({ text }) => text.replace(/:.*/, ""))).toEqual([
      "Pay for tax purposes",
      ...((slip?.incomeTax.amount ?? 0) > 0 ? ["Income tax comes off"] : []),
      "National Insurance comes off",
    ]);
    const others = box(traced(payslips), "58B")?.explained;
    expect(others?.lines[0]).toEqual({ text: "Season ticket loan: £20.00.", amount: 20_00 });
    expect(others?.amount).toBe(20_00 + (slip?.pensionTaxTreatment === "reliefAtSource" ? slip.employeePension.amount : 0));
  });

  it("explains what the employee receives by the payslip's net pay", () => {
    const payslips = twoPayslips();
    expect(box(traced(payslips), "", "What the employee receives")?.explained).toEqual(payslips[1]?.result.netPay);
  });

  it("adds up statutory pay of one kind and leaves the other kinds out", () => {
    const maternity = aPayLine(pence(777_28), { kind: "statutoryMaternityPay", label: "Statutory Maternity Pay", minutes: null, ratePence: null });
    const sick = aPayLine(pence(61_63), { kind: "statutorySickPay", label: "Statutory Sick Pay", minutes: null, ratePence: null });
    const payslips = twoPayslips({ payLines: [aPayLine(pence(500_00)), maternity, sick] }, { payLines: [maternity] });
    const figures = traced(payslips);
    expect(box(figures, "70")).toMatchObject({
      value: "777.28",
      yearToDate: "1554.56",
      explained: { amount: 777_28 },
      toDate: { explained: { amount: 1_554_56 } },
    });
    expect(box(figures, "", "Statutory Sick Pay")).toMatchObject({
      value: "0.00",
      explained: { amount: 0 },
      toDate: { parts: [{ payslipId: "first", amount: 61_63 }] },
    });
  });

  it("keeps each National Insurance letter of the year apart", () => {
    const payslips = twoPayslips({ nationalInsuranceCategory: "J" }, { nationalInsuranceCategory: "A" });
    const figures = traced(payslips);
    expect(box(figures, "79B")?.toDate?.parts).toMatchObject([{ payslipId: "last", amount: 1_500_00 }]);
    expect(box(figures, "79A", "Letter J:")?.toDate?.parts).toMatchObject([{ payslipId: "first", amount: 2_000_00 }]);
    // The letter of before has nothing on this payslip, and its box says so.
    expect(box(figures, "79A", "Letter J:")).toMatchObject({ value: "0.00", explained: { amount: 0 } });
  });

  it("counts what the year held before the first payslip here", () => {
    const before: YearToDate = { ...opening, taxablePay: pence(900_00), grossPay: pence(900_00) };
    const payslips = twoPayslips({}, {}, before);
    const toDate = box(traced(payslips, before), "58", "Pay for tax")?.toDate;
    expect(toDate?.explained.amount).toBe(4_400_00);
    expect(toDate?.explained.lines[0]).toEqual({ text: "Before the first payslip here: £900.00.", amount: 900_00 });
    expect(toDate?.parts).toHaveLength(2);
  });

  it("never shows an explanation that comes to another amount than the box", () => {
    const payslips = twoPayslips();
    const wrong: HmrcFigure = { item: "58", label: "Pay for tax purposes", value: "1500.01", yearToDate: "3499.99", toDateItem: "41A" };
    expect(traceFigures([wrong], { payslips, opening })).toEqual([{ ...wrong, explained: null, toDate: null }]);
  });

  it("leaves boxes without an amount alone, and a person without a payslip", () => {
    const payslips = twoPayslips();
    const week: HmrcFigure = { item: "44", label: "Tax week number", value: "9", yearToDate: null, toDateItem: null };
    expect(traceFigures([week], { payslips, opening })).toEqual([{ ...week, explained: null, toDate: null }]);
    const [pay] = hmrcFiguresOf(payslips[0]?.result as PayslipToTrace["result"]).filter(({ item }) => item === "58");
    expect(traceFigures(pay ? [pay] : [], { payslips: [], opening })).toMatchObject([{ explained: null, toDate: null }]);
  });
});

describe("adding payslips up", () => {
  it("leaves out those with nothing, and says so by the sum of no lines", () => {
    const none = traceSum("Postgraduate loan", twoPayslips(), () => 0);
    expect(none).toEqual({
      explained: { amount: 0, rule: { name: "Postgraduate loan", source: "Sealed payslips of the tax year" }, lines: [] },
      parts: [],
    });
  });
});
