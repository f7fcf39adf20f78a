import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pence } from "../../../../shared/core/money.ts";
import { calculateCouncilTaxAttachment } from "../../../../shared/payroll/orders/councilTaxAttachment.ts";
import { calculateDirectEarningsAttachment, type DirectEarningsAttachmentInput } from "../../../../shared/payroll/orders/directEarningsAttachment.ts";
import { calculateMagistratesFine } from "../../../../shared/payroll/orders/magistratesFine.ts";
import type { PayFrequency } from "../../../../shared/payroll/types.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";
import { councilTaxWales, magistratesFines, orderCosts } from "../../../../shared/rates/attachmentTables.ts";
import { manyCases } from "../../../support/manyCases.ts";

const councilTax = (net: number, payFrequency: PayFrequency = "weekly", table: "england" | "wales" = "england", periodsInPayment = 1) =>
  calculateCouncilTaxAttachment({ netEarnings: pence(net), payFrequency, table, periodsInPayment }, taxYear2026);
const fine = (net: number, payFrequency: PayFrequency = "weekly", periodsInPayment = 1) =>
  calculateMagistratesFine({ netEarnings: pence(net), payFrequency, periodsInPayment });

/** The deduction at the end of each band and a penny above it. */
const atEnds = (limits: readonly number[], take: (net: number) => { amount: number }) =>
  limits.map((end) => [take(end).amount, take(end + 1).amount]);

describe("council tax attachment of earnings, England", () => {
  it("weekly: the rate of the band on the whole of net earnings", () => {
    // £75.01 × 3% = £2.25; £135 × 3% = £4.05; £135.01 × 5% = £6.75; … above £505: £85.85 and 50% of a penny, half up.
    expect(atEnds([75_00, 135_00, 185_00, 225_00, 355_00, 505_00], councilTax)).toEqual([
      [0, 2_25],
      [4_05, 6_75],
      [9_25, 12_95],
      [15_75, 27_00],
      [42_60, 60_35],
      [85_85, 85_86],
    ]);
  });

  it("monthly", () => {
    const monthly = (net: number) => councilTax(net, "monthly");
    // £300.01 × 3% = £9.00; £550 × 3% = £16.50; £550.01 × 5% = £27.50; £740 × 5% = £37; × 7% = £51.80; £900 × 7% = £63; × 12% = £108; £1,420 × 12% = £170.40; × 17% = £241.40; £2,020 × 17% = £343.40.
    expect(atEnds([300_00, 550_00, 740_00, 900_00, 1_420_00, 2_020_00], monthly)).toEqual([
      [0, 9_00],
      [16_50, 27_50],
      [37_00, 51_80],
      [63_00, 108_00],
      [170_40, 241_40],
      [343_40, 343_41],
    ]);
  });

  it("CT-2: weekly £600.00 is £85.85 and half of £95.00; CT-3: monthly £1,350.00 is 12%", () => {
    expect(councilTax(600_00)).toEqual({
      amount: 133_35,
      rule: {
        name: "Council tax attachment of earnings",
        source: "Council Tax (Administration and Enforcement) Regulations 1992, schedule 4, https://www.legislation.gov.uk/uksi/1992/613/schedule/4",
        ratesYear: "2026-27",
      },
      lines: [
        { text: "17% of net pay up to £505.00.", amount: 85_85 },
        { text: "50% of the rest.", amount: 47_50 },
      ],
    });
    expect(councilTax(1_350_00, "monthly").lines).toEqual([{ text: "12% of net pay of £1,350.00.", amount: 162_00 }]);
  });

  it("pay for several weeks is divided to find the band", () => {
    expect([councilTax(450_00, "fortnightly").amount, councilTax(450_01, "fortnightly").amount]).toEqual([31_50, 54_00]);
    expect([councilTax(900_00, "fourWeekly").amount, councilTax(900_01, "fourWeekly").amount]).toEqual([63_00, 108_00]);
  });

  it("holiday pay in advance: a week's wages with two weeks of holiday count as three weeks", () => {
    // £225 a week is 7%; £675 in one payment too. Read as one week it would be 17% of £505 and half the rest.
    expect([councilTax(675_00, "weekly", "england", 3).amount, councilTax(675_01, "weekly", "england", 3).amount]).toEqual([47_25, 81_00]);
    expect(councilTax(675_00).amount).toBe(170_85);
  });
});

