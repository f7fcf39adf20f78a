import { type Explained, explain } from "../../core/explanation.ts";
import { formatPence, type Pence, pence } from "../../core/money.ts";
import type { EmploymentAllowanceRates } from "../../rates/taxYearRates.ts";

type AllowanceRates = { readonly taxYear: string; readonly employmentAllowance: EmploymentAllowanceRates };

/** What decides whether a household may have Employment Allowance. */
export interface EmploymentAllowanceFacts {
  /** The assistant gives personal care or support to someone who is disabled, elderly or ill. Other household work is shut out. */
  readonly isCareOrSupport: boolean;
  /** The employer's own Class 1 National Insurance of the tax year before, all schemes together. Pence. */
  readonly class1OfYearBefore: Pence;
}

export interface EmploymentAllowanceAnswer {
  readonly isEligible: boolean;
  readonly lines: readonly string[];
}

/**
 * Whether an employer may claim Employment Allowance in a tax year: household employers only for care and support work, and up to 2024-25 only
 * when the employer's Class 1 of the year before was under £100,000.
 * Source: HMRC, Employment Allowance: employers of care and support workers; NIM06535; payroll rules, section 5.6.
 */
export function checkEmploymentAllowance(facts: EmploymentAllowanceFacts, rates: AllowanceRates): EmploymentAllowanceAnswer {
  const { yearlyAmount, previousYearClass1Ceiling: ceiling } = rates.employmentAllowance;
  if (!facts.isCareOrSupport) {
    return { isEligible: false, lines: ["Work for a household gets no Employment Allowance, unless it is care or support."] };
  }
  if (ceiling !== null && facts.class1OfYearBefore >= ceiling) {
    const bill = `The employer's National Insurance of the year before was ${formatPence(facts.class1OfYearBefore)}.`;
    return { isEligible: false, lines: [`${bill} For ${rates.taxYear} it had to be under ${formatPence(ceiling)}.`] };
  }
  return { isEligible: true, lines: [`Care and support employers may claim up to ${formatPence(yearlyAmount)} for ${rates.taxYear}.`] };
}

/**
 * How much Employment Allowance a payment to HMRC uses, in pence: the smaller of the employer's National Insurance and what is left of the
 * year's allowance; nothing when either is below zero. It covers employer Class 1 only and is one sum per employer and tax year.
 * Source: HMRC, Employment Allowance: employers of care and support workers; payroll rules, section 5.6.
 */
export function calculateEmploymentAllowance(employerNationalInsurance: Pence, usedBefore: Pence, rates: AllowanceRates): Explained {
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

/** Employment Allowance after one payment to HMRC. Pence. */
export interface EmploymentAllowanceStep {
  readonly used: Explained;
  readonly usedSoFar: Pence;
  readonly left: Pence;
}

/**
 * The running total of Employment Allowance over the payments to HMRC of one tax year, oldest first, from the employer's National Insurance of
 * each in pence. `usedBefore` is what the year used before the first of them.
 * Source: payroll rules, section 5.6.
 */
export function employmentAllowanceOverYear(
  employerNationalInsurance: readonly Pence[],
  rates: AllowanceRates,
  usedBefore: Pence = pence(0),
): EmploymentAllowanceStep[] {
  let usedSoFar = usedBefore;
  return employerNationalInsurance.map((due) => {
    const used = calculateEmploymentAllowance(due, usedSoFar, rates);
    usedSoFar = pence(usedSoFar + used.amount);
    return { used, usedSoFar, left: pence(Math.max(0, rates.employmentAllowance.yearlyAmount - usedSoFar)) };
  });
}
