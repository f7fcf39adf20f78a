import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Minutes, minutes } from "../../../../shared/core/minutes.ts";
import { pence } from "../../../../shared/core/money.ts";
import { addDays, plainDate } from "../../../../shared/core/plainDate.ts";
import { type AccrualOnLeaveInput, accrueHolidayOnLeave, type WorkedWeek } from "../../../../shared/payroll/holiday/accrualOnLeave.ts";
import { calculateHolidayPay } from "../../../../shared/payroll/holiday/holidayPay.ts";
import {
  type AccrualPeriod,
  accrueIrregularHoursHoliday,
  calculateIrregularHoursHoliday,
  type IrregularHoursHolidayInput,
  wholeMinutesOf,
} from "../../../../shared/payroll/holiday/irregularHoursAccrual.ts";
import { leaveYearOn } from "../../../../shared/payroll/holiday/leaveYear.ts";
import {
  calculateRolledUpHolidayPay,
  calculateRolledUpHolidayPayOnLeave,
  checkRolledUpHolidayPay,
  type RolledUpPayment,
} from "../../../../shared/payroll/holiday/rolledUpHolidayPay.ts";
import { taxYear2026 as rates } from "../../../../shared/rates/2026-27.ts";
import { manyCases } from "../../../support/manyCases.ts";

const day = plainDate;
const hours = (count: number) => minutes(count * 60);
const leaveYear = { from: day("2026-04-01"), to: day("2027-03-31") };
/** Periods of so many days, one after the other from 1 April 2026. */
const periodsOf = (times: readonly Minutes[], length = 7, onLeave = 0): AccrualPeriod[] =>
  times.map((worked, index) => ({
    from: addDays(leaveYear.from, index * length),
    to: addDays(leaveYear.from, (index + 1) * length - 1),
    worked,
    onLeave,
  }));
const verdictOf = (change: Partial<IrregularHoursHolidayInput>) =>
  calculateIrregularHoursHoliday({ leaveYear, periods: [], averageWeek: null, ...change }, rates);
const holidayOf = (change: Partial<IrregularHoursHolidayInput>) => {
  const verdict = verdictOf(change);
  if (!verdict.ok) throw new Error("refused");
  return verdict.value;
};

describe("12.07% of one pay period", () => {
  it("is rounded to the whole hour, half up", () => {
    // 248 minutes give 29.9336 minutes, 249 give 30.0543.
    expect(accrueIrregularHoursHoliday(minutes(248), rates)).toEqual({ tenThousandthsOfMinutes: 299_336, roundedHours: 0 });
    expect(accrueIrregularHoursHoliday(minutes(249), rates)).toEqual({ tenThousandthsOfMinutes: 300_543, roundedHours: 1 });
  });

  it("of the exact total no part of a minute is lost", () => {
    expect([wholeMinutesOf(0), wholeMinutesOf(1), wholeMinutesOf(10_000), wholeMinutesOf(10_001)]).toEqual([0, 1, 1, 2]);
  });
});

