import { type Explained, type ExplanationLine, explain } from "../../core/explanation.ts";
import { formatMinutes, type Minutes } from "../../core/minutes.ts";
import { formatPence, multiplyRatio, type Pence, pence } from "../../core/money.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";

/** Pay that never counts, and how its line begins. */
const leftOut = {
  holidayPay: "Holiday pay",
  rolledUpHolidayPay: "Rolled-up holiday pay",
  statutoryPay: "Statutory sick or parental pay",
  mileage: "Mileage",
  expenses: "Expenses paid back",
  allowance: "An allowance that is not for the work itself",
  tips: "Tips",
  payInLieuOfNotice: "Pay in lieu of notice",
  redundancyPay: "Redundancy pay",
  advance: "An advance or a loan",
} as const;

/**
 * One payment of the pay reference period, in pence before tax. `premium` is pay above the lowest rate for that work (overtime, Sundays, bank holidays,
 * nights): `amount` is all of it, and only `time` at `lowestRate` an hour counts.
 */
export type PaymentForMinimumWage =
  | { readonly kind: "wages" | "bonus" | keyof typeof leftOut; readonly amount: Pence }
  | { readonly kind: "premium"; readonly amount: Pence; readonly time: Minutes; readonly lowestRate: Pence }
  | { readonly kind: "sleepInFee"; readonly amount: Pence; readonly hasSuitableBed: boolean };

/** What the person pays for the job, or the employer keeps for their own use. */
const reducing = {
  uniform: "Uniform or clothes for the job",
  tools: "Tools or equipment for the job",
  trainingCost: "Training the job asks for",
  jobCost: "Other costs of the job not paid back",
  employersBenefit: "Kept by the employer for their own use",
  orderAdministration: "The employer's charge for working a deduction by order",
} as const;

const notReducing = {
  incomeTax: "Income tax",
  nationalInsurance: "National Insurance",
  studentLoan: "Student loan",
  pension: "Pension",
  order: "A deduction by order, paid on to somebody else",
  unionSubscription: "Union subscription",
  advanceRepaid: "An advance or a loan paid back",
  overpaymentRepaid: "An overpayment paid back",
  conduct: "A deduction for conduct that the contract allows",
} as const;

/** One deduction from pay, or one cost the person met, in pence (above zero). Accommodation is not one of them: see `calculateAccommodationOffset`. */
export interface DeductionForMinimumWage {
  readonly kind: keyof typeof reducing | keyof typeof notReducing;
  readonly amount: Pence;
}

const rule = { name: "Pay that counts for the minimum wage", source: "National Minimum Wage Regulations 2015, regulations 8 to 13" };

/**
 * The pay of a pay reference period that counts for the minimum wage, in pence. Left out are holiday and statutory pay, mileage, expenses, premium parts of
 * overtime and Sunday rates, and the fee of a sleep-in with a suitable bed. Costs of the job and what the employer keeps for their own use take from it,
 * the charge for working a deduction by order too (HMRC, 2016); tax, pension and the orders themselves do not. Refuses amounts below zero.
 * Source: National Minimum Wage Regulations 2015, regulations 8 to 13; HMRC National Minimum Wage Manual NMWM09070 and NMWM11020; payroll rules, section 9.
 */
export function calculateMinimumWagePay(
  payments: readonly PaymentForMinimumWage[],
  deductions: readonly DeductionForMinimumWage[],
): Verdict<Explained> {
  const below = payments.find((payment) => payment.amount < 0 || (payment.kind === "premium" && (payment.time < 0 || payment.lowestRate < 0)));
  if (below) {
    return refused(problem("payments", formatPence(below.amount), "Pay, time and rates may not be below zero.", "Put it with the deductions."));
  }
  const negative = deductions.find(({ amount }) => amount < 0);
  if (negative) {
    return refused(
      problem("deductions", formatPence(negative.amount), "Give what was taken off as an amount above zero.", "Put pay with the payments."),
    );
  }
  return accepted(explain(rule, [...payments.map(paymentLine), ...deductions.map(deductionLine)]));
}

const doesNotCount = (what: string, amount: Pence): ExplanationLine => ({ text: `${what}, ${formatPence(amount)}, does not count.` });

function paymentLine(payment: PaymentForMinimumWage): ExplanationLine {
  const { amount } = payment;
  switch (payment.kind) {
    case "wages":
      return { text: `Wages of ${formatPence(amount)}.`, amount };
    case "bonus":
      return { text: `Bonus for the work, ${formatPence(amount)}.`, amount };
    case "premium": {
      const basic = multiplyRatio(payment.lowestRate, payment.time, 60, "nearest");
      const counted = pence(Math.min(amount, basic));
      const atRate = `${formatMinutes(payment.time)} at the lowest rate of ${formatPence(payment.lowestRate)}`;
      return { text: `Of ${formatPence(amount)} at a higher rate, ${formatPence(counted)} counts: ${atRate}.`, amount: counted };
    }
    case "sleepInFee":
      if (payment.hasSuitableBed) return doesNotCount("The fee for sleep-ins", amount);
      return { text: `The fee for sleep-ins without a suitable bed, ${formatPence(amount)}, where every hour counts.`, amount };
    default:
      return doesNotCount(leftOut[payment.kind], amount);
  }
}

function deductionLine({ kind, amount }: DeductionForMinimumWage): ExplanationLine {
  if (kind in reducing) {
    return { text: `${reducing[kind as keyof typeof reducing]}, ${formatPence(amount)}, is taken off.`, amount: pence(-amount) };
  }
  return { text: `${notReducing[kind as keyof typeof notReducing]}, ${formatPence(amount)}, changes nothing.` };
}
