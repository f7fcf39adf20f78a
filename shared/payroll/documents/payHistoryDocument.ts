import { type DocumentModel, type DocumentTable, dateCell, emptyCell, hoursCell, moneyCell, textCell } from "../../core/documentModel.ts";
import { formatMinutes, type Minutes } from "../../core/minutes.ts";
import type { Pence } from "../../core/money.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import { type EmployeeOnPaper, factsBlock, moneyOrEmpty, nameOnPaper, spacedNationalInsuranceNumber } from "./onPaper.ts";

/** One pay reference period for the minimum wage. Rates are pence an hour; null where no hours were worked. */
export interface MinimumWagePeriod {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly payday: PlainDate;
  /** Time that counts for the minimum wage. */
  readonly minutes: Minutes;
  /** Pay that counts for it. */
  readonly pay: Pence;
  readonly hourlyPay: Pence | null;
  readonly minimumRate: Pence;
  readonly passes: boolean;
}

/** One leave year of one PA. */
export interface LeaveYear {
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Built up in the year. */
  readonly entitled: Minutes;
  readonly carriedIn: Minutes;
  readonly taken: Minutes;
  readonly paidInLieu: Minutes;
  readonly carriedOver: Minutes;
  readonly left: Minutes;
}

/** One holiday taken or paid, with how its pay was worked out. */
export interface LeavePayment {
  readonly on: PlainDate;
  readonly what: string;
  readonly minutes: Minutes;
  /** Null for holiday that was paid as it was earned. */
  readonly pay: Pence | null;
  readonly howWorkedOut: string;
}

export interface PayHistoryInput {
  readonly employerName: string;
  readonly asOf: PlainDate;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly employee: EmployeeOnPaper;
  readonly startedOn: PlainDate;
  readonly leftOn: PlainDate | null;
  readonly periods: readonly MinimumWagePeriod[];
  readonly leaveYears: readonly LeaveYear[];
  readonly leavePayments: readonly LeavePayment[];
}

/**
 * The record for one PA that an inspector may ask for: hours, pay and hourly rate of each pay reference period against the minimum wage, and leave built up,
 * carried, taken, paid and left with how each payment was worked out.
 * Source: National Minimum Wage Act 1998, sections 9 and 10; Employment Rights Act 2025 (leave records from 6 April 2026); PA employment pack, TIME-1 and PAY-3.
 */
export function buildPayHistoryDocument(input: PayHistoryInput): DocumentModel {
  const { employee } = input;
  const under = input.periods.filter(({ passes }) => !passes).length;
  const verdict =
    input.periods.length === 0
      ? "No pay was recorded in this time."
      : under === 0
        ? `In each of ${input.periods.length} pay periods the hourly pay was at or above the minimum wage.`
        : `In ${under} of ${input.periods.length} pay periods the hourly pay was under the minimum wage. Pay the difference as soon as you can.`;
  return {
    title: "Record for one personal assistant",
    subtitle: [nameOnPaper(employee), `${formatDate(input.from)} to ${formatDate(input.to)}`],
    author: input.employerName,
    about: input.asOf,
    sections: [
      {
        heading: "",
        blocks: [
          factsBlock([
            ["Employer", input.employerName],
            ["Payroll number", employee.payrollNumber],
            ["National Insurance number", spacedNationalInsuranceNumber(employee.nationalInsuranceNumber)],
            ["Started", formatDate(input.startedOn)],
            ["Left", input.leftOn === null ? "" : formatDate(input.leftOn)],
          ]),
        ],
      },
      {
        heading: "Minimum wage",
        blocks: [{ kind: "paragraph", text: verdict }, ...(input.periods.length === 0 ? [] : [minimumWageTable(input.periods)])],
      },
      {
        heading: "Leave",
        blocks:
          input.leaveYears.length === 0
            ? [{ kind: "paragraph", text: "No leave was recorded in this time." }]
            : [leaveTable(input.leaveYears), ...input.leaveYears.map(leaveSentence)],
      },
      ...(input.leavePayments.length === 0 ? [] : [{ heading: "Holiday taken and paid", blocks: [leavePaymentTable(input.leavePayments)] }]),
    ],
    footer: "Keep for six years. The signed timesheets show start, end and breaks of each day.",
  };
}

const minimumWageTable = (periods: readonly MinimumWagePeriod[]): DocumentTable => ({
  kind: "table",
  caption: "Hours and pay that count for the minimum wage, by pay reference period",
  columns: [
    { heading: "From", align: "start", share: 1.7 },
    { heading: "To", align: "start", share: 1.7 },
    { heading: "Hours", align: "end", share: 0.8 },
    { heading: "Pay", align: "end" },
    { heading: "An hour", align: "end", share: 0.9 },
    { heading: "Minimum", align: "end", share: 0.9 },
    { heading: "Met", align: "start", share: 0.6 },
  ],
  rows: periods.map((each) => ({
    cells: [
      dateCell(each.from),
      dateCell(each.to),
      hoursCell(each.minutes),
      moneyCell(each.pay),
      moneyOrEmpty(each.hourlyPay),
      moneyCell(each.minimumRate),
      textCell(each.passes ? "Yes" : "No"),
    ],
  })),
});

const leaveTable = (years: readonly LeaveYear[]): DocumentTable => ({
  kind: "table",
  caption: "Leave by leave year, in hours",
  columns: [
    { heading: "Leave year", align: "start", share: 2.6 },
    ...["Built up", "Carried in", "Taken", "Paid in lieu", "Left"].map((heading) => ({ heading, align: "end" as const })),
  ],
  rows: years.map((each) => ({
    cells: [
      textCell(`${formatDate(each.from)} to ${formatDate(each.to)}`),
      ...[each.entitled, each.carriedIn, each.taken, each.paidInLieu, each.left].map((value) => hoursCell(value)),
    ],
  })),
});

const leaveSentence = (year: LeaveYear) => ({
  kind: "paragraph" as const,
  text: `Year to ${formatDate(year.to)}: ${formatMinutes(year.taken)} taken, ${formatMinutes(year.carriedOver)} carried over to the next year, ${formatMinutes(year.left)} left.`,
});

const leavePaymentTable = (payments: readonly LeavePayment[]): DocumentTable => ({
  kind: "table",
  caption: "Holiday taken and paid, with how the pay was worked out",
  columns: [
    { heading: "Date", align: "start", share: 1.5 },
    { heading: "What", align: "start", share: 1.5 },
    { heading: "Hours", align: "end", share: 0.7 },
    { heading: "Pay", align: "end", share: 0.9 },
    { heading: "How it was worked out", align: "start", share: 3 },
  ],
  rows: payments.map((each) => ({
    cells: [
      dateCell(each.on),
      textCell(each.what),
      each.minutes === 0 ? emptyCell : hoursCell(each.minutes),
      moneyOrEmpty(each.pay),
      textCell(each.howWorkedOut),
    ],
  })),
});