describe("council tax attachment of earnings, Wales", () => {
  it("weekly and monthly tables of 2022", () => {
    const weekly = (net: number) => councilTax(net, "weekly", "wales");
    expect(atEnds([105_00, 190_00, 260_00, 320_00, 505_00, 715_00], weekly)).toEqual([
      [0, 3_15],
      [5_70, 9_50],
      [13_00, 18_20],
      [22_40, 38_40],
      [60_60, 85_85],
      [121_55, 121_56],
    ]);
    const monthly = (net: number) => councilTax(net, "monthly", "wales");
    expect(atEnds([430_00, 780_00, 1_050_00, 1_280_00, 2_010_00, 2_860_00], monthly)).toEqual([
      [0, 12_90],
      [23_40, 39_00],
      [52_50, 73_50],
      [89_60, 153_60],
      [241_20, 341_70],
      [486_20, 486_21],
    ]);
    expect(weekly(815_00)).toMatchObject({ amount: 171_55, rule: { source: councilTaxWales.source } });
    expect(councilTaxWales).toMatchObject({ isConfirmed: true, ordersMadeFrom: "2022-04-01" });
  });
});

describe("magistrates' fine by table", () => {
  it("weekly and monthly tables of 2006", () => {
    expect(atEnds([55_00, 100_00, 135_00, 165_00, 260_00, 370_00], fine)).toEqual([
      [0, 1_65],
      [3_00, 5_00],
      [6_75, 9_45],
      [11_55, 19_80],
      [31_20, 44_20],
      [62_90, 62_91],
    ]);
    expect(atEnds([220_00, 400_00, 540_00, 660_00, 1_040_00, 1_480_00], (net) => fine(net, "monthly"))).toEqual([
      [0, 6_60],
      [12_00, 20_00],
      [27_00, 37_80],
      [46_20, 79_20],
      [124_80, 176_80],
      [251_60, 251_61],
    ]);
  });

  it("says that the table was not checked against later changes", () => {
    expect(magistratesFines.isConfirmed).toBe(false);
    expect(fine(100_00)).toEqual({
      amount: 3_00,
      rule: { name: "Attachment of earnings order (magistrates' fine)", source: magistratesFines.source },
      lines: [{ text: "3% of net pay of £100.00.", amount: 3_00 }, { text: "The table is the one of 2006. Compare it with the table on the order." }],
    });
    expect(fine(330_00, "fortnightly").amount).toBe(23_10);
    expect(fine(330_00, "weekly", 2).amount).toBe(23_10);
  });
});

