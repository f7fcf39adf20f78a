import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minutes, type TimeOfDay } from "../../../../shared/core/minutes.ts";
import { basisPoints, pence } from "../../../../shared/core/money.ts";
import { addDays, plainDate } from "../../../../shared/core/plainDate.ts";
import { calculateGrossPay, type GrossPayInput, type GrossPayResult } from "../../../../shared/payroll/gross/grossPay.ts";
import type { DatedPayRate, KindsByDay, PaidKindOfTime, PaidShift } from "../../../../shared/payroll/gross/paidTime.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";
import { minutesBetween, shiftMoments } from "../../../../shared/rota/shift.ts";
import { manyCases } from "../../../support/manyCases.ts";

const day = plainDate;
const kind = (id: string, name: string, position: number, change: Partial<PaidKindOfTime> = {}): PaidKindOfTime => ({
  id,
  name,
  paidBy: "hour",
  minimumWageCounts: "all",
  position,
  ...change,
});
const kinds: readonly PaidKindOfTime[] = [
  kind("weekday", "Weekday", 0),
  kind("saturday", "Saturday", 1),
  kind("sunday", "Sunday", 2),
  kind("bankHoliday", "Bank holiday", 3),
  kind("wakingNight", "Waking night", 4),
  kind("sleepIn", "Sleep-in", 5, { paidBy: "shift", minimumWageCounts: "awakeOnly" }),
  kind("training", "Training", 6),
  kind("liveIn", "Live-in day", 7, { paidBy: "day" }),
  kind("mileage", "Mileage", 8, { paidBy: "mile", minimumWageCounts: "none" }),
  kind("callOut", "Call-out", 9, { leastPaidMinutes: minutes(120) }),
  kind("standBy", "Stand-by", 10, { minimumWageCounts: "none" }),
];
const rate = (kindOfTimeId: string, ratePence: number, fromOn = "2024-01-01"): DatedPayRate => ({
  kindOfTimeId,
  fromOn: day(fromOn),
  ratePence: pence(ratePence),
});
const payRates = [
  rate("weekday", 13_00),
  rate("weekday", 13_50, "2026-09-01"),
  rate("saturday", 14_00),
  rate("sunday", 15_00),
  rate("bankHoliday", 20_00),
  rate("wakingNight", 14_20),
  rate("sleepIn", 60_00),
  rate("training", 13_00),
  rate("liveIn", 150_00),
  rate("callOut", 16_00),
  rate("standBy", 2_00),
];
const kindsByDay: KindsByDay = {
  ordinaryKindId: "weekday",
  saturdayKindId: "saturday",
  sundayKindId: "sunday",
  bankHolidayKindId: "bankHoliday",
};

/** A shift by the kitchen clock. */
const timed = (on: string, start: string, end: string, change: Partial<PaidShift> & { readonly break?: number } = {}): PaidShift => {
  const moments = shiftMoments(day(on), start as TimeOfDay, end as TimeOfDay);
  const { break: unpaid = 0, ...rest } = change;
  const workedMinutes = minutes(minutesBetween(moments) - unpaid);
  return {
    onDate: day(on),
    ...moments,
    workedMinutes,
    awakeMinutes: minutes(0),
    milesHundredths: 0,
    kindOfTimeId: "weekday",
    planLineId: "day",
    ...rest,
  };
};
/** A shift of which only the length is known. */
const untimed = (on: string, time: number, change: Partial<PaidShift> = {}): PaidShift => ({
  onDate: day(on),
  workedMinutes: minutes(time),
  awakeMinutes: minutes(0),
  milesHundredths: 0,
  kindOfTimeId: "weekday",
  planLineId: "day",
  ...change,
});
const verdictOf = (shifts: readonly PaidShift[], change: Partial<GrossPayInput> = {}) =>
  calculateGrossPay({ shifts, kinds, payRates, milesHundredthsBefore: 0, ...change }, taxYear2026);
