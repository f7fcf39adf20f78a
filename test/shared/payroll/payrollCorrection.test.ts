import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pence } from "../../../shared/core/money.ts";
import { addDays, plainDate } from "../../../shared/core/plainDate.ts";
import { paymentAfterLeaving } from "../../../shared/payroll/incomeTax/paymentAfterLeaving.ts";
import { calculatePayslip } from "../../../shared/payroll/payslip/calculatePayslip.ts";
import { correctPayslip } from "../../../shared/payroll/payslip/payrollCorrection.ts";
import { rebuildYearToDate } from "../../../shared/payroll/payslip/rebuildYearToDate.ts";
import { startOfYear } from "../../../shared/payroll/payslip/yearToDate.ts";
import type { PayslipInput, PayslipResult } from "../../../shared/payroll/types.ts";
import { taxYear2026 } from "../../../shared/rates/2026-27.ts";
import { aPayLine, aPayslipInput } from "../../support/payslipBuilders.ts";

const day = plainDate;
const payslipOf = (change: Partial<PayslipInput> = {}): PayslipResult => {
  const slip = calculatePayslip(aPayslipInput(change), taxYear2026);
  if (!slip.ok) throw new Error("refused");
  return slip.value;
};
const corrected = (sealed: PayslipResult, recomputed: PayslipResult, on = "2026-05-20") => {
  const verdict = correctPayslip(sealed, recomputed, day(on), "Two hours were missing.");
  if (!verdict.ok) throw new Error("refused");
  return verdict.value;
};

