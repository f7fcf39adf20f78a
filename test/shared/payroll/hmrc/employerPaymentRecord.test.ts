import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Pence, pence, sumPence } from "../../../../shared/core/money.ts";
import { addDays, plainDate } from "../../../../shared/core/plainDate.ts";
import {
  calculatePaymentRecord,
  mayPayQuarterly,
  type PaymentRecordMonth,
  type PaymentRecordPayslip,
  paymentPeriodsOf,
} from "../../../../shared/payroll/hmrc/employerPaymentRecord.ts";
import { startOfYear } from "../../../../shared/payroll/payslip/yearToDate.ts";
import { taxYear2025 } from "../../../../shared/rates/2025-26.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";
import { aPayLine } from "../../../support/payslipBuilders.ts";
import { aRecordPayslip, aSealedPayslip } from "../../../support/sealedPayslips.ts";

const record = (payslips: readonly PaymentRecordPayslip[], change: { claims?: boolean; small?: boolean; rates?: typeof taxYear2026 } = {}) =>
  calculatePaymentRecord({
    rates: change.rates ?? taxYear2026,
    claimsEmploymentAllowance: change.claims ?? false,
    isSmallEmployer: change.small ?? true,
    payslips,
  });
const month = (months: readonly PaymentRecordMonth[], number: number): PaymentRecordMonth => {
  const found = months[number - 1];
  if (!found) throw new Error("No such month");
  return found;
};
const sumOf = (months: readonly PaymentRecordMonth[], amountOf: (each: PaymentRecordMonth) => Pence) => sumPence(months.map(amountOf));

