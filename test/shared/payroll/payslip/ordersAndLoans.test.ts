import { describe, expect, it } from "vitest";
import { pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import type { DeductionOrder } from "../../../../shared/payroll/orders/deductionOrder.ts";
import { calculatePayslip } from "../../../../shared/payroll/payslip/calculatePayslip.ts";
import { PayslipInput, PayslipResult } from "../../../../shared/payroll/types.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";
import { aPayLine, aPayslipInput } from "../../../support/payslipBuilders.ts";
import { acceptedOf } from "../../../support/verdicts.ts";

// Monthly £2,600, 1257L, letter A, no pension: tax 2,600 − 1,048.26 = 1,551.74, 1,551 × 20% = 310.20; National Insurance (2,600 − 1,048) × 8% = 124.16.
// 2,165.64 is left, and the plan 5 loan is (2,600 − 2,083.33) × 9% = 46.00, the postgraduate loan 850 × 6% = 51.00.
const monthly = (orders: DeductionOrder[], change: Partial<PayslipInput> = {}) =>
  acceptedOf(
    calculatePayslip(
      aPayslipInput({
        payday: plainDate("2026-04-30"),
        payFrequency: "monthly",
        payLines: [aPayLine(pence(2_600_00))],
        pension: { ...aPayslipInput().pension, status: "notMember" },
        studentLoanPlan: "5",
        hasPostgraduateLoan: true,
        orders,
        ...change,
      }),
      taxYear2026,
    ),
  );
const base = (id: string, receivedOn = "2026-01-05") => ({ id, label: `Order ${id}`, receivedOn: plainDate(receivedOn) });
const attachment = (id: string, change: Partial<Extract<DeductionOrder, { kind: "attachmentOfEarnings" }>> = {}): DeductionOrder => ({
  ...base(id),
  kind: "attachmentOfEarnings",
  isPriority: true,
  normalDeduction: pence(200_00),
  protectedEarnings: pence(1_900_00),
  unpaidDeductions: pence(0),
  protectedShortfall: pence(0),
  ...change,
});
const loansOf = ({ studentLoan, postgraduateLoan }: PayslipResult) => [studentLoan.amount, postgraduateLoan.amount];
const taken = ({ orderDeductions }: PayslipResult) => orderDeductions.map(({ orderId, deduction }) => [orderId, deduction.amount]);

describe("student loans behind orders (rules section 6, CSLM18015)", () => {
  it("leave the protected earnings of a priority order, student loan first, in whole pounds", () => {
    // 2,165.64 − 200.00 − 1,900.00 = 65.64: 46.00, then 19.64 cut to 19.00.
    const slip = monthly([attachment("fine")]);
    expect(taken(slip)).toEqual([["fine", 200_00]]);
    expect(loansOf(slip)).toEqual([46_00, 19_00]);
    expect(slip.postgraduateLoan.lines.at(-1)?.text).toBe(
      "Orders that come first, and the pay they protect, leave £19.64 for this loan, so £19.00 is taken, in whole pounds.",
    );
    // 2,600 − 310.20 − 124.16 − 46 − 19 − 200.
    expect(slip.netPay.amount).toBe(1_900_64);
  });

  it("are not taken when the order takes all above the protected earnings", () => {
    expect(loansOf(monthly([attachment("fine", { normalDeduction: pence(500_00) })]))).toEqual([0, 0]);
  });

  it("go by the newest priority order", () => {
    const older = attachment("older", { ...base("older", "2026-01-01"), normalDeduction: pence(50_00), protectedEarnings: pence(2_100_00) });
    const newer = attachment("newer", { ...base("newer", "2026-02-01"), normalDeduction: pence(50_00), protectedEarnings: pence(1_000_00) });
    expect(loansOf(monthly([newer, older]))).toEqual([46_00, 51_00]);
    // The other way round 2,165.64 − 50.00 − 50.00 is under 2,100.00.
    expect(loansOf(monthly([{ ...older, receivedOn: plainDate("2026-03-01") }, newer]))).toEqual([0, 0]);
  });

  it("go by the later in the list of two priority orders of one day, and by the newest wherever it stands", () => {
    const strict = attachment("strict", { normalDeduction: pence(50_00), protectedEarnings: pence(2_100_00) });
    const lenient = attachment("lenient", { normalDeduction: pence(50_00), protectedEarnings: pence(1_000_00) });
    expect(loansOf(monthly([strict, lenient]))).toEqual([46_00, 51_00]);
    expect(loansOf(monthly([lenient, strict]))).toEqual([0, 0]);
    expect(loansOf(monthly([strict, { ...lenient, receivedOn: plainDate("2026-01-06") }]))).toEqual([46_00, 51_00]);
  });

  it("are not taken when one of two priority orders takes a share of pay", () => {
    const fine = attachment("fine", { normalDeduction: pence(10_00), protectedEarnings: pence(0) });
    expect(loansOf(monthly([fine, { ...base("council"), kind: "councilTax" }]))).toEqual([0, 0]);
  });

  it("leave the protected share and the protected earnings rounded up to the penny", () => {
    // 2,165.64 − 840.26 − 1,299.39 = 25.99, a penny short of £26.
    const order: DeductionOrder = { ...base("cms"), kind: "childMaintenance", normalDeduction: pence(840_26) };
    expect(loansOf(monthly([order]))).toEqual([25_00, 0]);
    // For a week: 46.19 × 52 ÷ 12 = 200.157, to the nearest 200.16; 440.65 × 52 ÷ 12 = 1,909.4833, up to 1,909.49. 55.99 is left: 46.00, and 9.99 cut to 9.00.
    const weekly = attachment("weekly", { normalDeduction: pence(46_19), protectedEarnings: pence(440_65), sumsAreFor: "weekly" });
    expect(loansOf(monthly([weekly]))).toEqual([46_00, 9_00]);
  });

  it("leave 60% of net pay behind child maintenance", () => {
    // 60% of 2,165.64 = 1,299.384, up to 1,299.39. 2,165.64 − 840.00 − 1,299.39 = 26.25.
    const order: DeductionOrder = { ...base("cms"), kind: "childMaintenance", normalDeduction: pence(840_00) };
    expect(loansOf(monthly([order]))).toEqual([26_00, 0]);
  });

  it("are not taken at all while council tax takes its share of pay", () => {
    const slip = monthly([{ ...base("council"), kind: "councilTax" }]);
    expect(loansOf(slip)).toEqual([0, 0]);
    expect(slip.studentLoan.lines.at(-1)?.text).toBe(
      "An order that takes a share of pay comes first and leaves £0.00 for this loan, so £0.00 is taken, in whole pounds.",
    );
  });

  it("come before an order that is not a priority, which then sees less", () => {
    // 2,165.64 − 46 − 51 = 2,068.64; protected 2,000.00 leaves 68.64 of the 200.00.
    const slip = monthly([attachment("judgment", { isPriority: false, protectedEarnings: pence(2_000_00) })]);
    expect(loansOf(slip)).toEqual([46_00, 51_00]);
    expect(taken(slip)).toEqual([["judgment", 68_64]]);
  });

  it("do not count into the 60% of net pay that all orders together leave (rules section 11)", () => {
    // £3,200: tax 2,151 × 20% = 430.20, National Insurance 2,152 × 8% = 172.16, so 2,597.64 net. Plan 1: (3,200 − 2,241.66) × 9% = 86.25, cut to 86.00;
    // postgraduate 1,450 × 6% = 87.00. The higher column's 40% is 1,039.06; 60% up to the penny is 1,558.59, so 1,039.05 may go.
    const attached = { ...base("dwp"), kind: "directEarnings", rate: "higher" } as const;
    const slip = monthly([attached], { payLines: [aPayLine(pence(3_200_00))], studentLoanPlan: "1" });
    expect(loansOf(slip)).toEqual([86_00, 87_00]);
    expect(taken(slip)).toEqual([["dwp", 1_039_05]]);
    expect(slip.netPay.amount).toBe(2_597_64 - 173_00 - 1_039_05);
    // Beside a fine: 866.25 of 2,165.64 may go to orders, 230.00 went, so 636.25 of the 30%, 649.69.
    const fine = attachment("fine", { normalDeduction: pence(230_00), protectedEarnings: pence(0) });
    const both = monthly([fine, attached]);
    expect(loansOf(both)).toEqual([46_00, 51_00]);
    expect(taken(both)).toEqual([
      ["fine", 230_00],
      ["dwp", 636_25],
    ]);
  });
});

describe("orders on a payslip", () => {
  it.each([
    [null, false, ["judgment", "fine"]],
    ["5", false, ["fine", "judgment"]],
    [null, true, ["fine", "judgment"]],
    ["5", true, ["fine", "judgment"]],
  ] as const)(
    "with plan %s and a postgraduate loan (%s) are taken as %j: the confirmed sequence holds where no loan comes between",
    (plan, postgraduate, sequence) => {
      const small = { normalDeduction: pence(10_00), protectedEarnings: pence(0) };
      const orders = [
        attachment("fine", { ...small, confirmedPlace: 2 }),
        attachment("judgment", { ...small, isPriority: false, confirmedPlace: 1 }),
      ];
      const slip = monthly(orders, { studentLoanPlan: plan, hasPostgraduateLoan: postgraduate });
      expect(slip.orderDeductions.map(({ orderId }) => orderId)).toEqual(sequence);
    },
  );

  it("let the employer keep £1 for the work when pay is known to be above the minimum wage", () => {
    const fine = attachment("fine", { protectedEarnings: pence(0), takesCosts: true });
    expect(taken(monthly([fine], { aboveMinimumWage: pence(1_00) }))).toEqual([["fine", 201_00]]);
    expect(taken(monthly([fine], { aboveMinimumWage: null }))).toEqual([["fine", 200_00]]);
    expect(taken(monthly([fine]))).toEqual([["fine", 200_00]]);
  });

  it("are taken from pay less tax, National Insurance and pension, and stand among the deductions", () => {
    // In the pension: 2,600 − 520 = 2,080 × 5% = 104.00, of which 83.20 from pay: net 2,082.44. The table's rate for a month above £1,600 up to £2,240 is 15%.
    const pension = aPayslipInput().pension;
    const slip = monthly([{ ...base("dwp"), kind: "directEarnings", rate: "standard" }], {
      pension,
      studentLoanPlan: null,
      hasPostgraduateLoan: false,
    });
    expect(taken(slip)).toEqual([["dwp", 312_37]]);
    expect(slip.otherDeductions).toEqual(slip.orderDeductions.map(({ deduction }) => deduction));
    expect(slip.netPay.amount).toBe(2_082_44 - 312_37);
  });

  it("leave statutory parental pay alone", () => {
    const payLines = [aPayLine(pence(2_600_00), { kind: "statutoryMaternityPay" })];
    const slip = monthly([attachment("fine", { protectedEarnings: pence(0) }), { ...base("dwp"), kind: "directEarnings", rate: "standard" }], {
      payLines,
    });
    expect(taken(slip)).toEqual([
      ["fine", 0],
      ["dwp", 0],
    ]);
  });

  it("count each pay period when holiday is paid in advance", () => {
    // Two months at once: twice 150.00 is taken and twice 900.00 protected: 2,165.64 − 300.00 − 1,800.00 = 65.64 for the loans.
    const fine = attachment("fine", { normalDeduction: pence(150_00), protectedEarnings: pence(900_00) });
    const slip = monthly([fine], { periodsInPayment: 2 });
    expect(taken(slip)).toEqual([["fine", 300_00]]);
    expect(loansOf(slip)).toEqual([46_00, 19_00]);
    expect(taken(monthly([fine]))).toEqual([["fine", 150_00]]);
  });

  it("hand on what they could not take", () => {
    const slip = monthly([attachment("fine", { normalDeduction: pence(300_00), protectedEarnings: pence(2_000_00) })]);
    expect(slip.orderDeductions).toMatchObject([{ orderId: "fine", deduction: { amount: 165_64 }, unpaidDeductions: 134_36, protectedShortfall: 0 }]);
  });

  it("are parsed as they were stored, and a payslip of before has none", () => {
    const slip = monthly([attachment("fine")]);
    expect(PayslipResult.parse(JSON.parse(JSON.stringify(slip)))).toEqual(slip);
    const { orderDeductions: _new, ...before } = JSON.parse(JSON.stringify(slip));
    for (const key of ["statutoryMaternityPay", "statutoryNeonatalCarePay", "nonTaxable"]) delete before.yearToDate[key];
    expect(PayslipResult.parse(before)).toMatchObject({
      orderDeductions: [],
      yearToDate: { statutoryMaternityPay: 0, statutoryNeonatalCarePay: 0, nonTaxable: 0 },
    });
    const { orders: _orders, earlierInEarningsPeriod: _earlier, pensionRefund: _refund, ...inputOfBefore } = aPayslipInput();
    expect(PayslipInput.parse(inputOfBefore)).toEqual(aPayslipInput());
  });
});

describe("loans never take more than tax, National Insurance and pension leave (regulation 36)", () => {
  it("in a second payment of a few pence", () => {
    // Earlier in the month 2,094.44: (2,094.44 − 2,083.33) × 9% = 0.9999, nothing. With 0.50 more it would be £1.00, but only £0.46 is left: tax takes nothing
    // (2,094.94 − 1,048.26 = 1,046.68, 209.20 taken already) and National Insurance 83.75 − 83.71 (1,046.94 × 8% = 83.7552, 1,046.44 × 8% = 83.7152: the third decimal is 5).
    const slip = monthly([], {
      payLines: [aPayLine(pence(50))],
      hasPostgraduateLoan: false,
      yearToDate: { ...aPayslipInput().yearToDate, taxablePay: pence(2_094_44), incomeTax: pence(209_20) },
      earlierInEarningsPeriod: {
        earnings: pence(2_094_44),
        nationalInsurance: [
          {
            category: "A",
            grossEarnings: pence(2_094_44),
            atLowerEarningsLimit: pence(559_00),
            lowerEarningsLimitToPrimaryThreshold: pence(489_00),
            primaryThresholdToUpperEarningsLimit: pence(1_046_44),
            employeeContributions: pence(83_71),
            employerContributions: pence(251_62),
          },
        ],
        taxedAlone: [],
        studentLoan: pence(0),
        postgraduateLoan: pence(0),
        pensionableEarnings: pence(0),
        employeePension: pence(0),
        pensionTaxRelief: pence(0),
        employerPension: pence(0),
      },
    });
    expect(slip.employeeNationalInsurance.amount).toBe(4);
    expect(slip.studentLoan.lines.at(-1)?.text).toBe(
      "Tax, National Insurance and pension leave £0.46 for this loan, so £0.00 is taken, in whole pounds.",
    );
    expect([slip.studentLoan.amount, slip.netPay.amount]).toEqual([0, 46]);
  });
});