describe("holiday of a leave year with irregular hours", () => {
  it("grants the exact total when rounding eats it: ten weeks of four hours", () => {
    // 0.4828 h a week rounds to 0 each; 40 h × 12.07% is 4.828 h or 289.68 minutes.
    const year = holidayOf({ periods: periodsOf(Array<Minutes>(10).fill(hours(4))) });
    expect(year).toMatchObject({ granted: 290, roundedHours: 0, tenThousandthsOfMinutes: 2_896_800, cap: null });
    // Nine weeks are 260.712 minutes, so 261; the tenth adds 29.
    expect(year.addedByLastPeriod).toBe(29);
  });

  it("grants the rounded total when that is higher: two periods of 29.75 hours", () => {
    // 3.590825 h rounds to 4 each; exact are 7.18165 h or 430.9 minutes.
    const year = holidayOf({ periods: periodsOf([minutes(1_785), minutes(1_785)], 28) });
    expect(year).toEqual({
      granted: 480,
      addedByLastPeriod: 240,
      tenThousandthsOfMinutes: 4_308_990,
      roundedHours: 8,
      cap: null,
      rule: { name: "Holiday of irregular hours", source: rates.holiday.sources[0] },
      lines: [
        { text: "59 h 30 min worked in 2 pay periods since 1 April 2026." },
        { text: "12.07% of each period, in whole hours, makes 8 h." },
        { text: "The exact total is 7 h 11 min. The higher of the two counts." },
        { text: "Holiday built up: 8 h." },
      ],
    });
  });

  it("adds what sickness or leave built up before it rounds", () => {
    expect(holidayOf({ periods: periodsOf([minutes(0)], 7, 299_999) })).toMatchObject({ roundedHours: 0, granted: 30 });
    expect(holidayOf({ periods: periodsOf([minutes(0)], 7, 300_000) })).toMatchObject({ roundedHours: 1, granted: 60 });
    expect(holidayOf({ periods: periodsOf([minutes(248)], 7, 664) })).toMatchObject({ roundedHours: 1 });
  });

  it("stops at 5.6 average weeks", () => {
    // 52 weeks of 40 h: 12.07% is 251 h 3.36 min (260 h rounded: 5 h each week); 5.6 × 40 h is 224 h.
    const periods = periodsOf(Array<Minutes>(52).fill(hours(40)));
    const year = holidayOf({ periods, averageWeek: { time: hours(52 * 40), weeks: 52 } });
    expect(year).toMatchObject({ granted: 224 * 60, cap: 224 * 60, roundedHours: 260, addedByLastPeriod: 0 });
    expect(year.lines[3]).toEqual({ text: "5.6 average weeks are 224 h, and no more builds up in a year." });
    expect(holidayOf({ periods })).toMatchObject({ granted: 260 * 60 });
    // At the cap exactly there is nothing to say; 5.6 × 10 h 43 min is 3600.8, up to 3,601.
    const first = periods.slice(0, 12);
    expect(holidayOf({ periods: first, averageWeek: { time: minutes(643), weeks: 1 } })).toMatchObject({ granted: 3_600, cap: 3_601 });
    expect(holidayOf({ periods: first, averageWeek: { time: minutes(1_500), weeks: 2 } }).lines).toHaveLength(4);
    expect(holidayOf({ periods: periodsOf([hours(40)]), averageWeek: { time: minutes(60), weeks: 1 } })).toMatchObject({ granted: 300, cap: 336 });
    expect(holidayOf({ periods: periodsOf([hours(46)]), averageWeek: { time: minutes(75), weeks: 1 } })).toMatchObject({ granted: 360, cap: 420 });
    const atCap = holidayOf({ periods: periodsOf([hours(57)]), averageWeek: { time: minutes(75), weeks: 1 } });
    expect(atCap).toMatchObject({ granted: 420, cap: 420 });
    expect(atCap.lines).toHaveLength(4);
    expect(holidayOf({ averageWeek: { time: minutes(0), weeks: 0 } })).toMatchObject({ granted: 0, cap: 0 });
  });

  it("puts periods in order and grants nothing without any", () => {
    const [first, second] = periodsOf([hours(4), hours(40)]) as [AccrualPeriod, AccrualPeriod];
    // 29 minutes for the first, then 5 h rounded against 318.648 exact minutes.
    expect(holidayOf({ periods: [second, first] })).toMatchObject({ granted: 319, addedByLastPeriod: 290 });
    expect(holidayOf({})).toMatchObject({ granted: 0, addedByLastPeriod: 0, roundedHours: 0 });
  });

  it("refuses leave years before 1 April 2024, periods of other years, shared days and time below zero", () => {
    const refusal = (change: Partial<IrregularHoursHolidayInput>) => {
      const verdict = verdictOf(change);
      return verdict.ok ? null : verdict.problems[0];
    };
    const [period] = periodsOf([hours(4)]) as [AccrualPeriod];
    expect(refusal({ leaveYear: { from: day("2024-03-31"), to: day("2025-03-30") } })).toEqual({
      field: "leaveYear.from",
      value: "2024-03-31",
      rule: "Holiday builds up at 12.07% in leave years that begin on or after 1 April 2024.",
      wayOut: "Use 5.6 weeks for the earlier leave year.",
    });
    expect(refusal({ leaveYear: { from: day("2024-04-01"), to: day("2025-03-31") } })).toBeNull();
    expect(refusal({ periods: [{ ...period, worked: minutes(-1) }] })).toEqual({
      field: "periods",
      value: "2026-04-01",
      rule: "Time worked may not be below zero.",
      wayOut: "Correct the time of that pay period.",
    });
    expect(refusal({ periods: [{ ...period, onLeave: -1 }] })).not.toBeNull();
    expect(refusal({ periods: [{ ...period, worked: minutes(0) }] })).toBeNull();
    expect(refusal({ periods: [{ ...period, to: day("2027-04-01") }] })).toEqual({
      field: "periods",
      value: "2027-04-01",
      rule: "A pay period counts in the leave year it ends in, 1 April 2026 to 31 March 2027.",
      wayOut: "Leave out periods that end in another leave year.",
    });
    expect(refusal({ periods: [{ ...period, to: day("2027-03-31") }] })).toBeNull();
    expect(refusal({ periods: [{ ...period, from: day("2026-03-01"), to: day("2026-03-31") }] })).not.toBeNull();
    expect(refusal({ periods: [{ ...period, from: day("2026-03-05"), to: day("2026-04-01") }] })).toBeNull();
    expect(refusal({ periods: [{ ...period, from: day("2026-05-02"), to: day("2026-05-01") }] })).not.toBeNull();
    expect(refusal({ periods: [{ ...period, from: day("2026-05-01"), to: day("2026-05-01") }] })).toBeNull();
    expect(refusal({ periods: [period, { ...period, from: period.to, to: addDays(period.to, 7) }] })).toEqual({
      field: "periods",
      value: "2026-04-07",
      rule: "Two pay periods share a day.",
      wayOut: "Give each pay period once.",
    });
    expect(refusal({ periods: [period, { ...period, from: addDays(period.to, 1), to: addDays(period.to, 7) }] })).toBeNull();
  });

  const anyTimes = fc.array(fc.nat(4_000).map(minutes), { minLength: 1, maxLength: 3 });

  it("pieces never come to less than the whole, and what each period adds makes up the grant", () => {
    fc.assert(
      fc.property(anyTimes, (times) => {
        const periods = periodsOf(times);
        const pieces = holidayOf({ periods });
        const whole = minutes(times.reduce((sum, time) => sum + time, 0));
        expect(pieces.tenThousandthsOfMinutes).toBe(accrueIrregularHoursHoliday(whole, rates).tenThousandthsOfMinutes);
        expect(pieces.granted).toBeGreaterThanOrEqual(wholeMinutesOf(pieces.tenThousandthsOfMinutes));
        expect(pieces.granted).toBeGreaterThanOrEqual(pieces.roundedHours * 60);
        // Rounding gives half an hour a period at most.
        expect(pieces.granted).toBeLessThanOrEqual(wholeMinutesOf(pieces.tenThousandthsOfMinutes) + 30 * times.length);
        const added = periods.map((_period, index) => holidayOf({ periods: periods.slice(0, index + 1) }).addedByLastPeriod);
        expect(Math.min(...added)).toBeGreaterThanOrEqual(0);
        expect(added.reduce((sum, minute) => sum + minute, 0)).toBe(pieces.granted);
      }),
      { numRuns: manyCases },
    );
  });
});

