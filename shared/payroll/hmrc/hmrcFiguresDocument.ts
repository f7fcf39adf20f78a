import { type DocumentModel, type DocumentTable, moneyCell, textCell } from "../../core/documentModel.ts";
import { type Pence, pence, sumPence } from "../../core/money.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import type { PayslipResult } from "../types.ts";
import { hmrcFiguresOf } from "./hmrcFigures.ts";

/** One person's payslip with the particulars HMRC knows them by. */
interface HmrcEmployee {
  readonly name: string;
  readonly payrollNumber: string;
  readonly nationalInsuranceNumber: string | null;
  readonly result: PayslipResult;
}

interface HmrcFiguresInput {
  readonly employerName: string;
  readonly payeReference: string | null;
  readonly accountsOfficeReference: string | null;
  readonly payday: PlainDate;
  /** What the pay run added to the amount due to HMRC, Employment Allowance taken off, and by when. Null when it is not known. */
  readonly amountDue: { readonly amountPence: Pence; readonly dueOn: PlainDate } | null;
  readonly employees: readonly HmrcEmployee[];
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

/** HMRC's boxes of one person, with the year so far where HMRC asks for it. */
function boxTable({ name, payrollNumber, nationalInsuranceNumber, result }: HmrcEmployee): DocumentTable {
  const who = [
    { item: "5", label: "National Insurance number", value: nationalInsuranceNumber ?? "Not known", yearToDate: null },
    { item: "38", label: "Payroll ID", value: payrollNumber, yearToDate: null },
  ];
  return {
    kind: "table",
    caption: `Full Payment Submission figures of ${name}`,
    columns: [
      { heading: "Box", align: "start", share: 4 },
      { heading: "HMRC item", align: "start", share: 1 },
      { heading: "Figure", align: "end", share: 2 },
      { heading: "Year to date", align: "end", share: 1.4 },
    ],
    rows: [...who, ...hmrcFiguresOf(result)].map((figure) => ({
      cells: [textCell(figure.label), textCell(figure.item), textCell(figure.value), textCell(figure.yearToDate ?? "")],
    })),
  };
}