describe("the payment record (P32)", () => {
  it("adds tax, loans and both shares of National Insurance of the paydays in a tax month", () => {
    // Payroll rules SLIP-1 (tax 86.40, employee 34.64, employer 152.25) and a second person with loans of 14.00 and 6.00, tax 20.00.
    const months = record([
      aRecordPayslip({ payday: "2026-05-05", incomeTax: 86_40, employee: 34_64, employer: 152_25 }, { payslipId: "one" }),
      aRecordPayslip({ payday: "2026-04-06", incomeTax: 20_00, studentLoan: 14_00, postgraduateLoan: 6_00 }, { payslipId: "two" }),
    ]);
    const first = month(months, 1);
    expect(first.incomeTax.explained.amount).toBe(106_40);
    expect(first.studentLoans.explained.amount).toBe(20_00);
    expect(first.netIncomeTax.amount).toBe(126_40);
    expect(first.employeeNationalInsurance.explained.amount).toBe(34_64);
    expect(first.employerNationalInsurance.explained.amount).toBe(152_25);
    expect(first.grossNationalInsurance.amount).toBe(186_89);
    expect(first.netNationalInsurance.amount).toBe(186_89);
    // 126.40 + 186.89
    expect(first.amountDue.amount).toBe(313_29);
    expect(first.incomeTax.payslipIds).toEqual(["two", "one"]);
    expect(first.employerNationalInsurance.payslipIds).toEqual(["one"]);
    expect(first.payslipIds).toEqual(["two", "one"]);
    expect(first.incomeTax.explained.lines).toEqual([
      { text: "Tom Ellery, paid 6 Apr: £20.00.", amount: 20_00 },
      { text: "Tom Ellery, paid 5 May: £86.40.", amount: 86_40 },
    ]);
    expect(first.employmentAllowance.lines[0]?.text).toBe("Employment Allowance is not claimed for this tax year.");
    expect(first.amountDue.lines).toEqual([
      { text: "Income tax and loans.", amount: 126_40 },
      { text: "National Insurance after what comes off.", amount: 186_89 },
    ]);
    expect(first.netIncomeTax.lines.map(({ text }) => text)).toEqual([
      "Income tax taken from wages.",
      "Student and postgraduate loans taken from wages.",
    ]);
    expect(first.grossNationalInsurance.lines.map(({ text }) => text)).toEqual([
      "National Insurance taken from wages.",
      "The employer's National Insurance.",
    ]);
  });

  it("counts a payday in the tax month it falls in, from the 6th to the 5th, and leaves other tax years out", () => {
    const days = ["2026-04-05", "2026-04-06", "2026-05-05", "2026-05-06", "2027-03-06", "2027-04-05", "2027-04-06"];
    const months = record(days.map((payday) => aRecordPayslip({ payday, incomeTax: 1_00 })));
    expect(months.map(({ incomeTax }) => incomeTax.explained.amount)).toEqual([2_00, 1_00, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2_00]);
    expect(months.map(({ period }) => period.firstTaxMonth)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(month(months, 3).incomeTax.explained.lines).toEqual([{ text: "No payslip of this time has any." }]);
    expect(month(months, 3).payslipIds).toEqual([]);
    expect(record([], { rates: taxYear2025 })[11]?.period).toMatchObject({ taxYear: "2025-26", from: "2026-03-06", to: "2026-04-05" });
  });

  it("takes Employment Allowance off the employer's share until the year's £10,500 is used", () => {
    const months = record(
      ["2026-05-01", "2026-05-29", "2026-06-26"].map((payday) => aRecordPayslip({ payday, employer: 5_000_00, employee: 10_00 })),
      { claims: true },
    );
    expect(months.slice(0, 4).map(({ employmentAllowance }) => employmentAllowance.amount)).toEqual([5_000_00, 5_000_00, 500_00, 0]);
    // Month 3: 5,010.00 less the last 500.00.
    expect(month(months, 3).netNationalInsurance.amount).toBe(4_510_00);
    expect(month(months, 3).netNationalInsurance.lines).toContainEqual({ text: "Employment Allowance comes off.", amount: -500_00 });
    expect(month(months, 3).employmentAllowance.rule).toMatchObject({ name: "Employment Allowance", ratesYear: "2026-27" });
    const texts = month(months, 3).employmentAllowance.lines.map(({ text }) => text);
    expect(texts).toEqual([
      "The employer's National Insurance since 6 April is £15,000.00.",
      "The allowance of £10,500.00 pays £10,500.00 of it. £10,000.00 was used before.",
      "The allowance used this month.",
    ]);
  });

  it("gives allowance back when a correction lowers the employer's share, and never uses less than nothing", () => {
    const months = record(
      [
        aRecordPayslip({ payday: "2026-05-01", employer: 100_00 }),
        aRecordPayslip({ payday: "2026-05-29", employer: -30_00 }),
        aRecordPayslip({ payday: "2026-06-26", employer: -90_00 }),
      ],
      { claims: true },
    );
    expect(months.slice(0, 3).map(({ employmentAllowance }) => employmentAllowance.amount)).toEqual([100_00, -30_00, -70_00]);
    // 100 - 30 - 90 = -20: nothing is left for the allowance to pay, and HMRC owes 20.00.
    expect(month(months, 3).amountDue.amount).toBe(-20_00);
  });

  it("takes off what comes back of statutory pay by kind, with compensation for a small employer", () => {
    const months = record([
      aRecordPayslip({
        payday: "2026-07-10",
        incomeTax: 50_00,
        statutoryPay: [
          ["statutoryMaternityPay", 194_32],
          ["hours", 100_00],
          ["statutoryPaternityPay", 50_00],
        ],
      }),
    ]);
    const fourth = month(months, 4);
    // Payroll rules section 8: 194.32 at 109% is 211.81, of which 17.49 is compensation; 50.00 at 9% is 4.50.
    expect(fourth.recoveries.map(({ name, recovered, compensation }) => [name, recovered.amount, compensation.amount])).toEqual([
      ["Statutory Maternity Pay", 194_32, 17_49],
      ["Statutory Paternity Pay", 50_00, 4_50],
    ]);
    // 50.00 tax less 194.32, 17.49, 50.00 and 4.50: HMRC owes 216.31.
    expect(fourth.amountDue.amount).toBe(-216_31);
    expect(fourth.netNationalInsurance.lines.map(({ text }) => text)).toEqual([
      "National Insurance, employees' and employer's.",
      "Statutory Maternity Pay that HMRC gives back.",
      "Compensation for the National Insurance on Statutory Maternity Pay.",
      "Statutory Paternity Pay that HMRC gives back.",
      "Compensation for the National Insurance on Statutory Paternity Pay.",
    ]);
    expect(fourth.recoveries[0]?.recovered.rule).toMatchObject({ name: "Recover statutory payments", ratesYear: "2026-27" });
    expect(fourth.recoveries[0]?.payslipIds).toEqual(fourth.payslipIds);
    expect(fourth.recoveries[0]?.recovered.lines[0]?.text).toBe("All of it comes back to a small employer.");
    expect(fourth.recoveries[0]?.recovered.lines[1]?.text).toBe("Tom Ellery was paid £194.32.");
    expect(fourth.recoveries[0]?.compensation.lines.map(({ text }) => text)).toEqual([
      "With compensation it is 109% in all.",
      "On £194.32 paid to Tom Ellery.",
    ]);
  });

  it("gives a larger employer 92% back, without compensation, each person rounded once a month", () => {
    const pay = (payday: string, engagementId: string) =>
      aRecordPayslip({ payday, statutoryPay: [["statutoryAdoptionPay", 100_01]] }, { engagementId });
    const [recovery] = month(record([pay("2026-07-10", "a"), pay("2026-07-24", "a"), pay("2026-07-24", "b")], { small: false }), 4).recoveries;
    expect(recovery?.kind).toBe("statutoryAdoptionPay");
    // a: 200.02 at 92% is 184.0184; b: 100.01 at 92% is 92.0092. Rounded once for each person: two roundings, not three.
    expect(recovery?.recovered.lines.slice(1).map(({ amount }) => amount)).toEqual([184_02, 92_01]);
    expect(recovery?.recovered.lines).toHaveLength(3);
    expect(recovery?.recovered.lines[0]?.text).toBe("92% of it comes back.");
    expect(recovery?.compensation.amount).toBe(0);
    expect(recovery?.compensation.lines[0]?.text).toBe("Compensation is only for small employers.");
    expect(recovery?.payslipIds).toHaveLength(3);
  });

  it("rounds compensation to the nearest penny for each person and month, as the Employer Payment Summary does", () => {
    const compensation = (paid: number) =>
      month(record([aRecordPayslip({ payday: "2026-07-10", statutoryPay: [["statutoryMaternityPay", paid]] })]), 4).recoveries[0]?.compensation
        .amount;
    // 9% of 100.01 is 9.0009; of 100.05 is 9.0045; of 100.06 is 9.0054; of 100.50 is 9.0450.
    expect([100_01, 100_05, 100_06, 100_50].map(compensation)).toEqual([9_00, 9_00, 9_01, 9_05]);
  });

  it("never counts Statutory Sick Pay as money that comes back", () => {
    expect(month(record([aRecordPayslip({ payday: "2026-07-10", statutoryPay: [["statutorySickPay", 100_00]] })]), 4).recoveries).toEqual([]);
  });

  it("comes to the same for the year as the payslips' own year to date", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6_000_00 }), { minLength: 1, maxLength: 13 }), (pays) => {
        let yearToDate = startOfYear();
        const payslips = pays.map((pay, index) => {
          const payday = addDays(plainDate("2026-04-10"), index * 28);
          const result = aSealedPayslip({ payday, yearToDate, studentLoanPlan: "2", hasPostgraduateLoan: true, payLines: [aPayLine(pence(pay))] });
          yearToDate = result.yearToDate;
          return { payslipId: String(index), engagementId: "tom", employeeName: "Tom", result };
        });
        const months = record(payslips, { claims: true });
        expect(sumOf(months, (each) => each.incomeTax.explained.amount)).toBe(yearToDate.incomeTax);
        expect(sumOf(months, (each) => each.studentLoans.explained.amount)).toBe(yearToDate.studentLoan + yearToDate.postgraduateLoan);
        const insurance = yearToDate.nationalInsurance.map((each) => each.employeeContributions + each.employerContributions);
        expect(sumOf(months, (each) => each.grossNationalInsurance.amount)).toBe(insurance.reduce((sum, each) => sum + each, 0));
        const employer = sumOf(months, (each) => each.employerNationalInsurance.explained.amount);
        expect(sumOf(months, (each) => each.employmentAllowance.amount)).toBe(Math.min(employer, 10_500_00));
        for (const each of months) {
          expect(each.amountDue.amount).toBe(each.netIncomeTax.amount + each.grossNationalInsurance.amount - each.employmentAllowance.amount);
        }
        expect(months.flatMap(({ payslipIds }) => payslipIds)).toEqual(payslips.map(({ payslipId }) => payslipId));
      }),
      { numRuns: 60 },
    );
  });
});

