import { type Explained, explain } from "../../core/explanation.ts";
import { type Pence, pence, sumPence } from "../../core/money.ts";
import type { NationalInsuranceRates } from "../../rates/taxYearRates.ts";
import type { EarlierInEarningsPeriod, NationalInsuranceFigures } from "../types.ts";
import { earlierPayCounts, takeOff } from "./lessAlreadyTaken.ts";
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
  const left = (key: keyof Omit<NationalInsuranceFigures, "category">): Pence =>
    pence(Math.max(0, period.figures[key] - others[key] - sumOf(sameLetter, key)));
  const side = (ofPeriod: Explained, key: "employeeContributions" | "employerContributions"): Explained => {
    const lines = [earlierPayCounts(earlier.earnings), ...ofPeriod.lines];
    // The contributions named here were never taken under this letter: what the other letter took stays as it is.
    if (others[key] > 0)
      lines.push({ text: "This much of it is for pay under another letter, which has paid its own.", amount: pence(-others[key]) });
    return explain(ofPeriod.rule, takeOff(lines, ofPeriod.amount - others[key], sumOf(sameLetter, key)));
  };
  const employee = side(period.employee, "employeeContributions");
  const employer = side(period.employer, "employerContributions");
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
