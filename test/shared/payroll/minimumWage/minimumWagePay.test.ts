import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minutes } from "../../../../shared/core/minutes.ts";
import { formatPence, pence } from "../../../../shared/core/money.ts";
import {
  calculateMinimumWagePay,
  type DeductionForMinimumWage,
  type PaymentForMinimumWage,
} from "../../../../shared/payroll/minimumWage/minimumWagePay.ts";
import { manyCases } from "../../../support/manyCases.ts";

const payOf = (payments: readonly PaymentForMinimumWage[], deductions: readonly DeductionForMinimumWage[] = []) => {
  const verdict = calculateMinimumWagePay(payments, deductions);
  if (!verdict.ok) throw new Error("refused");
  return verdict.value;
};
const wages = { kind: "wages" as const, amount: pence(100_00) };

describe("pay that counts for the minimum wage", () => {
  it("is wages and a bonus for the work", () => {
    expect(payOf([wages, { kind: "bonus", amount: pence(5_00) }])).toEqual({
      amount: 105_00,
      rule: { name: "Pay that counts for the minimum wage", source: "National Minimum Wage Regulations 2015, regulations 8 to 13" },
      lines: [
        { text: "Wages of £100.00.", amount: 100_00 },
        { text: "Bonus for the work, £5.00.", amount: 5_00 },
      ],
    });
  });

  it.each([
    ["holidayPay" as const, "Holiday pay"],
    ["rolledUpHolidayPay" as const, "Rolled-up holiday pay"],
    ["statutoryPay" as const, "Statutory sick or parental pay"],
    ["mileage" as const, "Mileage"],
    ["expenses" as const, "Expenses paid back"],
    ["allowance" as const, "An allowance that is not for the work itself"],
    ["tips" as const, "Tips"],
    ["payInLieuOfNotice" as const, "Pay in lieu of notice"],
    ["redundancyPay" as const, "Redundancy pay"],
    ["advance" as const, "An advance or a loan"],
  ])("leaves out %s", (kind, heading) => {
    const pay = payOf([wages, { kind, amount: pence(20_00) }]);
    expect(pay.amount).toBe(100_00);
    expect(pay.lines[1]).toEqual({ text: `${heading}, £20.00, does not count.` });
  });

  it("leaves out the premium part of overtime, Sundays and bank holidays", () => {
    // Eight hours at £18.00 where the lowest rate is £12.00: £96.00 of £144.00.
    expect(payOf([{ kind: "premium", amount: pence(144_00), time: minutes(480), lowestRate: pence(12_00) }])).toMatchObject({
      amount: 96_00,
      lines: [{ text: "Of £144.00 at a higher rate, £96.00 counts: 8 h at the lowest rate of £12.00.", amount: 96_00 }],
    });
    // Never more than was paid; 50 minutes at £12.71 is 1059.17 pence.
    expect(payOf([{ kind: "premium", amount: pence(90_00), time: minutes(480), lowestRate: pence(12_00) }]).amount).toBe(90_00);
    expect(payOf([{ kind: "premium", amount: pence(90_00), time: minutes(50), lowestRate: pence(12_71) }]).amount).toBe(10_59);
    // Ten minutes are 211.83 pence.
    expect(payOf([{ kind: "premium", amount: pence(90_00), time: minutes(10), lowestRate: pence(12_71) }]).amount).toBe(2_12);
  });

  it("counts the sleep-in fee only when every hour of the night counts", () => {
    expect(payOf([{ kind: "sleepInFee", amount: pence(60_00), hasSuitableBed: true }])).toMatchObject({
      amount: 0,
      lines: [{ text: "The fee for sleep-ins, £60.00, does not count." }],
    });
    expect(payOf([{ kind: "sleepInFee", amount: pence(60_00), hasSuitableBed: false }])).toMatchObject({
      amount: 60_00,
      lines: [{ text: "The fee for sleep-ins without a suitable bed, £60.00, where every hour counts.", amount: 60_00 }],
    });
  });

  it.each([
    ["uniform" as const, "Uniform or clothes for the job"],
    ["tools" as const, "Tools or equipment for the job"],
    ["trainingCost" as const, "Training the job asks for"],
    ["jobCost" as const, "Other costs of the job not paid back"],
    ["employersBenefit" as const, "Kept by the employer for their own use"],
    ["orderAdministration" as const, "The employer's charge for working a deduction by order"],
  ])("%s takes from it", (kind, heading) => {
    const pay = payOf([wages], [{ kind, amount: pence(1_00) }]);
    expect(pay.amount).toBe(99_00);
    expect(pay.lines[1]).toEqual({ text: `${heading}, £1.00, is taken off.`, amount: -1_00 });
  });

  it.each([
    ["incomeTax" as const, "Income tax"],
    ["nationalInsurance" as const, "National Insurance"],
    ["studentLoan" as const, "Student loan"],
    ["pension" as const, "Pension"],
    ["order" as const, "A deduction by order, paid on to somebody else"],
    ["unionSubscription" as const, "Union subscription"],
    ["advanceRepaid" as const, "An advance or a loan paid back"],
    ["overpaymentRepaid" as const, "An overpayment paid back"],
    ["conduct" as const, "A deduction for conduct that the contract allows"],
  ])("%s changes nothing", (kind, heading) => {
    const pay = payOf([wages], [{ kind, amount: pence(9_00) }]);
    expect(pay.amount).toBe(100_00);
    expect(pay.lines[1]).toEqual({ text: `${heading}, £9.00, changes nothing.` });
  });

  it("refuses amounts, time and rates below zero", () => {
    const premium = { kind: "premium" as const, amount: pence(0), time: minutes(0), lowestRate: pence(0) };
    expect(calculateMinimumWagePay([premium, { kind: "wages", amount: pence(0) }], [{ kind: "tools", amount: pence(0) }]).ok).toBe(true);
    expect(calculateMinimumWagePay([{ kind: "wages", amount: pence(-1) }], [])).toEqual({
      ok: false,
      problems: [{ field: "payments", value: "−£0.01", rule: "Pay, time and rates may not be below zero.", wayOut: "Put it with the deductions." }],
    });
    expect(calculateMinimumWagePay([{ ...premium, time: minutes(-1) }], []).ok).toBe(false);
    expect(calculateMinimumWagePay([{ ...premium, lowestRate: pence(-1) }], []).ok).toBe(false);
    expect(calculateMinimumWagePay([], [{ kind: "pension", amount: pence(-1) }])).toEqual({
      ok: false,
      problems: [
        {
          field: "deductions",
          value: "−£0.01",
          rule: "Give what was taken off as an amount above zero.",
          wayOut: "Put pay with the payments.",
        },
      ],
    });
  });

  it("is the sum of its lines, and no higher than all that was paid", () => {
    const payment: fc.Arbitrary<PaymentForMinimumWage> = fc.oneof(
      fc.record({ kind: fc.constantFrom("wages" as const, "bonus" as const, "mileage" as const), amount: fc.nat(90_000).map(pence) }),
      fc.record({
        kind: fc.constant("premium" as const),
        amount: fc.nat(90_000).map(pence),
        time: fc.nat(2_000).map(minutes),
        lowestRate: fc.nat(3_000).map(pence),
      }),
    );
    const deduction = fc.record({ kind: fc.constantFrom("uniform" as const, "pension" as const), amount: fc.nat(9_000).map(pence) });
    fc.assert(
      fc.property(fc.array(payment, { maxLength: 5 }), fc.array(deduction, { maxLength: 3 }), (payments, deductions) => {
        const { amount, lines } = payOf(payments, deductions);
        expect(lines.reduce((sum, line) => sum + (line.amount ?? 0), 0)).toBe(amount);
        expect(amount).toBeLessThanOrEqual(payments.reduce((sum, paid) => sum + paid.amount, 0));
        expect(
          lines.every(({ text }, index) => text.includes(formatPence((payments[index] ?? deductions[index - payments.length])?.amount ?? pence(0)))),
        ).toBe(true);
      }),
      { numRuns: manyCases },
    );
  });
});
