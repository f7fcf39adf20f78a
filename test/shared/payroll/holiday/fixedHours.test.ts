import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minutes } from "../../../../shared/core/minutes.ts";
import { addDays, addMonths, daysBetween, plainDate } from "../../../../shared/core/plainDate.ts";
import { calculateFirstYearAccrual } from "../../../../shared/payroll/holiday/firstYearAccrual.ts";
import {
  type ContractedWeek,
  calculateFixedHoursEntitlement,
  type FixedHoursEntitlementInput,
} from "../../../../shared/payroll/holiday/fixedHoursEntitlement.ts";
import { taxYear2026 as rates } from "../../../../shared/rates/2026-27.ts";
import { manyCases } from "../../../support/manyCases.ts";

const day = plainDate;
const hours = (count: number) => minutes(count * 60);
const week = (days: number, time: number, from = "2020-01-01"): ContractedWeek => ({
  from: day(from),
  hundredthsOfDays: Math.round(days * 100),
  time: hours(time),
});
const leaveYear = { from: day("2026-04-01"), to: day("2027-03-31") };
const verdictOf = (change: Partial<FixedHoursEntitlementInput>) =>
  calculateFixedHoursEntitlement({ leaveYear, startedOn: day("2020-01-01"), leavesOn: null, weeks: [week(5, 40)], ...change }, rates);
const yearOf = (change: Partial<FixedHoursEntitlementInput>) => {
  const verdict = verdictOf(change);
  if (!verdict.ok) throw new Error("refused");
  return verdict.value;
};
const refusal = (change: Partial<FixedHoursEntitlementInput>) => {
  const verdict = verdictOf(change);
  return verdict.ok ? null : verdict.problems[0];
};

