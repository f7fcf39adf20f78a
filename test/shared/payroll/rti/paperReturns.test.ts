import { describe, expect, it } from "vitest";
import { cellText, type DocumentModel, tablesOf } from "../../../../shared/core/documentModel.ts";
import { pence } from "../../../../shared/core/money.ts";
import { plainDate } from "../../../../shared/core/plainDate.ts";
import { buildEmployerPaymentSummary } from "../../../../shared/payroll/rti/buildEmployerPaymentSummary.ts";
import {
  deductionsWorkingSheet,
  employerSummaryOnPaper,
  type PaperEmployee,
  paymentSummary,
  paymentSummaryDueOn,
} from "../../../../shared/payroll/rti/paperReturns.ts";
import { aPayLine } from "../../../support/payslipBuilders.ts";
import { anEmployee, anEmployeePayment, anEmployer, aPayslip, aSubmission } from "../../../support/rtiFacts.ts";

const employer = { employerName: "A Holder", payeReference: "123/AB456", accountsOfficeReference: null };
const rowsOf = (model: DocumentModel, index: number) => tablesOf(model)[index]?.table.rows.map(({ cells }) => cells.map(cellText));
const factsOf = (model: DocumentModel) =>
  model.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "facts" ? block.items.map(({ label, value }) => [label, value]) : [])),
  );

const first = aPayslip({ studentLoanPlan: "1", hasPostgraduateLoan: true, payLines: [aPayLine(pence(3_100_00))] });
const second = aPayslip({ payday: plainDate("2026-07-24"), yearToDate: first.yearToDate, taxSetting: { code: "BR", isWeek1Month1: true } });
const payslips = [first, second] as const;
const employee = anEmployee({ starterKind: "declarationB", isNewToHmrc: true, startOn: plainDate("2026-04-07"), endOn: plainDate("2026-05-02") });

function onPaper(): PaperEmployee {
  const facts = anEmployeePayment({ employee, payslips });
  const [submitted] = aSubmission({ employees: [facts], today: plainDate("2026-07-24") }).employees;
  if (!submitted) throw new Error("nobody");
  return { submitted, payslips };
}

describe("form RT11, the deductions working sheet", () => {
  const model = deductionsWorkingSheet(employer, onPaper(), "2026-27");

  it("has each payday with pay and tax, and both to date", () => {
    // 3,100.00 less four weeks of free pay; BR on 1,400.00 is 280.00.
    const tax = first.incomeTax.amount / 100;
    expect(rowsOf(model, 0)).toEqual([
      ["1 May 2026", "Week 4", "1257L", "£3,100.00", "£3,100.00", `£${tax.toFixed(2)}`, `£${tax.toFixed(2)}`],
      ["24 July 2026", "Week 16", "BR W1/M1", "£1,400.00", "£4,500.00", "£280.00", `£${(tax + 280).toFixed(2)}`],
    ]);
  });

  it("has National Insurance and loans, added up", () => {
    const rows = rowsOf(model, 1);
    // 3,100 − 967 is 2,133, at 8% 170.64; 3,100 − 385 is 2,715, at 15% 407.25; loans 92 and 89.
    expect(rows?.[0]).toEqual(["1 May 2026", "A", "£3,100.00", "£516.00", "£451.00", "£2,133.00", "£170.64", "£407.25", "£92.00", "£89.00"]);
    expect(rows?.[2]).toEqual(["Tax year so far", "", "£4,500.00", "£1,032.00", "£902.00", "£2,566.00", "£205.28", "£559.50", "£92.00", "£89.00"]);
    expect(tablesOf(model)[1]?.table.rows.map(({ isTotal }) => isTotal ?? false)).toEqual([false, false, true]);
  });

  it("names the employee, the start and the leaving date", () => {
    expect(model.title).toBe("Deductions working sheet (RT11)");
    expect(model.subtitle).toEqual(["Priya Example", "Tax year 2026-27", "A Holder"]);
    expect(factsOf(model)).toEqual([
      ["PAYE reference", "123/AB456"],
      ["Accounts Office reference", "Not known yet"],
      ["National Insurance number", "AB123456C"],
      ["Date of birth", "14 March 1990"],
      ["Payroll number", "PA-001"],
      ["Started", "7 April 2026, statement B"],
      ["Left", "2 May 2026"],
    ]);
    expect(model.about).toBe("2026-07-24");
  });

  it("leaves out paydays of another year", () => {
    const before = deductionsWorkingSheet(employer, onPaper(), "2025-26");
    expect(rowsOf(before, 0)).toEqual([]);
    expect(before.about).toBe("2026-04-05");
  });
});

