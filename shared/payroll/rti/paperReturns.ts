import { type DocumentModel, type DocumentRow, type DocumentTable, dateCell, moneyCell, textCell } from "../../core/documentModel.ts";
import { type Pence, pence, sumPence } from "../../core/money.ts";
import { addDays, formatDate, type PlainDate } from "../../core/plainDate.ts";
import { hmrcPeriodOfMonth } from "../hmrc/hmrcMonth.ts";
import type { PayslipResult } from "../types.ts";
import type { EmployerPaymentSummary } from "./employerPaymentSummary.ts";
import { recoveredBoxes } from "./employerPaymentSummarySheet.ts";
import type { SubmittedEmployee } from "./fullPaymentSubmission.ts";

/** Who files: paper is for care and support employers HMRC has agreed it with, who file personally. */
interface PaperEmployer {
  readonly employerName: string;
  readonly payeReference: string | null;
  readonly accountsOfficeReference: string | null;
}

/** One employee on paper: as HMRC is told of them at the end of the quarter, and the year's sealed payslips, oldest first. */
export interface PaperEmployee {
  readonly submitted: SubmittedEmployee;
  readonly payslips: readonly PayslipResult[];
}

const paperOnly =
  "Copy these figures onto HMRC's form by hand, sign it and post it. You have to file yourself, on paper, and HMRC has to have agreed. Plan & Payday sends nothing to HMRC.";
const source = "HMRC, care and support employers exempt from online filing";

const nameOf = ({ submitted }: PaperEmployee) => [...submitted.person.name.forenames, submitted.person.name.surname].join(" ");

function references(employer: PaperEmployer): { label: string; value: string }[] {
  return [
    { label: "PAYE reference", value: employer.payeReference ?? "Not known yet" },
    { label: "Accounts Office reference", value: employer.accountsOfficeReference ?? "Not known yet" },
  ];
}

/** The last day an RT2 may reach HMRC: 14 days after the tax quarter. Source: payroll rules, section 14.1. */
export const paymentSummaryDueOn = (quarterEnd: PlainDate): PlainDate => addDays(quarterEnd, 14);

/**
 * Figures for form RT11, the deductions working sheet: every payday of one employee in the tax year with tax, National Insurance and loans, and the year's
 * totals. Source: payroll rules, section 14.1; the deductions are the same as for everybody else.
 */
export function deductionsWorkingSheet(employer: PaperEmployer, employee: PaperEmployee, taxYear: string): DocumentModel {
  const slips = employee.payslips.filter(({ taxPeriod }) => taxPeriod.taxYear === taxYear);
  const about = slips.at(-1)?.payday ?? hmrcPeriodOfMonth(taxYear, 12, true).to;
  return {
    title: "Deductions working sheet (RT11)",
    subtitle: [nameOf(employee), `Tax year ${taxYear}`, employer.employerName],
    author: employer.employerName,
    about,
    sections: [
      {
        heading: "",
        blocks: [
          { kind: "facts", items: [...references(employer), ...whoIs(employee)] },
          { kind: "paragraph", text: paperOnly },
        ],
      },
      { heading: "Pay and tax", blocks: [payAndTaxTable(slips)] },
      { heading: "National Insurance and loans", blocks: [nationalInsuranceTable(slips)] },
    ],
    footer: `The headings are our words for what the form asks. Source: ${source}.`,
  };
}

function whoIs({ submitted }: PaperEmployee): { label: string; value: string }[] {
  const { person, payrollId, starter, leavingDate } = submitted;
  return [
    { label: "National Insurance number", value: person.nationalInsuranceNumber ?? "Not known" },
    ...(person.birthDate ? [{ label: "Date of birth", value: formatDate(person.birthDate) }] : []),
    { label: "Payroll number", value: payrollId },
    ...(starter ? [{ label: "Started", value: `${formatDate(starter.startDate)}, statement ${starter.statement}` }] : []),
    ...(leavingDate ? [{ label: "Left", value: formatDate(leavingDate) }] : []),
  ];
}

