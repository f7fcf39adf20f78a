import type { DeductionOrder } from "../orders/deductionOrder.ts";

/** Every sum that an order may carry. Source: payroll rules, section 11. */
export const orderSums = ["normalDeduction", "protectedEarnings", "unpaidDeductions", "protectedShortfall"] as const;

const required: Readonly<Record<DeductionOrder["kind"], readonly string[]>> = {
  childMaintenance: ["normalDeduction"],
  attachmentOfEarnings: orderSums,
  councilTax: [],
  magistratesFine: [],
  directEarnings: [],
};

/** The sums that an order must carry, by its kind; undefined for a kind that is none. Source: payroll rules, section 11. */
export function sumsOfKind(order: { readonly kind: string; readonly rate?: unknown }): readonly string[] | undefined {
  if (!Object.hasOwn(required, order.kind)) return undefined;
  return order.rate === "fixed" ? ["normalDeduction"] : required[order.kind as DeductionOrder["kind"]];
}
