import { describe, expect, it } from "vitest";
import { pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { calculatePayslip } from "../../../../shared/payroll/payslip/calculatePayslip.ts";
import { earlierInEarningsPeriodOf } from "../../../../shared/payroll/payslip/earlierInPeriod.ts";
import { parentalKinds } from "../../../../shared/payroll/payslip/payLineKinds.ts";
import { rebuildYearToDate } from "../../../../shared/payroll/payslip/rebuildYearToDate.ts";
import { startOfYear } from "../../../../shared/payroll/payslip/yearToDate.ts";
import type { PayslipInput, PayslipResult } from "../../../../shared/payroll/types.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";
import { aPayLine, aPayslipInput } from "../../../support/payslipBuilders.ts";
import { acceptedOf, problemsOf } from "../../../support/verdicts.ts";

const verdictOf = (change: Partial<PayslipInput> = {}) => calculatePayslip(aPayslipInput(change), taxYear2026);
const slipOf = (change: Partial<PayslipInput> = {}): PayslipResult => acceptedOf(verdictOf(change));
const words = ({ lines }: PayslipResult["netPay"]) => lines.map(({ text }) => text);

describe("a second payment in an earnings period", () => {
  const weekly: Partial<PayslipInput> = {
    payFrequency: "weekly",
    payday: plainDate("2026-04-10"),
    taxSetting: { code: "1257L W1", isWeek1Month1: false },
    studentLoanPlan: "5",
    hasPostgraduateLoan: true,
  };
  it("takes what both together owe, less what the first took", () => {
    const first = slipOf({ ...weekly, payLines: [aPayLine(pence(400_00))] });
    const second = slipOf({
      ...weekly,
      payLines: [aPayLine(pence(200_00))],
      yearToDate: first.yearToDate,
      earlierInEarningsPeriod: earlierInEarningsPeriodOf([first]),
    });
    const both = slipOf({ ...weekly, payLines: [aPayLine(pence(600_00))] });
    // £600: tax (600 − 241.92 = 358) × 20% = 71.60; £400: 158 × 20% = 31.60.
    expect([first.incomeTax.amount, second.incomeTax.amount, both.incomeTax.amount]).toEqual([31_60, 40_00, 71_60]);
    // National Insurance (600 − 242) × 8% = 28.64, (400 − 242) × 8% = 12.64; employer 75.60 and 45.60.
    expect([first.employeeNationalInsurance.amount, second.employeeNationalInsurance.amount]).toEqual([12_64, 16_00]);
    expect([first.employerNationalInsurance.amount, second.employerNationalInsurance.amount]).toEqual([45_60, 30_00]);
    // Plan 5 above £480.76: (600 − 480.76) × 9% = 10.73. Postgraduate above £403.84: (600 − 403.84) × 6% = 11.76.
    expect([first.studentLoan.amount, second.studentLoan.amount]).toEqual([0, 10_00]);
    expect([first.postgraduateLoan.amount, second.postgraduateLoan.amount]).toEqual([0, 11_00]);
    // Qualifying earnings 600 − 120 = 480 × 5% = 24.00, of which 19.20 from pay; 280 × 5% = 14.00, 11.20.
    expect([first.employeePension.amount, second.employeePension.amount, second.pensionTaxRelief]).toEqual([11_20, 8_00, 2_00]);
    expect([first.employerPension.amount, second.employerPension.amount, second.pensionableEarnings]).toEqual([8_40, 6_00, 200_00]);
    expect(words(second.studentLoan)).toEqual([
      "£400.00 was paid earlier in this period and counts with it.",
      "Plan 5: £119.24 of the pay is above £480.76: 9% of that, cut to whole pounds.",
    ]);
    expect(words(second.employeePension)[0]).toBe("£400.00 was paid earlier in this period and counts with it.");
    expect(words(second.employerPension).at(-1)).toBe("£8.40 was taken earlier in this period. It comes off.");
    expect(second.yearToDate).toEqual(both.yearToDate);
    expect(rebuildYearToDate(startOfYear(), [first, second])).toEqual(both.yearToDate);
  });

  it("tells nothing of earlier pay where no loan is taken", () => {
    const first = slipOf({ ...weekly, studentLoanPlan: null, payLines: [aPayLine(pence(400_00))] });
    const second = slipOf({ ...weekly, studentLoanPlan: null, earlierInEarningsPeriod: earlierInEarningsPeriodOf([first]) });
    expect(words(second.studentLoan)).toEqual(["No student loan is taken."]);
  });

  it("takes no more loan than was taken when both together owe as much, and gives none back", () => {
    // £600.00 took 10.00; 10.00 more owes (610 − 480.76) × 9% = 11.63, 11.00. After 12.00 was taken: nothing, and nothing back.
    const first = slipOf({ ...weekly, hasPostgraduateLoan: false, payLines: [aPayLine(pence(600_00))] });
    const earlier = earlierInEarningsPeriodOf([first]);
    if (!earlier) throw new Error("nothing earlier");
    const second = (studentLoan: number) =>
      slipOf({
        ...weekly,
        hasPostgraduateLoan: false,
        payLines: [aPayLine(pence(10_00))],
        earlierInEarningsPeriod: { ...earlier, studentLoan: pence(studentLoan) },
      }).studentLoan;
    expect([second(10_00).amount, second(11_00).amount, second(12_00).amount]).toEqual([1_00, 0, 0]);
    expect(words(second(12_00)).at(-1)).toBe("Nothing is given back within a period.");
    expect(words(second(11_00)).at(-1)).toBe("£11.00 was taken earlier in this period. It comes off.");
  });

  it("after two earlier ones counts both, and after none there is nothing to count", () => {
    const first = slipOf({ ...weekly, payLines: [aPayLine(pence(400_00))] });
    expect(earlierInEarningsPeriodOf([first, first])).toMatchObject({
      earnings: 800_00,
      nationalInsurance: [{ category: "A", grossEarnings: 800_00, employeeContributions: 25_28 }],
      taxedAlone: [{ taxCode: "1257L", taxablePay: 800_00, incomeTax: 63_20 }],
      pensionableEarnings: 560_00,
      employeePension: 22_40,
      pensionTaxRelief: 5_60,
      employerPension: 16_80,
    });
    expect(earlierInEarningsPeriodOf([])).toBeNull();
  });

  it("assesses the pension on all pay of the period", () => {
    const first = slipOf({ ...weekly, payLines: [aPayLine(pence(150_00))], pension: { ...aPayslipInput().pension, status: "notMember" } });
    const change = { ...weekly, payLines: [aPayLine(pence(42_01))], pension: { ...aPayslipInput().pension, status: "notMember" as const } };
    expect(slipOf({ ...change, earlierInEarningsPeriod: earlierInEarningsPeriodOf([first]) }).pensionAssessment.category).toBe("eligible");
    expect(slipOf(change).pensionAssessment.category).toBe("entitled");
  });
});

describe("tax of a second payment in a month (rules 4.3: a payment taxed on its own starts from nothing)", () => {
  const month: Partial<PayslipInput> = {
    payFrequency: "monthly",
    payday: plainDate("2026-09-30"),
    pension: { ...aPayslipInput().pension, status: "notMember" },
  };
  const before = { ...startOfYear(), taxablePay: pence(6_000_00), incomeTax: pence(89_60) };
  const wage = slipOf({ ...month, payLines: [aPayLine(pence(200_00))], yearToDate: before });
  const later = (code: string, isWeek1Month1: boolean, pay: number, earlier: readonly PayslipResult[]) =>
    slipOf({
      ...month,
      taxSetting: { code, isWeek1Month1 },
      payLines: [aPayLine(pence(pay))],
      yearToDate: earlier.at(-1)?.yearToDate ?? before,
      earlierInEarningsPeriod: earlierInEarningsPeriodOf(earlier),
    });

  it("under 0T month 1 takes 20% of it alone, after a cumulative refund in the same month", () => {
    // Six months of 1257L let £6,289.56 be free (1,048.26 × 6) and 6,200.00 was earned: all £89.60 comes back. 200 × 20% = 40.00.
    expect(wage.incomeTax.amount).toBe(-89_60);
    const late = later("0T", true, 200_00, [wage]);
    expect(late.incomeTax.amount).toBe(40_00);
    expect(words(late.incomeTax)).toEqual([
      "Tom is paid £200.00 that counts for tax. The code is on a week 1 or month 1 basis, so each payday is taxed on its own.",
      "Code 0T lets nothing be free of tax.",
      "That leaves £200 to be taxed, in whole pounds.",
      "20% of £200.",
    ]);
  });

  it("under 1257L month 1 takes nothing while one month of it is free, also when the cumulative payment before was of the same code", () => {
    expect(later("1257L", true, 200_00, [wage]).incomeTax.amount).toBe(0);
    expect(earlierInEarningsPeriodOf([wage])?.taxedAlone).toEqual([]);
  });

  it("counts an earlier payment of the same code on the same basis", () => {
    // £3,000.00 on 0T: 600.00.
    const first = later("0T", true, 3_000_00, [wage]);
    expect(first.incomeTax.amount).toBe(600_00);
    // On £4,000 in a month: 3,141.6667 × 20% + 858.3333 × 40% = 971.6667, down to 971.66, less 600.00.
    const second = later("0T", true, 1_000_00, [wage, first]);
    expect(second.incomeTax.amount).toBe(371_66);
  });

  it("does not count one of another code: each is taxed by its own", () => {
    // 1257L M1: (2,000.00 − 1,048.26 = 951) × 20% = 190.20. Then 0T M1 on 500.00: 100.00.
    const first = later("1257L", true, 2_000_00, []);
    expect(first.incomeTax.amount).toBe(190_20);
    expect(later("0T", true, 500_00, [first]).incomeTax.amount).toBe(100_00);
    // Back on 1257L M1, the 0T payment does not count: (2,100 − 1,048.26 = 1,051) × 20% = 210.20, less 190.20.
    const between = later("0T", true, 500_00, [first]);
    expect(later("1257L", true, 100_00, [first, between]).incomeTax.amount).toBe(20_00);
    expect(earlierInEarningsPeriodOf([first, between, between])?.taxedAlone).toEqual([
      { taxCode: "1257L", taxablePay: 2_000_00, incomeTax: 190_20 },
      { taxCode: "0T", taxablePay: 1_000_00, incomeTax: 200_00 },
    ]);
  });

  it("in week 53 counts an earlier payment of a cumulative code, for both are taxed on their own", () => {
    // 5 April 2027 is in week 53: £300.00 is (300 − 241.92 = 58) × 20% = 11.60, £400.00 together 158 × 20% = 31.60.
    const week53 = { ...month, payFrequency: "weekly" as const, payday: plainDate("2027-04-05") };
    const first = slipOf({ ...week53, payLines: [aPayLine(pence(300_00))] });
    const second = slipOf({
      ...week53,
      payLines: [aPayLine(pence(100_00))],
      yearToDate: first.yearToDate,
      earlierInEarningsPeriod: earlierInEarningsPeriodOf([first]),
    });
    expect([first.taxPeriod.number, first.incomeTax.amount, second.incomeTax.amount]).toEqual([53, 11_60, 20_00]);
  });
});

describe("late wages on a payslip", () => {
  const weekly: Partial<PayslipInput> = {
    payFrequency: "weekly",
    payday: plainDate("2026-04-17"),
    payLines: [aPayLine(pence(600_00))],
    studentLoanPlan: "5",
    hasPostgraduateLoan: true,
  };
  const late = (earnings: number, usualPayday = "2026-04-10") => ({ usualPayday: plainDate(usualPayday), earnings: pence(earnings) });

  it("count by their own week for National Insurance and loans, and with the rest for tax", () => {
    // Two weeks of £300: (300 − 242) × 8% = 4.64 each; both under the loan thresholds. Tax week 2: 600 − 483.84 = 116.16, 116 × 20% = 23.20.
    const slip = slipOf({ ...weekly, lateWages: [late(300_00)] });
    expect([slip.employeeNationalInsurance.amount, slip.employerNationalInsurance.amount, slip.incomeTax.amount]).toEqual([9_28, 61_20, 23_20]);
    expect([slip.studentLoan.amount, slip.postgraduateLoan.amount]).toEqual([0, 0]);
    expect(slip.niBands).toMatchObject({ grossEarnings: 600_00, atLowerEarningsLimit: 258_00 });
    // Without it: (600 − 242) × 8% = 28.64 and 10.00 of loan.
    expect(slipOf(weekly)).toMatchObject({ employeeNationalInsurance: { amount: 28_64 }, studentLoan: { amount: 10_00 } });
  });

  it("may be all of the pay, and each week's loan is cut to the pound by itself", () => {
    // £500.00 a week: plan 5 (500 − 480.76) × 9% = 1.73, postgraduate (500 − 403.84) × 6% = 5.76; twice.
    const payLines = [aPayLine(pence(1_000_00))];
    const slip = slipOf({ ...weekly, payLines, lateWages: [late(500_00), late(500_00, "2026-04-03")] });
    expect([slip.studentLoan.amount, slip.postgraduateLoan.amount, slip.employeeNationalInsurance.amount]).toEqual([2_00, 10_00, 41_28]);
    expect(slip.studentLoan.lines).toHaveLength(2);
  });

  it("are refused when they are more than the pay, or come with a second payment", () => {
    expect(problemsOf(verdictOf({ ...weekly, lateWages: [late(600_01)] }))).toEqual([
      {
        field: "lateWages",
        value: "£600.01",
        rule: "Late wages are part of the gross pay, £600.00.",
        wayOut: "Add them to the pay lines, or make them smaller.",
      },
    ]);
    const earlierInEarningsPeriod = earlierInEarningsPeriodOf([slipOf(weekly)]);
    expect(problemsOf(verdictOf({ ...weekly, lateWages: [late(1_00)], earlierInEarningsPeriod }))).toMatchObject([
      { field: "lateWages", rule: "Late wages cannot come with a second payment of the same period." },
    ]);
    expect(verdictOf({ ...weekly, lateWages: [late(600_00)] }).ok).toBe(true);
  });
});

describe("a payment for several pay periods (HMRC NIM09130, method B)", () => {
  const weekly: Partial<PayslipInput> = {
    payFrequency: "weekly",
    payday: plainDate("2026-04-17"),
    pension: { ...aPayslipInput().pension, status: "notMember" },
  };
  const paidFor = (periodsInPayment: number, pay: number, change: Partial<PayslipInput> = {}) =>
    slipOf({ ...weekly, payLines: [aPayLine(pence(pay))], periodsInPayment, ...change });

  it("a week's wage with two weeks of holiday in advance counts three weekly thresholds for National Insurance", () => {
    // £900.00 is £300.00 a week: employee (300 − 242) × 8% = 4.64, employer (300 − 96) × 15% = 30.60; three times 13.92 and 91.80.
    const slip = paidFor(3, 900_00);
    expect([slip.employeeNationalInsurance.amount, slip.employerNationalInsurance.amount]).toEqual([13_92, 91_80]);
    expect(words(slip.employeeNationalInsurance)).toEqual([
      "£900.00 is for 3 pay periods, £300.00 for each.",
      "Letter A: Standard: everyone not covered by another letter.",
      "£58.00 of the pay is above £242.00 a week: 8% of that.",
      "Each of the other 2 periods: £4.64.",
    ]);
    // Bands of one week three times: 129 × 3, (242 − 129) × 3, 58 × 3.
    expect(slip.niBands).toEqual({
      category: "A",
      grossEarnings: 900_00,
      atLowerEarningsLimit: 387_00,
      lowerEarningsLimitToPrimaryThreshold: 339_00,
      primaryThresholdToUpperEarningsLimit: 174_00,
      employeeContributions: 13_92,
      employerContributions: 91_80,
    });
    // For one week it is (900 − 242) × 8% = 52.64 and (900 − 96) × 15% = 120.60.
    const oneWeek = paidFor(1, 900_00);
    expect([oneWeek.employeeNationalInsurance.amount, oneWeek.employerNationalInsurance.amount]).toEqual([52_64, 120_60]);
    expect(oneWeek).toEqual(slipOf({ ...weekly, payLines: [aPayLine(pence(900_00))] }));
  });

  it("puts the pennies that do not divide into the first period, so that the bands add up to the pay", () => {
    // 600.01 is 300.01 and 300.00: the employer's (300.01 − 96) × 15% = 30.6015, 30.60, and 30.60.
    const slip = paidFor(2, 600_01);
    expect(words(slip.employerNationalInsurance)).toEqual([
      "£600.01 is for 2 pay periods, £300.01 for one and £300.00 for each other.",
      "Letter A: Standard: everyone not covered by another letter.",
      "£204.01 of the pay is above £96.00 a week: 15% of that.",
      "The other period: £30.60.",
    ]);
    expect([slip.employerNationalInsurance.amount, slip.niBands.primaryThresholdToUpperEarningsLimit]).toEqual([61_20, 116_01]);
    // At the threshold of each week nothing is due; two pence more put (242.02 − 242.00) × 8% = 0.0016 in one week, dropped.
    expect(paidFor(2, 484_00).niBands).toMatchObject({ lowerEarningsLimitToPrimaryThreshold: 226_00, primaryThresholdToUpperEarningsLimit: 0 });
    expect(paidFor(3, 726_02).niBands).toMatchObject({ grossEarnings: 726_02, primaryThresholdToUpperEarningsLimit: 2 });
    expect(paidFor(3, 726_02).employerNationalInsurance.amount).toBe(65_70);
  });

  it("counts each period's threshold for loans, each cut to whole pounds", () => {
    // £1,500.00 is £500.00 a week: plan 5 (500 − 480.76) × 9% = 1.73, postgraduate (500 − 403.84) × 6% = 5.76; three times 1 and 5.
    const loans = { studentLoanPlan: "5" as const, hasPostgraduateLoan: true };
    const slip = paidFor(3, 1_500_00, loans);
    expect([slip.studentLoan.amount, slip.postgraduateLoan.amount]).toEqual([3_00, 15_00]);
    // For one week (1,500 − 480.76) × 9% = 91.73 and (1,500 − 403.84) × 6% = 65.76.
    const oneWeek = paidFor(1, 1_500_00, loans);
    expect([oneWeek.studentLoan.amount, oneWeek.postgraduateLoan.amount]).toEqual([91_00, 65_00]);
    // The first period carries the odd penny: (492.00 − 480.76) × 9% = 1.0116 and (491.99 − 480.76) × 9% = 1.0107.
    expect(paidFor(2, 983_99, loans).studentLoan.lines.map(({ text }) => text)).toEqual([
      "Plan 5: £11.24 of the pay is above £480.76: 9% of that, cut to whole pounds.",
      "Plan 5: £11.23 of the pay is above £480.76: 9% of that, cut to whole pounds.",
    ]);
  });

  it("says once that no loan is taken", () => {
    const slip = paidFor(3, 900_00);
    expect([words(slip.studentLoan), words(slip.postgraduateLoan)]).toEqual([["No student loan is taken."], ["No postgraduate loan is taken."]]);
  });

  it("as a second payment counts the thresholds of all its periods, less what was taken", () => {
    // £300.00 first: 4.64, employer 30.60, no loan. £1,200.00 more for 3 weeks: 1,500.00 is 500.00 a week, (500 − 242) × 8% = 20.64 and (500 − 96) × 15% = 60.60, three times
    // 61.92 − 4.64 = 57.28 and 181.80 − 30.60 = 151.20; plan 5 three times 1.00.
    const first = paidFor(1, 300_00, { studentLoanPlan: "5" });
    const second = paidFor(3, 1_200_00, {
      studentLoanPlan: "5",
      yearToDate: first.yearToDate,
      earlierInEarningsPeriod: earlierInEarningsPeriodOf([first]),
    });
    expect([second.employeeNationalInsurance.amount, second.employerNationalInsurance.amount, second.studentLoan.amount]).toEqual([
      57_28, 151_20, 3_00,
    ]);
    // Under letter C from now on: what the £300.00 would have used, 100.00 a week, fills the first of the employer's threshold: 181.80 − 3 × (100 − 96) × 15% = 180.00.
    const afterBirthday = paidFor(3, 1_200_00, {
      dateOfBirth: plainDate("1950-01-01"),
      nationalInsuranceCategory: "C",
      earlierInEarningsPeriod: earlierInEarningsPeriodOf([first]),
    });
    expect([afterBirthday.employeeNationalInsurance.amount, afterBirthday.employerNationalInsurance.amount]).toEqual([0, 180_00]);
  });

  it("by the month counts one month and warns, for HMRC's method is for weeks", () => {
    // (2,000 − 1,048) × 8% = 76.16.
    const monthly = { payFrequency: "monthly" as const };
    const slip = paidFor(2, 2_000_00, { ...monthly, studentLoanPlan: "5" });
    expect([slip.employeeNationalInsurance.amount, slip.studentLoan.amount]).toEqual([76_16, 0]);
    expect(slip.warnings).toContain(
      "National Insurance and loans count all of this pay in one month: HMRC counts several pay periods only for pay by the week. Pay each month on its own payday.",
    );
    expect(paidFor(1, 500_00, monthly).warnings).toEqual([]);
    expect(paidFor(2, 192_00).warnings).toEqual([]);
    // By the fortnight £1,400.00 twice: (1,400 − 484) × 8% = 73.28, 146.56.
    expect(paidFor(2, 2_800_00, { payFrequency: "fortnightly" }).employeeNationalInsurance.amount).toBe(146_56);
  });
});

describe("contributions given back after an opt-out", () => {
  const pensionRefund = { employee: pence(36_80), employer: pence(27_60) };
  const optedOut = (taxTreatment: "reliefAtSource" | "netPay") => ({ ...aPayslipInput().pension, status: "optedOut" as const, taxTreatment });

  it("under relief at source come with the net pay and change no tax", () => {
    const slip = slipOf({ pension: optedOut("reliefAtSource"), pensionRefund });
    // 1,400 − 86.40 − 34.64 + 36.80; cost 1,400 + 152.25 − 27.60.
    expect(slip).toMatchObject({
      taxablePay: { amount: 1_400_00 },
      incomeTax: { amount: 86_40 },
      employeePension: { amount: -36_80 },
      netPay: { amount: 1_315_76 },
      employerCost: { amount: 1_524_65 },
      pensionTaxTreatment: "reliefAtSource",
      yearToDate: { employeePension: -36_80, employerPension: -27_60 },
    });
    expect(slip.employeePension.lines.map(({ text }) => text)).toEqual([
      "Not in a workplace pension on this payday.",
      "£36.80 of contributions goes back to the employee after opting out.",
    ]);
    expect(words(slip.netPay)).toContain("Pension given back.");
    expect(words(slip.employerCost)).toContain("The employer's pension contribution, given back.");
  });

  it("under net pay are taxed now, as they were not before", () => {
    // 1,436.80 − 967.68 = 469.12, 469 × 20% = 93.80.
    const slip = slipOf({ pension: optedOut("netPay"), pensionRefund });
    expect(slip).toMatchObject({ taxablePay: { amount: 1_436_80 }, incomeTax: { amount: 93_80 }, niBands: { grossEarnings: 1_400_00 } });
    expect(words(slip.taxablePay)).toEqual(["Gross pay.", "The pension given back was never taxed, so it is taxed now."]);
  });

  it("of nothing leave no line", () => {
    const slip = slipOf({ pension: optedOut("netPay"), pensionRefund: { employee: pence(0), employer: pence(0) } });
    expect(slip.employeePension.lines).toHaveLength(1);
    expect(words(slip.taxablePay)).toEqual(["Gross pay."]);
    expect(slipOf({ pension: optedOut("netPay") }).pensionTaxTreatment).toBeNull();
  });
});

describe("the year so far", () => {
  it("keeps each statutory payment by its own kind and their sum without sick pay", () => {
    const amounts = parentalKinds.map((kind, index) => [kind, (index + 1) * 10_00] as const);
    const slip = slipOf({
      payLines: [
        ...amounts.map(([kind, amount]) => aPayLine(pence(amount), { kind })),
        aPayLine(pence(7_00), { kind: "statutorySickPay" }),
        aPayLine(pence(3_00), { kind: "expenses" }),
      ],
    });
    const year = rebuildYearToDate(startOfYear(), [slip, slip]);
    expect(amounts.map(([kind]) => year[kind])).toEqual(amounts.map(([, amount]) => amount * 2));
    expect([year.statutoryParentalPay, year.statutorySickPay, year.nonTaxable, year.grossPay]).toEqual([420_00, 14_00, 6_00, 434_00]);
    expect(slip.yearToDate).toEqual(rebuildYearToDate(startOfYear(), [slip]));
  });

  it("keeps National Insurance of each letter apart, also after a birthday", () => {
    const young = slipOf({ nationalInsuranceCategory: "M", dateOfBirth: plainDate("2006-01-01") });
    const year = rebuildYearToDate(startOfYear(pence(5_000_00), pence(300_00)), [young, slipOf(), young]);
    expect(
      year.nationalInsurance.map(({ category, grossEarnings, employerContributions }) => [category, grossEarnings, employerContributions]),
    ).toEqual([
      ["M", 2_800_00, 0],
      ["A", 1_400_00, 152_25],
    ]);
    expect([year.previousTaxablePay, year.previousIncomeTax, year.taxablePay]).toEqual([5_000_00, 300_00, 4_200_00]);
  });
});

describe("what a payslip refuses", () => {
  it.each([
    ["payday", { payday: plainDate("2026-04-05") }],
    ["payday", { payday: plainDate("2027-04-06") }],
    ["periodTo", { periodTo: plainDate("2026-04-05") }],
    ["leftOn", { leftOn: plainDate("2025-01-05") }],
    ["nationalInsuranceCategory", { nationalInsuranceCategory: "C" as const }],
    ["pension", { pension: { ...aPayslipInput().pension, employeeRate: 9_701 as never } }],
    ["pension", { pension: { ...aPayslipInput().pension, employerRate: -1 as never } }],
    ["pension", { pension: { ...aPayslipInput().pension, employeeRate: -1 as never } }],
    [
      "orders.normalDeduction",
      { orders: [{ id: "1", label: "Child", receivedOn: plainDate("2026-01-01"), kind: "childMaintenance" as const, normalDeduction: pence(-1) }] },
    ],
    ["periodsInPayment", { periodsInPayment: 0 }],
    ["periodsInPayment", { periodsInPayment: 1.5 }],
    ["periodsInPayment", { periodsInPayment: 100 }],
    ["employeeName", { employeeName: " " }],
    ["payday", { startedOn: plainDate("2026-05-02") }],
    ["dateOfBirth", { dateOfBirth: plainDate("2012-01-06"), startedOn: plainDate("2012-01-06"), nationalInsuranceCategory: "X" as const }],
    ["taxCode", { taxSetting: { code: "12570L7", isWeek1Month1: false } }],
    ["payLines", { payLines: [aPayLine(pence(-1))] }],
  ])("%s, in %j", (field, change) => {
    expect(problemsOf(verdictOf(change)).map((each) => each.field)).toEqual([field]);
  });

  it("nothing at the very edge of what is allowed", () => {
    for (const change of [
      { payday: plainDate("2026-04-06") },
      { payday: plainDate("2027-04-05") },
      { periodTo: plainDate("2026-04-06") },
      { leftOn: plainDate("2025-01-06") },
      { pension: { ...aPayslipInput().pension, employeeRate: 9_700 as never } },
      { payLines: [aPayLine(pence(0))] },
      { periodsInPayment: 99 },
      { startedOn: plainDate("2026-05-01") },
      { dateOfBirth: plainDate("2012-01-05"), startedOn: plainDate("2012-01-06"), nationalInsuranceCategory: "X" as const },
    ]) {
      expect(problemsOf(verdictOf(change))).toEqual([]);
    }
  });

  it("all that is wrong is told at once", () => {
    const bad = { leftOn: plainDate("2025-01-05"), taxSetting: { code: "XYZ", isWeek1Month1: false }, payLines: [aPayLine(pence(-1))] };
    expect(problemsOf(verdictOf(bad)).map(({ field }) => field)).toEqual(["leftOn", "taxCode", "payLines"]);
  });
});

describe("what a payslip warns of", () => {
  const order = { id: "1", label: "Fine", receivedOn: plainDate("2026-01-01"), kind: "magistratesFine" as const };
  const notEarning = { ...aPayslipInput().pension, status: "notMember" as const };

  it("nothing when all is as usual", () => {
    expect(slipOf().warnings).toEqual([]);
    expect(slipOf({ orders: [order] }).warnings).toEqual([]);
    expect(slipOf({ earlierInEarningsPeriod: earlierInEarningsPeriodOf([slipOf()]) }).warnings).toEqual([]);
  });

  it("pay above the pension trigger of someone outside the pension", () => {
    expect(slipOf({ pension: notEarning }).warnings).toEqual(["Tom must be put into the workplace pension: pay is above the trigger."]);
  });

  it("a reduced-rate letter of someone too young for it, and still works the pay out", () => {
    const slip = slipOf({ nationalInsuranceCategory: "B" });
    expect(slip.warnings).toEqual([
      "Letter B is for women born on or before 5 April 1961 with a reduced-rate certificate, and HMRC refuses it for anyone younger. Check Tom's letter and date of birth.",
    ]);
    // (1,400 − 967) × 1.85% = 8.0105, the third decimal 0 goes down.
    expect(slip.employeeNationalInsurance.amount).toBe(8_01);
  });

  it("an order in a second payment of the period, which looks at that payment alone", () => {
    expect(slipOf({ orders: [order], earlierInEarningsPeriod: earlierInEarningsPeriodOf([slipOf()]) }).warnings).toEqual([
      "Tom was already paid in this pay period. Each order looks at this payment alone: ask its issuer if both should count.",
    ]);
  });

  it("deductions above the pay by a penny, not deductions that take all of it", () => {
    // 1,400 − 86.40 − 34.64 − 36.80 = 1,242.16.
    const taking = (amount: number) =>
      slipOf({ otherDeductions: [{ kind: "other" as const, label: "Loan", amount: pence(amount), explanation: slipOf().netPay }] });
    expect(taking(1_242_16).warnings).toEqual([]);
    expect(taking(1_242_17).warnings).toEqual(["The deductions are more than Tom's pay. Make a deduction smaller."]);
  });
});
