import type { DocumentModel, DocumentSection } from "../../core/documentModel.ts";
import { formatPence, type Pence, pence } from "../../core/money.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import type { PayslipResult } from "../types.ts";
import {
  dateOrEmpty,
  type EmployeeOnPaper,
  type EmployerOnPaper,
  factsBlock,
  genderWord,
  nameOnPaper,
  spacedNationalInsuranceNumber,
} from "./onPaper.ts";

export interface P45Input {
  readonly issuedOn: PlainDate;
  readonly employer: EmployerOnPaper;
  readonly employee: EmployeeOnPaper;
  readonly leftOn: PlainDate;
  /** The last sealed payslip of this employment in the tax year of leaving. */
  readonly lastPayslip: PayslipResult;
  /** True when a student or postgraduate loan was to be taken on the leaving date and no stop notice came. */
  readonly studentLoanContinues: boolean;
}

/** The figures of form P45. Box 7 is null with a week 1 or month 1 code, box 8 when it would repeat box 7. Pence. */
export interface P45Figures {
  readonly taxCode: string;
  readonly isWeek1Month1: boolean;
  readonly weekNumber: number | null;
  readonly monthNumber: number | null;
  readonly totalPayToDate: Pence | null;
  readonly totalTaxToDate: Pence | null;
  readonly payInThisEmployment: Pence | null;
  readonly taxInThisEmployment: Pence | null;
}

/**
 * What boxes 6 to 8 of a P45 say: totals with earlier employments when the code is cumulative, this employment alone when they differ or the code is week 1/month 1.
 * Source: HMRC, RD1 substitute forms: P45 notes, boxes 6 to 8.
 */
export function p45FiguresOf({ yearToDate, taxCode, isWeek1Month1, taxPeriod }: PayslipResult): P45Figures {
  const totalPay = pence(yearToDate.previousTaxablePay + yearToDate.taxablePay);
  const totalTax = pence(yearToDate.previousIncomeTax + yearToDate.incomeTax);
  const isSame = totalPay === yearToDate.taxablePay && totalTax === yearToDate.incomeTax;
  const showsOwn = isWeek1Month1 || !isSame;
  return {
    taxCode: taxCode.replace(/\s*(W1|M1|X)$/, ""),
    isWeek1Month1,
    weekNumber: taxPeriod.table === "weekly" ? taxPeriod.number : null,
    monthNumber: taxPeriod.table === "monthly" ? taxPeriod.number : null,
    totalPayToDate: isWeek1Month1 ? null : totalPay,
    totalTaxToDate: isWeek1Month1 ? null : totalTax,
    payInThisEmployment: showsOwn ? yearToDate.taxablePay : null,
    taxInThisEmployment: showsOwn ? yearToDate.incomeTax : null,
  };
}

/** Form P45 in its parts: 1A for the employee, 2 and 3 for the new employer, a page each. Part 1 goes to HMRC as the leaver's Full Payment Submission. */
export function buildP45Document(input: P45Input): DocumentModel {
  const { employer, employee } = input;
  const figures = p45FiguresOf(input.lastPayslip);
  return {
    title: "P45 Details of employee leaving work",
    subtitle: [nameOnPaper(employee), `Left ${formatDate(input.leftOn)}`],
    author: employer.employerName,
    about: input.issuedOn,
    sections: [
      part("Part 1A: copy for the employee", input, figures, true, [
        "Keep this part. Copies cannot be made. You may need it for a tax return or a refund.",
        "Give parts 2 and 3 to your new employer, or to Jobcentre Plus if you claim a benefit. Do not change them.",
      ]),
      part("Part 2: copy for the new employer", input, figures, false, [
        "New employer: set up a payroll record from these figures and keep this part.",
      ]),
      {
        ...part("Part 3: for the new employer to complete", input, figures, false, [
          "New employer: send these details with your first Full Payment Submission for this person, then keep this part.",
        ]),
      },
      {
        heading: "Part 3, new employer's boxes",
        blocks: [
          {
            kind: "signature",
            lines: [
              "8 New employer PAYE reference",
              "9 Date new employment started",
              "10 Payroll number",
              "12 New tax code in use",
              "13 Tax taken if week 1",
              "17 Job title",
            ].map((label) => ({ label, value: "" })),
          },
        ],
      },
    ],
    footer: "P45 figures from the payroll record. Part 1 is sent to HMRC with the last Full Payment Submission.",
  };
}

function part(heading: string, input: P45Input, figures: P45Figures, isForEmployee: boolean, notes: readonly string[]): DocumentSection {
  const { employee, employer } = input;
  const [office = "", reference = ""] = (employer.payeReference ?? "").split("/");
  const money = (amount: Pence | null) => (amount === null ? "leave empty" : formatPence(amount));
  return {
    heading,
    startsNewPage: !isForEmployee,
    blocks: [
      factsBlock(
        [
          ["1 Employer PAYE reference, office number", office],
          ["1 Reference number", reference],
          ["2 National Insurance number", spacedNationalInsuranceNumber(employee.nationalInsuranceNumber)],
          ["3 Surname", employee.lastName],
          ["3 First names", employee.firstNames],
          ["4 Leaving date", formatDate(input.leftOn)],
          ["5 Student loan deductions to continue", input.studentLoanContinues ? "Y" : "no"],
          ["6 Tax code at leaving date", figures.taxCode],
          ["6 Week 1 or month 1", figures.isWeek1Month1 ? "X" : "no"],
          ["7 Week number", figures.weekNumber === null ? "leave empty" : String(figures.weekNumber)],
          ["7 Month number", figures.monthNumber === null ? "leave empty" : String(figures.monthNumber)],
          ["7 Total pay to date", money(figures.totalPayToDate)],
          ["7 Total tax to date", money(figures.totalTaxToDate)],
          ...(isForEmployee
            ? ([
                ["8 Total pay in this employment", money(figures.payInThisEmployment)],
                ["8 Total tax in this employment", money(figures.taxInThisEmployment)],
                ["9 Payroll number", employee.payrollNumber],
                ["10 Gender", genderWord(employee.gender)],
                ["11 Date of birth", dateOrEmpty(employee.dateOfBirth)],
                ["12 Address", employee.address],
                ["13 Employer", employer.employerName],
                ["13 Employer's address", employer.employerAddress],
                ["13 Date", formatDate(input.issuedOn)],
              ] as const)
            : []),
        ],
        true,
      ),
      { kind: "list", items: [...notes] },
    ],
  };
}
