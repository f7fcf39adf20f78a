import { describe, expect, it } from "vitest";
import { pence } from "../../../../shared/core/money.ts";
import { addDays, plainDate } from "../../../../shared/core/plainDate.ts";
import {
  averageWeeklyEarningsBefore,
  contractualWeeklyEarnings,
  type PastPayment,
  referencePeriodBefore,
} from "../../../../shared/payroll/statutoryPay/averageWeeklyEarnings.ts";
import { familyAverageWeeklyEarnings } from "../../../../shared/payroll/statutoryPay/familyAverageWeeklyEarnings.ts";

const day = plainDate;
const payment = (payday: string, amount: number, days: number): PastPayment => ({
  payday: day(payday),
  amount: pence(amount),
  periodFrom: addDays(day(payday), 1 - days),
  periodTo: day(payday),
});
/** So many payments, one every `days` days, the last on Friday 28 August 2026. */
const regular = (count: number, days: number, amount: number) =>
  Array.from({ length: count }, (_, index) => payment(addDays(day("2026-08-28"), -index * days), amount, days));
const months = ["2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30"].map((payday, index) => payment(payday, 1000_00 + index * 100_00, 30));

describe("average weekly earnings for sick pay", () => {
  it.each([
    ["weekly", 7, 10, 200_00, 1600_00],
    ["fortnightly", 14, 6, 400_00, 1600_00],
    ["fourWeekly", 28, 4, 800_00, 1600_00],
  ] as const)("%s pay: the total of eight weeks over 8", (pattern, days, count, amount, total) => {
    const average = averageWeeklyEarningsBefore(day("2026-09-01"), regular(count, days, amount), pattern);
    expect(average).toMatchObject({ numerator: total, denominator: 8 });
    expect(average?.working).toBe("Pay from 4 July 2026 to 28 August 2026 was £1,600.00: divided by 8 weeks.");
  });

  it("a payday on the first sick day itself is too late to count", () => {
    const payments = [...regular(9, 7, 200_00), payment("2026-09-04", 999_00, 7)];
    expect(averageWeeklyEarningsBefore(day("2026-09-04"), payments, "weekly")?.numerator).toBe(1600_00);
    expect(averageWeeklyEarningsBefore(day("2026-09-05"), payments, "weekly")?.numerator).toBe(1600_00 + 799_00);
  });

  it("monthly pay: the total over the months, times 12, over 52", () => {
    // Paydays 31 May and 30 June: the last at least eight weeks before 30 June is 30 April.
    const average = averageWeeklyEarningsBefore(day("2026-07-01"), months, "monthly");
    expect(average).toEqual({
      numerator: 2500_00 * 12,
      denominator: 104,
      working: "Pay from 1 May 2026 to 30 June 2026 was £2,500.00: divided by 2 months, times 12, divided by 52 weeks.",
    });
  });

  it("monthly pay with nothing paid in a month still counts two months", () => {
    const average = averageWeeklyEarningsBefore(
      day("2026-07-01"),
      months.filter(({ payday }) => payday !== "2026-05-31"),
      "monthly",
    );
    expect(average).toMatchObject({ numerator: 1300_00 * 12, denominator: 104 });
  });

  it("irregular pay: the total over the days of the reference period, times 7", () => {
    // The last payday 56 days or more before 28 August is 30 June: 59 days.
    const payments = [payment("2026-06-30", 10_00, 10), payment("2026-07-20", 300_00, 20), payment("2026-08-28", 290_00, 30)];
    expect(averageWeeklyEarningsBefore(day("2026-09-01"), payments, "irregular")).toEqual({
      numerator: 590_00 * 7,
      denominator: 59,
      working: "Pay from 1 July 2026 to 28 August 2026 was £590.00: divided by 59 days, times 7.",
    });
  });

  it.each([
    ["2026-07-03", "irregular", 56, true],
    ["2026-07-04", "irregular", 55, false],
    ["2026-07-06", "weekly", 53, true],
    ["2026-07-07", "weekly", 52, false],
  ] as const)("a payday on %s (%s, %i … days before) ends the eight weeks: %s", (early, pattern, _days, isWhole) => {
    const payments = [payment(early, 100_00, 7), payment("2026-08-28", 100_00, 7)];
    const period = referencePeriodBefore(day("2026-09-01"), payments, pattern);
    expect(period?.payments.length).toBe(isWhole ? 1 : 2);
    expect(period?.from).toBe(isWhole ? addDays(day(early), 1) : addDays(day(early), -6));
    expect(period?.to).toBe("2026-08-28");
  });

  it("less than eight weeks of pay: over the days it covers, times 7, to the penny", () => {
    // £532.00 / 42 × 7 = £88.666, £88.67.
    const average = averageWeeklyEarningsBefore(
      day("2026-09-01"),
      regular(3, 14, 0).map((one, index) => ({ ...one, amount: pence(index === 0 ? 532_00 : 0) })),
      "fortnightly",
    );
    expect(average).toEqual({ numerator: 88_67, denominator: 1, working: "Pay so far was £532.00 for 42 days: divided by 42, times 7." });
  });

  it("exactly eight weeks of pay since starting is a whole period; a day less is short", () => {
    expect(averageWeeklyEarningsBefore(day("2026-09-01"), regular(8, 7, 100_00), "weekly")).toMatchObject({ numerator: 800_00, denominator: 8 });
    const short = regular(8, 7, 100_00).map((one, index) => (index === 7 ? { ...one, periodFrom: addDays(one.periodFrom, 1) } : one));
    // £800.00 / 55 × 7 = £101.818.
    expect(averageWeeklyEarningsBefore(day("2026-09-01"), short, "weekly")).toMatchObject({ numerator: 101_82, denominator: 1 });
  });

  it("with less than eight weeks of pay, the days go from the first to the last day paid for, in whatever order the payments come", () => {
    // 1 to 28 August is 28 days: £280.00 / 28 × 7 = £70.00.
    const one = { ...payment("2026-08-14", 100_00, 7), periodFrom: day("2026-08-01"), periodTo: day("2026-08-28") };
    const two = { ...payment("2026-08-21", 80_00, 7), periodFrom: day("2026-08-08"), periodTo: day("2026-08-14") };
    const three = { ...payment("2026-08-21", 100_00, 7), periodFrom: day("2026-08-15"), periodTo: day("2026-08-21") };
    for (const payments of [
      [one, two, three],
      [three, two, one],
    ]) {
      expect(averageWeeklyEarningsBefore(day("2026-09-01"), payments, "weekly")).toEqual({
        numerator: 70_00,
        denominator: 1,
        working: "Pay so far was £280.00 for 28 days: divided by 28, times 7.",
      });
      expect(referencePeriodBefore(day("2026-09-01"), payments, "weekly")).toMatchObject({ from: "2026-08-01", to: "2026-08-21", daysPaidFor: 28 });
    }
  });

  it("the last day paid for need not be the payday", () => {
    const late = { ...payment("2026-08-28", 70_00, 7), periodFrom: day("2026-08-10"), periodTo: day("2026-08-16") };
    expect(averageWeeklyEarningsBefore(day("2026-09-01"), [late], "weekly")).toMatchObject({ numerator: 70_00, denominator: 1 });
  });

  it("nothing paid before: undefined, and the contract's pay counts", () => {
    expect(averageWeeklyEarningsBefore(day("2026-09-01"), [payment("2026-09-01", 1, 7)], "weekly")).toBeUndefined();
    // £100.00 / 6 × 7 = £116.666.
    expect(contractualWeeklyEarnings(pence(100_00), 6)).toEqual({
      ok: true,
      value: { numerator: 116_67, denominator: 1, working: "The contract gives £100.00 for 6 days: divided by 6, times 7." },
    });
    expect(contractualWeeklyEarnings(pence(0), 1)).toMatchObject({ ok: true, value: { numerator: 0 } });
  });

  it.each([
    [100_00, 0, "days", "0", "The contract's pay must be for at least one whole day.", "Say for how many days, weekends included, the pay is."],
    [100_00, 1.5, "days", "1.5", "The contract's pay must be for at least one whole day.", "Say for how many days, weekends included, the pay is."],
    [-1, 1, "contractualPay", "-1", "The contract's pay can't be less than nothing.", "Correct the pay."],
  ])("refuses contractual pay of %i for %d days", (pay, days, field, value, rule, wayOut) => {
    expect(contractualWeeklyEarnings(pence(pay), days)).toEqual({ ok: false, problems: [{ field, value, rule, wayOut }] });
  });
});

