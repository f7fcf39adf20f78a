import { formatPence, type Pence } from "../../core/money.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import { noRatesMessage, ratesFor, taxYearOf } from "../../rates/ratesFor.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";
import { isSumOfMoney } from "../sumOfMoney.ts";

export interface SmallEmployersRelief {
  readonly isSmallEmployer: boolean;
  /** The last complete tax year before the qualifying week, whose Class 1 counts. */
  readonly taxYear: string;
  readonly text: string;
}

/** The last complete tax year before the day the qualifying (or matching) week begins, by name: "2025-26" for a week in 2026-27. Source: payroll rules, section 8. */
export function taxYearForRelief(qualifyingWeekStart: PlainDate): string {
  const start = Number(taxYearOf(qualifyingWeekStart).slice(0, 4)) - 1;
  return `${start}-${String((start + 1) % 100).padStart(2, "0")}`;
}

/**
 * Whether the employer gets small employers' relief for one payment: Class 1 National Insurance (employees' and employer's, before the Employment Allowance)
 * of 45,000 pounds or less in the last complete tax year before the qualifying week. Refuses a year without rates and an amount below nothing.
 * Source: GOV.UK, Get financial help with statutory pay; payroll rules, section 8.
 */
export function smallEmployersRelief(qualifyingWeekStart: PlainDate, class1BeforeAllowance: Pence): Verdict<SmallEmployersRelief> {
  const rates = ratesFor(qualifyingWeekStart);
  if (!rates) {
    const message = noRatesMessage(qualifyingWeekStart);
    return refused(problem("qualifyingWeekStart", qualifyingWeekStart, "There are no rates for this year.", message));
  }
  if (!isSumOfMoney(class1BeforeAllowance)) {
    const wayOut = "Give the year's total of employees' and employer's National Insurance, before the Employment Allowance.";
    return refused(
      problem(
        "class1BeforeAllowance",
        class1BeforeAllowance,
        "National Insurance of a year is a sum in pounds and pence, not less than nothing.",
        wayOut,
      ),
    );
  }
  const ceiling = rates.statutoryParentalPay.smallEmployerClass1Ceiling;
  const isSmallEmployer = class1BeforeAllowance <= ceiling;
  const taxYear = taxYearForRelief(qualifyingWeekStart);
  const paid = `Class 1 National Insurance of ${taxYear}, before the Employment Allowance, was ${formatPence(class1BeforeAllowance)}`;
  const outcome = isSmallEmployer ? "so small employers' relief is due" : "so small employers' relief is not due";
  const text = `${paid}. The limit is ${formatPence(ceiling)}, ${outcome} (qualifying week from ${formatDate(qualifyingWeekStart)}).`;
  return accepted({ isSmallEmployer, taxYear, text });
}
