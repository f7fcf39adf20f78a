import { describe, expect, it } from "vitest";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { calculatePayslip } from "../../../../shared/payroll/payslip/calculatePayslip.ts";
import type { PayslipInput } from "../../../../shared/payroll/types.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";
import { aPayslipInput } from "../../../support/payslipBuilders.ts";
import { acceptedOf } from "../../../support/verdicts.ts";

const warningsOf = (code: string, change: Partial<PayslipInput> = {}) =>
  acceptedOf(calculatePayslip(aPayslipInput({ taxSetting: { code, isWeek1Month1: false }, ...change }), taxYear2026)).warnings;

describe("a tax code that is seldom right is asked about, and the pay is worked out all the same", () => {
  it("1257L typed as the tax-free pay of the year, 12570L, lets £125,709 be free", () => {
    expect(warningsOf("12570L")).toEqual([
      "Code 12570L lets £125,709.00 be free of tax in the year. Most people have 1257L: check Tom's letter from HMRC.",
    ]);
    expect(warningsOf("S99999L")).toEqual([
      "Code S99999L lets £999,999.00 be free of tax in the year. Most people have 1257L: check Tom's letter from HMRC.",
    ]);
  });

  it("twice the number of most people, 2514, is not asked about; one more is", () => {
    expect(warningsOf("2514L")).toEqual([]);
    expect(warningsOf("2515L")).toHaveLength(1);
    for (const code of ["1257L", "K9999", "BR", "NT", "0T"]) expect(warningsOf(code)).toEqual([]);
  });

  const left = { leftOn: plainDate("2026-04-30") };
  it("the usual code after the last day is right only until the P45 is given", () => {
    expect(warningsOf("1257L", left)).toEqual([
      "Tom left on 30 April 2026. Code 1257L is right only until the P45 is given: after it the code is 0T on a week 1 or month 1 basis.",
    ]);
    // 0T that is added up over the year, a flat rate and a K code are none of a payment after the P45.
    for (const code of ["0T", "BR", "K100", "1257L M1"]) expect(warningsOf(code, left)).toHaveLength(1);
    for (const code of ["0T M1", "S0T W1", "NT"]) expect(warningsOf(code, left)).toEqual([]);
    expect(warningsOf("0T", { ...left, taxSetting: { code: "0T", isWeek1Month1: true } })).toEqual([]);
  });

  it("on the last day itself nothing is asked, the day after it is", () => {
    expect(warningsOf("1257L", { leftOn: plainDate("2026-05-01") })).toEqual([]);
    expect(warningsOf("1257L", { leftOn: plainDate("2026-04-30"), payday: plainDate("2026-05-01") })).toHaveLength(1);
    expect(warningsOf("12570L", left)).toHaveLength(2);
  });
});
