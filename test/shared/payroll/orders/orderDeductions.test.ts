import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Pence, pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { type AttachmentOfEarningsInput, calculateAttachmentOfEarnings } from "../../../../shared/payroll/orders/attachmentOfEarnings.ts";
import { calculateChildMaintenance } from "../../../../shared/payroll/orders/childMaintenance.ts";
import { isSequenceConfirmed } from "../../../../shared/payroll/orders/deductionOrder.ts";
import {
  calculateOrderDeductions,
  type DeductionOrder,
  inOrderOfPriority,
  isPriorityOrder,
} from "../../../../shared/payroll/orders/orderDeductions.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";
import { manyCases } from "../../../support/manyCases.ts";

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

  it("tells each step in figures", () => {
    const { deduction } = calculateAttachmentOfEarnings(
      anOrder({ attachableEarnings: pence(1_000_00), unpaidDeductions: pence(20_00), protectedShortfall: pence(10_00) }),
    );
    // £1,000 less £900 and £10 leave £90 of the £120 that are due.
    expect(deduction).toEqual({
      amount: 90_00,
      rule: { name: "Attachment of earnings order", source: "Attachment of Earnings Act 1971, schedule 3, paragraphs 5 and 6" },
      lines: [
        { text: "£1,000.00 of pay counts. £900.00 of it is protected." },
        { text: "The normal deduction of the order.", amount: 100_00 },
        { text: "What earlier paydays could not take.", amount: 20_00 },
        { text: "Earlier pay fell £10.00 short of the protected earnings. That is made good first." },
        { text: "Protected earnings must be left, so less is taken and the rest is carried to the next payday.", amount: -30_00 },
      ],
    });
  });

  it("at exactly the protected earnings and the deduction nothing is cut; a penny less is", () => {
    const of = (earnings: number, isPriority: boolean) => calculateAttachmentOfEarnings(anOrder({ attachableEarnings: pence(earnings), isPriority }));
    expect(of(1_000_00, true).deduction.lines).toHaveLength(2);
    expect(of(999_99, true)).toMatchObject({ deduction: { amount: 99_99 }, unpaidDeductions: 1, protectedShortfall: 0 });
    expect(of(899_99, true)).toMatchObject({ deduction: { amount: 0 }, unpaidDeductions: 100_00, protectedShortfall: 1 });
    // Still £10.00 open from before: £900.00 and £10.00 less £895.00.
    const again = anOrder({ attachableEarnings: pence(895_00), protectedShortfall: pence(10_00) });
    expect(calculateAttachmentOfEarnings(again)).toMatchObject({ deduction: { amount: 0 }, protectedShortfall: 15_00 });
    expect(of(999_99, false).deduction.lines.at(-1)?.text).toBe("Protected earnings must be left, so less is taken and the rest is not carried on.");
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

describe("child maintenance that could not be taken", () => {
  it("is carried to the next payday", () => {
    const order = { netEarnings: pence(1_000_01), normalDeduction: pence(300_00), otherOrders: pence(0), unpaidDeductions: pence(120_00) };
    // 60% of £1,000.01 is £600.006, so £600.01 stays and £400.00 of the £420.00 can be taken.
    expect(calculateChildMaintenance(order)).toEqual({
      deduction: {
        amount: 400_00,
        rule: {
          name: "Deduction from earnings order (child maintenance)",
          source:
            "Child Support (Collection and Enforcement) Regulations 1992, regulations 9 to 12; https://www.gov.uk/child-maintenance-for-employers",
        },
        lines: [
          { text: "60% of net pay of £1,000.01 is protected: £600.01." },
          { text: "The normal deduction of the order.", amount: 300_00 },
          { text: "What earlier paydays could not take.", amount: 120_00 },
          {
            text: "Protected earnings must be left, so less is taken. Tell the Child Maintenance Service. The rest is carried to the next payday.",
            amount: -20_00,
          },
        ],
      },
      notTaken: 20_00,
    });
    expect(calculateChildMaintenance({ ...order, unpaidDeductions: pence(100_00) })).toMatchObject({
      deduction: { amount: 400_00, lines: [{}, {}, {}] },
      notTaken: 0,
    });
    expect(calculateChildMaintenance({ ...order, unpaidDeductions: pence(100_00) }).deduction.lines).toHaveLength(3);
    expect(calculateChildMaintenance({ ...order, unpaidDeductions: pence(0) }).deduction.lines).toHaveLength(2);
    expect(calculateChildMaintenance({ ...order, otherOrders: pence(500_00) })).toMatchObject({ deduction: { amount: 0 }, notTaken: 420_00 });
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

  it("knows which orders come before student loans", () => {
    const magistrates: DeductionOrder = { ...base("magistrates", "2026-01-01"), kind: "magistratesFine" };
    const fixed: DeductionOrder = { ...base("fixed", "2026-01-01"), kind: "directEarnings", rate: "fixed", normalDeduction: pence(1) };
    const orders = [maintenance, fine, councilTax, magistrates, judgment, benefits, fixed];
    expect(orders.map(isPriorityOrder)).toEqual([true, true, true, true, false, false, false]);
  });

  it("keeps the sequence the user confirmed, once every order has its place", () => {
    const confirmed = [
      { ...maintenance, confirmedPlace: 3 },
      { ...benefits, confirmedPlace: 1 },
      { ...fine, confirmedPlace: 2 },
    ];
    expect(isSequenceConfirmed(confirmed)).toBe(true);
    expect(inOrderOfPriority(confirmed).map(({ id }) => id)).toEqual(["benefits", "fine", "maintenance"]);
    const partly = [...confirmed.slice(0, 2), { ...fine, confirmedPlace: null }];
    expect(isSequenceConfirmed(partly)).toBe(false);
    expect(inOrderOfPriority(partly).map(({ id }) => id)).toEqual(["fine", "maintenance", "benefits"]);
    expect([isSequenceConfirmed([]), isSequenceConfirmed([fine]), isSequenceConfirmed([fine, maintenance])]).toEqual([true, true, false]);
    expect(
      inOrderOfPriority([
        { ...fine, id: "b" },
        { ...fine, id: "a" },
      ]).map(({ id }) => id),
    ).toEqual(["b", "a"]);
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

  it("takes a magistrates' fine, a fixed sum and a Welsh council tax order by their own rules", () => {
    const fixed: DeductionOrder = { ...base("fixed", "2026-01-01"), kind: "directEarnings", rate: "fixed", normalDeduction: pence(40_00) };
    expect(take(pence(1_000_00), [fixed]).deductions[0]?.deduction.amount).toBe(40_00);
    // £1,000.00 a month: 12% of the fines table, 7% of England's council tax table (from £900.01: 12%), 5% of the Welsh one.
    expect(take(pence(1_000_00), [{ ...base("m", "2026-01-01"), kind: "magistratesFine" }]).total.amount).toBe(120_00);
    expect(take(pence(1_000_00), [{ ...councilTax, table: "england" }]).total.amount).toBe(120_00);
    expect(take(pence(1_000_00), [{ ...councilTax, table: "wales" }]).total.amount).toBe(50_00);
    // A second order by table works on what the first left: 12% of £1,350 is £162; 17% of the fines table on £1,188 is £201.96.
    const both = take(pence(1_350_00), [councilTax, { ...base("m", "2026-02-02"), kind: "magistratesFine" }]);
    expect(both.deductions.map(({ deduction }) => deduction.amount)).toEqual([162_00, 201_96]);
  });

  it("turns sums named for a week into the month's, deductions to the nearest penny and protection up", () => {
    // £30.00 × 52 ÷ 12 = £130.00; £100.01 × 52 ÷ 12 = £433.377; £11.00 × 52 ÷ 12 = £47.667.
    const weekly: DeductionOrder = { ...fine, sumsAreFor: "weekly", normalDeduction: pence(30_00), protectedEarnings: pence(100_01) };
    expect(take(pence(1_000_00), [weekly]).total.amount).toBe(130_00);
    expect(take(pence(500_00), [weekly]).deductions[0]).toMatchObject({ deduction: { amount: 66_62 }, unpaidDeductions: 63_38 });
    expect(take(pence(1_000_00), [{ ...maintenance, sumsAreFor: "weekly", normalDeduction: pence(11_00) }]).total.amount).toBe(47_67);
    const fixed: DeductionOrder = {
      ...base("f", "2026-01-01"),
      kind: "directEarnings",
      rate: "fixed",
      normalDeduction: pence(11_00),
      sumsAreFor: "weekly",
    };
    expect(take(pence(1_000_00), [fixed]).total.amount).toBe(47_67);
  });

  it("a direct earnings attachment that came first gives way when later orders would leave less than 60%", () => {
    // Net £1,000.00: the attachment takes 7%, £70. The judgment takes £350 of what is above £500. Together £420, £20 too much.
    const large: DeductionOrder = {
      ...judgment,
      receivedOn: plainDate("2026-01-01"),
      normalDeduction: pence(350_00),
      protectedEarnings: pence(500_00),
    };
    const { deductions, total } = take(pence(1_000_00), [large, benefits]);
    expect(deductions.map(({ orderId, deduction }) => [orderId, deduction.amount])).toEqual([
      ["benefits", 50_00],
      ["judgment", 350_00],
    ]);
    expect(deductions[0]?.deduction.explanation.lines.at(-1)).toEqual({
      text: "All orders together must leave 60% of net pay, so less is taken.",
      amount: -20_00,
    });
    expect(deductions[0]?.payOver).toBe(50_00);
    expect(total.amount).toBe(400_00);
    // Two of them: the later one is cut first, and no further than nothing.
    const second: DeductionOrder = { ...benefits, id: "second", receivedOn: plainDate("2025-06-01") };
    const larger: DeductionOrder = { ...large, normalDeduction: pence(360_00) };
    expect(take(pence(1_000_00), [larger, benefits, second]).deductions.map(({ orderId, deduction }) => [orderId, deduction.amount])).toEqual([
      ["benefits", 40_00],
      ["second", 0],
      ["judgment", 360_00],
    ]);
    // Exactly 40%: nothing is cut.
    const fitting: DeductionOrder = { ...large, normalDeduction: pence(330_00) };
    expect(take(pence(1_000_00), [fitting, benefits]).deductions[0]?.deduction.explanation.lines).toHaveLength(1);
  });

  it("what must be left is rounded up to the penny", () => {
    // 60% of £1,000.01 is £600.006, so £600.01 stays and £400.00 may go. The attachment's 7% is £70.00, the judgment takes £330.01.
    const large: DeductionOrder = {
      ...judgment,
      receivedOn: plainDate("2026-01-01"),
      normalDeduction: pence(330_01),
      protectedEarnings: pence(500_00),
    };
    expect(take(pence(1_000_01), [large, benefits]).deductions.map(({ deduction }) => deduction.amount)).toEqual([69_99, 330_01]);
  });

  it("child maintenance brings what earlier paydays left open and hands on what it cannot take", () => {
    const open: DeductionOrder = { ...maintenance, unpaidDeductions: pence(300_00) };
    // £1,000.00 leaves £400.00 of room for £450.00.
    expect(take(pence(1_000_00), [open]).deductions[0]).toMatchObject({
      deduction: { amount: 400_00 },
      unpaidDeductions: 50_00,
      protectedShortfall: 0,
    });
    expect(take(pence(1_000_00), [maintenance]).deductions[0]).toMatchObject({ deduction: { amount: 150_00 }, unpaidDeductions: 0 });
  });

  it("what came before counts as taken", () => {
    const { deductions, leftToEmployee } = calculateOrderDeductions(pence(1_620_00), "monthly", [benefits], taxYear2026, pence(486_00));
    expect(deductions[0]?.deduction.amount).toBe(162_00);
    expect(leftToEmployee).toBe(1_620_00 - 486_00 - 162_00);
  });

  it("loans among what came before do not count into the 60% that all orders together leave", () => {
    // Of £1,620.00 orders may take £648.00. Of £486.00 taken before £81.00 were loans: 648.00 − 405.00 = 243.00, the whole 15%. £80.99: a penny less.
    const beside = (loansBefore: number) =>
      calculateOrderDeductions(pence(1_620_00), "monthly", [benefits], taxYear2026, pence(486_00), { loansBefore: pence(loansBefore) });
    expect(beside(81_00)).toMatchObject({ total: { amount: 243_00 }, leftToEmployee: 891_00 });
    expect(beside(80_99).total.amount).toBe(242_99);
    // The attachment's £70.00 and a judgment of £350.00 are £20.00 above 40% of £1,000.00; £50.00 of loans change nothing.
    const large: DeductionOrder = {
      ...judgment,
      receivedOn: plainDate("2026-01-01"),
      normalDeduction: pence(350_00),
      protectedEarnings: pence(500_00),
    };
    const after = calculateOrderDeductions(pence(1_000_00), "monthly", [large, benefits], taxYear2026, pence(50_00), { loansBefore: pence(50_00) });
    expect(after.deductions.map(({ deduction }) => deduction.amount)).toEqual([50_00, 350_00]);
  });

  it("holiday pay in advance: each order is taken once for each of the three weeks", () => {
    const three = (order: DeductionOrder, net = 675_00) =>
      calculateOrderDeductions(pence(net), "weekly", [order], taxYear2026, pence(0), { periodsInPayment: 3 }).deductions[0];
    expect(three({ ...fine, protectedEarnings: pence(200_00), normalDeduction: pence(20_00) })?.deduction.amount).toBe(60_00);
    expect(three({ ...fine, protectedEarnings: pence(210_00), normalDeduction: pence(20_00) })).toMatchObject({
      deduction: { amount: 45_00 },
      unpaidDeductions: 15_00,
    });
    expect(three({ ...maintenance, normalDeduction: pence(30_00) })?.deduction.amount).toBe(90_00);
    expect(three(councilTax)?.deduction.amount).toBe(47_25);
    expect(three({ ...base("m", "2026-01-01"), kind: "magistratesFine" }, 495_00)?.deduction.amount).toBe(34_65);
    expect(three(benefits, 660_00)?.deduction.amount).toBe(33_00);
  });

  it("adds the employer's £1 where it is wanted, beyond the protected earnings but not below the minimum wage", () => {
    const costed: DeductionOrder = { ...fine, takesCosts: true };
    const withCosts = (net: number, orders: readonly DeductionOrder[], aboveMinimumWage?: Pence | null) =>
      calculateOrderDeductions(pence(net), "monthly", orders, taxYear2026, pence(0), aboveMinimumWage === undefined ? {} : { aboveMinimumWage });
    const result = withCosts(720_00, [costed], pence(50_00));
    // Only £20.00 is above the protected £700.00; the £1.00 goes below it.
    expect(result.deductions[0]).toMatchObject({ deduction: { amount: 21_00 }, payOver: 20_00, employerCosts: 1_00, unpaidDeductions: 30_00 });
    expect(result.deductions[0]?.deduction.explanation.lines.at(-1)).toEqual({ text: "For the employer's costs.", amount: 1_00 });
    expect(result).toMatchObject({ total: { amount: 21_00 }, leftToEmployee: 699_00 });
    // Room for £1.50 over two orders.
    const two = [costed, { ...costed, id: "other", receivedOn: plainDate("2026-03-02") }];
    expect(withCosts(1_000_00, two, pence(1_50)).deductions.map(({ employerCosts }) => employerCosts)).toEqual([1_00, 50]);
    for (const none of [withCosts(720_00, [costed]), withCosts(720_00, [costed], null), withCosts(720_00, [fine], pence(50_00))]) {
      expect(none.deductions[0]).toMatchObject({ deduction: { amount: 20_00 }, employerCosts: 0 });
      expect(none.deductions[0]?.deduction.explanation.lines.at(-1)?.amount).toBe(-30_00);
    }
    expect(withCosts(700_00, [costed], pence(50_00)).deductions[0]).toMatchObject({ deduction: { amount: 0 }, employerCosts: 0 });
    // An order that takes everything leaves no £1.
    const all: DeductionOrder = { ...costed, normalDeduction: pence(100_00), protectedEarnings: pence(0) };
    expect(withCosts(100_00, [all], pence(50_00)).deductions[0]).toMatchObject({ deduction: { amount: 100_00 }, employerCosts: 0 });
    // Two orders leave £1.50, and £201.80 taken before leaves £0.20 of £302.00 after the £100.00.
    const pair = [all, { ...all, id: "second", receivedOn: plainDate("2026-03-02") }];
    expect(withCosts(201_50, pair, pence(50_00)).deductions.map(({ employerCosts }) => employerCosts)).toEqual([1_00, 50]);
    const after = calculateOrderDeductions(pence(302_00), "monthly", [all], taxYear2026, pence(201_80), { aboveMinimumWage: pence(50_00) });
    expect(after).toMatchObject({ deductions: [{ deduction: { amount: 100_20 }, employerCosts: 20 }], leftToEmployee: 0 });
    expect(withCosts(100_40, [all], pence(50_00)).deductions[0]).toMatchObject({ employerCosts: 40 });
  });

  it("names every order in the total, or says that there is none", () => {
    expect(take(pence(1_350_00), [fine]).total).toMatchObject({
      rule: { name: "Deductions by order", ratesYear: "2026-27" },
      lines: [{ text: "fine.", amount: 50_00 }],
    });
    expect(take(pence(500_00), []).total.lines).toEqual([{ text: "No order is in force." }]);
  });

  it("never takes below nothing, never more than there is, and the lines add up", () => {
    const magistrates: DeductionOrder = { ...base("magistrates", "2025-05-01"), kind: "magistratesFine" };
    const fixed: DeductionOrder = { ...base("fixed", "2025-06-01"), kind: "directEarnings", rate: "fixed", normalDeduction: pence(80_00) };
    const welsh: DeductionOrder = { ...councilTax, id: "welsh", table: "wales" };
    const all = [judgment, fine, councilTax, welsh, magistrates, benefits, fixed, maintenance];
    const anyOrders = fc.shuffledSubarray(all.map((order, index): DeductionOrder => ({ ...order, takesCosts: index % 2 === 0 })));
    const frequencies = fc.constantFrom("weekly" as const, "fortnightly" as const, "fourWeekly" as const, "monthly" as const);
    const situations = fc.record({
      periodsInPayment: fc.integer({ min: 1, max: 4 }),
      aboveMinimumWage: fc.integer({ min: -100, max: 300 }).map(pence),
    });
    fc.assert(
      fc.property(fc.nat(800_000), fc.nat(800_000), frequencies, anyOrders, situations, (net, before, payFrequency, orders, situation) => {
        const takenBefore = Math.min(net, before);
        const result = calculateOrderDeductions(pence(net), payFrequency, orders, taxYear2026, pence(takenBefore), situation);
        const { deductions, total, leftToEmployee } = result;
        expect(leftToEmployee).toBeGreaterThanOrEqual(0);
        expect(takenBefore + total.amount + leftToEmployee).toBe(net);
        let costs = 0;
        for (const { deduction, payOver = 0, employerCosts = 0, unpaidDeductions, protectedShortfall } of deductions) {
          expect(Math.min(payOver, employerCosts, unpaidDeductions, protectedShortfall)).toBeGreaterThanOrEqual(0);
          expect(payOver + employerCosts).toBe(deduction.amount);
          expect(deduction.explanation.lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0)).toBe(deduction.amount);
          costs += employerCosts;
        }
        expect(costs).toBeLessThanOrEqual(Math.max(0, situation.aboveMinimumWage));
      }),
      { numRuns: manyCases },
    );
  });
});
