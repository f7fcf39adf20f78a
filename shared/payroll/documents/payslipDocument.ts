import {
  amountTable,
  type DocumentCell,
  type DocumentModel,
  type DocumentRow,
  type DocumentSection,
  emptyCell,
  hoursCell,
  moneyCell,
  textCell,
} from "../../core/documentModel.ts";
import type { Explained } from "../../core/explanation.ts";
import { formatMinutes, type Minutes, minutes } from "../../core/minutes.ts";
import { formatPence, type Pence, pence, sumPence } from "../../core/money.ts";
import { formatDate, formatDateWithDay } from "../../core/plainDate.ts";
import { nonTaxableKinds } from "../payslip/payLineKinds.ts";
import type { PayLine, PayslipResult } from "../types.ts";
import { moneyOrEmpty, spacedNationalInsuranceNumber } from "./onPaper.ts";

/** Who is paid and by whom, as they are to stand on the paper. Null where nothing is known. */
export interface PayslipPeople {
  readonly employerName: string;
  readonly payeReference: string | null;
  readonly employeeName: string;
  readonly employeeAddress: string;
  readonly payrollNumber: string;
  readonly nationalInsuranceNumber: string | null;
  readonly bankAccountEnding: string | null;
  readonly holidayLeft: Minutes | null;
  /** Set only when parts of the pay go different ways ("bank transfer", "cash"): the law wants the amount of each. */
  readonly paidInParts?: readonly { readonly how: string; readonly amount: Pence }[];
}

const frequencyWords = { weekly: "weekly", fortnightly: "two-weekly", fourWeekly: "four-weekly", monthly: "monthly" } as const;

/**
 * A payslip: gross pay, each deduction and whether it is fixed or varies, net pay, hours where pay depends on them, and the year so far.
 * Contents: Employment Rights Act 1996, section 8, and the Employment Rights (Itemisation of Pay Statement) Order 2018.
 */
export function buildPayslipDocument(result: PayslipResult, people: PayslipPeople): DocumentModel {
  const { taxPeriod } = result;
  const period = `${taxPeriod.table === "weekly" ? "Tax week" : "Tax month"} ${taxPeriod.number} of ${taxPeriod.taxYear}, ${frequencyWords[result.payFrequency]}`;
  return {
    title: "Payslip",
    subtitle: [`Paid ${formatDateWithDay(result.payday)}`, `For ${formatDate(result.periodFrom)} to ${formatDate(result.periodTo)}`, period],
    author: people.employerName,
    about: result.payday,
    figure: { label: "Take-home pay", amount: result.netPay.amount },
    sections: [
      peopleSection(result, people),
      earnedSection(result),
      takenOffSection(result),
      ...partsSection(people),
      ...ordersSection(result),
      explanationSection(result),
    ],
    footer: `Questions about this payslip? Ask ${people.employerName}. Free advice: Acas helpline.`,
  };
}

function peopleSection(result: PayslipResult, people: PayslipPeople): DocumentSection {
  const items = [
    { label: "Paid to", value: people.employeeName },
    { label: "Employer", value: people.employerName },
    { label: "Payroll number", value: people.payrollNumber },
    { label: "PAYE reference", value: people.payeReference ?? "" },
    { label: "National Insurance number", value: spacedNationalInsuranceNumber(people.nationalInsuranceNumber) },
    { label: "Tax code", value: `${result.taxCode}${result.isWeek1Month1 && !/(W1|M1|X)$/.test(result.taxCode) ? " (week 1/month 1)" : ""}` },
    { label: "National Insurance category", value: result.niBands.category },
    { label: "Address", value: people.employeeAddress },
    { label: "Holiday left", value: people.holidayLeft === null ? "" : formatMinutes(people.holidayLeft) },
    { label: "Paid to your bank", value: people.bankAccountEnding === null ? "" : `account ending ${people.bankAccountEnding}` },
  ];
  return { heading: "", blocks: [{ kind: "facts", items: items.filter((item) => item.value !== "") }] };
}

function earnedSection(result: PayslipResult): DocumentSection {
  // Only time that pay goes by: hours of a sleep-in paid by the night would make the pay look like a lower hourly rate.
  const hoursPaid = result.payLines.reduce((sum, line) => sum + (isCounted(line) ? 0 : (line.minutes ?? 0)), 0);
  const isTaxed = (line: PayLine) => !nonTaxableKinds.includes(line.kind);
  const rows: DocumentRow[] = [
    ...result.payLines.filter(isTaxed).map(payLineRow),
    {
      cells: [textCell("Gross pay"), hoursPaid > 0 ? hoursCell(minutes(hoursPaid)) : emptyCell, emptyCell, moneyCell(result.grossPay.amount)],
      isTotal: true,
    },
    ...result.payLines.filter((line) => !isTaxed(line)).map(payLineRow),
  ];
  const columns = [
    { heading: "For", align: "start" as const, share: 3 },
    { heading: "Hours", align: "end" as const, share: 1 },
    { heading: "Rate", align: "end" as const, share: 1 },
    { heading: "Amount", align: "end" as const, share: 1 },
  ];
  return { heading: "What you earned", blocks: [{ kind: "table", caption: "What you earned", columns, rows }] };
}

