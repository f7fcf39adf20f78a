import { type Explained, explain } from "../../core/explanation.ts";
import { formatPence, type Pence, pence } from "../../core/money.ts";
import type { NationalInsuranceRates } from "../../rates/taxYearRates.ts";
import type { NationalInsuranceFigures } from "../types.ts";
import { calculateNationalInsurance, type NationalInsuranceInput, type NationalInsuranceResult } from "./nationalInsurance.ts";

/**
 * A payment for several pay periods cut into equal parts, in pence: one part for each period after the first, and the first with the pennies that
 * do not divide, so that the parts add up to the payment.
 * Source: HMRC NIM09130.
 */
export function evenParts(earnings: Pence, periods: number): { readonly first: Pence; readonly other: Pence } {
  const other = pence(Math.floor(earnings / periods));
  return { first: pence(earnings - other * (periods - 1)), other };
}

/**
 * Class 1 National Insurance of a payment for `periods` pay periods (wages with holiday in advance): of the average pay of one period, for each of them,
 * in pence. For pay by the week, or by several weeks; HMRC does not let monthly pay use it.
 * Source: HMRC NIM09130, the holiday earnings period rule ("method B"); payroll rules, section 5.1.
 */
export function nationalInsuranceOfSeveralPeriods(
  input: NationalInsuranceInput,
  periods: number,
  rates: { readonly taxYear: string; readonly nationalInsurance: NationalInsuranceRates },
): NationalInsuranceResult {
  const { first, other } = evenParts(input.earnings, periods);
  const ofFirst = calculateNationalInsurance({ ...input, earnings: first }, rates);
  if (periods === 1) return ofFirst;
  const ofOther = first === other ? ofFirst : calculateNationalInsurance({ ...input, earnings: other }, rates);
  const times = periods - 1;
  const shares = first === other ? `${formatPence(first)} for each` : `${formatPence(first)} for one and ${formatPence(other)} for each other`;
  const side = (of: "employee" | "employer"): Explained => {
    const each = ofOther[of].amount;
    const more = `${times === 1 ? "The other period" : `Each of the other ${times} periods`}: ${formatPence(each)}.`;
    return explain(ofFirst[of].rule, [
      { text: `${formatPence(input.earnings)} is for ${periods} pay periods, ${shares}.` },
      ...ofFirst[of].lines,
      { text: more, amount: pence(each * times) },
    ]);
  };
  const sum = (key: keyof Omit<NationalInsuranceFigures, "category">) => pence(ofFirst.figures[key] + ofOther.figures[key] * times);
  return {
    employee: side("employee"),
    employer: side("employer"),
    figures: {
      category: input.category,
      grossEarnings: input.earnings,
      atLowerEarningsLimit: sum("atLowerEarningsLimit"),
      lowerEarningsLimitToPrimaryThreshold: sum("lowerEarningsLimitToPrimaryThreshold"),
      primaryThresholdToUpperEarningsLimit: sum("primaryThresholdToUpperEarningsLimit"),
      employeeContributions: sum("employeeContributions"),
      employerContributions: sum("employerContributions"),
    },
  };
}