const grossOf = (shifts: readonly PaidShift[], change: Partial<GrossPayInput> = {}): GrossPayResult => {
  const verdict = verdictOf(shifts, change);
  if (!verdict.ok) throw new Error(verdict.problems.map(({ rule }) => rule).join(" "));
  return verdict.value;
};
const linesOf = (shifts: readonly PaidShift[], change: Partial<GrossPayInput> = {}) =>
  grossOf(shifts, change).lines.map(({ label, minutes: time, amount }) => [label, time, amount]);
const problemsOf = (shifts: readonly PaidShift[], change: Partial<GrossPayInput> = {}) => {
  const verdict = verdictOf(shifts, change);
  return verdict.ok ? [] : verdict.problems;
};

describe("time by the hour", () => {
  it("is added up before it is multiplied, for each rate and plan line", () => {
    const shifts = [untimed("2026-08-10", 20), untimed("2026-08-11", 20), untimed("2026-09-01", 60), untimed("2026-08-12", 60, { planLineId: null })];
    expect(grossOf(shifts).lines).toMatchObject([
      // 40 min × £13.00 = £8.666.
      { kind: "hours", minutes: 40, units: null, ratePence: 13_00, amount: 8_67, planLineId: "day" },
      { kind: "hours", minutes: 60, ratePence: 13_00, amount: 13_00, planLineId: null },
      { kind: "hours", minutes: 60, ratePence: 13_50, amount: 13_50 },
    ]);
  });

  it("says how much time and at what rate", () => {
    expect(grossOf([untimed("2026-08-10", 450)]).lines[0]?.explanation).toEqual({
      amount: 97_50,
      rule: { name: "Gross pay from confirmed time", source: "The rates of pay agreed in the contract" },
      lines: [{ text: "Weekday: 7 h 30 min at £13.00 an hour.", amount: 97_50 }],
    });
  });

  it("stands in the order of the kinds, then of the rates", () => {
    const shifts = [untimed("2026-09-01", 60, { kindOfTimeId: "training" }), untimed("2026-09-01", 60), untimed("2026-08-31", 60)];
    expect(grossOf(shifts).lines.map(({ label, ratePence }) => [label, ratePence])).toEqual([
      ["Weekday", 13_00],
      ["Weekday", 13_50],
      ["Training", 13_00],
    ]);
  });

  it("of two rates from one day the first in the list counts", () => {
    const twice = [rate("weekday", 12_80, "2026-05-01"), rate("weekday", 12_90, "2026-05-01"), rate("weekday", 12_71)];
    expect(grossOf([untimed("2026-05-01", 60)], { payRates: twice }).lines[0]?.ratePence).toBe(12_80);
    expect(grossOf([untimed("2026-04-30", 60)], { payRates: twice }).lines[0]?.ratePence).toBe(12_71);
  });
});

describe("the nights the clocks change", () => {
  it("23:00 to 07:00 is paid 7 hours in March and 9 in October", () => {
    const night = { kindOfTimeId: "wakingNight" };
    // 7 × £14.20, 9 × £14.20, and 8 × £14.20 on any other night.
    expect(linesOf([timed("2026-03-28", "23:00", "07:00", night)])).toEqual([["Waking night", 420, 99_40]]);
    expect(linesOf([timed("2026-10-24", "23:00", "07:00", night)])).toEqual([["Waking night", 540, 127_80]]);
    expect(linesOf([timed("2026-11-07", "23:00", "07:00", night)])).toEqual([["Waking night", 480, 113_60]]);
  });
});

