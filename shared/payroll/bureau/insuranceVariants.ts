import { type BasisPoints, between, formatPence, multiply, type Pence, pence } from "../../core/money.ts";
import type { NationalInsuranceThresholds, TaxYearRates } from "../../rates/taxYearRates.ts";
import { periodSpan } from "../incomeTax/taxPeriod.ts";
import { calculateNationalInsurance, nationalInsuranceOver } from "../nationalInsurance/nationalInsurance.ts";
import { NationalInsuranceCategory, type PayFrequency } from "../types.ts";
import type { BureauBase, BureauVariant } from "./bureauVariant.ts";

/** The letters that a household meets; those of freeports and investment zones are tried only when the payslip shows them. */
const usualLetters: readonly NationalInsuranceCategory[] = ["A", "M", "C", "H", "J", "B", "V", "X", "Z"];

/**
 * Ways in which a bureau's National Insurance comes to another sum: another letter, weekly thresholds times the weeks, the thresholds of another pay
 * interval, last year's rates, rounding, pay less the pension, and for the employer's share the Employment Allowance or a wait for the lower earnings limit.
 * Both shares in pence. Source: payroll rules, section 5.
 */
export function insuranceVariants(base: BureauBase): BureauVariant[] {
  if (base.input.earlierInEarningsPeriod !== null || (base.input.lateWages ?? []).length > 0) return [];
  const letters = letterVariants(base);
  const isShown = ({ id }: BureauVariant) => id === "letterOnPayslip";
  return [
    ...letters.filter(isShown),
    ...employerVariants(base),
    ...letters.filter((letter) => !isShown(letter)),
    ...thresholdVariants(base),
    ...payVariants(base),
    ...roundingVariants(base),
  ];
}

interface InsuranceChange {
  readonly category?: NationalInsuranceCategory;
  readonly payFrequency?: PayFrequency;
  readonly earnings?: Pence;
  readonly rates?: TaxYearRates;
}

function bothShares({ input, rates, figures }: BureauBase, change: InsuranceChange) {
  const { employee, employer } = calculateNationalInsurance(
    {
      earnings: change.earnings ?? figures.grossPay,
      category: change.category ?? input.nationalInsuranceCategory,
      payFrequency: change.payFrequency ?? input.payFrequency,
    },
    change.rates ?? rates,
  );
  return { employeeNationalInsurance: employee.amount, employerNationalInsurance: employer.amount };
}

function letterVariants(base: BureauBase): BureauVariant[] {
  const own = base.input.nationalInsuranceCategory;
  const shown = NationalInsuranceCategory.safeParse(base.bureau.nationalInsuranceCategory);
  const letters = shown.success ? [shown.data, ...usualLetters.filter((letter) => letter !== shown.data)] : usualLetters;
  return letters
    .filter((category) => category !== own)
    .map((category) => ({
      id: shown.success && category === shown.data ? "letterOnPayslip" : "otherLetter",
      lines: bothShares(base, { category }),
      text: `The bureau used National Insurance letter ${category} (${describe(category, base.rates)}). You have letter ${own} (${describe(own, base.rates)}).`,
      wayOut: "The age and the papers of your assistant decide the letter. Tell the bureau which one is right.",
    }));
}

const describe = (category: NationalInsuranceCategory, { nationalInsurance }: TaxYearRates) => {
  const text = nationalInsurance.categories[category].description;
  return text.charAt(0).toLowerCase() + text.slice(1);
};

const intervalWords: Readonly<Record<PayFrequency, string>> = {
  weekly: "one week",
  fortnightly: "two weeks",
  fourWeekly: "four weeks",
  monthly: "a month",
};

function thresholdVariants(base: BureauBase): BureauVariant[] {
  const { input, rates, figures, lastYear } = base;
  const { payFrequency, nationalInsuranceCategory } = input;
  const found: BureauVariant[] = [];
  const span = periodSpan[payFrequency];
  if (span > 1) {
    const weekly = rates.nationalInsurance.thresholds.weekly;
    const thresholds = Object.fromEntries(
      Object.entries(weekly).map(([name, amount]) => [name, pence(amount * span)]),
    ) as unknown as NationalInsuranceThresholds;
    const { employee, employer } = nationalInsuranceOver(figures.grossPay, nationalInsuranceCategory, { thresholds, words: "" }, rates);
    const right = rates.nationalInsurance.thresholds[payFrequency];
    found.push({
      id: "weeklyThresholds",
      lines: { employeeNationalInsurance: employee.amount, employerNationalInsurance: employer.amount },
      text: `The bureau used the weekly thresholds times ${span}: ${formatPence(thresholds.primaryThreshold)} and ${formatPence(thresholds.secondaryThreshold)}. For ${intervalWords[payFrequency]} they are ${formatPence(right.primaryThreshold)} and ${formatPence(right.secondaryThreshold)}.`,
      wayOut: "The thresholds for several weeks are the yearly ones divided by 52, times the weeks, rounded up to a pound. Tell the bureau.",
    });
  }
  for (const other of ["weekly", "fortnightly", "fourWeekly", "monthly"] as const) {
    if (other === payFrequency) continue;
    found.push({
      id: "otherInterval",
      lines: bothShares(base, { payFrequency: other }),
      text: `The bureau used the National Insurance thresholds for ${intervalWords[other]}. Pay is for ${intervalWords[payFrequency]}.`,
      wayOut: "Tell the bureau how often you pay.",
    });
  }
  if (lastYear) {
    found.push({
      id: "lastYearInsurance",
      lines: bothShares(base, { rates: lastYear }),
      text: `The bureau used the National Insurance rates of ${lastYear.taxYear}.`,
      wayOut: "The day wages are paid decides the rates. Ask the bureau to put this tax year’s rates into its program.",
    });
  }
  return found;
}