describe("the periods HMRC is paid for", () => {
  const months = record(
    ["2026-04-10", "2026-05-08", "2026-06-10", "2026-07-10"].map((payday, index) =>
      aRecordPayslip({ payday, incomeTax: (index + 1) * 10_00 }, { payslipId: `p${index}` }),
    ),
  );

  it("are twelve months for a monthly payer", () => {
    const periods = paymentPeriodsOf(months, false);
    expect(periods).toHaveLength(12);
    expect(periods.slice(0, 4).map(({ amountDue }) => amountDue.amount)).toEqual([10_00, 20_00, 30_00, 40_00]);
    expect(periods[3]?.period).toMatchObject({ firstTaxMonth: 4, lastTaxMonth: 4 });
  });

  it("are four quarters for a small payer, ending on 5 July, October, January and April", () => {
    const periods = paymentPeriodsOf(months, true);
    expect(periods.map(({ period }) => period.to)).toEqual(["2026-07-05", "2026-10-05", "2027-01-05", "2027-04-05"]);
    expect(periods.map(({ amountDue }) => amountDue.amount)).toEqual([60_00, 40_00, 0, 0]);
    expect(periods[0]?.payslipIds).toEqual(["p0", "p1", "p2"]);
    expect(periods[0]?.months).toHaveLength(3);
    expect(periods[0]?.amountDue.lines[1]).toEqual({ text: "Tax month 2: £20.00.", amount: 20_00 });
  });

  it("may be quarters when the average monthly bill is below £1,500", () => {
    expect(mayPayQuarterly([pence(1_000_00), pence(1_999_99)])).toBe(true);
    expect(mayPayQuarterly([pence(1_000_00), pence(2_000_00)])).toBe(false);
    expect(mayPayQuarterly([pence(1_500_01)])).toBe(false);
    expect(mayPayQuarterly([pence(1_499_99)])).toBe(true);
  });
});
