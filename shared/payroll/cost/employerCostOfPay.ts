import { type Explained, type ExplanationLine, explain } from "../../core/explanation.ts";
import { type BasisPoints, formatPence, formatRate, multiply, multiplyRatio, type Pence, pence } from "../../core/money.ts";
import type { PlainDate } from "../../core/plainDate.ts";
import { noRatesMessage, ratesFor } from "../../rates/ratesFor.ts";
import type { TaxYearRates } from "../../rates/taxYearRates.ts";
import { calculateNationalInsurance } from "../nationalInsurance/nationalInsurance.ts";
import { calculatePension } from "../pension/pension.ts";
import { accepted, type PayProblem, problem, refused, type Verdict } from "../problems.ts";
import type { NationalInsuranceCategory, PayFrequency, PensionMembership } from "../types.ts";

/** How paid time builds up holiday that is still to be paid: 12.07% for irregular hours, 5.6 of 46.4 weeks for fixed ones; none for pay that holds its holiday already. */
export type HolidayBuildUp = "irregularHours" | "fixedHours" | "none";

/** What must be known, or assumed, about a person and a pay period to say what pay costs. Money in pence, shares in hundredths of one per cent. */
export interface CostFacts {
  /** The day the time is worked. Rates of the tax year it falls in are used. */
  readonly on: PlainDate;
  readonly payFrequency: PayFrequency;
  readonly nationalInsuranceCategory: NationalInsuranceCategory;
  /** What the person is paid in the same pay period without this. On-costs start at thresholds, so it decides how much of them this causes. */
  readonly otherPayInPeriod: Pence;
  /** What is left of the year's Employment Allowance; 0 when it is not claimed. */
  readonly employmentAllowanceLeft: Pence;
  /** Null when the person is not in a pension. */
  readonly pension: Pick<PensionMembership, "taxTreatment" | "earningsBasis" | "employeeRate" | "employerRate"> | null;
  readonly holidayBuildUp: HolidayBuildUp;
  /** Sick and other statutory pay that is expected and not recovered, as a share of pay. An assumption of the plan; 0 for none. */
  readonly expectedStatutoryPay: BasisPoints;
}

/** Pay with the words for it, and sums beside pay that carry no on-costs (mileage and expenses within HMRC's rates). Pence. */
interface PayToCost {
  readonly pay: readonly { readonly text: string; readonly amount: Pence }[];
  readonly untaxed?: readonly { readonly text: string; readonly amount: Pence }[];
}

export interface PayCost {
  readonly cost: Explained;
  /** How much of the Employment Allowance that was left this uses. */
  readonly allowanceUsed: Pence;
}

/**
 * What pay costs the employer, all on-costs included: the pay, the holiday it builds up, the statutory pay expected, and the employer's National
 * Insurance (after the Employment Allowance) and pension that all of these cause on top of the period's other pay. Each on-cost is what the
 * period costs with this pay less what it costs without it. Pence; holiday and statutory pay to the nearest penny.
 * Refuses a date we have no rates for and amounts below zero.
 * Source: HMRC, National Insurance contributions; Working Time Regulations 1998, regulations 13 to 16A; Pensions Act 2008, section 20; payroll rules,
 * sections 12 and 15.
 */
export function employerCostOfPay(facts: CostFacts, { pay, untaxed = [] }: PayToCost): Verdict<PayCost> {
  const rates = ratesFor(facts.on);
  const problems = problemsOf(facts, rates);
  if (!rates || problems.length > 0) return refused(...problems);
  const { otherPayInPeriod } = facts;
  const paid = pence(pay.reduce((sum, { amount }) => sum + amount, 0));
  const lines: ExplanationLine[] = [...pay];

  const holiday = holidayOf(paid, facts.holidayBuildUp, rates);
  if (holiday) lines.push(holiday);
  const statutory = multiply(paid, facts.expectedStatutoryPay, "nearest");
  if (facts.expectedStatutoryPay > 0) {
    const share = formatRate(facts.expectedStatutoryPay);
    lines.push({ text: `Sick pay and other statutory pay to expect: ${share} of the pay.`, amount: statutory });
  }

  const withIt = pence(otherPayInPeriod + paid + (holiday?.amount ?? 0) + statutory);
  const [before, after] = [employerInsurance(otherPayInPeriod, facts, rates), employerInsurance(withIt, facts, rates)];
  const insurance = pence(after - before);
  const grows = `The pay of this pay period goes from ${formatPence(otherPayInPeriod)} to ${formatPence(withIt)}`;
  lines.push({
    text: `${grows}, and the employer's National Insurance on it from ${formatPence(before)} to ${formatPence(after)}.`,
    amount: insurance,
  });
  const allowanceUsed = pence(Math.min(insurance, facts.employmentAllowanceLeft));
  if (allowanceUsed > 0) {
    const left = formatPence(facts.employmentAllowanceLeft);
    lines.push({ text: `The Employment Allowance, with ${left} left this year, pays this much of it.`, amount: pence(-allowanceUsed) });
  }
  if (facts.pension) {
    const [had, has] = [employerPension(otherPayInPeriod, facts, rates), employerPension(withIt, facts, rates)];
    const text = `The employer's pension contribution goes from ${formatPence(had)} to ${formatPence(has)}.`;
    lines.push({ text, amount: pence(has - had) });
  }
  const rule = { name: "Cost to the employer", source: rates.nationalInsurance.sources[0], ratesYear: rates.taxYear };
  return accepted({ cost: explain(rule, [...lines, ...untaxed]), allowanceUsed });
}

function holidayOf(paid: Pence, buildUp: HolidayBuildUp, { holiday }: TaxYearRates): { text: string; amount: Pence } | undefined {
  if (buildUp === "none") return undefined;
  if (buildUp === "irregularHours") {
    const share = formatRate(holiday.irregularHoursAccrual);
    return { text: `Holiday that this time builds up: ${share} of the pay.`, amount: multiply(paid, holiday.irregularHoursAccrual, "nearest") };
  }
  const weeks = holiday.statutoryTenthsOfWeeks;
  const worked = 520 - weeks;
  const text = `Holiday that this time builds up: ${weeks / 10} weeks of holiday for ${worked / 10} weeks of work.`;
  return { text, amount: multiplyRatio(paid, weeks, worked, "nearest") };
}

const employerInsurance = (earnings: Pence, { nationalInsuranceCategory, payFrequency }: CostFacts, rates: TaxYearRates): Pence =>
  calculateNationalInsurance({ earnings, category: nationalInsuranceCategory, payFrequency }, rates).employer.amount;

const employerPension = (earnings: Pence, { pension, payFrequency }: CostFacts, rates: TaxYearRates): Pence =>
  pension ? calculatePension({ ...pension, earnings, payFrequency }, rates).employer.amount : pence(0);

function problemsOf(facts: CostFacts, rates: TaxYearRates | undefined): PayProblem[] {
  const found: PayProblem[] = [];
  if (!rates) found.push(problem("on", facts.on, noRatesMessage(facts.on), "Choose a day in a tax year this version knows."));
  for (const field of ["otherPayInPeriod", "employmentAllowanceLeft"] as const) {
    if (facts[field] < 0) found.push(problem(field, formatPence(facts[field]), "This may not be below zero.", "Give nothing or more."));
  }
  if (facts.expectedStatutoryPay < 0) {
    found.push(problem("expectedStatutoryPay", facts.expectedStatutoryPay, "A share of pay may not be below zero.", "Give nothing or more."));
  }
  return found;
}