describe("a shift over midnight", () => {
  it("is paid as Saturday from midnight, Sunday from the next, when the kinds follow the day", () => {
    // Friday 20 November 2026: 2 h weekday £27.00 (£13.50), 8 h Saturday £112.00.
    expect(linesOf([timed("2026-11-20", "22:00", "08:00")], { kindsByDay })).toEqual([
      ["Weekday", 120, 27_00],
      ["Saturday", 480, 112_00],
    ]);
    expect(linesOf([timed("2026-11-21", "22:00", "08:00")], { kindsByDay })).toEqual([
      ["Saturday", 120, 28_00],
      ["Sunday", 480, 120_00],
    ]);
  });

  it("a bank holiday comes before the day of the week", () => {
    // Good Friday 3 April 2026 into Saturday; Boxing Day 2026 is given on Monday 28 December, so Saturday 26 December is a Saturday.
    expect(linesOf([timed("2026-04-03", "22:00", "02:00")], { kindsByDay })).toEqual([
      ["Saturday", 120, 28_00],
      ["Bank holiday", 120, 40_00],
    ]);
    expect(linesOf([untimed("2026-12-26", 60)], { kindsByDay })).toEqual([["Saturday", 60, 14_00]]);
    expect(linesOf([untimed("2026-12-28", 60)], { kindsByDay })).toEqual([["Bank holiday", 60, 20_00]]);
  });

  it("stays the ordinary kind where the contract has no other, and other kinds never change", () => {
    const none: KindsByDay = { ordinaryKindId: "weekday", saturdayKindId: null, sundayKindId: null, bankHolidayKindId: null };
    expect(linesOf([untimed("2026-11-21", 60), untimed("2026-11-22", 60), untimed("2026-12-25", 60)], { kindsByDay: none })).toEqual([
      ["Weekday", 180, 40_50],
    ]);
    expect(linesOf([untimed("2026-11-21", 60, { kindOfTimeId: "training" })], { kindsByDay })).toEqual([["Training", 60, 13_00]]);
    expect(linesOf([untimed("2026-11-22", 60)], { kindsByDay: { ...none, saturdayKindId: "saturday" } })).toEqual([["Weekday", 60, 13_50]]);
    expect(linesOf([untimed("2026-11-21", 60)], { kindsByDay: { ...none, sundayKindId: "sunday" } })).toEqual([["Weekday", 60, 13_50]]);
  });

  it("is paid the new rate from midnight of the day it starts", () => {
    // 31 August 2026, 22:00: 2 h at £13.00, then 6 h at £13.50.
    expect(linesOf([timed("2026-08-31", "22:00", "06:00")])).toEqual([
      ["Weekday", 120, 26_00],
      ["Weekday", 360, 81_00],
    ]);
    expect(linesOf([timed("2026-08-31", "16:00", "00:00")])).toEqual([["Weekday", 480, 104_00]]);
  });

  it("an unpaid break comes off the longest part, and of two equal ones off the first", () => {
    expect(linesOf([timed("2026-08-31", "22:00", "06:00", { break: 30 })])).toEqual([
      ["Weekday", 120, 26_00],
      ["Weekday", 330, 74_25],
    ]);
    expect(linesOf([timed("2026-08-31", "22:00", "02:00", { break: 30 })])).toEqual([
      ["Weekday", 90, 19_50],
      ["Weekday", 120, 27_00],
    ]);
  });

  it("a break as long as the longest part goes on in the next", () => {
    // 2 h and 6 h less 7 h: all but 1 h; the part of nothing is not shown.
    expect(linesOf([timed("2026-08-31", "22:00", "06:00", { break: 420 })])).toEqual([["Weekday", 60, 13_00]]);
  });

  it("without its moments, or with one of them, it is all paid as its first day", () => {
    expect(linesOf([untimed("2026-08-31", 480, { endAt: "2026-09-01T06:00:00.000Z" })])).toEqual([["Weekday", 480, 104_00]]);
    expect(linesOf([untimed("2026-08-31", 480)])).toEqual([["Weekday", 480, 104_00]]);
  });
});

