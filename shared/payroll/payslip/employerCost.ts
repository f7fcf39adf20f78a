import { type Explained, type ExplanationLine, explain } from "../../core/explanation.ts";
import type { PayslipResult } from "../types.ts";

/**
 * What one payslip costs the budget before Employment Allowance, in pence: gross pay, the employer's National Insurance and pension, mileage and
 * expenses. Source: payroll rules, section 15.
 */
export function employerCostOf({
  grossPay,
  employerNationalInsurance,
  employerPension,
  nonTaxable,
}: Pick<PayslipResult, "grossPay" | "employerNationalInsurance" | "employerPension" | "nonTaxable">): Explained {
  const pension = employerPension.amount < 0 ? "The employer's pension contribution, given back." : "The employer's pension contribution.";
  const lines: ExplanationLine[] = [
    { text: "Gross pay.", amount: grossPay.amount },
    { text: "The employer's National Insurance, before Employment Allowance.", amount: employerNationalInsurance.amount },
    { text: pension, amount: employerPension.amount },
  ];
  if (nonTaxable.amount !== 0) lines.push({ text: "Mileage and expenses.", amount: nonTaxable.amount });
  return explain({ name: "Cost to the budget", source: "Gross pay with the employer's National Insurance and pension" }, lines);
}
