import { describe, expect, it } from "vitest";
import { pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { checkDeductionOrder } from "../../../../shared/payroll/orders/checkDeductionOrder.ts";
import type { DeductionOrder } from "../../../../shared/payroll/orders/deductionOrder.ts";

const base = { id: "a", label: "Order of Northbridge County Court", receivedOn: plainDate("2026-11-27") };
const attachment = (change: Partial<Extract<DeductionOrder, { kind: "attachmentOfEarnings" }>> = {}): DeductionOrder => ({
  ...base,
  kind: "attachmentOfEarnings",
  isPriority: true,
  normalDeduction: pence(0),
  protectedEarnings: pence(0),
  unpaidDeductions: pence(0),
  protectedShortfall: pence(0),
  ...change,
});
const belowZero = (field: string) => ({
  field: `orders.${field}`,
  value: "−£0.01",
  rule: "A sum of an order may not be below zero.",
  wayOut: 'Copy the sum of "Order of Northbridge County Court" from its notice.',
});

describe("checking an order", () => {
  it("finds nothing wrong with sums of zero and more", () => {
    const orders: DeductionOrder[] = [
      attachment(),
      { ...base, kind: "childMaintenance", normalDeduction: pence(0) },
      { ...base, kind: "childMaintenance", normalDeduction: pence(1), unpaidDeductions: pence(0) },
      { ...base, kind: "directEarnings", rate: "fixed", normalDeduction: pence(0) },
      { ...base, kind: "directEarnings", rate: "standard" },
      { ...base, kind: "councilTax" },
      { ...base, kind: "magistratesFine" },
    ];
    expect(orders.flatMap((order) => checkDeductionOrder(order))).toEqual([]);
  });

  it.each(["normalDeduction", "protectedEarnings", "unpaidDeductions", "protectedShortfall"])("refuses %s below zero", (field) => {
    expect(checkDeductionOrder(attachment({ [field]: pence(-1) }))).toEqual([belowZero(field)]);
  });

  it("refuses sums below zero of child maintenance and of a fixed sum", () => {
    const maintenance: DeductionOrder = { ...base, kind: "childMaintenance", normalDeduction: pence(-1), unpaidDeductions: pence(-1) };
    expect(checkDeductionOrder(maintenance)).toEqual([belowZero("normalDeduction"), belowZero("unpaidDeductions")]);
    const fixed: DeductionOrder = { ...base, kind: "directEarnings", rate: "fixed", normalDeduction: pence(-1) };
    expect(checkDeductionOrder(fixed)).toEqual([belowZero("normalDeduction")]);
  });
});