describe("form RT2, the payment summary of a tax quarter", () => {
  it("is due 14 days after the quarter", () => {
    expect(["2026-07-05", "2026-10-05", "2027-01-05", "2027-04-05"].map((end) => paymentSummaryDueOn(plainDate(end)))).toEqual([
      "2026-07-19",
      "2026-10-19",
      "2027-01-19",
      "2027-04-19",
    ]);
  });

  it("has the totals since 6 April, and by letter", () => {
    const model = paymentSummary(employer, onPaper(), "2026-27", 2);
    expect(model.subtitle).toEqual(["Priya Example", "6 July 2026 to 5 October 2026", "A Holder"]);
    expect(factsOf(model)).toContainEqual(["Paydays in the quarter", "1"]);
    expect(factsOf(model)).toContainEqual(["Must reach HMRC by", "19 October 2026"]);
    const tax = (first.incomeTax.amount + 280_00) / 100;
    // Pension: 5% of 3,100 − 480 is 131.00, less relief 104.80; and 36.80.
    expect(rowsOf(model, 0)).toEqual([
      ["Taxable pay", "£4,500.00"],
      ["Income tax", `£${tax.toFixed(2)}`],
      ["Student loan deductions", "£92.00"],
      ["Postgraduate loan deductions", "£89.00"],
      ["Other pension contributions", "£141.60"],
    ]);
    expect(rowsOf(model, 1)).toEqual([["A", "£4,500.00", "£1,032.00", "£902.00", "£2,566.00", "£205.28", "£559.50"]]);
    expect(model.footer).toContain("Universal Credit");
  });

  it("names statutory pay by kind", () => {
    const payslip = aPayslip({ payLines: [aPayLine(pence(194_32), { kind: "statutoryMaternityPay" })] });
    const [submitted] = aSubmission({ employees: [anEmployeePayment({ payslips: [payslip] })] }).employees;
    if (!submitted) throw new Error("nobody");
    const model = paymentSummary(
      employer,
      { submitted: { ...submitted, person: { ...submitted.person, nationalInsuranceNumber: null, birthDate: null } }, payslips: [payslip] },
      "2026-27",
      1,
    );
    expect(rowsOf(model, 0)).toContainEqual(["Statutory Maternity Pay", "£194.32"]);
    expect(factsOf(model)).toContainEqual(["National Insurance number", "Not known"]);
    expect(factsOf(model).some(([label]) => label === "Date of birth")).toBe(false);
  });
});

describe("form RT5, the employer's summary on paper", () => {
  const summary = (change: Partial<Parameters<typeof buildEmployerPaymentSummary>[0]>) => {
    const verdict = buildEmployerPaymentSummary({
      taxYear: "2026-27",
      employer: anEmployer(),
      noPayment: null,
      inactivity: null,
      employmentAllowance: true,
      recovered: null,
      account: null,
      finalSubmission: null,
      today: plainDate("2026-11-06"),
      ...change,
    });
    if (!verdict.ok) throw new Error(verdict.problems.map(({ rule }) => rule).join(" "));
    return employerSummaryOnPaper(employer, verdict.value, plainDate("2026-11-06"));
  };

  it("says to tick Employment Allowance every time", () => {
    expect(factsOf(summary({}))).toContainEqual(["Employment Allowance", "Tick the box. It is needed on every RT5, every year"]);
    expect(factsOf(summary({ employmentAllowance: false }))).toContainEqual(["Employment Allowance", "Not claimed"]);
    expect(tablesOf(summary({}))).toEqual([]);
  });

  it("has statutory pay got back and months without pay", () => {
    const model = summary({
      noPayment: { from: plainDate("2026-10-06"), to: plainDate("2026-11-05") },
      recovered: { taxMonth: 7, amounts: [{ kind: "paternity", recovered: pence(100_00), compensation: pence(9_00) }] },
    });
    expect(rowsOf(model, 0)).toEqual([["Statutory Paternity Pay", "£100.00", "£9.00"]]);
    expect(factsOf(model)).toContainEqual(["Nobody was paid", "6 October 2026 to 5 November 2026"]);
    expect(factsOf(model)).toContainEqual(["Figures run to the end of tax month", "7"]);
    expect(model.about).toBe("2026-11-06");
  });
});

it("every paper form says that the app sends nothing", () => {
  const [one] = [deductionsWorkingSheet(employer, onPaper(), "2026-27")];
  const text = one?.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : [])));
  expect(text).toEqual([
    "Copy these figures onto HMRC's form by hand, sign it and post it. You have to file yourself, on paper, and HMRC has to have agreed. Plan & Payday sends nothing to HMRC.",
  ]);
});
