import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minutes } from "../../../../shared/core/minutes.ts";
import { basisPoints, pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { employerCostOfTime, type HourCostInput } from "../../../../shared/payroll/cost/employerCostOfHour.ts";
import { hoursForMoney } from "../../../../shared/payroll/cost/hoursForMoney.ts";
import { someCases } from "../../../support/manyCases.ts";

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
const bought = (periods: readonly HourCostInput[], money: number) => {
  const verdict = hoursForMoney(periods, pence(money));
  if (!verdict.ok) throw new Error(verdict.problems[0]?.rule);
  return verdict.value;
};

describe("the hours a sum of money buys", () => {
  it("SLIP-1: £1,579.85 buys 100 hours at £14 in four weeks, with every step of their cost", () => {
    expect(bought([anHour()], 1_579_85)).toMatchObject({ time: 6_000, cost: { amount: 1_579_85 }, moneyLeft: 0 });
    expect(bought([anHour()], 1_579_85).cost.lines[0]).toEqual({ text: "100 h at £14.00 an hour on 1 May 2026.", amount: 1_400_00 });
    expect(bought([anHour()], 1_579_84).time).toBe(5_999);
  });

  it("a penny too little for a minute buys none", () => {
    // A minute at £14.00 an hour is 23.3p, so 23p.
    expect(bought([anHour()], 22)).toMatchObject({ time: 0, cost: { amount: 0 }, moneyLeft: 22 });
    expect(bought([anHour()], 23)).toMatchObject({ time: 1, cost: { amount: 23 }, moneyLeft: 0 });
    expect(bought([anHour()], 0)).toMatchObject({ time: 0, moneyLeft: 0 });
  });

  it("spread over two pay periods it stays under the thresholds twice", () => {
    // 50 h in each of two periods are £700.00 each. Insurance: 315.00 × 15% = £47.25; pension: 220.00 × 3% = £6.60. £753.85 each.
    const periods = [anHour(), anHour({ on: plainDate("2026-05-29") })];
    expect(bought(periods, 1_507_70)).toMatchObject({ time: 6_000, moneyLeft: 0 });
    expect(bought(periods, 1_507_70).cost).toMatchObject({
      amount: 1_507_70,
      rule: { name: "Cost to the employer", ratesYear: "2026-27" },
      lines: [
        { text: "50 h in the pay period of 1 May 2026, all costs of employing included.", amount: 753_85 },
        { text: "50 h in the pay period of 29 May 2026, all costs of employing included.", amount: 753_85 },
      ],
    });
  });

  it("odd minutes go to the first periods", () => {
    const periods = [anHour(), anHour({ on: plainDate("2026-05-29") }), anHour({ on: plainDate("2026-06-26") })];
    expect(bought(periods, 70).cost.lines.map(({ text }) => text.slice(0, 5))).toEqual(["1 min", "1 min", "1 min"]);
    expect(bought(periods, 46).cost.lines.map(({ text }) => text.slice(0, 5))).toEqual(["1 min", "1 min", "0 min"]);
  });

  it("uses the Employment Allowance up along the periods", () => {
    // £47.25 of insurance in each period: £60.00 of allowance pay all of the first and £12.75 of the second.
    const periods = [
      anHour({ employmentAllowanceLeft: pence(60_00) }),
      anHour({ on: plainDate("2026-05-29"), employmentAllowanceLeft: pence(60_00) }),
    ];
    expect(bought(periods, 1_447_70)).toMatchObject({ time: 6_000, moneyLeft: 0 });
    expect(bought(periods, 1_447_70).cost.lines.map(({ amount }) => amount)).toEqual([706_60, 741_10]);
  });

  it("refuses no period, a rate of nothing, money below nothing and what no cost can be worked out from", () => {
    const problemsOf = (periods: readonly HourCostInput[], money: number) => {
      const verdict = hoursForMoney(periods, pence(money));
      return verdict.ok ? [] : verdict.problems;
    };
    expect(problemsOf([], 100)).toEqual([
      { field: "periods", value: "0", rule: "There is no pay period to work in.", wayOut: "Give at least one pay period." },
    ]);
    expect(problemsOf([anHour(), anHour({ ratePerHour: pence(0) })], 100)).toEqual([
      { field: "ratePerHour", value: "£0.00", rule: "Work without pay has no end.", wayOut: "Give the pay for an hour." },
    ]);
    expect(problemsOf([anHour()], -1)).toEqual([
      { field: "money", value: "−£0.01", rule: "Money to spend may not be below zero.", wayOut: "Give the money there is." },
    ]);
    expect(problemsOf([anHour({ ratePerHour: pence(-1) })], 100)).toMatchObject([{ field: "ratePerHour", value: "−£0.01" }]);
    expect(problemsOf([anHour(), anHour({ on: plainDate("2031-05-01") })], 100)).toMatchObject([{ field: "on" }]);
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
  const costOf = (input: HourCostInput, time: number) => {
    const verdict = employerCostOfTime(input, minutes(time));
    if (!verdict.ok) throw new Error("refused");
    return verdict.value.cost.amount;
  };

  it("the time bought costs no more than the money, and a minute more would", () => {
    fc.assert(
      fc.property(anyHour, fc.integer({ min: 0, max: 400_000 }), (input, money) => {
        const { time, cost, moneyLeft } = bought([input], money);
        expect(cost.amount + moneyLeft).toBe(money);
        expect(costOf(input, time)).toBe(cost.amount);
        expect(moneyLeft).toBeGreaterThanOrEqual(0);
        expect(costOf(input, time + 1)).toBeGreaterThan(money);
      }),
      { numRuns: someCases },
    );
  }, 120_000);

  it("more money never buys less time, over several periods too", () => {
    fc.assert(
      fc.property(
        fc.array(anyHour, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 0, max: 200_000 }),
        fc.integer({ min: 0, max: 500 }),
        (periods, money, more) => {
          const { time, cost, moneyLeft } = bought(periods, money);
          expect(cost.amount + moneyLeft).toBe(money);
          expect(bought(periods, money + more).time).toBeGreaterThanOrEqual(time);
        },
      ),
      { numRuns: someCases },
    );
  }, 60_000);
});
