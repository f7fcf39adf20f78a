import { describe, expect, it } from "vitest";
import { minutes } from "../../../shared/core/minutes.ts";
import { pence } from "../../../shared/core/money.ts";
import { addDays, plainDate } from "../../../shared/core/plainDate.ts";
import { calculateMileagePay } from "../../../shared/payroll/gross/mileage.ts";
import { accrueIrregularHoursHoliday } from "../../../shared/payroll/holiday/irregularHoursAccrual.ts";
import { calculateRolledUpHolidayPay } from "../../../shared/payroll/holiday/rolledUpHolidayPay.ts";
import { calculateIncomeTax } from "../../../shared/payroll/incomeTax/incomeTax.ts";
import { parseTaxCode } from "../../../shared/payroll/incomeTax/taxCode.ts";
import { taxPeriodOf } from "../../../shared/payroll/incomeTax/taxPeriod.ts";
import { checkMinimumWage } from "../../../shared/payroll/minimumWage/minimumWage.ts";
import { calculateFamilyPay, knownStandardRates } from "../../../shared/payroll/statutoryPay/statutoryFamilyPay.ts";
import { recoveryOfMonth } from "../../../shared/payroll/statutoryPay/statutoryRecovery.ts";
import type { TaxPeriod } from "../../../shared/payroll/types.ts";
import { taxYear2024 } from "../../../shared/rates/2024-25.ts";
import { taxYear2025 } from "../../../shared/rates/2025-26.ts";
import { taxYear2026 } from "../../../shared/rates/2026-27.ts";
import { knownTaxYears } from "../../../shared/rates/ratesFor.ts";
import { acceptedOf } from "../../support/verdicts.ts";

// Figures that the text of the payroll rules states beside its numbered examples, by section. The numbered ones are in workedExamples.test.ts.
const day = plainDate;
const years = { "2024-25": taxYear2024, "2025-26": taxYear2025, "2026-27": taxYear2026 };
const pounds = (figures: readonly number[]) => figures.map((figure) => figure * 100);

describe("payroll rules, section 2: tax weeks", () => {
  const taxOf = (period: Pick<TaxPeriod, "table" | "number" | "span" | "isExtraPayday">) =>
    acceptedOf(
      calculateIncomeTax(
        {
          employeeName: "Tom",
          taxCode: acceptedOf(parseTaxCode("1257L")),
          isWeek1Month1: false,
          period,
          payInPeriod: pence(1_400_00),
          taxablePayToDate: pence(1_400_00),
          taxToDateBefore: pence(0),
        },
        taxYear2026,
      ),
    ).amount;

  it("1257L with £1,400.00 for four weeks takes £86.40, where the tax week of the payday itself would take £318.20", () => {
    expect(taxOf(taxPeriodOf(day("2026-04-10"), "fourWeekly"))).toBe(86_40);
    // 1,400.00 - 241.92 is 1,158; 145.00 on the first 725.00, and 433 at 40% is 173.20.
    expect(taxOf({ table: "weekly", number: 1, span: 1, isExtraPayday: false })).toBe(318_20);
  });

  it.each([
    ["2025-04-04", 52, 52, 52],
    ["2025-04-05", 53, 54, 56],
    ["2026-04-04", 52, 52, 52],
    ["2026-04-05", 53, 54, 56],
    ["2027-04-04", 52, 52, 52],
    ["2027-04-05", 53, 54, 56],
    ["2028-04-03", 52, 52, 52],
    ["2028-04-04", 53, 54, 56],
    ["2028-04-05", 53, 54, 56],
  ])("a payday on %s is week %i, %i or %i", (payday, ...numbers) => {
    const periods = (["weekly", "fortnightly", "fourWeekly"] as const).map((frequency) => taxPeriodOf(day(payday), frequency));
    expect(periods.map(({ number }) => number)).toEqual(numbers);
    expect(periods.map(({ isExtraPayday }) => isExtraPayday)).toEqual(numbers.map((number) => number > 52));
  });
});