describe("direct earnings attachment", () => {
  const dea = (net: number, change: Partial<DirectEarningsAttachmentInput> = {}) =>
    calculateDirectEarningsAttachment(
      { netEarnings: pence(net), payFrequency: "weekly", rate: "standard", otherOrders: pence(0), ...change },
      taxYear2026,
    );

  it("weekly, standard column", () => {
    // £100.01 × 3% = £3.00; £160 × 3% = £4.80, × 5% = £8; £220 × 5% = £11, × 7% = £15.40; £270 × 7% = £18.90, × 11% = £29.70; £375 × 11% = £41.25, × 15% = £56.25; £520 × 15% = £78, × 20% = £104.
    expect(atEnds([100_00, 160_00, 220_00, 270_00, 375_00, 520_00], dea)).toEqual([
      [0, 3_00],
      [4_80, 8_00],
      [11_00, 15_40],
      [18_90, 29_70],
      [41_25, 56_25],
      [78_00, 104_00],
    ]);
  });

  it("weekly, higher column: twice the standard one from the second band on, 5% in the first", () => {
    const higher = (net: number) => dea(net, { rate: "higher" });
    expect(atEnds([100_00, 160_00, 220_00, 270_00, 375_00, 520_00], higher)).toEqual([
      [5_00, 6_00],
      [9_60, 16_00],
      [22_00, 30_80],
      [37_80, 59_40],
      [82_50, 112_50],
      [156_00, 208_00],
    ]);
  });

  it("monthly, standard column", () => {
    const monthly = (net: number) => dea(net, { payFrequency: "monthly" });
    expect(atEnds([430_00, 690_00, 950_00, 1_160_00, 1_615_00, 2_240_00], monthly)).toEqual([
      [0, 12_90],
      [20_70, 34_50],
      [47_50, 66_50],
      [81_20, 127_60],
      [177_65, 242_25],
      [336_00, 448_00],
    ]);
  });

  it("goes to the nearest penny, half up", () => {
    // £100.50 × 3% = £3.015; £100.40 × 3% = £3.012.
    expect([dea(100_50).amount, dea(100_40).amount]).toEqual([3_02, 3_01]);
  });

  it("DEA-1: monthly £1,350.00, 11%; DEA-3: four-weekly £1,120.00, £280 a week, 11%", () => {
    expect(dea(1_350_00, { payFrequency: "monthly" })).toMatchObject({
      amount: 148_50,
      rule: { name: "Direct earnings attachment", ratesYear: "2026-27" },
      lines: [{ text: "11% of net pay of £1,350.00, by the standard column.", amount: 148_50 }],
    });
    expect(dea(1_120_00, { payFrequency: "fourWeekly" }).amount).toBe(123_20);
    expect(dea(440_00, { payFrequency: "fortnightly" }).amount).toBe(22_00);
    expect(dea(440_01, { payFrequency: "fortnightly" }).amount).toBe(30_80);
  });

  it("DEA-4: £486.00 of £1,620.00 is taken already, £972.00 must stay, so £162.00 of £243.00", () => {
    const cut = dea(1_620_00, { payFrequency: "monthly", otherOrders: pence(486_00) });
    expect(cut.lines).toEqual([
      { text: "15% of net pay of £1,620.00, by the standard column.", amount: 243_00 },
      { text: "All orders together must leave 60% of net pay, so less is taken.", amount: -81_00 },
    ]);
    expect(cut.amount).toBe(162_00);
    expect(dea(1_620_00, { payFrequency: "monthly", otherOrders: pence(405_00) }).lines).toHaveLength(1);
    expect(dea(1_620_00, { payFrequency: "monthly", otherOrders: pence(405_01) }).amount).toBe(242_99);
    expect(dea(1_620_00, { payFrequency: "monthly", otherOrders: pence(700_00) }).amount).toBe(0);
  });

  it("loans do not count into what all orders may take together", () => {
    // £1,620.00 × 15% = £243.00; with £405.00 of orders £648.00 is reached exactly, whatever the loans took.
    const beside = { payFrequency: "monthly", otherOrders: pence(405_00) } as const;
    expect(dea(1_620_00, { ...beside, loans: pence(97_00) }).lines).toHaveLength(1);
    // 1,620.00 − 405.00 − 972.00 = 243.00: the loans leave just enough; one penny more and they do not.
    expect(dea(1_620_00, { ...beside, loans: pence(972_00) }).lines).toHaveLength(1);
    expect(dea(1_620_00, { ...beside, loans: pence(972_01) }).lines.slice(1)).toEqual([
      { text: "Orders and loans that come first leave £242.99, so less is taken.", amount: -1 },
    ]);
  });

  it("a fixed sum is cut to 60% of net pay first, then to what loans have left, never below nothing", () => {
    // Of £1,000.00 at most £400.00 may go to orders; £650.00 of loans leave £350.00.
    const fixed = { payFrequency: "monthly", rate: "fixed", fixedDeduction: pence(500_00) } as const;
    const cut = dea(1_000_00, { ...fixed, loans: pence(650_00) });
    expect(cut.lines.map(({ amount }) => amount)).toEqual([500_00, -100_00, -50_00]);
    expect(cut.amount).toBe(350_00);
    expect(dea(1_000_00, { ...fixed, loans: pence(1_000_01) }).amount).toBe(0);
  });

  it("what must stay is rounded up to the penny", () => {
    // 60% of £200.01 is £120.006, so £120.01 stays and £80.00 of room is left.
    expect(dea(200_01, { rate: "fixed", fixedDeduction: pence(100_00) }).amount).toBe(80_00);
  });

  it("takes the sum that a notice fixes, once for each pay period", () => {
    expect(dea(300_00, { rate: "fixed", fixedDeduction: pence(25_00) }).lines).toEqual([{ text: "The sum that the notice fixes.", amount: 25_00 }]);
    expect(dea(900_00, { rate: "fixed", fixedDeduction: pence(25_00), periodsInPayment: 3 }).lines).toEqual([
      { text: "£25.00 for each of 3 pay periods.", amount: 75_00 },
    ]);
    expect(dea(300_00, { rate: "fixed" }).amount).toBe(0);
  });

  it("holiday pay in advance: three weeks in one payment are read week by week", () => {
    expect(dea(660_00, { periodsInPayment: 3 }).amount).toBe(33_00);
    expect(dea(660_01, { periodsInPayment: 3 }).amount).toBe(46_20);
  });

  it("never takes more than 40% of net earnings, and the steps add up", () => {
    const rates = fc.constantFrom("standard" as const, "higher" as const, "fixed" as const);
    fc.assert(
      fc.property(fc.nat(500_000), fc.nat(100_000), fc.nat(100_000), rates, (net, fixed, otherOrders, rate) => {
        const { amount, lines } = dea(net, { rate, fixedDeduction: pence(fixed), otherOrders: pence(otherOrders) });
        expect(amount).toBeGreaterThanOrEqual(0);
        expect(amount * 10).toBeLessThanOrEqual(net * 4);
        expect(lines.reduce((sum, line) => sum + (line.amount ?? 0), 0)).toBe(amount);
      }),
      { numRuns: manyCases },
    );
  });
});

describe("what an employer may keep", () => {
  it("is £1 a deduction, with its source", () => {
    expect(orderCosts).toMatchObject({ most: 1_00 });
    expect(orderCosts.source).toContain("GOV.UK");
  });
});