const periodWords = ({ taxPeriod }: PayslipResult) => `${taxPeriod.table === "weekly" ? "Week" : "Month"} ${taxPeriod.number}`;

function payAndTaxTable(slips: readonly PayslipResult[]): DocumentTable {
  let payToDate = 0;
  let taxToDate = 0;
  const rows: DocumentRow[] = slips.map((slip) => {
    payToDate += slip.taxablePay.amount;
    taxToDate += slip.incomeTax.amount;
    return {
      cells: [
        dateCell(slip.payday),
        textCell(periodWords(slip)),
        textCell(`${slip.taxCode}${slip.isWeek1Month1 ? " W1/M1" : ""}`),
        moneyCell(slip.taxablePay.amount),
        moneyCell(pence(payToDate)),
        moneyCell(slip.incomeTax.amount),
        moneyCell(pence(taxToDate)),
      ],
    };
  });
  return table("Pay and income tax of each payday", ["Payday", "Tax period", "Tax code"], ["Pay", "Pay to date", "Tax", "Tax to date"], rows);
}

function nationalInsuranceTable(slips: readonly PayslipResult[]): DocumentTable {
  const amounts = (slip: PayslipResult): Pence[] => [
    slip.niBands.grossEarnings,
    slip.niBands.atLowerEarningsLimit,
    slip.niBands.lowerEarningsLimitToPrimaryThreshold,
    slip.niBands.primaryThresholdToUpperEarningsLimit,
    slip.niBands.employeeContributions,
    slip.niBands.employerContributions,
    slip.studentLoan.amount,
    slip.postgraduateLoan.amount,
  ];
  const rows: DocumentRow[] = slips.map((slip) => ({
    cells: [dateCell(slip.payday), textCell(slip.niBands.category), ...amounts(slip).map(moneyCell)],
  }));
  const totals = [0, 1, 2, 3, 4, 5, 6, 7].map((index) => sumPence(slips.map((slip) => amounts(slip)[index] ?? pence(0))));
  return table(
    "National Insurance and loans of each payday",
    ["Payday", "Letter"],
    ["Pay for NI", "At LEL", "LEL to PT", "PT to UEL", "Employee's NI", "Employer's NI", "Student loan", "Postgraduate loan"],
    [...rows, { cells: [textCell("Tax year so far"), textCell(""), ...totals.map(moneyCell)], isTotal: true }],
  );
}

function table(caption: string, words: readonly string[], amounts: readonly string[], rows: readonly DocumentRow[]): DocumentTable {
  return {
    kind: "table",
    caption,
    columns: [
      ...words.map((heading) => ({ heading, align: "start" as const, share: 1.2 })),
      ...amounts.map((heading) => ({ heading, align: "end" as const, share: 1 })),
    ],
    rows: [...rows],
  };
}

/**
 * Figures for form RT2, the payment summary of one employee for a tax quarter (1 to 4): totals since 6 April to the end of the quarter. Due 14 days after
 * the quarter. Source: payroll rules, section 14.1.
 */
