import { describe, expect, it } from "vitest";
import { formatPence, pence, sumPence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { buildP11Document } from "../../../../shared/payroll/documents/p11Document.ts";
import { buildP32Document } from "../../../../shared/payroll/documents/p32Document.ts";
import { buildP45Document, p45FiguresOf } from "../../../../shared/payroll/documents/p45Document.ts";
import { buildP60Document } from "../../../../shared/payroll/documents/p60Document.ts";
import { addNationalInsurance, startOfYear } from "../../../../shared/payroll/payslip/yearToDate.ts";
import type { PayslipResult } from "../../../../shared/payroll/types.ts";
import { factsOf, rowsOf, sentencesOf } from "../../../support/documentText.ts";
import { aSealedPayslip } from "../../../support/sealedPayslips.ts";
import { aYearOfPay, employer, recordOf } from "../../../support/yearOfPay.ts";

const people = aYearOfPay(3);
const person = (index: number) => {
  const found = people[index];
  if (!found) throw new Error("No such person");
  return found;
};
const last = (index: number): PayslipResult => {
  const result = person(index).payslips.at(-1)?.result;
  if (!result) throw new Error("No payslip");
  return result;
};
const issuedOn = plainDate("2027-05-20");

const p60 = (change: Partial<Parameters<typeof buildP60Document>[0]> = {}) =>
  buildP60Document({
    taxYear: "2026-27",
    issuedOn,
    employer,
    employee: person(1).employee,
    finalTaxCode: "1257L",
    isWeek1Month1: false,
    yearToDate: last(1).yearToDate,
    ...change,
  });

describe("a P60", () => {
  it("shows pay and tax of earlier jobs, of this one and of both", () => {
    const { taxablePay, incomeTax } = last(1).yearToDate;
    expect(rowsOf(p60(), "Pay and Income Tax")).toEqual([
      ["In previous employment(s)", "£900.00", "£40.20"],
      ["In this employment", formatPence(taxablePay), formatPence(incomeTax)],
      ["Total for year", formatPence(pence(taxablePay + 900_00)), formatPence(pence(incomeTax + 40_20))],
    ]);
  });

  it("marks a refund of tax with R and prints it without a minus", () => {
    const yearToDate = { ...startOfYear(), taxablePay: pence(1_000_00), incomeTax: pence(-12_40) };
    expect(rowsOf(p60({ yearToDate }), "Pay and Income Tax")[1]).toEqual(["In this employment", "£1,000.00", "£12.40 R"]);
    const nothing = { ...yearToDate, incomeTax: pence(0) };
    expect(rowsOf(p60({ yearToDate: nothing }), "Pay and Income Tax")[1]?.[2]).toBe("£0.00");
  });

  it("has a row of National Insurance for each letter of the year", () => {
    const [a] = last(1).yearToDate.nationalInsurance;
    if (!a) throw new Error("No National Insurance");
    const yearToDate = { ...last(1).yearToDate, nationalInsurance: addNationalInsurance([a], { ...a, category: "M" }) };
    const expected = [
      a.atLowerEarningsLimit,
      a.lowerEarningsLimitToPrimaryThreshold,
      a.primaryThresholdToUpperEarningsLimit,
      a.employeeContributions,
    ];
    expect(rowsOf(p60({ yearToDate }), "National Insurance contributions by category letter")).toEqual([
      ["A", ...expected.map(formatPence)],
      ["M", ...expected.map(formatPence)],
    ]);
  });

  it("shows statutory pay by kind, and loans in whole pounds", () => {
    const yearToDate = {
      ...startOfYear(),
      statutoryMaternityPay: pence(1_00),
      statutoryPaternityPay: pence(2_00),
      statutoryParentalBereavementPay: pence(3_00),
      statutorySharedParentalPay: pence(4_00),
      statutoryAdoptionPay: pence(5_00),
      statutoryNeonatalCarePay: pence(6_00),
      studentLoan: pence(141_00),
      postgraduateLoan: pence(37_99),
    };
    expect(factsOf(p60({ yearToDate }))).toMatchObject({
      "Statutory Maternity Pay": "£1.00",
      "Statutory Paternity Pay": "£2.00",
      "Statutory Parental Bereavement Pay": "£3.00",
      "Statutory Shared Parental Pay": "£4.00",
      "Statutory Adoption Pay": "£5.00",
      "Statutory Neonatal Care Pay": "£6.00",
      "Student loan deductions in this employment (whole pounds)": "£141",
      "Postgraduate loan deductions in this employment (whole pounds)": "£37",
    });
  });

  it("names person, employer, year and final tax code", () => {
    const paper = p60();
    expect(paper.title).toBe("P60 End of Year Certificate");
    expect(paper.subtitle).toEqual(["Tax year to 5 April 2027", "Nadia Rahman"]);
    expect(factsOf(paper)).toMatchObject({
      Surname: "Rahman",
      "Forenames or initials": "Nadia",
      "National Insurance number": "QQ 12 34 51 C",
      "Payroll number": "2",
      "Final tax code": "1257L",
      "Employer's full name": "Amara Okafor",
      "Employer's address": employer.employerAddress,
      "Employer PAYE reference": "123/AB456",
    });
    const unknown = p60({ employer: { ...employer, payeReference: null }, employee: { ...person(1).employee, nationalInsuranceNumber: null } });
    expect(factsOf(unknown)).toMatchObject({ "Employer PAYE reference": "not known", "National Insurance number": "not known" });
    expect(factsOf(p60({ isWeek1Month1: true }))["Final tax code"]).toBe("1257L W1/M1");
    expect(factsOf(p60({ isWeek1Month1: true, finalTaxCode: "1257LX" }))["Final tax code"]).toBe("1257LX");
  });
});

describe("a P45", () => {
  it("with a cumulative code shows the totals of the year, and this job's own where they differ", () => {
    const { taxablePay, incomeTax } = last(1).yearToDate;
    expect(p45FiguresOf(last(1))).toEqual({
      taxCode: "1257L",
      isWeek1Month1: false,
      weekNumber: 52,
      monthNumber: null,
      totalPayToDate: taxablePay + 900_00,
      totalTaxToDate: incomeTax + 40_20,
      payInThisEmployment: taxablePay,
      taxInThisEmployment: incomeTax,
    });
  });

  it("leaves box 8 empty when this is the only job of the year", () => {
    const { taxablePay, incomeTax } = last(0).yearToDate;
    expect(p45FiguresOf(last(0))).toMatchObject({
      totalPayToDate: taxablePay,
      totalTaxToDate: incomeTax,
      payInThisEmployment: null,
      taxInThisEmployment: null,
    });
  });

  it("shows box 8 also when only the tax differs", () => {
    const result = { ...last(0), yearToDate: { ...last(0).yearToDate, previousIncomeTax: pence(-5_00) } };
    expect(p45FiguresOf(result).taxInThisEmployment).toBe(result.yearToDate.incomeTax);
  });

  it("with a week 1 or month 1 code leaves box 7's totals empty, marks X and gives this job's own", () => {
    const result = aSealedPayslip({ payFrequency: "monthly", taxSetting: { code: "1257L M1", isWeek1Month1: true } });
    const figures = p45FiguresOf(result);
    expect(figures).toMatchObject({
      taxCode: "1257L",
      isWeek1Month1: true,
      weekNumber: null,
      monthNumber: 1,
      totalPayToDate: null,
      totalTaxToDate: null,
    });
    expect(figures.payInThisEmployment).toBe(result.yearToDate.taxablePay);
    const paper = buildP45Document({
      issuedOn,
      employer,
      employee: person(0).employee,
      leftOn: plainDate("2026-05-01"),
      lastPayslip: result,
      studentLoanContinues: false,
    });
    expect(factsOf(paper)).toMatchObject({
      "6 Week 1 or month 1": "X",
      "7 Week number": "leave empty",
      "7 Month number": "1",
      "7 Total pay to date": "leave empty",
      "5 Student loan deductions to continue": "no",
    });
  });

  it("has parts 1A, 2 and 3 on pages of their own; only 1A tells gender, birth and address", () => {
    const paper = buildP45Document({
      issuedOn,
      employer,
      employee: person(1).employee,
      leftOn: plainDate("2027-03-26"),
      lastPayslip: last(1),
      studentLoanContinues: true,
    });
    expect(paper.sections.map(({ heading }) => heading)).toEqual([
      "Part 1A: copy for the employee",
      "Part 2: copy for the new employer",
      "Part 3: for the new employer to complete",
      "Part 3, new employer's boxes",
    ]);
    expect(paper.sections.map(({ startsNewPage }) => startsNewPage === true)).toEqual([false, true, true, false]);
    const labels = paper.sections.map(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === "facts" ? block.items.map(({ label }) => label) : [])),
    );
    expect(labels[0]).toContain("12 Address");
    expect(labels[1]).not.toContain("12 Address");
    expect(labels[1]?.at(-1)).toBe("7 Total tax to date");
    expect(labels[2]).toEqual(labels[1]);
    expect(factsOf(paper)).toMatchObject({
      "1 Employer PAYE reference, office number": "123",
      "1 Reference number": "AB456",
      "2 National Insurance number": "QQ 12 34 51 C",
      "4 Leaving date": "26 March 2027",
      "5 Student loan deductions to continue": "Y",
      "6 Tax code at leaving date": "1257L",
      "6 Week 1 or month 1": "no",
      "7 Week number": "52",
      "7 Month number": "leave empty",
      "10 Gender": "Female",
      "11 Date of birth": "14 March 1990",
      "13 Date": "20 May 2027",
    });
    expect(factsOf(paper)["7 Total pay to date"]).toBe(formatPence(pence(last(1).yearToDate.taxablePay + 900_00)));
  });
});

