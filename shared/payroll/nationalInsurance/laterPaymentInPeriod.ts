import { type Pence, pence, sumPence } from "../../core/money.ts";
import type { NationalInsuranceRates } from "../../rates/taxYearRates.ts";
import type { EarlierInEarningsPeriod, NationalInsuranceFigures } from "../types.ts";
import { lessAlreadyTaken } from "./lessAlreadyTaken.ts";
import type { NationalInsuranceInput, NationalInsuranceResult } from "./nationalInsurance.ts";
import { nationalInsuranceOfSeveralPeriods } from "./severalPeriods.ts";

/**
 * National Insurance of one more payment in an earnings period that something was already paid in: worked out on all earnings of the period by
 * the letter of this payment, less what was taken. Earnings under another letter (a birthday in between) keep what was taken for them and only
 * use up the thresholds. `periods`: how many pay periods the payments are for. Pence; neither side is ever below zero.
 * Source: Social Security (Contributions) Regulations 2001, regulation 3; payroll rules, section 5.1.
 */
export function nationalInsuranceOfLaterPayment(
  input: NationalInsuranceInput,
  earlier: Pick<EarlierInEarningsPeriod, "earnings" | "nationalInsurance">,
  rates: { readonly taxYear: string; readonly nationalInsurance: NationalInsuranceRates },
  periods = 1,
): NationalInsuranceResult {
  const { category } = input;
  const period = nationalInsuranceOfSeveralPeriods({ ...input, earnings: pence(input.earnings + earlier.earnings) }, periods, rates);
  const sameLetter = earlier.nationalInsurance.filter((figures) => figures.category === category);
  const underThisLetter = sumOf(sameLetter, "grossEarnings");
  // What the earnings under other letters would have cost under this one: they came first and fill the thresholds from below.
  const others = nationalInsuranceOfSeveralPeriods({ ...input, earnings: pence(earlier.earnings - underThisLetter) }, periods, rates).figures;
  const taken = (key: keyof Omit<NationalInsuranceFigures, "category">): Pence => pence(others[key] + sumOf(sameLetter, key));
  const left = (key: keyof Omit<NationalInsuranceFigures, "category">): Pence => pence(Math.max(0, period.figures[key] - taken(key)));

  const employee = lessAlreadyTaken(period.employee, taken("employeeContributions"));
  const employer = lessAlreadyTaken(period.employer, taken("employerContributions"));
  return {
    employee,
    employer,
    figures: {
      category,
      grossEarnings: input.earnings,
      atLowerEarningsLimit: left("atLowerEarningsLimit"),
      lowerEarningsLimitToPrimaryThreshold: left("lowerEarningsLimitToPrimaryThreshold"),
      primaryThresholdToUpperEarningsLimit: left("primaryThresholdToUpperEarningsLimit"),
      employeeContributions: employee.amount,
      employerContributions: employer.amount,
    },
  };
}

const sumOf = (figures: readonly NationalInsuranceFigures[], key: keyof Omit<NationalInsuranceFigures, "category">): Pence =>
  sumPence(figures.map((each) => each[key]));