describe("holiday built up during sickness or statutory leave", () => {
  const leaveFrom = day("2026-11-02");
  const weekBack = (back: number, worked: number, hadLeave = false): WorkedWeek => ({
    weekFrom: addDays(leaveFrom, -7 * back),
    worked: hours(worked),
    hadLeave,
  });
  const weeksBack = (count: number, workedIn: (back: number) => number, hadLeave: (back: number) => boolean = () => false) =>
    Array.from({ length: count }, (_none, index) => weekBack(index + 1, workedIn(index + 1), hadLeave(index + 1)));
  const verdictOn = (change: Partial<AccrualOnLeaveInput>) => accrueHolidayOnLeave({ leaveFrom, weeks: [], daysOfLeave: 14, ...change }, rates);
  const accruedOn = (change: Partial<AccrualOnLeaveInput>) => {
    const verdict = verdictOn(change);
    if (!verdict.ok) throw new Error("refused");
    return verdict.value;
  };

  it("is 12.07% of the average week for each week of leave, with weeks without work kept in", () => {
    // 26 weeks of 20 h and 26 of none: 10 h a week on average. Two weeks of leave: 20 h × 12.07% = 2.414 h = 144.84 minutes.
    expect(accruedOn({ weeks: weeksBack(60, (back) => (back > 52 ? 99 : back % 2 === 0 ? 20 : 0)) })).toEqual({
      tenThousandthsOfMinutes: 1_448_400,
      weeksCounted: 52,
      weeksLeftOut: 0,
      rule: { name: "Holiday built up during sickness or leave", source: "Working Time Regulations 1998, regulation 15C" },
      lines: [
        { text: "Weeks before 2 November 2026 that count, at most 104 weeks back: 52." },
        { text: "Weeks left out because of sickness or statutory leave: 0." },
        { text: "520 h worked in them, divided by 52, times 12.07%, for 14 days of leave: 2 h 25 min." },
      ],
    });
  });

  it("leaves out weeks with sickness or leave and goes further back for them", () => {
    // Weeks 1 to 10 were sickness; weeks 11 to 62 count.
    expect(
      accruedOn({
        weeks: weeksBack(
          70,
          (back) => (back <= 10 ? 1 : back <= 62 ? 10 : 99),
          (back) => back <= 10,
        ),
      }),
    ).toMatchObject({
      weeksCounted: 52,
      weeksLeftOut: 10,
      tenThousandthsOfMinutes: 1_448_400,
    });
  });

  it("looks back 104 weeks at most, and takes the weeks there are", () => {
    expect(accruedOn({ weeks: [weekBack(104, 10), weekBack(105, 99)] })).toMatchObject({ weeksCounted: 1, tenThousandthsOfMinutes: 1_448_400 });
    expect(accruedOn({ weeks: [weekBack(1, 10), { ...weekBack(1, 99), weekFrom: addDays(leaveFrom, -6 + 7) }] })).toMatchObject({ weeksCounted: 1 });
    expect(accruedOn({ weeks: [{ ...weekBack(1, 99), weekFrom: addDays(leaveFrom, -6) }] })).toMatchObject({ weeksCounted: 0 });
  });

  it("counts a part of a week by its days, and rounds up", () => {
    // 10 h × 12.07% × 3 ÷ 7: 724,200 × 3 ÷ 7 = 310,371.43 ten-thousandths of a minute.
    expect(accruedOn({ weeks: [weekBack(1, 10)], daysOfLeave: 3 }).tenThousandthsOfMinutes).toBe(310_372);
    expect(accruedOn({ weeks: [weekBack(1, 10)], daysOfLeave: 0 }).tenThousandthsOfMinutes).toBe(0);
  });

  it("builds up nothing without a week to look at, and says so", () => {
    expect(accruedOn({ weeks: [weekBack(1, 10, true)] })).toMatchObject({
      tenThousandthsOfMinutes: 0,
      weeksCounted: 0,
      weeksLeftOut: 1,
      lines: [{}, {}, { text: "There is no week to take an average of, so nothing builds up." }],
    });
  });

  it("refuses shared days, time below zero and days that are not a whole number from 0", () => {
    const refusal = (change: Partial<AccrualOnLeaveInput>) => {
      const verdict = verdictOn(change);
      return verdict.ok ? null : verdict.problems[0];
    };
    expect(refusal({ weeks: [weekBack(1, 1), { ...weekBack(2, 1), weekFrom: addDays(leaveFrom, -13) }] })).toEqual({
      field: "weeks",
      value: "2026-10-20",
      rule: "The weeks from 20 October 2026 and from 26 October 2026 share a day.",
      wayOut: "Give each week once, all beginning on the same weekday.",
    });
    expect(refusal({ weeks: [weekBack(1, -1)] })).toEqual({
      field: "weeks",
      value: "2026-10-26",
      rule: "Time worked may not be below zero.",
      wayOut: "Correct the time of that week.",
    });
    expect(refusal({ weeks: [weekBack(1, 0)] })).toBeNull();
    expect(refusal({ daysOfLeave: -1 })).toEqual({
      field: "daysOfLeave",
      value: "-1",
      rule: "The days of leave are a whole number from 0.",
      wayOut: "Count the days of leave in this pay period.",
    });
    expect(refusal({ daysOfLeave: 1.5 })).not.toBeNull();
  });
});