describe("a P11 deductions working record", () => {
  const results = person(2).payslips.map(({ result }) => result);
  const paper = buildP11Document({ taxYear: "2026-27", asOf: issuedOn, employer, employee: person(2).employee, payslips: results });

  it("has a row for each payday and totals that are the year to date of the last payslip", () => {
    const tax = rowsOf(paper, "Income tax by payday");
    expect(tax).toHaveLength(14);
    expect(tax[0]?.slice(0, 3)).toEqual(["Week 4, 1257L", "24 April 2026", formatPence(results[0]?.taxablePay.amount ?? pence(0))]);
    expect(tax.at(-1)).toEqual(["Total", "", formatPence(last(2).yearToDate.taxablePay), "", formatPence(last(2).yearToDate.incomeTax), ""]);
    expect(tax.at(-2)?.[3]).toBe(formatPence(last(2).yearToDate.taxablePay));
    expect(tax.at(-2)?.[5]).toBe(formatPence(last(2).yearToDate.incomeTax));
  });

  it("agrees with the year to date in National Insurance, loans, pension and statutory pay", () => {
    const [a] = last(2).yearToDate.nationalInsurance;
    if (!a) throw new Error("No National Insurance");
    expect(rowsOf(paper, "National Insurance by payday").at(-1)).toEqual([
      "Total",
      "",
      ...[
        a.grossEarnings,
        a.atLowerEarningsLimit,
        a.lowerEarningsLimitToPrimaryThreshold,
        a.primaryThresholdToUpperEarningsLimit,
        a.employeeContributions,
        a.employerContributions,
      ].map(formatPence),
    ]);
    expect(rowsOf(paper, "National Insurance by payday")[0]?.[0]).toBe("Week 4, A");
    const year = last(2).yearToDate;
    // Five four-weekly payments of 777.28: 3,886.40.
    expect(rowsOf(paper, "Loans, pension and statutory pay by payday").at(-1)).toEqual([
      "Total",
      "",
      formatPence(year.studentLoan),
      formatPence(year.postgraduateLoan),
      formatPence(year.employeePension),
      "£0.00",
      "£3,886.40",
      formatPence(year.netPay),
    ]);
  });

  it("says when pay and tax of earlier jobs are counted in the tax only", () => {
    const record = (index: number) =>
      buildP11Document({
        taxYear: "2026-27",
        asOf: issuedOn,
        employer,
        employee: person(index).employee,
        payslips: person(index).payslips.map(({ result }) => result),
      });
    expect(factsOf(record(1))["Pay and tax of earlier jobs this year"]).toBe("counted in the tax, not in these pay figures");
    expect(factsOf(record(0))["Pay and tax of earlier jobs this year"]).toBeUndefined();
    expect(factsOf(record(0))["Tax code now"]).toBe("1257L");
    const empty = buildP11Document({ taxYear: "2026-27", asOf: issuedOn, employer, employee: person(0).employee, payslips: [] });
    expect(rowsOf(empty, "Income tax by payday")).toEqual([["Total", "", "£0.00", "", "£0.00", ""]]);
    expect(factsOf(empty)["Tax code now"]).toBeUndefined();
    const monthly = buildP11Document({
      taxYear: "2026-27",
      asOf: issuedOn,
      employer,
      employee: person(0).employee,
      payslips: [aSealedPayslip({ payFrequency: "monthly", taxSetting: { code: "1257L", isWeek1Month1: true } })],
    });
    expect(rowsOf(monthly, "Income tax by payday")[0]?.[0]).toBe("Month 1, 1257L");
    expect(factsOf(monthly)["Tax code now"]).toBe("1257L (week 1/month 1)");
  });
});

