import { describe, expect, it } from "vitest";
import { pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { earningsPeriodOfSeveral, thresholdsOfWeeks, weeksOfIrregularPay } from "../../../../shared/payroll/nationalInsurance/earningsPeriod.ts";
import { nationalInsuranceOfIrregularPay, nationalInsuranceOfLateWages } from "../../../../shared/payroll/nationalInsurance/lateOrIrregularPay.ts";
import { nationalInsuranceOfLaterPayment } from "../../../../shared/payroll/nationalInsurance/laterPaymentInPeriod.ts";
import { calculateNationalInsurance } from "../../../../shared/payroll/nationalInsurance/nationalInsurance.ts";
import type { NationalInsuranceCategory } from "../../../../shared/payroll/types.ts";
import { taxYear2024 } from "../../../../shared/rates/2024-25.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";
import { knownTaxYears } from "../../../../shared/rates/ratesFor.ts";
import { acceptedOf, problemsOf } from "../../../support/verdicts.ts";
import { at, penceOf, readPublishedRates } from "../../rates/ratesFixture.ts";

describe("earnings period of pay at several regular intervals (regulation 3)", () => {
  it.each([
    [["monthly", "weekly"] as const, "weekly"],
    [["monthly", "fourWeekly"] as const, "fourWeekly"],
    [["fourWeekly", "fortnightly"] as const, "fortnightly"],
    [["monthly"] as const, "monthly"],
  ])("of %j is the shortest, %s", (intervals, shortest) => {
    expect(acceptedOf(earningsPeriodOfSeveral(intervals))).toBe(shortest);
  });

  it("is refused when there is no interval", () => {
    expect(problemsOf(earningsPeriodOfSeveral([]))).toEqual([
      { field: "payFrequency", value: "", rule: "Pay needs an interval.", wayOut: "Say how often this person is paid." },
    ]);
  });
});

describe("earnings period of irregular pay (regulation 4)", () => {
  it.each([
    [1, 1],
    [7, 1],
    [8, 2],
    [14, 2],
    [15, 3],
  ])("of %i days is %i whole weeks", (days, weeks) => {
    expect(acceptedOf(weeksOfIrregularPay(days))).toBe(weeks);
  });

  it.each([0, -7, 1.5])("of %d days is refused", (days) => {
    expect(problemsOf(weeksOfIrregularPay(days))).toEqual([
      {
        field: "days",
        value: String(days),
        rule: "Pay is for at least one whole day.",
        wayOut: "Put in the number of days from the first to the last day paid for.",
      },
    ]);
  });
});

describe("thresholds of several weeks (regulation 11)", () => {
  it("of three weeks are three weekly limits, and the yearly figures × 3 ÷ 52 rounded up to the pound", () => {
    // 12,570 × 3 ÷ 52 = 725.19; 5,000 × 3 ÷ 52 = 288.46; 25,000 × 3 ÷ 52 = 1,442.31; 50,270 × 3 ÷ 52 = 2,900.19.
    expect(acceptedOf(thresholdsOfWeeks(3, taxYear2026))).toEqual({
      words: "for 3 weeks",
      thresholds: {
        lowerEarningsLimit: 387_00,
        primaryThreshold: 726_00,
        secondaryThreshold: 289_00,
        freeportUpperSecondaryThreshold: 1_443_00,
        investmentZoneUpperSecondaryThreshold: 1_443_00,
        upperSecondaryThresholdUnder21: 2_901_00,
        apprenticeUpperSecondaryThreshold: 2_901_00,
        veteransUpperSecondaryThreshold: 2_901_00,
        upperEarningsLimit: 2_901_00,
      },
    });
  });

  it.each(knownTaxYears)("of one, two and four weeks, and of 52, are those published for $taxYear", (rates) => {
    const published = readPublishedRates(rates.taxYear);
    const { thresholds } = rates.nationalInsurance;
    expect(acceptedOf(thresholdsOfWeeks(1, rates))).toEqual({ thresholds: thresholds.weekly, words: "a week" });
    expect(acceptedOf(thresholdsOfWeeks(2, rates)).thresholds).toEqual(thresholds.fortnightly);
    expect(acceptedOf(thresholdsOfWeeks(4, rates)).thresholds).toEqual(thresholds.fourWeekly);
    for (const [name, amount] of Object.entries(acceptedOf(thresholdsOfWeeks(52, rates)).thresholds)) {
      expect([name, amount]).toEqual([name, penceOf(at(published, `nationalInsuranceClass1/thresholds/${name}/annual`))]);
    }
  });

  it.each([0, 54, 2.5])("of %d weeks are refused", (weeks) => {
    expect(problemsOf(thresholdsOfWeeks(weeks, taxYear2026))).toEqual([
      { field: "weeks", value: String(weeks), rule: "An earnings period is 1 to 53 whole weeks.", wayOut: "Check the days the pay is for." },
    ]);
    expect(thresholdsOfWeeks(53, taxYear2026).ok).toBe(true);
  });

  it("of a year without yearly figures are refused, but one week has its own", () => {
    const rates = { ...taxYear2026, taxYear: "2031-32" };
    expect(problemsOf(thresholdsOfWeeks(2, rates))).toEqual([
      {
        field: "taxYear",
        value: "2031-32",
        rule: "There are no yearly thresholds for this tax year.",
        wayOut: "Update Plan & Payday, then try again.",
      },
    ]);
    expect(thresholdsOfWeeks(1, rates).ok).toBe(true);
  });
});

describe("National Insurance of irregular pay", () => {
  it("of £900 for 15 to 21 days is worked out for three weeks", () => {
    // Employee (900 − 726) × 8% = 13.92; employer (900 − 289) × 15% = 91.65.
    for (const days of [15, 21]) {
      const result = acceptedOf(nationalInsuranceOfIrregularPay({ earnings: pence(900_00), days, category: "A" }, taxYear2026));
      expect([result.employee.amount, result.employer.amount]).toEqual([13_92, 91_65]);
      expect(result.employee.lines[1]?.text).toBe("£174.00 of the pay is above £726.00 for 3 weeks: 8% of that.");
    }
  });

  it("of an unexpected payment after the job ended is worked out for one week", () => {
    // (500 − 242) × 8% = 20.64; (500 − 96) × 15% = 60.60.
    const result = acceptedOf(nationalInsuranceOfIrregularPay({ earnings: pence(500_00), days: 1, category: "A" }, taxYear2026));
    expect([result.employee.amount, result.employer.amount]).toEqual([20_64, 60_60]);
  });

  it("is refused for pay below zero and for no days; nothing is due on no pay", () => {
    expect(problemsOf(nationalInsuranceOfIrregularPay({ earnings: pence(-1), days: 7, category: "A" }, taxYear2026))).toEqual([
      { field: "earnings", value: "−£0.01", rule: "Pay may not be below zero.", wayOut: "Correct the pay." },
    ]);
    expect(problemsOf(nationalInsuranceOfIrregularPay({ earnings: pence(1), days: 0, category: "A" }, taxYear2026))).toMatchObject([
      { field: "days" },
    ]);
    expect(problemsOf(nationalInsuranceOfIrregularPay({ earnings: pence(1), days: 372, category: "A" }, taxYear2026))).toMatchObject([
      { field: "weeks", value: "54" },
    ]);
    expect(acceptedOf(nationalInsuranceOfIrregularPay({ earnings: pence(0), days: 7, category: "A" }, taxYear2026)).employer.amount).toBe(0);
  });
});

describe("National Insurance of late wages (regulation 7)", () => {
  const payday = plainDate("2026-11-27");
  const late = (wages: readonly (readonly [string, number])[], change: { payday?: string; category?: NationalInsuranceCategory } = {}) =>
    nationalInsuranceOfLateWages(
      {
        wages: wages.map(([usualPayday, earnings]) => ({ usualPayday: plainDate(usualPayday), earnings: pence(earnings) })),
        payday: plainDate(change.payday ?? payday),
        category: change.category ?? "A",
        payFrequency: "weekly",
      },
      taxYear2026,
    );

  it("is worked out on each week by itself, so two weeks of £300 cost what two paydays would", () => {
    // (300 − 242) × 8% = 4.64 and (300 − 96) × 15% = 30.60, twice. As one week of £600 it would be 28.64 and 75.60.
    const result = acceptedOf(
      late([
        ["2026-11-20", 300_00],
        ["2026-11-27", 300_00],
      ]),
    );
    expect([result.employee.amount, result.employer.amount]).toEqual([9_28, 61_20]);
    expect(result.figures).toEqual({
      category: "A",
      grossEarnings: 600_00,
      atLowerEarningsLimit: 258_00,
      lowerEarningsLimitToPrimaryThreshold: 226_00,
      primaryThresholdToUpperEarningsLimit: 116_00,
      employeeContributions: 9_28,
      employerContributions: 61_20,
    });
    expect(result.employee.lines.map(({ text }) => text)).toEqual([
      "Wages of 2 pay periods are paid on 27 November 2026. Each is worked out by itself.",
      "Due on 20 November 2026: £300.00.",
      "£58.00 of the pay is above £242.00 a week: 8% of that.",
      "Due on 27 November 2026: £300.00.",
      "£58.00 of the pay is above £242.00 a week: 8% of that.",
    ]);
    expect(result.employer.rule).toMatchObject({ name: "Class 1 National Insurance", ratesYear: "2026-27" });
  });

  it("uses the rates of the day it is paid, also for a week of the tax year before", () => {
    // £200 due on 3 April 2026, paid on 10 April 2026: (200 − 96) × 15% = 15.60.
    expect(acceptedOf(late([["2026-04-03", 200_00]], { payday: "2026-04-10" })).employer.amount).toBe(15_60);
  });

  it("is refused for no wages, one payday twice, pay below zero and a day outside the rates' year", () => {
    expect(problemsOf(late([]))).toEqual([
      { field: "wages", value: "", rule: "There are no wages to work out.", wayOut: "Add the pay of at least one period." },
    ]);
    expect(
      problemsOf(
        late([
          ["2026-11-20", 1],
          ["2026-11-20", 0],
        ]),
      ),
    ).toEqual([
      {
        field: "wages.usualPayday",
        value: "2026-11-20",
        rule: "Each pay period comes once.",
        wayOut: "Add the two sums together, or correct the date.",
      },
    ]);
    expect(problemsOf(late([["2026-11-20", -1]]))).toEqual([
      { field: "wages.earnings", value: "−£0.01", rule: "Pay may not be below zero.", wayOut: "Correct the pay of this period." },
    ]);
    for (const on of ["2026-04-05", "2027-04-06"]) {
      expect(problemsOf(late([["2026-11-20", 1]], { payday: on }))).toEqual([
        { field: "payday", value: on, rule: "These rates are for 2026-27.", wayOut: "Use the rates of the day the wages are paid." },
      ]);
    }
    expect(late([["2026-11-20", 1]], { payday: "2026-04-06" }).ok).toBe(true);
    expect(late([["2026-11-20", 1]], { payday: "2027-04-05" }).ok).toBe(true);
  });
});

describe("National Insurance of a second payment in one earnings period (regulation 3)", () => {
  const weekly = (earnings: number, category: NationalInsuranceCategory = "A") =>
    ({ earnings: pence(earnings), category, payFrequency: "weekly" }) as const;
  const first = (earnings: number, category: NationalInsuranceCategory = "A") => ({
    earnings: pence(earnings),
    nationalInsurance: [calculateNationalInsurance(weekly(earnings, category), taxYear2026).figures],
  });

  it("is worked out on both together, less what the first took", () => {
    // £200 cost the employer (200 − 96) × 15% = 15.60. £300 cost 30.60 and the employee (300 − 242) × 8% = 4.64.
    const result = nationalInsuranceOfLaterPayment(weekly(100_00), first(200_00), taxYear2026);
    expect(result.figures).toEqual({
      category: "A",
      grossEarnings: 100_00,
      atLowerEarningsLimit: 0,
      lowerEarningsLimitToPrimaryThreshold: 42_00,
      primaryThresholdToUpperEarningsLimit: 58_00,
      employeeContributions: 4_64,
      employerContributions: 15_00,
    });
    expect([result.employee.amount, result.employer.amount]).toEqual([4_64, 15_00]);
    expect(result.employer.lines.at(-1)).toEqual({ text: "£15.60 was taken earlier in this period. It comes off.", amount: -15_60 });
  });

  it("says that the earlier pay counts, so that the parts above each threshold read true", () => {
    // £504.00 and then £300.00: (804 − 242) × 8% = 44.96, less (504 − 242) × 8% = 20.96; employer (804 − 96) × 15% = 106.20, less 61.20.
    const result = nationalInsuranceOfLaterPayment(weekly(300_00), first(504_00), taxYear2026);
    const letter = "Letter A: Standard: everyone not covered by another letter.";
    expect(result.employee.lines).toEqual([
      { text: "£504.00 was paid earlier in this period and counts with it." },
      { text: letter },
      { text: "£562.00 of the pay is above £242.00 a week: 8% of that.", amount: 44_96 },
      { text: "£20.96 was taken earlier in this period. It comes off.", amount: -20_96 },
    ]);
    expect(result.employer.lines).toEqual([
      { text: "£504.00 was paid earlier in this period and counts with it." },
      { text: letter },
      { text: "£708.00 of the pay is above £96.00 a week: 15% of that.", amount: 106_20 },
      { text: "£61.20 was taken earlier in this period. It comes off.", amount: -61_20 },
    ]);
  });

  it("after a change of letter says that the earlier pay is for the other letter, not that the employer paid", () => {
    // £500.00 under M cost the employer nothing: under A it would have cost (500 − 96) × 15% = 60.60. £800.00 under A: 704.00 × 15% = 105.60.
    const result = nationalInsuranceOfLaterPayment(weekly(300_00), first(500_00, "M"), taxYear2026);
    expect(result.employer.amount).toBe(45_00);
    expect(result.employer.lines.slice(2)).toEqual([
      { text: "£704.00 of the pay is above £96.00 a week: 15% of that.", amount: 105_60 },
      { text: "This much of it is for pay under another letter, which has paid its own.", amount: -60_60 },
    ]);
    // The employee's part of the £500.00 was taken under M: (500 − 242) × 8% = 20.64.
    expect(result.employee.lines.at(-1)).toEqual({
      text: "This much of it is for pay under another letter, which has paid its own.",
      amount: -20_64,
    });
    expect(result.employee.amount).toBe(24_00);
  });

  it("with earlier pay under both letters takes off each, and gives nothing back", () => {
    // £500.00 under M, then £300.00 under A (24.00 and 45.00 as above), then £10.00 more: 0.80 and 1.50.
    const under = nationalInsuranceOfLaterPayment(weekly(300_00), first(500_00, "M"), taxYear2026).figures;
    const both = { earnings: pence(800_00), nationalInsurance: [...first(500_00, "M").nationalInsurance, under] };
    const result = nationalInsuranceOfLaterPayment(weekly(10_00), both, taxYear2026);
    expect([result.employee.amount, result.employer.amount]).toEqual([80, 1_50]);
    expect(result.employer.lines.slice(3).map(({ amount }) => amount)).toEqual([-60_60, -45_00]);
    const tooMuch = { ...both, nationalInsurance: [...first(500_00, "M").nationalInsurance, { ...under, employerContributions: pence(50_00) }] };
    expect(nationalInsuranceOfLaterPayment(weekly(10_00), tooMuch, taxYear2026).employer.lines.at(-1)).toEqual({
      text: "Nothing is given back within a period.",
      amount: 3_50,
    });
  });

  it("records the lower earnings limit when only both together reach it", () => {
    const { figures } = nationalInsuranceOfLaterPayment(weekly(100_00), first(100_00), taxYear2026);
    expect([figures.atLowerEarningsLimit, figures.lowerEarningsLimitToPrimaryThreshold]).toEqual([129_00, 71_00]);
  });

  it("after a 21st birthday between the two is worked out by the new letter above the first payment", () => {
    // M took nothing from the employer for £200; the next £100 come above £200 under letter A: 30.60 − 15.60.
    const result = nationalInsuranceOfLaterPayment(weekly(100_00), first(200_00, "M"), taxYear2026);
    expect([result.employee.amount, result.employer.amount]).toEqual([4_64, 15_00]);
  });

  it("says nothing of what was taken when nothing was, and of nothing given back when all that is due was", () => {
    // £90 cost nobody anything; £310 cost the employee 5.44.
    expect(nationalInsuranceOfLaterPayment(weekly(220_00), first(90_00), taxYear2026).employee.lines).toHaveLength(3);
    const [figures] = first(300_00).nationalInsurance;
    if (!figures) throw new Error("no figures");
    const all = { earnings: pence(300_00), nationalInsurance: [{ ...figures, employeeContributions: pence(5_44) }] };
    expect(nationalInsuranceOfLaterPayment(weekly(10_00), all, taxYear2026).employee.lines.at(-1)).toEqual({
      text: "£5.44 was taken earlier in this period. It comes off.",
      amount: -5_44,
    });
  });

  it("gives nothing back when the first payment took too much", () => {
    const [figures] = first(300_00).nationalInsurance;
    if (!figures) throw new Error("no figures");
    const tooMuch = { earnings: pence(300_00), nationalInsurance: [{ ...figures, employeeContributions: pence(10_00) }] };
    // Due on £310: (310 − 242) × 8% = 5.44, and 10.00 was taken.
    const { employee } = nationalInsuranceOfLaterPayment(weekly(10_00), tooMuch, taxYear2026);
    expect(employee.amount).toBe(0);
    expect(employee.lines.at(-1)).toEqual({ text: "Nothing is given back within a period.", amount: 4_56 });
  });
});

describe("National Insurance letters and years", () => {
  // 2026-27, weekly £1,000: £725 up to £967 and £33 above it for the employee; £871 and £33 for the employer.
  it.each([
    ["A", 58_00 + 66, 130_65 + 4_95],
    ["B", 13_41 + 66, 130_65 + 4_95],
    ["C", 0, 130_65 + 4_95],
    ["J", 14_50 + 66, 130_65 + 4_95],
    ["F", 58_66, 72_90 + 4_95],
    ["I", 14_07, 72_90 + 4_95],
    ["S", 0, 72_90 + 4_95],
    ["L", 15_16, 72_90 + 4_95],
    ["N", 58_66, 72_90 + 4_95],
    ["E", 14_07, 72_90 + 4_95],
    ["K", 0, 72_90 + 4_95],
    ["D", 15_16, 72_90 + 4_95],
    ["M", 58_66, 4_95],
    ["Z", 15_16, 4_95],
    ["H", 58_66, 4_95],
    ["V", 58_66, 4_95],
    ["X", 0, 0],
  ] as const)("%s takes what its column says", (category, employee, employer) => {
    const result = calculateNationalInsurance({ earnings: pence(1_000_00), category, payFrequency: "weekly" }, taxYear2026);
    expect([result.employee.amount, result.employer.amount]).toEqual([employee, employer]);
  });

  it("the employer paid 13.8% above £175 a week in 2024-25", () => {
    const result = calculateNationalInsurance({ earnings: pence(275_00), category: "A", payFrequency: "weekly" }, taxYear2024);
    expect(result.employer.amount).toBe(13_80);
    expect(result.employer.lines.map(({ text }) => text)).toEqual([
      "Letter A: Standard: everyone not covered by another letter.",
      "£100.00 of the pay is above £175.00 a week: 13.8% of that.",
    ]);
  });

  it("each part is rounded by its third decimal alone, 6 going up and 5 down (NI-3, NI-4)", () => {
    const weekly = (earnings: number) => {
      const { employee, employer } = calculateNationalInsurance({ earnings: pence(earnings), category: "A", payFrequency: "weekly" }, taxYear2026);
      return [employee.amount, employer.amount];
    };
    // 0.07 × 8% = 0.0056; 146.07 × 15% = 21.9105. 0.04 × 15% = 0.0060. 0.08 × 8% = 0.0064.
    expect(weekly(242_07)).toEqual([0, 21_91]);
    expect(weekly(96_04)).toEqual([0, 1]);
    expect(weekly(242_08)[0]).toBe(1);
    // Above £967: 0.29 × 2% = 0.0058 and 0.30 × 2% = 0.0060; 58.00 below it.
    expect([weekly(967_29)[0], weekly(967_30)[0]]).toEqual([58_00, 58_01]);
  });

  it("carry HMRC's rule and begin with the letter", () => {
    const { employee } = calculateNationalInsurance({ earnings: pence(1), category: "A", payFrequency: "weekly" }, taxYear2026);
    expect(employee.rule).toEqual({
      name: "Class 1 National Insurance",
      source: taxYear2026.nationalInsurance.sources[0],
      ratesYear: "2026-27",
    });
    expect(employee.lines[0]).toEqual({ text: "Letter A: Standard: everyone not covered by another letter." });
  });

  it.each([
    ["weekly", "£242.00 a week"],
    ["fortnightly", "£484.00 for two weeks"],
    ["fourWeekly", "£967.00 for four weeks"],
    ["monthly", "£1,048.00 a month"],
  ] as const)("of %s pay tell the threshold of the period, %s", (payFrequency, threshold) => {
    const { employee } = calculateNationalInsurance({ earnings: pence(1_00), category: "A", payFrequency }, taxYear2026);
    expect(employee.lines[1]?.text).toBe(`Pay of £1.00 is not above ${threshold}, so nothing is due.`);
  });

  it("no bands are reported for someone under 16, whatever the pay", () => {
    const { figures } = calculateNationalInsurance({ earnings: pence(500_00), category: "X", payFrequency: "weekly" }, taxYear2026);
    expect(figures).toEqual({
      category: "X",
      grossEarnings: 500_00,
      atLowerEarningsLimit: 0,
      lowerEarningsLimitToPrimaryThreshold: 0,
      primaryThresholdToUpperEarningsLimit: 0,
      employeeContributions: 0,
      employerContributions: 0,
    });
  });

  it("bands start at the lower earnings limit exactly", () => {
    const bands = (earnings: number) =>
      calculateNationalInsurance({ earnings: pence(earnings), category: "A", payFrequency: "weekly" }, taxYear2026).figures;
    expect(bands(128_99)).toMatchObject({ atLowerEarningsLimit: 0, lowerEarningsLimitToPrimaryThreshold: 0 });
    expect(bands(129_00)).toMatchObject({ atLowerEarningsLimit: 129_00, lowerEarningsLimitToPrimaryThreshold: 0 });
    expect(bands(967_01)).toMatchObject({ lowerEarningsLimitToPrimaryThreshold: 113_00, primaryThresholdToUpperEarningsLimit: 725_00 });
  });

  it("tells in words why nothing, part or a second part of the pay is charged", () => {
    const words = (earnings: number, category: NationalInsuranceCategory, side: "employee" | "employer") =>
      calculateNationalInsurance({ earnings: pence(earnings), category, payFrequency: "fourWeekly" }, taxYear2026)[side].lines.map(
        ({ text }) => text,
      );
    expect(words(967_00, "A", "employee").at(-1)).toBe("Pay of £967.00 is not above £967.00 for four weeks, so nothing is due.");
    expect(words(3_868_00, "A", "employee").at(-1)).toBe("£1.00 of the pay is above the upper limit of £3,867.00 for four weeks: 2% of that.");
    expect(words(3_867_00, "A", "employee")).toHaveLength(2);
    expect(words(1_000_00, "C", "employee").at(-1)).toBe("Nobody with letter C pays National Insurance themselves.");
    expect(words(1_000_00, "X", "employer").at(-1)).toBe("The employer pays nothing for letter X.");
    expect(words(3_867_00, "M", "employer").at(-1)).toBe("Pay of £3,867.00 is not above £3,867.00 for four weeks, so nothing is due.");
    expect(words(3_868_00, "M", "employer").slice(1)).toEqual([
      "£1.00 of the pay is above the upper limit of £3,867.00 for four weeks: 15% of that.",
    ]);
  });
});
