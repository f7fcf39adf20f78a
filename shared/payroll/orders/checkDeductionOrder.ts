import { formatPence, type Pence } from "../../core/money.ts";
import { type PayProblem, problem } from "../problems.ts";
import type { DeductionOrder } from "./deductionOrder.ts";

/**
 * What is wrong with an order: sums below zero. `field` begins with `orders.` and the label of the order is in the way out. An empty list: nothing.
 * Source: payroll rules, section 11.
 */
export function checkDeductionOrder(order: DeductionOrder): PayProblem[] {
  const found: PayProblem[] = [];
  for (const [name, amount] of sumsOf(order)) {
    if (amount >= 0) continue;
    const wayOut = `Copy the sum of "${order.label}" from its notice.`;
    found.push(problem(`orders.${name}`, formatPence(amount), "A sum of an order may not be below zero.", wayOut));
  }
  return found;
}

function sumsOf(order: DeductionOrder): readonly (readonly [string, Pence])[] {
  switch (order.kind) {
    case "childMaintenance":
      return [
        ["normalDeduction", order.normalDeduction],
        ...(order.unpaidDeductions === undefined ? [] : [["unpaidDeductions", order.unpaidDeductions] as const]),
      ];
    case "attachmentOfEarnings":
      return [
        ["normalDeduction", order.normalDeduction],
        ["protectedEarnings", order.protectedEarnings],
        ["unpaidDeductions", order.unpaidDeductions],
        ["protectedShortfall", order.protectedShortfall],
      ];
    case "directEarnings":
      return order.rate === "fixed" ? [["normalDeduction", order.normalDeduction]] : [];
    case "councilTax":
    case "magistratesFine":
      return [];
  }
}
