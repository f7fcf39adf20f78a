import { type Explained, explain } from "../../core/explanation.ts";
import { formatPence, type Pence, pence } from "../../core/money.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import type { TaxYearRates } from "../../rates/taxYearRates.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";
import type { LateWage, NationalInsuranceCategory, NationalInsuranceFigures, PayFrequency } from "../types.ts";
import { thresholdsOfWeeks, weeksOfIrregularPay } from "./earningsPeriod.ts";
import { calculateNationalInsurance, type NationalInsuranceResult, nationalInsuranceOver } from "./nationalInsurance.ts";

/**
 * National Insurance of wages for several pay intervals paid on one day: each interval by itself, with the letter and the rates of the day they
 * are really paid, so that nobody pays more because wages came late. Arrears of a pay rise are not late wages: they count with the pay they come
 * with. Amounts in pence. Refuses no wages at all, a usual payday that comes twice, earnings below zero and a payday outside the rates' year.
 * Source: Social Security (Contributions) Regulations 2001, regulation 7; HMRC NIM08700; payroll rules, section 1 rule 2 [N8].
 */
export function nationalInsuranceOfLateWages(
  input: {
    readonly wages: readonly LateWage[];
    readonly payday: PlainDate;
    readonly category: NationalInsuranceCategory;
    readonly payFrequency: PayFrequency;
  },
  rates: TaxYearRates,
): Verdict<NationalInsuranceResult> {
  const { wages, payday, category, payFrequency } = input;
  const problems = wages.flatMap(({ usualPayday, earnings }, index) => [
    ...(earnings < 0 ? [problem("wages.earnings", formatPence(earnings), "Pay may not be below zero.", "Correct the pay of this period.")] : []),
    ...(wages.findIndex((other) => other.usualPayday === usualPayday) < index
      ? [problem("wages.usualPayday", usualPayday, "Each pay period comes once.", "Add the two sums together, or correct the date.")]
      : []),
  ]);
  if (wages.length === 0) problems.push(problem("wages", null, "There are no wages to work out.", "Add the pay of at least one period."));
  if (payday < rates.from || payday > rates.to) {
    problems.push(problem("payday", payday, `These rates are for ${rates.taxYear}.`, "Use the rates of the day the wages are paid."));
  }
  if (problems.length > 0) return refused(...problems);

  const periods = wages.map(({ usualPayday, earnings }) => ({
    usualPayday,
    ...calculateNationalInsurance({ earnings, category, payFrequency }, rates),
  }));
  const sum = (side: "employee" | "employer"): Explained =>
    explain({ name: "Class 1 National Insurance", source: rates.nationalInsurance.sources[0], ratesYear: rates.taxYear }, [
      { text: `Wages of ${wages.length} pay periods are paid on ${formatDate(payday)}. Each is worked out by itself.` },
      ...periods.flatMap((period) => [
        { text: `Due on ${formatDate(period.usualPayday)}: ${formatPence(period.figures.grossEarnings)}.` },
        ...period[side].lines.slice(1),
      ]),
    ]);
  return accepted({ employee: sum("employee"), employer: sum("employer"), figures: addFigures(category, periods) });
}

/**
 * National Insurance of pay with no regular interval, and of an unexpected payment after the job ended (`days` 1 to 7: the week it is paid in), in
 * pence. The earnings period is as long as the days paid for, at least a week. Refuses earnings below zero and what `weeksOfIrregularPay` and
 * `thresholdsOfWeeks` refuse.
 * Source: Social Security (Contributions) Regulations 2001, regulations 3(5) and 4; payroll rules, section 5.1.
 */
export function nationalInsuranceOfIrregularPay(
  { earnings, days, category }: { readonly earnings: Pence; readonly days: number; readonly category: NationalInsuranceCategory },
  rates: TaxYearRates,
): Verdict<NationalInsuranceResult> {
  if (earnings < 0) return refused(problem("earnings", formatPence(earnings), "Pay may not be below zero.", "Correct the pay."));
  const weeks = weeksOfIrregularPay(days);
  if (!weeks.ok) return weeks;
  const period = thresholdsOfWeeks(weeks.value, rates);
  return period.ok ? accepted(nationalInsuranceOver(earnings, category, period.value, rates)) : period;
}

function addFigures(category: NationalInsuranceCategory, periods: readonly NationalInsuranceResult[]): NationalInsuranceFigures {
  const sum = (key: keyof Omit<NationalInsuranceFigures, "category">) => pence(periods.reduce((total, { figures }) => total + figures[key], 0));
  return {
    category,
    grossEarnings: sum("grossEarnings"),
    atLowerEarningsLimit: sum("atLowerEarningsLimit"),
    lowerEarningsLimitToPrimaryThreshold: sum("lowerEarningsLimitToPrimaryThreshold"),
    primaryThresholdToUpperEarningsLimit: sum("primaryThresholdToUpperEarningsLimit"),
    employeeContributions: sum("employeeContributions"),
    employerContributions: sum("employerContributions"),
  };
}