function payLineRow(line: PayLine): DocumentRow {
  const rate = line.ratePence === null ? emptyCell : moneyCell(line.ratePence);
  return { cells: [textCell(line.label), quantityCell(line), rate, moneyCell(line.amount)] };
}

const counted = { shift: "shift", day: "day", mileage: "mile", taxableMileage: "mile" } as const;
const isCounted = (line: PayLine) => line.units !== null && line.kind in counted;

/** Hours where pay goes by the hour; else how many shifts, days or miles. */
function quantityCell(line: PayLine): DocumentCell {
  if (isCounted(line)) {
    const word = counted[line.kind as keyof typeof counted];
    return textCell(`${line.units} ${line.units === 1 ? word : `${word}s`}`);
  }
  if (line.minutes !== null && line.minutes > 0) return hoursCell(line.minutes);
  return emptyCell;
}

function takenOffSection(result: PayslipResult): DocumentSection {
  const year = result.yearToDate;
  const insuranceThisYear = sumPence(year.nationalInsurance.map((each) => each.employeeContributions));
  const entries: [string, Pence, Pence | null, Change?][] = [
    ["Income tax", result.incomeTax.amount, year.incomeTax],
    ["National Insurance", result.employeeNationalInsurance.amount, insuranceThisYear],
    ["Student loan", result.studentLoan.amount, year.studentLoan],
    ["Postgraduate loan", result.postgraduateLoan.amount, year.postgraduateLoan],
    ["Workplace pension", result.employeePension.amount, year.employeePension],
    ...result.otherDeductions.map((each): [string, Pence, null, Change] => [each.label, each.amount, null, changeOf(each.kind)]),
  ];
  const shown = entries.filter(([label, now, soFar], index) => index < 2 || now !== 0 || (soFar ?? 0) !== 0 || label === "");
  const row = (label: string, now: Pence, soFar: Pence | null, isTotal = false, change: Change | "" = ""): DocumentRow => ({
    cells: [textCell(label), moneyCell(now), moneyOrEmpty(soFar), textCell(change)],
    ...(isTotal && { isTotal }),
  });
  const isWhollyTaxable = result.taxablePay.amount === result.grossPay.amount && year.taxablePay === year.grossPay;
  const hasEmployerPension = result.employerPension.amount !== 0 || year.employerPension !== 0;
  const rows = [
    row("Gross pay", result.grossPay.amount, year.grossPay),
    ...(isWhollyTaxable ? [] : [row("Taxable pay", result.taxablePay.amount, year.taxablePay)]),
    ...shown.map(([label, now, soFar, change = "changes with pay"]) => row(label, now, soFar, false, change)),
    row("Total taken off", sumPence(entries.map(([, now]) => now)), null, true),
    ...(result.nonTaxable.amount === 0 ? [] : [row("Added without tax or National Insurance", result.nonTaxable.amount, null)]),
    row("Take-home pay", result.netPay.amount, year.netPay, true),
    ...(hasEmployerPension ? [row("Pension, paid by your employer", result.employerPension.amount, year.employerPension)] : []),
    ...(result.pensionTaxRelief === 0 ? [] : [row("Pension, tax relief added by the scheme", result.pensionTaxRelief, null)]),
  ];
  const columns = [
    { heading: "Amount", align: "start" as const, share: 3 },
    { heading: "This time", align: "end" as const, share: 1 },
    { heading: "This tax year", align: "end" as const, share: 1 },
    { heading: "Kind", align: "start" as const, share: 1.4 },
  ];
  return {
    heading: "What was taken off",
    blocks: [{ kind: "table", caption: "What was taken off, this time and this tax year", columns, rows }],
  };
}

/** The law wants fixed deductions told apart from those that change with the pay. */
type Change = "changes with pay" | "by order" | "fixed sum";
const changeOf = (kind: PayslipResult["otherDeductions"][number]["kind"]): Change => (kind === "order" ? "by order" : "fixed sum");

function partsSection({ paidInParts = [] }: PayslipPeople): DocumentSection[] {
  if (paidInParts.length === 0) return [];
  const table = amountTable(
    "How your pay was paid",
    ["How", "Amount"],
    paidInParts.map(({ how, amount }) => [how, amount] as const),
  );
  return [{ heading: "How your pay was paid", blocks: [table] }];
}

/** What an order could not take now and will take later. */
function ordersSection(result: PayslipResult): DocumentSection[] {
  const lines = result.orderDeductions.flatMap(({ deduction, unpaidDeductions }) =>
    unpaidDeductions === 0
      ? []
      : [`${deduction.label}: ${formatPence(unpaidDeductions)} could not be taken without leaving you too little. It is carried to a later payday.`],
  );
  return lines.length === 0 ? [] : [{ heading: "", blocks: [{ kind: "note", heading: "Deductions by order", lines }] }];
}

function explanationSection(result: PayslipResult): DocumentSection {
  return { heading: "", blocks: [{ kind: "note", heading: "How your tax was worked out", lines: sentencesOf(result.incomeTax) }] };
}

/** The steps of a figure as sentences, with the amount where a step adds one. */
function sentencesOf(figure: Explained): string[] {
  const lines = figure.lines.map((line) =>
    line.amount === undefined ? line.text : `${line.text.replace(/\.$/, "")}: ${formatPence(pence(line.amount))}`,
  );
  return lines.length > 0 ? lines : ["No tax was due."];
}