describe("rolled-up holiday pay", () => {
  it("is 12.07% of all pay of the period, to the nearest penny", () => {
    expect(calculateRolledUpHolidayPay(pence(1_124_50), rates)).toEqual({
      amount: 135_73,
      rule: { name: "Rolled-up holiday pay", source: rates.holiday.sources[0], ratesYear: "2026-27" },
      lines: [{ text: "12.07% of £1,124.50, paid now instead of when holiday is taken.", amount: 135_73 }],
    });
  });

  it("is only for irregular hours and part-year work, in leave years from 1 April 2024", () => {
    expect(checkRolledUpHolidayPay("irregularHours", day("2024-04-01"))).toEqual({ ok: true, value: true });
    expect(checkRolledUpHolidayPay("partYear", day("2026-04-01")).ok).toBe(true);
    expect(checkRolledUpHolidayPay("fixedHours", day("2026-04-01"))).toEqual({
      ok: false,
      problems: [
        {
          field: "holidayBasis",
          value: "fixed hours",
          rule: "Rolled-up holiday pay is only for irregular hours and part-year workers.",
          wayOut: "Pay holiday when it is taken.",
        },
      ],
    });
    expect(checkRolledUpHolidayPay("partYear", day("2024-03-31"))).toEqual({
      ok: false,
      problems: [
        {
          field: "leaveYear.from",
          value: "2024-03-31",
          rule: "Rolled-up holiday pay is allowed in leave years that begin on or after 1 April 2024.",
          wayOut: "Pay holiday when it is taken until the next leave year.",
        },
      ],
    });
  });

  it("during sickness or leave is the average of the pay periods of the 52 weeks before", () => {
    const leaveFrom = day("2026-11-02");
    const payment = (from: string, to: string, amount: number): RolledUpPayment => ({
      periodFrom: day(from),
      periodTo: day(to),
      amount: pence(amount),
    });
    // 364 days before 2 November 2026 is 3 November 2025. (100.00 + 0 + 50.01) ÷ 3 = 50.0033…
    const payments = [
      payment("2025-11-02", "2025-11-29", 900_00),
      payment("2025-11-03", "2025-11-30", 100_00),
      payment("2026-08-03", "2026-08-30", 0),
      payment("2026-10-05", "2026-11-01", 50_01),
      payment("2026-10-06", "2026-11-02", 900_00),
    ];
    expect(calculateRolledUpHolidayPayOnLeave(leaveFrom, payments, rates)).toEqual({
      amount: 50_00,
      rule: { name: "Rolled-up holiday pay during leave", source: "Working Time Regulations 1998, regulation 16A", ratesYear: "2026-27" },
      lines: [{ text: "£150.01 in the 3 pay periods of the 52 weeks before 2 November 2026, divided by 3.", amount: 50_00 }],
    });
    // (50.01 + 50.00) ÷ 2 = 50.005, to the nearest penny 50.01.
    const two = [payment("2026-08-03", "2026-08-30", 50_00), payment("2026-10-05", "2026-11-01", 50_01)];
    expect(calculateRolledUpHolidayPayOnLeave(leaveFrom, two, rates).amount).toBe(50_01);
    expect(calculateRolledUpHolidayPayOnLeave(leaveFrom, [], rates)).toMatchObject({
      amount: 0,
      lines: [{ text: "No rolled-up holiday pay was paid before 2 November 2026." }],
    });
  });
});

