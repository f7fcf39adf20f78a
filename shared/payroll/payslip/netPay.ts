import { type Explained, type ExplanationLine, explain } from "../../core/explanation.ts";
import { type Pence, pence } from "../../core/money.ts";
import type { PayslipResult } from "../types.ts";
import { payslipRule } from "./payTotals.ts";

/** The figures that net pay is made of. */
type NetPayParts = Pick<
  PayslipResult,
  "grossPay" | "incomeTax" | "employeeNationalInsurance" | "studentLoan" | "postgraduateLoan" | "employeePension" | "otherDeductions" | "nonTaxable"
>;

/**
 * What goes to the employee's bank, in pence: gross pay less every deduction, with mileage and expenses added. Below zero only when other
 * deductions are more than the pay. Source: Employment Rights Act 1996, section 8; payroll rules, section 1.
 */
export function netPayOf(parts: NetPayParts): Explained {
  const lines: ExplanationLine[] = [{ text: "Gross pay.", amount: parts.grossPay.amount }];
  const takeOff = (text: string, amount: Pence) => {
    if (amount !== 0) lines.push({ text, amount: pence(-amount) });
  };
  takeOff(parts.incomeTax.amount < 0 ? "Income tax given back." : "Income tax.", parts.incomeTax.amount);
  takeOff("National Insurance.", parts.employeeNationalInsurance.amount);
  takeOff("Student loan.", parts.studentLoan.amount);
  takeOff("Postgraduate loan.", parts.postgraduateLoan.amount);
  takeOff(parts.employeePension.amount < 0 ? "Pension given back." : "Pension.", parts.employeePension.amount);
  for (const { label, amount } of parts.otherDeductions) takeOff(`${label}.`, amount);
  if (parts.nonTaxable.amount !== 0) lines.push({ text: "Mileage and expenses, free of tax.", amount: parts.nonTaxable.amount });
  return explain(payslipRule("Net pay"), lines);
}
