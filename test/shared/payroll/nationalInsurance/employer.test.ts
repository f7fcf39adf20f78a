import { describe, expect, it } from "vitest";
import { pence } from "../../../../shared/core/money.ts";
import {
  calculateEmploymentAllowance,
  checkEmploymentAllowance,
  employmentAllowanceOverYear,
} from "../../../../shared/payroll/nationalInsurance/employmentAllowance.ts";
import { mustRegisterForPaye, type RegisterForPayeFacts } from "../../../../shared/payroll/nationalInsurance/registerForPaye.ts";
import { taxYear2024 } from "../../../../shared/rates/2024-25.ts";
import { taxYear2025 } from "../../../../shared/rates/2025-26.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";
import { acceptedOf, problemsOf } from "../../../support/verdicts.ts";

describe("who may have Employment Allowance", () => {
  const facts = (class1OfYearBefore: number, isCareOrSupport = true) => ({ isCareOrSupport, class1OfYearBefore: pence(class1OfYearBefore) });

  it("care and support employers, also when they employ in their household", () => {
    expect(checkEmploymentAllowance(facts(0), taxYear2026)).toEqual({
      isEligible: true,
      lines: ["Care and support employers may claim up to £10,500.00 for 2026-27."],
    });
    expect(checkEmploymentAllowance(facts(0, false), taxYear2026)).toEqual({
      isEligible: false,
      lines: ["Work for a household gets no Employment Allowance, unless it is care or support."],
    });
  });

  it("up to 2024-25 only with a bill under £100,000 the year before", () => {
    expect(checkEmploymentAllowance(facts(99_999_99), taxYear2024).isEligible).toBe(true);
    expect(checkEmploymentAllowance(facts(100_000_00), taxYear2024)).toEqual({
      isEligible: false,
      lines: ["The employer's National Insurance of the year before was £100,000.00. For 2024-25 it had to be under £100,000.00."],
    });
    expect(checkEmploymentAllowance(facts(100_000_00), taxYear2025).isEligible).toBe(true);
  });
});

describe("the running total of Employment Allowance", () => {
  it("uses what each payment owes until the year's sum is gone", () => {
    const steps = employmentAllowanceOverYear([pence(4_000_00), pence(6_000_00), pence(800_00), pence(100_00)], taxYear2026);
    expect(steps.map(({ used, usedSoFar, left }) => [used.amount, usedSoFar, left])).toEqual([
      [4_000_00, 4_000_00, 6_500_00],
      [6_000_00, 10_000_00, 500_00],
      [500_00, 10_500_00, 0],
      [0, 10_500_00, 0],
    ]);
  });

  it("goes on from what was used before, and is £5,000 in 2024-25", () => {
    const [step] = employmentAllowanceOverYear([pence(500_00)], taxYear2024, pence(4_600_00));
    expect(step).toMatchObject({ used: { amount: 400_00 }, usedSoFar: 5_000_00, left: 0 });
    expect(employmentAllowanceOverYear([pence(1)], taxYear2024, pence(6_000_00))[0]).toMatchObject({ used: { amount: 0 }, left: 0 });
  });

  it("is nothing for a correction below zero", () => {
    expect(calculateEmploymentAllowance(pence(-5_00), pence(0), taxYear2026).amount).toBe(0);
  });

  it("tells what is used and left", () => {
    const { lines, rule } = calculateEmploymentAllowance(pence(152_25), pence(10_400_00), taxYear2026);
    expect(lines).toEqual([
      { text: "Care and support employers may keep £10,500.00 of their own National Insurance in 2026-27." },
      { text: "£10,400.00 of it is used already, so £100.00 is left." },
      { text: "The employer's National Insurance this time is £152.25. The allowance pays this much of it.", amount: 100_00 },
    ]);
    expect(rule).toMatchObject({ name: "Employment Allowance", ratesYear: "2026-27" });
  });
});

describe("when an employer must register for PAYE", () => {
  const sam: RegisterForPayeFacts = {
    employeeName: "Sam",
    earnings: pence(95_99),
    payFrequency: "weekly",
    hasOtherJob: false,
    getsPension: false,
    hasTaxedBenefits: false,
  };
  const answer = (change: Partial<RegisterForPayeFacts>, rates = taxYear2026) => acceptedOf(mustRegisterForPaye([{ ...sam, ...change }], rates));

  it.each([
    ["2026-27, from £96 a week", taxYear2026, "weekly", 96_00],
    ["2026-27, from £193 for two weeks", taxYear2026, "fortnightly", 193_00],
    ["2026-27, from £385 for four weeks", taxYear2026, "fourWeekly", 385_00],
    ["2026-27, from £417 a month", taxYear2026, "monthly", 417_00],
    ["2025-26, from £96 a week", taxYear2025, "weekly", 96_00],
    ["2024-25, from the lower earnings limit of £123 a week", taxYear2024, "weekly", 123_00],
    ["2024-25, from the lower earnings limit of £533 a month", taxYear2024, "monthly", 533_00],
  ] as const)("%s", (_name, rates, payFrequency, threshold) => {
    expect(answer({ payFrequency, earnings: pence(threshold - 1) }, rates).mustRegister).toBe(false);
    expect(answer({ payFrequency, earnings: pence(threshold) }, rates).mustRegister).toBe(true);
  });

  it("tells every reason there is", () => {
    expect(answer({ earnings: pence(120_00), hasOtherJob: true, getsPension: true, hasTaxedBenefits: true }).lines).toEqual([
      "You must register for PAYE before the first payday.",
      "Sam is paid £120.00, and £96.00 or more counts.",
      "Sam has another job.",
      "Sam gets a pension.",
      "Sam gets benefits that are taxed.",
    ]);
    for (const change of [{ hasOtherJob: true }, { getsPension: true }, { hasTaxedBenefits: true }]) {
      expect(answer(change)).toMatchObject({ mustRegister: true });
      expect(answer(change).lines).toHaveLength(2);
    }
    expect(answer({})).toEqual({ mustRegister: false, lines: ["Nobody is paid enough yet, or has another job, a pension or taxed benefits."] });
  });

  it("one employee is enough, and none is not", () => {
    expect(acceptedOf(mustRegisterForPaye([sam, { ...sam, employeeName: "Ida", getsPension: true }], taxYear2026)).mustRegister).toBe(true);
    expect(acceptedOf(mustRegisterForPaye([], taxYear2026)).mustRegister).toBe(false);
  });

  it("is refused for a year whose threshold is not known", () => {
    expect(problemsOf(mustRegisterForPaye([sam], { ...taxYear2026, taxYear: "2031-32" }))).toEqual([
      {
        field: "taxYear",
        value: "2031-32",
        rule: "The threshold of this tax year is not known.",
        wayOut: "Update Plan & Payday, then try again.",
      },
    ]);
  });
});
