import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { basisPoints, type Pence, pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { netToGross } from "../../../../shared/payroll/gross/netToGross.ts";
import { calculatePayslip } from "../../../../shared/payroll/payslip/calculatePayslip.ts";
import { startOfYear } from "../../../../shared/payroll/payslip/yearToDate.ts";
import type { PayslipInput } from "../../../../shared/payroll/types.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";
import { someCases } from "../../../support/manyCases.ts";
import { aPayLine, aPayslipInput } from "../../../support/payslipBuilders.ts";

const noPay = (change: Partial<PayslipInput> = {}) => aPayslipInput({ payLines: [], ...change });
const netOf = (input: PayslipInput): number => {
  const slip = calculatePayslip(input, taxYear2026);
  if (!slip.ok) throw new Error("refused");
  return slip.value.netPay.amount;
};
const found = (input: PayslipInput, wanted: number) => {
  const verdict = netToGross(input, pence(wanted), taxYear2026);
  if (!verdict.ok) throw new Error(verdict.problems.map(({ rule }) => rule).join(" "));
  return verdict.value;
};

describe("the gross pay of a wanted net pay", () => {
  it("SLIP-1 backwards: £1,242.16 net is £1,400.00 gross or the pennies below it that leave as much", () => {
    const { grossPay, payslip } = found(noPay(), 1_242_16);
    expect(payslip.netPay.amount).toBe(1_242_16);
    expect(grossPay.amount).toBe(payslip.grossPay.amount);
    expect(grossPay.amount).toBeLessThanOrEqual(1_400_00);
    expect(netOf(noPay({ payLines: [aPayLine(pence(grossPay.amount - 1))] }))).toBeLessThan(1_242_16);
  });

  it("below every threshold, net is gross", () => {
    expect(found(noPay(), 300_00)).toMatchObject({ extraPay: 300_00, grossPay: { amount: 300_00 } });
    expect(found(noPay(), 0)).toMatchObject({ extraPay: 0 });
  });

  it("puts its line beside the lines that are there, mileage outside gross pay", () => {
    const payLines = [aPayLine(pence(200_00)), aPayLine(pence(27_50), { kind: "mileage", label: "Mileage" })];
    expect(found(noPay({ payLines }), 327_50)).toMatchObject({ extraPay: 100_00, grossPay: { amount: 300_00 } });
  });

  it("refuses less net pay than the given lines leave, and says what they leave", () => {
    const input = noPay({ payLines: [aPayLine(pence(200_00))] });
    expect(netToGross(input, pence(150_00), taxYear2026)).toEqual({
      ok: false,
      problems: [
        {
          field: "wantedNet",
          value: "£150.00",
          rule: "The pay that is there already leaves £200.00.",
          wayOut: "Ask for more than that, or take pay lines out.",
        },
      ],
    });
    expect(found(input, 200_00)).toMatchObject({ extraPay: 0, grossPay: { amount: 200_00 } });
    expect(netToGross(input, pence(199_99), taxYear2026).ok).toBe(false);
    expect(netToGross(noPay(), pence(-1), taxYear2026).ok).toBe(false);
  });

  it("the pay it adds is a line of salary, with the words for it", () => {
    expect(found(noPay(), 300_00).payslip.payLines).toEqual([
      {
        kind: "salary",
        label: "Pay",
        minutes: null,
        units: null,
        ratePence: null,
        amount: 300_00,
        planLineId: null,
        explanation: {
          amount: 300_00,
          rule: { name: "Pay for a wanted net pay", source: "Worked back from net pay" },
          lines: [{ text: "Pay that leaves the wanted net pay.", amount: 300_00 }],
        },
      },
    ]);
    expect(found(noPay(), 0).payslip.payLines).toEqual([]);
  });

  it("shows every deduction on the way from net to gross", () => {
    const input = noPay({
      studentLoanPlan: "5",
      hasPostgraduateLoan: true,
      payLines: [aPayLine(pence(27_50), { kind: "mileage", label: "Mileage" })],
      otherDeductions: [
        {
          kind: "loan",
          label: "Loan paid back",
          amount: pence(20_00),
          explanation: { amount: pence(20_00), rule: { name: "Loan", source: "Agreed" }, lines: [] },
        },
      ],
    });
    const { grossPay, payslip } = found(input, 1_900_00);
    expect(grossPay.rule).toEqual({ name: "Net to gross", source: payslip.incomeTax.rule.source, ratesYear: "2026-27" });
    expect(grossPay.lines).toEqual([
      { text: "Net pay that is wanted.", amount: 1_900_00 },
      { text: "Income tax.", amount: payslip.incomeTax.amount },
      { text: "National Insurance.", amount: payslip.employeeNationalInsurance.amount },
      { text: "Student loan.", amount: payslip.studentLoan.amount },
      { text: "Postgraduate loan.", amount: payslip.postgraduateLoan.amount },
      { text: "The employee's pension contribution.", amount: payslip.employeePension.amount },
      { text: "Loan paid back.", amount: 20_00 },
      { text: "Mileage and expenses are paid beside gross pay.", amount: -27_50 },
    ]);
    expect(grossPay.lines.every(({ amount }) => amount !== 0)).toBe(true);
    expect(grossPay.amount).toBe(payslip.grossPay.amount);
  });

  it("leaves out what is nothing", () => {
    expect(found(noPay(), 300_00).grossPay.lines).toEqual([{ text: "Net pay that is wanted.", amount: 300_00 }]);
  });

  it("works back through an order: a fixed direct earnings attachment of £50.00 is on top", () => {
    const order = {
      id: "order",
      label: "Direct earnings attachment",
      receivedOn: plainDate("2026-01-01"),
      kind: "directEarnings",
      rate: "fixed",
      normalDeduction: pence(50_00),
    } as const;
    // Below every threshold: £250.00 net and £50.00 of order; 60% of £300.00 must stay, which £250.00 is above.
    expect(found(noPay({ orders: [order] }), 250_00)).toMatchObject({ extraPay: 300_00, grossPay: { amount: 300_00 } });
    expect(found(noPay({ orders: [order] }), 250_00).grossPay.lines.at(-1)?.amount).toBe(50_00);
  });

  it("refuses a net pay that no gross reaches, when the pension takes everything", () => {
    const pension = { ...aPayslipInput().pension, taxTreatment: "netPay" as const, earningsBasis: "allEarnings" as const };
    const input = noPay({ pension: { ...pension, employeeRate: basisPoints(10_000), employerRate: basisPoints(0) } });
    expect(netToGross(input, pence(10_000_00), taxYear2026)).toEqual({
      ok: false,
      problems: [
        {
          field: "wantedNet",
          value: "£10,000.00",
          rule: "No gross pay leaves this net pay.",
          wayOut: "Check the deductions and the pension share, or ask for less.",
        },
      ],
    });
  });

  it("finds the penny above protected earnings, past the pay that an order takes whole", () => {
    const order = {
      id: "order",
      label: "Attachment of earnings",
      receivedOn: plainDate("2026-01-01"),
      kind: "attachmentOfEarnings",
      isPriority: false,
      normalDeduction: pence(51_00),
      protectedEarnings: pence(200_00),
      unpaidDeductions: pence(0),
      protectedShortfall: pence(0),
    } as const;
    // Below every threshold: £200.00 stay, £51.00 go to the order, and the next penny is the person's.
    expect(found(noPay({ orders: [order] }), 200_01).extraPay).toBe(251_01);
  });

  it("looks up to £1,000,000.00 and no further", () => {
    const pension = { ...aPayslipInput().pension, employeeRate: basisPoints(0), employerRate: basisPoints(0) };
    const whole = noPay({
      taxSetting: { code: "NT", isWeek1Month1: false },
      nationalInsuranceCategory: "X",
      dateOfBirth: plainDate("2012-05-01"),
      pension,
    });
    expect(found(whole, 1_000_000_00).extraPay).toBe(1_000_000_00);
    expect(netToGross(whole, pence(1_000_000_01), taxYear2026)).toMatchObject({ ok: false, problems: [{ value: "£1,000,000.01" }] });
  });

  it("refuses a wanted net pay that is no number", () => {
    expect(netToGross(noPay(), Number.NaN as Pence, taxYear2026)).toEqual({
      ok: false,
      problems: [
        {
          field: "wantedNet",
          value: "NaN",
          rule: "The wanted net pay is a sum in pounds and whole pence.",
          wayOut: "Give the sum that is to be left.",
        },
      ],
    });
  });

  it("hands on what no payslip can be worked out from", () => {
    expect(netToGross(noPay({ taxSetting: { code: "nonsense", isWeek1Month1: false } }), pence(1), taxYear2026)).toMatchObject({ ok: false });
  });
});

describe("what always holds", () => {
  const anOrder = { id: "order", label: "Order", receivedOn: plainDate("2026-01-01") };
  const anyInput = fc.record({
    wanted: fc.integer({ min: 0, max: 800_000 }),
    code: fc.constantFrom("1257L", "S1257L", "BR", "D0", "SD2", "0T", "K100", "K2500", "NT", "1257L M1"),
    payFrequency: fc.constantFrom("weekly" as const, "fortnightly" as const, "fourWeekly" as const, "monthly" as const),
    hasLoans: fc.boolean(),
    isNetPay: fc.boolean(),
    orders: fc.constantFrom(
      [],
      [{ ...anOrder, kind: "councilTax" as const }],
      [{ ...anOrder, kind: "directEarnings" as const, rate: "higher" as const }],
      [{ ...anOrder, kind: "childMaintenance" as const, normalDeduction: pence(120_00) }],
    ),
  });
  const inputOf = ({
    code,
    payFrequency,
    hasLoans,
    isNetPay,
    orders,
  }: {
    code: string;
    payFrequency: "weekly";
    hasLoans: boolean;
    isNetPay: boolean;
    orders: PayslipInput["orders"];
  }) =>
    noPay({
      orders,
      payFrequency,
      payday: plainDate("2026-04-10"),
      taxSetting: { code, isWeek1Month1: false },
      studentLoanPlan: hasLoans ? "5" : null,
      hasPostgraduateLoan: hasLoans,
      pension: { ...aPayslipInput().pension, taxTreatment: isNetPay ? "netPay" : "reliefAtSource" },
      yearToDate: startOfYear(),
    });

  it("the net is the wanted one to the penny, and the lines add up to the gross", () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { grossPay, payslip } = found(inputOf(given as never), given.wanted);
        expect(payslip.netPay.amount).toBe(given.wanted);
        expect(grossPay.amount).toBe(payslip.grossPay.amount);
        expect(grossPay.lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0)).toBe(grossPay.amount);
      }),
      { numRuns: someCases },
    );
  });

  it("no smaller gross leaves as much: every penny of £20 below it leaves less", () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const input = inputOf(given as never);
        const gross = found(input, given.wanted).grossPay.amount;
        for (let less = Math.max(0, gross - 2_000); less < gross; less++) {
          expect(netOf({ ...input, payLines: [aPayLine(pence(less))] })).toBeLessThan(given.wanted);
        }
      }),
      { numRuns: 10 },
    );
  });
});
