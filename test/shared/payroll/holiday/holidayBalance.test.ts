import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minutes } from "../../../../shared/core/minutes.ts";
import { addDays, plainDate } from "../../../../shared/core/plainDate.ts";
import { calculateHolidayBalance, type HolidayBalanceInput } from "../../../../shared/payroll/holiday/holidayBalance.ts";
import { taxYear2026 as rates } from "../../../../shared/rates/2026-27.ts";
import { manyCases } from "../../../support/manyCases.ts";

const day = plainDate;
const hours = (count: number) => minutes(count * 60);
const leaveYear = { from: day("2026-04-01"), to: day("2027-03-31") };
const fiveDays = { from: day("2020-01-01"), hundredthsOfDays: 500, time: hours(40) };
const anInput = (change: Partial<HolidayBalanceInput> = {}): HolidayBalanceInput => ({
  on: day("2026-10-01"),
  leaveYear,
  startedOn: day("2020-01-01"),
  leavesOn: null,
  basis: { kind: "fixedHours", weeks: [fiveDays] },
  carriedOver: [],
  taken: [],
  ...change,
});
const balanceOf = (change: Partial<HolidayBalanceInput> = {}) => {
  const verdict = calculateHolidayBalance(anInput(change), rates);
  if (!verdict.ok) throw new Error("refused");
  return verdict.value;
};
const off = (on: string, time: number) => ({ on: day(on), minutes: hours(time) });
const carried = (time: number, takeBy: string | null) => ({ minutes: hours(time), takeBy: takeBy === null ? null : day(takeBy) });