describe("average weekly earnings for family pay", () => {
  it("are cut, not rounded, at seven decimals", () => {
    // £1,250.75 × 12 / 104 = £144.317307692…
    const payments = [payment("2026-05-31", 625_00, 31), payment("2026-06-30", 625_75, 30), payment("2026-04-30", 1, 30)];
    expect(familyAverageWeeklyEarnings(day("2026-07-04"), payments, "monthly")).toEqual({
      amount: 1_443_173_076n,
      from: "2026-05-01",
      to: "2026-06-30",
      working: "Pay from 1 May 2026 to 30 June 2026 was £1,250.75: divided by 2 months, times 12, divided by 52 weeks.",
    });
  });

  it("the relevant period ends with the payday on the Saturday of the week itself, not the day after", () => {
    const payments = regular(9, 7, 200_00).map((one) => ({ ...one, payday: addDays(one.payday, 1) }));
    expect(familyAverageWeeklyEarnings(day("2026-08-29"), payments, "weekly")?.to).toBe("2026-08-29");
    expect(familyAverageWeeklyEarnings(day("2026-08-28"), payments, "weekly")?.to).toBe("2026-08-22");
    expect(familyAverageWeeklyEarnings(day("2026-08-29"), payments, "weekly")?.amount).toBe(2_000_000_000n);
  });

  it("undefined when nothing was paid by then", () => {
    expect(familyAverageWeeklyEarnings(day("2026-08-29"), [], "weekly")).toBeUndefined();
  });
});
