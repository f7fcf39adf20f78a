import { describe, expect, it } from "vitest";
import { describeTypedSum, isSumOfMoney, sumProblems } from "../../../shared/payroll/sumOfMoney.ts";

describe("a typed sum of money", () => {
  it.each([
    [0, true],
    [-1, false],
    [10_000_000_00, true],
    [10_000_000_01, false],
    [0.5, false],
    [Number.NaN, false],
    [Number.POSITIVE_INFINITY, false],
  ])("of %d pence can be worked with: %s", (amount, isSum) => {
    expect(isSumOfMoney(amount)).toBe(isSum);
    expect(sumProblems("rate", amount, "The rate")).toHaveLength(isSum ? 0 : 1);
  });

  it("is told as it was given, with the rule and the way out", () => {
    expect(sumProblems("rate", -3_00, "The rate")).toEqual([
      {
        field: "rate",
        value: "−£3.00",
        rule: "The rate must be from £0.00 to £10,000,000.00, in pounds and whole pence.",
        wayOut: "Correct the sum.",
      },
    ]);
    expect([describeTypedSum(0.5), describeTypedSum(Number.NaN)]).toEqual(["0.5", "NaN"]);
  });
});
