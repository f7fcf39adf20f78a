import { type Explained, explain } from "../../core/explanation.ts";
import { formatMinutes, type Minutes, minutes } from "../../core/minutes.ts";
import { type BasisPoints, formatPence, formatRate, multiply, multiplyRatio, type Pence, pence } from "../../core/money.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import { noRatesMessage, ratesFor } from "../../rates/ratesFor.ts";
import type { TaxYearRates } from "../../rates/taxYearRates.ts";
import { calculateNationalInsurance } from "../nationalInsurance/nationalInsurance.ts";
import { calculatePension } from "../pension/pension.ts";
import { accepted, type PayProblem, problem, refused, type Verdict } from "../problems.ts";
import type { NationalInsuranceCategory, PayFrequency, PensionMembership } from "../types.ts";

/** What must be known, or assumed, to say what time costs. Money in pence, shares in hundredths of one per cent. */
export interface HourCostInput {
  /** The day the time is worked. Rates of the tax year it falls in are used. */
  readonly on: PlainDate;
  readonly ratePerHour: Pence;
  readonly payFrequency: PayFrequency;
  readonly nationalInsuranceCategory: NationalInsuranceCategory;
  /** What the person is paid in the same pay period without this time. On-costs start at thresholds, so it decides how much of them this time causes. */
  readonly otherPayInPeriod: Pence;
  /** What is left of the year's Employment Allowance for this time; 0 when it is not claimed. */
  readonly employmentAllowanceLeft: Pence;
  /** Null when the person is not in a pension. */
  readonly pension: Pick<PensionMembership, "taxTreatment" | "earningsBasis" | "employeeRate" | "employerRate"> | null;
  /** True when this time builds up holiday that is still to be paid (12.07%). False for salary that holds its holiday already. */
  readonly buildsUpHoliday: boolean;
  /** Sick and other statutory pay that is expected and not recovered, as a share of pay. An assumption of the plan; 0 for none. */
  readonly expectedStatutoryPay: BasisPoints;
}

/** Everything an hour at a rate costs the budget. Refuses a date without rates and a rate below zero. Pence. */
export function employerCostOfHour(input: HourCostInput): Verdict<Explained> {
  return employerCostOfTime(input, minutes(60));
}

/**
 * What some time at an hourly rate costs the employer, all on-costs included: the pay, the holiday it builds up, the statutory pay expected, and the
 * employer's National Insurance (after the Employment Allowance) and pension that all of these cause on top of the period's other pay. Each part is
 * what the period costs with this time less what it costs without it. Pence; the time is in minutes.
 * Refuses a date we have no rates for and amounts below zero.
 * Source: HMRC, National Insurance contributions; Working Time Regulations 1998, regulation 16A; Pensions Act 2008, section 20; payroll rules, section 15.
 */
export function employerCostOfTime(input: HourCostInput, time: Minutes): Verdict<Explained> {
  const rates = ratesFor(input.on);
  const problems = problemsOf(input, time);
  if (!rates || problems.length > 0) return refused(...problems);
  const { ratePerHour, otherPayInPeriod } = input;
  const pay = multiplyRatio(ratePerHour, time, 60, "nearest");
  const lines = [{ text: `${formatMinutes(time)} at ${formatPence(ratePerHour)} an hour on ${formatDate(input.on)}.`, amount: pay }];

  let paidInAll: number = pay;
  if (input.buildsUpHoliday) {
    const holiday = multiply(pay, rates.holiday.irregularHoursAccrual, "nearest");
    lines.push({ text: `Holiday that this time builds up: ${formatRate(rates.holiday.irregularHoursAccrual)} of the pay.`, amount: holiday });
    paidInAll += holiday;
  }
  if (input.expectedStatutoryPay > 0) {
    const statutory = multiply(pay, input.expectedStatutoryPay, "nearest");
    lines.push({ text: `Statutory pay the plan expects: ${formatRate(input.expectedStatutoryPay)} of the pay.`, amount: statutory });
    paidInAll += statutory;
  }

  const withTime = pence(otherPayInPeriod + paidInAll);
  const insurance = pence(employerInsurance(withTime, input, rates) - employerInsurance(otherPayInPeriod, input, rates));
  lines.push({ text: "The employer's National Insurance that this pay adds.", amount: insurance });
  const allowance = pence(Math.min(insurance, input.employmentAllowanceLeft));
  if (allowance > 0) lines.push({ text: "The Employment Allowance pays this much of it.", amount: pence(-allowance) });
  const pension = pence(employerPension(withTime, input, rates) - employerPension(otherPayInPeriod, input, rates));
  if (input.pension) lines.push({ text: "The employer's pension contribution that this pay adds.", amount: pension });
  return accepted(explain({ name: "Cost to the employer", source: rates.nationalInsurance.sources[0], ratesYear: rates.taxYear }, lines));
}

