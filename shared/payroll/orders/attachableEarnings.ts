import { type Explained, type ExplanationLine, explain } from "../../core/explanation.ts";
import { type Pence, pence } from "../../core/money.ts";

export interface AttachableEarningsInput {
  /** All pay of the payment before deductions, statutory sick and parental pay included, without mileage and expenses. */
  readonly grossPay: Pence;
  /** Statutory pay for maternity, adoption, paternity, shared parental leave, bereavement and neonatal care within it. */
  readonly statutoryParentalPay: Pence;
  /** Below zero when tax is given back. */
  readonly incomeTax: Pence;
  readonly employeeNationalInsurance: Pence;
  readonly employeePension: Pence;
}

/**
 * The earnings that orders look at, in pence and never below zero: pay less tax, National Insurance and pension. Sick pay counts; statutory parental pay
 * does not. Student loans are not taken off. Source: GOV.UK, Make debt deductions from an employee's pay: what counts as earnings; payroll rules, section 11.
 */
export function calculateAttachableEarnings(input: AttachableEarningsInput): Explained {
  const { grossPay, statutoryParentalPay, incomeTax, employeeNationalInsurance, employeePension } = input;
  const lines: ExplanationLine[] = [{ text: "Gross pay.", amount: grossPay }];
  const takeOff = (text: string, amount: Pence) => {
    if (amount !== 0) lines.push({ text, amount: pence(-amount) });
  };
  takeOff("Statutory parental pay does not count.", statutoryParentalPay);
  takeOff(incomeTax < 0 ? "Income tax given back." : "Income tax.", incomeTax);
  takeOff("National Insurance.", employeeNationalInsurance);
  takeOff("Pension.", employeePension);
  const left = lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  if (left < 0) lines.push({ text: "Nothing is left that counts.", amount: pence(-left) });
  return explain(
    {
      name: "Attachable earnings",
      source:
        "GOV.UK, Make debt deductions from an employee's pay: what counts as earnings, https://www.gov.uk/debt-deductions-from-employee-pay/what-counts-as-earnings",
    },
    lines,
  );
}