describe("payroll rules, section 5: National Insurance", () => {
  it.each([
    ["2026-27", "lowerEarningsLimit", [129, 258, 516, 559]],
    ["2026-27", "secondaryThreshold", [96, 193, 385, 417]],
    ["2026-27", "primaryThreshold", [242, 484, 967, 1_048]],
    ["2026-27", "upperEarningsLimit", [967, 1_934, 3_867, 4_189]],
    ["2026-27", "upperSecondaryThresholdUnder21", [967, 1_934, 3_867, 4_189]],
    ["2025-26", "lowerEarningsLimit", [125, 250, 500, 542]],
    ["2025-26", "secondaryThreshold", [96, 193, 385, 417]],
    ["2025-26", "primaryThreshold", [242, 484, 967, 1_048]],
    ["2024-25", "lowerEarningsLimit", [123, 246, 492, 533]],
    ["2024-25", "secondaryThreshold", [175, 350, 700, 758]],
  ] as const)("5.1: %s %s for a week, two, four and a month", (year, name, figures) => {
    const { thresholds } = years[year].nationalInsurance;
    const found = (["weekly", "fortnightly", "fourWeekly", "monthly"] as const).map((frequency) => thresholds[frequency][name]);
    expect(found).toEqual(pounds(figures));
  });

  it("5.6: Employment Allowance of £5,000, then £10,500; the £100,000 test only in 2024-25", () => {
    expect(knownTaxYears.map(({ employmentAllowance }) => employmentAllowance.yearlyAmount)).toEqual([5_000_00, 10_500_00, 10_500_00]);
    expect(knownTaxYears.map(({ employmentAllowance }) => employmentAllowance.previousYearClass1Ceiling)).toEqual([100_000_00, null, null]);
  });
});

describe("payroll rules, section 6: student loans", () => {
  it.each([
    ["1", [24_990, 26_065, 26_900]],
    ["2", [27_295, 28_470, 29_385]],
    ["4", [31_395, 32_745, 33_795]],
  ] as const)("plan %s starts at %j a year", (plan, figures) => {
    expect(knownTaxYears.map(({ studentLoans }) => studentLoans.plans[plan]?.yearlyThreshold)).toEqual(pounds(figures));
  });

  it("plan 5 starts at £25,000 a year from 2026-27, the postgraduate loan at £21,000 in every year", () => {
    expect(knownTaxYears.map(({ studentLoans }) => studentLoans.plans["5"]?.yearlyThreshold)).toEqual([undefined, undefined, 25_000_00]);
    expect(knownTaxYears.map(({ studentLoans }) => studentLoans.postgraduate.yearlyThreshold)).toEqual([21_000_00, 21_000_00, 21_000_00]);
  });
});

describe("payroll rules, sections 7 and 8: statutory pay", () => {
  it("7.1, 7.2: sick pay of £116.75, £118.75 and £123.25 a week", () => {
    expect(knownTaxYears.map(({ statutorySickPay }) => statutorySickPay.weeklyFlatRate)).toEqual([116_75, 118_75, 123_25]);
  });

  it("8: £184.03, £187.18 and £194.32 a week, from the first Sunday of April", () => {
    expect(knownStandardRates).toEqual([
      { from: "2024-04-07", weekly: 184_03 },
      { from: "2025-04-06", weekly: 187_18 },
      { from: "2026-04-05", weekly: 194_32 },
    ]);
  });

  it("8: average weekly earnings must reach £123, £125 and £129", () => {
    expect(knownTaxYears.map(({ statutoryParentalPay }) => statutoryParentalPay.averageWeeklyEarningsMinimum)).toEqual([123_00, 125_00, 129_00]);
  });

  it("8: average weekly earnings of £350.00: six weeks at £315.00, then £194.32; with relief £211.81 of that week comes back", () => {
    const payStart = day("2026-06-01");
    const payDates = Array.from({ length: 8 }, (_, week) => addDays(payStart, week * 7 + 6));
    const period = { payType: "SMP", payStart, weeks: 39, averageWeeklyEarnings: 3_500_000_000n, standardRates: knownStandardRates } as const;
    const weekly = calculateFamilyPay({ ...period, payDates }).map(({ amount }) => amount);
    expect(weekly).toEqual([315_00, 315_00, 315_00, 315_00, 315_00, 315_00, 194_32, 194_32]);
    // 9% of 194.32 is 17.4888.
    expect(recoveryOfMonth(pence(194_32), true, taxYear2026)).toMatchObject({ recovered: 194_32, compensation: 17_49, total: { amount: 211_81 } });
  });

  it("8: 92%, or 103%, 108.5% and 109% with relief, for Class 1 of £45,000 or less", () => {
    expect(
      knownTaxYears.map(({ statutoryParentalPay: { standardRecovery, smallEmployerRecovery } }) => [standardRecovery, smallEmployerRecovery]),
    ).toEqual([
      [92_00, 103_00],
      [92_00, 108_50],
      [92_00, 109_00],
    ]);
    expect(knownTaxYears.map(({ statutoryParentalPay }) => statutoryParentalPay.smallEmployerClass1Ceiling)).toEqual([
      45_000_00, 45_000_00, 45_000_00,
    ]);
  });
});