describe("a payslip that was wrong", () => {
  it("£28 forgotten on £1,400: tax, National Insurance and pension of the difference, and the cost", () => {
    // Tax on £460 instead of £432: £92.00. Insurance £36.88 and £156.45. Pension on £948: £47.40, of which £37.92 from pay; employer £28.44.
    const correction = corrected(payslipOf(), payslipOf({ payLines: [aPayLine(pence(1_428_00))] }));
    expect(correction.figures.map(({ name, difference }) => [name, difference])).toEqual([
      ["Gross pay", 28_00],
      ["Income tax", 5_60],
      ["Employee's National Insurance", 2_24],
      ["Employee's pension", 1_12],
      ["Employer's National Insurance", 4_20],
      ["Employer's pension", 84],
    ]);
    expect(correction.netDifference.amount).toBe(28_00 - 5_60 - 2_24 - 1_12);
    expect(correction.costDifference.amount).toBe(28_00 + 4_20 + 84);
    expect(correction).toMatchObject({ on: "2026-05-20", correctsPayday: "2026-05-01", how: "laterRun" });
    expect(correction.adjustment).toMatchObject({ kind: "adjustment", label: "Correction for 1 May 2026", amount: 28_00 });
    expect(correction.netDifference.lines[1]?.text).toBe("Gross pay: £1,400.00 becomes £1,428.00.");
  });

  it("tells every figure that changes, and what each adds to net pay and cost", () => {
    const deduction = (amount: number) => ({ kind: "other" as const, label: "Ticket", amount: pence(amount), explanation: payslipOf().netPay });
    const expenses = (amount: number) => aPayLine(pence(amount), { kind: "expenses", label: "Parking" });
    const month = { payday: day("2026-04-30"), payFrequency: "monthly" as const };
    // On £2,600: tax 310.20, National Insurance 124.16 and 327.45, loans 46 and 51, pension 83.20 and 62.40. On £2,700: 330.20, 132.16, 342.45, 55 and 57, 87.20, 65.40.
    const loans = { studentLoanPlan: "5" as const, hasPostgraduateLoan: true };
    const sealed = payslipOf({ ...month, ...loans, payLines: [aPayLine(pence(2_600_00)), expenses(5_00)], otherDeductions: [deduction(10_00)] });
    const right = payslipOf({
      ...month,
      ...loans,
      payLines: [aPayLine(pence(2_700_00)), expenses(7_00)],
      otherDeductions: [deduction(13_00), deduction(1_00)],
    });
    const { figures, netDifference, costDifference, adjustment } = corrected(sealed, right);
    expect(figures.map(({ name, sealed: before, recomputed, difference }) => [name, before, recomputed, difference])).toEqual([
      ["Gross pay", 2_600_00, 2_700_00, 100_00],
      ["Mileage and expenses", 5_00, 7_00, 2_00],
      ["Income tax", 310_20, 330_20, 20_00],
      ["Employee's National Insurance", 124_16, 132_16, 8_00],
      ["Student loan", 46_00, 55_00, 9_00],
      ["Postgraduate loan", 51_00, 57_00, 6_00],
      ["Employee's pension", 83_20, 87_20, 4_00],
      ["Other deductions", 10_00, 14_00, 4_00],
      ["Employer's National Insurance", 327_45, 342_45, 15_00],
      ["Employer's pension", 62_40, 65_40, 3_00],
    ]);
    const told = { text: "Corrects the payslip of 30 April 2026, on 20 May 2026. Two hours were missing." };
    expect(netDifference.lines).toEqual([
      told,
      { text: "Gross pay: £2,600.00 becomes £2,700.00.", amount: 100_00 },
      { text: "Mileage and expenses: £5.00 becomes £7.00.", amount: 2_00 },
      { text: "Income tax: £310.20 becomes £330.20.", amount: -20_00 },
      { text: "Employee's National Insurance: £124.16 becomes £132.16.", amount: -8_00 },
      { text: "Student loan: £46.00 becomes £55.00.", amount: -9_00 },
      { text: "Postgraduate loan: £51.00 becomes £57.00.", amount: -6_00 },
      { text: "Employee's pension: £83.20 becomes £87.20.", amount: -4_00 },
      { text: "Other deductions: £10.00 becomes £14.00.", amount: -4_00 },
    ]);
    expect(costDifference.lines).toEqual([
      told,
      { text: "Gross pay: £2,600.00 becomes £2,700.00.", amount: 100_00 },
      { text: "Mileage and expenses: £5.00 becomes £7.00.", amount: 2_00 },
      { text: "Employer's National Insurance: £327.45 becomes £342.45.", amount: 15_00 },
      { text: "Employer's pension: £62.40 becomes £65.40.", amount: 3_00 },
    ]);
    expect(netDifference.rule).toMatchObject({
      name: "Correction of a payslip",
      source: "HMRC, What to do if your payroll information is wrong, https://www.gov.uk/payroll-errors; payroll rules, section 14",
      ratesYear: "2026-27",
    });
    expect(adjustment?.explanation.lines).toEqual([{ text: "Correction for 30 April 2026.", amount: 100_00 }, told]);
  });

  it("a wrong tax code needs no pay line", () => {
    const correction = corrected(payslipOf(), payslipOf({ taxSetting: { code: "BR", isWeek1Month1: false } }));
    expect(correction.figures.map(({ name }) => name)).toEqual(["Income tax"]);
    expect(correction.adjustment).toBeNull();
  });

  it("a right payslip has nothing to correct", () => {
    expect(corrected(payslipOf(), payslipOf())).toMatchObject({ figures: [], netDifference: { amount: 0 }, adjustment: null });
    expect(corrected(payslipOf(), payslipOf()).netDifference.lines).toHaveLength(1);
  });

  it("after 5 April the closed year is sent again and no later run carries it", () => {
    const more = payslipOf({ payLines: [aPayLine(pence(1_428_00))] });
    expect(corrected(payslipOf(), more, "2027-04-05").how).toBe("laterRun");
    expect(corrected(payslipOf(), more, "2027-04-06")).toMatchObject({ how: "closedYear", adjustment: null });
  });

  it("refuses another payday, and a correction before the payday", () => {
    const sealed = payslipOf();
    const other = payslipOf({ payday: day("2026-05-29") });
    const periods = [payslipOf({ periodFrom: day("2026-04-07") }), payslipOf({ periodTo: day("2026-05-02") })];
    for (const recomputed of [other, ...periods]) {
      expect(correctPayslip(sealed, recomputed, day("2026-06-01"), "")).toEqual({
        ok: false,
        problems: [
          {
            field: "recomputed.payday",
            value: recomputed.payday,
            rule: "The payslip to correct was for 1 May 2026.",
            wayOut: "Work out the same payday and period again.",
          },
        ],
      });
    }
    expect(correctPayslip(sealed, sealed, day("2026-04-30"), "")).toEqual({
      ok: false,
      problems: [
        {
          field: "on",
          value: "2026-04-30",
          rule: "The payday was 1 May 2026; nothing is wrong before it.",
          wayOut: "Change the draft pay run, or date the correction later.",
        },
      ],
    });
    expect(correctPayslip(sealed, sealed, day("2026-05-01"), "").ok).toBe(true);
  });

  it("the differences are those of net pay and cost, and their lines add up", () => {
    const pay = fc.integer({ min: 0, max: 600_000 });
    fc.assert(
      fc.property(pay, pay, fc.constantFrom("1257L", "BR", "0T", "K100", "NT"), (before, after, code) => {
        const sealed = payslipOf({ payLines: [aPayLine(pence(before))], studentLoanPlan: "2" });
        const right = payslipOf({ payLines: [aPayLine(pence(after))], taxSetting: { code, isWeek1Month1: false } });
        const { netDifference, costDifference } = corrected(sealed, right);
        expect(netDifference.amount).toBe(right.netPay.amount - sealed.netPay.amount);
        expect(costDifference.amount).toBe(right.employerCost.amount - sealed.employerCost.amount);
        expect(netDifference.lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0)).toBe(netDifference.amount);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("the year rebuilt from its payslips", () => {
  it("is what the payslips carried, and follows a payslip that takes another's place", () => {
    const kinds = fc.constantFrom("hours" as const, "statutorySickPay" as const, "statutoryMaternityPay" as const);
    const aYear = fc.array(fc.tuple(fc.integer({ min: 0, max: 400_000 }), kinds, fc.boolean()), { minLength: 1, maxLength: 13 });
    fc.assert(
      fc.property(aYear, fc.integer({ min: 0, max: 500_000 }), (pays, p45Pay) => {
        const opening = startOfYear(pence(p45Pay), pence(Math.floor(p45Pay / 10)));
        let yearToDate = opening;
        const slips = pays.map(([amount, kind, isVeteran], index) => {
          const slip = payslipOf({
            payday: addDays(day("2026-04-10"), index * 28),
            payLines: [aPayLine(pence(amount), { kind })],
            nationalInsuranceCategory: isVeteran ? "V" : "A",
            yearToDate,
          });
          yearToDate = slip.yearToDate;
          return slip;
        });
        expect(rebuildYearToDate(opening, slips)).toEqual(yearToDate);
      }),
      { numRuns: 500 },
    );
    const wrong = payslipOf();
    const right = payslipOf({ payLines: [aPayLine(pence(1_428_00))] });
    expect(rebuildYearToDate(startOfYear(), [wrong, right])).toMatchObject({ grossPay: 2_828_00 });
    expect(rebuildYearToDate(startOfYear(), [right])).toEqual(right.yearToDate);
  });
});

describe("a payment after leaving", () => {
  const leaver = (change: Partial<PayslipInput> = {}) => aPayslipInput({ leftOn: day("2026-04-30"), payLines: [aPayLine(pence(600_00))], ...change });

  it.each([
    ["1257L", "0T"],
    ["S1257L", "S0T"],
    ["C1257L", "C0T"],
    ["BR", "0T"],
  ])("code %s becomes %s on week 1 / month 1", (code, after) => {
    const verdict = paymentAfterLeaving(leaver({ taxSetting: { code, isWeek1Month1: false } }), "regular", taxYear2026);
    expect(verdict).toMatchObject({ ok: true, value: { taxSetting: { code: after, isWeek1Month1: true }, payFrequency: "fourWeekly" } });
  });

  it("holiday in lieu is taxed from the first pound, with National Insurance for one week", () => {
    const verdict = paymentAfterLeaving(leaver(), "irregular", taxYear2026);
    if (!verdict.ok) throw new Error("refused");
    // 20% of £600; 8% of £600 less £242; 15% of £600 less £96.
    expect(payslipOf(verdict.value)).toMatchObject({
      incomeTax: { amount: 120_00 },
      employeeNationalInsurance: { amount: 28_64 },
      employerNationalInsurance: { amount: 75_60 },
    });
  });

  it("refuses somebody who has not left, a payday before the last day and a code that is none", () => {
    const code = { code: "none", isWeek1Month1: false };
    expect(paymentAfterLeaving(leaver({ leftOn: null }), "regular", taxYear2026)).toMatchObject({ ok: false, problems: [{ field: "leftOn" }] });
    expect(paymentAfterLeaving(leaver({ payday: day("2026-04-30") }), "regular", taxYear2026)).toMatchObject({
      ok: false,
      problems: [{ field: "payday" }],
    });
    expect(paymentAfterLeaving(leaver({ taxSetting: code }), "regular", taxYear2026)).toMatchObject({ ok: false });
  });
});
