import { formatPence, type Pence } from "../../core/money.ts";
import { nationalInsuranceYear } from "../../rates/nationalInsuranceYears.ts";
import type { NationalInsuranceRates } from "../../rates/taxYearRates.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";
import type { PayFrequency } from "../types.ts";

/** What about one employee makes the employer register. */
export interface RegisterForPayeFacts {
  readonly employeeName: string;
  /** The highest pay of one pay period, in pence. */
  readonly earnings: Pence;
  readonly payFrequency: PayFrequency;
  readonly hasOtherJob: boolean;
  /** Any pension, the State Pension too. */
  readonly getsPension: boolean;
  /** Benefits in kind or expenses that are taxed. */
  readonly hasTaxedBenefits: boolean;
}

export interface RegisterForPayeAnswer {
  readonly mustRegister: boolean;
  /** Why, one sentence for each employee and reason; or why not. */
  readonly lines: readonly string[];
}

/**
 * Whether an employer must register for PAYE before the first payday: when any employee is paid at or above the threshold of their pay period
 * (the lower earnings limit in 2024-25, the secondary threshold since), has another job, gets any pension, or gets taxed benefits.
 * Refuses a tax year whose threshold is not known.
 * Source: GOV.UK, Register as an employer; LITRG on 6 April 2025; payroll rules, section 5.7.
 */
export function mustRegisterForPaye(
  employees: readonly RegisterForPayeFacts[],
  rates: { readonly taxYear: string; readonly nationalInsurance: NationalInsuranceRates },
): Verdict<RegisterForPayeAnswer> {
  const year = nationalInsuranceYear(rates.taxYear);
  if (year === undefined) {
    return refused(problem("taxYear", rates.taxYear, "The threshold of this tax year is not known.", "Update Plan & Payday, then try again."));
  }
  const reasons = employees.flatMap((each) => {
    const threshold = rates.nationalInsurance.thresholds[each.payFrequency][year.registerForPayeAt];
    const name = each.employeeName;
    return [
      ...(each.earnings >= threshold ? [`${name} is paid ${formatPence(each.earnings)}, and ${formatPence(threshold)} or more counts.`] : []),
      ...(each.hasOtherJob ? [`${name} has another job.`] : []),
      ...(each.getsPension ? [`${name} gets a pension.`] : []),
      ...(each.hasTaxedBenefits ? [`${name} gets benefits that are taxed.`] : []),
    ];
  });
  if (reasons.length > 0) return accepted({ mustRegister: true, lines: ["You must register for PAYE before the first payday.", ...reasons] });
  return accepted({ mustRegister: false, lines: ["Nobody is paid enough yet, or has another job, a pension or taxed benefits."] });
}