describe("payroll rules, section 9: the minimum wage with sleep-ins", () => {
  const check = (time: number, pay: number) =>
    checkMinimumWage(
      {
        dateOfBirth: day("1990-01-01"),
        periodFrom: day("2026-04-06"),
        isOnApprenticeRate: false,
        countedTime: minutes(time),
        countedPay: pence(pay),
      },
      taxYear2026.minimumWage,
    );

  it("48 hours at £13.00 and 1.5 woken hours: £643.50 for 49.5 hours is £13.00 an hour and passes £12.71", () => {
    expect(check(49 * 60 + 30, 643_50)).toMatchObject({ isMet: true, hourlyRate: 12_71, shortfall: 0 });
  });

  it("without a suitable bed £763.50 for 66 hours is £11.57 an hour and fails", () => {
    // 66 hours at £12.71 are £838.86.
    expect(check(66 * 60, 763_50)).toMatchObject({ isMet: false, minimumPay: 838_86, shortfall: 75_36 });
    expect(check(66 * 60, 838_86).isMet).toBe(true);
  });
});

describe("payroll rules, section 10: pension limits", () => {
  it("the trigger, the lower and the upper limit are the same in all three years", () => {
    for (const { pension } of knownTaxYears) {
      const of = (limit: Readonly<Record<"weekly" | "fortnightly" | "fourWeekly" | "monthly", number>>) =>
        [limit.weekly, limit.fortnightly, limit.fourWeekly, limit.monthly].map((amount) => amount / 100);
      expect(of(pension.earningsTrigger)).toEqual([192, 384, 768, 833]);
      expect(of(pension.lowerQualifyingEarnings)).toEqual([120, 240, 480, 520]);
      expect(of(pension.upperQualifyingEarnings).slice(1, 3)).toEqual([1_934, 3_867]);
    }
  });
});

describe("payroll rules, section 12: holiday of irregular hours", () => {
  it.each([
    [86 * 60 + 30, 10, "10.44"],
    [29 * 60 + 45, 4, "3.59"],
    [4 * 60, 0, "0.48"],
  ])("%i minutes of work give %i whole hours, %s exactly", (worked, hours, exact) => {
    const accrual = accrueIrregularHoursHoliday(minutes(worked), taxYear2026);
    expect(accrual.roundedHours).toBe(hours);
    expect((accrual.tenThousandthsOfMinutes / 600_000).toFixed(2)).toBe(exact);
  });

  it("12.07% of £1,124.50 is £135.73", () => {
    expect(calculateRolledUpHolidayPay(pence(1_124_50), taxYear2026).amount).toBe(135_73);
  });
});

describe("payroll rules, section 13: mileage", () => {
  it.each([
    ["2024-25", 45],
    ["2025-26", 45],
    ["2026-27", 55],
  ] as const)("in %s %ip a mile for 10,000 miles and 25p after, free of tax", (year, rate) => {
    const free = (before: number, ratePence: number) =>
      acceptedOf(calculateMileagePay({ label: "Mileage", quantity: 100, ratePence: pence(ratePence), planLineId: null }, before, years[year])).map(
        ({ kind, amount }) => [kind, amount],
      );
    expect(free(999_900, rate)).toEqual([["mileage", rate]]);
    expect(free(1_000_000, 25)).toEqual([["mileage", 25]]);
    expect(free(1_000_000, 26)).toEqual([
      ["mileage", 25],
      ["taxableMileage", 1],
    ]);
  });
});

describe("payroll rules, section 14: dates", () => {
  it("14: P60s by 31 May", () => {
    expect(knownTaxYears.map(({ p60By }) => p60By)).toEqual(["2025-05-31", "2026-05-31", "2027-05-31"]);
  });
});
