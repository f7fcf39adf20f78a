import { type Pence, pence } from "../../core/money.ts";
import { nationalInsuranceYear } from "../../rates/nationalInsuranceYears.ts";
import type { NationalInsuranceRates } from "../../rates/taxYearRates.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";
import type { PayFrequency } from "../types.ts";
import type { EarningsPeriodThresholds } from "./nationalInsurance.ts";

const shortestFirst: readonly PayFrequency[] = ["weekly", "fortnightly", "fourWeekly", "monthly"];

/**
 * The earnings period of someone whose pay comes at several regular intervals at once (a weekly wage and a monthly sum): the shortest of them.
 * All that is paid within it counts together. Refuses an empty list.
 * Source: Social Security (Contributions) Regulations 2001, regulation 3(1); HMRC NIM08021. HMRC may direct a longer one (regulation 3(2B)).
 */
export function earningsPeriodOfSeveral(payFrequencies: readonly PayFrequency[]): Verdict<PayFrequency> {
  const shortest = shortestFirst.find((each) => payFrequencies.includes(each));
  return shortest === undefined
    ? refused(problem("payFrequency", null, "Pay needs an interval.", "Say how often this person is paid."))
    : accepted(shortest);
}

/**
 * The earnings period of pay with no regular interval, in whole weeks: as long as the part of the job it pays for, from `days`, but never shorter
 * than a week; a part week counts whole. Refuses days that are not a whole number above zero.
 * Source: Social Security (Contributions) Regulations 2001, regulation 4; HMRC NIM08021. Counting a part week whole is our reading.
 */
export function weeksOfIrregularPay(days: number): Verdict<number> {
  if (!Number.isSafeInteger(days) || days < 1) {
    return refused(problem("days", days, "Pay is for at least one whole day.", "Put in the number of days from the first to the last day paid for."));
  }
  return accepted(Math.ceil(days / 7));
}

/**
 * National Insurance thresholds of an earnings period of `weeks` whole weeks, in pence: the weekly lower earnings limit times the weeks; for the
 * others the yearly figure divided by 52, times the weeks, rounded up to the pound; for one week the published figures. Refuses a number of weeks that
 * is not from 1 to 53, and a tax year without yearly figures.
 * Source: Social Security (Contributions) Regulations 2001, regulation 11; payroll rules, section 5.1.
 */
export function thresholdsOfWeeks(
  weeks: number,
  rates: { readonly taxYear: string; readonly nationalInsurance: NationalInsuranceRates },
): Verdict<EarningsPeriodThresholds> {
  const { weekly } = rates.nationalInsurance.thresholds;
  if (!Number.isSafeInteger(weeks) || weeks < 1 || weeks > 53) {
    return refused(problem("weeks", weeks, "An earnings period is 1 to 53 whole weeks.", "Check the days the pay is for."));
  }
  if (weeks === 1) return accepted({ thresholds: weekly, words: "a week" });
  const year = nationalInsuranceYear(rates.taxYear);
  if (year === undefined) {
    return refused(problem("taxYear", rates.taxYear, "There are no yearly thresholds for this tax year.", "Update Plan & Payday, then try again."));
  }
  const share = (yearly: Pence) => pence(Math.ceil((yearly * weeks) / (52 * 100)) * 100);
  const { yearlyThresholds: of } = year;
  return accepted({
    words: `for ${weeks} weeks`,
    thresholds: {
      lowerEarningsLimit: pence(weekly.lowerEarningsLimit * weeks),
      primaryThreshold: share(of.primaryThreshold),
      secondaryThreshold: share(of.secondaryThreshold),
      freeportUpperSecondaryThreshold: share(of.freeportUpperSecondaryThreshold),
      investmentZoneUpperSecondaryThreshold: share(of.investmentZoneUpperSecondaryThreshold),
      upperSecondaryThresholdUnder21: share(of.upperSecondaryThresholdUnder21),
      apprenticeUpperSecondaryThreshold: share(of.apprenticeUpperSecondaryThreshold),
      veteransUpperSecondaryThreshold: share(of.veteransUpperSecondaryThreshold),
      upperEarningsLimit: share(of.upperEarningsLimit),
    },
  });
}