describe("pay for time off", () => {
  it("is the average of the weeks looked at, to the nearest penny", () => {
    // £1,000.00 for 70 h; 8 h are 114.2857…
    expect(calculateHolidayPay(hours(8), pence(1_000_00), hours(70), rates)).toEqual({
      amount: 114_29,
      rule: { name: "Holiday pay", source: rates.holiday.sources[0], ratesYear: "2026-27" },
      lines: [
        { text: "Pay in the weeks looked at was £1,000.00 for 70.00 hours." },
        { text: "The same average for 8.00 hours off.", amount: 114_29 },
      ],
    });
  });

  it("is nothing without time to average, and says so", () => {
    expect(calculateHolidayPay(hours(8), pence(1_000_00), hours(0), rates)).toMatchObject({
      amount: 0,
      lines: [{}, { text: "There is no time to take an average of.", amount: 0 }],
    });
  });
});

describe("the leave year a day falls in", () => {
  it.each([
    ["2026-04-01", "2026-04-01", "2027-03-31"],
    ["2027-03-31", "2026-04-01", "2027-03-31"],
    ["2026-03-31", "2025-04-01", "2026-03-31"],
  ])("with an agreed start on 1 April, %s is in %s to %s", (on, from, to) => {
    expect(leaveYearOn(day(on), day("2020-09-15"), { month: 4, day: 1 })).toEqual({ from, to });
  });

  it("without an agreement runs from the day the job began", () => {
    expect(leaveYearOn(day("2026-09-14"), day("2020-09-15"), null)).toEqual({ from: "2025-09-15", to: "2026-09-14" });
    expect(leaveYearOn(day("2026-09-15"), day("2020-09-15"), null)).toEqual({ from: "2026-09-15", to: "2027-09-14" });
  });

  it("from 29 February begins on 1 March in other years", () => {
    expect(leaveYearOn(day("2026-03-01"), day("2024-02-29"), null)).toEqual({ from: "2026-03-01", to: "2027-02-28" });
    expect(leaveYearOn(day("2026-02-28"), day("2024-02-29"), null)).toEqual({ from: "2025-03-01", to: "2026-02-28" });
    expect(leaveYearOn(day("2028-02-29"), day("2024-02-29"), null)).toEqual({ from: "2028-02-29", to: "2029-02-28" });
  });
});