describe("a holiday balance with fixed hours", () => {
  it("is 224 hours less what was taken by the day; later days are booked", () => {
    const taken = [
      off("2026-03-31", 50),
      off("2026-04-01", 8),
      off("2026-10-01", 16),
      off("2026-10-02", 24),
      off("2027-03-31", 8),
      off("2027-04-01", 50),
    ];
    expect(balanceOf({ taken })).toEqual({
      entitled: 224 * 60,
      accrued: 224 * 60,
      carriedOver: 0,
      expired: 0,
      taken: 24 * 60,
      booked: 32 * 60,
      left: 200 * 60,
      overtaken: 0,
      mayTakeNow: 200 * 60,
      rule: { name: "Holiday balance", source: "Working Time Regulations 1998, regulations 13 to 15D" },
      lines: [
        { text: "5 days and 40 h a week, times 5.6 weeks." },
        { text: "A whole leave year gives 224 h (28 days)." },
        { text: "Holiday for the leave year: 224 h (28 days), never rounded down." },
        { text: "Taken by 1 October 2026: 24 h." },
        { text: "Booked after that: 32 h." },
        { text: "Left: 200 h." },
      ],
    });
  });

  it("in the first year of the job only the twelfths so far may be taken now", () => {
    // Started on 1 July 2026: 274 of 365 days of 13,440 minutes are 10089.2…, so 10,090. On 1 October four months have begun: 9.33 days, up to 9.5, 76 h.
    const balance = balanceOf({ startedOn: day("2026-07-01"), taken: [off("2026-08-03", 40)] });
    expect(balance).toMatchObject({ entitled: 10_090, accrued: 76 * 60, taken: 2_400, left: 7_690, mayTakeNow: 36 * 60, overtaken: 0 });
    expect(balance.lines.map(({ text }) => text).slice(3)).toEqual([
      "4 of 12 months of the first year had begun by 1 October 2026.",
      "4 twelfths of 224 h, up to the next half day: 76 h.",
      "Taken by 1 October 2026: 40 h.",
      "Left: 128 h 10 min.",
      "May be taken now: 36 h.",
    ]);
    // In March nine months have begun: 168 h, which fits into 168 h 10 min; the whole first leave year is the most.
    expect(balanceOf({ startedOn: day("2026-07-01"), on: day("2027-03-31") })).toMatchObject({ accrued: 168 * 60, entitled: 10_090 });
    // Started on 2 July: 273 days are 10052.3…, so 10,053; nine months would be 10,080.
    expect(balanceOf({ startedOn: day("2026-07-02"), on: day("2027-03-31") })).toMatchObject({ accrued: 10_053, entitled: 10_053 });
  });

  it("a first year that goes on into the next leave year counts what was taken before", () => {
    // Started on 1 January 2026. On 1 October ten months have begun: 23.33 days, up to 23.5, 188 h. 20 h were taken in March.
    const change = { startedOn: day("2026-01-01"), taken: [off("2026-03-20", 20), off("2026-05-04", 8)] };
    expect(balanceOf(change)).toMatchObject({ entitled: 224 * 60, accrued: 168 * 60, taken: 8 * 60, left: 216 * 60, mayTakeNow: 160 * 60 });
    expect(balanceOf(change).lines[5]).toEqual({ text: "Taken in the leave year before: 20 h." });
    expect(balanceOf({ ...change, taken: [] }).lines.map(({ text }) => text)).not.toContain("Taken in the leave year before: 0 min.");
    expect(balanceOf({ ...change, taken: [off("2026-03-20", 200)] })).toMatchObject({ accrued: 0, left: 224 * 60, mayTakeNow: 0 });
    expect(balanceOf({ ...change, taken: [off("2026-04-01", 20)] })).toMatchObject({ accrued: 188 * 60, taken: 20 * 60 });
    // From 1 January 2027 the first year is over.
    expect(balanceOf({ ...change, on: day("2026-12-31") })).toMatchObject({ accrued: (224 - 20) * 60 });
    expect(balanceOf({ ...change, on: day("2027-01-01") })).toMatchObject({ accrued: 224 * 60 });
  });

  it("uses the week in force on the day for the twelfths", () => {
    const weeks = [
      { from: day("2026-10-01"), hundredthsOfDays: 300, time: hours(24) },
      { from: day("2026-07-01"), hundredthsOfDays: 500, time: hours(40) },
    ];
    const change = { startedOn: day("2026-07-01"), basis: { kind: "fixedHours" as const, weeks } };
    // On 30 September three months of 28 days: 56 h. On 1 October four months of 16.8 days: 5.6, up to 6 days of 8 h.
    expect(balanceOf({ ...change, on: day("2026-09-30") }).accrued).toBe(56 * 60);
    expect(balanceOf({ ...change, on: day("2026-10-01") }).accrued).toBe(48 * 60);
    const oldestFirst = { ...change, basis: { kind: "fixedHours" as const, weeks: [...weeks].reverse() } };
    expect(balanceOf({ ...oldestFirst, on: day("2026-09-30") }).accrued).toBe(56 * 60);
    expect(balanceOf({ ...oldestFirst, on: day("2026-10-01") }).accrued).toBe(48 * 60);
  });

  it("never leaves less than nothing: what was taken beyond it is told apart", () => {
    const balance = balanceOf({ taken: [off("2026-05-04", 230)] });
    expect(balance).toMatchObject({ left: 0, overtaken: 360, mayTakeNow: 0 });
    expect(balance.lines.at(-1)).toEqual({ text: "More was taken than there is, by 6 h." });
    expect(balanceOf({ taken: [off("2026-05-04", 224)] })).toMatchObject({ left: 0, overtaken: 0 });
    expect(balanceOf({ taken: [off("2026-05-04", 224)] }).lines.at(-1)).toEqual({ text: "Left: 0 min." });
  });

  it("a leaver has the part of the year", () => {
    // 183 of 365 days.
    expect(balanceOf({ leavesOn: day("2026-09-30"), on: day("2026-09-30") })).toMatchObject({ entitled: 6_739, left: 6_739 });
  });
});

