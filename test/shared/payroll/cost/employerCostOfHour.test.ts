import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minutes } from "../../../../shared/core/minutes.ts";
import { basisPoints, type Pence, pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { employerCostOfHour, employerCostOfTime, type HourCostInput } from "../../../../shared/payroll/cost/employerCostOfHour.ts";
import { employerCostOfPay } from "../../../../shared/payroll/cost/employerCostOfPay.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";
import { manyCases } from "../../../support/manyCases.ts";

const inThePension = {
  taxTreatment: "reliefAtSource" as const,
  earningsBasis: "qualifyingEarnings" as const,
  employeeRate: basisPoints(500),
  employerRate: basisPoints(300),
};
const anHour = (change: Partial<HourCostInput> = {}): HourCostInput => ({
  on: plainDate("2026-05-01"),
  ratePerHour: pence(14_00),
  payFrequency: "fourWeekly",
  nationalInsuranceCategory: "A",
  otherPayInPeriod: pence(0),
  employmentAllowanceLeft: pence(0),
  pension: inThePension,
  holidayBuildUp: "none",
  expectedStatutoryPay: basisPoints(0),
  ...change,
});
const costOf = (change: Partial<HourCostInput> = {}, time = 60): Pence => {
  const verdict = employerCostOfTime(anHour(change), minutes(time));
  if (!verdict.ok) throw new Error("refused");
  return verdict.value.cost.amount;
};

describe("what time costs the employer", () => {
  it("SLIP-1: 100 hours at £14 in four weeks cost £1,579.85, and £1,427.60 with the Employment Allowance", () => {
    expect(costOf({}, 6_000)).toBe(1_579_85);
    expect(costOf({ employmentAllowanceLeft: pence(10_500_00) }, 6_000)).toBe(1_427_60);
  });

  it("an hour on top of £1,400 costs the pay, 15% of it and 3% of it", () => {
    expect(employerCostOfHour(anHour({ otherPayInPeriod: pence(1_400_00) }))).toMatchObject({
      ok: true,
      value: { amount: 14_00 + 2_10 + 42, lines: [{ amount: 14_00 }, { amount: 2_10 }, { amount: 42 }] },
    });
  });

  it("an hour that is all there is costs only its pay", () => {
    expect(costOf()).toBe(14_00);
  });

  it("holiday and expected statutory pay cause on-costs of their own", () => {
    // £14.00 + holiday 12.07% £1.69 + statutory 2% £0.28 = £15.97; insurance 15% £2.395, third decimal 5, so £2.39; pension 3% £0.48.
    const change = { otherPayInPeriod: pence(1_400_00), holidayBuildUp: "irregularHours" as const, expectedStatutoryPay: basisPoints(200) };
    expect(costOf(change)).toBe(14_00 + 1_69 + 28 + 2_39 + 48);
  });

  it("half a penny goes up, in the pay and in the statutory pay to expect", () => {
    // 30 min at £13.01 are 650.5p. 2% of £14.25 is 28.5p.
    expect(costOf({ ratePerHour: pence(13_01) }, 30)).toBe(6_51);
    expect(costOf({ ratePerHour: pence(14_25), expectedStatutoryPay: basisPoints(200) })).toBe(14_25 + 29);
  });

  it("fixed hours build up 5.6 weeks of holiday for 46.4 weeks of work", () => {
    // £14.00 × 5.6 / 46.4 = £1.6896.
    expect(costOf({ holidayBuildUp: "fixedHours" })).toBe(15_69);
    // At £1,000.00: 12.07% is £120.70, 5.6/46.4 is £120.69.
    const thousand = { ratePerHour: pence(1_000_00), nationalInsuranceCategory: "X" as const, pension: null };
    expect(costOf({ ...thousand, holidayBuildUp: "fixedHours" })).toBe(1_120_69);
    expect(costOf({ ...thousand, holidayBuildUp: "irregularHours" })).toBe(1_120_70);
  });

  it("says each step with its figures", () => {
    const change = {
      otherPayInPeriod: pence(1_400_00),
      holidayBuildUp: "irregularHours" as const,
      expectedStatutoryPay: basisPoints(200),
      employmentAllowanceLeft: pence(1_00),
    };
    expect(employerCostOfHour(anHour(change))).toEqual({
      ok: true,
      value: {
        amount: 14_00 + 1_69 + 28 + 2_39 - 1_00 + 48,
        rule: { name: "Cost to the employer", source: taxYear2026.nationalInsurance.sources[0], ratesYear: "2026-27" },
        lines: [
          { text: "1 h at £14.00 an hour on 1 May 2026.", amount: 14_00 },
          { text: "Holiday that this time builds up: 12.07% of the pay.", amount: 1_69 },
          { text: "Sick pay and other statutory pay to expect: 2% of the pay.", amount: 28 },
          {
            text: "The pay of this pay period goes from £1,400.00 to £1,415.97, and the employer's National Insurance on it from £152.25 to £154.64.",
            amount: 2_39,
          },
          { text: "The Employment Allowance, with £1.00 left this year, pays this much of it.", amount: -1_00 },
          { text: "The employer's pension contribution goes from £27.60 to £28.08.", amount: 48 },
        ],
      },
    });
    const fixed = employerCostOfHour(anHour({ holidayBuildUp: "fixedHours" }));
    expect(fixed.ok && fixed.value.lines[1]?.text).toBe("Holiday that this time builds up: 5.6 weeks of holiday for 46.4 weeks of work.");
  });

  it("leaves out steps that do not apply", () => {
    const verdict = employerCostOfHour(anHour({ pension: null }));
    expect(verdict.ok && verdict.value.lines.map(({ amount }) => amount)).toEqual([14_00, 0]);
  });

  it("mileage within HMRC's rate carries no on-costs", () => {
    const facts = anHour({ otherPayInPeriod: pence(1_400_00) });
    const pay = [{ text: "Pay.", amount: pence(14_00) }];
    const verdict = employerCostOfPay(facts, { pay, untaxed: [{ text: "20 miles.", amount: pence(11_00) }] });
    expect(verdict).toMatchObject({ ok: true, value: { cost: { amount: 14_00 + 2_10 + 42 + 11_00 }, allowanceUsed: 0 } });
    expect(verdict.ok && verdict.value.cost.lines.at(-1)).toEqual({ text: "20 miles.", amount: 11_00 });
  });

  it("tells how much of the allowance is used", () => {
    const used = (employmentAllowanceLeft: number) => {
      const verdict = employerCostOfTime(
        anHour({ otherPayInPeriod: pence(1_400_00), employmentAllowanceLeft: pence(employmentAllowanceLeft) }),
        minutes(60),
      );
      return verdict.ok && verdict.value.allowanceUsed;
    };
    expect([0, 1_00, 2_10, 2_11].map(used)).toEqual([0, 1_00, 2_10, 2_10]);
  });

  it("an allowance that is nearly used up pays only what is left", () => {
    expect(costOf({ otherPayInPeriod: pence(1_400_00), employmentAllowanceLeft: pence(1_00) })).toBe(14_00 + 1_10 + 42);
  });

  it("takes the rates of the day: 13.8% in 2024-25", () => {
    expect(costOf({ on: plainDate("2025-04-05"), otherPayInPeriod: pence(1_400_00), pension: null })).toBe(14_00 + 1_93);
    expect(costOf({ on: plainDate("2025-04-06"), otherPayInPeriod: pence(1_400_00), pension: null })).toBe(14_00 + 2_10);
  });

  it("nothing is a rate, and no time costs nothing", () => {
    expect(costOf({ ratePerHour: pence(0) })).toBe(0);
    expect(costOf({}, 0)).toBe(0);
    expect(employerCostOfTime(anHour(), minutes(-1))).toEqual({
      ok: false,
      problems: [{ field: "time", value: "−1 min", rule: "Time may not be below zero.", wayOut: "Give the minutes that are worked." }],
    });
  });

  it("says what is wrong, the rule and the way out", () => {
    const problemOf = (change: Partial<HourCostInput>) => {
      const verdict = employerCostOfHour(anHour(change));
      return verdict.ok ? undefined : verdict.problems;
    };
    expect(problemOf({ on: plainDate("2031-05-01") })).toEqual([
      {
        field: "on",
        value: "2031-05-01",
        rule: "This version has no rates for 2031-32. Update Plan & Payday, then try again.",
        wayOut: "Choose a day in a tax year this version knows.",
      },
    ]);
    expect(problemOf({ ratePerHour: pence(-1) })).toEqual([
      { field: "ratePerHour", value: "−£0.01", rule: "A rate of pay may not be below zero.", wayOut: "Give nothing or more." },
    ]);
    expect(problemOf({ otherPayInPeriod: pence(-1), employmentAllowanceLeft: pence(-2), expectedStatutoryPay: basisPoints(-3) })).toEqual([
      { field: "otherPayInPeriod", value: "−£0.01", rule: "This may not be below zero.", wayOut: "Give nothing or more." },
      { field: "employmentAllowanceLeft", value: "−£0.02", rule: "This may not be below zero.", wayOut: "Give nothing or more." },
      { field: "expectedStatutoryPay", value: "-3", rule: "A share of pay may not be below zero.", wayOut: "Give nothing or more." },
    ]);
  });

  it.each([
    ["a day without rates", anHour({ on: plainDate("2031-05-01") }), "on"],
    ["a rate below zero", anHour({ ratePerHour: pence(-1) }), "ratePerHour"],
    ["other pay below zero", anHour({ otherPayInPeriod: pence(-1) }), "otherPayInPeriod"],
    ["a share below zero", anHour({ expectedStatutoryPay: basisPoints(-1) }), "expectedStatutoryPay"],
  ])("refuses %s", (_name, input, field) => {
    expect(employerCostOfHour(input)).toMatchObject({ ok: false, problems: [{ field }] });
  });
});

describe("what always holds", () => {
  const anyHour = fc
    .record({
      ratePerHour: fc.integer({ min: 1, max: 6_000 }),
      otherPayInPeriod: fc.integer({ min: 0, max: 600_000 }),
      employmentAllowanceLeft: fc.constantFrom(0, 5_00, 10_500_00),
      payFrequency: fc.constantFrom("weekly" as const, "fortnightly" as const, "fourWeekly" as const, "monthly" as const),
      nationalInsuranceCategory: fc.constantFrom("A" as const, "C" as const, "H" as const, "M" as const, "X" as const),
      holidayBuildUp: fc.constantFrom("irregularHours" as const, "fixedHours" as const, "none" as const),
      expectedStatutoryPay: fc.integer({ min: 0, max: 1_000 }),
      isMember: fc.boolean(),
    })
    .map(({ isMember, ...given }) => anHour({ ...(given as unknown as Partial<HourCostInput>), pension: isMember ? inThePension : null }));

  it("the lines add up, more time never costs less, and no time costs nothing", () => {
    fc.assert(
      fc.property(anyHour, fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 600 }), (input, time, more) => {
        const verdict = employerCostOfTime(input, minutes(time));
        if (!verdict.ok) throw new Error("refused");
        const { cost, allowanceUsed } = verdict.value;
        expect(cost.lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0)).toBe(cost.amount);
        expect(allowanceUsed).toBeLessThanOrEqual(input.employmentAllowanceLeft);
        expect(costOf(input, time + more)).toBeGreaterThanOrEqual(cost.amount);
        expect(costOf(input, 0)).toBe(0);
      }),
      { numRuns: manyCases },
    );
  });
});
