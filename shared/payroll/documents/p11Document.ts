import { type DocumentModel, type DocumentRow, type DocumentTable, dateCell, moneyCell, textCell } from "../../core/documentModel.ts";
import { type Pence, pence } from "../../core/money.ts";
import type { PlainDate } from "../../core/plainDate.ts";
import { recoverableKinds } from "../hmrc/statutoryRecoveries.ts";
import type { PayslipResult } from "../types.ts";
import { type EmployeeOnPaper, type EmployerOnPaper, factsBlock, nameOnPaper, spacedNationalInsuranceNumber } from "./onPaper.ts";

export interface P11Input {
  readonly taxYear: string;
  /** The day the record is dated: the last payday in it, or the end of the year. */
  readonly asOf: PlainDate;
  readonly employer: EmployerOnPaper;
  readonly employee: EmployeeOnPaper;
  /** The sealed payslips of one person in one tax year, oldest first. */
  readonly payslips: readonly PayslipResult[];
}

/**
 * The deductions working record of one person (form P11, for paper filers RT11): each payday's National Insurance, tax, loans and statutory payments with totals.
 * Source: HMRC forms P11 and RT11; payroll rules, section 14.1.
 */
export function buildP11Document({ taxYear, asOf, employer, employee, payslips }: P11Input): DocumentModel {
  const last = payslips.at(-1);
  return {
    title: "P11 Deductions working record",
    subtitle: [nameOnPaper(employee), `Tax year ${taxYear}`],
    author: employer.employerName,
    about: asOf,
    sections: [
      {
        heading: "",
        blocks: [
          factsBlock([
            ["Employer", employer.employerName],
            ["PAYE reference", employer.payeReference ?? ""],
            ["National Insurance number", spacedNationalInsuranceNumber(employee.nationalInsuranceNumber)],
            ["Payroll number", employee.payrollNumber],
            ["Tax code now", last ? `${last.taxCode}${last.isWeek1Month1 ? " (week 1/month 1)" : ""}` : ""],
            [
              "Pay and tax of earlier jobs this year",
              last && last.yearToDate.previousTaxablePay !== 0 ? "counted in the tax, not in these pay figures" : "",
            ],
          ]),
        ],
      },
      { heading: "Income tax", blocks: [taxTable(payslips)] },
      { heading: "National Insurance", blocks: [insuranceTable(payslips)] },
      { heading: "Loans, pension and statutory pay", blocks: [otherTable(payslips)] },
    ],
    footer: "Worked out from sealed payslips. Keep for the tax year and three years more.",
  };
}

const periodName = ({ taxPeriod }: PayslipResult) => `${taxPeriod.table === "weekly" ? "Week" : "Month"} ${taxPeriod.number}`;
const sum = (payslips: readonly PayslipResult[], amountOf: (each: PayslipResult) => number): Pence =>
  pence(payslips.reduce((total, each) => total + amountOf(each), 0));

interface AmountColumn {
  readonly heading: string;
  readonly amountOf: (payslip: PayslipResult) => number;
  /** False for a running total, which is not added up. */
  readonly isSummed?: false;
}

/** A row for each payday, named by its tax week or month, and the totals. */
function payslipTable(
  caption: string,
  payslips: readonly PayslipResult[],
  columns: readonly AmountColumn[],
  extra?: (each: PayslipResult) => string,
): DocumentTable {
  const rows: DocumentRow[] = payslips.map((each) => ({
    cells: [
      textCell(`${periodName(each)}${extra ? `, ${extra(each)}` : ""}`),
      dateCell(each.payday),
      ...columns.map(({ amountOf }) => moneyCell(pence(amountOf(each)))),
    ],
  }));
  const totals = columns.map(({ amountOf, isSummed }) => (isSummed === false ? textCell("") : moneyCell(sum(payslips, amountOf))));
  return {
    kind: "table",
    caption,
    columns: [
      { heading: "Period", align: "start", share: 1.2 },
      { heading: "Payday", align: "start", share: 1.5 },
      ...columns.map(({ heading }) => ({ heading, align: "end" as const })),
    ],
    rows: [...rows, { cells: [textCell("Total"), textCell(""), ...totals], isTotal: true }],
  };
}

const taxTable = (payslips: readonly PayslipResult[]): DocumentTable =>
  payslipTable(
    "Income tax by payday",
    payslips,
    [
      { heading: "Pay", amountOf: (each) => each.taxablePay.amount },
      { heading: "Pay to date", amountOf: (each) => each.yearToDate.taxablePay, isSummed: false },
      { heading: "Tax taken", amountOf: (each) => each.incomeTax.amount },
      { heading: "Tax to date", amountOf: (each) => each.yearToDate.incomeTax, isSummed: false },
    ],
    (each) => each.taxCode,
  );

const insuranceTable = (payslips: readonly PayslipResult[]): DocumentTable =>
  payslipTable(
    "National Insurance by payday",
    payslips,
    [
      { heading: "Pay for NI", amountOf: ({ niBands }) => niBands.grossEarnings },
      { heading: "At LEL", amountOf: ({ niBands }) => niBands.atLowerEarningsLimit },
      { heading: "LEL to PT", amountOf: ({ niBands }) => niBands.lowerEarningsLimitToPrimaryThreshold },
      { heading: "PT to UEL", amountOf: ({ niBands }) => niBands.primaryThresholdToUpperEarningsLimit },
      { heading: "Employee", amountOf: (each) => each.employeeNationalInsurance.amount },
      { heading: "Employer", amountOf: (each) => each.employerNationalInsurance.amount },
    ],
    ({ niBands }) => niBands.category,
  );

const ofKinds = ({ payLines }: PayslipResult, isCounted: (kind: string) => boolean) =>
  payLines.reduce((total, line) => total + (isCounted(line.kind) ? line.amount : 0), 0);

const otherTable = (payslips: readonly PayslipResult[]): DocumentTable =>
  payslipTable("Loans, pension and statutory pay by payday", payslips, [
    { heading: "Student loan", amountOf: (each) => each.studentLoan.amount },
    { heading: "Postgraduate loan", amountOf: (each) => each.postgraduateLoan.amount },
    { heading: "Pension", amountOf: (each) => each.employeePension.amount },
    { heading: "Sick pay", amountOf: (each) => ofKinds(each, (kind) => kind === "statutorySickPay") },
    { heading: "Family pay", amountOf: (each) => ofKinds(each, (kind) => kind in recoverableKinds) },
    { heading: "Net pay", amountOf: (each) => each.netPay.amount },
  ]);
