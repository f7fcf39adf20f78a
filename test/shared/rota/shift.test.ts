import { execFileSync } from "node:child_process";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TimeOfDay } from "../../../shared/core/minutes.ts";
import { addDays, plainDate } from "../../../shared/core/plainDate.ts";
import { clockTimeOf, cutAtMidnight, minutesBetween, minutesOfDay, overlaps, shiftMoments } from "../../../shared/rota/shift.ts";

const moments = (day: string, start: string, end: string) => shiftMoments(plainDate(day), start as TimeOfDay, end as TimeOfDay);
const hoursOf = (day: string, start: string, end: string) => minutesBetween(moments(day, start, end)) / 60;

const day = fc.integer({ min: 0, max: 4000 }).map((count) => addDays(plainDate("2020-01-01"), count));
const time = fc
  .integer({ min: 0, max: 1439 })
  .map((count) => `${String(Math.floor(count / 60)).padStart(2, "0")}:${String(count % 60).padStart(2, "0")}` as TimeOfDay);

describe("a shift", () => {
  it.each([
    ["2026-11-17", "09:00", "15:30", 6.5],
    ["2026-11-17", "22:00", "06:00", 8],
    ["2026-11-17", "00:00", "00:00", 24],
    ["2026-10-24", "22:00", "06:00", 9],
    ["2026-03-28", "22:00", "06:00", 7],
    ["2026-10-25", "00:30", "02:30", 3],
    ["2026-03-29", "00:30", "02:30", 1],
    ["2026-03-29", "01:15", "01:45", 0],
    ["2026-03-29", "01:30", "02:00", 0],
    ["2026-03-28", "23:00", "01:30", 2],
  ])("on %s from %s to %s lasts %d hours", (on, start, end, hours) => {
    expect(hoursOf(on, start, end)).toBe(hours);
  });

  it("shows the times of the kitchen clock again, in summer and winter", () => {
    const night = moments("2026-10-24", "22:00", "06:00");
    expect(night).toEqual({ startAt: "2026-10-24T21:00:00.000Z", endAt: "2026-10-25T06:00:00.000Z" });
    expect([clockTimeOf(night.startAt), clockTimeOf(night.endAt)]).toEqual(["22:00", "06:00"]);
  });

  it("never lasts less than nothing, nor more than a day and an hour", () => {
    fc.assert(
      fc.property(day, time, time, (on, start, end) => {
        const length = minutesBetween(shiftMoments(on, start, end));
        expect(length).toBeGreaterThanOrEqual(0);
        expect(length).toBeLessThanOrEqual(25 * 60);
      }),
      { numRuns: 500 },
    );
  });

  it("overlaps another exactly when the other overlaps it, and always itself when it lasts", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -2, max: 2 }), time, time, time, time, (on, later, start, end, otherStart, otherEnd) => {
        const one = shiftMoments(on, start, end);
        const other = shiftMoments(addDays(on, later), otherStart, otherEnd);
        expect(overlaps(one, other)).toBe(overlaps(other, one));
        expect(overlaps(one, one)).toBe(minutesBetween(one) > 0);
      }),
      { numRuns: 300 },
    );
  });

  it("does not overlap the shift it hands over to", () => {
    expect(overlaps(moments("2026-11-17", "22:00", "06:00"), moments("2026-11-18", "06:00", "12:00"))).toBe(false);
    expect(overlaps(moments("2026-11-17", "22:00", "06:00"), moments("2026-11-18", "05:59", "12:00"))).toBe(true);
  });

  it("is the same wherever the computer thinks it is", () => {
    const file = new URL("../../../shared/rota/shift.ts", import.meta.url).href;
    const program = `
      import { clockTimeOf, minutesBetween, shiftMoments } from ${JSON.stringify(file)};
      const nights = ["2026-10-24", "2026-03-28", "2026-07-01", "2026-12-31"].map((day) => shiftMoments(day, "22:00", "06:00"));
      // The doubled hour of October and the missing hour of March, where a computer's own zone shows through most easily.
      nights.push(shiftMoments("2026-10-24", "22:00", "01:30"), shiftMoments("2026-10-25", "01:30", "06:00"));
      nights.push(shiftMoments("2026-03-28", "22:00", "01:30"), shiftMoments("2026-03-29", "01:30", "06:00"));
      console.log(JSON.stringify(nights.map((night) => [night, minutesBetween(night), clockTimeOf(night.startAt), clockTimeOf(night.endAt)])));`;
    const answers = ["UTC", "Europe/London", "America/New_York", "Pacific/Auckland"].map((zone) =>
      execFileSync(process.execPath, ["--input-type=module", "--eval", program], { env: { ...process.env, TZ: zone }, encoding: "utf8" }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(JSON.parse(answers[0] ?? "").map((answer: unknown[]) => answer.slice(1))).toEqual([
      [540, "22:00", "06:00"],
      [420, "22:00", "06:00"],
      [480, "22:00", "06:00"],
      [480, "22:00", "06:00"],
      [210, "22:00", "01:30"],
      [330, "01:30", "06:00"],
      [180, "22:00", "02:00"],
      [240, "02:00", "06:00"],
    ]);
  });

  it("knows summer time as the time zone files do, from 2000 to 2050", () => {
    const london = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    const moment = fc.integer({ min: Date.UTC(2000, 0, 1) / 60_000, max: Date.UTC(2050, 0, 1) / 60_000 });
    const nearTheChange = fc
      .record({ year: fc.integer({ min: 2000, max: 2049 }), month: fc.constantFrom(2, 9), minute: fc.integer({ min: -11_000, max: 1_500 }) })
      .map(({ year, month, minute }) => Date.UTC(year, month, 31) / 60_000 + minute);
    fc.assert(
      fc.property(fc.oneof(moment, nearTheChange), (at) => {
        const instant = new Date(at * 60_000);
        expect(clockTimeOf(instant.toISOString())).toBe(london.format(instant));
      }),
      { numRuns: 5_000 },
    );
  });
});

