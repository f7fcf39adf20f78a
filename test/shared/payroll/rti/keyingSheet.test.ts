import { describe, expect, it } from "vitest";
import { tablesOf } from "../../../../shared/core/documentModel.ts";
import { minutes } from "../../../../shared/core/minutes.ts";
import { pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { hmrcFiguresOf } from "../../../../shared/payroll/hmrc/hmrcFigures.ts";
import { startOfYear } from "../../../../shared/payroll/payslip/yearToDate.ts";
import { compareWithTool, figuresToCompare } from "../../../../shared/payroll/rti/agreement.ts";
import { buildEmployerPaymentSummary, recoveredToDate } from "../../../../shared/payroll/rti/buildEmployerPaymentSummary.ts";
import { employerPaymentSummarySheet } from "../../../../shared/payroll/rti/employerPaymentSummarySheet.ts";
import { KeyingSheet, keyingSheetOf, lateReasonWords, sendsNothing } from "../../../../shared/payroll/rti/keyingSheet.ts";
import { buildKeyingSheetDocument } from "../../../../shared/payroll/rti/keyingSheetDocument.ts";
import type { EmployeePaymentFacts } from "../../../../shared/payroll/rti/submissionFacts.ts";
import { LateReason } from "../../../../shared/payroll/rti/submissionFacts.ts";
import { taxYear2026 } from "../../../../shared/rates/2026-27.ts";
import { aPayLine } from "../../../support/payslipBuilders.ts";
import { anEmployee, anEmployeePayment, anEmployer, aPayment, aPayslip, aSubmission } from "../../../support/rtiFacts.ts";

function sheetOf(change: Partial<EmployeePaymentFacts> = {}): KeyingSheet {
  const facts = anEmployeePayment(change);
  const [employee] = aSubmission({ employees: [facts] }).employees;
  const payslip = facts.payslips.at(-1);
  if (!employee || !payslip) throw new Error("nobody");
  return keyingSheetOf(employee, payslip);
}
const pairs = (figures: KeyingSheet["payment"]) => figures.map(({ item, value, yearToDate, toDateItem }) => [item, value, yearToDate, toDateItem]);

describe("HMRC's figures of one payslip, in the order of Basic PAYE Tools", () => {
  it("has every box with its year to date", () => {
    expect(pairs(hmrcFiguresOf(aPayslip(), minutes(20 * 60)))).toEqual([
      ["43", "1 May 2026", null, null],
      ["44", "4", null, null],
      ["48", "1", null, null],
      ["42", "W4 (4 weekly)", null, null],
      ["54", "B (16 to 23.99 hours)", null, null],
      ["58", "1400.00", "1400.00", "41A"],
      ["79", "A", null, null],
      ["79B", "1400.00", "1400.00", "79A"],
      ["65", "36.80", "36.80", "151"],
      ["55", "1257L", null, null],
      ["56", "No", null, null],
      ["68", "86.40", "86.40", "41B"],
      ["86B", "34.64", "34.64", "86Ba"],
      ["86A", "152.25", "152.25", "86Aa"],
      ["82", "516.00", "516.00", "82"],
      ["82A", "451.00", "451.00", "82A"],
      ["169", "433.00", "433.00", "169"],
      ["67", "0.00", "0.00", "41C"],
      ["195", "0.00", "0.00", "194"],
      ["58B", "36.80", null, null],
      ["59", "1278.96", null, null],
      ["", "1242.16", null, null],
    ]);
  });

  it("takes the year to date the payslip was sealed with", () => {
    const first = aPayslip({ nationalInsuranceCategory: "J", studentLoanPlan: "1", payLines: [aPayLine(pence(2_500_00))] });
    const second = aPayslip({
      payday: plainDate("2026-05-29"),
      yearToDate: first.yearToDate,
      studentLoanPlan: "1",
      payLines: [
        aPayLine(pence(1_300_00)),
        aPayLine(pence(100_00), { kind: "statutorySickPay" }),
        aPayLine(pence(194_32), { kind: "statutoryMaternityPay" }),
      ],
      taxSetting: { code: "S1257L", isWeek1Month1: true },
    });
    const figures = pairs(hmrcFiguresOf(second));
    expect(figures).toContainEqual(["54", "E (no regular hours)", null, null]);
    expect(figures).toContainEqual(["58", "1594.32", "4094.32", "41A"]);
    expect(figures).toContainEqual(["", "100.00", "100.00", null]);
    expect(figures).toContainEqual(["70", "194.32", "194.32", "70"]);
    expect(figures).toContainEqual(["55", "S1257L", null, null]);
    expect(figures).toContainEqual(["56", "Yes", null, null]);
    // Plan 1: 9% of 2,500.00 − 2,069.23 is 38.76, so 38; nothing in the second period.
    expect(figures).toContainEqual(["67", "0.00", "38.00", "41C"]);
    // Letter J of the first payslip stays beside letter A: 967 to 2,500 at 2% is 30.66.
    expect(figures).toContainEqual(["79A", "0.00", "2500.00", "79A"]);
    expect(figures).toContainEqual(["86Ba", "0.00", "30.66", "86Ba"]);
    expect(figures).toContainEqual(["86Aa", "0.00", "317.25", "86Aa"]);
    expect(figures).toContainEqual(["169", "0.00", "1533.00", "169"]);
    expect(figures).toContainEqual(["82", "0.00", "516.00", "82"]);
    expect(figures).toContainEqual(["82A", "0.00", "451.00", "82A"]);
    expect(hmrcFiguresOf(second).find(({ item }) => item === "67")?.label).toBe("Student loan (plan 1)");
  });

  it("names net-pay pension, mileage and a tax month", () => {
    const slip = aPayslip({
      payFrequency: "monthly",
      pension: { status: "member", taxTreatment: "netPay", earningsBasis: "allEarnings", employeeRate: 500 as never, employerRate: 300 as never },
      payLines: [aPayLine(pence(1_000_00)), aPayLine(pence(9_90), { kind: "mileage" })],
    });
    const figures = pairs(hmrcFiguresOf(slip));
    expect(figures).toContainEqual(["45", "1", null, null]);
    expect(figures).toContainEqual(["61", "50.00", "50.00", "150"]);
    expect(figures).toContainEqual(["58A", "9.90", null, null]);
    expect(figures.some(([item]) => item === "65" || item === "44" || item === "58B")).toBe(false);
  });
});

describe("the keying sheet of one payday", () => {
  it("asks for the employee first, then the payment, then shows what the tool works out", () => {
    const sheet = sheetOf();
    expect(KeyingSheet.parse(sheet)).toEqual(sheet);
    expect(sheet.employeeName).toBe("Priya Example");
    expect(sheet.payrollId).toBe("PA-001");
    expect(sheet.details.map(({ item, value }) => [item, value])).toEqual([
      ["7", "Priya"],
      ["6", "Example"],
      ["5", "AB123456C"],
      ["10", "14 March 1990"],
      ["11", "F (female)"],
      ["13", "1 Example Street"],
      ["14", "Exampletown"],
      ["17", "ZZ99 9ZZ"],
      ["38", "PA-001"],
      ["42", "W4 (4 weekly)"],
      ["54", "B (16 to 23.99 hours)"],
      ["79", "A"],
      ["55", "1257L"],
      ["56", "No"],
    ]);
    expect(sheet.payment.map(({ item }) => item)).toEqual(["43", "44", "48", "58", "79B", "65", "58B"]);
    expect(sheet.shown.map(({ item, value }) => [item, value])).toEqual([
      ["68", "86.40"],
      ["86B", "34.64"],
      ["86A", "152.25"],
      ["67", "0.00"],
      ["195", "0.00"],
      ["59", "1278.96"],
      ["", "1242.16"],
    ]);
    expect(sheet.totals.map(({ item }) => item)).toEqual(["82", "82A", "169"]);
  });

  it("tells of a starter, a changed payroll ID, a leaver and what happened in the period", () => {
    const sheet = sheetOf({
      employee: anEmployee({
        title: "Mx",
        middleName: "Jo",
        gender: "M",
        nationalInsuranceNumber: null,
        passportNumber: "123456789",
        foreignCountry: "France",
        starterKind: "declarationC",
        isNewToHmrc: true,
        startOn: plainDate("2026-04-07"),
        endOn: plainDate("2026-04-30"),
        hasStudentLoanAtStart: true,
        hasPostgraduateLoanAtStart: true,
        isPaidIrregularly: true,
        previousPayrollNumber: "PA-000",
        workplacePostcode: "AB1 2XY",
        otherParent: { firstName: "Alex", lastName: "Other", nationalInsuranceNumber: "AB123456C" },
      }),
      payment: aPayment({
        wasOnStrike: true,
        hadUnpaidAbsence: true,
        isAfterLeaving: true,
        isToNonIndividual: true,
        hasAggregatedEarnings: true,
        lateReason: "G",
      }),
      payslips: [aPayslip({ payLines: [aPayLine(pence(194_32), { kind: "statutorySharedParentalPay" })] })],
    });
    const details = sheet.details.map(({ item, label, value }) => [item, label, value]);
    for (const box of [
      ["5A", "Title", "Mx"],
      ["9", "Second name", "Jo"],
      ["5", "National Insurance number", "Not known"],
      ["11", "Current gender", "M (male)"],
      ["14", "Address line 2", "Exampletown"],
      ["18", "Foreign country", "France"],
      ["12", "Passport number", "123456789"],
      ["74", "Other parent (Shared Parental Pay)", "Alex Other"],
      ["78", "Other parent's National Insurance number", "AB123456C"],
      ["39", "Payroll ID changed", "Yes"],
      ["40", "Old payroll ID", "PA-000"],
      ["24", "Start date", "7 April 2026"],
      ["24A", "Starter declaration", "C (another job or a pension)"],
      ["27", "Student loan deductions needed", "Yes"],
      ["193", "Postgraduate loan deductions needed", "Yes"],
      ["40A", "Irregular payment pattern", "Yes"],
      ["218", "Employee's workplace postcode", "AB1 2XY"],
      ["41", "Leaving date", "30 April 2026"],
    ]) {
      expect(details).toContainEqual(box);
    }
    expect(sheet.payment.map(({ item, value }) => [item, value])).toEqual(
      expect.arrayContaining([
        ["73", "194.32"],
        ["49", "Yes"],
        ["152", "Yes"],
        ["153", "Yes"],
        ["51", "Yes"],
        ["147", "Yes"],
        ["154", "G (reasonable excuse)"],
      ]),
    );
  });

  it("has words for each reason for reporting late", () => {
    for (const reason of LateReason.options) expect(lateReasonWords[reason]).toMatch(new RegExp(`^${reason} \\(.+\\)$`));
  });

  it("prints for each assistant a page, with room for what the tool shows, and says that nothing is sent", () => {
    const model = buildKeyingSheetDocument({
      employerName: "A Holder",
      payeReference: "123/AB456",
      accountsOfficeReference: null,
      payday: plainDate("2026-05-01"),
      sheets: [sheetOf(), sheetOf({ employee: anEmployee({ firstName: "Tom" }) })],
      employerFigures: [{ item: "166", label: "Employment Allowance indicator", value: "Yes", yearToDate: null, toDateItem: null }],
      notices: ["Look at this."],
    });
    expect(model.sections.map(({ heading, startsNewPage }) => [heading, startsNewPage ?? false])).toEqual([
      ["", false],
      ["Priya Example", false],
      ["Tom Example", true],
      ["Employer Payment Summary", false],
    ]);
    expect(model.sections[0]?.blocks).toContainEqual({ kind: "paragraph", text: sendsNothing });
    expect(model.sections[0]?.blocks).toContainEqual({ kind: "note", heading: "Before you send", lines: ["Look at this."] });
    expect(model.sections[0]?.blocks).toContainEqual({
      kind: "facts",
      items: [
        { label: "PAYE reference", value: "123/AB456" },
        { label: "Accounts Office reference", value: "Not known yet" },
      ],
    });
    expect(sendsNothing).toMatch(/^Plan & Payday sends nothing to HMRC\./);
    const tables = tablesOf(model).map(({ table }) => table);
    expect(tables.map(({ caption }) => caption)).toEqual([
      "Employee details of Priya Example",
      "Payment to Priya Example",
      "What the tool then shows for Priya Example",
      "Totals of Priya Example the tool keeps",
      "Employee details of Tom Example",
      "Payment to Tom Example",
      "What the tool then shows for Tom Example",
      "Totals of Tom Example the tool keeps",
      "Monthly and yearly employer tasks",
    ]);
    const pay = tables[1]?.rows.map(({ cells }) => cells.map((cell) => (cell.kind === "text" ? cell.text : "")));
    expect(pay).toContainEqual(["Pay for tax purposes", "58, 41A", "1400.00", "1400.00"]);
    const totals = tables[3]?.rows.map(({ cells }) => cells.map((cell) => (cell.kind === "text" ? cell.text : "")));
    expect(totals).toContainEqual(["Earnings at the Lower Earnings Limit", "82", "516.00", "516.00"]);
  });

  it("leaves out an employer part and notices that say nothing", () => {
    const model = buildKeyingSheetDocument({
      employerName: "A Holder",
      payeReference: null,
      accountsOfficeReference: "123PA00012345",
      payday: plainDate("2026-05-01"),
      sheets: [sheetOf()],
      employerFigures: [],
      notices: [],
    });
    expect(model.sections.map(({ heading }) => heading)).toEqual(["", "Priya Example"]);
    expect(model.sections[0]?.blocks.some(({ kind }) => kind === "note")).toBe(false);
  });
});

describe("type back what it shows", () => {
  const { shown } = sheetOf();
  const typedTax = (typed: string) => ({ item: "68", label: "Tax deducted or refunded", typed });
  const typedNet = (typed: string) => ({ item: "59", label: "Pay after statutory deductions", typed });
  const answerFor = (item: string, typed: Parameters<typeof compareWithTool>[1]) =>
    compareWithTool(shown, typed).figures.find(({ figure }) => figure.item === item);

  it("agrees to the penny, however the amount is written", () => {
    for (const typed of ["86.40", "£86.40", "86.4", " 86.40 "]) {
      const agreement = compareWithTool(shown, [typedTax(typed)]);
      expect(agreement).toMatchObject({ agrees: true, words: "The figure agrees." });
      expect(agreement.figures[0]).toMatchObject({ answer: "agrees", difference: 0, words: "Tax deducted or refunded: both say £86.40." });
    }
    expect(compareWithTool(shown, [typedTax("86.40"), typedNet("1,278.96")])).toMatchObject({ agrees: true, words: "All 2 figures agree." });
  });

  it.each([
    ["86.41", 1],
    ["86.39", -1],
  ])("allows a penny in tax (%s)", (typed, difference) => {
    const agreement = compareWithTool(shown, [typedTax(typed)]);
    expect(agreement.agrees).toBe(true);
    expect(agreement.figures[0]).toMatchObject({
      answer: "pennyAllowed",
      difference,
      words: `Tax deducted or refunded: you typed £${typed}, we have £86.40. HMRC allows a penny in tax, because its tables and the exact sum round differently.`,
    });
  });

  it.each([
    ["86.42", 2, "£0.02 more"],
    ["86.38", -2, "£0.02 less"],
    ["96.40", 10_00, "£10.00 more"],
  ])("names a difference of more than a penny in tax (%s)", (typed, difference, words) => {
    const agreement = compareWithTool(shown, [typedTax(typed)]);
    expect(agreement).toMatchObject({ agrees: false, words: "1 of 1 figures differs: Tax deducted or refunded." });
    expect(agreement.figures[0]).toMatchObject({ answer: "differs", difference });
    expect(agreement.figures[0]?.words).toBe(`Tax deducted or refunded: you typed £${typed}, we have £86.40: ${words} than ours.`);
  });

  it("allows no penny in National Insurance", () => {
    const typed = [{ item: "86B", label: "Employee National Insurance", typed: "34.65" }];
    expect(answerFor("86B", typed)).toMatchObject({ answer: "differs", difference: 1 });
  });

  it("lets the penny of tax go on into what is left after it, the other way round, and only then", () => {
    expect(answerFor("59", [typedTax("86.41"), typedNet("1278.95")])).toMatchObject({
      answer: "pennyAllowed",
      difference: -1,
      words: "Pay after statutory deductions: you typed £1,278.95, we have £1,278.96. That is the penny in tax, which HMRC allows.",
    });
    expect(answerFor("", [typedTax("86.39"), { item: "", label: "What the employee receives", typed: "1242.17" }])).toMatchObject({
      answer: "pennyAllowed",
      difference: 1,
    });
    expect(answerFor("59", [typedTax("86.41"), typedNet("1278.97")])).toMatchObject({ answer: "differs" });
    expect(answerFor("59", [typedNet("1278.95")])).toMatchObject({ answer: "differs", difference: -1 });
    expect(answerFor("59", [typedTax("86.42"), typedNet("1278.94")])).toMatchObject({ answer: "differs" });
    expect(answerFor("59", [typedTax("86.42"), typedNet("1278.95")])).toMatchObject({ answer: "differs" });
  });

  it("says what it cannot read, and waits for what is not typed", () => {
    const agreement = compareWithTool(shown, [typedTax("eighty"), typedNet("")]);
    expect(agreement).toMatchObject({ agrees: false, words: "1 of 1 figures differs: Tax deducted or refunded." });
    expect(agreement.figures[0]).toMatchObject({ answer: "unreadable", difference: null, words: '"eighty" is not an amount. Write it like 86.40.' });
    expect(agreement.figures.find(({ figure }) => figure.item === "59")).toMatchObject({
      answer: "notTyped",
      difference: null,
      words: "Nothing typed yet.",
    });
    expect(compareWithTool(shown, [])).toMatchObject({ agrees: false, words: "Type what the tool shows, and it is compared to the penny." });
  });

  it("names several differences", () => {
    const typed = [typedTax("0"), typedNet("0"), { item: "67", label: "Student loan", typed: "0.00" }];
    expect(compareWithTool(shown, typed).words).toBe("2 of 3 figures differ: Tax deducted or refunded, Pay after statutory deductions.");
  });

  it("compares words as they are written, with or without what stands in brackets", () => {
    const { details } = sheetOf();
    const band = (typed: string) =>
      compareWithTool(details, [{ item: "54", label: "Number of normal hours worked band", typed }]).figures.find(
        ({ figure }) => figure.item === "54",
      );
    expect(band("b")).toMatchObject({ answer: "agrees", words: "Number of normal hours worked band: both say B (16 to 23.99 hours)." });
    expect(band("B (16 to 23.99 hours)")?.answer).toBe("agrees");
    expect(band("C")).toMatchObject({ answer: "differs", words: "Number of normal hours worked band: you typed C, we have B (16 to 23.99 hours)." });
    const week = compareWithTool(sheetOf().payment, [{ item: "44", label: "Tax week number", typed: "4.00" }]).figures.find(
      ({ figure }) => figure.item === "44",
    );
    expect(week?.answer).toBe("differs");
  });

  it("lets the year to date be typed back too, with the penny in tax", () => {
    const figures = figuresToCompare(shown);
    expect(figures.map(({ item, label, value }) => [item, label, value]).slice(0, 3)).toEqual([
      ["68", "Tax deducted or refunded", "86.40"],
      ["41B", "Tax deducted or refunded, year to date", "86.40"],
      ["86B", "Employee National Insurance", "34.64"],
    ]);
    const typed = [{ item: "41B", label: "Tax deducted or refunded, year to date", typed: "86.41" }];
    expect(compareWithTool(figures, typed).figures.find(({ figure }) => figure.item === "41B")?.answer).toBe("pennyAllowed");
  });
});

describe("the Employer Payment Summary to type", () => {
  const input = {
    taxYear: "2026-27",
    employer: anEmployer(),
    noPayment: null,
    inactivity: null,
    employmentAllowance: null,
    recovered: null,
    account: null,
    finalSubmission: null,
    today: plainDate("2026-11-06"),
  };
  const sheet = (change: Partial<Parameters<typeof buildEmployerPaymentSummary>[0]>) => {
    const verdict = buildEmployerPaymentSummary({ ...input, ...change });
    if (!verdict.ok) throw new Error(verdict.problems.map(({ rule }) => rule).join(" "));
    return employerPaymentSummarySheet(verdict.value).map(({ item, value }) => [item, value]);
  };

  it("lists statutory pay got back, with its compensation, kind by kind", () => {
    const amounts = (["maternity", "paternity", "adoption", "sharedParental", "parentalBereavement", "neonatalCare"] as const).map((kind, index) => ({
      kind,
      recovered: pence(100_00 + index),
      compensation: pence(index),
    }));
    expect(sheet({ recovered: { taxMonth: 7, amounts } })).toEqual([
      ["167", "7"],
      ["92", "100.00"],
      ["93", "100.01"],
      ["98", "0.01"],
      ["94", "100.02"],
      ["99", "0.02"],
      ["95", "100.03"],
      ["100", "0.03"],
      ["206", "100.04"],
      ["207", "0.04"],
      ["215", "100.05"],
      ["216", "0.05"],
    ]);
  });

  it("lists months without pay, the allowance, the account and the last submission", () => {
    const span = (from: string, to: string) => ({ from: plainDate(from), to: plainDate(to) });
    expect(
      sheet({
        noPayment: span("2026-10-06", "2026-11-05"),
        inactivity: span("2026-12-06", "2027-03-05"),
        employmentAllowance: true,
        account: { holderName: "Zoë Holder", accountNumber: "1234 5678", sortCode: "11-22-33", buildingSocietyReference: "ROLL/1" },
        finalSubmission: { because: "schemeCeased", ceasedOn: plainDate("2026-11-05") },
        recovered: { taxMonth: 8, amounts: [{ kind: "maternity", recovered: pence(0), compensation: pence(0) }] },
      }),
    ).toEqual([
      ["87Ba", "Yes"],
      ["137", "6 October 2026 to 5 November 2026"],
      ["136", "6 December 2026 to 5 March 2027"],
      ["166", "Yes"],
      ["156", "Zoe Holder"],
      ["157", "12345678"],
      ["158", "112233"],
      ["159", "ROLL/1"],
      ["108", "Yes"],
      ["119", "5 November 2026"],
    ]);
    expect(sheet({ employmentAllowance: false })).toEqual([["166", "No"]]);
    expect(sheet({ finalSubmission: { because: "yearEnd" } })).toEqual([["109", "Yes"]]);
  });

  it("adds up what is got back since 6 April, each employee's month rounded by itself", () => {
    const slip = (payday: string, amount: number, kind: "statutoryMaternityPay" | "statutoryPaternityPay" = "statutoryMaternityPay") =>
      aPayslip({ payday: plainDate(payday), payLines: [aPayLine(pence(amount), { kind }), aPayLine(pence(100_00))], yearToDate: startOfYear() });
    const one = [slip("2026-04-10", 194_32), slip("2026-05-01", 194_32), slip("2026-05-29", 100_01)];
    const two = [slip("2026-05-29", 50_00, "statutoryPaternityPay"), slip("2026-06-26", 194_32)];
    // Month 1: 388.64 × 92% = 357.5488; month 2: 100.01 × 92% = 92.0092.
    expect(recoveredToDate([one, two], 2, false, taxYear2026)).toEqual([
      { kind: "maternity", recovered: 449_56, compensation: 0 },
      { kind: "paternity", recovered: 46_00, compensation: 0 },
    ]);
    // Small employer: all of it, and 9%: 34.9776 and 9.0009.
    expect(recoveredToDate([one, two], 2, true, taxYear2026)).toEqual([
      { kind: "maternity", recovered: 488_65, compensation: 43_98 },
      { kind: "paternity", recovered: 50_00, compensation: 4_50 },
    ]);
    // Month 3 counts only once it is asked for.
    expect(recoveredToDate([one, two], 3, true, taxYear2026)[0]?.recovered).toBe(488_65 + 194_32);
    expect(recoveredToDate([[]], 12, true, taxYear2026)).toEqual([]);
  });
});