export function paymentSummary(employer: PaperEmployer, employee: PaperEmployee, taxYear: string, quarter: 1 | 2 | 3 | 4): DocumentModel {
  const { from, to } = hmrcPeriodOfMonth(taxYear, quarter * 3, true);
  const { toDate, payment, nationalInsurance } = employee.submitted;
  const dueOn = paymentSummaryDueOn(to);
  const inQuarter = employee.payslips.filter(({ payday }) => payday >= from && payday <= to);
  const line = (label: string, amount: Pence | null): [string, Pence][] => (amount === null ? [] : [[label, amount]]);
  const statutory: [string, Pence][] = recoveredBoxes.flatMap(([kind, name]) => line(name, payment.statutoryPayToDate[kind]));
  const totals: [string, Pence][] = [
    ["Taxable pay", toDate.taxablePay],
    ["Income tax", toDate.incomeTax],
    ...line("Student loan deductions", toDate.studentLoan),
    ...line("Postgraduate loan deductions", toDate.postgraduateLoan),
    ...line("Pension contributions under a net pay arrangement", toDate.netPayPension),
    ...line("Other pension contributions", toDate.otherPension),
    ...statutory,
  ];
  return {
    title: "Payment summary (RT2)",
    subtitle: [nameOf(employee), `${formatDate(from)} to ${formatDate(to)}`, employer.employerName],
    author: employer.employerName,
    about: to,
    sections: [
      {
        heading: "",
        blocks: [
          {
            kind: "facts",
            items: [
              ...references(employer),
              ...whoIs(employee),
              { label: "Paydays in the quarter", value: String(inQuarter.length) },
              { label: "Must reach HMRC by", value: formatDate(dueOn) },
            ],
          },
          { kind: "paragraph", text: paperOnly },
        ],
      },
      {
        heading: "Totals since 6 April",
        blocks: [
          table(
            "Totals since 6 April",
            ["What"],
            ["Amount"],
            totals.map(([label, amount]) => ({ cells: [textCell(label), moneyCell(amount)] })),
          ),
        ],
      },
      {
        heading: "National Insurance since 6 April",
        blocks: [
          table(
            "National Insurance since 6 April, by letter",
            ["Letter"],
            ["Pay for NI", "At LEL", "LEL to PT", "PT to UEL", "Employee's NI", "Employer's NI"],
            nationalInsurance.map((each) => ({
              cells: [
                textCell(each.letter),
                moneyCell(each.grossToDate),
                moneyCell(each.atLowerEarningsLimitToDate),
                moneyCell(each.lowerEarningsLimitToPrimaryThresholdToDate),
                moneyCell(each.primaryThresholdToUpperEarningsLimitToDate),
                moneyCell(each.employeeToDate),
                moneyCell(each.employerToDate),
              ],
            })),
          ),
        ],
      },
    ],
    footer: `HMRC gets no monthly figures from paper, so an assistant on Universal Credit must report these wages. Source: ${source}.`,
  };
}

/**
 * Figures for form RT5, the employer's own summary on paper: Employment Allowance, which has to be ticked on every RT5 of every year, statutory pay
 * recovered since 6 April, and months nobody was paid. Source: payroll rules, sections 5.6 and 14.1.
 */
export function employerSummaryOnPaper(employer: PaperEmployer, summary: EmployerPaymentSummary, about: PlainDate): DocumentModel {
  const { recovered, noPayment, employmentAllowance } = summary;
  const rows = recoveredBoxes.flatMap(([kind, name]): DocumentRow[] => {
    const amount = recovered?.amounts.find((each) => each.kind === kind);
    return amount ? [{ cells: [textCell(name), moneyCell(amount.recovered), moneyCell(amount.compensation)] }] : [];
  });
  return {
    title: "Employer summary (RT5)",
    subtitle: [`Tax year ${summary.taxYear}`, employer.employerName],
    author: employer.employerName,
    about,
    sections: [
      {
        heading: "",
        blocks: [
          {
            kind: "facts",
            items: [
              ...references(employer),
              {
                label: "Employment Allowance",
                value: employmentAllowance === true ? "Tick the box. It is needed on every RT5, every year" : "Not claimed",
              },
              ...(noPayment ? [{ label: "Nobody was paid", value: `${formatDate(noPayment.from)} to ${formatDate(noPayment.to)}` }] : []),
              ...(recovered ? [{ label: "Figures run to the end of tax month", value: String(recovered.taxMonth) }] : []),
            ],
          },
          { kind: "paragraph", text: paperOnly },
        ],
      },
      ...(rows.length > 0
        ? [
            {
              heading: "Statutory pay recovered since 6 April",
              blocks: [table("Statutory pay recovered since 6 April", ["Kind"], ["Recovered", "Compensation"], rows)],
            },
          ]
        : []),
    ],
    footer: `The headings are our words for what the form asks. Source: ${source}.`,
  };
}
