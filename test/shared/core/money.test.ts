import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  basisPoints,
  formatPence,
  formatRate,
  multiply,
  multiplyRatio,
  parsePence,
  pence,
  splitByWeight,
  sumPence,
} from "../../../shared/core/money.ts";

const amounts = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(pence);

describe("money", () => {
  it.each([
    ["£1,200", 120_000],
    ["1200.5", 120_050],
    [" -3 ", -300],
    ["−£3.07", -307],
    [".50", 50],
    ["0", 0],
  ])("reads %s as people write it", (text, expected) => expect(parsePence(text)).toBe(expected));

  it.each(["", "£", "12.345", "1,20", "twelve", "1e3", "--3", "."])("does not take %j for an amount", (text) =>
    expect(parsePence(text)).toBeUndefined(),
  );

  it("writes and reads back every amount", () => {
    fc.assert(fc.property(amounts, (amount) => parsePence(formatPence(amount)) === amount));
  });

  it("rounds National Insurance by the third decimal only (payroll rules 5.2): 0.0056 is nothing, 0.0060 is a penny", () => {
    expect(multiply(pence(7), basisPoints(800), "nationalInsurance")).toBe(0);
    expect(multiply(pence(4), basisPoints(1500), "nationalInsurance")).toBe(1);
    expect(multiply(pence(14_607), basisPoints(1500), "nationalInsurance")).toBe(2191);
  });

  it("agrees with exact whole-number arithmetic, however large", () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 1, max: 1_000_000 }), (amount, numerator, denominator) => {
        const product = BigInt(amount) * BigInt(numerator);
        expect(BigInt(multiplyRatio(amount, numerator, denominator, "down"))).toBe(product / BigInt(denominator));
        const up = multiplyRatio(amount, numerator, denominator, "up");
        const down = multiplyRatio(amount, numerator, denominator, "down");
        expect(Math.abs(up - down)).toBe(product % BigInt(denominator) === 0n ? 0 : 1);
      }),
    );
  });

  it("splits any amount into shares that add up to it", () => {
    fc.assert(
      fc.property(amounts, fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 8 }), (amount, weights) => {
        expect(sumPence(splitByWeight(amount, weights))).toBe(amount);
      }),
    );
  });

  it("gives the odd penny to the named share: £1,795.01 at 60/40 with the rest to the second", () => {
    expect(splitByWeight(pence(179_501), [60, 40], 1)).toEqual([107_700, 71_801]);
  });

  it("prints rates as people say them", () => {
    expect([800, 1380, 185, 10_000].map((rate) => formatRate(basisPoints(rate)))).toEqual(["8%", "13.8%", "1.85%", "100%"]);
  });
});
