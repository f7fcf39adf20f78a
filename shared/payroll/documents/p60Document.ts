import { type DocumentModel, type DocumentTable, moneyCell, textCell } from "../../core/documentModel.ts";
import { formatPence, type Pence, pence } from "../../core/money.ts";
import type { PlainDate } from "../../core/plainDate.ts";
import type { YearToDate } from "../types.ts";
import {
  type EmployeeOnPaper,
  type EmployerOnPaper,
  factsBlock,
  moneyRow,
  nameOnPaper,
  spacedNationalInsuranceNumber,
  taxYearEndOf,
} from "./onPaper.ts";

export interface P60Input {
  /** "2026-27". */
  readonly taxYear: string;
  /** The day the certificate is dated: by 31 May after the year. */
  readonly issuedOn: PlainDate;
  readonly employer: EmployerOnPaper;
  readonly employee: EmployeeOnPaper;
  readonly finalTaxCode: string;
  readonly isWeek1Month1: boolean;
  /** The year to date of the last payslip of the year. */
  readonly yearToDate: YearToDate;
}

/**
 * Form P60, end of year certificate, for everyone employed on 5 April: pay and tax, National Insurance by letter, statutory payments in the pay, loans in whole
 * pounds. Source: HMRC, RD1 substitute forms: P60; GOV.UK, Payroll annual reporting: give employees a P60.
 */
export function buildP60Document(input: P60Input): DocumentModel {
  const { employer, employee, yearToDate } = input;
  return {
    title: "P60 End of Year Certificate",
    subtitle: [`Tax year to ${taxYearEndOf(input.taxYear)}`, nameOnPaper(employee)],
    author: employer.employerName,
    about: input.issuedOn,
    sections: [
      {
        heading: "Employee's details",
        blocks: [
          factsBlock(
            [
              ["Surname", employee.lastName],
              ["Forenames or initials", employee.firstNames],
              ["National Insurance number", spacedNationalInsuranceNumber(employee.nationalInsuranceNumber)],
              ["Payroll number", employee.payrollNumber],
            ],
            true,
          ),
        ],
      },
      { heading: "Pay and Income Tax details", blocks: [payAndTax(yearToDate), factsBlock([["Final tax code", finalCode(input)]])] },
      { heading: "National Insurance contributions in this employment", blocks: [insuranceTable(yearToDate)] },
      { heading: "Statutory payments included in the pay in this employment", blocks: [statutoryFacts(yearToDate)] },
      {
        heading: "Other details",
        blocks: [
          factsBlock([
            ["Student loan deductions in this employment (whole pounds)", wholePounds(yearToDate.studentLoan)],
            ["Postgraduate loan deductions in this employment (whole pounds)", wholePounds(yearToDate.postgraduateLoan)],
          ]),
          factsBlock(
            [
              ["Employer's full name", employer.employerName],
              ["Employer's address", employer.employerAddress],
              ["Employer PAYE reference", employer.payeReference ?? ""],
            ],
            true,
          ),
        ],
      },
      {
        heading: "",
        blocks: [
          {
            kind: "note",
            heading: "To the employee",
            lines: [
              "Keep this certificate safe. You may need it for a tax return, a tax refund, tax credits or proof of your income. By law you must tell HMRC about any income that is not fully taxed, even if no tax return was sent to you.",
              "This shows your total pay for Income Tax purposes in this employment for the year. Overtime, bonus and statutory sick pay are part of it. A pension contribution taken before tax is not.",
            ],
          },
        ],
      },
    ],
    footer: `P60 for the tax year to ${taxYearEndOf(input.taxYear)}. Do not destroy.`,
  };
}

const finalCode = ({ finalTaxCode, isWeek1Month1 }: P60Input) =>
  isWeek1Month1 && !/(W1|M1|X)$/.test(finalTaxCode) ? `${finalTaxCode} W1/M1` : finalTaxCode;

/** "£14": loans stand on the P60 without pence, which payroll never takes. */
const wholePounds = (amount: Pence) => `£${Math.trunc(amount / 100)}`;

/** Tax as the form prints it: a refund is marked with R. */
const taxCell = (amount: Pence) => (amount < 0 ? textCell(`${formatPence(pence(-amount))} R`) : moneyCell(amount));

function payAndTax(year: YearToDate): DocumentTable {
  const row = (label: string, pay: Pence, tax: Pence, isTotal = false) => ({ cells: [textCell(label), moneyCell(pay), taxCell(tax)], isTotal });
  return {
    kind: "table",
    caption: "Pay and Income Tax",
    columns: [
      { heading: "Where", align: "start", share: 3 },
      { heading: "Pay", align: "end", share: 1.4 },
      { heading: "Tax deducted", align: "end", share: 1.4 },
    ],
    rows: [
      row("In previous employment(s)", year.previousTaxablePay, year.previousIncomeTax),
      row("In this employment", year.taxablePay, year.incomeTax),
      row("Total for year", pence(year.previousTaxablePay + year.taxablePay), pence(year.previousIncomeTax + year.incomeTax), true),
    ],
  };
}

function insuranceTable(year: YearToDate): DocumentTable {
  return {
    kind: "table",
    caption: "National Insurance contributions by category letter",
    columns: [
      { heading: "Letter", align: "start", share: 0.7 },
      { heading: "Earnings at the Lower Earnings Limit (LEL)", align: "end", share: 1.5 },
      { heading: "Earnings above the LEL, up to the Primary Threshold", align: "end", share: 1.6 },
      { heading: "Earnings above the Primary Threshold, up to the Upper Earnings Limit", align: "end", share: 1.8 },
      { heading: "Employee's contributions", align: "end", share: 1.4 },
    ],
    rows: year.nationalInsurance.map((each) =>
      moneyRow(each.category, [
        each.atLowerEarningsLimit,
        each.lowerEarningsLimitToPrimaryThreshold,
        each.primaryThresholdToUpperEarningsLimit,
        each.employeeContributions,
      ]),
    ),
  };
}

const statutoryFacts = (year: YearToDate) =>
  factsBlock(
    (
      [
        ["Statutory Maternity Pay", year.statutoryMaternityPay],
        ["Statutory Paternity Pay", year.statutoryPaternityPay],
        ["Statutory Parental Bereavement Pay", year.statutoryParentalBereavementPay],
        ["Statutory Shared Parental Pay", year.statutorySharedParentalPay],
        ["Statutory Adoption Pay", year.statutoryAdoptionPay],
        ["Statutory Neonatal Care Pay", year.statutoryNeonatalCarePay],
      ] as const
    ).map(([label, amount]) => [label, formatPence(amount)] as const),
  );