describe("a sleep-in", () => {
  const careAndNights = [
    ...["2026-08-10", "2026-08-11", "2026-08-12", "2026-08-13"].map((on) => timed(on, "08:00", "20:00")),
    timed("2026-08-10", "22:00", "07:00", { kindOfTimeId: "sleepIn", awakeMinutes: minutes(60) }),
    timed("2026-08-11", "22:00", "07:00", { kindOfTimeId: "sleepIn", awakeMinutes: minutes(30) }),
  ];

  it("pays its fee and the basic rate for time awake (payroll rules, section 9: 48 hours and two sleep-ins)", () => {
    expect(grossOf(careAndNights).lines).toMatchObject([
      { kind: "hours", label: "Weekday", minutes: 48 * 60, amount: 624_00 },
      { kind: "shift", label: "Sleep-in", minutes: 18 * 60, units: 2, ratePence: 60_00, amount: 120_00 },
      { kind: "timeAwake", label: "Sleep-in: time awake", minutes: 90, units: null, ratePence: 13_00, amount: 19_50 },
    ]);
    expect(grossOf(careAndNights).lines[1]?.explanation.lines[0]?.text).toBe("Sleep-in: 2 shifts at £60.00 a shift.");
    expect(grossOf([careAndNights[4] as PaidShift]).lines[0]?.explanation.lines[0]?.text).toBe("Sleep-in: 1 shift at £60.00 a shift.");
  });

  it("counts for the minimum wage only while awake, and its fee not at all", () => {
    expect(grossOf(careAndNights)).toMatchObject({ minimumWageTime: 49.5 * 60, minimumWagePay: 643_50 });
  });

  it("over a rate change pays the fee and the time awake of its first day", () => {
    const night = timed("2026-08-31", "22:00", "07:00", { kindOfTimeId: "sleepIn", awakeMinutes: minutes(60) });
    expect(linesOf([night])).toEqual([
      ["Sleep-in", 540, 60_00],
      ["Sleep-in: time awake", 60, 13_00],
    ]);
  });

  it("takes the first kind that is paid by the hour and counts in full, whatever the order of the list", () => {
    const night = [timed("2026-08-10", "22:00", "07:00", { kindOfTimeId: "sleepIn", awakeMinutes: minutes(60) })];
    expect(linesOf(night, { kinds: [...kinds].reverse() })[1]).toEqual(["Sleep-in: time awake", 60, 13_00]);
    const withoutBasic = kinds.filter(({ id }) => id === "sleepIn" || id === "standBy");
    expect(problemsOf(night, { kinds: withoutBasic })).toEqual([
      {
        field: "awakeMinutes",
        value: "1 h",
        rule: "Time awake in a sleep-in needs an hourly rate.",
        wayOut: "Add a kind of time paid by the hour.",
      },
    ]);
  });
});

describe("other kinds", () => {
  it("a live-in day is paid once a day and all of its time counts", () => {
    const shifts = [
      timed("2026-08-10", "07:00", "12:00", { kindOfTimeId: "liveIn" }),
      timed("2026-08-10", "17:00", "22:00", { kindOfTimeId: "liveIn" }),
      timed("2026-08-11", "07:00", "12:00", { kindOfTimeId: "liveIn" }),
    ];
    expect(grossOf(shifts)).toMatchObject({
      lines: [{ kind: "day", minutes: 15 * 60, units: 2, amount: 300_00 }],
      minimumWageTime: 15 * 60,
      minimumWagePay: 300_00,
    });
    expect(grossOf(shifts).lines[0]?.explanation.lines[0]?.text).toBe("Live-in day: 2 days at £150.00 a day.");
  });

  it("miles are paid at HMRC's rate when no other was agreed, outside gross pay", () => {
    expect(grossOf([untimed("2026-08-10", 60, { milesHundredths: 1250 })]).lines[1]).toMatchObject({
      kind: "mileage",
      label: "Mileage",
      units: 12.5,
      amount: 6_88,
      minutes: null,
    });
    const kindsWithoutMiles = kinds.filter(({ paidBy }) => paidBy !== "mile");
    expect(linesOf([untimed("2026-08-10", 60, { milesHundredths: 1250 })], { kinds: kindsWithoutMiles })).toHaveLength(1);
  });

  it("miles of two rates share the 10,000 of the year", () => {
    const rates = [...payRates, rate("mileage", 55), rate("mileage", 50, "2026-09-01")];
    const shifts = [untimed("2026-08-10", 0, { milesHundredths: 10_000 }), untimed("2026-09-10", 0, { milesHundredths: 10_000 })];
    // 100 miles are left at 55p: the line at 50p comes first by its rate and uses them up; the 100 at 55p are allowed 25p.
    const miles = grossOf(shifts, { payRates: rates, milesHundredthsBefore: 990_000 }).lines.filter(({ kind: of }) => of !== "hours");
    expect(miles.map(({ kind: of, amount }) => [of, amount])).toEqual([
      ["mileage", 50_00],
      ["mileage", 25_00],
      ["taxableMileage", 30_00],
    ]);
  });

  it("stand-by that does not count is paid and left out of the minimum wage", () => {
    expect(grossOf([untimed("2026-08-10", 60, { kindOfTimeId: "standBy" })])).toMatchObject({
      lines: [{ amount: 2_00 }],
      minimumWageTime: 0,
      minimumWagePay: 0,
    });
  });
});

