import type { PayLine, PayLineKind } from "../types.ts";

/** Paid on top of gross pay, without tax or National Insurance. Source: payroll rules, section 1. */
export const nonTaxableKinds: readonly PayLineKind[] = ["mileage", "expenses", "redundancy"];

/** Kinds whose minutes are time worked. `timeAwake` is left out: its hours lie inside a shift. */
export const workedKinds: readonly PayLineKind[] = ["hours", "shift", "day", "overtime"];

/** Statutory payments other than sick pay, each with its own total on the Full Payment Submission. */
export const parentalKinds = [
  "statutoryMaternityPay",
  "statutoryAdoptionPay",
  "statutoryPaternityPay",
  "statutorySharedParentalPay",
  "statutoryParentalBereavementPay",
  "statutoryNeonatalCarePay",
] as const satisfies readonly PayLineKind[];

/** What the lines of some kinds add up to, in pence. */
export function amountOfKinds(payLines: readonly PayLine[], kinds: readonly PayLineKind[]): number {
  let sum = 0;
  for (const { kind, amount } of payLines) if (kinds.includes(kind)) sum += amount;
  return sum;
}
