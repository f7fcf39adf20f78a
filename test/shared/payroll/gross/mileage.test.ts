import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { calculateMileagePay, type MileageVehicle, mileageTopUp } from "../../../../shared/payroll/gross/mileage.ts";
import { taxYear2025 } from "../../../../shared/rates/2025-26.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";
import { manyCases } from "../../../support/manyCases.ts";
import { acceptedOf } from "../../../support/verdicts.ts";

const claim = { label: "Mileage", quantity: 10_000, ratePence: pence(60), planLineId: "travel" };
const amounts = (change: Partial<Parameters<typeof calculateMileagePay>[0]>, before = 0, rates = taxYear2026) =>
  acceptedOf(calculateMileagePay({ ...claim, ...change }, before, rates)).map(({ kind, amount }) => [kind, amount]);

describe("pay for miles (payroll rules, section 13)", () => {
  it("up to HMRC's rate is free of tax; what is above it is wages, on a line of its own", () => {
    expect(acceptedOf(calculateMileagePay(claim, 0, taxYear2026))).toEqual([
      {
        kind: "mileage",
        label: "Mileage",
        minutes: null,
        units: 100,
        ratePence: 60,
        amount: 55_00,
        planLineId: "travel",
        explanation: {
          amount: 55_00,
          rule: { name: "Approved mileage payments", source: taxYear2026.mileage.sources[0], ratesYear: "2026-27" },
          lines: [{ text: "100 miles at £0.60 a mile. HMRC allows £55.00 free of tax.", amount: 55_00 }],
        },
      },
      {
        kind: "taxableMileage",
        label: "Mileage above HMRC's rate",
        minutes: null,
        units: null,
        ratePence: null,
        amount: 5_00,
        planLineId: "travel",
        explanation: {
          amount: 5_00,
          rule: { name: "Approved mileage payments", source: taxYear2026.mileage.sources[0], ratesYear: "2026-27" },
          lines: [{ text: "Mileage above HMRC's rate counts as wages.", amount: 5_00 }],
        },
      },
    ]);
  });

  it("half a penny of what HMRC allows goes up, for each rate", () => {
    // 12.5 miles at 55p are 687.5p, at 25p after 10,000 miles 312.5p. 12.53 miles of a bicycle at 20p are 250.6p.
    expect(amounts({ quantity: 1_250 })[0]).toEqual(["mileage", 6_88]);
    expect(amounts({ quantity: 1_250 }, 1_000_000)[0]).toEqual(["mileage", 3_13]);
    expect(amounts({ quantity: 1_253, vehicle: "bicycle" })[0]).toEqual(["mileage", 2_51]);
    // 5.1 miles at 45p are 229.5p, at 55p 280.5p.
    const paid = (quantity: number) => mileageTopUp([{ onDate: plainDate("2026-04-20"), quantity, ratePence: pence(45) }], 0, taxYear2026).lines;
    expect(paid(510)).toEqual([{ text: "5.1 miles on 20 April 2026 were paid £2.30; HMRC now allows £2.81.", amount: 51 }]);
  });

  it("55p in 2026-27 and 45p in 2025-26, exactly", () => {
    expect(amounts({ ratePence: pence(55) })).toEqual([["mileage", 55_00]]);
    expect(amounts({ ratePence: pence(56) })).toEqual([
      ["mileage", 55_00],
      ["taxableMileage", 1_00],
    ]);
    expect(amounts({ ratePence: pence(45) }, 0, taxYear2025)).toEqual([["mileage", 45_00]]);
    expect(amounts({ ratePence: pence(46) }, 0, taxYear2025)).toEqual([
      ["mileage", 45_00],
      ["taxableMileage", 1_00],
    ]);
    expect(amounts({ ratePence: pence(40) })).toEqual([["mileage", 40_00]]);
  });

  it("25p after 10,000 miles in the tax year, the last mile before it still at the first rate", () => {
    expect(amounts({ ratePence: pence(25) }, 1_000_000)).toEqual([["mileage", 25_00]]);
    expect(amounts({ ratePence: pence(55) }, 990_000)).toEqual([["mileage", 55_00]]);
    // 99 miles at 55p and 1 at 25p.
    expect(amounts({ ratePence: pence(55) }, 990_100)).toEqual([
      ["mileage", 54_70],
      ["taxableMileage", 30],
    ]);
    expect(amounts({ ratePence: pence(45) }, 995_000, taxYear2025)).toEqual([
      ["mileage", 35_00],
      ["taxableMileage", 10_00],
    ]);
    expect(amounts({ ratePence: pence(55) }, 2_000_000)).toEqual([
      ["mileage", 25_00],
      ["taxableMileage", 30_00],
    ]);
  });

  it.each([
    ["motorcycle", 24],
    ["bicycle", 20],
    ["passenger", 5],
  ] satisfies [MileageVehicle, number][])("a %s is allowed %dp a mile, however many miles", (vehicle, rate) => {
    expect(amounts({ vehicle, ratePence: pence(rate) }, 2_000_000)).toEqual([["mileage", rate * 100]]);
    expect(amounts({ vehicle, ratePence: pence(rate + 1) })).toEqual([
      ["mileage", rate * 100],
      ["taxableMileage", 1_00],
    ]);
  });

  it("hundredths of a mile are paid to the nearest penny", () => {
    // 12.51 miles × 55p = £6.8805; 0.01 mile × 55p = 0.55p.
    expect(amounts({ quantity: 1_251, ratePence: pence(55) })).toEqual([["mileage", 6_88]]);
    expect(amounts({ quantity: 1, ratePence: pence(55) })).toEqual([["mileage", 1]]);
  });

  it("refuses miles and a rate below nothing or no number, and takes none at all", () => {
    const refusedOf = (change: Partial<typeof claim>, before = 0) => {
      const verdict = calculateMileagePay({ ...claim, ...change }, before, taxYear2026);
      return verdict.ok ? [] : verdict.problems;
    };
    const rule = "Miles can't be below nothing, and have two decimals at most.";
    const wayOut = "Correct the miles on the timesheet.";
    expect(refusedOf({ quantity: -100_000 })).toEqual([{ field: "miles", value: "-1000", rule, wayOut }]);
    expect(refusedOf({ quantity: -1 })).toHaveLength(1);
    expect(refusedOf({ quantity: Number.NaN })).toHaveLength(1);
    expect(refusedOf({}, -1)).toEqual([{ field: "milesBefore", value: "-0.01", rule, wayOut }]);
    expect(refusedOf({ ratePence: pence(-1) })).toMatchObject([{ field: "payRate", value: "−£0.01" }]);
    expect(amounts({ quantity: 0, ratePence: pence(0) })).toEqual([["mileage", 0]]);
  });

  it("free and taxable together are what was paid, and none is below nothing", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 300_000 }),
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 1_200_000 }),
        (quantity, rate, before) => {
          const lines = acceptedOf(calculateMileagePay({ ...claim, quantity, ratePence: pence(rate) }, before, taxYear2026));
          expect(lines.reduce((sum, { amount }) => sum + amount, 0)).toBe(Math.floor((quantity * rate * 2 + 100) / 200));
          expect(lines.every(({ amount }) => amount >= 0)).toBe(true);
        },
      ),
      { numRuns: manyCases },
    );
  });
});

