import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { minutes } from "../../../../shared/core/minutes.ts";
import { type Pence, pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { type AccommodationUse, calculateAccommodationOffset } from "../../../../shared/payroll/minimumWage/accommodationOffset.ts";
import { calculateMinimumWage, checkMinimumWage, type MinimumWageOfPeriodInput } from "../../../../shared/payroll/minimumWage/minimumWage.ts";
import { calculateMinimumWageArrears, type MinimumWageArrearsInput } from "../../../../shared/payroll/minimumWage/minimumWageArrears.ts";
import { checkMinimumWageCover } from "../../../../shared/payroll/minimumWage/minimumWageCover.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";
import { manyCases } from "../../../support/manyCases.ts";

const day = plainDate;
const hours = (count: number) => minutes(count * 60);
const rates = taxYear2026.minimumWage;
const noTies = { isFamilyMember: false, livesInFamilyHome: false, sharesFamilyTasks: false };

describe("the comparison with the minimum wage", () => {
  const compare = (countedTime: number, countedPay: number) =>
    checkMinimumWage(
      {
        dateOfBirth: day("1990-01-01"),
        periodFrom: day("2026-05-04"),
        isOnApprenticeRate: false,
        countedTime: minutes(countedTime),
        countedPay: pence(countedPay),
      },
      rates,
    );

  it("is met at the exact penny and missed one below", () => {
    // 10 hours at £12.71 is £127.10; 50 minutes is 1059.17 pence, so £10.60 is needed.
    expect(compare(600, 127_10)).toMatchObject({ isMet: true, shortfall: 0, hourlyRate: 12_71, minimumPay: 127_10, countedTime: 600 });
    expect(compare(600, 127_09)).toMatchObject({ isMet: false, shortfall: 1, countedPay: 127_09 });
    expect(compare(50, 10_60)).toMatchObject({ isMet: true, minimumPay: 10_60 });
    expect(compare(50, 10_59)).toMatchObject({ isMet: false, shortfall: 1 });
  });

  it("tells pay, time, rate and what is missing", () => {
    expect(compare(600, 120_00)).toMatchObject({
      rule: { name: "National Minimum Wage", source: rates.sources[0] },
      lines: [
        { text: "Pay that counts is £120.00 for 10 h." },
        { text: "The minimum for this age is £12.71 an hour, so at least £127.10." },
        { text: "That is £7.10 too little." },
      ],
    });
    expect(compare(600, 127_10).lines).toHaveLength(2);
  });

  it("asks nothing for no time at all, and uses the apprentice rate when told", () => {
    expect(compare(0, -500)).toMatchObject({ isMet: true, shortfall: 0 });
    const apprentice = { dateOfBirth: day("1990-01-01"), periodFrom: day("2026-05-04"), isOnApprenticeRate: true };
    expect(checkMinimumWage({ ...apprentice, countedTime: minutes(60), countedPay: pence(8_00) }, rates)).toMatchObject({
      isMet: true,
      minimumPay: 8_00,
    });
  });
});

describe("accommodation", () => {
  const offsetOf = (use: Partial<AccommodationUse>, daysInPeriod = 28) =>
    calculateAccommodationOffset({ charge: pence(0), days: 28, paidAbsence: null, ...use }, daysInPeriod, rates);
  const adjustmentOf = (use: Partial<AccommodationUse>) => {
    const verdict = offsetOf(use);
    if (!verdict.ok) throw new Error("refused");
    return verdict.value;
  };

  it("free of charge adds the offset of each day", () => {
    // 28 days at £11.10.
    expect(adjustmentOf({})).toEqual({
      amount: 310_80,
      rule: { name: "Accommodation offset", source: "National Minimum Wage Regulations 2015, regulations 14 to 16" },
      lines: [
        { text: "The accommodation offset is £11.10 a day: £310.80 for 28 days." },
        { text: "The accommodation is free, so £310.80 is added.", amount: 310_80 },
      ],
    });
  });

  it("a charge up to the offset changes nothing, one penny more takes a penny off", () => {
    expect(adjustmentOf({ charge: pence(310_80) })).toMatchObject({
      amount: 0,
      lines: [{}, { text: "The charge of £310.80 is not above it, so nothing changes." }],
    });
    expect(adjustmentOf({ charge: pence(1) }).amount).toBe(0);
    expect(adjustmentOf({ charge: pence(310_81) })).toMatchObject({
      amount: -1,
      lines: [{}, { text: "The charge of £310.81 is £0.01 above it, which is taken off.", amount: -1 }],
    });
    expect(adjustmentOf({ charge: pence(60_00), days: 5 }).amount).toBe(-4_50);
  });

  it("with paid time off only the share for the time worked counts", () => {
    // £400.00 × 120 of 160 hours is £300.00, under the offset of £310.80. With 130 hours it is £325.00.
    const paidAbsence = { worked: hours(120), off: hours(40) };
    expect(adjustmentOf({ charge: pence(400_00), paidAbsence })).toMatchObject({
      amount: 0,
      lines: [{}, { text: "For 120 h worked of 160 h, £300.00 counts." }, { text: "The charge of £300.00 is not above it, so nothing changes." }],
    });
    expect(adjustmentOf({ charge: pence(400_00), paidAbsence: { worked: hours(130), off: hours(30) } }).amount).toBe(-14_20);
    // 1000.01 × 1/3 is 333.336…, up to £333.34: £22.54 above.
    expect(adjustmentOf({ charge: pence(1_000_01), paidAbsence: { worked: hours(1), off: hours(2) } }).amount).toBe(-22_54);
    expect(adjustmentOf({ charge: pence(400_00), paidAbsence: { worked: hours(0), off: hours(0) } }).amount).toBe(-89_20);
    expect(adjustmentOf({ charge: pence(400_00) }).lines).toHaveLength(2);
  });

  it("refuses more days than the period has, parts of a day and amounts below zero", () => {
    expect(offsetOf({ days: 0 })).toMatchObject({ ok: true, value: { amount: 0 } });
    expect(offsetOf({ days: 29 })).toEqual({
      ok: false,
      problems: [
        {
          field: "accommodation.days",
          value: "29",
          rule: "The pay period has 28 days; accommodation counts on 7 days a week at most.",
          wayOut: "Count the days with accommodation in this pay period.",
        },
      ],
    });
    expect(offsetOf({ days: -1 }).ok).toBe(false);
    expect(offsetOf({ days: 2.5 }).ok).toBe(false);
    expect(offsetOf({ charge: pence(-1) })).toEqual({
      ok: false,
      problems: [
        {
          field: "accommodation.charge",
          value: "−£0.01",
          rule: "A charge and times may not be below zero.",
          wayOut: "Correct the charge or the time.",
        },
      ],
    });
    expect(offsetOf({ paidAbsence: { worked: minutes(-1), off: minutes(0) } }).ok).toBe(false);
    expect(offsetOf({ paidAbsence: { worked: minutes(0), off: minutes(-1) } }).ok).toBe(false);
    expect(offsetOf({ paidAbsence: { worked: minutes(0), off: minutes(0) } }).ok).toBe(true);
  });
});

describe("who the minimum wage is for", () => {
  it.each([
    [true, true, true, false, "A member of the family who lives in the family home and shares its tasks is outside the minimum wage."],
    [true, true, false, true, "A member of the family who does not share the tasks of the family is covered."],
    [true, false, true, true, "A member of the family who lives somewhere else is covered."],
    [false, true, true, true, "Somebody who lives in, but is not family, has been covered since 1 April 2024."],
  ])("family %s, lives in %s, shares tasks %s: covered %s", (isFamilyMember, livesInFamilyHome, sharesFamilyTasks, isCovered, text) => {
    expect(checkMinimumWageCover({ isFamilyMember, livesInFamilyHome, sharesFamilyTasks })).toEqual({
      isCovered,
      rule: { name: "Who the minimum wage is for", source: "National Minimum Wage Regulations 2015, regulations 57 and 58" },
      lines: [{ text }],
    });
  });

  it("needs no words for somebody from outside the household", () => {
    expect(checkMinimumWageCover(noTies)).toMatchObject({ isCovered: true, lines: [] });
  });
});

describe("the minimum wage of a pay period", () => {
  const night = { kind: "sleepIn" as const, time: hours(9), awake: minutes(45) };
  /** Payroll rules, section 9: 48 hours of care at £13.00, two nine-hour sleep-ins at £60.00 each, woken 1.5 hours paid at £13.00. */
  const example = (hasSuitableBed: boolean, change: Partial<MinimumWageOfPeriodInput> = {}): MinimumWageOfPeriodInput => ({
    dateOfBirth: day("1990-01-01"),
    periodFrom: day("2026-05-04"),
    periodTo: day("2026-05-10"),
    apprenticeFrom: null,
    times: [
      { kind: "work", time: hours(24) },
      { kind: "work", time: hours(24) },
      { ...night, hasSuitableBed },
      { ...night, hasSuitableBed },
    ],
    payments: [
      { kind: "wages", amount: pence(624_00) },
      { kind: "wages", amount: pence(19_50) },
      { kind: "sleepInFee", amount: pence(120_00), hasSuitableBed },
    ],
    deductions: [],
    accommodation: null,
    ties: noTies,
    ...change,
  });
  const resultOf = (input: MinimumWageOfPeriodInput) => {
    const verdict = calculateMinimumWage(input);
    if (!verdict.ok) throw new Error("refused");
    return verdict.value;
  };

  it("passes with sleep-ins where only time awake counts: £643.50 for 49.5 hours", () => {
    // 49.5 × £12.71 = £629.145, up to £629.15.
    expect(resultOf(example(true))).toMatchObject({
      isCovered: true,
      isMet: true,
      countedTime: 49.5 * 60,
      countedPay: 643_50,
      hourlyRate: 12_71,
      minimumPay: 629_15,
      shortfall: 0,
    });
  });

  it("fails without a suitable bed: £763.50 for 66 hours, £75.36 too little, with every step told", () => {
    // 66 × £12.71 = £838.86.
    const result = resultOf(example(false));
    expect(result).toMatchObject({ isMet: false, countedTime: 66 * 60, countedPay: 763_50, minimumPay: 838_86, shortfall: 75_36 });
    expect(result.lines.map(({ text }) => text)).toEqual([
      "Aged 36 on 4 May 2026, when the pay period begins: £12.71 an hour.",
      "Work: 48 h, all of it counts.",
      "Sleep-ins without a suitable bed: 18 h, all of it counts.",
      "Time that counts: 66 h.",
      "Wages of £624.00.",
      "Wages of £19.50.",
      "The fee for sleep-ins without a suitable bed, £120.00, where every hour counts.",
      "Pay that counts is £763.50 for 66 h.",
      "The minimum for this age is £12.71 an hour, so at least £838.86.",
      "That is £75.36 too little.",
    ]);
  });

  it("free accommodation on seven days helps by £77.70, and a uniform takes its price", () => {
    const accommodation = { charge: pence(0), days: 7, paidAbsence: null };
    expect(resultOf(example(false, { accommodation }))).toMatchObject({ isMet: true, countedPay: 841_20 });
    const withUniform = resultOf(example(false, { accommodation, deductions: [{ kind: "uniform", amount: pence(2_35) }] }));
    expect(withUniform).toMatchObject({ isMet: false, countedPay: 838_85, shortfall: 1 });
    expect(withUniform.lines.map(({ text }) => text)).toContain("The accommodation is free, so £77.70 is added.");
  });

  it("is not owed to family in the family home, and is owed to a live-in assistant", () => {
    const family = { isFamilyMember: true, livesInFamilyHome: true, sharesFamilyTasks: true };
    const outside = resultOf(example(false, { ties: family }));
    expect(outside).toMatchObject({ isCovered: false, isMet: true, shortfall: 0, minimumPay: 0 });
    expect(outside.lines).toEqual([
      { text: "A member of the family who lives in the family home and shares its tasks is outside the minimum wage." },
    ]);
    const unpaid = example(false, { ties: family, payments: [], deductions: [{ kind: "tools", amount: pence(5_00) }] });
    expect(resultOf(unpaid)).toMatchObject({ isMet: true, shortfall: 0 });
    const liveIn = resultOf(example(false, { ties: { ...family, isFamilyMember: false } }));
    expect(liveIn).toMatchObject({ isCovered: true, shortfall: 75_36 });
    expect(liveIn.lines[0]).toEqual({ text: "Somebody who lives in, but is not family, has been covered since 1 April 2024." });
  });

  it("refuses what its parts refuse", () => {
    const fieldOf = (change: Partial<MinimumWageOfPeriodInput>) => {
      const verdict = calculateMinimumWage(example(true, change));
      return verdict.ok ? null : verdict.problems[0]?.field;
    };
    expect(fieldOf({ periodTo: day("2026-05-03") })).toBe("periodTo");
    expect(fieldOf({ times: [{ kind: "work", time: hours(25) }] })).toBe("times");
    expect(fieldOf({ payments: [{ kind: "wages", amount: pence(-1) }] })).toBe("payments");
    expect(fieldOf({ accommodation: { charge: pence(0), days: 8, paidAbsence: null } })).toBe("accommodation.days");
    expect(fieldOf({ accommodation: { charge: pence(0), days: 7, paidAbsence: null } })).toBeNull();
  });

  it("paying what is missing always puts it right, and a penny less never does", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_440 }), fc.nat(40_000), fc.nat(5_000), (time, paid, uniform) => {
        const input = (extra: number) =>
          example(true, {
            times: [{ kind: "work", time: minutes(time) }],
            payments: [{ kind: "wages", amount: pence(paid + extra) }],
            deductions: [{ kind: "uniform", amount: pence(uniform) }],
          });
        const { shortfall, isMet } = resultOf(input(0));
        expect(shortfall).toBeGreaterThanOrEqual(0);
        expect(isMet).toBe(shortfall === 0);
        expect(resultOf(input(shortfall)).isMet).toBe(true);
        if (shortfall > 0) expect(resultOf(input(shortfall - 1)).isMet).toBe(false);
      }),
      { numRuns: manyCases },
    );
  });
});

