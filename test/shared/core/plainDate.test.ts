import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatMinutes, minutes, parseTimeText } from "../../../shared/core/minutes.ts";
import {
  addDays,
  addMonths,
  ageOn,
  daysBetween,
  eachDay,
  formatDateWithDay,
  parseDateText,
  plainDate,
  weekdayOf,
} from "../../../shared/core/plainDate.ts";

const today = plainDate("2026-11-21");

describe("plain dates", () => {
  it.each([
    ["5/6", "2026-06-05"],
    ["5 june", "2026-06-05"],
    ["5 Jun 27", "2027-06-05"],
    ["05.06.2025", "2025-06-05"],
    ["today", "2026-11-21"],
    ["tomorrow", "2026-11-22"],
  ])("understands %s", (text, expected) => expect(parseDateText(text, today)).toBe(expected));

  it.each(["30 february 2026", "31/4", "5 ju x", "", "13/13/2026"])("does not make a day of %j", (text) =>
    expect(parseDateText(text, today)).toBeUndefined(),
  );

  it("counts days and months over leap years and month ends", () => {
    expect(addDays(plainDate("2028-02-28"), 1)).toBe("2028-02-29");
    expect(addMonths(plainDate("2026-01-31"), 1)).toBe("2026-02-28");
    expect(daysBetween(plainDate("2026-03-28"), plainDate("2026-03-30"))).toBe(2);
    expect(eachDay(plainDate("2026-10-24"), plainDate("2026-10-26"))).toHaveLength(3);
    expect(weekdayOf(today)).toBe("Sat");
    expect(formatDateWithDay(plainDate("2026-11-27"))).toBe("Friday 27 November 2026");
  });

  it("counts on and back as the calendar does, from and to any day", () => {
    const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => new Date(Date.UTC(1940, 0, 1 + days)));
    const text = (date: Date) => plainDate(date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (date, count) => {
        const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
        expect(addDays(text(date), count)).toBe(text(new Date(Date.UTC(year, month, day + count))));
        const lastDay = new Date(Date.UTC(year, month + count + 1, 0)).getUTCDate();
        expect(addMonths(text(date), count)).toBe(text(new Date(Date.UTC(year, month + count, Math.min(day, lastDay)))));
      }),
      { numRuns: 5_000 },
    );
  });

  it("turns a year older on the birthday itself", () => {
    expect(ageOn(plainDate("2005-11-22"), today)).toBe(20);
    expect(ageOn(plainDate("2005-11-21"), today)).toBe(21);
  });

  it("refuses a day that does not exist", () => expect(() => plainDate("2026-02-30")).toThrow(RangeError));
});

describe("time of day", () => {
  it.each([
    ["9", "09:00"],
    ["0930", "09:30"],
    ["9.30pm", "21:30"],
    ["12am", "00:00"],
    ["22:00", "22:00"],
  ])("understands %s", (text, expected) => expect(parseTimeText(text)).toBe(expected));
  it.each(["25", "9:75", "13pm", "noon"])("does not make a time of %s", (text) => expect(parseTimeText(text)).toBeUndefined());
  it("writes minutes as people say them", () =>
    expect([450, 480, 45, 0].map((count) => formatMinutes(minutes(count)))).toEqual(["7 h 30 min", "8 h", "45 min", "0 min"]));
});