/** National Insurance of one share with the pence rounded as money usually is. Source: payroll rules, section 5.2. */
function rounded(base: BureauBase, rounding: "nearest" | "down" | "up") {
  const { input, rates, figures } = base;
  const { categories, thresholds } = rates.nationalInsurance;
  const letter = categories[input.nationalInsuranceCategory];
  const { primaryThreshold, upperEarningsLimit, ...others } = thresholds[input.payFrequency];
  const above = pence(Math.max(0, figures.grossPay - upperEarningsLimit));
  const share = (from: Pence, main: BasisPoints, top: BasisPoints) =>
    pence(multiply(between(figures.grossPay, from, upperEarningsLimit), main, rounding) + multiply(above, top, rounding));
  const { employerPaysAbove } = letter;
  return {
    employeeNationalInsurance: share(primaryThreshold, letter.employeeMain, letter.employeeUpper),
    employerNationalInsurance: employerPaysAbove === null ? pence(0) : share(others[employerPaysAbove], letter.employer, letter.employer),
  };
}

function roundingVariants(base: BureauBase): BureauVariant[] {
  const words = { nearest: "to the nearest penny", down: "down to the penny", up: "up to the penny" };
  return (["nearest", "down", "up"] as const).map((rounding) => ({
    id: "insuranceRounding",
    lines: rounded(base, rounding),
    text: `The bureau rounded National Insurance ${words[rounding]}. HMRC’s rule looks at the third decimal only: 6 or more goes up, 5 or less goes down.`,
    wayOut: "This is a penny or two. HMRC accepts it; tell the bureau if you want the figures to be exact.",
  }));
}

function payVariants(base: BureauBase): BureauVariant[] {
  const { employeePension, grossPay, nonTaxable } = base.figures;
  const found: BureauVariant[] = [];
  if (employeePension > 0) {
    found.push({
      id: "insuranceAfterPension",
      lines: bothShares(base, { earnings: pence(grossPay - employeePension) }),
      text: `The bureau took the pension of ${formatPence(employeePension)} off before it worked out National Insurance.`,
      wayOut:
        "National Insurance is due on pay before the pension, unless pay was given up for it in the contract (salary sacrifice). Ask the bureau.",
    });
  }
  if (nonTaxable !== 0) {
    found.push({
      id: "insuranceOnMileage",
      lines: bothShares(base, { earnings: pence(grossPay + nonTaxable) }),
      text: `The bureau counted mileage and expenses of ${formatPence(nonTaxable)} for National Insurance.`,
      wayOut: "Mileage up to HMRC’s rate and receipted expenses are free of National Insurance. Tell the bureau.",
    });
  }
  return found;
}

function employerVariants({ input, rates, figures }: BureauBase): BureauVariant[] {
  if (figures.employerNationalInsurance === 0) return [];
  const none = { employerNationalInsurance: pence(0) };
  const limit = rates.nationalInsurance.thresholds[input.payFrequency].lowerEarningsLimit;
  const own = formatPence(figures.employerNationalInsurance);
  const allowance: BureauVariant = {
    id: "employmentAllowance",
    lines: none,
    text: `The bureau took the Employment Allowance off first, which pays ${own}. Here the payslip shows the amount before the allowance.`,
    wayOut: "Nothing is wrong if you claim the Employment Allowance. Look at the amount due to HMRC instead.",
  };
  if (figures.grossPay >= limit) return [allowance];
  return [
    {
      id: "belowLowerLimit",
      lines: none,
      text: `The bureau charges no employer’s National Insurance below the lower earnings limit of ${formatPence(limit)}. It is due from ${formatPence(rates.nationalInsurance.thresholds[input.payFrequency].secondaryThreshold)}, so ${own} is due here.`,
      wayOut: "Tell the bureau: since 6 April 2025 the employer’s share begins below the lower earnings limit.",
    },
    allowance,
  ];
}
