import type { AverageWeeklyEarnings } from "../../../../shared/payroll/statutoryPay/averageWeeklyEarnings.ts";

/** Average weekly earnings stated in pence. */
export const statedEarnings = (amount: number): AverageWeeklyEarnings => ({ numerator: amount, denominator: 1 });
