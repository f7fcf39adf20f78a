import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minutes } from "../../../../shared/core/minutes.ts";
import { calculateMinimumWageTime, type TimeForMinimumWage } from "../../../../shared/payroll/minimumWage/minimumWageTime.ts";
import { manyCases } from "../../../support/manyCases.ts";

const hours = (count: number) => minutes(count * 60);
const timeOf = (...entries: TimeForMinimumWage[]) => {
  const verdict = calculateMinimumWageTime(entries);
  if (!verdict.ok) throw new Error("refused");
  return { counted: verdict.value.countedTime, texts: verdict.value.lines.map(({ text }) => text) };
};

describe("hours that count for the minimum wage", () => {
  it.each([
    ["work" as const, "Work"],
    ["wakingNight" as const, "Waking nights"],
    ["training" as const, "Training"],
    ["travelBetweenAssignments" as const, "Travel between assignments"],
    ["waiting" as const, "Waiting at the employer's wish"],
  ])("%s counts whole, paid or not", (kind, heading) => {
    expect(timeOf({ kind, time: hours(9) })).toEqual({ counted: 540, texts: [`${heading}: 9 h, all of it counts.`, "Time that counts: 9 h."] });
  });

  it.each([
    ["homeToWork" as const, "Travel between home and work"],
    ["restBreak" as const, "Rest breaks"],
    ["ownTime" as const, "The person's own time"],
  ])("%s does not count", (kind, heading) => {
    expect(timeOf({ kind, time: hours(2) })).toEqual({ counted: 0, texts: [`${heading}: 2 h, none of it counts.`, "Time that counts: 0 min."] });
  });

  it("of a sleep-in with a bed only time awake for work counts, and without one every hour", () => {
    const night = { kind: "sleepIn" as const, time: hours(9), awake: minutes(45) };
    expect(timeOf({ ...night, hasSuitableBed: true }, { ...night, hasSuitableBed: true })).toEqual({
      counted: 90,
      texts: ["Sleep-ins, where only time awake for work counts: 18 h, 1 h 30 min counts.", "Time that counts: 1 h 30 min."],
    });
    expect(timeOf({ ...night, hasSuitableBed: false })).toEqual({
      counted: 540,
      texts: ["Sleep-ins without a suitable bed: 9 h, all of it counts.", "Time that counts: 9 h."],
    });
  });

  it("on call at home counts while working, and a live-in day as worked or as agreed", () => {
    expect(timeOf({ kind: "onCallAtHome", time: hours(12), awake: hours(1) })).toEqual({
      counted: 60,
      texts: ["On call at home, where only time spent working counts: 12 h, 1 h counts.", "Time that counts: 1 h."],
    });
    expect(timeOf({ kind: "liveInDay", time: hours(10), agreedDailyAverage: null })).toEqual({
      counted: 600,
      texts: ["Live-in days: 10 h, all of it counts.", "Time that counts: 10 h."],
    });
    expect(timeOf({ kind: "liveInDay", time: hours(7), agreedDailyAverage: hours(8) })).toEqual({
      counted: 480,
      texts: ["Live-in days at the agreed daily average: 7 h, 8 h counts.", "Time that counts: 8 h."],
    });
  });

  it("adds up each sort of time in the order it comes", () => {
    expect(timeOf({ kind: "work", time: hours(5) }, { kind: "restBreak", time: minutes(30) }, { kind: "work", time: hours(3) })).toEqual({
      counted: 480,
      texts: ["Work: 8 h, all of it counts.", "Rest breaks: 30 min, none of it counts.", "Time that counts: 8 h."],
    });
    expect(timeOf()).toEqual({ counted: 0, texts: ["Time that counts: 0 min."] });
  });

  it("refuses more than 24 hours in one entry, time below zero and more time awake than the night", () => {
    const refusal = (entry: TimeForMinimumWage) => {
      const verdict = calculateMinimumWageTime([entry]);
      return verdict.ok ? null : verdict.problems[0];
    };
    expect(refusal({ kind: "work", time: hours(24) })).toBeNull();
    expect(refusal({ kind: "work", time: minutes(1_441) })).toEqual({
      field: "times",
      value: "24 h 1 min",
      rule: "One entry has from 0 to 24 hours, and no more time awake than that.",
      wayOut: "Correct the time, or enter each day by itself.",
    });
    expect(refusal({ kind: "work", time: minutes(0) })).toBeNull();
    expect(refusal({ kind: "work", time: minutes(-1) })).not.toBeNull();
    for (const hasSuitableBed of [true, false]) {
      expect(refusal({ kind: "sleepIn", time: hours(9), awake: hours(9), hasSuitableBed })).toBeNull();
      expect(refusal({ kind: "sleepIn", time: hours(9), awake: minutes(541), hasSuitableBed })).not.toBeNull();
      expect(refusal({ kind: "sleepIn", time: hours(9), awake: minutes(-1), hasSuitableBed })).not.toBeNull();
    }
    expect(refusal({ kind: "onCallAtHome", time: hours(1), awake: minutes(61) })).not.toBeNull();
    expect(refusal({ kind: "onCallAtHome", time: hours(1), awake: minutes(60) })).toBeNull();
    expect(refusal({ kind: "liveInDay", time: hours(1), agreedDailyAverage: hours(24) })).toBeNull();
    expect(refusal({ kind: "liveInDay", time: hours(1), agreedDailyAverage: minutes(1_441) })).not.toBeNull();
    expect(refusal({ kind: "liveInDay", time: hours(1), agreedDailyAverage: minutes(-1) })).not.toBeNull();
    expect(refusal({ kind: "liveInDay", time: minutes(-1), agreedDailyAverage: null })).not.toBeNull();
  });

  it("never counts more of a night than it has, and a bed never makes it more", () => {
    const night = fc.tuple(fc.nat(1_440), fc.nat(1_440)).map(([a, b]) => ({ time: minutes(Math.max(a, b)), awake: minutes(Math.min(a, b)) }));
    fc.assert(
      fc.property(night, ({ time, awake }) => {
        const withBed = timeOf({ kind: "sleepIn", time, awake, hasSuitableBed: true }).counted;
        expect(withBed).toBe(awake);
        expect(timeOf({ kind: "sleepIn", time, awake, hasSuitableBed: false }).counted).toBeGreaterThanOrEqual(withBed);
      }),
      { numRuns: manyCases },
    );
  });
});
