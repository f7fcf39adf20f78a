import { type Explained, explain } from "../../core/explanation.ts";
import { formatPence, type Pence, pence } from "../../core/money.ts";
import type { EmploymentAllowanceRates } from "../../rates/taxYearRates.ts";

/**
 * How much Employment Allowance a payment to HMRC uses, in pence: the smaller of the employer's National Insurance and what is left of the
 * year's allowance. It covers employer Class 1 only and is one sum per employer and tax year.
 * Source: HMRC, Employment Allowance: employers of care and support workers; payroll rules, section 5.6.
 */
export function calculateEmploymentAllowance(
  employerNationalInsurance: Pence,
  usedBefore: Pence,
  rates: { readonly taxYear: string; readonly employmentAllowance: EmploymentAllowanceRates },
): Explained {
  const { yearlyAmount, sources } = rates.employmentAllowance;
  const left = pence(Math.max(0, yearlyAmount - usedBefore));
  const used = pence(Math.max(0, Math.min(employerNationalInsurance, left)));
  return explain({ name: "Employment Allowance", source: sources[0], ratesYear: rates.taxYear }, [
    { text: `Care and support employers may keep ${formatPence(yearlyAmount)} of their own National Insurance in ${rates.taxYear}.` },
    { text: `${formatPence(usedBefore)} of it is used already, so ${formatPence(left)} is left.` },
    {
      text: `The employer's National Insurance this time is ${formatPence(employerNationalInsurance)}. The allowance pays this much of it.`,
      amount: used,
    },
  ]);
}
