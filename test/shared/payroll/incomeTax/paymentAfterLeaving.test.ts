import { describe, expect, it } from "vitest";
import { pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { paymentAfterLeaving } from "../../../../shared/payroll/incomeTax/paymentAfterLeaving.ts";
import { calculatePayslip } from "../../../../shared/payroll/payslip/calculatePayslip.ts";
import type { PayslipInput } from "../../../../shared/payroll/types.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";
import { aPayLine, aPayslipInput } from "../../../support/payslipBuilders.ts";
import { acceptedOf, problemsOf } from "../../../support/verdicts.ts";

const leaver = (change: Partial<PayslipInput> = {}) =>
  aPayslipInput({
    leftOn: plainDate("2026-04-30"),
    payFrequency: "monthly",
    payLines: [aPayLine(pence(500_00))],
    pension: { ...aPayslipInput().pension, status: "notMember" },
    ...change,
  });
const paidAfter = (kind: "regular" | "irregular", change: Partial<PayslipInput> = {}) => paymentAfterLeaving(leaver(change), kind, taxYear2026);

describe("a payment after leaving", () => {
  it("that was due anyway keeps the pay interval and has 0T on month 1", () => {
    // Tax 500 × 20% = 100.00; under the monthly thresholds of £1,048 no National Insurance, the employer (500 − 417) × 15% = 12.45.
    const slip = acceptedOf(calculatePayslip(acceptedOf(paidAfter("regular")), taxYear2026));
    expect(slip).toMatchObject({
      taxCode: "0T",
      isWeek1Month1: true,
      payFrequency: "monthly",
      incomeTax: { amount: 100_00 },
      employeeNationalInsurance: { amount: 0 },
      employerNationalInsurance: { amount: 12_45 },
    });
  });

  it("that nobody expected is worked out for one week", () => {
    // Employee (500 − 242) × 8% = 20.64; employer (500 − 96) × 15% = 60.60.
    const slip = acceptedOf(calculatePayslip(acceptedOf(paidAfter("irregular")), taxYear2026));
    expect(slip).toMatchObject({
      payFrequency: "weekly",
      incomeTax: { amount: 100_00 },
      employeeNationalInsurance: { amount: 20_64 },
      employerNationalInsurance: { amount: 60_60 },
    });
  });

  it("counts one week when nobody expected it, whatever was typed; one that was due keeps its pay periods", () => {
    expect(acceptedOf(paidAfter("irregular", { periodsInPayment: 3 })).periodsInPayment).toBe(1);
    expect(acceptedOf(paidAfter("regular", { periodsInPayment: 3 })).periodsInPayment).toBe(3);
  });

  it.each([
    ["S1257L", "S0T"],
    ["CBR", "C0T"],
    ["K45", "0T"],
  ])("under code %s has %s", (code, afterwards) => {
    expect(acceptedOf(paidAfter("regular", { taxSetting: { code, isWeek1Month1: false } })).taxSetting).toEqual({
      code: afterwards,
      isWeek1Month1: true,
    });
  });

  it("under code NT keeps it", () => {
    const taxSetting = { code: "NT", isWeek1Month1: false };
    expect(acceptedOf(paidAfter("irregular", { taxSetting }))).toMatchObject({ taxSetting, payFrequency: "weekly" });
    expect(acceptedOf(paidAfter("regular", { taxSetting }))).toMatchObject({ taxSetting, payFrequency: "monthly" });
  });

  it("is refused for someone who has not left, up to the last day, and with a code that is none", () => {
    expect(problemsOf(paidAfter("regular", { leftOn: null }))).toEqual([
      { field: "leftOn", value: "", rule: "This person has not left.", wayOut: "Put in the last day, or pay through a usual pay run." },
    ]);
    expect(problemsOf(paidAfter("regular", { leftOn: plainDate("2026-05-01") }))).toEqual([
      { field: "payday", value: "2026-05-01", rule: "The last day is 1 May 2026.", wayOut: "Pay with the usual code, before the P45 is given." },
    ]);
    expect(problemsOf(paidAfter("regular", { taxSetting: { code: "12570L7", isWeek1Month1: false } }))).toMatchObject([
      { field: "taxCode", value: "12570L7" },
    ]);
  });
});
