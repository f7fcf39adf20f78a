import { describe, expect, it } from "vitest";
import { pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import type { DeductionOrder } from "../../../../shared/payroll/orders/deductionOrder.ts";
import { calculatePayslip } from "../../../../shared/payroll/payslip/calculatePayslip.ts";
import { earlierInEarningsPeriodOf } from "../../../../shared/payroll/payslip/earlierInPeriod.ts";
import { startOfYear } from "../../../../shared/payroll/payslip/yearToDate.ts";
import { type EarlierInEarningsPeriod, type PayLine, PayslipInput, type YearToDate } from "../../../../shared/payroll/types.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";
import { aPayLine, aPayslipInput } from "../../../support/payslipBuilders.ts";
import { acceptedOf, problemsOf } from "../../../support/verdicts.ts";

const verdictOf = (change: Partial<PayslipInput> = {}) => calculatePayslip(aPayslipInput(change), taxYear2026);
const fieldsOf = (change: Partial<PayslipInput>) => problemsOf(verdictOf(change)).map(({ field }) => field);

const largest = 1_000_000_000;
/** No whole pence, or too many of them, as a file or another program might bring. */
const noAmounts = [Number.NaN, Number.POSITIVE_INFINITY, 0.5, largest + 1, -largest - 1, Number.MAX_SAFE_INTEGER];

const lineOf = (amount: number, change: Partial<PayLine> = {}): PayLine => ({ ...aPayLine(pence(1)), amount: amount as never, ...change });
const deduction = (amount: number) => ({
  kind: "other" as const,
  label: "Uniform",
  amount: amount as never,
  explanation: aPayLine(pence(1)).explanation,
});
const figures = {
  category: "A" as const,
  grossEarnings: pence(200_00),
  atLowerEarningsLimit: pence(129_00),
  lowerEarningsLimitToPrimaryThreshold: pence(71_00),
  primaryThresholdToUpperEarningsLimit: pence(0),
  employeeContributions: pence(0),
  employerContributions: pence(15_60),
};
const earlier = (change: Partial<Record<keyof EarlierInEarningsPeriod, unknown>>): Partial<PayslipInput> => ({
  earlierInEarningsPeriod: {
    earnings: pence(0),
    nationalInsurance: [],
    taxedAlone: [],
    studentLoan: pence(0),
    postgraduateLoan: pence(0),
    pensionableEarnings: pence(0),
    employeePension: pence(0),
    pensionTaxRelief: pence(0),
    employerPension: pence(0),
    ...change,
  } as EarlierInEarningsPeriod,
});
const year = (change: Partial<Record<keyof YearToDate, unknown>>): Partial<PayslipInput> => ({
  yearToDate: { ...startOfYear(), ...change } as YearToDate,
});
const orderOf = (order: object): Partial<PayslipInput> => ({
  orders: [{ id: "1", label: "Court", receivedOn: plainDate("2026-01-01"), ...order } as DeductionOrder],
});

/** Every place of the input that holds an amount, with a way to put one there. */
const places: readonly (readonly [string, (amount: number) => Partial<PayslipInput>])[] = [
  ["payLines", (amount) => ({ payLines: [lineOf(amount)] })],
  ["payLines.minutes", (amount) => ({ payLines: [lineOf(1, { minutes: amount as never })] })],
  ["otherDeductions", (amount) => ({ otherDeductions: [deduction(amount)] })],
  ["lateWages", (amount) => ({ lateWages: [{ usualPayday: plainDate("2026-04-03"), earnings: amount as never }] })],
  ["aboveMinimumWage", (amount) => ({ aboveMinimumWage: amount as never })],
  ["pensionRefund.employee", (amount) => ({ pensionRefund: { employee: amount as never, employer: pence(0) } })],
  ["pensionRefund.employer", (amount) => ({ pensionRefund: { employee: pence(0), employer: amount as never } })],
  ["orders.normalDeduction", (amount) => orderOf({ kind: "childMaintenance", normalDeduction: amount })],
  ["orders.unpaidDeductions", (amount) => orderOf({ kind: "childMaintenance", normalDeduction: 0, unpaidDeductions: amount })],
  ["orders.normalDeduction", (amount) => orderOf({ kind: "directEarnings", rate: "fixed", normalDeduction: amount })],
  ...(["normalDeduction", "protectedEarnings", "unpaidDeductions", "protectedShortfall"] as const).map(
    (name) =>
      [
        `orders.${name}`,
        (amount: number) =>
          orderOf({
            kind: "attachmentOfEarnings",
            isPriority: true,
            normalDeduction: 0,
            protectedEarnings: 0,
            unpaidDeductions: 0,
            protectedShortfall: 0,
            [name]: amount,
          }),
      ] as const,
  ),
];

/** The same for sums that are never below zero. */
const sums: readonly (readonly [string, (amount: number) => Partial<PayslipInput>])[] = [
  ...(["earnings", "studentLoan", "postgraduateLoan", "pensionableEarnings", "employeePension", "pensionTaxRelief", "employerPension"] as const).map(
    (name) => [`earlierInEarningsPeriod.${name}`, (amount: number) => earlier({ [name]: amount })] as const,
  ),
  ...(["taxablePay", "incomeTax"] as const).map(
    (name) =>
      [
        `earlierInEarningsPeriod.${name}`,
        (amount: number) => earlier({ taxedAlone: [{ taxCode: "0T", taxablePay: 0, incomeTax: 0, [name]: amount }] }),
      ] as const,
  ),
  ...(Object.keys(figures) as (keyof typeof figures)[])
    .filter((name) => name !== "category")
    .flatMap((name) => [
      [
        `earlierInEarningsPeriod.nationalInsurance.${name}`,
        (amount: number) => earlier({ nationalInsurance: [{ ...figures, [name]: amount }] }),
      ] as const,
      [`yearToDate.nationalInsurance.${name}`, (amount: number) => year({ nationalInsurance: [{ ...figures, [name]: amount }] })] as const,
    ]),
  ...(["grossPay", "taxablePay", "previousTaxablePay", "studentLoan", "postgraduateLoan"] as const).map(
    (name) => [`yearToDate.${name}`, (amount: number) => year({ [name]: amount })] as const,
  ),
];

describe("an amount of a payslip's input that is no whole pence, or above £10,000,000", () => {
  it.each([
    ...places,
    ...sums,
    ["yearToDate.netPay", (amount) => year({ netPay: amount })],
    ["yearToDate.incomeTax", (amount) => year({ incomeTax: amount })],
  ] as typeof places)("is refused in %s, and nothing is thrown", (field, put) => {
    for (const amount of noAmounts) expect(fieldsOf(put(amount))).toEqual([field]);
  });

  it("is told with the value, the rule and the way out", () => {
    expect(problemsOf(verdictOf({ payLines: [lineOf(Number.NaN)] }))).toEqual([
      { field: "payLines", value: "NaN", rule: "An amount is whole pence, not above £10,000,000.00.", wayOut: "Correct this amount." },
    ]);
    expect(problemsOf(verdictOf({ payLines: [lineOf(1, { minutes: 0.5 as never })] }))).toEqual([
      { field: "payLines.minutes", value: "0.5", rule: "Time is whole minutes.", wayOut: "Correct the time." },
    ]);
    expect(problemsOf(verdictOf(orderOf({ kind: "attachmentOfEarnings", isPriority: false, normalDeduction: 1 })))).toMatchObject([
      { field: "orders.protectedEarnings", value: "undefined" },
      { field: "orders.unpaidDeductions", value: "undefined" },
      { field: "orders.protectedShortfall", value: "undefined" },
    ]);
  });

  it("is right at £10,000,000 either way, and pay of that much is worked out", () => {
    expect(fieldsOf({ payLines: [lineOf(largest)] })).toEqual([]);
    expect(fieldsOf({ payLines: [lineOf(largest), lineOf(-largest)] })).toEqual([]);
    expect(fieldsOf({ payLines: [lineOf(largest), lineOf(largest)], ...year({ grossPay: largest, taxablePay: largest, netPay: -largest }) })).toEqual(
      [],
    );
  });

  it("also when it is a pension share", () => {
    for (const rate of [Number.NaN, 500.5]) {
      expect(problemsOf(verdictOf({ pension: { ...aPayslipInput().pension, employeeRate: rate as never } }))).toEqual([
        {
          field: "pension",
          value: `${rate / 100}% and 3%`,
          rule: "Pension shares are whole hundredths of one per cent.",
          wayOut: "Correct the shares.",
        },
      ]);
      expect(fieldsOf({ pension: { ...aPayslipInput().pension, employerRate: rate as never } })).toEqual(["pension"]);
    }
  });
});

describe("a sum that was paid, taken or given back", () => {
  it.each([
    ...sums,
    ["otherDeductions", (amount) => ({ otherDeductions: [deduction(amount)] })],
    ["pensionRefund.employee", (amount) => ({ pensionRefund: { employee: amount as never, employer: pence(0) } })],
    ["pensionRefund.employer", (amount) => ({ pensionRefund: { employee: pence(0), employer: amount as never } })],
  ] as typeof places)("is not below zero: %s", (field, put) => {
    expect(fieldsOf(put(-1))).toEqual([field]);
    expect(fieldsOf(put(0))).toEqual([]);
  });

  it("is told with the way out", () => {
    expect(problemsOf(verdictOf({ otherDeductions: [deduction(-500_00)] }))).toEqual([
      {
        field: "otherDeductions",
        value: "−£500.00",
        rule: "This amount may not be below zero.",
        wayOut: "Put money that is given back into a pay line.",
      },
    ]);
  });

  it("but this year's own tax may be, while no more came back than the P45 brought", () => {
    expect(fieldsOf(year({ previousIncomeTax: 100_00, incomeTax: -100_00 }))).toEqual([]);
    expect(problemsOf(verdictOf(year({ previousIncomeTax: 100_00, incomeTax: -100_01 })))).toEqual([
      { field: "yearToDate.incomeTax", value: "−£0.01", rule: "This amount may not be below zero.", wayOut: "Correct this amount." },
    ]);
    expect(fieldsOf(year({ previousIncomeTax: -1, incomeTax: 1 }))).toEqual(["yearToDate.previousIncomeTax"]);
  });

  it("and the pension of the year may be, after a refund of an earlier year's contributions", () => {
    expect(fieldsOf(year({ employeePension: -36_80, employerPension: -27_60, netPay: -1 }))).toEqual([]);
  });

  it("a pension given back earlier in the period is none that the next payment could be less by", () => {
    const pension = { ...aPayslipInput().pension, status: "optedOut" as const };
    const refund = acceptedOf(verdictOf({ pension, pensionRefund: { employee: pence(36_80), employer: pence(27_60) } }));
    expect(earlierInEarningsPeriodOf([refund])).toMatchObject({ employeePension: 0, employerPension: 0 });
  });
});

describe("an order of a kind that is none", () => {
  it("is refused, and no stored payslip is read with it", () => {
    expect(problemsOf(verdictOf(orderOf({ kind: "toString" })))).toEqual([
      { field: "orders.kind", value: "toString", rule: "This kind of order is not known.", wayOut: 'Choose the kind of "Court" from its notice.' },
    ]);
    const read = (order: unknown) => PayslipInput.safeParse({ ...aPayslipInput(), orders: [order] }).success;
    for (const order of [null, "councilTax", {}, { kind: 1 }, { kind: "tax" }]) expect(read(order)).toBe(false);
    for (const kind of ["councilTax", "magistratesFine", "directEarnings", "childMaintenance", "attachmentOfEarnings"])
      expect(read({ kind })).toBe(true);
  });

  it.each([
    { kind: "councilTax" },
    { kind: "magistratesFine" },
    { kind: "directEarnings", rate: "standard" },
    { kind: "directEarnings", rate: "fixed", normalDeduction: 1 },
    { kind: "childMaintenance", normalDeduction: 1 },
  ])("but %j is right as it is", (order) => {
    expect(fieldsOf(orderOf(order))).toEqual([]);
  });
});
