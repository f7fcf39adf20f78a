import { describe, expect, it } from "vitest";
import { pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { BureauMonth, type BureauMonthLine, checkBureauMonth } from "../../../../shared/payroll/bureau/checkBureauMonth.ts";
import { calculatePaymentRecord, type PaymentRecordPayslip } from "../../../../shared/payroll/hmrc/employerPaymentRecord.ts";
import { calculatePayslip } from "../../../../shared/payroll/payslip/calculatePayslip.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";
import { aPayLine, aPayslipInput } from "../../../support/payslipBuilders.ts";

/** A payslip of a person; 1 May 2026 is in tax month 1, 29 May in month 2. */
function slip(payslipId: string, employeeName: string, payday: string, amount: number, maternity = 0): PaymentRecordPayslip {
  const lines = [
    aPayLine(pence(amount)),
    ...(maternity > 0 ? [aPayLine(pence(maternity), { kind: "statutoryMaternityPay", label: "SMP", minutes: null })] : []),
  ];
  const worked = calculatePayslip(aPayslipInput({ payday: plainDate(payday), payLines: lines }), taxYear2026);
  if (!worked.ok) throw new Error(JSON.stringify(worked.problems));
  return { payslipId, engagementId: employeeName, employeeName, result: worked.value };
}

// £1,400.00: tax £86.40, National Insurance £34.64 and £152.25 (SLIP-1). £1,000.00: tax (32.32 → £32) £6.40, 33 × 8% £2.64, 615 × 15% £92.25.
const tom = slip("1", "Tom", "2026-05-01", 1_400_00);
const gwen = slip("2", "Gwen", "2026-05-01", 1_000_00);
const later = slip("3", "Tom", "2026-05-29", 1_400_00);

interface Household {
  readonly payslips?: readonly PaymentRecordPayslip[];
  readonly claims?: boolean;
  readonly isSmallEmployer?: boolean;
}

function check(
  figures: Partial<Record<BureauMonthLine, number>>,
  { payslips = [tom, gwen, later], claims = true, isSmallEmployer = true }: Household = {},
) {
  const record = calculatePaymentRecord({ rates: taxYear2026, claimsEmploymentAllowance: claims, isSmallEmployer, payslips });
  const checked = checkBureauMonth({
    bureau: BureauMonth.parse({ figures }),
    months: record.slice(0, 1),
    payslips,
    rates: taxYear2026.statutoryParentalPay,
  });
  const lineOf = (line: BureauMonthLine) => {
    const found = checked.lines.find((each) => each.line === line);
    if (!found) throw new Error(`no line ${line}`);
    return found;
  };
  return { ...checked, lineOf, whyOf: (line: BureauMonthLine) => lineOf(line).reasons.map(({ text }) => text) };
}

describe("a bureau's P32", () => {
  it("agrees when every line it shows is ours", () => {
    // Tax £92.80, employees £37.28, employer £244.50, which the allowance pays: £130.08.
    const { agrees, differing, lineOf } = check({
      incomeTax: 92_80,
      studentLoans: 0,
      employeeNationalInsurance: 37_28,
      employerNationalInsurance: 244_50,
      nationalInsurance: 281_78,
      employmentAllowance: 244_50,
      amountDue: 130_08,
    });
    expect({ agrees, differing }).toEqual({ agrees: true, differing: 0 });
    expect(lineOf("statutoryPayRecovered")).toMatchObject({ state: "notShown", difference: null });
    expect(lineOf("incomeTax").ours.lines.map(({ text }) => text)).toEqual(["Tom, paid 1 May: £86.40.", "Gwen, paid 1 May: £6.40."]);
  });

  it("names the payslip that was left out, line by line", () => {
    const { whyOf, lineOf } = check({ incomeTax: 86_40, employeeNationalInsurance: 34_64, nationalInsurance: 186_89 });
    const text = (sum: string) => [`The bureau left out Gwen’s payslip of 1 May 2026, with ${sum} of it.`];
    expect(whyOf("incomeTax")).toEqual(text("£6.40"));
    expect(whyOf("employeeNationalInsurance")).toEqual(text("£2.64"));
    // £2.64 + £92.25 = £94.89.
    expect(whyOf("nationalInsurance")).toEqual(text("£94.89"));
    expect(lineOf("incomeTax").difference).toBe(-6_40);
  });

  it("names the payslip of another month that was counted in", () => {
    // The payday of 29 May alone: 1257L in week 8 with £1,400.00 and nothing before: £1,400 − £1,935.36 is below nothing, no tax. Employer £152.25.
    expect(check({ employerNationalInsurance: 396_75 }).whyOf("employerNationalInsurance")).toEqual([
      "The bureau counted Tom’s payslip of 29 May 2026 into this time, with £152.25 of it. By its payday it belongs to another.",
    ]);
  });

  it("has no reason for a sum that fits nothing", () => {
    expect(check({ incomeTax: 1 }).lineOf("incomeTax")).toMatchObject({ state: "differs", reasons: [] });
  });

  it("names the Employment Allowance that was left out, and the one that was claimed without us", () => {
    expect(check({ employmentAllowance: 0 }).whyOf("employmentAllowance")).toEqual([
      "The bureau took no Employment Allowance off. You claim it, and it pays £244.50 here.",
    ]);
    expect(check({ employmentAllowance: 244_50 }, { claims: false }).whyOf("employmentAllowance")).toEqual([
      "The bureau took the Employment Allowance off. In your record it is not claimed, or all of it is used.",
    ]);
    expect(check({ employerNationalInsurance: 152_25, employmentAllowance: 152_25 }).whyOf("employmentAllowance")).toEqual([
      "The bureau took off all of its employer’s National Insurance, £152.25.",
    ]);
    expect(check({ employmentAllowance: 100_00 }).whyOf("employmentAllowance")).toEqual([]);
  });

  describe("with statutory maternity pay of £200.00", () => {
    const mother = slip("4", "Nadia", "2026-05-01", 0, 200_00);
    const recovered = (sum: number, isSmallEmployer = true) =>
      check({ statutoryPayRecovered: sum }, { payslips: [mother], isSmallEmployer }).lineOf("statutoryPayRecovered");

    it("takes £218.00 back for a small employer (109%) and £184.00 for others (92%)", () => {
      expect(recovered(218_00)).toMatchObject({ state: "agrees", ours: { amount: 218_00 } });
      expect(recovered(184_00, false)).toMatchObject({ state: "agrees", ours: { amount: 184_00 } });
    });

    it.each([
      [0, "recoveryMissing", "The bureau took nothing off for statutory family pay of £200.00."],
      [184_00, "recoveryStandard", "The bureau took 92% of £200.00, the share without Small Employers’ Relief."],
      [200_00, "recoveryWithoutCompensation", "The bureau took back the £200.00 that was paid, without the compensation on top."],
    ])("names %i pence as %s", (sum, id, text) => {
      expect(recovered(sum).reasons).toMatchObject([{ id, text }]);
    });

    it("names the share of a small employer where the relief does not hold", () => {
      expect(recovered(218_00, false).reasons[0]).toMatchObject({
        id: "recoverySmall",
        text: "The bureau took 109% of £200.00, the share with Small Employers’ Relief.",
      });
    });

    it("has no reason for another sum, nor when nothing was paid", () => {
      expect(recovered(199_99).reasons).toEqual([]);
      expect(check({ statutoryPayRecovered: 5_00 }).lineOf("statutoryPayRecovered").reasons).toEqual([]);
    });
  });

  it("says whether the amount due follows from the bureau's own lines", () => {
    // £86.40 + £281.78 − £244.50 = £123.68.
    expect(check({ incomeTax: 86_40, amountDue: 123_68 }).whyOf("amountDue")).toEqual([
      "This follows from the lines above: with the bureau’s figures in them, the amount is right.",
    ]);
    expect(check({ incomeTax: 86_40, amountDue: 120_00 }).whyOf("amountDue")).toEqual([
      "The bureau’s own lines come to £123.68, £3.68 more than the amount it shows.",
    ]);
    expect(check({ incomeTax: 86_40, nationalInsurance: 281_78, amountDue: 125_00 }).whyOf("amountDue")).toEqual([
      "The bureau’s own lines come to £123.68, £1.32 less than the amount it shows.",
    ]);
  });
});
