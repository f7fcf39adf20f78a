import { type DocumentModel, type DocumentTable, moneyCell, textCell } from "../core/documentModel.ts";
import { decimalPounds, type Pence, pence, sumPence } from "../core/money.ts";
import { formatDate, type PlainDate } from "../core/plainDate.ts";
import type { PayslipResult } from "./types.ts";

/** One person's payslip with the particulars HMRC knows them by. */
export interface HmrcEmployee {
  readonly name: string;
  readonly payrollNumber: string;
  readonly nationalInsuranceNumber: string | null;
  readonly result: PayslipResult;
}

export interface HmrcFiguresInput {
  readonly employerName: string;
  readonly payeReference: string | null;
  readonly accountsOfficeReference: string | null;
  readonly payday: PlainDate;
  /** What the pay run added to the amount due to HMRC, Employment Allowance taken off, and by when. Null when it is not known. */
  readonly amountDue: { readonly amountPence: Pence; readonly dueOn: PlainDate } | null;
  readonly employees: readonly HmrcEmployee[];
}

/** One box of HMRC's program: its name, the number of the RTI data item, and the value as it is to be typed. */
interface Box {
  readonly name: string;
  readonly item: string;
  readonly value: string;
}

const money = (amount: Pence) => decimalPounds(pence(amount));

/**
 * The figures of one payment in the order of "Add employee payment" of HMRC's Basic PAYE Tools, with the numbers of the
 * Full Payment Submission's data items. Zero figures are kept: an empty box is a figure too.
 */
export function fullPaymentSubmissionBoxes({ result, ...employee }: HmrcEmployee): Box[] {
  const { taxPeriod, niBands, yearToDate: year } = result;
  const netPayPension = result.pensionTaxTreatment === "netPay" ? result.employeePension.amount : pence(0);
  const otherPension = result.pensionTaxTreatment === "reliefAtSource" ? result.employeePension.amount : pence(0);
  const band = year.nationalInsurance.find((each) => each.category === niBands.category) ?? niBands;
  return [
    { name: "Employee", item: "6, 7", value: employee.name },
    { name: "National Insurance number", item: "5", value: employee.nationalInsuranceNumber ?? "Not known" },
    { name: "Payroll ID", item: "38", value: employee.payrollNumber },
    { name: "Payment date", item: "43", value: formatDate(result.payday) },
    {
      name: taxPeriod.table === "weekly" ? "Tax week number" : "Tax month number",
      item: taxPeriod.table === "weekly" ? "44" : "45",
      value: String(taxPeriod.number),
    },
    { name: "Number of earnings periods covered", item: "48", value: String(taxPeriod.span) },
    { name: "Tax code", item: "55", value: result.taxCode },
    { name: "Week 1/month 1", item: "56", value: result.isWeek1Month1 ? "Yes" : "No" },
    { name: "Pay for tax purposes (taxable pay in this period)", item: "58", value: money(result.taxablePay.amount) },
    { name: "Payments not subject to tax or NIC", item: "58A", value: money(result.nonTaxable.amount) },
    { name: "Deductions from net pay", item: "58B", value: money(sumPence(result.otherDeductions.map((each) => each.amount))) },
    { name: "Pension contributions, net pay arrangement", item: "61", value: money(netPayPension) },
    { name: "Pension contributions, other", item: "65", value: money(otherPension) },
    { name: "Student loan", item: "67", value: money(result.studentLoan.amount) },
    { name: "Postgraduate loan", item: "195", value: money(result.postgraduateLoan.amount) },
    { name: "Tax deducted or refunded", item: "68", value: money(result.incomeTax.amount) },
    { name: "Pay after statutory deductions (net pay)", item: "59", value: money(result.netPay.amount) },
    { name: "NI category letter", item: "79", value: niBands.category },
    { name: "Earnings for NIC in this period", item: "79B", value: money(niBands.grossEarnings) },
    { name: "Employer's NIC in this period", item: "86A", value: money(niBands.employerContributions) },
    { name: "Employee's NIC in this period", item: "86B", value: money(niBands.employeeContributions) },
    { name: "Taxable pay, year to date", item: "41A", value: money(year.taxablePay) },
    { name: "Tax, year to date", item: "41B", value: money(year.incomeTax) },
    { name: "Student loan, year to date", item: "41C", value: money(year.studentLoan) },
    { name: "Earnings for NIC, year to date", item: "79A", value: money(band.grossEarnings) },
    { name: "Earnings at the lower earnings limit, year to date", item: "82", value: money(band.atLowerEarningsLimit) },
    { name: "Earnings up to the primary threshold, year to date", item: "82A", value: money(band.lowerEarningsLimitToPrimaryThreshold) },
    { name: "Earnings up to the upper earnings limit, year to date", item: "169", value: money(band.primaryThresholdToUpperEarningsLimit) },
    { name: "Employer's NIC, year to date", item: "86Aa", value: money(band.employerContributions) },
    { name: "Employee's NIC, year to date", item: "86Ba", value: money(band.employeeContributions) },
  ];
}

