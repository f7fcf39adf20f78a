import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Pence, pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { type AttachableEarningsInput, calculateAttachableEarnings } from "../../../../shared/payroll/orders/attachableEarnings.ts";
import { calculateEmployerLoan, type EmployerLoanInput } from "../../../../shared/payroll/orders/employerLoan.ts";
import { orderCostsAllowed } from "../../../../shared/payroll/orders/orderCosts.ts";
import { orderSumForPeriod } from "../../../../shared/payroll/orders/orderSumForPeriod.ts";
import { calculateOverpaymentRecovery, type OverpaymentInput } from "../../../../shared/payroll/orders/overpaymentRecovery.ts";
import { payOverBy } from "../../../../shared/payroll/orders/payOverDate.ts";
import { manyCases } from "../../../support/manyCases.ts";

describe("attachable earnings", () => {
  const earnings = (change: Partial<AttachableEarningsInput> = {}) =>
    calculateAttachableEarnings({
      grossPay: pence(1_400_00),
      statutoryParentalPay: pence(0),
      incomeTax: pence(86_40),
      employeeNationalInsurance: pence(34_64),
      employeePension: pence(36_80),
      ...change,
    });

  it("are pay less tax, National Insurance and pension; sick pay within the pay counts", () => {
    // SLIP-1: £1,400.00 − £86.40 − £34.64 − £36.80.
    expect(earnings()).toEqual({
      amount: 1_242_16,
      rule: {
        name: "Attachable earnings",
        source:
          "GOV.UK, Make debt deductions from an employee's pay: what counts as earnings, https://www.gov.uk/debt-deductions-from-employee-pay/what-counts-as-earnings",
      },
      lines: [
        { text: "Gross pay.", amount: 1_400_00 },
        { text: "Income tax.", amount: -86_40 },
        { text: "National Insurance.", amount: -34_64 },
        { text: "Pension.", amount: -36_80 },
      ],
    });
  });

  it("leave out statutory parental pay, and never fall below zero", () => {
    expect(earnings({ statutoryParentalPay: pence(777_28) })).toMatchObject({
      amount: 464_88,
      lines: [{}, { text: "Statutory parental pay does not count.", amount: -777_28 }, {}, {}, {}],
    });
    const none = earnings({ statutoryParentalPay: pence(1_400_00) });
    expect(none.amount).toBe(0);
    expect(none.lines.at(-1)).toEqual({ text: "Nothing is left that counts.", amount: 157_84 });
    expect(earnings({ statutoryParentalPay: pence(1_242_16) }).lines).toHaveLength(5);
  });

  it("count tax given back", () => {
    const given = earnings({ incomeTax: pence(-10_00), employeeNationalInsurance: pence(0), employeePension: pence(0) });
    expect(given.lines).toEqual([
      { text: "Gross pay.", amount: 1_400_00 },
      { text: "Income tax given back.", amount: 10_00 },
    ]);
  });
});

describe("sums named for another pay frequency", () => {
  it.each([
    ["weekly", "fortnightly", 2_000],
    ["weekly", "fourWeekly", 4_000],
    // £10.00 × 52 ÷ 12 = £43.333.
    ["weekly", "monthly", 4_333],
    // £10.00 × 12 ÷ 52 = £2.3077.
    ["monthly", "weekly", 231],
    // £10.00 × 12 × 4 ÷ 52 = £9.2308.
    ["monthly", "fourWeekly", 923],
    ["fourWeekly", "fortnightly", 500],
    ["monthly", "monthly", 1_000],
  ] as const)("£10.00 %s is, %s, %i pence", (namedFor, payFrequency, expected) => {
    expect(orderSumForPeriod(pence(1_000), namedFor, payFrequency, "nearest")).toBe(expected);
  });

  it("what protects the employee goes up", () => {
    expect(orderSumForPeriod(pence(1_000), "weekly", "monthly", "up")).toBe(4_334);
  });
});

describe("handing on what an order took", () => {
  it.each([
    ["2026-11-30", "2026-12-19"],
    ["2026-12-01", "2027-01-19"],
    ["2027-01-31", "2027-02-19"],
  ])("of payday %s by %s, the 19th of the next month", (payday, by) => {
    expect(payOverBy(plainDate(payday))).toBe(by);
  });
});

