import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explain } from "../../../../shared/core/explanation.ts";
import { pence } from "../../../../shared/core/money.ts";
import { addDays, plainDate, weekdayOf } from "../../../../shared/core/plainDate.ts";
import { calculateHmrcAccount, type HmrcPayment } from "../../../../shared/payroll/hmrc/hmrcAccount.ts";
import { calculateHmrcDue, hmrcPaymentReference, hmrcPeriodOf, hmrcPeriodOfMonth } from "../../../../shared/payroll/hmrc/hmrcMonth.ts";
import { bankHolidays } from "../../../../shared/rates/bankHolidays.ts";
import { hmrcBankAccountOn } from "../../../../shared/rates/hmrcAccounts.ts";

const due = (amount: number) => explain({ name: "Due", source: "test" }, [{ text: "Due.", amount: pence(amount) }]);
const monthly = (...amounts: number[]) =>
  amounts.map((amount, index) => ({ period: hmrcPeriodOfMonth("2026-27", index + 1, false), amountDue: due(amount) }));
const paid = (paidOn: string, amount: number, forTaxMonth: number | null = null): HmrcPayment => ({
  id: `${paidOn} ${amount}`,
  paidOn: plainDate(paidOn),
  amount: pence(amount),
  forTaxMonth,
});
const account = (periods: ReturnType<typeof monthly>, payments: HmrcPayment[], broughtForward = 0, reference: string | null = "123PA00012345") =>
  calculateHmrcAccount({ accountsOfficeReference: reference, periods, payments, broughtForward: pence(broughtForward) });