/** "Figures for HMRC": one table for each person to type into Basic PAYE Tools, and what to pay. */
export function buildHmrcFiguresDocument(input: HmrcFiguresInput): DocumentModel {
  const { employees, amountDue } = input;
  const total = (amountOf: (result: PayslipResult) => Pence) => sumPence(employees.map((each) => amountOf(each.result)));
  const gross: [string, Pence][] = [
    ["Income tax", total((result) => result.incomeTax.amount)],
    ["Student and postgraduate loans", total((result) => pence(result.studentLoan.amount + result.postgraduateLoan.amount))],
    ["Employees' National Insurance", total((result) => result.employeeNationalInsurance.amount)],
    ["Employer's National Insurance", total((result) => result.employerNationalInsurance.amount)],
  ];
  const before = sumPence(gross.map(([, amount]) => amount));
  const lines: [string, Pence][] =
    amountDue && amountDue.amountPence !== before ? [...gross, ["Less Employment Allowance", pence(amountDue.amountPence - before)]] : gross;
  const due = amountDue?.amountPence ?? before;
  const table: DocumentTable = {
    kind: "table",
    caption: "What this pay run adds to the amount due to HMRC",
    columns: [
      { heading: "Part", align: "start", share: 3 },
      { heading: "Amount", align: "end" },
    ],
    rows: [
      ...lines.map(([label, amount]) => ({ cells: [textCell(label), moneyCell(amount)] })),
      { cells: [textCell("Due to HMRC for this pay run"), moneyCell(due)], isTotal: true },
    ],
  };
  return {
    title: "Figures for HMRC",
    subtitle: [`Payday ${formatDate(input.payday)}`, input.employerName],
    author: input.employerName,
    about: input.payday,
    figure: { label: "Due to HMRC", amount: due },
    sections: [
      {
        heading: "",
        blocks: [
          {
            kind: "facts",
            items: [
              { label: "PAYE reference", value: input.payeReference ?? "Not known yet" },
              { label: "Accounts Office reference", value: input.accountsOfficeReference ?? "Not known yet" },
              ...(amountDue ? [{ label: "Pay HMRC by", value: formatDate(amountDue.dueOn) }] : []),
            ],
          },
          {
            kind: "paragraph",
            text: "Send the Full Payment Submission on or before payday. Type these figures in HMRC's order, or compare them with what your payroll service sent. The number beside each box is HMRC's own.",
          },
          table,
        ],
      },
      ...employees.map((employee) => ({ heading: employee.name, blocks: [boxTable(employee)] })),
    ],
    footer: "Made from finished payslips. The figures are never changed afterwards.",
  };
}

function boxTable(employee: HmrcEmployee): DocumentTable {
  return {
    kind: "table",
    caption: `Full Payment Submission figures of ${employee.name}`,
    columns: [
      { heading: "Box", align: "start", share: 4 },
      { heading: "HMRC item", align: "start", share: 1 },
      { heading: "Figure", align: "end", share: 2 },
    ],
    rows: fullPaymentSubmissionBoxes(employee).map((box) => ({ cells: [textCell(box.name), textCell(box.item), textCell(box.value)] })),
  };
}