describe("a day", () => {
  it("has 24 hours, 23 when the clocks go forward and 25 when they go back", () => {
    expect(["2026-03-28", "2026-03-29", "2026-03-30", "2026-10-25", "2026-10-26"].map((on) => minutesOfDay(plainDate(on)) / 60)).toEqual([
      24, 23, 24, 25, 24,
    ]);
  });
});

describe("a shift cut at midnight", () => {
  const cut = (on: string, start: string, end: string) => cutAtMidnight(moments(on, start, end)).map(({ onDate, minutes }) => [onDate, minutes]);

  it.each([
    [
      "2026-11-17",
      "22:00",
      "06:00",
      [
        ["2026-11-17", 120],
        ["2026-11-18", 360],
      ],
    ],
    ["2026-11-17", "09:00", "17:00", [["2026-11-17", 480]]],
    ["2026-11-17", "16:00", "00:00", [["2026-11-17", 480]]],
    ["2026-11-17", "00:00", "08:00", [["2026-11-17", 480]]],
    [
      "2026-07-14",
      "23:00",
      "00:30",
      [
        ["2026-07-14", 60],
        ["2026-07-15", 30],
      ],
    ],
    [
      "2026-10-24",
      "23:00",
      "07:00",
      [
        ["2026-10-24", 60],
        ["2026-10-25", 480],
      ],
    ],
    [
      "2026-03-28",
      "23:00",
      "07:00",
      [
        ["2026-03-28", 60],
        ["2026-03-29", 360],
      ],
    ],
  ])("on %s from %s to %s gives each day its own time", (on, start, end, parts) => {
    expect(cut(on, start, end)).toEqual(parts);
  });

  it("of no time has no parts", () => {
    expect(cut("2026-03-29", "01:15", "01:45")).toEqual([]);
  });

  it("adds up to the shift", () => {
    fc.assert(
      fc.property(day, time, time, (on, start, end) => {
        const shift = shiftMoments(on, start, end);
        const parts = cutAtMidnight(shift);
        expect(parts.reduce((sum, part) => sum + part.minutes, 0)).toBe(minutesBetween(shift));
        expect(parts.every((part) => part.minutes > 0)).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });
});
