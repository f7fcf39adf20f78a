import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Explained, explain } from "../../../../shared/core/explanation.ts";
import { minutes } from "../../../../shared/core/minutes.ts";
import { pence } from "../../../../shared/core/money.ts";
import { costByPlanLine } from "../../../../shared/payroll/cost/costByPlanLine.ts";
import type { PayLine } from "../../../../shared/payroll/types.ts";
import { manyCases } from "../../../support/manyCases.ts";
import { aPayLine } from "../../../support/payslipBuilders.ts";

const figure = (amount: number): Explained => explain({ name: "Figure", source: "test" }, [{ text: "Figure.", amount: pence(amount) }]);
const line = (amount: number, time: number | null, planLineId: string | null, kind: PayLine["kind"] = "hours") =>
  aPayLine(pence(amount), { minutes: time === null ? null : minutes(time), planLineId, kind });
const cost = (payLines: readonly PayLine[], insurance = 0, pension = 0) =>
  costByPlanLine({ payLines: [...payLines], employerNationalInsurance: figure(insurance), employerPension: figure(pension) }).map(
    ({ planLineId, pay, employerNationalInsurance, employerPension }) => [planLineId, pay, employerNationalInsurance, employerPension],
  );

describe("a payslip's cost by plan line", () => {
  it("pay goes where its line says, on-costs follow the minutes, and the odd penny goes to the line with most of them", () => {
    // 100 : 200 minutes of £10.00 are £3.33 and £6.66, and the penny goes to the 200. Of £0.02: nothing and 1p, and a penny.
    expect(cost([line(20_00, 100, "day"), line(60_00, 200, "night")], 10_00, 2)).toEqual([
      ["day", 20_00, 3_33, 0],
      ["night", 60_00, 6_67, 2],
    ]);
  });

  it("lines of one plan line are added up", () => {
    expect(cost([line(20_00, 100, "day"), line(5_00, 50, "day"), line(1_00, 50, "night")], 4_00)).toEqual([
      ["day", 25_00, 3_00, 0],
      ["night", 1_00, 1_00, 0],
    ]);
  });

  it("pay without time and without a plan line goes to the line with most minutes", () => {
    expect(cost([line(20_00, 100, "day"), line(60_00, 200, "night"), line(7_00, null, null, "bonus")])).toEqual([
      ["day", 20_00, 0, 0],
      ["night", 67_00, 0, 0],
    ]);
  });

  it("pay without time goes to its own plan line when it has one, and causes no on-costs", () => {
    expect(cost([line(20_00, 100, "day"), line(7_00, null, "travel", "mileage")], 1_00)).toEqual([
      ["day", 20_00, 1_00, 0],
      ["travel", 7_00, 0, 0],
    ]);
  });

  it.each(["hours", "shift", "day", "overtime"] as const)("time of a line of %s causes on-costs, without a plan line too", (kind) => {
    expect(cost([line(20_00, 100, null, kind), line(1_00, 50, "day")], 3_00)).toEqual([
      [null, 20_00, 2_00, 0],
      ["day", 1_00, 1_00, 0],
    ]);
  });

  it("time awake lies inside its night, so it does not count twice, and no minutes are no time", () => {
    expect(cost([line(60_00, 540, "night", "shift"), line(13_00, 60, null, "timeAwake"), line(0, 0, null)], 1_00)).toEqual([
      ["night", 73_00, 1_00, 0],
    ]);
  });

  it("of two lines with as many minutes the first takes what has no line", () => {
    expect(cost([line(20_00, 100, "day"), line(60_00, 100, "night"), line(7_00, null, null, "statutorySickPay")])[0]).toEqual(["day", 27_00, 0, 0]);
  });

  it("a minute is time", () => {
    expect(cost([line(23, 1, "day"), line(7_00, null, null, "bonus")])).toEqual([["day", 7_23, 0, 0]]);
  });

  it("without any time everything goes to no line", () => {
    expect(cost([line(7_00, null, null, "statutorySickPay")], 50, 20)).toEqual([[null, 7_00, 50, 20]]);
  });

  it("the parts always add up to the payslip", () => {
    const anyLine = fc.record({
      amount: fc.integer({ min: 0, max: 100_000 }),
      time: fc.option(fc.integer({ min: 0, max: 3_000 })),
      planLineId: fc.constantFrom("day", "night", null),
    });
    fc.assert(
      fc.property(fc.array(anyLine, { minLength: 1, maxLength: 6 }), fc.integer({ min: 0, max: 50_000 }), (given, insurance) => {
        const parts = cost(
          given.map(({ amount, time, planLineId }) => line(amount, time, planLineId)),
          insurance,
        );
        expect(parts.reduce((sum, [, pay]) => sum + Number(pay), 0)).toBe(given.reduce((sum, { amount }) => sum + amount, 0));
        expect(parts.reduce((sum, [, , share]) => sum + Number(share), 0)).toBe(insurance);
      }),
      { numRuns: manyCases },
    );
  });
});
