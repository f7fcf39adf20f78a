import { multiplyRatio, type Pence, type Rounding } from "../../core/money.ts";
import { periodSpan } from "../incomeTax/taxPeriod.ts";
import type { PayFrequency } from "../types.ts";

/** A year has 12 months or 52 weeks: weeks of one period are in twelfths of 52, so that a month is a whole number. */
const twelfthsOf = (payFrequency: PayFrequency): number => (payFrequency === "monthly" ? 52 : 12 * periodSpan[payFrequency]);

/**
 * A sum that an order names for one pay frequency, turned into another, in pence: 52 weeks are 12 months. Deductions go to the nearest penny; sums that
 * protect the employee go up. Source: Child Maintenance Service, how to work out deductions (weekly sum × 52 ÷ 12); payroll rules, section 11.
 */
export function orderSumForPeriod(sum: Pence, namedFor: PayFrequency, payFrequency: PayFrequency, rounding: Rounding): Pence {
  return multiplyRatio(sum, twelfthsOf(payFrequency), twelfthsOf(namedFor), rounding);
}
