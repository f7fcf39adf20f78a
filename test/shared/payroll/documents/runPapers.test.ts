import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explain } from "../../../../shared/core/explanation.ts";
import { minutes } from "../../../../shared/core/minutes.ts";
import { formatPence, type Pence, pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { buildPaydaySheetDocument, type PaydaySheetInput } from "../../../../shared/payroll/documents/paydaySheetDocument.ts";
import { calculatePayJournal } from "../../../../shared/payroll/documents/payJournal.ts";
import { buildPayJournalDocument } from "../../../../shared/payroll/documents/payJournalDocument.ts";
import { buildPaymentListDocument } from "../../../../shared/payroll/documents/paymentListDocument.ts";
import { buildPayslipDocument, type PayslipPeople } from "../../../../shared/payroll/documents/payslipDocument.ts";
import type { OtherDeduction, PayslipInput, PayslipResult } from "../../../../shared/payroll/types.ts";
import { factsOf, rowsOf, sentencesOf } from "../../../support/documentText.ts";
import { aPayLine } from "../../../support/payslipBuilders.ts";
import { aSealedPayslip } from "../../../support/sealedPayslips.ts";

const people: PayslipPeople = {
  employerName: "Amara Okafor",
  payeReference: "123/AB456",
  employeeName: "Tom Ellery",
  employeeAddress: "12 Bridge Street",
  payrollNumber: "2",
  nationalInsuranceNumber: "QQ123456C",
  bankAccountEnding: "8820",
  holidayLeft: minutes(60),
};
const loan = (amount: number): OtherDeduction => ({
  kind: "loan",
  label: "Season ticket loan",
  amount: pence(amount),
  explanation: explain({ name: "Loan", source: "test" }, [{ text: "Loan.", amount: pence(amount) }]),
});
const order: PayslipInput["orders"][number] = {
  kind: "councilTax",
  id: "order-1",
  label: "Council tax, Testford Council",
  receivedOn: plainDate("2026-04-20"),
};
const takenOff = (result: PayslipResult) => rowsOf(buildPayslipDocument(result, people), "What was taken off, this time and this tax year");

describe("a payslip", () => {
  it("tells deductions that change with the pay from fixed sums and orders", () => {
    const result = aSealedPayslip({ orders: [order], otherDeductions: [loan(20_00)] });
    const rows = takenOff(result);
    const row = (label: string) => rows.find(([name]) => name === label);
    // Payroll rules SLIP-1: tax 86.40, National Insurance 34.64, pension 36.80.
    expect(row("Income tax")).toEqual(["Income tax", "£86.40", "£86.40", "changes with pay"]);
    expect(row("National Insurance")).toEqual(["National Insurance", "£34.64", "£34.64", "changes with pay"]);
    expect(row("Workplace pension")).toEqual(["Workplace pension", "£36.80", "£36.80", "changes with pay"]);
    expect(row("Season ticket loan")).toEqual(["Season ticket loan", "£20.00", "", "fixed sum"]);
    expect(row("Council tax, Testford Council")?.[3]).toBe("by order");
    const deductions = pence(result.grossPay.amount - result.netPay.amount);
    expect(row("Total taken off")?.[1]).toBe(formatPence(deductions));
    expect(row("Gross pay")).toEqual(["Gross pay", "£1,400.00", "£1,400.00", ""]);
    expect(row("Student loan")).toBeUndefined();
  });

  it("shows hours and rate where pay goes by time, and what is added without tax after the gross pay", () => {
    const care = aPayLine(pence(540_00), { minutes: minutes(2_400), ratePence: pence(1_350) });
    const mileage = aPayLine(pence(22_50), { kind: "mileage", label: "Mileage", minutes: null, units: 50, ratePence: pence(45) });
    const redundancy = aPayLine(pence(900_00), { kind: "redundancy", label: "Redundancy pay", minutes: null, ratePence: null });
    const result = aSealedPayslip({ payLines: [care, mileage, redundancy] });
    expect(rowsOf(buildPayslipDocument(result, people), "What you earned")).toEqual([
      ["Weekday care", "40.00", "£13.50", "£540.00"],
      ["Gross pay", "40.00", "", "£540.00"],
      ["Mileage", "50 miles", "£0.45", "£22.50"],
      ["Redundancy pay", "", "", "£900.00"],
    ]);
    expect(takenOff(result).find(([label]) => label === "Added without tax or National Insurance")?.[1]).toBe("£922.50");
  });

  it("tells how each part was paid when parts go different ways, and nothing when not", () => {
    const result = aSealedPayslip();
    const parts = [
      { how: "Bank transfer", amount: pence(1_200_00) },
      { how: "Cash", amount: pence(42_16) },
    ];
    expect(rowsOf(buildPayslipDocument(result, { ...people, paidInParts: parts }), "How your pay was paid")).toEqual([
      ["Bank transfer", "£1,200.00"],
      ["Cash", "£42.16"],
    ]);
    expect(() => rowsOf(buildPayslipDocument(result, people), "How your pay was paid")).toThrow();
  });

  it("tells what an order could not take, and is silent when it took all", () => {
    const result = aSealedPayslip({ orders: [order] });
    expect(sentencesOf(buildPayslipDocument(result, people))).not.toContain("Deductions by order");
    const [taken] = result.orderDeductions;
    if (!taken) throw new Error("The order took nothing");
    const short = { ...result, orderDeductions: [{ ...taken, unpaidDeductions: pence(12_34) }] };
    expect(sentencesOf(buildPayslipDocument(short, people))).toContain(
      "Council tax, Testford Council: £12.34 could not be taken without leaving you too little. It is carried to a later payday.",
    );
  });
});

describe("the pay journal", () => {
  it("puts cost on the left and debts on the right (SLIP-1 with the allowance)", () => {
    // 1,400.00 + employer's NI 152.25 + pension 27.60 - allowance 152.25 = HMRC 121.04 + pension 64.40 + wages 1,242.16.
    const journal = calculatePayJournal([aSealedPayslip()], { employmentAllowance: pence(152_25), statutoryPayRecovered: pence(0) });
    expect(journal.lines).toEqual([
      { account: "Gross wages", debit: 1_400_00, credit: 0 },
      { account: "Employer's National Insurance", debit: 152_25, credit: 0 },
      { account: "Employer's pension contributions", debit: 27_60, credit: 0 },
      { account: "Employment Allowance", debit: 0, credit: 152_25 },
      { account: "Owed to HMRC", debit: 0, credit: 121_04 },
      { account: "Owed to the pension scheme", debit: 0, credit: 64_40 },
      { account: "Wages to pay", debit: 0, credit: 1_242_16 },
    ]);
    expect([journal.totalDebits, journal.totalCredits]).toEqual([1_579_85, 1_579_85]);
  });

  it("owes an order to its issuer, less the costs the employer keeps, and brings a loan back", () => {
    const result = aSealedPayslip({ orders: [order], otherDeductions: [loan(20_00)] });
    const [taken] = result.orderDeductions;
    if (!taken) throw new Error("The order took nothing");
    const withCosts = { ...result, orderDeductions: [{ ...taken, employerCosts: pence(1_00) }] };
    const credit = (payslip: PayslipResult, account: string) =>
      calculatePayJournal([payslip], { employmentAllowance: pence(0), statutoryPayRecovered: pence(0) }).lines.find(
        (line) => line.account === account,
      )?.credit;
    const all = taken.deduction.amount;
    const kept = taken.employerCosts ?? 0;
    expect(credit(result, "Owed under an order: Council tax, Testford Council")).toBe(all - kept);
    expect(credit(withCosts, "Owed under an order: Council tax, Testford Council")).toBe(all - 1_00);
    expect(credit(withCosts, "Costs of orders, kept by the employer")).toBe(1_00);
    expect(credit(withCosts, "Taken from wages: Season ticket loan")).toBe(20_00);
  });

  it("moves what HMRC owes to the other side", () => {
    const journal = calculatePayJournal([aSealedPayslip({ payLines: [aPayLine(pence(100_00))] })], {
      employmentAllowance: pence(0),
      statutoryPayRecovered: pence(500_00),
    });
    expect(journal.lines).toContainEqual({ account: "Owed to HMRC", debit: 500_00, credit: 0 });
    expect(journal.lines).toContainEqual({ account: "Statutory pay given back by HMRC", debit: 0, credit: 500_00 });
    expect(journal.totalDebits).toBe(journal.totalCredits);
  });

  it("balances for any pay run, and each side is above nothing", () => {
    const slip = fc.record({
      pay: fc.integer({ min: 0, max: 5_000_00 }),
      mileage: fc.integer({ min: 0, max: 90_00 }),
      loan: fc.integer({ min: 0, max: 50_00 }),
    });
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 4 }), fc.nat(300_00), fc.nat(900_00), (slips, allowance, recovered) => {
        const payslips = slips.map(({ pay, mileage, loan: owed }) =>
          aSealedPayslip({
            studentLoanPlan: "1",
            hasPostgraduateLoan: true,
            orders: [order],
            payLines: [aPayLine(pence(pay)), aPayLine(pence(mileage), { kind: "mileage" })],
            otherDeductions: owed > 0 && pay > 500_00 ? [loan(owed)] : [],
          }),
        );
        const journal = calculatePayJournal(payslips, { employmentAllowance: pence(allowance), statutoryPayRecovered: pence(recovered) });
        expect(journal.totalDebits).toBe(journal.totalCredits);
        expect(journal.lines.every(({ debit, credit }) => debit >= 0 && credit >= 0 && (debit === 0) !== (credit === 0))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("stands on paper with equal totals", () => {
    const journal = calculatePayJournal([aSealedPayslip()], { employmentAllowance: pence(0), statutoryPayRecovered: pence(0) });
    const rows = rowsOf(buildPayJournalDocument({ employerName: "Amara Okafor", payday: plainDate("2026-05-01"), journal }), "Pay journal");
    expect(rows[0]).toEqual(["Gross wages", "£1,400.00", ""]);
    expect(rows.at(-2)).toEqual(["Wages to pay", "", "£1,242.16"]);
    expect(rows.at(-1)).toEqual(["Total", "£1,579.85", "£1,579.85"]);
  });
});

describe("the payday sheet", () => {
  const sheet = (change: Partial<PaydaySheetInput> = {}) =>
    buildPaydaySheetDocument({
      employerName: "Amara Okafor",
      payday: plainDate("2026-05-29"),
      wages: [
        { employeeName: "Tom Ellery", amount: pence(1_242_16), accountEnding: "8820", reference: "WAGES 1" },
        { employeeName: "Nadia Rahman", amount: pence(57_84), accountEnding: null, reference: "WAGES 2" },
      ],
      hmrc: { amount: pence(121_04), dueOn: plainDate("2026-06-22"), reference: "123PA000123452702" },
      pension: { payee: "Sample Pension", amount: pence(64_40), dueOn: plainDate("2026-06-22"), reference: "SP-1" },
      orders: [{ payee: "Testford Council", amount: pence(123_35), dueOn: plainDate("2026-06-19"), reference: "CT-77" }],
      ...change,
    });

  it("tells who gets how much into which account, with a box to tick", () => {
    expect(sheet().figure).toEqual({ label: "Wages in all", amount: 1_300_00 });
    expect(rowsOf(sheet(), "Wages to pay today")).toEqual([
      ["Tom Ellery", "8820", "WAGES 1", "£1,242.16", "[  ]"],
      ["Nadia Rahman", "ask them", "WAGES 2", "£57.84", "[  ]"],
    ]);
  });

  it("tells what to pay later, and into which account of HMRC's", () => {
    expect(rowsOf(sheet(), "Pay later, by the day shown")).toEqual([
      ["HM Revenue and Customs", "22 June 2026", "123PA000123452702", "£121.04"],
      ["Sample Pension", "22 June 2026", "SP-1", "£64.40"],
      ["Testford Council", "19 June 2026", "CT-77", "£123.35"],
    ]);
    expect(factsOf(sheet())).toEqual({ "HMRC's account name": "HMRC Cumbernauld", "Sort code": "08 32 10", "Account number": "12001039" });
    expect(factsOf(sheet({ hmrc: null }))).toEqual({});
    expect(sentencesOf(sheet({ hmrc: null, pension: null, orders: [] }))).toContain("Nothing else is owed because of this payday.");
  });

  it("tells what to do without the computer", () => {
    expect(sentencesOf(sheet()).filter((sentence) => sentence.includes("last digits") || sentence.includes("last payslip"))).toHaveLength(2);
  });
});

describe("the payment list", () => {
  it("adds up what is to be paid", () => {
    const payment = (payee: string, amount: number) => ({
      payee,
      what: "Wages",
      account: "",
      reference: "R",
      dueOn: plainDate("2026-05-29"),
      amount: pence(amount) as Pence,
    });
    const list = buildPaymentListDocument({
      employerName: "Amara Okafor",
      payday: plainDate("2026-05-29"),
      payments: [payment("Tom", 10_01), payment("Nadia", 20_02)],
    });
    expect(list.figure?.amount).toBe(30_03);
    expect(rowsOf(list, "Payments to make").at(-1)).toEqual(["Total", "", "", "", "", "£30.03"]);
    expect(rowsOf(list, "Payments to make")[0]).toEqual(["Tom", "Wages", "", "R", "29 May 2026", "£10.01"]);
  });
});