describe("5.6 weeks for fixed hours", () => {
  it.each([
    // days a week, hours a week, tenths of days, minutes
    [5, 40, 280, 224 * 60],
    [3, 22.5, 168, 126 * 60],
    [3.5, 28, 196, 156.8 * 60],
    [1, 8, 56, 44.8 * 60],
    // Six days: 5.6 weeks would be 33.6 days, so 28 days of 8 hours.
    [6, 48, 280, 224 * 60],
    [7, 70, 280, 280 * 60],
  ])("%d days and %d hours a week: %i tenths of a day, %i minutes", (days, time, tenthsOfDays, expected) => {
    expect(yearOf({ weeks: [week(days, time)] })).toMatchObject({ tenthsOfDays, minutes: expected });
  });

  it("caps at 28 days only above five days a week", () => {
    expect(yearOf({ weeks: [week(5, 40)] }).lines.map(({ text }) => text)).toEqual([
      "5 days and 40 h a week, times 5.6 weeks.",
      "A whole leave year gives 224 h (28 days).",
      "Holiday for the leave year: 224 h (28 days), never rounded down.",
    ]);
    // 28 × 40 h ÷ 5.01 = 13413.17… minutes.
    expect(yearOf({ weeks: [week(5.01, 40)] })).toMatchObject({
      minutes: 13_414,
      tenthsOfDays: 280,
      rule: { name: "Holiday of fixed hours", source: rates.holiday.sources[0] },
      lines: [{ text: "5.01 days and 40 h a week: 5.6 weeks would be more than 28 days, so 28 days." }, {}, {}],
    });
  });

  it("tells half days without a nought at the end", () => {
    expect(yearOf({ weeks: [week(3.5, 28)] }).lines.map(({ text }) => text)).toEqual([
      "3.5 days and 28 h a week, times 5.6 weeks.",
      "A whole leave year gives 156 h 48 min (19.6 days).",
      "Holiday for the leave year: 156 h 48 min (19.6 days), never rounded down.",
    ]);
  });

  it("never rounds down: 5.6 weeks of 1 h 1 min is 341.6 minutes, so 342", () => {
    expect(yearOf({ weeks: [{ from: day("2020-01-01"), hundredthsOfDays: 33, time: minutes(61) }] })).toMatchObject({
      minutes: 342,
      tenthsOfDays: 19,
    });
  });

  it("a start in the leave year counts by its days: 182 of 365", () => {
    // 13,440 × 182 ÷ 365 = 6701.58… minutes; 280 × 182 ÷ 365 = 139.6 tenths of a day.
    const year = yearOf({ startedOn: day("2026-10-01") });
    expect(year).toMatchObject({ minutes: 6_702, tenthsOfDays: 140 });
    expect(year.lines.map(({ text }) => text)).toEqual([
      "5 days and 40 h a week, times 5.6 weeks.",
      "1 October 2026 to 31 March 2027 is 182 of 365 days, which gives 111 h 42 min (14 days).",
      "Holiday for the leave year: 111 h 42 min (14 days), never rounded down.",
    ]);
  });

  it("a leaving date counts by its days: 183 of 365, and 183 of 366 in a leap leave year", () => {
    // 13,440 × 183 ÷ 365 = 6738.4…; 13,440 × 183 ÷ 366 = 6,720 exactly.
    expect(yearOf({ leavesOn: day("2026-09-30") })).toMatchObject({ minutes: 6_739, tenthsOfDays: 141 });
    const leap = { from: day("2027-04-01"), to: day("2028-03-31") };
    expect(yearOf({ leaveYear: leap, leavesOn: day("2027-09-30") })).toMatchObject({ minutes: 6_720, tenthsOfDays: 140 });
    expect(yearOf({ leavesOn: day("2027-03-31") }).minutes).toBe(13_440);
    expect(yearOf({ leavesOn: day("2028-01-01") }).minutes).toBe(13_440);
    // One day: 13,440 ÷ 365 = 36.8… minutes.
    expect(yearOf({ leavesOn: day("2026-04-01") })).toMatchObject({ minutes: 37, tenthsOfDays: 1 });
  });

  it("a change of the week counts each part by its days and rounds the sum once", () => {
    // 3 days, 24 h for 183 days and 5 days, 40 h for 182: (8,064 × 183 + 13,440 × 182) ÷ 365 = 10744.6…; (168 × 183 + 280 × 182) ÷ 365 = 223.8…
    const year = yearOf({ weeks: [week(5, 40, "2026-10-01"), week(3, 24)] });
    expect(year).toMatchObject({ minutes: 10_745, tenthsOfDays: 224 });
    expect(year.lines.map(({ text }) => text)).toEqual([
      "3 days and 24 h a week, times 5.6 weeks.",
      "1 April 2026 to 30 September 2026 is 183 of 365 days, which gives 67 h 24 min (8.5 days).",
      "5 days and 40 h a week, times 5.6 weeks.",
      "1 October 2026 to 31 March 2027 is 182 of 365 days, which gives 111 h 42 min (14 days).",
      "Holiday for the leave year: 179 h 5 min (22.4 days), never rounded down.",
    ]);
    // A week that ended before the leave year, or begins after it, changes nothing.
    const unchanged = yearOf({ weeks: [week(1, 1), week(3, 24, "2026-03-01"), week(5, 40, "2027-05-01")] });
    expect(unchanged).toMatchObject({ minutes: 8_064, tenthsOfDays: 168 });
    expect(unchanged.lines).toHaveLength(3);
    expect(yearOf({ weeks: [week(3, 24), week(5, 40, "2027-03-31")] }).lines).toHaveLength(5);
  });

  it("refuses dates that do not fit", () => {
    expect(refusal({ leavesOn: day("2019-12-31") })).toEqual({
      field: "leavesOn",
      value: "2019-12-31",
      rule: "The last day is before the first day, 1 January 2020.",
      wayOut: "Correct the start or the leaving date.",
    });
    expect(refusal({ startedOn: day("2026-04-01"), leavesOn: day("2026-04-01") })).toBeNull();
    expect(refusal({ startedOn: day("2027-04-01") })).toEqual({
      field: "leaveYear",
      value: "2026-04-01",
      rule: "The leave year runs from 1 April 2026 to 31 March 2027, and the job is not in it.",
      wayOut: "Choose a leave year with a day of the job in it.",
    });
    expect(refusal({ startedOn: day("2027-03-31") })).toBeNull();
    expect(refusal({ leavesOn: day("2026-03-31") })).toMatchObject({ field: "leaveYear" });
    expect(refusal({ leaveYear: { from: leaveYear.from, to: day("2027-04-01") } })).toEqual({
      field: "leaveYear.to",
      value: "2027-04-01",
      rule: "A leave year is a year at most; this one begins on 1 April 2026.",
      wayOut: "Correct the last day of the leave year.",
    });
    expect(refusal({ leaveYear: { from: leaveYear.from, to: day("2026-03-31") } })).toMatchObject({ field: "leaveYear.to" });
    expect(refusal({ leaveYear: { from: leaveYear.from, to: leaveYear.from } })).toBeNull();
  });

  it("refuses weeks that are missing, empty or longer than their days", () => {
    expect(refusal({ weeks: [week(5, 40, "2026-04-02")] })).toEqual({
      field: "weeks",
      value: "2026-04-02",
      rule: "No contracted week is known for 1 April 2026.",
      wayOut: "Add the days and hours a week from the first day.",
    });
    expect(refusal({ weeks: [week(5, 40, "2026-04-01")] })).toBeNull();
    expect(refusal({ weeks: [] })).toMatchObject({ field: "weeks", value: "" });
    expect(refusal({ weeks: [week(7.01, 40)] })).toEqual({
      field: "weeks.days",
      value: "7.01",
      rule: "A week has more than 0 and at most 7 days.",
      wayOut: "Correct the days a week.",
    });
    expect(refusal({ weeks: [week(7, 40)] })).toBeNull();
    expect(refusal({ weeks: [week(0, 40)] })).toMatchObject({ field: "weeks.days", value: "0" });
    expect(refusal({ weeks: [{ ...week(1, 8), hundredthsOfDays: 0.5 }] })).toMatchObject({ field: "weeks.days" });
    expect(refusal({ weeks: [week(1, 0)] })).toEqual({
      field: "weeks.time",
      value: "0 min",
      rule: "The hours of the week from 1 January 2020 must be above 0 and fit into its days.",
      wayOut: "Correct the hours a week.",
    });
    expect(refusal({ weeks: [week(1, 24)] })).toBeNull();
    expect(refusal({ weeks: [{ ...week(1, 24), time: minutes(1_441) }] })).toMatchObject({ field: "weeks.time", value: "24 h 1 min" });
    expect(refusal({ weeks: [week(3, 24), week(8, 40, "2026-10-01")] })).toMatchObject({ field: "weeks.days" });
  });

  const anyWeek = fc.tuple(fc.integer({ min: 1, max: 700 }), fc.integer({ min: 1, max: 1_440 })).map(
    ([hundredthsOfDays, perDay]): ContractedWeek => ({
      from: day("2020-01-01"),
      hundredthsOfDays,
      time: minutes(Math.max(1, Math.floor((perDay * hundredthsOfDays) / 100))),
    }),
  );

  it("is the same however the leave year is cut by a change that changes nothing", () => {
    fc.assert(
      fc.property(anyWeek, fc.integer({ min: 1, max: 364 }), fc.integer({ min: 1, max: 364 }), (contracted, first, second) => {
        const whole = yearOf({ weeks: [contracted] });
        const cuts = [first, second].map((days) => ({ ...contracted, from: addDays(leaveYear.from, days) }));
        expect(yearOf({ weeks: [contracted, ...cuts] })).toMatchObject({ minutes: whole.minutes, tenthsOfDays: whole.tenthsOfDays });
        expect(whole.tenthsOfDays).toBeLessThanOrEqual(280);
      }),
      { numRuns: manyCases },
    );
  });

  it("of two jobs that share a leave year never comes to less than one job, nor to a minute more", () => {
    fc.assert(
      fc.property(anyWeek, fc.integer({ min: 0, max: 363 }), (contracted, days) => {
        const last = addDays(leaveYear.from, days);
        const whole = yearOf({ weeks: [contracted] }).minutes;
        const parts = yearOf({ weeks: [contracted], leavesOn: last }).minutes + yearOf({ weeks: [contracted], startedOn: addDays(last, 1) }).minutes;
        expect(parts - whole).toBeGreaterThanOrEqual(0);
        expect(parts - whole).toBeLessThanOrEqual(1);
      }),
      { numRuns: manyCases },
    );
  });
});

