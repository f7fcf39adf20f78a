import { type Explained, type ExplanationLine, explain } from "../../core/explanation.ts";
import { type BasisPoints, between, formatPence, formatRate, multiply, type Pence, pence } from "../../core/money.ts";
import type { NationalInsuranceRates, NationalInsuranceThresholds } from "../../rates/taxYearRates.ts";
import type { NationalInsuranceCategory, NationalInsuranceFigures, PayFrequency } from "../types.ts";

export interface NationalInsuranceInput {
  /** Pay of this period that counts for National Insurance. */
  readonly earnings: Pence;
  readonly category: NationalInsuranceCategory;
  readonly payFrequency: PayFrequency;
}

export interface NationalInsuranceResult {
  readonly employee: Explained;
  readonly employer: Explained;
  readonly figures: NationalInsuranceFigures;
}

/**
 * Class 1 National Insurance of one earnings period as long as the pay interval, in pence; never cumulative. Never refuses.
 * Source: HMRC, National Insurance contributions guidance for software developers; payroll rules, section 5.
 */
export function calculateNationalInsurance(
  { earnings, category, payFrequency }: NationalInsuranceInput,
  rates: { readonly taxYear: string; readonly nationalInsurance: NationalInsuranceRates },
): NationalInsuranceResult {
  const thresholds = rates.nationalInsurance.thresholds[payFrequency];
  return nationalInsuranceOver(earnings, category, { thresholds, words: periodNames[payFrequency] }, rates);
}

/** An earnings period: its thresholds in pence, and its length as the explanation says it ("a week", "for three weeks"). */
export interface EarningsPeriodThresholds {
  readonly thresholds: NationalInsuranceThresholds;
  readonly words: string;
}

/**
 * Class 1 National Insurance of any earnings period, by the exact percentage method, in pence. Pay above the upper earnings limit is
 * a part of its own, and each part is rounded by itself: only the third decimal counts, 6 or more goes up. The employer's share starts at the
 * threshold of the letter, whether or not the lower earnings limit is reached.
 * Source: HMRC, National Insurance contributions guidance for software developers; payroll rules, sections 5.2 and 5.4.
 */
export function nationalInsuranceOver(
  earnings: Pence,
  category: NationalInsuranceCategory,
  { thresholds, words: period }: EarningsPeriodThresholds,
  rates: { readonly taxYear: string; readonly nationalInsurance: NationalInsuranceRates },
): NationalInsuranceResult {
  const letter = rates.nationalInsurance.categories[category];
  const { primaryThreshold, upperEarningsLimit } = thresholds;
  const rule = { name: "Class 1 National Insurance", source: rates.nationalInsurance.sources[0], ratesYear: rates.taxYear };

  const employeeLines: ExplanationLine[] = [{ text: `Letter ${category}: ${letter.description}.` }];
  if (letter.employeeMain === 0) {
    employeeLines.push({ text: `Nobody with letter ${category} pays National Insurance themselves.` });
  } else {
    addPart(employeeLines, earnings, primaryThreshold, upperEarningsLimit, letter.employeeMain, period);
    addTopPart(employeeLines, earnings, upperEarningsLimit, letter.employeeUpper, period);
  }

  const employerLines: ExplanationLine[] = [{ text: `Letter ${category}: ${letter.description}.` }];
  if (letter.employerPaysAbove === null) {
    employerLines.push({ text: `The employer pays nothing for letter ${category}.` });
  } else {
    const start = thresholds[letter.employerPaysAbove];
    if (start < upperEarningsLimit || earnings <= start) addPart(employerLines, earnings, start, upperEarningsLimit, letter.employer, period);
    addTopPart(employerLines, earnings, upperEarningsLimit, letter.employer, period);
  }

  const employee = explain(rule, employeeLines);
  const employer = explain(rule, employerLines);
  const figures = { category, grossEarnings: earnings, ...bandsOf(earnings, category, thresholds) };
  return { employee, employer, figures: { ...figures, employeeContributions: employee.amount, employerContributions: employer.amount } };
}

const periodNames: Readonly<Record<PayFrequency, string>> = {
  weekly: "a week",
  fortnightly: "for two weeks",
  fourWeekly: "for four weeks",
  monthly: "a month",
};

/** The earnings bands that the Full Payment Submission reports: three zeros below the lower earnings limit and for letter X (section 5.4). */
function bandsOf(earnings: Pence, category: NationalInsuranceCategory, thresholds: NationalInsuranceThresholds) {
  const { lowerEarningsLimit, primaryThreshold, upperEarningsLimit } = thresholds;
  if (earnings < lowerEarningsLimit || category === "X") {
    const none = pence(0);
    return { atLowerEarningsLimit: none, lowerEarningsLimitToPrimaryThreshold: none, primaryThresholdToUpperEarningsLimit: none };
  }
  return {
    atLowerEarningsLimit: lowerEarningsLimit,
    lowerEarningsLimitToPrimaryThreshold: between(earnings, lowerEarningsLimit, primaryThreshold),
    primaryThresholdToUpperEarningsLimit: between(earnings, primaryThreshold, upperEarningsLimit),
  };
}

function addPart(lines: ExplanationLine[], earnings: Pence, from: Pence, to: Pence, rate: BasisPoints, period: string): void {
  const part = between(earnings, from, to);
  if (part === 0) {
    lines.push({ text: `Pay of ${formatPence(earnings)} is not above ${formatPence(from)} ${period}, so nothing is due.` });
    return;
  }
  const above = `${formatPence(part)} of the pay is above ${formatPence(from)} ${period}: ${formatRate(rate)} of that.`;
  lines.push({ text: above, amount: multiply(part, rate, "nationalInsurance") });
}

function addTopPart(lines: ExplanationLine[], earnings: Pence, limit: Pence, rate: BasisPoints, period: string): void {
  if (earnings <= limit) return;
  const part = pence(earnings - limit);
  const text = `${formatPence(part)} of the pay is above the upper limit of ${formatPence(limit)} ${period}: ${formatRate(rate)} of that.`;
  lines.push({ text, amount: multiply(part, rate, "nationalInsurance") });
}
