import {
  type DocumentBlock,
  type DocumentModel,
  type DocumentSection,
  type DocumentTable,
  dateCell,
  moneyCell,
  textCell,
} from "../../core/documentModel.ts";
import { formatPence, type Pence, pence, sumPence } from "../../core/money.ts";
import { formatDate, formatShortDate, type PlainDate } from "../../core/plainDate.ts";
import { hmrcBankAccountOn } from "../../rates/hmrcAccounts.ts";
import type { PaymentRecordMonth, PaymentRecordPayslip } from "../hmrc/employerPaymentRecord.ts";
import type { HmrcAccountRow } from "../hmrc/hmrcAccount.ts";
import type { HmrcPeriod } from "../hmrc/hmrcMonth.ts";
import { type EmployerOnPaper, factsBlock, moneyRow } from "./onPaper.ts";

export interface P32Input {
  readonly taxYear: string;
  readonly asOf: PlainDate;
  readonly employer: EmployerOnPaper & { readonly accountsOfficeReference: string | null };
  readonly months: readonly PaymentRecordMonth[];
  readonly account: readonly HmrcAccountRow[];
  /** The payslips behind the figures, for the list at the end. */
  readonly payslips: readonly PaymentRecordPayslip[];
}

/**
 * Form P32, the employer's payment record of a tax year: what each tax month owes, the account with HMRC by month or quarter, where and how to pay, and the
 * payslips behind the figures. Source: HMRC form P32; payroll rules, section 14.
 */
export function buildP32Document(input: P32Input): DocumentModel {
  const { employer, months, account } = input;
  return {
    title: "P32 Employer payment record",
    subtitle: [`Tax year ${input.taxYear}, as it stands on ${formatDate(input.asOf)}`, employer.employerName],
    author: employer.employerName,
    about: input.asOf,
    sections: [
      {
        heading: "",
        blocks: [
          factsBlock(
            [
              ["PAYE reference", employer.payeReference ?? ""],
              ["Accounts Office reference", employer.accountsOfficeReference ?? ""],
            ],
            true,
          ),
        ],
      },
      { heading: "What each tax month owes", blocks: [monthTable(months), ...recoveryTable(months)] },
      { heading: "The account with HMRC", startsNewPage: true, blocks: [accountTable(account), ...paymentTable(account)] },
      howToPay(input.asOf, account),
      { heading: "The payslips behind these figures", startsNewPage: true, blocks: [payslipTable(input.payslips)] },
    ],
    footer: "Tax months run from the 6th to the 5th. The app pays nothing and sends nothing by itself.",
  };
}

const monthName = ({ firstTaxMonth, from, to }: HmrcPeriod) => `${firstTaxMonth}: ${formatShortDate(from)} to ${formatShortDate(to)}`;
const recoveredOf = ({ recoveries }: PaymentRecordMonth): Pence =>
  sumPence(recoveries.flatMap(({ recovered, compensation }) => [recovered.amount, compensation.amount]));

function monthTable(months: readonly PaymentRecordMonth[]): DocumentTable {
  const parts = (each: PaymentRecordMonth): Pence[] => [
    each.incomeTax.explained.amount,
    each.studentLoans.explained.amount,
    each.employeeNationalInsurance.explained.amount,
    each.employerNationalInsurance.explained.amount,
    pence(-each.employmentAllowance.amount),
    pence(-recoveredOf(each)),
    each.amountDue.amount,
  ];
  const totals = months.map(parts).reduce(
    (sums, row) => sums.map((sum, index) => pence(sum + (row[index] ?? 0))),
    Array.from({ length: 7 }, () => pence(0)),
  );
  return {
    kind: "table",
    caption: "What each tax month owes",
    columns: [
      { heading: "Tax month", align: "start", share: 1.9 },
      ...["Income tax", "Student loans", "Employee NI", "Employer NI", "Less allowance", "Less statutory pay", "Due"].map((heading) => ({
        heading,
        align: "end" as const,
      })),
    ],
    rows: [...months.map((each) => moneyRow(monthName(each.period), parts(each))), moneyRow("Year", totals, true)],
  };
}

function recoveryTable(months: readonly PaymentRecordMonth[]): DocumentBlock[] {
  const rows = months.flatMap(({ period, recoveries }) =>
    recoveries.map((each) => ({
      cells: [textCell(monthName(period)), textCell(each.name), moneyCell(each.recovered.amount), moneyCell(each.compensation.amount)],
    })),
  );
  if (rows.length === 0) return [];
  return [
    { kind: "paragraph", text: "Statutory pay that HMRC gives back, by kind:" },
    {
      kind: "table",
      caption: "Statutory pay that HMRC gives back, by kind",
      columns: [
        { heading: "Tax month", align: "start", share: 1.5 },
        { heading: "Kind", align: "start", share: 2 },
        { heading: "Given back", align: "end" },
        { heading: "Compensation", align: "end" },
      ],
      rows,
    },
  ];
}