describe("the employer's £1", () => {
  it.each([
    [50_00, 500_00, 20_00, 1_00],
    [1, 500_00, 20_00, 1_00],
    [0, 500_00, 20_00, 0],
    // Only as far as pay stays at the minimum wage and above nothing.
    [50_00, 500_00, 60, 60],
    [50_00, 500_00, 0, 0],
    [50_00, 500_00, -5, 0],
    [50_00, 40, 20_00, 40],
  ])("of a deduction of %i with %i left and %s above the minimum wage is %i", (deduction, left, above, cost) => {
    expect(orderCostsAllowed(pence(deduction), pence(left), pence(above))).toBe(cost);
  });
});

const sums = { openingSum: pence(300_00), instalment: pence(50_00), takenBefore: pence(100_00), netPay: pence(1_000_00) };
const acceptedBy = <T>(verdict: { ok: true; value: T } | { ok: false }) => {
  if (!verdict.ok) throw new Error("refused");
  return verdict.value;
};

describe("a loan from the employer", () => {
  const loan = (change: Partial<EmployerLoanInput> = {}) =>
    calculateEmployerLoan({ kind: "loan", ...sums, isLastPay: false, hasAgreedToRepayOnLeaving: false, ...change });

  it("takes the instalment and tells what is left", () => {
    expect(acceptedBy(loan())).toEqual({
      repayment: {
        amount: 50_00,
        rule: { name: "Loan from the employer", source: "Employment Rights Act 1996, section 13" },
        lines: [
          { text: "£200.00 of £300.00 is still open." },
          { text: "The instalment is £50.00.", amount: 50_00 },
          { text: "£150.00 is left to repay." },
        ],
      },
      left: 150_00,
    });
  });

  it("takes what is left when that is less, and nothing when all is repaid", () => {
    const last = acceptedBy(loan({ takenBefore: pence(270_00), kind: "advance" }));
    expect(last).toMatchObject({ repayment: { amount: 30_00, rule: { name: "Advance of wages" } }, left: 0 });
    expect(last.repayment.lines[1]).toEqual({ text: "All of it is taken.", amount: 30_00 });
    expect(acceptedBy(loan({ takenBefore: pence(300_00) }))).toMatchObject({ repayment: { amount: 0 }, left: 0 });
  });

  it("never takes more than the net pay", () => {
    expect(acceptedBy(loan({ netPay: pence(50_00) })).repayment.lines).toHaveLength(3);
    const cut = acceptedBy(loan({ netPay: pence(49_99) }));
    expect(cut).toMatchObject({ repayment: { amount: 49_99 }, left: 150_01 });
    expect(cut.repayment.lines[2]).toEqual({ text: "Only £49.99 of net pay is left, so less is taken.", amount: -1 });
    const none = acceptedBy(loan({ netPay: pence(-5_00) }));
    expect(none).toMatchObject({ repayment: { amount: 0 }, left: 200_00 });
    expect(none.repayment.lines[2]?.text).toBe("Only £0.00 of net pay is left, so less is taken.");
  });

  it("takes all of it from the last pay only when agreed in writing", () => {
    const agreed = acceptedBy(loan({ isLastPay: true, hasAgreedToRepayOnLeaving: true }));
    expect(agreed).toMatchObject({ repayment: { amount: 200_00 }, left: 0 });
    expect(agreed.repayment.lines.map(({ text }) => text)).toEqual([
      "£200.00 of £300.00 is still open.",
      "All of it is taken.",
      "It is the last pay, and it was agreed in writing that the rest is taken from it.",
      "£0.00 is left to repay.",
    ]);
    const notAgreed = acceptedBy(loan({ isLastPay: true }));
    expect(notAgreed).toMatchObject({ repayment: { amount: 50_00 }, left: 150_00 });
    expect(notAgreed.repayment.lines.at(-1)).toEqual({ text: "£150.00 is left. Ask for it outside pay." });
    expect(acceptedBy(loan({ hasAgreedToRepayOnLeaving: true })).repayment.amount).toBe(50_00);
  });

  it("refuses sums that cannot be", () => {
    expect(loan({ openingSum: pence(0), takenBefore: pence(0) })).toEqual({
      ok: false,
      problems: [{ field: "openingSum", value: "£0.00", rule: "The sum must be above zero.", wayOut: "Give the whole sum." }],
    });
    expect(loan({ instalment: pence(0) })).toEqual({
      ok: false,
      problems: [{ field: "instalment", value: "£0.00", rule: "An instalment must be above zero.", wayOut: "Give what is taken on each payday." }],
    });
    const rule = "What was taken before must be between £0.00 and £300.00.";
    expect(loan({ takenBefore: pence(300_01) })).toEqual({
      ok: false,
      problems: [{ field: "takenBefore", value: "£300.01", rule, wayOut: "Add up what earlier payslips took." }],
    });
    expect(loan({ takenBefore: pence(-1) })).toMatchObject({ ok: false, problems: [{ field: "takenBefore", value: "−£0.01", rule }] });
    expect(loan({ openingSum: pence(1), takenBefore: pence(0), instalment: pence(1) })).toMatchObject({ ok: true });
    expect(loan({ openingSum: pence(-1), takenBefore: pence(0) })).toMatchObject({ problems: [{ field: "openingSum", value: "−£0.01" }] });
    expect(loan({ instalment: pence(-1) })).toMatchObject({ problems: [{ field: "instalment", value: "−£0.01" }] });
    const notANumber = Number.NaN as Pence;
    const all = loan({ openingSum: notANumber, instalment: notANumber, takenBefore: notANumber, netPay: notANumber });
    expect(all).toMatchObject({ problems: ["openingSum", "instalment", "netPay"].map((field) => ({ field, value: "NaN" })) });
    expect(loan({ takenBefore: notANumber })).toMatchObject({ problems: [{ field: "takenBefore", value: "NaN", rule }] });
    expect(loan({ netPay: notANumber })).toEqual({
      ok: false,
      problems: [{ field: "netPay", value: "NaN", rule: "Net pay is a sum in pounds and whole pence.", wayOut: "Work out the pay first." }],
    });
    expect(loan({ netPay: pence(-1) })).toMatchObject({ ok: true, value: { repayment: { amount: 0 } } });
  });

  it("paid payday by payday it is repaid exactly, and each step adds up", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50_000 }),
        fc.integer({ min: 1, max: 20_000 }),
        fc.array(fc.nat(30_000), { maxLength: 8 }),
        (sum, part, nets) => {
          let taken = 0;
          for (const net of nets) {
            const given = { openingSum: pence(sum), instalment: pence(part), takenBefore: pence(taken), netPay: pence(net) };
            const { repayment, left } = acceptedBy(loan(given));
            expect(repayment.amount).toBe(Math.min(part, net, sum - taken));
            expect(repayment.lines.reduce((total, { amount }) => total + (amount ?? 0), 0)).toBe(repayment.amount);
            taken += repayment.amount;
            expect(left).toBe(sum - taken);
          }
        },
      ),
      { numRuns: manyCases },
    );
  });
});

describe("wages paid by mistake", () => {
  const recover = (change: Partial<OverpaymentInput> = {}) => calculateOverpaymentRecovery({ ...sums, isLastPay: false, ...change });

  it("are taken back by instalments", () => {
    expect(acceptedBy(recover())).toEqual({
      recovery: {
        amount: 50_00,
        rule: { name: "Wages paid by mistake", source: "Employment Rights Act 1996, section 14(1)" },
        lines: [
          { text: "£200.00 of £300.00 is still open." },
          { text: "The instalment is £50.00.", amount: 50_00 },
          { text: "£150.00 is left to make good." },
        ],
      },
      left: 150_00,
    });
  });

  it("are taken back whole from the last pay, as far as it goes", () => {
    expect(acceptedBy(recover({ isLastPay: true }))).toMatchObject({ recovery: { amount: 200_00 }, left: 0 });
    expect(acceptedBy(recover({ isLastPay: true, netPay: pence(120_00) }))).toMatchObject({ recovery: { amount: 120_00 }, left: 80_00 });
  });

  it("refuses sums that cannot be", () => {
    expect(recover({ instalment: pence(-1) })).toMatchObject({ ok: false, problems: [{ field: "instalment", value: "−£0.01" }] });
  });
});
