import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { workOutSurplus } from "../../../shared/budget/accountPosition.ts";
import { planLinePosition, shareOut, standingOf } from "../../../shared/budget/budgetPosition.ts";
import { expectedReceipts, type PaymentScheduleTerms, weeklyPayment } from "../../../shared/budget/expectedReceipts.ts";
import { type PlanTerms, plannedSpending } from "../../../shared/budget/plannedSpending.ts";
import { minutes } from "../../../shared/core/minutes.ts";
import { basisPoints, pence } from "../../../shared/core/money.ts";
import { addDays, plainDate } from "../../../shared/core/plainDate.ts";

const [from, to] = [plainDate("2026-04-01"), plainDate("2027-03-31")];
const sum = (amount: number, frequency: PlanTerms["frequency"], more: Partial<PlanTerms> = {}): PlanTerms => ({
  fromOn: from,
  toOn: null,
  kind: "sum",
  minutesPerWeek: null,
  hourlyRatePence: null,
  amountPence: pence(amount),
  frequency,
  ...more,
});
const hours: PlanTerms = { ...sum(0, null), kind: "hours", minutesPerWeek: minutes(1800), hourlyRatePence: pence(1580), amountPence: null };

describe("expected receipts", () => {
  const schedule = (more: Partial<PaymentScheduleTerms>): PaymentScheduleTerms => ({
    id: "s",
    funderId: "f",
    amountPence: pence(400_000),
    cycle: "fourWeekly",
    firstOn: plainDate("2026-04-02"),
    lastOn: null,
    ...more,
  });
  const days = (terms: Partial<PaymentScheduleTerms>, until = "2026-07-31") =>
    expectedReceipts([schedule(terms)], from, plainDate(until)).map((receipt) => receipt.dueOn);

  it("come on their days, monthly ones on the last day of a short month", () => {
    expect(days({})).toEqual(["2026-04-02", "2026-04-30", "2026-05-28", "2026-06-25", "2026-07-23"]);
    expect(days({ cycle: "monthly", firstOn: plainDate("2026-05-31") })).toEqual(["2026-05-31", "2026-06-30", "2026-07-31"]);
    expect(days({ cycle: "quarterly" })).toEqual(["2026-04-02", "2026-07-02"]);
    expect(days({ cycle: "oneOff" })).toEqual(["2026-04-02"]);
    expect(days({ cycle: "weekly", lastOn: plainDate("2026-04-15") })).toEqual(["2026-04-02", "2026-04-09"]);
  });

  it("make a weekly payment that leaves single payments out", () => {
    expect(
      weeklyPayment(
        [schedule({}), schedule({ cycle: "oneOff" }), schedule({ cycle: "monthly", amountPence: pence(52_000) })],
        plainDate("2026-05-01"),
      ),
    ).toBe(112_000);
  });
});

