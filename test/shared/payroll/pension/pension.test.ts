import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { basisPoints, pence } from "../../../../shared/core/money.ts";
import { basicPayOf } from "../../../../shared/payroll/pension/basicPay.ts";
import { calculatePension, type PensionInput, qualifyingEarnings } from "../../../../shared/payroll/pension/pension.ts";
import { PayLineKind } from "../../../../shared/payroll/types.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";
import { manyCases } from "../../../support/manyCases.ts";

const pensionOf = (change: Partial<PensionInput> = {}) =>
  calculatePension(
    {
      earnings: pence(1_400_00),
      payFrequency: "fourWeekly",
      taxTreatment: "reliefAtSource",
      earningsBasis: "qualifyingEarnings",
      employeeRate: basisPoints(500),
      employerRate: basisPoints(300),
      ...change,
    },
    taxYear2026,
  );
const textsOf = ({ lines }: { lines: readonly { text: string }[] }) => lines.map(({ text }) => text);

describe("pension contributions", () => {
  it("AE-2: four-weekly £1,400.00, £46.00 of which £36.80 from pay, £27.60 from the employer", () => {
    const pension = pensionOf();
    expect(pension).toMatchObject({ pensionableEarnings: 920_00, employee: { amount: 36_80 }, taxRelief: 9_20, employer: { amount: 27_60 } });
    expect(textsOf(pension.employee)).toEqual([
      "Pay between £480.00 and £3,867.00 counts for the pension: £920.00.",
      "5% of that is the employee's share.",
      "The scheme claims £9.20 of it from HMRC as tax relief, so that is not taken from pay.",
    ]);
    expect(pension.employee.lines.map(({ amount }) => amount)).toEqual([undefined, 46_00, -9_20]);
    expect(textsOf(pension.employer)).toEqual([
      "Pay between £480.00 and £3,867.00 counts for the pension: £920.00.",
      "3% of that is the employer's share.",
    ]);
    expect(pension.employee.rule).toMatchObject({ name: "Workplace pension", ratesYear: "2026-27" });
  });

  it("AE-1: monthly £1,800.00, £64.00 of which £51.20 from pay, £38.40 from the employer", () => {
    expect(pensionOf({ earnings: pence(1_800_00), payFrequency: "monthly" })).toMatchObject({
      pensionableEarnings: 1_280_00,
      employee: { amount: 51_20 },
      taxRelief: 12_80,
      employer: { amount: 38_40 },
    });
  });

  it("net pay takes the whole share before tax, without relief at source", () => {
    const pension = pensionOf({ taxTreatment: "netPay" });
    expect(pension).toMatchObject({ employee: { amount: 46_00 }, taxRelief: 0 });
    expect(textsOf(pension.employee)).toContain("It is taken before income tax, so the tax relief comes at once.");
    expect(textsOf(pensionOf({ taxTreatment: "netPay", earnings: pence(100_00) }).employee)).toHaveLength(2);
    expect(textsOf(pensionOf({ earnings: pence(100_00) }).employee)).toHaveLength(2);
    // A share of one penny leaves nothing for the scheme to claim: 80% of it rounds to the penny.
    expect(pensionOf({ earnings: pence(480_20) })).toMatchObject({ employee: { amount: 1 }, taxRelief: 0 });
    expect(textsOf(pensionOf({ earnings: pence(480_20) }).employee)).toHaveLength(2);
  });

  it.each([
    ["weekly", 120_00, 967_00],
    ["fortnightly", 240_00, 1_934_00],
    ["fourWeekly", 480_00, 3_867_00],
    ["monthly", 520_00, 4_189_00],
  ] as const)("%s qualifying earnings lie between the limits", (payFrequency, lower, upper) => {
    const of = (earnings: number) => qualifyingEarnings(pence(earnings), payFrequency, taxYear2026.pension);
    expect([of(0), of(lower), of(lower + 1), of(upper), of(upper + 1)]).toEqual([0, 0, 1, upper - lower, upper - lower]);
  });

  it("all pay counts under set 3, basic pay under sets 1 and 2", () => {
    const all = pensionOf({ earningsBasis: "allEarnings", basicPay: pence(1_000_00) });
    expect(all).toMatchObject({ pensionableEarnings: 1_400_00, employer: { amount: 42_00 } });
    expect(textsOf(all.employer)[0]).toBe("All pay counts for the pension: £1,400.00.");
    const basic = pensionOf({ earningsBasis: "basicPay", basicPay: pence(1_000_00) });
    expect(basic).toMatchObject({ pensionableEarnings: 1_000_00, employee: { amount: 40_00 }, taxRelief: 10_00, employer: { amount: 30_00 } });
    expect(textsOf(basic.employer)[0]).toBe("Basic pay counts for the pension: £1,000.00.");
    expect(pensionOf({ earningsBasis: "basicPay" }).pensionableEarnings).toBe(1_400_00);
  });

  it("rounds to the nearest penny, or as the scheme does", () => {
    // £500.10 − £480 = £20.10. 5% is £1.005 and 3% is £0.603.
    const of = (rounding?: "nearest" | "down" | "up") => {
      const { employee, employer } = pensionOf({ earnings: pence(500_10), taxTreatment: "netPay", rounding });
      return [employee.amount, employer.amount];
    };
    expect([of(), of("nearest"), of("down"), of("up")]).toEqual([
      [1_01, 60],
      [1_01, 60],
      [1_00, 60],
      [1_01, 61],
    ]);
  });

  it("rounds what is taken after relief the same way", () => {
    // £12.34 of £246.80. 80% is £9.872.
    const of = (rounding: "nearest" | "down" | "up") => pensionOf({ earnings: pence(726_80), rounding }).employee.amount;
    expect([of("nearest"), of("down"), of("up")]).toEqual([9_87, 9_87, 9_88]);
  });

  it("more pay never gives less, what is taken and the relief make the share, and steps add up", () => {
    const treatments = fc.constantFrom("reliefAtSource" as const, "netPay" as const);
    const bases = fc.constantFrom("qualifyingEarnings" as const, "basicPay" as const, "allEarnings" as const);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 0, max: 50_000 }),
        treatments,
        bases,
        (earnings, more, treatment, basis) => {
          const given = { taxTreatment: treatment, earningsBasis: basis };
          const pension = pensionOf({ ...given, earnings: pence(earnings) });
          const bigger = pensionOf({ ...given, earnings: pence(earnings + more) });
          expect(bigger.employee.amount).toBeGreaterThanOrEqual(pension.employee.amount);
          expect(bigger.employer.amount).toBeGreaterThanOrEqual(pension.employer.amount);
          const whole = pension.employee.amount + pension.taxRelief;
          expect(Math.abs(whole * 20 - pension.pensionableEarnings)).toBeLessThanOrEqual(10);
          for (const { amount, lines } of [pension.employee, pension.employer]) {
            expect(lines.reduce((sum, line) => sum + (line.amount ?? 0), 0)).toBe(amount);
          }
        },
      ),
      { numRuns: manyCases },
    );
  });
});

describe("basic pay", () => {
  it("leaves out overtime, bonus, time awake and mileage, and nothing else that is pay", () => {
    const left = PayLineKind.options.filter((kind) => basicPayOf([{ kind, amount: pence(1) }]) === 0);
    expect(left).toEqual(["timeAwake", "overtime", "bonus", "taxableMileage", "mileage", "expenses", "redundancy"]);
    expect(basicPayOf([])).toBe(0);
    expect(
      basicPayOf([
        { kind: "hours", amount: pence(500_00) },
        { kind: "overtime", amount: pence(60_00) },
        { kind: "holidayPay", amount: pence(40_00) },
      ]),
    ).toBe(540_00);
  });
});
