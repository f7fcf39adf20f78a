import { describe, expect, it } from "vitest";
import { type HmrcMoney, monthInReference, paymentsOfYear } from "../../../electron/handlers/hmrc/hmrcMoney.ts";
import { pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { hmrcPeriodOfMonth } from "../../../shared/payroll/hmrc/hmrcMonth.ts";

const periods = Array.from({ length: 12 }, (_, index) => ({ period: hmrcPeriodOfMonth("2026-27", index + 1, false) }));
const money = (paidOn: string, told: HmrcMoney["told"] = null): HmrcMoney => ({
  journalId: paidOn,
  paidOn: plainDate(paidOn),
  amount: pence(10_00),
  told,
});
const daysOf = (all: readonly HmrcMoney[], isFirst = false) => paymentsOfYear(all, periods, isFirst).map(({ paidOn }) => paidOn);

describe("the month that a payment's reference tells", () => {
  it.each([
    ["HMRC PAYE 123PA000123452705", { taxYear: "2026-27", taxMonth: 5 }],
    ["123pa00012345 27 12", { taxYear: "2026-27", taxMonth: 12 }],
    ["123PA00012345", null],
    ["123PA000123452713", null],
    ["123PA000123452700", null],
    ["999PA000123452705", null],
    ["HMRC CUMBERNAULD", null],
  ])("%s is %j", (text, expected) => {
    expect(monthInReference(text, "123PA00012345")).toEqual(expected);
  });

  it("is not known without the Accounts Office reference", () => {
    expect(monthInReference("123PA000123452705", null)).toBeNull();
  });
});

describe("the payments that count in a tax year", () => {
  it("without a month, are those made after its first period ended and until the next year's first did", () => {
    expect(daysOf(["2026-05-05", "2026-05-06", "2027-05-05", "2027-05-06"].map((day) => money(day)))).toEqual(["2026-05-06", "2027-05-05"]);
  });

  it("in the very first year, are those before too", () => {
    expect(daysOf([money("2026-04-01"), money("2027-05-06")], true)).toEqual(["2026-04-01"]);
  });

  it("with a month, are those of its own year whenever they were made", () => {
    const late = money("2027-08-01", { taxYear: "2026-27", taxMonth: 12 });
    const early = money("2026-06-01", { taxYear: "2027-28", taxMonth: 1 });
    expect(paymentsOfYear([late, early], periods, false)).toEqual([{ id: "2027-08-01", paidOn: "2027-08-01", amount: 10_00, forTaxMonth: 12 }]);
  });

  it("of a year before the first one are in the first one, without a month", () => {
    expect(paymentsOfYear([money("2026-04-20", { taxYear: "2025-26", taxMonth: 12 })], periods, true)).toMatchObject([{ forTaxMonth: null }]);
    expect(paymentsOfYear([money("2026-04-20", { taxYear: "2025-26", taxMonth: 12 })], periods, false)).toEqual([]);
  });
});
