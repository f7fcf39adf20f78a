import { describe, expect, it } from "vitest";
import { basisPoints, pence } from "../../../../shared/core/money.ts";
import { checkPensionMinimum, type PensionMinimumInput } from "../../../../shared/payroll/pension/pensionMinimum.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";
import { pensionCertificationSets } from "../../../../shared/rates/pensionCertification.ts";

const check = (earningsBasis: PensionMinimumInput["earningsBasis"], employee: number, employer: number, basicPay = 100_00) =>
  checkPensionMinimum(
    {
      earningsBasis,
      employeeRate: basisPoints(employee),
      employerRate: basisPoints(employer),
      basicPay: pence(basicPay),
      allPay: pence(100_00),
    },
    taxYear2026,
  );

describe("the least a pension may take", () => {
  it("qualifying earnings: 8% in all, 3% from the employer", () => {
    expect(check("qualifyingEarnings", 500, 300)).toEqual({ ok: true, value: { kind: "qualifyingEarnings" } });
    expect(check("qualifyingEarnings", 499, 300)).toEqual({
      ok: false,
      problems: [
        {
          field: "employeeRate",
          value: "7.99%",
          rule: "Employee and employer together must pay at least 8% of qualifying earnings.",
          wayOut: "Raise a share by 0.01%.",
        },
      ],
    });
    expect(check("qualifyingEarnings", 501, 299)).toEqual({
      ok: false,
      problems: [
        {
          field: "employerRate",
          value: "2.99%",
          rule: "The employer must pay at least 3% of qualifying earnings.",
          wayOut: "Raise the employer's share to 3%.",
        },
      ],
    });
    expect(check("qualifyingEarnings", 0, 0)).toMatchObject({ problems: [{ field: "employerRate" }, { field: "employeeRate" }] });
  });

  it("set 1: basic pay, 9% in all, 4% from the employer", () => {
    expect(check("basicPay", 500, 400, 50_00)).toEqual({ ok: true, value: { kind: "set", set: 1 } });
    expect(check("basicPay", 499, 400, 50_00)).toMatchObject({
      problems: [{ field: "employeeRate", rule: "Employee and employer together must pay at least 9% of basic pay (set 1)." }],
    });
    expect(check("basicPay", 501, 399, 50_00)).toMatchObject({ problems: [{ field: "employerRate" }] });
  });

  it("set 2: basic pay that is at least 85% of all pay, 8% in all, 3% from the employer", () => {
    expect(check("basicPay", 500, 300, 85_00)).toEqual({ ok: true, value: { kind: "set", set: 2 } });
    expect(check("basicPay", 500, 300, 84_99)).toMatchObject({ ok: false });
    expect(check("basicPay", 499, 300, 85_00)).toMatchObject({
      problems: [{ field: "employeeRate", rule: "Employee and employer together must pay at least 8% of basic pay (set 2)." }],
    });
    expect(check("basicPay", 501, 299, 85_00)).toMatchObject({ ok: false });
  });

  it("set 3: all pay, 7% in all, 3% from the employer", () => {
    expect(check("allEarnings", 400, 300, 0)).toEqual({ ok: true, value: { kind: "set", set: 3 } });
    expect(check("allEarnings", 399, 300)).toMatchObject({
      problems: [{ rule: "Employee and employer together must pay at least 7% of all pay (set 3)." }],
    });
    expect(check("allEarnings", 401, 299)).toMatchObject({ ok: false });
  });

  it("every set has its source and the day it holds from", () => {
    expect(pensionCertificationSets.map(({ set, from }) => [set, from])).toEqual([
      [1, "2019-04-06"],
      [2, "2019-04-06"],
      [3, "2019-04-06"],
    ]);
    for (const { source } of pensionCertificationSets) expect(source).toContain("The Pensions Regulator");
  });
});