describe("the top-up after the rise of 21 May 2026", () => {
  const miles = (on: string, change: { quantity?: number; ratePence?: number } = {}) => ({
    onDate: plainDate(on),
    quantity: change.quantity ?? 10_000,
    ratePence: pence(change.ratePence ?? 45),
  });

  it("pays 10p for each mile that was paid at 45p since 6 April, and says so", () => {
    expect(mileageTopUp([miles("2026-04-20")], 0, taxYear2026)).toEqual({
      amount: 10_00,
      rule: { name: "Top-up of mileage after the rate was raised", source: taxYear2026.mileage.sources[0], ratesYear: "2026-27" },
      lines: [{ text: "100 miles on 20 April 2026 were paid £45.00; HMRC now allows £55.00.", amount: 10_00 }],
    });
  });

  it("holds from 6 April to 21 May, both included", () => {
    const topUp = (on: string) => mileageTopUp([miles(on)], 0, taxYear2026).amount;
    expect(["2026-04-05", "2026-04-06", "2026-05-21", "2026-05-22"].map(topUp)).toEqual([0, 10_00, 10_00, 0]);
  });

  it("adds nothing to what was paid as high already, nor in a year without such a rise", () => {
    expect(mileageTopUp([miles("2026-04-20", { ratePence: 55 })], 0, taxYear2026)).toMatchObject({ amount: 0, lines: [] });
    expect(mileageTopUp([miles("2026-04-20", { ratePence: 54 })], 0, taxYear2026).amount).toBe(1_00);
    expect(mileageTopUp([miles("2025-04-20")], 0, taxYear2025).amount).toBe(0);
  });

  it("counts the 10,000 miles in the order they were driven", () => {
    // 9,950 before: of the 100 first driven 50 are allowed 55p and 50 25p, £40.00, less than was paid; the 100 after them 25p.
    expect(mileageTopUp([miles("2026-05-01"), miles("2026-04-20")], 995_000, taxYear2026).amount).toBe(0);
    expect(mileageTopUp([miles("2026-05-01", { ratePence: 20 }), miles("2026-04-20", { ratePence: 20 })], 995_000, taxYear2026).lines).toEqual([
      { text: "100 miles on 20 April 2026 were paid £20.00; HMRC now allows £40.00.", amount: 20_00 },
      { text: "100 miles on 1 May 2026 were paid £20.00; HMRC now allows £25.00.", amount: 5_00 },
    ]);
  });
});