describe("minimum wage put right later", () => {
  const anInput = (change: Partial<MinimumWageArrearsInput> = {}): MinimumWageArrearsInput => ({
    shortfall: pence(75_36),
    dateOfBirth: day("1990-01-01"),
    periodFrom: day("2025-05-05"),
    apprenticeFrom: null,
    paidOn: day("2026-05-08"),
    paidBefore: pence(0),
    ...change,
  });
  const arrearsOf = (change: Partial<MinimumWageArrearsInput> = {}) => {
    const verdict = calculateMinimumWageArrears(anInput(change));
    if (!verdict.ok) throw new Error("refused");
    return verdict.value;
  };

  it("grows with the rate: £75.36 × 12.71 ÷ 12.21 = 7844.60 pence, so £78.45", () => {
    expect(arrearsOf()).toEqual({
      amount: 78_45,
      rule: { name: "Minimum wage put right", source: "National Minimum Wage Act 1998, section 17" },
      lines: [
        { text: "£75.36 was missing, at £12.21 an hour.", amount: 75_36 },
        { text: "The rate on 8 May 2026 is £12.71, so it grows to £78.45.", amount: 3_09 },
      ],
    });
  });

  it("stays as it was at the same rate, from the first day of the period on", () => {
    expect(arrearsOf({ paidOn: day("2026-03-31") })).toMatchObject({ amount: 75_36, lines: [{ text: "£75.36 was missing, at £12.21 an hour." }] });
    expect(arrearsOf({ paidOn: day("2025-05-05") }).amount).toBe(75_36);
    expect(arrearsOf({ paidOn: day("2026-04-01") }).amount).toBe(78_45);
  });

  it("keeps the age and the apprenticeship of the period: 20 then, though 21 now", () => {
    // £10.00 × 10.85 ÷ 10.00 = £10.85. An apprentice: 10.00 × 8.00 ÷ 7.55 = 1059.60, so £10.60.
    const shortfall = pence(10_00);
    expect(arrearsOf({ shortfall, dateOfBirth: day("2005-01-01") }).amount).toBe(10_85);
    expect(arrearsOf({ shortfall, dateOfBirth: day("2004-06-01") }).amount).toBe(10_85);
    expect(arrearsOf({ shortfall, dateOfBirth: day("2004-05-05") }).amount).toBe(10_41);
    expect(arrearsOf({ shortfall, apprenticeFrom: day("2025-05-01") }).amount).toBe(10_60);
  });

  it("takes off what was paid towards it, and never below zero", () => {
    expect(arrearsOf({ paidBefore: pence(70_00) })).toMatchObject({
      amount: 8_45,
      lines: [{}, {}, { text: "£70.00 was paid towards it already.", amount: -70_00 }],
    });
    expect(arrearsOf({ paidBefore: pence(90_00) })).toMatchObject({ amount: 0, lines: [{}, {}, { amount: -78_45 }] });
    expect(arrearsOf({ shortfall: pence(0) })).toMatchObject({ amount: 0, lines: [{ text: "£0.00 was missing, at £12.21 an hour." }] });
    expect(arrearsOf({ shortfall: pence(0) }).lines).toHaveLength(1);
  });

  it("refuses a payment before the period, amounts below zero and days without rates", () => {
    const refusal = (change: Partial<MinimumWageArrearsInput>) => {
      const verdict = calculateMinimumWageArrears(anInput(change));
      return verdict.ok ? null : verdict.problems[0];
    };
    expect(refusal({ paidOn: day("2025-05-04") })).toEqual({
      field: "paidOn",
      value: "2025-05-04",
      rule: "The pay period begins on 5 May 2025.",
      wayOut: "Choose the day it is really paid.",
    });
    expect(refusal({ shortfall: pence(-1) })).toEqual({
      field: "shortfall",
      value: "−£0.01",
      rule: "What was missing must be from £0.00 to £10,000,000.00, in pounds and whole pence.",
      wayOut: "Correct the sum.",
    });
    expect(refusal({ paidBefore: Number.NaN as Pence })).toMatchObject({
      field: "paidBefore",
      value: "NaN",
      rule: "What was paid towards it must be from £0.00 to £10,000,000.00, in pounds and whole pence.",
    });
    expect(refusal({ paidOn: day("2027-04-01") })).toEqual({
      field: "paidOn",
      value: "2027-04-01",
      rule: "There are no minimum wage rates for 1 April 2027.",
      wayOut: "Choose a day we have rates for, or update Plan & Payday.",
    });
    expect(refusal({ periodFrom: day("2024-03-31") })).toMatchObject({ field: "periodFrom", value: "2024-03-31" });
  });

  it("is never less than what was missing, once nothing was paid towards it", () => {
    fc.assert(
      fc.property(fc.nat(500_000), fc.nat(500_000), (shortfall, paidBefore) => {
        const whole = arrearsOf({ shortfall: pence(shortfall) }).amount;
        expect(whole).toBeGreaterThanOrEqual(shortfall);
        expect(arrearsOf({ shortfall: pence(shortfall), paidBefore: pence(paidBefore) }).amount).toBe(Math.max(0, whole - paidBefore));
      }),
      { numRuns: manyCases },
    );
  });
});
