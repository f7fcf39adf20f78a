import { type Explained, type ExplanationLine, explain } from "../../core/explanation.ts";
import { basisPoints, formatPence, formatRate, multiply, type Pence, pence } from "../../core/money.ts";

export interface ChildMaintenanceInput {
  /** Pay less tax, National Insurance and pension. */
  readonly netEarnings: Pence;
  /** The normal deduction of the order for this pay period. */
  readonly normalDeduction: Pence;
  /** Taken already under orders that come first. */
  readonly otherOrders: Pence;
}

export interface ChildMaintenanceResult {
  readonly deduction: Explained;
  /** What could not be taken. The Child Maintenance Service must be told; it decides what happens to it. */
  readonly notTaken: Pence;
}

const protectedShare = basisPoints(6_000);
const rule = {
  name: "Deduction from earnings order (child maintenance)",
  source: "Child Support (Collection and Enforcement) Regulations 1992, regulations 9 to 12; https://www.gov.uk/child-maintenance-for-employers",
};

/**
 * What a deduction from earnings order takes, in pence: the normal deduction, but 60% of net earnings (rounded up to the penny) stay with the employee.
 * Source: Child Support (Collection and Enforcement) Regulations 1992, regulations 9 to 12.
 */
export function calculateChildMaintenance({ netEarnings, normalDeduction, otherOrders }: ChildMaintenanceInput): ChildMaintenanceResult {
  const protectedEarnings = multiply(netEarnings, protectedShare, "up");
  const room = pence(Math.max(0, netEarnings - protectedEarnings - otherOrders));
  const kept = `${formatRate(protectedShare)} of net pay of ${formatPence(netEarnings)} is protected: ${formatPence(protectedEarnings)}.`;
  const lines: ExplanationLine[] = [{ text: kept }, { text: "The normal deduction of the order.", amount: normalDeduction }];
  if (normalDeduction > room) {
    lines.push({
      text: "Protected earnings must be left, so less is taken. Tell the Child Maintenance Service.",
      amount: pence(room - normalDeduction),
    });
  }
  const deduction = explain(rule, lines);
  return { deduction, notTaken: pence(normalDeduction - deduction.amount) };
}
