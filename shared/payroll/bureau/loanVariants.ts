import { above, formatPence, multiply, type Pence, pence } from "../../core/money.ts";
import type { TaxYearRates } from "../../rates/taxYearRates.ts";
import { periodSpan } from "../incomeTax/taxPeriod.ts";
import { calculateStudentLoan } from "../studentLoans/studentLoan.ts";
import { type PayFrequency, StudentLoanPlan } from "../types.ts";
import type { BureauBase, BureauVariant } from "./bureauVariant.ts";

/**
 * Ways in which a bureau's loan deductions come to another sum: a start notice that did not reach it, another plan, the threshold of another interval, last
 * year's threshold, pence not cut off. Pence. Source: payroll rules, section 6.
 */
export function loanVariants(base: BureauBase): BureauVariant[] {
  if (base.input.earlierInEarningsPeriod !== null || (base.input.lateWages ?? []).length > 0) return [];
  return [...noticeVariants(base), ...planVariants(base), ...thresholdVariants(base)];
}

function loans({ input, rates, figures }: BureauBase, change: LoanChange): { studentLoan: Pence; postgraduateLoan: Pence } | undefined {
  const { rates: other, ...settings } = change;
  const own = {
    earnings: figures.grossPay,
    payFrequency: input.payFrequency,
    plan: input.studentLoanPlan,
    hasPostgraduateLoan: input.hasPostgraduateLoan,
  };
  const due = calculateStudentLoan({ ...own, ...settings }, other ?? rates);
  return due.ok ? { studentLoan: due.value.studentLoan.amount, postgraduateLoan: due.value.postgraduateLoan.amount } : undefined;
}

interface LoanChange {
  readonly plan?: StudentLoanPlan | null;
  readonly hasPostgraduateLoan?: boolean;
  readonly payFrequency?: PayFrequency;
  readonly rates?: TaxYearRates;
}

function variantOf(base: BureauBase, change: LoanChange, words: Omit<BureauVariant, "lines">): BureauVariant[] {
  const lines = loans(base, change);
  return lines ? [{ ...words, lines }] : [];
}

const notice = "Look at HMRC’s newest start or stop notice for the loan, and tell the bureau.";

function noticeVariants(base: BureauBase): BureauVariant[] {
  const { input } = base;
  const found: BureauVariant[] = [];
  if (input.studentLoanPlan !== null) {
    const text = `The bureau took no student loan. You have a start notice for plan ${input.studentLoanPlan}.`;
    found.push(...variantOf(base, { plan: null }, { id: "loanMissing", text, wayOut: notice }));
  }
  if (input.hasPostgraduateLoan) {
    const text = "The bureau took no postgraduate loan. You have a start notice for one.";
    found.push(...variantOf(base, { hasPostgraduateLoan: false }, { id: "postgraduateMissing", text, wayOut: notice }));
  } else {
    const text = "The bureau took a postgraduate loan. You have no start notice for one.";
    found.push(...variantOf(base, { hasPostgraduateLoan: true }, { id: "postgraduateTaken", text, wayOut: notice }));
  }
  return found;
}

function planVariants(base: BureauBase): BureauVariant[] {
  const own = base.input.studentLoanPlan;
  return StudentLoanPlan.options
    .filter((plan) => plan !== own)
    .flatMap((plan) => {
      const text =
        own === null
          ? `The bureau took a student loan of plan ${plan}. You have no start notice for one.`
          : `The bureau used plan ${plan}. You have plan ${own}.`;
      return variantOf(base, { plan }, { id: "otherPlan", text, wayOut: notice });
    });
}

const intervalWords: Readonly<Record<PayFrequency, string>> = {
  weekly: "one week",
  fortnightly: "two weeks",
  fourWeekly: "four weeks",
  monthly: "a month",
};

function thresholdVariants(base: BureauBase): BureauVariant[] {
  const { input, rates, figures, lastYear } = base;
  const { payFrequency, studentLoanPlan: plan } = input;
  if (plan === null && !input.hasPostgraduateLoan) return [];
  const found: BureauVariant[] = [];
  for (const other of ["weekly", "fortnightly", "fourWeekly", "monthly"] as const) {
    if (other === payFrequency) continue;
    const text = `The bureau used the loan threshold for ${intervalWords[other]}. Pay is for ${intervalWords[payFrequency]}.`;
    found.push(...variantOf(base, { payFrequency: other }, { id: "loanInterval", text, wayOut: "Tell the bureau how often you pay." }));
  }
  if (lastYear) {
    const text = `The bureau used the loan thresholds of ${lastYear.taxYear}.`;
    found.push(
      ...variantOf(
        base,
        { rates: lastYear },
        { id: "loanLastYear", text, wayOut: "Ask the bureau to put this tax year’s thresholds into its program." },
      ),
    );
  }
  const planRates = plan === null ? null : rates.studentLoans.plans[plan];
  if (planRates) {
    const exact = multiply(above(figures.grossPay, planRates.thresholds[payFrequency]), planRates.rate, "nearest");
    found.push({
      id: "loanPence",
      lines: { studentLoan: exact },
      text: `The bureau took the loan with the pence, ${formatPence(exact)}. Loan deductions are cut to whole pounds.`,
      wayOut: "Tell the bureau that a loan deduction has no pence.",
    });
    if (periodSpan[payFrequency] > 1) {
      const weekly = pence(planRates.thresholds.weekly * periodSpan[payFrequency]);
      const part = multiply(above(figures.grossPay, weekly), planRates.rate, "down");
      found.push({
        id: "loanWeeklyThreshold",
        lines: { studentLoan: pence(part - (part % 100)) },
        text: `The bureau used the weekly loan threshold times ${periodSpan[payFrequency]}, ${formatPence(weekly)}. For ${intervalWords[payFrequency]} it is ${formatPence(planRates.thresholds[payFrequency])}.`,
        wayOut: "Tell the bureau. The difference is a pound at most.",
      });
    }
  }
  return found;
}