describe("the account with HMRC", () => {
  it("carries what was paid too little or too much into the next period", () => {
    // 100.00 due, 60.00 paid: 40.00 goes on. 50.00 due + 40.00 = 90.00, 100.00 paid in two parts: 10.00 too much goes on. 30.00 - 10.00 = 20.00.
    const rows = account(monthly(100_00, 50_00, 30_00), [paid("2026-05-20", 60_00), paid("2026-06-15", 30_00), paid("2026-06-10", 70_00)]);
    expect(rows.map(({ broughtForward }) => broughtForward)).toEqual([0, 40_00, -10_00]);
    expect(rows.map(({ toPay }) => toPay.amount)).toEqual([100_00, 90_00, 20_00]);
    expect(rows.map((row) => row.paid)).toEqual([60_00, 100_00, 0]);
    expect(rows.map(({ carriedForward }) => carriedForward.amount)).toEqual([40_00, -10_00, 20_00]);
    expect(rows[1]?.payments.map(({ paidOn }) => paidOn)).toEqual(["2026-06-10", "2026-06-15"]);
    expect(rows.map(({ toPay }) => toPay.lines[0]?.text)).toEqual([
      "Nothing was carried over from before.",
      "£40.00 was paid too little before and is still owed.",
      "£10.00 was paid too much before and comes off.",
    ]);
    const source = "GOV.UK, Pay employers' PAYE, https://www.gov.uk/pay-paye-tax; payroll rules, section 14";
    for (const { toPay, carriedForward } of rows) expect([toPay.rule.source, carriedForward.rule.source]).toEqual([source, source]);
    expect(rows[0]?.toPay.lines[1]).toEqual({ text: "Due for 6 April 2026 to 5 May 2026.", amount: 100_00 });
    expect(rows[1]?.carriedForward.lines.map(({ text }) => text)).toEqual([
      "To pay for 6 May 2026 to 5 June 2026.",
      "Paid on 10 June 2026.",
      "Paid on 15 June 2026.",
      "Interest is not worked out here. HMRC adds it by the day to what is paid late.",
    ]);
  });

  it("brings the year before in", () => {
    expect(account(monthly(100_00), [], 25_00)[0]?.toPay.amount).toBe(125_00);
    expect(account(monthly(100_00), [], -25_00)[0]?.toPay.amount).toBe(75_00);
  });

  it("lets a month in which HMRC owes the employer lower the next one", () => {
    expect(account(monthly(-40_00, 100_00), []).map(({ toPay }) => toPay.amount)).toEqual([-40_00, 60_00]);
  });

  it("counts a payment for the month its reference tells, else for the period that ended last before it", () => {
    const periods = monthly(10_00, 10_00, 10_00);
    const where = (payment: HmrcPayment) => account(periods, [payment]).findIndex((row) => row.paid !== 0) + 1;
    expect(where(paid("2026-05-22", 1_00))).toBe(1);
    expect(where(paid("2026-06-05", 1_00))).toBe(1);
    expect(where(paid("2026-06-06", 1_00))).toBe(2);
    expect(where(paid("2026-04-20", 1_00))).toBe(1);
    expect(where(paid("2027-01-20", 1_00))).toBe(3);
    expect(where(paid("2026-08-20", 1_00, 1))).toBe(1);
    expect(where(paid("2026-05-22", 1_00, 3))).toBe(3);
  });

  it("counts a payment told for the last month of a quarter for the whole quarter", () => {
    const quarters = [3, 6].map((month) => ({ period: hmrcPeriodOfMonth("2026-27", month, true), amountDue: due(30_00) }));
    expect(account(quarters, [paid("2026-11-20", 30_00, 3)]).map((row) => row.paid)).toEqual([30_00, 0]);
    expect(account(quarters, [paid("2026-05-20", 30_00, 4)]).map((row) => row.paid)).toEqual([0, 30_00]);
    expect(account(quarters, [paid("2026-05-20", 30_00, 6)]).map((row) => row.paid)).toEqual([0, 30_00]);
    expect(account(quarters, [])[1]?.reference).toBe("123PA000123452706");
  });

  it("has no reference while the Accounts Office reference is unknown", () => {
    expect(account(monthly(1_00), [], 0, null)[0]?.reference).toBe("");
    expect(account(monthly(1_00), [])[0]?.reference).toBe("123PA000123452701");
  });

  it("loses no penny: what is carried at the end is all that was due less all that was paid", () => {
    const amounts = fc.array(fc.integer({ min: -500_00, max: 5_000_00 }), { minLength: 1, maxLength: 12 });
    const payments = fc.array(
      fc.record({
        day: fc.integer({ min: 0, max: 400 }),
        amount: fc.integer({ min: 1, max: 3_000_00 }),
        month: fc.option(fc.integer({ min: 1, max: 12 })),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(amounts, payments, fc.integer({ min: -100_00, max: 100_00 }), (dues, made, before) => {
        const list = made.map(({ day, amount, month }) => paid(addDays(plainDate("2026-04-06"), day), amount, month));
        const rows = account(monthly(...dues), list, before);
        const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
        expect(rows.at(-1)?.carriedForward.amount).toBe(before + sum(dues) - sum(made.map(({ amount }) => amount)));
        expect(sum(rows.map((row) => row.paid))).toBe(sum(made.map(({ amount }) => amount)));
      }),
    );
  });
});

describe("what is due for a period", () => {
  const parts = {
    incomeTax: pence(86_40),
    employeeNationalInsurance: pence(34_64),
    employerNationalInsurance: pence(152_25),
    studentLoans: pence(0),
    employmentAllowance: pence(0),
    statutoryPayRecovered: pence(0),
  };

  it("is tax and both shares of National Insurance (SLIP-1: 273.29)", () => {
    const due = calculateHmrcDue(parts);
    expect(due.amount).toBe(273_29);
    expect(due.rule).toEqual({ name: "What is due to HMRC", source: "GOV.UK, Pay employers' PAYE, https://www.gov.uk/pay-paye-tax" });
    expect(due.lines).toEqual([
      { text: "Income tax taken from wages.", amount: 86_40 },
      { text: "National Insurance taken from wages.", amount: 34_64 },
      { text: "The employer's National Insurance.", amount: 152_25 },
    ]);
  });

  it("with loans, less the allowance and what HMRC gives back (SLIP-1 with the allowance: 121.04)", () => {
    expect(calculateHmrcDue({ ...parts, employmentAllowance: pence(152_25) }).amount).toBe(121_04);
    const due = calculateHmrcDue({ ...parts, studentLoans: pence(20_00), employmentAllowance: pence(152_25), statutoryPayRecovered: pence(200_00) });
    // 121.04 + 20.00 - 200.00
    expect(due.amount).toBe(-58_96);
    expect(due.lines.slice(3)).toEqual([
      { text: "Student and postgraduate loans taken from wages.", amount: 20_00 },
      { text: "Employment Allowance comes off.", amount: -152_25 },
      { text: "Statutory family pay that HMRC gives back.", amount: -200_00 },
    ]);
  });
});

describe("when and how HMRC is paid", () => {
  it.each([
    // month, electronic, post, why
    [1, "2026-05-22", "2026-05-19", "both working days"],
    [4, "2026-08-21", "2026-08-19", "22 August 2026 is a Saturday"],
    [5, "2026-09-22", "2026-09-18", "19 September 2026 is a Saturday"],
    [6, "2026-10-22", "2026-10-19", "both working days"],
    [7, "2026-11-20", "2026-11-19", "22 November 2026 is a Sunday"],
    [8, "2026-12-22", "2026-12-18", "19 December 2026 is a Saturday"],
    [12, "2027-04-22", "2027-04-19", "both working days"],
  ])("tax month %i is due on %s, by post on %s: %s", (month, electronic, post) => {
    expect(hmrcPeriodOfMonth("2026-27", month, false)).toMatchObject({ dueElectronicallyOn: electronic, dueByPostOn: post });
  });

  it("goes back over a bank holiday: 22 April 2025 is the day after Easter Monday, 19 April 2025 lies in the Easter weekend", () => {
    expect(hmrcPeriodOfMonth("2024-25", 12, false)).toMatchObject({ dueElectronicallyOn: "2025-04-22", dueByPostOn: "2025-04-17" });
  });

  it("is never on a weekend or bank holiday, and never after the 22nd and 19th", () => {
    for (const taxYear of ["2024-25", "2025-26", "2026-27", "2027-28"]) {
      for (let month = 1; month <= 12; month++) {
        const { dueElectronicallyOn, dueByPostOn, to } = hmrcPeriodOfMonth(taxYear, month, false);
        for (const [day, last] of [
          [dueElectronicallyOn, 22],
          [dueByPostOn, 19],
        ] as const) {
          expect(["Sat", "Sun"]).not.toContain(weekdayOf(day));
          expect(bankHolidays[day]).toBeUndefined();
          expect(Number(day.slice(8))).toBeLessThanOrEqual(last);
          expect(day > to).toBe(true);
        }
      }
    }
  });

  it("is told by the Accounts Office reference, the year the tax year ends in, and the month; 17 characters", () => {
    expect(hmrcPaymentReference("123PA00012345", hmrcPeriodOf(plainDate("2026-04-06"), false))).toBe("123PA000123452701");
    expect(hmrcPaymentReference("123PA00012345", hmrcPeriodOf(plainDate("2027-04-05"), false))).toBe("123PA000123452712");
    expect(hmrcPaymentReference("123PA00012345", hmrcPeriodOf(plainDate("2026-04-06"), true))).toBe("123PA000123452703");
    expect(hmrcPaymentReference("123PA00012345", hmrcPeriodOf(plainDate("2030-01-01"), false))).toHaveLength(17);
  });

  it("goes into the account HMRC published for the day", () => {
    expect(hmrcBankAccountOn(plainDate("2026-05-22"))).toMatchObject({
      sortCode: "08 32 10",
      accountNumber: "12001039",
      accountName: "HMRC Cumbernauld",
    });
    expect(hmrcBankAccountOn(plainDate("2012-12-05"))?.accountNumber).toBe("12001039");
    expect(hmrcBankAccountOn(plainDate("2012-12-04"))).toBeUndefined();
  });
});