describe("a minimum paid call-out of two hours", () => {
  const call = (time: number) => linesOf([untimed("2026-08-10", time, { kindOfTimeId: "callOut" })]);
  it("pays half an hour as two, a longer call as it was, and no call not at all", () => {
    expect(call(30)).toEqual([
      ["Call-out", 30, 8_00],
      ["Call-out: call-out made up to 2 h", null, 24_00],
    ]);
    expect(call(119)).toEqual([
      ["Call-out", 119, 31_73],
      ["Call-out: call-out made up to 2 h", null, 27],
    ]);
    expect(call(120)).toEqual([["Call-out", 120, 32_00]]);
    expect(call(0)).toEqual([["Call-out", 0, 0]]);
  });

  it("what it adds is no time and no pay of the minimum wage", () => {
    expect(grossOf([untimed("2026-08-10", 30, { kindOfTimeId: "callOut" })])).toMatchObject({ minimumWageTime: 30, minimumWagePay: 8_00 });
  });
});

describe("rounding of time", () => {
  const to15 = { stepMinutes: 15, direction: "nearest" } as const;
  it("rounds each shift, and counts time as worked for the minimum wage", () => {
    const shifts = [untimed("2026-08-10", 67), untimed("2026-08-11", 68)];
    // 67 → 60, 68 → 75: 135 min × £13.00 = £29.25.
    expect(grossOf(shifts, { rounding: to15 })).toMatchObject({
      lines: [{ minutes: 135, amount: 29_25 }],
      minimumWageTime: 135,
      minimumWagePay: 29_25,
    });
    expect(grossOf([untimed("2026-08-10", 67)], { rounding: to15 })).toMatchObject({ lines: [{ minutes: 60 }], minimumWageTime: 67 });
  });

  it("puts the rounded minutes of a night on its longest part", () => {
    expect(linesOf([timed("2026-08-31", "22:00", "06:08")], { rounding: to15 })).toEqual([
      ["Weekday", 120, 26_00],
      ["Weekday", 375, 84_38],
    ]);
  });
});

describe("overtime in gross pay", () => {
  it("is a line of its own, and its premium does not count for the minimum wage", () => {
    const overtime = { per: "week", aboveMinutes: minutes(37 * 60), pay: { kind: "times", times: basisPoints(15_000) } } as const;
    const week = ["2026-08-10", "2026-08-11", "2026-08-12", "2026-08-13", "2026-08-14"].map((on) => timed(on, "09:00", "17:00"));
    // 40 h at £13.00 = £520.00; 3 h × £6.50 = £19.50.
    expect(grossOf(week, { overtime })).toMatchObject({
      lines: [
        { kind: "hours", minutes: 2400, amount: 520_00 },
        { kind: "overtime", minutes: null, amount: 19_50 },
      ],
      minimumWageTime: 2400,
      minimumWagePay: 520_00,
    });
    // Stand-by that does not count is no overtime either.
    const standBy = timed("2026-08-15", "09:00", "17:00", { kindOfTimeId: "standBy" });
    expect(grossOf([...week, standBy], { overtime }).lines.at(-1)).toMatchObject({ kind: "overtime", amount: 19_50 });
  });
});