/**
 * The time that a sum of money pays for in one pay period: the most whole minutes whose whole cost is not above it, with the cost of exactly that
 * time. `moneyLeft` (pence) is too little for another minute. Refuses what `employerCostOfTime` refuses, a rate of nothing and money below zero.
 */
export function timeMoneyBuys(
  input: HourCostInput,
  money: Pence,
): Verdict<{ readonly time: Minutes; readonly cost: Explained; readonly moneyLeft: Pence }> {
  if (input.ratePerHour === 0) return refused(problem("ratePerHour", 0, "Work without pay has no end.", "Give the pay for an hour."));
  if (money < 0) return refused(problem("money", formatPence(money), "Money to spend may not be below zero.", "Give the money there is."));
  const cost = (time: number) => employerCostOfTime(input, minutes(time));
  const nothing = cost(0);
  if (!nothing.ok) return nothing;
  // The cost is never below the pay, so more time than the pay alone would use up cannot be had. It never falls as time grows.
  let most = 0;
  let tooMuch = Math.ceil(((money + 1) * 60) / input.ratePerHour) + 1;
  let best = nothing.value;
  while (tooMuch - most > 1) {
    const middle = Math.floor((most + tooMuch) / 2);
    const tried = cost(middle);
    if (!tried.ok) return tried;
    if (tried.value.amount <= money) {
      most = middle;
      best = tried.value;
    } else tooMuch = middle;
  }
  return accepted({ time: minutes(most), cost: best, moneyLeft: pence(money - best.amount) });
}

const employerInsurance = (earnings: Pence, { nationalInsuranceCategory, payFrequency }: HourCostInput, rates: TaxYearRates): Pence =>
  calculateNationalInsurance({ earnings, category: nationalInsuranceCategory, payFrequency }, rates).employer.amount;

const employerPension = (earnings: Pence, { pension, payFrequency }: HourCostInput, rates: TaxYearRates): Pence =>
  pension ? calculatePension({ ...pension, earnings, payFrequency }, rates).employer.amount : pence(0);

function problemsOf(input: HourCostInput, time: Minutes): PayProblem[] {
  const found: PayProblem[] = [];
  if (!ratesFor(input.on)) {
    found.push(problem("on", input.on, noRatesMessage(input.on), "Choose a day in a tax year this version knows."));
  }
  for (const field of ["ratePerHour", "otherPayInPeriod", "employmentAllowanceLeft"] as const) {
    if (input[field] < 0) found.push(problem(field, formatPence(input[field]), "This may not be below zero.", "Give nothing or more."));
  }
  if (time < 0) found.push(problem("time", time, "Time may not be below zero.", "Give the minutes that are worked."));
  if (input.expectedStatutoryPay < 0) {
    found.push(problem("expectedStatutoryPay", input.expectedStatutoryPay, "A share of pay may not be below zero.", "Give nothing or more."));
  }
  return found;
}
