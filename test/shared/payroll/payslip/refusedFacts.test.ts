import { expect, it } from "vitest";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { calculatePayslip } from "../../../../shared/payroll/payslip/calculatePayslip.ts";
import { sumsOfKind } from "../../../../shared/payroll/payslip/orderSums.ts";
import type { PayslipInput } from "../../../../shared/payroll/types.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";
import { aPayslipInput } from "../../../support/payslipBuilders.ts";
import { problemsOf } from "../../../support/verdicts.ts";

const refusalOf = (change: Partial<PayslipInput>) => problemsOf(calculatePayslip(aPayslipInput(change), taxYear2026));

it("a payslip without a name is refused, and the way out is to add it", () => {
  expect(refusalOf({ employeeName: " " })).toEqual([
    { field: "employeeName", value: " ", rule: "A payslip is for a person with a name.", wayOut: "Add the first name." },
  ]);
});

it("a payday before the first day is refused with that day", () => {
  expect(refusalOf({ payday: plainDate("2026-04-30"), startedOn: plainDate("2026-05-01") })).toEqual([
    {
      field: "payday",
      value: "2026-04-30",
      rule: "The first day of the job is 1 May 2026.",
      wayOut: "Correct the first day, or choose a later payday.",
    },
  ]);
});

it("a birth on the first day of the job is refused with both ways out", () => {
  const [problem] = refusalOf({ dateOfBirth: plainDate("2025-05-01"), startedOn: plainDate("2025-05-01"), nationalInsuranceCategory: "X" });
  expect(problem).toEqual({
    field: "dateOfBirth",
    value: "2025-05-01",
    rule: "The date of birth comes before the first day of the job, 1 May 2025.",
    wayOut: "Correct the date of birth or the first day.",
  });
});

it("each kind of order must carry the sums its notice names", () => {
  expect(sumsOfKind({ kind: "childMaintenance" })).toEqual(["normalDeduction"]);
  expect(sumsOfKind({ kind: "councilTax" })).toEqual([]);
  expect(sumsOfKind({ kind: "magistratesFine" })).toEqual([]);
  expect(sumsOfKind({ kind: "directEarnings", rate: "standard" })).toEqual([]);
  expect(sumsOfKind({ kind: "directEarnings", rate: "fixed" })).toEqual(["normalDeduction"]);
  expect(sumsOfKind({ kind: "parking" })).toBeUndefined();
});
