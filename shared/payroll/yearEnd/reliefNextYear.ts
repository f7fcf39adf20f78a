import { addingLine, type Explained, explain } from "../../core/explanation.ts";
import { formatPence, type Pence } from "../../core/money.ts";
import type { TaxYearRates } from "../../rates/taxYearRates.ts";
import type { PayslipResult } from "../types.ts";

/** Class 1 National Insurance of a tax year with the answer it gives for Small Employers' Relief in the next. */
export interface ReliefNextYear {
  readonly class1: Explained;
  readonly isSmallEmployer: boolean;
  readonly lines: readonly string[];
}

/**
 * Whether the employer gets Small Employers' Relief for statutory family pay of the next tax year: employees' and employer's Class 1 National Insurance of this year,
 * before the Employment Allowance, is 45,000 pounds or less. Pence. Source: GOV.UK, Get financial help with statutory pay; payroll rules, section 8.
 */
export function reliefNextYear(
  payslips: readonly Pick<PayslipResult, "employeeNationalInsurance" | "employerNationalInsurance">[],
  nextTaxYear: string,
  rates: TaxYearRates,
): ReliefNextYear {
  const { smallEmployerClass1Ceiling: ceiling, smallEmployerRecovery, standardRecovery, sources } = rates.statutoryParentalPay;
  const sum = (of: (result: (typeof payslips)[number]) => Pence): Pence =>
    payslips.reduce((total, result) => (total + of(result)) as Pence, 0 as Pence);
  const class1 = explain({ name: "Class 1 National Insurance of the tax year", source: sources[0], ratesYear: rates.taxYear }, [
    addingLine(
      `Taken from wages on ${payslips.length} payslips.`,
      sum((result) => result.employeeNationalInsurance.amount),
    ),
    addingLine(
      "The employer’s, before the Employment Allowance.",
      sum((result) => result.employerNationalInsurance.amount),
    ),
  ]);
  const isSmallEmployer = class1.amount <= ceiling;
  return {
    class1,
    isSmallEmployer,
    lines: [
      `Class 1 National Insurance of ${rates.taxYear} is ${formatPence(class1.amount)} so far. The limit is ${formatPence(ceiling)}.`,
      isSmallEmployer
        ? `So Small Employers’ Relief is due for ${nextTaxYear}: HMRC gives back all statutory family pay with compensation (${smallEmployerRecovery / 100}% in ${rates.taxYear}).`
        : `So Small Employers’ Relief is not due for ${nextTaxYear}: HMRC gives back ${standardRecovery / 100}% of statutory family pay.`,
    ],
  };
}