describe("a P32 on paper", () => {
  const payments = [
    { id: "1", paidOn: plainDate("2026-05-20"), amount: pence(100_00), forTaxMonth: null },
    { id: "2", paidOn: plainDate("2026-06-20"), amount: pence(9_000_00), forTaxMonth: null },
  ];
  const paper = (asOf: string, { paid = payments, quarterly = false } = {}) => {
    const { payslips, months, account } = recordOf(people, paid, quarterly);
    return { months, account, model: buildP32Document({ taxYear: "2026-27", asOf: plainDate(asOf), employer, months, account, payslips }) };
  };

  it("reconciles with the P60s: the year's row is the sum of everyone's year to date", () => {
    const { model, months } = paper("2027-04-10");
    const years = [0, 1, 2].map((index) => last(index).yearToDate);
    const insurance = (key: "employeeContributions" | "employerContributions") =>
      sumPence(years.flatMap((year) => year.nationalInsurance.map((each) => each[key])));
    const rows = rowsOf(model, "What each tax month owes");
    expect(rows).toHaveLength(13);
    const recovered = sumPence(months.flatMap(({ recoveries }) => recoveries.flatMap((each) => [each.recovered.amount, each.compensation.amount])));
    const employer = insurance("employerContributions");
    const tax = sumPence(years.map((year) => year.incomeTax));
    const loans = sumPence(years.flatMap((year) => [year.studentLoan, year.postgraduateLoan]));
    // The allowance of 10,500 is more than the employer's share here, so all of the share comes off.
    expect(rows.at(-1)).toEqual([
      "Year",
      ...[
        tax,
        loans,
        insurance("employeeContributions"),
        employer,
        pence(-employer),
        pence(-recovered),
        pence(tax + loans + insurance("employeeContributions") - recovered),
      ].map(formatPence),
    ]);
    expect(rows[0]?.[0]).toBe("1: 6 Apr to 5 May");
    // 109% of 3,886.40 is 4,236.176; each month's compensation is rounded by itself.
    expect(Math.abs(recovered - 4_236_18)).toBeLessThanOrEqual(4);
  });

  it("lists statutory pay by kind, the payments made and the payslips behind the figures", () => {
    const { model } = paper("2027-04-10");
    const recovered = rowsOf(model, "Statutory pay that HMRC gives back, by kind");
    expect(recovered[0]?.slice(0, 3)).toEqual(["5: 6 Aug to 5 Sep", "Statutory Maternity Pay", "£777.28"]);
    expect(rowsOf(model, "Payments made to HMRC")).toEqual([
      ["Month 1", "20 May 2026", "£100.00"],
      ["Month 2", "20 June 2026", "£9,000.00"],
    ]);
    expect(rowsOf(model, "The payslips behind these figures")).toHaveLength(39);
    expect(rowsOf(model, "The payslips behind these figures")[0]?.slice(0, 2)).toEqual(["Tom Ellery", "24 April 2026"]);
    const plain = recordOf(aYearOfPay(1));
    const small = buildP32Document({ taxYear: "2026-27", asOf: plainDate("2027-04-10"), employer, ...plain });
    expect(() => rowsOf(small, "Statutory pay that HMRC gives back, by kind")).toThrow();
    expect(() => rowsOf(small, "Payments made to HMRC")).toThrow();
  });

  it("tells what is to pay for the last tax month that ended, where, by when and under which reference", () => {
    const { model, account } = paper("2026-05-06", { paid: [] });
    expect(sentencesOf(model)).toContain(
      `${formatPence(account[0]?.carriedForward.amount ?? pence(0))} is to be paid for month 1 and what was left before.`,
    );
    expect(factsOf(model)).toMatchObject({
      Reference: "123PA000123452701",
      "Account name": "HMRC Cumbernauld",
      "Sort code": "08 32 10",
      "Account number": "12001039",
      "By bank transfer, by": "22 May 2026",
      "By cheque in the post, by": "19 May 2026",
      "Accounts Office reference": "123PA00012345",
    });
  });

  it("tells when HMRC holds money, when all is paid and when no month has ended", () => {
    const { model, account } = paper("2026-06-06");
    const held = account[1]?.carriedForward.amount ?? pence(0);
    expect(held).toBeLessThan(0);
    expect(sentencesOf(model)).toContain(
      `HMRC holds ${formatPence(pence(-held))} of yours. It comes off the next payment, or ask HMRC to pay it back.`,
    );
    expect(sentencesOf(paper("2026-05-05").model)).toContain("No tax month of this year has ended yet.");
    expect(factsOf(paper("2026-05-05").model).Reference).toBeUndefined();
    const due = account[0]?.amountDue.amount ?? pence(0);
    const exact = paper("2026-05-06", { paid: [{ id: "1", paidOn: plainDate("2026-05-20"), amount: due, forTaxMonth: null }] });
    expect(sentencesOf(exact.model)).toContain("Everything up to the last tax month is paid.");
  });

  it("keeps the account by quarters for a small payer", () => {
    const { model } = paper("2026-07-06", { paid: [], quarterly: true });
    const rows = rowsOf(model, "The account with HMRC: below zero is paid too much");
    expect(rows.map((row) => row.slice(0, 2))).toEqual([
      ["Months 1 to 3", "22 July 2026"],
      ["Months 4 to 6", "22 October 2026"],
      ["Months 7 to 9", "22 January 2027"],
      ["Months 10 to 12", "22 April 2027"],
    ]);
    expect(factsOf(model).Reference).toBe("123PA000123452703");
    expect(sentencesOf(model).some((sentence) => sentence.includes("is to be paid for months 1 to 3 and"))).toBe(true);
  });
});