const spanName = (period: HmrcPeriod) =>
  period.firstTaxMonth === period.lastTaxMonth ? `Month ${period.firstTaxMonth}` : `Months ${period.firstTaxMonth} to ${period.lastTaxMonth}`;

function accountTable(account: readonly HmrcAccountRow[]): DocumentTable {
  return {
    kind: "table",
    caption: "The account with HMRC: below zero is paid too much",
    columns: [
      { heading: "Period", align: "start", share: 1.4 },
      { heading: "Pay by", align: "start", share: 1.6 },
      { heading: "Brought in", align: "end" },
      { heading: "Due", align: "end" },
      { heading: "Paid", align: "end" },
      { heading: "Still to pay", align: "end" },
    ],
    rows: account.map((row) => ({
      cells: [
        textCell(spanName(row.period)),
        dateCell(row.period.dueElectronicallyOn),
        moneyCell(row.broughtForward),
        moneyCell(row.amountDue.amount),
        moneyCell(row.paid),
        moneyCell(row.carriedForward.amount),
      ],
    })),
  };
}

function paymentTable(account: readonly HmrcAccountRow[]): DocumentBlock[] {
  const rows = account.flatMap(({ period, payments }) =>
    payments.map((payment) => ({ cells: [textCell(spanName(period)), dateCell(payment.paidOn), moneyCell(payment.amount)] })),
  );
  if (rows.length === 0) return [];
  return [
    { kind: "paragraph", text: "Payments made to HMRC:" },
    {
      kind: "table",
      caption: "Payments made to HMRC",
      columns: [
        { heading: "Counted for", align: "start", share: 2 },
        { heading: "Paid on", align: "start", share: 2 },
        { heading: "Amount", align: "end" },
      ],
      rows,
    },
  ];
}

/** The last period that has ended: what earlier ones left unpaid is carried into it. */
function periodToPay(asOf: PlainDate, account: readonly HmrcAccountRow[]): HmrcAccountRow | undefined {
  return account.findLast(({ period }) => period.to < asOf);
}

function howToPay(asOf: PlainDate, account: readonly HmrcAccountRow[]): DocumentSection {
  const row = periodToPay(asOf, account);
  const bank = hmrcBankAccountOn(asOf);
  const left = row?.carriedForward.amount ?? 0;
  const words =
    row === undefined
      ? "No tax month of this year has ended yet."
      : left > 0
        ? `${formatPence(pence(left))} is to be paid for ${spanName(row.period).toLowerCase()} and what was left before.`
        : left < 0
          ? `HMRC holds ${formatPence(pence(-left))} of yours. It comes off the next payment, or ask HMRC to pay it back.`
          : "Everything up to the last tax month is paid.";
  return {
    heading: "How to pay HMRC",
    blocks: [
      { kind: "paragraph", text: words },
      factsBlock([
        ["Reference", row?.reference ?? ""],
        ["Account name", bank?.accountName ?? ""],
        ["Sort code", bank?.sortCode ?? ""],
        ["Account number", bank?.accountNumber ?? ""],
        ["By bank transfer, by", row ? formatDate(row.period.dueElectronicallyOn) : ""],
        ["By cheque in the post, by", row ? formatDate(row.period.dueByPostOn) : ""],
      ]),
      {
        kind: "note",
        heading: "Good to know",
        lines: [
          `These bank details come from ${bank?.source ?? "GOV.UK"}. Check them there before the first payment.`,
          "When the 22nd is on a weekend or bank holiday, the money must be there on the working day before. Only a Faster Payment may arrive on the day itself.",
          "If nothing is due because nobody was paid, tell HMRC with an Employer Payment Summary by the 19th.",
          "HMRC adds interest by the day to late payments. It is not worked out here.",
        ],
      },
    ],
  };
}

function payslipTable(payslips: readonly PaymentRecordPayslip[]): DocumentTable {
  return {
    kind: "table",
    caption: "The payslips behind these figures",
    columns: [
      { heading: "Person", align: "start", share: 1.8 },
      { heading: "Payday", align: "start", share: 1.6 },
      ...["Income tax", "Loans", "Employee NI", "Employer NI"].map((heading) => ({ heading, align: "end" as const })),
    ],
    rows: payslips.map(({ employeeName, result }) => ({
      cells: [
        textCell(employeeName),
        dateCell(result.payday),
        ...[
          result.incomeTax.amount,
          pence(result.studentLoan.amount + result.postgraduateLoan.amount),
          result.employeeNationalInsurance.amount,
          result.employerNationalInsurance.amount,
        ].map(moneyCell),
      ],
    })),
  };
}
