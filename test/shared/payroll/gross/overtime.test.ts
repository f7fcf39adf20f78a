import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minutes } from "../../../../shared/core/minutes.ts";
import { basisPoints, pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { type OrdinaryTime, type OvertimeRule, overtimePremiums } from "../../../../shared/payroll/gross/overtime.ts";
import { manyCases } from "../../../support/manyCases.ts";

const time = (on: string, paid: number, change: Partial<OrdinaryTime> = {}): OrdinaryTime => ({
  onDate: plainDate(on),
  paid: minutes(paid),
  label: "Weekday",
  ratePence: pence(13_00),
  planLineId: "day",
  ...change,
});
const half = { kind: "times", times: basisPoints(15_000) } as const;
const rule = (change: Partial<OvertimeRule> = {}): OvertimeRule => ({ per: "day", aboveMinutes: minutes(480), pay: half, ...change });
const amounts = (times: readonly OrdinaryTime[], change: Partial<OvertimeRule> = {}) =>
  overtimePremiums(times, rule(change)).map(({ amount }) => amount);

describe("the premium of overtime", () => {
  it("is paid from the first minute above the threshold", () => {
    expect(amounts([time("2026-11-17", 480)])).toEqual([]);
    // 1 min × £6.50 an hour = 10.8p; 60 min = £6.50.
    expect(amounts([time("2026-11-17", 481)])).toEqual([11]);
    expect(amounts([time("2026-11-17", 540)])).toEqual([6_50]);
  });

  it("half a penny goes up", () => {
    // 30 min × (£20.01 − £13.00) = 350.5p.
    expect(amounts([time("2026-11-17", 510)], { pay: { kind: "rate", ratePerHour: pence(20_01) } })).toEqual([3_51]);
  });

  it("says what overtime is, and that the ordinary rate is paid already", () => {
    expect(overtimePremiums([time("2026-11-17", 540)], rule())).toEqual([
      {
        kind: "overtime",
        label: "Weekday: overtime premium",
        minutes: null,
        units: null,
        ratePence: null,
        amount: 6_50,
        planLineId: "day",
        explanation: {
          amount: 6_50,
          rule: { name: "Overtime premium", source: "The contract" },
          lines: [
            { text: "Time above 8 h in a day is overtime and is paid 150% of the ordinary rate." },
            { text: "1 h of Weekday were overtime. The ordinary £13.00 an hour is paid already; this is on top.", amount: 6_50 },
          ],
        },
      },
    ]);
    const [line] = overtimePremiums([time("2026-11-17", 540)], rule({ per: "week", pay: { kind: "rate", ratePerHour: pence(20_00) } }));
    expect(line?.explanation.lines[0]?.text).toBe("Time above 8 h in a week is overtime and is paid £20.00 an hour.");
    const [other] = overtimePremiums([time("2026-11-17", 540)], rule({ per: "period" }));
    expect(other?.explanation.lines[0]?.text).toBe("Time above 8 h in a pay period is overtime and is paid 150% of the ordinary rate.");
  });

  it("a day counts by itself, a week from Monday to Sunday, a period as a whole", () => {
    const times = [time("2026-11-15", 300), time("2026-11-16", 300), time("2026-11-22", 300), time("2026-11-23", 300)];
    expect(amounts(times)).toEqual([]);
    // Monday 16 to Sunday 22 November: 600 − 480 = 120 min. All of it: 1,200 − 480 = 720 min.
    expect(amounts(times, { per: "week" })).toEqual([13_00]);
    expect(amounts(times, { per: "period" })).toEqual([78_00]);
  });

  it("the last time worked is the overtime, whatever the order of the list", () => {
    const times = [time("2026-11-18", 60, { label: "Training", ratePence: pence(20_00) }), time("2026-11-17", 480)];
    expect(overtimePremiums(times, rule({ per: "week" })).map(({ label, amount }) => [label, amount])).toEqual([
      ["Training: overtime premium", 10_00],
    ]);
  });

  it("time of one day keeps the order it was given in", () => {
    const times = [time("2026-11-17", 480), time("2026-11-17", 60, { label: "Training", ratePence: pence(20_00) })];
    expect(overtimePremiums(times, rule()).map(({ label, amount }) => [label, amount])).toEqual([["Training: overtime premium", 10_00]]);
  });

  it("is a line for each kind, rate and plan line, added up before it is multiplied", () => {
    const times = [
      time("2026-11-17", 500),
      time("2026-11-18", 500),
      time("2026-11-19", 500, { planLineId: null }),
      time("2026-11-20", 500, { ratePence: pence(14_00) }),
      time("2026-11-21", 500, { label: "Saturday" }),
    ];
    // 40 min × £6.50 = £4.333; 20 min × £6.50 = £2.1666; 20 min × £7.00 = £2.333.
    expect(overtimePremiums(times, rule()).map(({ label, planLineId, amount }) => [label, planLineId, amount])).toEqual([
      ["Weekday: overtime premium", "day", 4_33],
      ["Weekday: overtime premium", null, 2_17],
      ["Weekday: overtime premium", "day", 2_33],
      ["Saturday: overtime premium", "day", 2_17],
    ]);
  });

  it("at a rate of its own adds the difference, and nothing when the ordinary rate is as high", () => {
    const at = (ratePerHour: number) => amounts([time("2026-11-17", 540)], { pay: { kind: "rate", ratePerHour: pence(ratePerHour) } });
    expect(at(18_00)).toEqual([5_00]);
    expect(at(13_01)).toEqual([1]);
    expect(at(13_00)).toEqual([]);
    expect(at(12_00)).toEqual([]);
  });

  it("once the ordinary rate adds nothing, and less than once takes nothing off", () => {
    expect(amounts([time("2026-11-17", 540)], { pay: { kind: "times", times: basisPoints(10_000) } })).toEqual([]);
    expect(amounts([time("2026-11-17", 540)], { pay: { kind: "times", times: basisPoints(9_000) } })).toEqual([]);
    expect(amounts([time("2026-11-17", 540)], { pay: { kind: "times", times: basisPoints(12_500) } })).toEqual([3_25]);
  });

  it("time of the same week that was paid before counts towards the threshold and is not paid again", () => {
    const paidBefore = [
      { onDate: plainDate("2026-11-16"), minutes: minutes(300) },
      { onDate: plainDate("2026-11-17"), minutes: minutes(240) },
    ];
    // 540 min before are over 480 already: all 60 min now are overtime, and only they.
    expect(amounts([time("2026-11-18", 60)], { per: "week", paidBefore })).toEqual([6_50]);
    expect(amounts([time("2026-11-18", 60)], { per: "week", paidBefore: paidBefore.slice(0, 1) })).toEqual([]);
    expect(amounts([time("2026-11-18", 240)], { per: "week", paidBefore: paidBefore.slice(0, 1) })).toEqual([6_50]);
    expect(amounts([time("2026-11-24", 60)], { per: "week", paidBefore })).toEqual([]);
  });

  it("of a period is the same however the time is cut", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1440 }), fc.integer({ min: 1, max: 1440 }), fc.integer({ min: 0, max: 3000 }), (one, other, above) => {
        const change = { per: "period" as const, aboveMinutes: minutes(above) };
        const cut = amounts([time("2026-11-17", one), time("2026-11-18", other)], change);
        expect(cut).toEqual(amounts([time("2026-11-17", one + other)], change));
      }),
      { numRuns: manyCases },
    );
  });
});
