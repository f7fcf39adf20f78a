import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Minutes, minutes } from "../../../../shared/core/minutes.ts";
import { pence } from "../../../../shared/core/money.ts";
import { type AnnualisedHours, annualisedPay, bankedTime, settleAnnualisedHours } from "../../../../shared/payroll/gross/annualisedHours.ts";
import { manyCases } from "../../../support/manyCases.ts";

/** 1,040 h a year at £13.10: £13,624.00 a year, which 12 parts do not share evenly (£1,135.333). */
const hours: AnnualisedHours = { minutesInYear: minutes(1040 * 60), ratePerHour: pence(13_10), periodsInYear: 12 };
const payOf = (period: number, change: Partial<AnnualisedHours> = {}) => {
  const verdict = annualisedPay({ ...hours, ...change }, period);
  if (!verdict.ok) throw new Error(verdict.problems[0]?.rule);
  return verdict.value;
};

describe("equal pay from annualised hours", () => {
  it("is the same each period, with the odd pennies in the last", () => {
    expect([1, 2, 11, 12].map((period) => payOf(period).amount)).toEqual([1_135_33, 1_135_33, 1_135_33, 1_135_37]);
    expect(payOf(3)).toEqual({
      amount: 1_135_33,
      rule: { name: "Annualised hours", source: "The contract; National Minimum Wage Regulations 2015, regulations 21 to 29 (salaried hours work)" },
      lines: [
        { text: "1040 h in the year at £13.10 an hour come to £13,624.00." },
        { text: "Paid in 12 equal parts. This is part 3.", amount: 1_135_33 },
      ],
    });
  });

  it.each([0, 13, 1.5, -1])("refuses period %d of a year of twelve", (period) => {
    expect(annualisedPay(hours, period)).toEqual({
      ok: false,
      problems: [{ field: "period", value: String(period), rule: "The year has periods 1 to 12.", wayOut: "Choose a period of this year." }],
    });
  });

  it("refuses a rate or time below nothing and a year without paydays", () => {
    const refusedOf = (change: Partial<AnnualisedHours>) => {
      const verdict = annualisedPay({ ...hours, ...change }, 1);
      return verdict.ok ? [] : verdict.problems;
    };
    expect(refusedOf({ ratePerHour: pence(-1) })).toMatchObject([{ field: "ratePerHour", value: "−£0.01" }]);
    expect(refusedOf({ minutesInYear: minutes(-1) })).toEqual([
      {
        field: "minutesInYear",
        value: "-1",
        rule: "The hours of the year can't be below nothing.",
        wayOut: "Give the hours that the contract names.",
      },
    ]);
    expect(refusedOf({ minutesInYear: Number.NaN as Minutes })).toHaveLength(1);
    expect(refusedOf({ periodsInYear: 0 })).toEqual([
      {
        field: "periodsInYear",
        value: "0",
        rule: "A year has one payday or more.",
        wayOut: "Give the paydays in the year of the contract.",
      },
    ]);
    expect(refusedOf({ periodsInYear: 12.5 })).toHaveLength(1);
    expect(refusedOf({ ratePerHour: pence(0), minutesInYear: minutes(0), periodsInYear: 1 })).toEqual([]);
  });

  it("adds up to the year exactly", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 150_000 }),
        fc.integer({ min: 0, max: 5_000 }),
        fc.constantFrom(12, 13, 26, 52),
        (time, rate, periodsInYear) => {
          const change = { minutesInYear: minutes(time), ratePerHour: pence(rate), periodsInYear };
          let sum = 0;
          for (let period = 1; period <= periodsInYear; period++) sum += payOf(period, change).amount;
          expect(sum).toBe(Math.floor((time * rate * 2 + 60) / 120));
        },
      ),
      { numRuns: manyCases },
    );
  }, 60_000);
});

describe("banked time", () => {
  it("is time worked above what was paid, and below nothing time still owed", () => {
    // 3 of 12 parts of 1,040 h are 260 h.
    expect(bankedTime(hours, 3, minutes(270 * 60))).toBe(600);
    expect(bankedTime(hours, 3, minutes(260 * 60))).toBe(0);
    expect(bankedTime(hours, 3, minutes(250 * 60))).toBe(-600);
    expect(bankedTime(hours, 0, minutes(90))).toBe(90);
    // 1 of 7 parts of 100 min is 14 whole minutes.
    expect(bankedTime({ ...hours, minutesInYear: minutes(100), periodsInYear: 7 }, 1, minutes(14))).toBe(0);
  });
});

describe("settling annualised hours on leaving", () => {
  // Three parts paid: £3,405.99. 260 h are worth £3,406.00.
  const settle = (worked: number, mayTakeBack = false) =>
    settleAnnualisedHours(hours, { workedMinutes: minutes(worked * 60), paidSoFar: pence(3_405_99), mayTakeBack });

  it("pays time that was worked and not paid", () => {
    expect(settle(270)).toEqual({
      amount: 131_01,
      rule: {
        name: "Annualised hours",
        source:
          "The contract; National Minimum Wage Regulations 2015, regulations 21 to 29 (salaried hours work); Employment Rights Act 1996, section 13",
      },
      lines: [
        { text: "270 h worked at £13.10 an hour.", amount: 3_537_00 },
        { text: "£3,405.99 of it is paid already.", amount: -3_405_99 },
      ],
    });
    expect(settle(260).amount).toBe(1);
  });

  it("takes pay for time not worked back only when the contract says so", () => {
    expect(settle(250, true).amount).toBe(-130_99);
    expect(settle(250)).toMatchObject({
      amount: 0,
      lines: [{}, {}, { text: "The contract does not let you take back the £130.99 paid for time not worked.", amount: 130_99 }],
    });
  });

  it("half a penny of what was earned goes up", () => {
    // 30 min at £13.01 are 650.5p.
    const half = { workedMinutes: minutes(30), paidSoFar: pence(0), mayTakeBack: false };
    expect(settleAnnualisedHours({ ...hours, ratePerHour: pence(13_01) }, half).amount).toBe(6_51);
  });

  it("says nothing about taking back when nothing was paid over", () => {
    const exact = settleAnnualisedHours(hours, { workedMinutes: minutes(60), paidSoFar: pence(13_10), mayTakeBack: false });
    expect([exact.amount, exact.lines.length]).toEqual([0, 2]);
  });
});
