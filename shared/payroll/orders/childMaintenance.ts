import { type Explained, type ExplanationLine, explain } from "../../core/explanation.ts";
import { basisPoints, formatPence, formatRate, multiply, type Pence, pence } from "../../core/money.ts";

interface ChildMaintenanceInput {
  /** Pay less tax, National Insurance and pension. */
  readonly netEarnings: Pence;
  /** The normal deduction of the order for this payment. */
  readonly normalDeduction: Pence;
  /** Taken already under orders that come first. */
  readonly otherOrders: Pence;
  /** What earlier paydays could not take. Left out: nothing. */
  readonly unpaidDeductions?: Pence;
}

interface ChildMaintenanceResult {
  readonly deduction: Explained;
  /** What could not be taken, carried to the next payday. The Child Maintenance Service must be told. */
  readonly notTaken: Pence;
}

/** Stays with the employee. Source: Child Support (Collection and Enforcement) Regulations 1992, regulation 11. */
const childMaintenanceProtectedShare = basisPoints(6_000);
const rule = {
  name: "Deduction from earnings order (child maintenance)",
  source: "Child Support (Collection and Enforcement) Regulations 1992, regulations 9 to 12; https://www.gov.uk/child-maintenance-for-employers",
};

/**
 * What a deduction from earnings order takes, in pence: the normal deduction and what earlier paydays could not take, but 60% of net earnings (rounded up
 * to the penny) stay with the employee. Source: Child Support (Collection and Enforcement) Regulations 1992, regulations 9 to 12.
 */
export function calculateChildMaintenance(input: ChildMaintenanceInput): ChildMaintenanceResult {
  const { netEarnings, normalDeduction, otherOrders, unpaidDeductions = pence(0) } = input;
  const protectedEarnings = multiply(netEarnings, childMaintenanceProtectedShare, "up");
  const room = pence(Math.max(0, netEarnings - protectedEarnings - otherOrders));
  const wanted = pence(normalDeduction + unpaidDeductions);
  const kept = `${formatRate(childMaintenanceProtectedShare)} of net pay of ${formatPence(netEarnings)} is protected: ${formatPence(protectedEarnings)}.`;
  const lines: ExplanationLine[] = [{ text: kept }, { text: "The normal deduction of the order.", amount: normalDeduction }];
  if (unpaidDeductions > 0) lines.push({ text: "What earlier paydays could not take.", amount: unpaidDeductions });
  if (wanted > room) {
    lines.push({
      text: "Protected earnings must be left, so less is taken. Tell the Child Maintenance Service. The rest is carried to the next payday.",
      amount: pence(room - wanted),
    });
  }
  const deduction = explain(rule, lines);
  return { deduction, notTaken: pence(wanted - deduction.amount) };
}
