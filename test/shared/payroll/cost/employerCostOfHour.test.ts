import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minutes } from "../../../../shared/core/minutes.ts";
import { basisPoints, type Pence, pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { employerCostOfHour, employerCostOfTime, type HourCostInput, timeMoneyBuys } from "../../../../shared/payroll/cost/employerCostOfHour.ts";

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
  buildsUpHoliday: false,
  expectedStatutoryPay: basisPoints(0),
  ...change,
});
const costOf = (change: Partial<HourCostInput> = {}, time = 60): Pence => {
  const verdict = employerCostOfTime(anHour(change), minutes(time));
  if (!verdict.ok) throw new Error("refused");
  return verdict.value.amount;
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
    const change = { otherPayInPeriod: pence(1_400_00), buildsUpHoliday: true, expectedStatutoryPay: basisPoints(200) };
    expect(costOf(change)).toBe(14_00 + 1_69 + 28 + 2_39 + 48);
  });

  it("an allowance that is nearly used up pays only what is left", () => {
    expect(costOf({ otherPayInPeriod: pence(1_400_00), employmentAllowanceLeft: pence(1_00) })).toBe(14_00 + 1_10 + 42);
  });

  it("takes the rates of the day: 13.8% in 2024-25", () => {
    expect(costOf({ on: plainDate("2025-04-05"), otherPayInPeriod: pence(1_400_00), pension: null })).toBe(14_00 + 1_93);
    expect(costOf({ on: plainDate("2025-04-06"), otherPayInPeriod: pence(1_400_00), pension: null })).toBe(14_00 + 2_10);
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

describe("the time a sum of money buys", () => {
  it("£1,579.85 buys 100 hours at £14 in four weeks", () => {
    expect(timeMoneyBuys(anHour(), pence(1_579_85))).toMatchObject({ ok: true, value: { time: 6_000, cost: { amount: 1_579_85 }, moneyLeft: 0 } });
  });

  it("no money buys no time, and work for nothing is refused", () => {
    expect(timeMoneyBuys(anHour(), pence(0))).toMatchObject({ ok: true, value: { time: 0, moneyLeft: 0 } });
    expect(timeMoneyBuys(anHour({ ratePerHour: pence(0) }), pence(100))).toMatchObject({ ok: false, problems: [{ field: "ratePerHour" }] });
    expect(timeMoneyBuys(anHour(), pence(-1))).toMatchObject({ ok: false, problems: [{ field: "money" }] });
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
      buildsUpHoliday: fc.boolean(),
      expectedStatutoryPay: fc.integer({ min: 0, max: 1_000 }),
      isMember: fc.boolean(),
    })
    .map(({ isMember, ...given }) => anHour({ ...(given as unknown as Partial<HourCostInput>), pension: isMember ? inThePension : null }));

  it("the lines add up, more time never costs less, and no time costs nothing", () => {
    fc.assert(
      fc.property(anyHour, fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 600 }), (input, time, more) => {
        const verdict = employerCostOfTime(input, minutes(time));
        if (!verdict.ok) throw new Error("refused");
        expect(verdict.value.lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0)).toBe(verdict.value.amount);
        expect(costOf(input, time + more)).toBeGreaterThanOrEqual(verdict.value.amount);
        expect(costOf(input, 0)).toBe(0);
      }),
      { numRuns: 10_000 },
    );
  });

  it("the time bought costs no more than the money, and a minute more would", () => {
    fc.assert(
      fc.property(anyHour, fc.integer({ min: 0, max: 400_000 }), (input, money) => {
        const bought = timeMoneyBuys(input, pence(money));
        if (!bought.ok) throw new Error("refused");
        expect(bought.value.cost.amount + bought.value.moneyLeft).toBe(money);
        expect(costOf(input, bought.value.time)).toBeLessThanOrEqual(money);
        expect(costOf(input, bought.value.time + 1)).toBeGreaterThan(money);
      }),
      { numRuns: 3_000 },
    );
  });
});