describe("what belongs where", () => {
  const once = { per: "period", aboveMinutes: minutes(0), pay: { kind: "times", times: basisPoints(15_000) } } as const;
  const premiums = (shifts: readonly PaidShift[]) =>
    grossOf(shifts, { overtime: once })
      .lines.filter(({ kind: of }) => of === "overtime")
      .map(({ label, amount }) => [label, amount]);

  it("time awake counts only in a sleep-in, and none is no line", () => {
    expect(linesOf([untimed("2026-08-10", 60, { awakeMinutes: minutes(30) })])).toEqual([["Weekday", 60, 13_00]]);
    expect(linesOf([untimed("2026-08-10", 540, { kindOfTimeId: "sleepIn" })])).toEqual([["Sleep-in", 540, 60_00]]);
    const onlySleepIn = kinds.filter(({ id }) => id === "sleepIn");
    expect(linesOf([untimed("2026-08-10", 540, { kindOfTimeId: "sleepIn" })], { kinds: onlySleepIn })).toEqual([["Sleep-in", 540, 60_00]]);
  });

  it("of a sleep-in only time awake is overtime, and nothing of miles or a call-out's top-up", () => {
    const night = untimed("2026-08-10", 540, { kindOfTimeId: "sleepIn", awakeMinutes: minutes(60), milesHundredths: 1000 });
    expect(premiums([night])).toEqual([["Sleep-in: time awake: overtime premium", 6_50]]);
    expect(premiums([untimed("2026-08-10", 30, { kindOfTimeId: "callOut" })])).toEqual([["Call-out: overtime premium", 4_00]]);
  });

  it("two lines of the plan are two lines of pay", () => {
    const shifts = [untimed("2026-08-10", 60), untimed("2026-08-11", 60, { planLineId: "night" })];
    expect(grossOf(shifts).lines.map(({ planLineId, amount }) => [planLineId, amount])).toEqual([
      ["day", 13_00],
      ["night", 13_00],
    ]);
    expect(premiums(shifts)).toHaveLength(2);
  });

  it("the basic rate is one by the hour, even when a live-in day comes first", () => {
    const dayFirst = [kind("liveIn", "Live-in day", -1, { paidBy: "day" }), ...kinds.filter(({ id }) => id !== "liveIn")];
    const night = untimed("2026-08-10", 540, { kindOfTimeId: "sleepIn", awakeMinutes: minutes(60) });
    expect(linesOf([night], { kinds: dayFirst })[1]).toEqual(["Sleep-in: time awake", 60, 13_00]);
    // Saturday stands where Weekday stands: the first of the two in the list counts.
    const together = [kind("saturday", "Saturday", 0), ...kinds.filter(({ id }) => id !== "saturday")];
    expect(linesOf([night], { kinds: together })[1]).toEqual(["Sleep-in: time awake", 60, 14_00]);
  });
});