describe("planned spending", () => {
  it("gives a full year of each kind of sum", () => {
    const year = (terms: PlanTerms) => plannedSpending([terms], from, to).amount;
    expect(year(sum(12_000, "monthly"))).toBe(144_000);
    expect(year(sum(50_000, "yearly"))).toBe(50_000);
    expect(year(sum(48_000, "once"))).toBe(48_000);
    expect(year(sum(7_000, "weekly"))).toBe(365_000);
    expect(year(hours)).toBe(2_471_571); // 30 h × £15.80 × 365 ÷ 7, to the penny
  });

  it("follows the versions of a line, each from its own first day", () => {
    const later = sum(10_000, "weekly", { fromOn: plainDate("2026-04-15") });
    const planned = plannedSpending([sum(7_000, "weekly"), later], from, plainDate("2026-04-28"));
    expect(planned.lines.map((line) => line.amount)).toEqual([14_000, 20_000]);
  });

  it("is the same in one piece or in two, within a penny for each version", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 363 }),
        fc.constantFrom(hours, sum(12_000, "monthly"), sum(48_000, "once"), sum(999, "fourWeekly")),
        (day, terms) => {
          const cut = addDays(from, day);
          const parts = plannedSpending([terms], from, cut).amount + plannedSpending([terms], addDays(cut, 1), to).amount;
          expect(Math.abs(parts - plannedSpending([terms], from, to).amount)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});

describe("the position of a plan line", () => {
  const frame = { on: plainDate("2026-05-31"), budgetFrom: from, budgetTo: to, onCostRate: basisPoints(1000) };
  const promised = [
    { source: "worked" as const, onDate: plainDate("2026-05-30"), paidMinutes: 60, amountPence: pence(1360) },
    { source: "planned" as const, onDate: plainDate("2026-06-07"), paidMinutes: 120, amountPence: pence(2720) },
  ];

  it("is free with what is neither spent nor promised, and every figure is the sum of its steps", () => {
    const position = planLinePosition(
      {
        versions: [hours],
        spending: [
          { event: "payRun", amountPence: pence(400_000) },
          { event: "employmentAllowance", amountPence: pence(-5_000) },
        ],
        promised,
      },
      frame,
    );
    expect(position).toMatchObject({
      spent: { amount: 395_000 },
      promised: { amount: 4_488 },
      plannedToEnd: { amount: 2_471_571 },
      free: { amount: 2_072_083 },
    });
    expect(position.forecast.amount).toBe(395_000 + 4_488 + plannedSpending([hours], plainDate("2026-06-08"), to).amount);
  });

  it("forecasts a single purchase once, bought or not", () => {
    const chair = sum(48_000, "once");
    const forecast = (spent: number) =>
      planLinePosition({ versions: [chair], spending: spent ? [{ event: "purchase", amountPence: pence(spent) }] : [], promised: [] }, frame).forecast
        .amount;
    expect([forecast(0), forecast(45_000), forecast(50_000)]).toEqual([48_000, 48_000, 50_000]);
  });

  it("forecasts a yearly sum once, however early in the year it is paid", () => {
    const insurance = sum(10_000, "yearly");
    const { amount: planned } = plannedSpending([insurance], from, to);
    const forecast = (spent: number) =>
      planLinePosition({ versions: [insurance], spending: [{ event: "purchase", amountPence: pence(spent) }], promised: [] }, frame).forecast.amount;
    expect([forecast(0), forecast(planned - 350), forecast(planned + 500)]).toEqual([planned, planned, planned + 500]);
  });

  it("stands over the plan above 2% and under it below 95%", () => {
    expect([102_00, 102_01, 95_00, 94_99].map((forecast) => standingOf(pence(forecast), pence(10_000)))).toEqual([
      "onPlan",
      "over",
      "onPlan",
      "under",
    ]);
  });
});

describe("the surplus (the worked example of the audit rules)", () => {
  const facts = {
    closing: pence(935_000),
    owed: pence(205_500),
    earmarked: pence(150_000),
    weeklyPayment: pence(100_000),
    reserveWeeks: 4,
    deduct: { owed: true, earmarked: true },
  };
  const shares = [
    { funderId: "icb", shareBasisPoints: basisPoints(6000), takesResidualPenny: true },
    { funderId: "council", shareBasisPoints: basisPoints(4000), takesResidualPenny: false },
  ];

  it("comes to the published figures under each rule", () => {
    expect(workOutSurplus(facts).surplus.amount).toBe(179_500);
    expect(workOutSurplus({ ...facts, reserveWeeks: 8 })).toMatchObject({ surplus: { amount: 0 }, belowReserve: 220_500 });
    expect(workOutSurplus({ ...facts, reserveWeeks: 8, deduct: { owed: false, earmarked: false } }).surplus.amount).toBe(135_000);
    expect(workOutSurplus({ ...facts, earmarked: pence(0) }).surplus.amount).toBe(329_500);
    expect(shareOut(workOutSurplus(facts).surplus.amount, shares).map((share) => share.amountPence)).toEqual([107_700, 71_800]);
  });

  it("always says what is needed now when more is owed than is there", () => {
    expect(workOutSurplus({ ...facts, closing: pence(200_000) })).toMatchObject({ surplus: { amount: 0 }, shortfall: 5_500 });
  });

  it("is never below nothing, and its steps add up to it", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000, max: 1_000_000 }),
        fc.nat(500_000),
        fc.nat(52),
        fc.boolean(),
        (closing, owed, reserveWeeks, isDeducted) => {
          const { surplus } = workOutSurplus({
            ...facts,
            closing: pence(closing),
            owed: pence(owed),
            reserveWeeks,
            deduct: { owed: isDeducted, earmarked: true },
          });
          expect(surplus.amount).toBeGreaterThanOrEqual(0);
          expect(surplus.lines.reduce((total, line) => total + (line.amount ?? 0), 0)).toBe(surplus.amount);
        },
      ),
    );
  });

  it("is shared out to the last penny, whatever the shares", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.array(fc.nat(10_000), { minLength: 1, maxLength: 4 }), (amount, weights) => {
        const parts = shareOut(
          pence(amount),
          weights.map((weight, index) => ({ funderId: String(index), shareBasisPoints: basisPoints(weight), takesResidualPenny: index === 0 })),
        );
        expect(parts.reduce((total, part) => total + part.amountPence, 0)).toBe(amount);
      }),
    );
  });
});
