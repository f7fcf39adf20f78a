import { describe, expect, it } from "vitest";
import { minutes } from "../../../../shared/core/minutes.ts";
import { basisPoints, pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { type BureauLine, BureauPayslip } from "../../../../shared/payroll/bureau/bureauPayslip.ts";
import { checkBureauPayslip } from "../../../../shared/payroll/bureau/checkBureauPayslip.ts";
import { calculatePayslip } from "../../../../shared/payroll/payslip/calculatePayslip.ts";
import { startOfYear } from "../../../../shared/payroll/payslip/yearToDate.ts";
import type { PayslipInput } from "../../../../shared/payroll/types.ts";
import { taxYear2025 } from "../../../../shared/rates/2025-26.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";
import { aPayLine, aPayslipInput } from "../../../support/payslipBuilders.ts";

interface Theirs {
  readonly figures: Partial<Record<BureauLine, number>>;
  readonly taxCode?: string;
  readonly letter?: string;
  readonly otherRates?: readonly { label: string; ratePence: number; fromOn: string }[];
}

/** Our payslip of an input beside what the bureau printed. */
function check(input: PayslipInput, { figures, taxCode, letter, otherRates = [] }: Theirs) {
  const ours = calculatePayslip(input, taxYear2026);
  if (!ours.ok) throw new Error(JSON.stringify(ours.problems));
  const bureau = BureauPayslip.parse({ figures, taxCode: taxCode ?? null, nationalInsuranceCategory: letter ?? null });
  const checked = checkBureauPayslip({ bureau, input, ours: ours.value, rates: taxYear2026, lastYear: taxYear2025, otherRates });
  const lineOf = (line: BureauLine) => {
    const found = checked.lines.find((each) => each.line === line);
    if (!found) throw new Error(`no line ${line}`);
    return found;
  };
  return { ...checked, lineOf, reasonOf: (line: BureauLine) => lineOf(line).reasons[0], whyOf: (line: BureauLine) => lineOf(line).reasons[0]?.text };
}

/** SLIP-1 of the payroll rules: £1,400.00 for four weeks, 1257L, letter A, pension 5% and 3% with relief at source. */
const slip = {
  grossPay: 1400_00,
  taxablePay: 1400_00,
  incomeTax: 86_40,
  employeeNationalInsurance: 34_64,
  employeePension: 36_80,
  netPay: 1242_16,
  employerNationalInsurance: 152_25,
  employerPension: 27_60,
};

describe("a bureau's payslip that is right", () => {
  it("agrees on every line it shows, and says which ones it does not show", () => {
    const { lines, agrees, differing } = check(aPayslipInput(), { figures: slip, taxCode: "1257 l", letter: "a" });
    expect(agrees).toBe(true);
    expect(differing).toBe(0);
    expect(lines.filter(({ state }) => state === "agrees").map(({ line }) => line)).toEqual([
      "grossPay",
      "taxablePay",
      "incomeTax",
      "employeeNationalInsurance",
      "employeePension",
      "netPay",
      "employerNationalInsurance",
      "employerPension",
    ]);
    expect(lines.find(({ line }) => line === "studentLoan")).toMatchObject({ state: "notShown", bureau: null, difference: null, reasons: [] });
  });

  it("shows our figure of each line with its steps, whose sum it is", () => {
    for (const { ours, line } of check(aPayslipInput(), { figures: slip }).lines) {
      expect(
        ours.lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
        line,
      ).toBe(ours.amount);
    }
  });

  it("that shows another code or letter does not agree, even with equal figures", () => {
    const { agrees, settings } = check(aPayslipInput(), { figures: slip, taxCode: "1257L M1", letter: "J" });
    expect(agrees).toBe(false);
    expect(settings).toEqual([
      { name: "Tax code", bureau: "1257L M1", ours: "1257L", agrees: false },
      { name: "National Insurance letter", bureau: "J", ours: "A", agrees: false },
    ]);
  });
});

describe("income tax that differs", () => {
  it("names the tax week of the payday: 1257L with £1,400.00 for four weeks in week 1 is £318.20 too much by £145.40", () => {
    // Payday 10 April is tax week 1. Free pay of one week £241.92: £1,158.08 is taxed, and the 20% band is £725 a week.
    // £725.0000 × 20% = £145.00, then £433 × 40% = £173.20: £318.20. Half of the pay would be £700.
    const input = aPayslipInput({ payday: plainDate("2026-04-10") });
    const { lineOf, reasonOf } = check(input, { figures: { incomeTax: 318_20, netPay: 1010_36 } });
    expect(lineOf("incomeTax").difference).toBe(231_80);
    expect(reasonOf("incomeTax")).toEqual({
      id: "weekOfPayday",
      text: "The bureau used tax week 1, the week of the payday. Pay for 4 weeks belongs to week 4.",
      wayOut:
        "Tell the bureau that HMRC’s rule for pay of several weeks uses the last week of each block, or wait: a code that counts all pay since 6 April puts it right later.",
    });
    // £1,400.00 − £318.20 − £34.64 − £36.80 = £1,010.36: the net pay follows.
    expect(reasonOf("netPay")?.id).toBe("netFollows");
  });

  const second = aPayslipInput({
    payday: plainDate("2026-05-29"),
    payLines: [aPayLine(pence(1_520_50))],
    yearToDate: { ...startOfYear(), taxablePay: pence(1_400_00), grossPay: pence(1_400_00), incomeTax: pence(86_40) },
  });

  it("names the week 1 basis: PAYE-6 is £110.60 cumulative", () => {
    // Alone: £1,520.50 − £967.68 = £552.82, £552 × 20% = £110.40.
    const { whyOf } = check(second, { figures: { incomeTax: 110_40 } });
    expect(whyOf("incomeTax")).toBe("The bureau used code 1257L on a week 1 or month 1 basis, so the earlier paydays of the tax year do not count.");
  });

  it("names the cumulative basis when our code stands on week 1", () => {
    const { whyOf } = check({ ...second, taxSetting: { code: "1257L", isWeek1Month1: true } }, { figures: { incomeTax: 110_60 } });
    expect(whyOf("incomeTax")).toBe("The bureau used code 1257L on all pay since 6 April, not on a week 1 or month 1 basis.");
  });

  it("names the code that the payslip shows before any other", () => {
    // BR: £1,400 × 20% = £280.00.
    const { reasonOf, settings } = check(aPayslipInput(), { figures: { incomeTax: 280_00 }, taxCode: "BR" });
    expect(reasonOf("incomeTax")).toMatchObject({ id: "codeOnPayslip", text: "The bureau used tax code BR, which is on its payslip." });
    expect(settings[0]?.agrees).toBe(false);
  });

  it.each([
    ["basicRate", "BR", "1257L", 280_00],
    ["standardCode", "the standard code", "1100L", 86_40],
  ])("finds %s when the payslip shows no code", (id, words, own, incomeTax) => {
    const { lineOf } = check(aPayslipInput({ taxSetting: { code: own, isWeek1Month1: false } }), { figures: { incomeTax } });
    const reason = lineOf("incomeTax").reasons.find((each) => each.id === id);
    expect(reason?.text).toContain(words);
    expect(reason?.wayOut).toBe(`Look at HMRC’s newest letter about the code. You have ${own}.`);
  });

  it("names the monthly tables for four-weekly pay", () => {
    // Month 1 (to 5 May): £1,400.00 − £1,048.26 = £351.74, £351 × 20% = £70.20.
    expect(check(aPayslipInput(), { figures: { incomeTax: 70_20 } }).reasonOf("incomeTax")).toMatchObject({
      id: "taxedMonthly",
      text: "The bureau worked the tax out for month 1, as if pay came once a month. It comes every four weeks.",
    });
  });

  it("names a P45 that was not counted", () => {
    const input = aPayslipInput({ yearToDate: { ...startOfYear(pence(900_00), pence(12_00)) } });
    // Without it: £86.40. With it: £2,300.00 − £967.68 = £1,332.32 → £266.40 − £12.00 = £254.40.
    const { lineOf, reasonOf } = check(input, { figures: { incomeTax: 86_40 } });
    expect(lineOf("incomeTax").ours.amount).toBe(254_40);
    expect(reasonOf("incomeTax")?.text).toBe("The bureau did not count the P45 of the job before, with pay of £900.00 and tax of £12.00.");
  });

  it("names another year so far, worked back from the bureau's own totals", () => {
    // The bureau's totals after this payslip: pay £3,000.00, tax £131.50. Before: £1,479.50 and £0.90. £3,000.00 − £1,935.36 = £1,064.64 → £212.80;
    // less what it took before must be the £130.60 it printed: £212.80 − £82.20.
    const { reasonOf, whyOf } = check(second, {
      figures: { taxablePay: 1520_50, incomeTax: 130_60, taxablePayToDate: 3000_00, incomeTaxToDate: 212_80 },
    });
    expect(reasonOf("incomeTax")).toMatchObject({
      id: "otherYearSoFar",
      text: "The bureau has another year so far: before this payslip pay of £1,479.50 and tax of £82.20. You have £1,400.00 and £86.40.",
    });
    expect(whyOf("taxablePayToDate")).toBe("Before this payslip the bureau had £1,479.50 and you have £1,400.00: £79.50 more.");
    expect(whyOf("incomeTaxToDate")).toBe("Before this payslip the bureau had £82.20 and you have £86.40: £4.20 less.");
  });

  it("names the pension that was taken before tax", () => {
    // £1,400.00 − £36.80 = £1,363.20; − £967.68 = £395.52, £395 × 20% = £79.00.
    expect(check(aPayslipInput(), { figures: { incomeTax: 79_00 } }).whyOf("incomeTax")).toBe(
      "The bureau took the pension of £36.80 before tax. Your scheme takes it after tax and claims the relief itself (relief at source).",
    );
  });

  it("names last year's rates where they differ", () => {
    // S1257L, £1,400.00 in week 4: £432.32 taxed. 2025-26 starter band £2,827 × 4 / 52 = £217.4615 at 19% = £41.3176 (tax at top £537.13 × 4/52),
    // then £214.5385 × 20% = £42.9077: £84.22. 2026-27: £3,967 × 4 / 52 = £305.1538, £57.9792 (753.73 × 4/52), £126.8462 × 20% = £25.3692: £83.34.
    const input = aPayslipInput({ taxSetting: { code: "S1257L", isWeek1Month1: false } });
    const { lineOf, reasonOf } = check(input, { figures: { incomeTax: 84_22 } });
    expect(lineOf("incomeTax").ours.amount).toBe(83_34);
    expect(reasonOf("incomeTax")?.text).toBe("The bureau used the tax rates of 2025-26.");
  });

  it("gives no reason when nothing that was tried comes to the bureau's figure", () => {
    expect(check(aPayslipInput(), { figures: { incomeTax: 1_23 } }).lineOf("incomeTax")).toMatchObject({
      state: "differs",
      difference: -85_17,
      reasons: [],
    });
  });
});

describe("National Insurance that differs", () => {
  it("names four times the weekly thresholds: £968 instead of £967, £384 instead of £385", () => {
    // (1400 − 968) × 8% = £34.56; (1400 − 384) × 15% = £152.40.
    const { whyOf } = check(aPayslipInput(), { figures: { employeeNationalInsurance: 34_56, employerNationalInsurance: 152_40 } });
    expect(whyOf("employeeNationalInsurance")).toBe(
      "The bureau used the weekly thresholds times 4: £968.00 and £384.00. For four weeks they are £967.00 and £385.00.",
    );
    expect(whyOf("employerNationalInsurance")).toBe(whyOf("employeeNationalInsurance"));
  });

  it("names letter M when only the employer's share is nothing", () => {
    const { reasonOf } = check(aPayslipInput(), { figures: { employeeNationalInsurance: 34_64, employerNationalInsurance: 0 }, letter: "M" });
    expect(reasonOf("employerNationalInsurance")).toMatchObject({
      id: "letterOnPayslip",
      text: "The bureau used National Insurance letter M (under 21). You have letter A (standard: everyone not covered by another letter).",
    });
  });

  it("names letter C when the employee pays nothing and the employer the full share", () => {
    const { whyOf } = check(aPayslipInput(), { figures: { employeeNationalInsurance: 0, employerNationalInsurance: 152_25 } });
    expect(whyOf("employeeNationalInsurance")).toContain("letter C (over State Pension age)");
  });

  it("names letter B where both shares tell it apart from letter J", () => {
    // 433 × 1.85% = £8.0105 → £8.01.
    expect(check(aPayslipInput(), { figures: { employeeNationalInsurance: 8_01 } }).whyOf("employeeNationalInsurance")).toContain("letter B (");
    // 433 × 2% = £8.66.
    expect(check(aPayslipInput(), { figures: { employeeNationalInsurance: 8_66 } }).whyOf("employeeNationalInsurance")).toContain("letter J (");
  });

  it("names the pension taken off first", () => {
    // £1,363.20 − £967 = £396.20 × 8% = £31.696: third decimal 6 goes up, £31.70.
    expect(check(aPayslipInput(), { figures: { employeeNationalInsurance: 31_70 } }).reasonOf("employeeNationalInsurance")?.id).toBe(
      "insuranceAfterPension",
    );
  });

  it("names the wait for the lower earnings limit: £400.00 for four weeks costs the employer £2.25", () => {
    const input = aPayslipInput({ payLines: [aPayLine(pence(400_00))] });
    const { lineOf } = check(input, { figures: { employerNationalInsurance: 0 } });
    expect(lineOf("employerNationalInsurance").ours.amount).toBe(2_25);
    expect(lineOf("employerNationalInsurance").reasons.map(({ id }) => id)).toContain("belowLowerLimit");
    const reason = lineOf("employerNationalInsurance").reasons.find(({ id }) => id === "belowLowerLimit");
    expect(reason?.text).toBe(
      "The bureau charges no employer’s National Insurance below the lower earnings limit of £516.00. It is due from £385.00, so £2.25 is due here.",
    );
  });

  it("names the rounding: £242.07 a week is £0.00 by HMRC's rule and £0.01 to the nearest penny", () => {
    const input = aPayslipInput({ payFrequency: "weekly", payLines: [aPayLine(pence(242_07))] });
    const { whyOf } = check(input, { figures: { employeeNationalInsurance: 1 } });
    expect(whyOf("employeeNationalInsurance")).toBe(
      "The bureau rounded National Insurance to the nearest penny. HMRC’s rule looks at the third decimal only: 6 or more goes up, 5 or less goes down.",
    );
  });

  it("names the thresholds of a month for four-weekly pay", () => {
    // (1400 − 1048) × 8% = £28.16.
    expect(check(aPayslipInput(), { figures: { employeeNationalInsurance: 28_16 } }).whyOf("employeeNationalInsurance")).toBe(
      "The bureau used the National Insurance thresholds for a month. Pay is for four weeks.",
    );
  });
});

describe("gross pay that differs", () => {
  const weekday = aPayLine(pence(624_00), { label: "Weekday", minutes: minutes(48 * 60), ratePence: pence(13_00) });
  const sleepIn = aPayLine(pence(120_00), { kind: "shift", label: "Sleep-in", minutes: minutes(18 * 60), units: 2, ratePence: pence(60_00) });
  const mileage = aPayLine(pence(27_50), { kind: "mileage", label: "Mileage", minutes: null, units: 50, ratePence: pence(55) });
  const input = aPayslipInput({ payLines: [weekday, sleepIn, mileage] });

  it("names a line that was left out, and lets the other lines follow from it", () => {
    // £624.00: under the tax and National Insurance thresholds. The employer: (624 − 385) × 15% = £35.85 instead of (744 − 385) × 15% = £53.85.
    const { reasonOf, whyOf } = check(input, { figures: { grossPay: 624_00, employerNationalInsurance: 35_85 } });
    expect(reasonOf("grossPay")).toEqual({
      id: "lineLeftOut",
      text: "The bureau left out Sleep-in, £120.00.",
      wayOut: "Ask the bureau to pay £120.00 for Sleep-in.",
    });
    expect(whyOf("employerNationalInsurance")).toBe("This follows from the gross pay: on £624.00 we come to the same.");
  });

  it("names hours at a rate of before", () => {
    // 48 h × £12.60 = £604.80.
    const otherRates = [{ label: "Weekday", ratePence: 12_60, fromOn: "2025-04-01" }];
    const { reasonOf } = check(input, { figures: { grossPay: 724_80 }, otherRates });
    expect(reasonOf("grossPay")).toMatchObject({
      id: "oldRate",
      text: "The bureau paid Weekday at £12.60 an hour, the rate for Weekday from 1 April 2025. You have £13.00 an hour.",
    });
  });

  it("works a rate back from the sum when no rate of before is known", () => {
    expect(check(input, { figures: { grossPay: 724_80 } }).whyOf("grossPay")).toBe(
      "Weekday: 48 h at £12.60 an hour gives the bureau’s sum. You have £13.00 an hour.",
    );
  });

  it("works hours back from the sum, in quarter hours", () => {
    // 2.25 h fewer at £13.00 is £29.25, which is no whole number of pence an hour over 48 h.
    expect(check(input, { figures: { grossPay: 714_75 } }).reasonOf("grossPay")).toMatchObject({
      id: "otherHours",
      text: "The bureau paid 45 h 45 min of Weekday. Your timesheets have 48 h, which is 2 h 15 min more.",
    });
  });

  it("names mileage that was put into the taxed pay", () => {
    expect(check(input, { figures: { grossPay: 771_50, nonTaxable: 0 } }).reasonOf("grossPay")).toMatchObject({
      id: "mileageTaxed",
      text: "The bureau put mileage and expenses of £27.50 into the taxed pay.",
    });
  });

  it("names rolled-up holiday pay that was added", () => {
    // 12.07% of £744.00 = £89.8008.
    expect(check(input, { figures: { grossPay: 833_80 } }).reasonOf("grossPay")).toMatchObject({
      id: "rolledUpHolidayAdded",
      text: "The bureau added rolled-up holiday pay: 12.07% of £744.00 is £89.80.",
    });
  });

  it("finds a second cause on the bureau's own gross pay", () => {
    // On £1,300.00 with weekly thresholds: (1300 − 968) × 8% = £26.56.
    const { whyOf } = check(aPayslipInput(), { figures: { grossPay: 1300_00, employeeNationalInsurance: 26_56 } });
    expect(whyOf("employeeNationalInsurance")).toMatch(/^On the bureau’s gross pay of £1,300\.00: The bureau used the weekly thresholds times 4/);
  });
});

describe("pension and loans that differ", () => {
  it("names a pension that was not taken, on both shares", () => {
    const { reasonOf } = check(aPayslipInput(), { figures: { employeePension: 0, employerPension: 0 } });
    expect(reasonOf("employeePension")).toEqual({
      id: "pensionMissing",
      text: "The bureau took no pension. By your record Tom is a member and pays £36.80.",
      wayOut: "Tell the bureau from which day the person is in the pension, or record here that they left it.",
    });
    expect(reasonOf("employerPension")?.id).toBe("pensionMissing");
  });

  it.each([
    // 5% of £920.00 = £46.00, tax relief not taken off.
    ["reliefNotTakenOff", { employeePension: 46_00 }],
    // 5% of £1,400.00 = £70.00, less 20% relief = £56.00; 3% = £42.00.
    ["allPay", { employeePension: 56_00, employerPension: 42_00 }],
    // Band of a month: £1,400 − £520 = £880 × 5% = £44.00, 80% = £35.20; 3% = £26.40.
    ["pensionInterval", { employeePension: 35_20, employerPension: 26_40 }],
    // 3% of £920.00 = £27.60, 80% = £22.08; 5% = £46.00.
    ["sharesSwapped", { employeePension: 22_08, employerPension: 46_00 }],
  ])("names %s", (id, figures) => {
    const { reasonOf } = check(aPayslipInput(), { figures });
    for (const line of Object.keys(figures) as BureauLine[]) expect(reasonOf(line)?.id, line).toBe(id);
  });

  it("names the legal minimum when more was agreed", () => {
    const agreed = { ...aPayslipInput().pension, employerRate: basisPoints(500) };
    expect(check(aPayslipInput({ pension: agreed }), { figures: { employerPension: 27_60 } }).whyOf("employerPension")).toBe(
      "The bureau used the legal minimum: 5% from pay and 3% from you. You have 5% and 5%.",
    );
  });

  it("names a pension taken from somebody who is no member", () => {
    const none = { ...aPayslipInput().pension, status: "notMember" as const };
    expect(check(aPayslipInput({ pension: none }), { figures: { employeePension: 36_80, employerPension: 27_60 } }).whyOf("employeePension")).toBe(
      "The bureau took the legal minimum for a pension. By your record Tom is not a member.",
    );
  });

  const withLoan = aPayslipInput({ payLines: [aPayLine(pence(2_400_00))], studentLoanPlan: "2" });

  it("names a loan that was not taken: plan 2 on £2,400.00 for four weeks takes £12", () => {
    // £2,400.00 − £2,260.38 = £139.62 × 9% = £12.56, cut to £12.
    const { lineOf, reasonOf } = check(withLoan, { figures: { studentLoan: 0 } });
    expect(lineOf("studentLoan").ours.amount).toBe(12_00);
    expect(reasonOf("studentLoan")?.text).toBe("The bureau took no student loan. You have a start notice for plan 2.");
  });

  it("names another plan: plan 1 takes £29", () => {
    // £2,400.00 − £2,069.23 = £330.77 × 9% = £29.76.
    expect(check(withLoan, { figures: { studentLoan: 29_00 } }).whyOf("studentLoan")).toBe("The bureau used plan 1. You have plan 2.");
  });

  it("names pence that were not cut off", () => {
    // £139.62 × 9% = £12.5658.
    expect(check(withLoan, { figures: { studentLoan: 12_57 } }).whyOf("studentLoan")).toBe(
      "The bureau took the loan with the pence, £12.57. Loan deductions are cut to whole pounds.",
    );
  });
});

describe("net pay that differs", () => {
  it("says how much the payslip hides when its own lines do not add up", () => {
    const { reasonOf } = check(aPayslipInput(), { figures: { ...slip, netPay: 1230_16 } });
    expect(reasonOf("netPay")).toEqual({
      id: "netDoesNotAdd",
      text: "The bureau’s own lines come to £1,242.16, so £12.00 was taken that no line shows.",
      wayOut: "Ask the bureau what this sum is. A payslip must show every deduction.",
    });
  });

  it("says so too when something was added", () => {
    expect(check(aPayslipInput(), { figures: { ...slip, netPay: 1242_17 } }).whyOf("netPay")).toBe(
      "The bureau’s own lines come to £1,242.16, so £0.01 was added that no line shows.",
    );
  });
});

describe("totals of the year that differ", () => {
  it("follow from this payslip when the year before it agrees", () => {
    expect(check(aPayslipInput(), { figures: { incomeTax: 100_00, incomeTaxToDate: 100_00 } }).whyOf("incomeTaxToDate")).toBe(
      "This follows from income tax on this payslip. The year before it agrees.",
    );
  });

  it("that count the P45 are named as that", () => {
    const input = aPayslipInput({ yearToDate: startOfYear(pence(900_00), pence(12_00)) });
    expect(check(input, { figures: { taxablePayToDate: 2300_00 } }).whyOf("taxablePayToDate")).toBe(
      "The bureau counts the P45 of the job before, £900.00, into this total. Here the total is of this job alone, as HMRC is told.",
    );
  });
});
