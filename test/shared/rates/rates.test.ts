import { describe, expect, it } from "vitest";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { NationalInsuranceCategory, PayFrequency, StudentLoanPlan, TaxRegion } from "../../../shared/rates/payTerms.ts";
import { knownTaxYears, noRatesMessage, ratesFor, ratesForTaxYear, taxYearOf } from "../../../shared/rates/ratesFor.ts";
import { at, basisPointsOf, penceOf, publishedFrequency, readPublishedRates } from "./ratesFixture.ts";

const thresholdNames = [
  "lowerEarningsLimit",
  "primaryThreshold",
  "secondaryThreshold",
  "freeportUpperSecondaryThreshold",
  "investmentZoneUpperSecondaryThreshold",
  "upperSecondaryThresholdUnder21",
  "apprenticeUpperSecondaryThreshold",
  "veteransUpperSecondaryThreshold",
  "upperEarningsLimit",
] as const;

describe.each(knownTaxYears)("the rates of $taxYear are the published ones", (rates) => {
  const published = readPublishedRates(rates.taxYear);
  const money = (path: string) => penceOf(at(published, path));
  const share = (path: string) => basisPointsOf(at(published, path));

  it("covers the tax year and nothing else", () => {
    expect([rates.from, rates.to]).toEqual([at(published, "taxYearStart"), at(published, "taxYearEnd")]);
  });

  it.each(TaxRegion.options)("income tax bands and one-rate codes: %s", (region) => {
    const bands = at(published, `incomeTax/regimes/${region}/bands`) as Record<string, unknown>[];
    expect(rates.incomeTax.regions[region].bands).toEqual(
      bands.map((band) => ({
        rate: basisPointsOf(band.rate),
        taxablePayUpTo: penceOf(band.taxablePayUpTo),
        taxAtTop: penceOf(band.cumulativeTaxAtTop),
      })),
    );
    const codes = Object.entries(at(published, `incomeTax/regimes/${region}/flatRateCodes`) as Record<string, unknown>);
    expect(rates.incomeTax.regions[region].flatRates).toEqual(Object.fromEntries(codes.map(([code, rate]) => [code.slice(-2), basisPointsOf(rate)])));
  });

  it("the tax at the top of each band is the tax of the bands below it", () => {
    for (const region of TaxRegion.options) {
      let from = 0;
      let tax = 0;
      for (const band of rates.incomeTax.regions[region].bands) {
        if (band.taxablePayUpTo === null) continue;
        tax += ((band.taxablePayUpTo - from) * band.rate) / 10_000;
        expect(band.taxAtTop).toBe(tax);
        from = band.taxablePayUpTo;
      }
    }
  });

  it.each(PayFrequency.options)("National Insurance thresholds: %s", (frequency) => {
    for (const name of thresholdNames) {
      const path = `nationalInsuranceClass1/thresholds/${name}/${publishedFrequency[frequency]}`;
      expect(rates.nationalInsurance.thresholds[frequency][name], name).toBe(money(path));
    }
  });

  it.each(NationalInsuranceCategory.options)("National Insurance letter %s", (category) => {
    const path = `nationalInsuranceClass1/categories/${category}`;
    const letter = rates.nationalInsurance.categories[category];
    expect(letter.employeeMain).toBe(share(`${path}/employee/primaryThresholdToUpperEarningsLimit`));
    expect(letter.employeeUpper).toBe(share(`${path}/employee/aboveUpperEarningsLimit`));
    expect(letter.employer).toBe(share(`${path}/employer/aboveUpperEarningsLimit`));
    expect(letter.employerPaysAbove).toBe(at(published, `${path}/employer/employerChargeStartsAbove`));
  });

  it("student loans", () => {
    for (const plan of StudentLoanPlan.options) {
      const thresholds = rates.studentLoans.plans[plan];
      const path = `studentLoans/plans/plan${plan}`;
      const isCollected = plan !== "5" || rates.taxYear >= "2026-27";
      expect(thresholds !== null).toBe(isCollected);
      if (thresholds) {
        expect(thresholds.rate).toBe(share(`${path}/rate`));
        for (const frequency of PayFrequency.options)
          expect(thresholds.thresholds[frequency]).toBe(money(`${path}/thresholds/${publishedFrequency[frequency]}`));
      }
    }
    expect(rates.studentLoans.postgraduate.yearlyThreshold).toBe(money("studentLoans/plans/postgraduate/thresholds/annual"));
    expect(`plan${rates.studentLoans.planWhenUnknown}`).toBe(at(published, "studentLoans/defaultPlanIfUnknown"));
  });

  it("statutory sick pay and family pay", () => {
    expect(rates.statutorySickPay).toMatchObject({
      weeklyFlatRate: money("statutorySickPay/weeklyFlatRate"),
      shareOfAverageWeeklyEarnings: share("statutorySickPay/shareOfAverageWeeklyEarnings"),
      averageWeeklyEarningsMinimum: money("statutorySickPay/averageWeeklyEarningsMinimum"),
      waitingDays: at(published, "statutorySickPay/waitingDays"),
      minimumDaysOfSickness: at(published, "statutorySickPay/minimumPeriodOfIncapacityDays"),
      linkingGapWeeks: at(published, "statutorySickPay/linkingGapWeeks"),
      maximumWeeks: at(published, "statutorySickPay/maximumWeeks"),
    });
    expect(rates.statutoryParentalPay).toMatchObject({
      weeklyFlatRate: money("statutoryParentalPay/weeklyFlatRate"),
      flatRateFrom: at(published, "statutoryParentalPay/flatRateAppliesToWeeksStartingFrom"),
      averageWeeklyEarningsMinimum: money("statutoryParentalPay/averageWeeklyEarningsMinimum"),
      smallEmployerRecovery: share("statutoryParentalPay/recovery/smallEmployerShare"),
    });
  });

  it("minimum wage, pension, Employment Allowance, holiday and mileage", () => {
    expect(rates.minimumWage).toMatchObject({
      from: at(published, "nationalMinimumWage/effectiveFrom"),
      aged21AndOver: money("nationalMinimumWage/hourly/aged21AndOver"),
      aged18To20: money("nationalMinimumWage/hourly/aged18To20"),
      under18: money("nationalMinimumWage/hourly/under18AboveSchoolLeavingAge"),
      apprentice: money("nationalMinimumWage/hourly/apprentice"),
      accommodationOffsetPerDay: money("nationalMinimumWage/accommodationOffset/daily"),
    });
    for (const frequency of PayFrequency.options) {
      const word = publishedFrequency[frequency];
      expect(rates.pension.earningsTrigger[frequency]).toBe(money(`pensionAutoEnrolment/earningsTrigger/${word}`));
      expect(rates.pension.lowerQualifyingEarnings[frequency]).toBe(money(`pensionAutoEnrolment/lowerQualifyingEarnings/${word}`));
      expect(rates.pension.upperQualifyingEarnings[frequency]).toBe(money(`pensionAutoEnrolment/upperQualifyingEarnings/${word}`));
    }
    expect(rates.employmentAllowance.yearlyAmount).toBe(money("employmentAllowance/annualAmount"));
    expect(rates.registerForPayeAtWeekly).toBe(money("payeRegistration/registerIfAnyEmployeePaidAtOrAbovePerWeek"));
    expect(rates.holiday.irregularHoursAccrual).toBe(share("holiday/irregularHoursAccrualRate"));
    expect(rates.mileage.carPerMile).toBe(money("mileage/carsAndVans/firstTenThousandMilesPerMile"));
    expect(rates.p60By).toBe(at(published, "calendar/p60By"));
  });
});

describe("which year's rates", () => {
  it("go by the payment date, to the day", () => {
    expect(ratesFor(plainDate("2026-04-05"))?.taxYear).toBe("2025-26");
    expect(ratesFor(plainDate("2026-04-06"))?.taxYear).toBe("2026-27");
    expect(taxYearOf(plainDate("2027-04-05"))).toBe("2026-27");
  });

  it("are never another year's when a year is missing", () => {
    expect(ratesFor(plainDate("2027-04-06"))).toBeUndefined();
    expect(ratesFor(plainDate("2024-04-05"))).toBeUndefined();
    expect(ratesForTaxYear("1999-00")).toBeUndefined();
    expect(noRatesMessage(plainDate("2027-04-06"))).toBe("This version has no rates for 2027-28. Update Plan & Payday, then try again.");
  });
});