describe("holiday carried over", () => {
  it("is used first, what runs out first before the rest", () => {
    const carriedOver = [carried(10, null), carried(20, "2026-12-31"), carried(5, "2026-06-30")];
    // 12 h in May: 5 from June's, 7 from December's. 30 h in August: 13 from December's, 10 from the rest, 7 of this year.
    const taken = [off("2026-08-03", 30), off("2026-05-04", 12)];
    const balance = balanceOf({ carriedOver, taken });
    expect(balance).toMatchObject({ carriedOver: 35 * 60, expired: 0, taken: 42 * 60, left: 217 * 60, mayTakeNow: 217 * 60 });
    expect(balance.lines.map(({ text }) => text).slice(3)).toEqual([
      "Carried over: 35 h. It is used first.",
      "Taken by 1 October 2026: 42 h.",
      "Left: 217 h.",
    ]);
  });

  it("is drawn from the part that runs out first, whatever the order, and no further than what was taken", () => {
    // 10 h in May come from June's 20 h, of which 10 run out; the other 10 h stay.
    const parts = [carried(10, null), carried(20, "2026-06-30")];
    for (const carriedOver of [parts, [...parts].reverse()]) {
      expect(balanceOf({ carriedOver, taken: [off("2026-05-04", 10)] })).toMatchObject({ expired: 600, left: 234 * 60 });
    }
    expect(balanceOf({ carriedOver: [carried(20, "2026-06-30"), carried(10, "2026-09-30")], taken: [off("2026-05-04", 5)] })).toMatchObject({
      expired: 25 * 60,
      left: 224 * 60,
    });
  });

  it("runs out the day after its last day, and may be used on that day", () => {
    const carriedOver = [carried(10, "2026-09-30")];
    expect(balanceOf({ carriedOver, on: day("2026-09-30") })).toMatchObject({ expired: 0, left: 234 * 60 });
    const after = balanceOf({ carriedOver, on: day("2026-10-01") });
    expect(after).toMatchObject({ expired: 600, left: 224 * 60, carriedOver: 600 });
    expect(after.lines.map(({ text }) => text)).toContain("10 h of it had to be taken earlier and has run out.");
    expect(balanceOf({ carriedOver, taken: [off("2026-09-30", 4)] })).toMatchObject({ expired: 360, left: 224 * 60 });
    expect(balanceOf({ carriedOver, taken: [off("2026-10-01", 4)] })).toMatchObject({ expired: 600, left: 220 * 60 });
    expect(balanceOf({ carriedOver: [carried(10, null)] })).toMatchObject({ expired: 0, left: 234 * 60 });
  });

  it("may be taken in the first year beside the twelfths", () => {
    expect(balanceOf({ startedOn: day("2026-07-01"), carriedOver: [carried(3, null)], taken: [off("2026-08-03", 80)] })).toMatchObject({
      // 77 h of this year are taken, 76 h have built up.
      mayTakeNow: 0,
      left: 10_090 - 77 * 60,
    });
  });
});

describe("a holiday balance with irregular hours", () => {
  const periods = [0, 1, 2].map((index) => ({
    from: addDays(leaveYear.from, index * 28),
    to: addDays(leaveYear.from, index * 28 + 27),
    worked: minutes(1_785),
    onLeave: 0,
  }));
  const basis = { kind: "irregularHours" as const, periods, averageWeek: null };

  it("has what the pay periods up to the day have built up", () => {
    // 29.75 hours in each of four weeks: 4 h a period. The second ends on 26 May.
    expect(balanceOf({ basis, on: day("2026-05-26"), taken: [off("2026-05-04", 3)] })).toMatchObject({
      entitled: 480,
      accrued: 480,
      left: 300,
      mayTakeNow: 300,
    });
    expect(balanceOf({ basis, on: day("2026-05-25") })).toMatchObject({ entitled: 240, accrued: 240 });
    expect(balanceOf({ basis }).lines.map(({ text }) => text)).toEqual([
      "89 h 15 min worked in 3 pay periods since 1 April 2026.",
      "12.07% of each period, in whole hours, makes 12 h.",
      "The exact total is 10 h 47 min. The higher of the two counts.",
      "Holiday built up: 12 h.",
      "Taken by 1 October 2026: 0 min.",
      "Left: 12 h.",
    ]);
  });

  it("stops at 5.6 average weeks", () => {
    expect(balanceOf({ basis: { ...basis, averageWeek: { time: hours(1), weeks: 1 } } })).toMatchObject({ entitled: 336 });
  });
});

