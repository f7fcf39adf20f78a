import { describe, expect, it } from "vitest";
import { type Pence, pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { type P45, startFromP45 } from "../../../../shared/payroll/incomeTax/p45Figures.ts";
import { starterTaxCode } from "../../../../shared/payroll/incomeTax/starterDeclaration.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";
import { acceptedOf, problemsOf } from "../../../support/verdicts.ts";

const p45 = (change: Partial<P45> = {}): P45 => ({
  leftOn: plainDate("2026-06-30"),
  taxCode: "1257L",
  isWeek1Month1: false,
  totalPay: pence(5_000_00),
  totalTax: pence(371_40),
  ...change,
});
const start = (change: Partial<P45> = {}, startedOn = "2026-07-06") => startFromP45(p45(change), plainDate(startedOn), taxYear2026);

describe("a P45", () => {
  it("of this tax year brings its code, its pay and its tax", () => {
    expect(acceptedOf(start())).toEqual({
      taxSetting: { code: "1257L", isWeek1Month1: false },
      previousTaxablePay: 5_000_00,
      previousIncomeTax: 371_40,
      reason: "The P45 of this tax year: its code, with £5,000.00 of pay and £371.40 of tax so far.",
    });
  });

  it("keeps a week 1/month 1 basis of this tax year, however it is written", () => {
    for (const change of [{ isWeek1Month1: true }, { taxCode: "1257l x" }]) {
      expect(acceptedOf(start(change)).taxSetting).toEqual({ code: "1257L", isWeek1Month1: true });
    }
  });

  it.each(["2026-04-06", "2026-05-24"])("of the year before brings only its code, cumulative, to someone who starts on %s", (startedOn) => {
    const given = start({ leftOn: plainDate("2026-04-05"), taxCode: "1100L M1" }, startedOn);
    expect(acceptedOf(given)).toEqual({
      taxSetting: { code: "1100L", isWeek1Month1: false },
      previousTaxablePay: 0,
      previousIncomeTax: 0,
      reason: "The P45 is of the tax year before: its code is used until HMRC sends another, its pay and tax are not.",
    });
  });

  it.each([
    ["2026-04-05", "2026-05-25"],
    ["2026-04-05", "2027-02-01"],
    ["2025-04-05", "2026-05-01"],
  ])("of someone who left on %s is too old on %s", (leftOn, startedOn) => {
    expect(acceptedOf(start({ leftOn: plainDate(leftOn), taxCode: "1100L" }, startedOn))).toEqual({
      taxSetting: { code: "1257L", isWeek1Month1: true },
      previousTaxablePay: 0,
      previousIncomeTax: 0,
      reason: "The P45 is too old for its code, so the emergency code is used until HMRC sends another.",
    });
  });

  it("with bad figures is refused, all of them told at once", () => {
    const bad = start({ taxCode: "12570L7", totalPay: pence(-1), totalTax: pence(-2), leftOn: plainDate("2027-04-06") });
    expect(problemsOf(bad)).toEqual([
      expect.objectContaining({ field: "taxCode", value: "12570L7" }),
      {
        field: "p45.totalPay",
        value: "−£0.01",
        rule: "A P45 has figures in pounds and pence, none below zero.",
        wayOut: "Copy the figure from part 2 of the P45.",
      },
      {
        field: "p45.totalTax",
        value: "−£0.02",
        rule: "A P45 has figures in pounds and pence, none below zero.",
        wayOut: "Copy the figure from part 2 of the P45.",
      },
      {
        field: "p45.leftOn",
        value: "2027-04-06",
        rule: "The P45 is of a later tax year than the first day here, 6 July 2026.",
        wayOut: "Check both dates, or use the starter checklist instead.",
      },
    ]);
    expect(problemsOf(start({ totalPay: Number.NaN as Pence, totalTax: pence(0) }))).toMatchObject([{ field: "p45.totalPay", value: "NaN" }]);
    expect(problemsOf(start({ totalPay: pence(0), totalTax: Number.NaN as Pence }))).toMatchObject([{ field: "p45.totalTax", value: "NaN" }]);
    expect(problemsOf(start({ totalPay: pence(100_00), totalTax: pence(100_01) }))).toEqual([
      {
        field: "p45.totalTax",
        value: "£100.01",
        rule: "Tax to date is not more than pay to date, £100.00.",
        wayOut: "Check that pay and tax are not the wrong way round.",
      },
    ]);
  });

  it("whose job ended after the first day here counts, with a word about it", () => {
    const reasonOf = (leftOn: string) => acceptedOf(start({ leftOn: plainDate(leftOn) })).reason;
    const told = "The P45 of this tax year: its code, with £5,000.00 of pay and £371.40 of tax so far.";
    expect(reasonOf("2026-07-06")).toBe(told);
    for (const leftOn of ["2026-07-07", "2027-04-05"]) {
      expect(reasonOf(leftOn)).toBe(`${told} The other job ended after the first day here: check both dates.`);
    }
  });

  it("with all pay taken as tax, nothing at all, or a last day that is the first day here, is taken", () => {
    for (const change of [{ totalTax: pence(5_000_00) }, { totalPay: pence(0), totalTax: pence(0) }, { leftOn: plainDate("2026-07-06") }]) {
      expect(start(change).ok).toBe(true);
    }
  });
});

describe("the code of a new starter", () => {
  it.each([
    ["declarationA", "1257L", false, "Statement A: the first job since 6 April, with no other job, pension or taxed benefit."],
    ["declarationB", "1257L", true, "Statement B: the only job now, but there was another job or a taxed benefit since 6 April."],
    ["declarationC", "BR", false, "Statement C: there is another job or a pension, so all pay is taxed at the basic rate."],
    ["none", "0T", true, "Neither a P45 nor a starter checklist came before the first payday."],
    ["p45", "0T", true, "There is no P45 yet, so the code lets nothing be free of tax until HMRC sends one."],
  ] as const)("%s", (kind, code, isWeek1Month1, reason) => {
    expect(starterTaxCode(kind, taxYear2026)).toEqual({ code, isWeek1Month1, reason });
  });
});
