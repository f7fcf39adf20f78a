import { describe, expect, it } from "vitest";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { type PayDateRule, payDatesBetween } from "../../../../shared/payroll/payRun/payDates.ts";
import { nextPayPeriod, payPeriodAt } from "../../../../shared/payroll/payRun/payRun.ts";

const day = plainDate;
const dates = (from: string, to: string, rule: PayDateRule) => payDatesBetween(day(from), day(to), rule);

describe("paydays", () => {
  it("every so many weeks run from the first, on or after the start, to the first on or after the end", () => {
    const rule = { kind: "everyWeeks", weeks: 2, firstPayDate: day("2026-04-03") } as const;
    expect(dates("2026-04-17", "2026-05-01", rule)).toEqual(["2026-04-17", "2026-05-01"]);
    expect(dates("2026-04-18", "2026-05-02", rule)).toEqual(["2026-05-01", "2026-05-15"]);
    expect(dates("2026-04-01", "2026-04-01", { ...rule, weeks: 4 })).toEqual(["2026-04-03"]);
    expect(dates("2026-04-01", "2026-05-02", { ...rule, weeks: 4 })).toEqual(["2026-04-03", "2026-05-01", "2026-05-29"]);
    expect(dates("2026-04-04", "2026-04-17", { ...rule, weeks: 1 })).toEqual(["2026-04-10", "2026-04-17"]);
  });

  it("of pay weeks are the last day of each week from the start", () => {
    expect(dates("2026-06-07", "2026-06-21", { kind: "payWeeks" })).toEqual(["2026-06-13", "2026-06-20", "2026-06-27"]);
  });

  it("are the first, the last or the last working day of a month", () => {
    expect(dates("2026-04-01", "2026-05-02", { kind: "firstDay" })).toEqual(["2026-04-01", "2026-05-01", "2026-06-01"]);
    expect(dates("2026-04-02", "2026-05-01", { kind: "firstDay" })).toEqual(["2026-05-01"]);
    expect(dates("2028-01-31", "2028-03-01", { kind: "lastDay" })).toEqual(["2028-01-31", "2028-02-29", "2028-03-31"]);
    // 31 January 2026 is a Saturday, 31 May 2026 a Sunday, 30 April 2026 a Thursday.
    expect(dates("2026-01-01", "2026-01-30", { kind: "lastWorkingDay" })).toEqual(["2026-01-30"]);
    expect(dates("2026-04-01", "2026-05-29", { kind: "lastWorkingDay" })).toEqual(["2026-04-30", "2026-05-29"]);
  });

  it("on a day of the month fall on the last day of a shorter one", () => {
    expect(dates("2026-01-16", "2026-03-15", { kind: "dayOfMonth", day: 15 })).toEqual(["2026-02-15", "2026-03-15"]);
    expect(dates("2026-01-31", "2026-03-31", { kind: "dayOfMonth", day: 31 })).toEqual(["2026-01-31", "2026-02-28", "2026-03-31"]);
  });

  it("on a weekday of the month are counted from its first or its last day", () => {
    // April 2026 starts on a Wednesday and ends on a Thursday. Weekdays: 3 Wednesday, 4 Thursday, 5 Friday, 2 Tuesday.
    const of = (weekday: number, week: "first" | "second" | "third" | "fourth" | "last") =>
      dates("2026-04-01", "2026-04-01", { kind: "weekdayOfMonth", weekday, week })[0];
    expect([2, 3, 4].map((weekday) => of(weekday, "first"))).toEqual(["2026-04-07", "2026-04-01", "2026-04-02"]);
    expect((["second", "third", "fourth"] as const).map((week) => of(3, week))).toEqual(["2026-04-08", "2026-04-15", "2026-04-22"]);
    expect([3, 4, 5].map((weekday) => of(weekday, "last"))).toEqual(["2026-04-29", "2026-04-30", "2026-04-24"]);
  });
});

describe("pay periods of a rhythm", () => {
  const every = (payFrequency: "weekly" | "fortnightly" | "fourWeekly") => ({
    payFrequency,
    firstPeriodFrom: day("2026-04-06"),
    firstPayday: day("2026-04-10"),
  });
  const monthly = { payFrequency: "monthly", firstPeriodFrom: day("2026-01-15"), firstPayday: day("2026-02-28") } as const;

  it("follow one another without a gap", () => {
    expect(payPeriodAt(every("weekly"), 1)).toEqual({ periodFrom: "2026-04-13", periodTo: "2026-04-19", payday: "2026-04-17" });
    expect(payPeriodAt(every("fortnightly"), 2)).toEqual({ periodFrom: "2026-05-04", periodTo: "2026-05-17", payday: "2026-05-08" });
    expect(payPeriodAt(every("fourWeekly"), 0)).toEqual({ periodFrom: "2026-04-06", periodTo: "2026-05-03", payday: "2026-04-10" });
    expect(payPeriodAt(monthly, 0)).toEqual({ periodFrom: "2026-01-15", periodTo: "2026-02-14", payday: "2026-02-28" });
    expect(payPeriodAt(monthly, 2)).toEqual({ periodFrom: "2026-03-15", periodTo: "2026-04-14", payday: "2026-04-28" });
  });

  it("the next is the first that ends after the last paid day, the very first when nobody was paid", () => {
    for (const payFrequency of ["weekly", "fortnightly", "fourWeekly"] as const) {
      const rhythm = every(payFrequency);
      expect(nextPayPeriod(rhythm, undefined)).toEqual(payPeriodAt(rhythm, 0));
      expect(nextPayPeriod(rhythm, day("2020-01-01"))).toEqual(payPeriodAt(rhythm, 0));
      for (const index of [0, 1, 2, 3, 40, 400]) {
        const { periodFrom, periodTo } = payPeriodAt(rhythm, index);
        expect(nextPayPeriod(rhythm, periodFrom)).toEqual(payPeriodAt(rhythm, index));
        expect(nextPayPeriod(rhythm, periodTo)).toEqual(payPeriodAt(rhythm, index + 1));
      }
    }
    expect(nextPayPeriod(monthly, undefined).periodFrom).toBe("2026-01-15");
    expect(nextPayPeriod(monthly, day("2026-02-13")).periodFrom).toBe("2026-01-15");
    for (const index of [0, 1, 2, 11, 120]) {
      expect(nextPayPeriod(monthly, payPeriodAt(monthly, index).periodTo)).toEqual(payPeriodAt(monthly, index + 1));
    }
  });
});