describe("a holiday balance refuses", () => {
  const refusal = (change: Partial<HolidayBalanceInput>) => {
    const verdict = calculateHolidayBalance(anInput(change), rates);
    return verdict.ok ? null : verdict.problems[0];
  };

  it("a day outside the leave year or before the job", () => {
    expect(refusal({ on: day("2026-03-31") })).toEqual({
      field: "on",
      value: "2026-03-31",
      rule: "The day must be in the job and in the leave year, 1 April 2026 to 31 March 2027.",
      wayOut: "Choose a day of that leave year.",
    });
    expect(refusal({ on: day("2027-04-01") })).toMatchObject({ field: "on" });
    expect(refusal({ on: day("2026-04-01") })).toBeNull();
    expect(refusal({ on: day("2027-03-31") })).toBeNull();
    expect(refusal({ startedOn: day("2026-10-02") })).toMatchObject({ field: "on", wayOut: "Choose a day of that leave year." });
    expect(refusal({ startedOn: day("2026-10-01") })).toBeNull();
  });

  it("amounts below zero and what its parts refuse", () => {
    expect(refusal({ taken: [off("2026-05-04", -1)] })).toEqual({
      field: "taken",
      value: "−1 h",
      rule: "Holiday taken or carried over may not be below zero.",
      wayOut: "Correct that entry.",
    });
    expect(refusal({ carriedOver: [carried(-1, null)] })).toMatchObject({ field: "taken" });
    expect(refusal({ taken: [off("2026-05-04", 0)] })).toBeNull();
    expect(refusal({ basis: { kind: "fixedHours", weeks: [] } })).toMatchObject({ field: "weeks" });
    const basis = { kind: "irregularHours" as const, periods: [], averageWeek: null };
    expect(refusal({ basis, leaveYear: { from: day("2024-03-31"), to: day("2025-03-30") }, on: day("2024-10-01") })).toMatchObject({
      field: "leaveYear.from",
    });
  });
});

describe("a holiday balance adds up", () => {
  it("what is left, taken and run out is what there was, and nothing is below zero", () => {
    const anyDay = fc.nat(364).map((days) => addDays(leaveYear.from, days));
    const someTime = fc.nat(6_000).map(minutes);
    const part = fc.record({ minutes: someTime, takeBy: fc.option(anyDay, { nil: null }) });
    const dayOff = fc.record({ on: anyDay, minutes: someTime });
    fc.assert(
      fc.property(anyDay, fc.array(part, { maxLength: 3 }), fc.array(dayOff, { maxLength: 4 }), fc.nat(700), (on, carriedOver, taken, before) => {
        const startedOn = addDays(leaveYear.from, -before);
        const balance = balanceOf({ on, carriedOver, taken, startedOn });
        const { entitled, accrued, expired, left, overtaken, mayTakeNow, booked } = balance;
        expect(left + balance.taken + expired).toBe(entitled + balance.carriedOver + overtaken);
        expect(Math.min(entitled, accrued, expired, left, overtaken, mayTakeNow, booked)).toBeGreaterThanOrEqual(0);
        expect(mayTakeNow).toBeLessThanOrEqual(left);
        expect(accrued).toBeLessThanOrEqual(entitled);
        expect(balance.taken + booked).toBe(taken.reduce((sum, off) => sum + off.minutes, 0));
      }),
      { numRuns: manyCases },
    );
  });
});