describe("holiday in the first year of a job", () => {
  const accrualOf = (on: string, contracted = week(5, 40), startedOn = "2026-01-15") => {
    const verdict = calculateFirstYearAccrual(day(startedOn), day(on), contracted, rates);
    if (!verdict.ok) throw new Error("refused");
    return verdict.value;
  };

  it.each([
    // 28 ÷ 12 = 2.33 days, up to 2.5 days of 8 hours.
    ["2026-01-15", 1, 5, 20 * 60],
    ["2026-02-14", 1, 5, 20 * 60],
    // 4.67 days, up to 5.
    ["2026-02-15", 2, 10, 40 * 60],
    // Three twelfths are 7 days exactly.
    ["2026-03-15", 3, 14, 56 * 60],
    // 25.67 days, up to 26.
    ["2026-12-14", 11, 52, 208 * 60],
    ["2026-12-15", 12, 56, 224 * 60],
    ["2028-01-01", 12, 56, 224 * 60],
  ])("on %s %i months have begun: %i half days, %i minutes", (on, months, halfDays, expected) => {
    expect(accrualOf(on)).toMatchObject({ months, halfDays, minutes: expected });
  });

  it("tells months and twelfths", () => {
    expect(accrualOf("2026-02-20")).toMatchObject({
      rule: { name: "Holiday in the first year of a job", source: "Working Time Regulations 1998, regulation 15A" },
      lines: [
        { text: "2 of 12 months of the first year had begun by 20 February 2026." },
        { text: "2 twelfths of 224 h, up to the next half day: 40 h." },
      ],
    });
  });

  it("never gives more than a whole year's holiday", () => {
    // Half a day a week: 2.8 days of 8 hours are 1,344 minutes. Eleven twelfths are 2.57 days, up to 3 days, which would be 1,440.
    const halfADay = week(0.5, 4);
    expect(accrualOf("2026-12-14", halfADay)).toMatchObject({ halfDays: 6, minutes: 1_344 });
    expect(accrualOf("2026-11-14", halfADay)).toMatchObject({ months: 10, halfDays: 5, minutes: 1_200 });
    // Three days: 16.8 days are 8,064 minutes; all twelve months give them whole.
    expect(accrualOf("2026-12-15", week(3, 24))).toMatchObject({ minutes: 8_064 });
    // 5.6 × 61 minutes is 341.6, so 342.
    expect(accrualOf("2026-12-15", { ...week(1, 1), time: minutes(61) }).minutes).toBe(342);
    // One month: 0.47 days, up to half a day of 61 minutes: 30.5, so 31.
    expect(accrualOf("2026-01-15", { ...week(1, 1), time: minutes(61) })).toMatchObject({ halfDays: 1, minutes: 31 });
  });

  it("a job that begins on the 31st has its next month on the last day of a shorter one", () => {
    expect(accrualOf("2026-02-27", week(5, 40), "2026-01-31").months).toBe(1);
    expect(accrualOf("2026-02-28", week(5, 40), "2026-01-31").months).toBe(2);
  });

  it("refuses a day before the job and a week that cannot be", () => {
    expect(calculateFirstYearAccrual(day("2026-01-15"), day("2026-01-14"), week(5, 40), rates)).toEqual({
      ok: false,
      problems: [{ field: "on", value: "2026-01-14", rule: "The job begins on 15 January 2026.", wayOut: "Choose a day from then on." }],
    });
    expect(calculateFirstYearAccrual(day("2026-01-15"), day("2026-01-15"), week(0, 40), rates)).toMatchObject({
      ok: false,
      problems: [{ field: "weeks.days" }],
    });
  });

  it("never falls as days go by and ends at a whole year's holiday", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 24 }), fc.nat(400), (days, perDay, later) => {
        const contracted = week(days, days * perDay);
        const startedOn = "2025-08-31";
        const on = addDays(day(startedOn), later);
        const now = accrualOf(on, contracted, startedOn);
        const whole = yearOf({ weeks: [contracted] }).minutes;
        expect(accrualOf(addDays(on, 1), contracted, startedOn).minutes).toBeGreaterThanOrEqual(now.minutes);
        expect(now.minutes).toBeLessThanOrEqual(whole);
        expect(now.minutes * 12).toBeGreaterThanOrEqual(whole * now.months - 12);
        if (daysBetween(addMonths(day(startedOn), 11), on) >= 0) expect(now.minutes).toBe(whole);
      }),
      { numRuns: manyCases },
    );
  });
});
