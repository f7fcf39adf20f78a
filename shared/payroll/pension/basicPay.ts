import { type Pence, pence } from "../../core/money.ts";
import type { PayLine, PayLineKind } from "../types.ts";

/** Wages, salary, holiday and statutory pay. Overtime, bonuses, allowances and mileage are left out. */
const basicKinds: readonly PayLineKind[] = [
  "hours",
  "shift",
  "day",
  "salary",
  "holidayPay",
  "rolledUpHolidayPay",
  "statutorySickPay",
  "statutoryMaternityPay",
  "statutoryAdoptionPay",
  "statutoryPaternityPay",
  "statutorySharedParentalPay",
  "statutoryParentalBereavementPay",
  "statutoryNeonatalCarePay",
  "adjustment",
];

/**
 * The basic pay within a payment, in pence: earnings less bonus, overtime, pay for time awake in a sleep-in and taxable mileage. For a scheme that goes by
 * basic pay (certification sets 1 and 2).
 * Source: The Pensions Regulator, detailed guidance 4, certification; Pensions Act 2008, section 28.
 */
export function basicPayOf(payLines: readonly Pick<PayLine, "kind" | "amount">[]): Pence {
  let sum = 0;
  for (const { kind, amount } of payLines) if (basicKinds.includes(kind)) sum += amount;
  return pence(sum);
}
