import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Pence, pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { type AttachmentOfEarningsInput, calculateAttachmentOfEarnings } from "../../../../shared/payroll/orders/attachmentOfEarnings.ts";
import { calculateChildMaintenance } from "../../../../shared/payroll/orders/childMaintenance.ts";
import { calculateOrderDeductions, type DeductionOrder, inOrderOfPriority } from "../../../../shared/payroll/orders/orderDeductions.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";

const anOrder = (change: Partial<AttachmentOfEarningsInput> = {}): AttachmentOfEarningsInput => ({
  attachableEarnings: pence(1_200_00),
  normalDeduction: pence(100_00),
  protectedEarnings: pence(900_00),
  isPriority: true,
  unpaidDeductions: pence(0),
  protectedShortfall: pence(0),
  ...change,
});

describe("attachment of earnings", () => {
  it("takes the normal deduction when enough is left", () => {
    expect(calculateAttachmentOfEarnings(anOrder())).toMatchObject({ deduction: { amount: 100_00 }, unpaidDeductions: 0, protectedShortfall: 0 });
  });

  it("a priority order carries what it could not take, as £10 of £30 with £1,010 earned and £1,000 protected", () => {
    const first = calculateAttachmentOfEarnings(
      anOrder({ attachableEarnings: pence(1_010_00), protectedEarnings: pence(1_000_00), normalDeduction: pence(30_00) }),
    );
    expect(first).toMatchObject({ deduction: { amount: 10_00 }, unpaidDeductions: 20_00, protectedShortfall: 0 });
    const next = anOrder({ normalDeduction: pence(30_00), unpaidDeductions: first.unpaidDeductions });
    expect(calculateAttachmentOfEarnings(next)).toMatchObject({ deduction: { amount: 50_00 }, unpaidDeductions: 0 });
  });

  it("a priority order makes the protected earnings good before it takes again", () => {
    const first = calculateAttachmentOfEarnings(anOrder({ attachableEarnings: pence(850_00) }));
    expect(first).toMatchObject({ deduction: { amount: 0 }, unpaidDeductions: 100_00, protectedShortfall: 50_00 });
    // £1,200 less £900 and £50 leave room for the £200 that are due.
    const next = calculateAttachmentOfEarnings(anOrder({ ...first, attachableEarnings: pence(1_100_00) }));
    expect(next).toMatchObject({ deduction: { amount: 150_00 }, unpaidDeductions: 50_00, protectedShortfall: 0 });
  });

  it("another order forgets what it could not take", () => {
    const change = { isPriority: false, attachableEarnings: pence(950_00), unpaidDeductions: pence(70_00), protectedShortfall: pence(20_00) };
    expect(calculateAttachmentOfEarnings(anOrder(change))).toMatchObject({
      deduction: { amount: 50_00 },
      unpaidDeductions: 0,
      protectedShortfall: 0,
    });
  });
});

describe("child maintenance", () => {
  it("the published example: £150 of £1,200, with £720 protected", () => {
    const order = { netEarnings: pence(1_200_00), normalDeduction: pence(150_00), otherOrders: pence(0) };
    expect(calculateChildMaintenance(order)).toMatchObject({ deduction: { amount: 150_00 }, notTaken: 0 });
  });

  it("leaves 60% of net pay, other orders counted", () => {
    const order = { netEarnings: pence(1_200_00), normalDeduction: pence(500_00), otherOrders: pence(100_00) };
    expect(calculateChildMaintenance(order)).toMatchObject({ deduction: { amount: 380_00 }, notTaken: 120_00 });
  });
});

const base = (id: string, receivedOn: string) => ({ id, label: id, receivedOn: plainDate(receivedOn) });
const judgment: DeductionOrder = {
  ...base("judgment", "2024-01-01"),
  kind: "attachmentOfEarnings",
  isPriority: false,
  normalDeduction: pence(50_00),
  protectedEarnings: pence(700_00),
  unpaidDeductions: pence(0),
  protectedShortfall: pence(0),
};
const fine: DeductionOrder = { ...judgment, ...base("fine", "2026-03-01"), isPriority: true };
const councilTax: DeductionOrder = { ...base("council tax", "2026-02-01"), kind: "councilTax" };
const benefits: DeductionOrder = { ...base("benefits", "2025-01-01"), kind: "directEarnings", rate: "standard" };
const maintenance: DeductionOrder = { ...base("maintenance", "2026-04-01"), kind: "childMaintenance", normalDeduction: pence(150_00) };

describe("several orders at once", () => {
  const take = (net: Pence, orders: readonly DeductionOrder[]) => calculateOrderDeductions(net, "monthly", orders, taxYear2026);

  it("maintenance, fines and council tax come first, each by the day received", () => {
    const sequence = inOrderOfPriority([judgment, benefits, maintenance, fine, councilTax]).map(({ id }) => id);
    expect(sequence).toEqual(["council tax", "fine", "maintenance", "judgment", "benefits"]);
  });

  it("each order sees what the earlier ones left", () => {
    // Council tax 12% of £1,350 is £162. The fine takes £50 of the rest. Child maintenance: £1,350 less £810 protected less £212 leave room for £150.
    const { deductions, total, leftToEmployee } = take(pence(1_350_00), [maintenance, fine, councilTax]);
    expect(deductions.map(({ orderId, deduction }) => [orderId, deduction.amount])).toEqual([
      ["council tax", 162_00],
      ["fine", 50_00],
      ["maintenance", 150_00],
    ]);
    expect(total.amount).toBe(362_00);
    expect(leftToEmployee).toBe(988_00);
  });

  it("DEA-4: a direct earnings attachment is cut when others took £486 of £1,620", () => {
    const first: DeductionOrder = { ...maintenance, normalDeduction: pence(486_00) };
    expect(take(pence(1_620_00), [benefits, first]).deductions[1]?.deduction.amount).toBe(162_00);
  });

  it("a third council tax order waits, and the second works on what is left", () => {
    const orders = ["a", "b", "c"].map((id): DeductionOrder => ({ ...councilTax, id }));
    // 12% of £1,350 is £162; 12% of £1,188 is £142.56.
    expect(take(pence(1_350_00), orders).deductions.map(({ deduction }) => deduction.amount)).toEqual([162_00, 142_56]);
  });

  it("hands on what a priority order could not take", () => {
    expect(take(pence(720_00), [fine]).deductions[0]).toMatchObject({ deduction: { amount: 20_00 }, unpaidDeductions: 30_00 });
    expect(take(pence(500_00), []).total).toMatchObject({ amount: 0 });
  });

  it("never takes below nothing, never more than there is, and the lines add up", () => {
    const anyOrders = fc.shuffledSubarray([judgment, fine, councilTax, benefits, maintenance]);
    const frequencies = fc.constantFrom("weekly" as const, "fortnightly" as const, "fourWeekly" as const, "monthly" as const);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 800_000 }), frequencies, anyOrders, (net, payFrequency, orders) => {
        const { deductions, total, leftToEmployee } = calculateOrderDeductions(pence(net), payFrequency, orders, taxYear2026);
        expect(leftToEmployee).toBeGreaterThanOrEqual(0);
        expect(total.amount + leftToEmployee).toBe(net);
        for (const { deduction, unpaidDeductions, protectedShortfall } of deductions) {
          expect(Math.min(deduction.amount, unpaidDeductions, protectedShortfall)).toBeGreaterThanOrEqual(0);
          expect(deduction.explanation.lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0)).toBe(deduction.amount);
        }
      }),
      { numRuns: 10_000 },
    );
  });
});
