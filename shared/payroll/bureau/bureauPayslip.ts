import * as z from "zod";
import { Pence, pence } from "../../core/money.ts";
import type { PayslipResult } from "../types.ts";

/** The lines of a payroll bureau's payslip that can be checked. The ones ending in `ToDate` are totals since 6 April, this payslip included. */
export const BureauLine = z.enum([
  "grossPay",
  "taxablePay",
  "incomeTax",
  "employeeNationalInsurance",
  "studentLoan",
  "postgraduateLoan",
  "employeePension",
  "otherDeductions",
  "nonTaxable",
  "netPay",
  "employerNationalInsurance",
  "employerPension",
  "taxablePayToDate",
  "incomeTaxToDate",
  "employeeNationalInsuranceToDate",
]);
export type BureauLine = z.infer<typeof BureauLine>;

/** Each line as a person reads it on a payslip. */
export const bureauLineWords: Readonly<Record<BureauLine, string>> = {
  grossPay: "Gross pay",
  taxablePay: "Taxable pay",
  incomeTax: "Income tax",
  employeeNationalInsurance: "Employee’s National Insurance",
  studentLoan: "Student loan",
  postgraduateLoan: "Postgraduate loan",
  employeePension: "Employee’s pension",
  otherDeductions: "Other deductions",
  nonTaxable: "Mileage and expenses (no tax)",
  netPay: "Net pay (take-home pay)",
  employerNationalInsurance: "Employer’s National Insurance",
  employerPension: "Employer’s pension",
  taxablePayToDate: "Taxable pay this tax year",
  incomeTaxToDate: "Income tax this tax year",
  employeeNationalInsuranceToDate: "Employee’s National Insurance this tax year",
};

/** A figure for every line, in pence. */
export type BureauFigures = Readonly<Record<BureauLine, Pence>>;

/** What is typed or read from the bureau's payslip. Null or left out: the payslip does not show it, so it is not checked. */
export const BureauPayslip = z.object({
  figures: z.partialRecord(BureauLine, Pence.nullable()),
  taxCode: z.string().trim().max(20).nullable().default(null),
  nationalInsuranceCategory: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]?$/, "A National Insurance letter is one letter, like A")
    .nullable()
    .default(null),
});
export type BureauPayslip = z.infer<typeof BureauPayslip>;

/** Our own figure for every line of a bureau's payslip, in pence. */
export function figuresOf(result: PayslipResult): BureauFigures {
  const { yearToDate } = result;
  return {
    grossPay: result.grossPay.amount,
    taxablePay: result.taxablePay.amount,
    incomeTax: result.incomeTax.amount,
    employeeNationalInsurance: result.employeeNationalInsurance.amount,
    studentLoan: result.studentLoan.amount,
    postgraduateLoan: result.postgraduateLoan.amount,
    employeePension: result.employeePension.amount,
    otherDeductions: pence(result.otherDeductions.reduce((sum, { amount }) => sum + amount, 0)),
    nonTaxable: result.nonTaxable.amount,
    netPay: result.netPay.amount,
    employerNationalInsurance: result.employerNationalInsurance.amount,
    employerPension: result.employerPension.amount,
    taxablePayToDate: yearToDate.taxablePay,
    incomeTaxToDate: yearToDate.incomeTax,
    employeeNationalInsuranceToDate: pence(yearToDate.nationalInsurance.reduce((sum, { employeeContributions }) => sum + employeeContributions, 0)),
  };
}

/** Net pay from the other lines, in pence: gross pay less what is taken, with mileage and expenses added. Source: Employment Rights Act 1996, section 8. */
export function netOf(figures: Omit<BureauFigures, "netPay">): Pence {
  const taken =
    figures.incomeTax +
    figures.employeeNationalInsurance +
    figures.studentLoan +
    figures.postgraduateLoan +
    figures.employeePension +
    figures.otherDeductions;
  return pence(figures.grossPay - taken + figures.nonTaxable);
}
