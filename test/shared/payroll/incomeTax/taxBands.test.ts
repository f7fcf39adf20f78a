import { describe, expect, it } from "vitest";
import { pence } from "../../../../shared/core/money.ts";
import { taxOnBands } from "../../../../shared/payroll/incomeTax/taxBands.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";

const { restOfUk, scotland } = taxYear2026.incomeTax.regions;
// One month: tops 37,700 ÷ 12 = 3,141.6666 and 125,140 ÷ 12 = 10,428.3333; tax up to them 7,540 ÷ 12 = 628.3333 and 42,516 ÷ 12 = 3,543.0000.
const month = (taxed: number, bands = restOfUk.bands) => taxOnBands(pence(taxed), bands, 1, 12).map(({ rate, pay, tax }) => [rate / 100, pay, tax]);

describe("tax on the bands of a month (sections 4.1 and 4.2)", () => {
  it("chooses the band with the pence of pay against the limit rounded up to the pound", () => {
    // 3,142.00 is not above 3,142: 3,142 × 20%. A penny more is: 628.3333 + (3,142 − 3,141.6666) × 40% = 628.4666.
    expect(month(3_142_00)).toEqual([[20, 3_142_00, 628_40]]);
    expect(month(3_142_01)).toEqual([
      [20, 3_141_66, 628_33],
      [40, 34, 13],
    ]);
  });

  it("taxes the top band without an end, each part cut so that the parts add up to the tax", () => {
    // 3,543.0000 + (20,000 − 10,428.3333) × 45% = 3,543 + 4,307.2500.
    expect(month(20_000_99)).toEqual([
      [20, 3_141_66, 628_33],
      [40, 7_286_67, 2_914_67],
      [45, 9_571_67, 4_307_25],
    ]);
  });

  it("is exact for pay of any size", () => {
    // £90,000,000,000: 3,543 + (90,000,000,000 − 10,428.3333) × 45% = 3,543 + 40,499,995,307.25.
    expect(month(90_000_000_000_00).at(-1)?.[2]).toBe(40_499_995_307_25);
  });

  it("knows the six bands of Scotland", () => {
    expect(month(20_000_00, scotland.bands).map(([rate]) => rate)).toEqual([19, 20, 21, 42, 45, 48]);
  });
});