describe("what is refused", () => {
  it("each kind without a rate by itself", () => {
    const shifts = [untimed("2023-12-31", 60), untimed("2023-12-30", 60), untimed("2023-12-29", 60, { kindOfTimeId: "training" })];
    expect(problemsOf(shifts).map(({ rule }) => rule)).toEqual([
      "There is no rate of pay for Weekday on 31 December 2023.",
      "There is no rate of pay for Weekday on 30 December 2023.",
      "There is no rate of pay for Training on 29 December 2023.",
    ]);
  });

  it("time without a rate on its day, once for each kind and day", () => {
    const shifts = [untimed("2023-12-31", 60), untimed("2023-12-31", 90)];
    expect(problemsOf(shifts)).toEqual([
      {
        field: "payRate",
        value: "Weekday",
        rule: "There is no rate of pay for Weekday on 31 December 2023.",
        wayOut: "Add a rate for it in the person's pay settings.",
      },
    ]);
  });

  it("a rate of pay below nothing, once for each kind, while a rate of nothing is paid as it is", () => {
    const below = [rate("weekday", -13_00)];
    expect(problemsOf([untimed("2026-08-10", 8 * 60), untimed("2026-08-11", 60)], { payRates: below })).toEqual([
      {
        field: "payRate",
        value: "−£13.00",
        rule: "The rate of pay for Weekday must be from £0.00 to £10,000,000.00, in pounds and whole pence.",
        wayOut: "Correct the sum.",
      },
    ]);
    expect(problemsOf([untimed("2026-08-10", 60)], { payRates: [rate("weekday", 0)] })).toEqual([]);
  });

  it("miles paid earlier in the year that are below nothing", () => {
    const shifts = [untimed("2026-08-10", 60, { milesHundredths: 10_00 })];
    expect(problemsOf(shifts, { milesHundredthsBefore: -1 })).toMatchObject([{ field: "milesBefore", value: "-0.01" }]);
    expect(problemsOf(shifts, { milesHundredthsBefore: 0 })).toEqual([]);
  });

  it("the part after midnight when its kind has no rate", () => {
    const noSaturday = payRates.filter(({ kindOfTimeId }) => kindOfTimeId !== "saturday");
    expect(problemsOf([timed("2026-11-20", "22:00", "08:00")], { kindsByDay, payRates: noSaturday })).toMatchObject([
      { field: "payRate", value: "Saturday", rule: "There is no rate of pay for Saturday on 21 November 2026." },
    ]);
  });

  it("a kind of time nobody knows", () => {
    const unknown = { field: "kindOfTime", value: "gone", rule: "The shift on 10 August 2026 has a kind of time that is not known." };
    expect(problemsOf([untimed("2026-08-10", 60, { kindOfTimeId: "gone" })])).toMatchObject([
      { ...unknown, wayOut: "Choose its kind of time again." },
    ]);
    const byDay = { ...kindsByDay, saturdayKindId: "gone" };
    expect(problemsOf([untimed("2026-11-21", 60)], { kindsByDay: byDay })).toMatchObject([{ field: "kindOfTime", value: "gone" }]);
  });

  it("what the shifts themselves show to be wrong, before any rate is looked for", () => {
    expect(problemsOf([untimed("2023-12-31", 25 * 60)])).toMatchObject([{ field: "workedMinutes", value: "25 h" }]);
  });
});

describe("what always holds", () => {
  const anyShift = fc.record({
    on: fc.integer({ min: 0, max: 700 }).map((days) => addDays(day("2025-03-01"), days)),
    start: fc.integer({ min: 0, max: 1439 }),
    end: fc.integer({ min: 0, max: 1439 }),
    thousandths: fc.integer({ min: 1, max: 999 }),
  });
  const clock = (count: number) => `${String(Math.floor(count / 60)).padStart(2, "0")}:${String(count % 60).padStart(2, "0")}`;
  const total = (shifts: readonly PaidShift[]) => grossOf(shifts, { kindsByDay }).lines.reduce((sum, { amount }) => sum + amount, 0);

  it("a shift cut in two at any moment is paid the same", () => {
    fc.assert(
      fc.property(anyShift, ({ on, start, end, thousandths }) => {
        const whole = timed(on, clock(start), clock(end));
        const length = whole.workedMinutes;
        const cutAt = Math.ceil((length * thousandths) / 1_000);
        fc.pre(length > cutAt);
        const at = new Date(Date.parse(whole.startAt ?? "") + cutAt * 60_000).toISOString();
        const first = { ...whole, endAt: at, workedMinutes: minutes(cutAt) };
        const second = { ...whole, startAt: at, workedMinutes: minutes(length - cutAt) };
        expect(total([first, second])).toBe(total([whole]));
      }),
      { numRuns: manyCases },
    );
  }, 60_000);
});
