import { type Explained, type ExplanationLine, explain } from "../../core/explanation.ts";
import { type Pence, pence } from "../../core/money.ts";
import type { PayLine } from "../types.ts";
import { nonTaxableKinds } from "./payLineKinds.ts";

/** The rule behind a total of a payslip. Source: Employment Rights Act 1996, section 8 (what a payslip must show). */
export const payslipRule = (name: string) => ({ name, source: "Employment Rights Act 1996, section 8" });

const isNonTaxable = (line: PayLine) => nonTaxableKinds.includes(line.kind);
/** The first line of a pay line's own explanation, or its label. */
const stepOf = (line: PayLine): ExplanationLine => ({ text: line.explanation.lines[0]?.text ?? line.label, amount: line.amount });

/** All pay lines that count for tax and National Insurance, in pence. Source: payroll rules, section 1. */
export function grossPayOf(payLines: readonly PayLine[]): Explained {
  const lines = payLines.filter((line) => !isNonTaxable(line)).map(stepOf);
  return explain(payslipRule("Gross pay"), lines.length > 0 ? lines : [{ text: "Nothing is paid in this period." }]);
}

/** Mileage within HMRC's rate and receipted expenses, in pence. Source: payroll rules, sections 1 and 13. */
export function nonTaxableOf(payLines: readonly PayLine[]): Explained {
  return explain(payslipRule("Mileage and expenses"), payLines.filter(isNonTaxable).map(stepOf));
}

/**
 * Gross pay less a pension taken before tax, in pence. A refund of such a pension (below zero) comes back into what is taxed.
 * Source: payroll rules, sections 1 and 10.
 */
export function taxablePayOf(grossPay: Pence, pensionFirst: Pence): Explained {
  const lines: ExplanationLine[] = [{ text: "Gross pay.", amount: grossPay }];
  if (pensionFirst > 0) lines.push({ text: "The pension is taken before tax.", amount: pence(-pensionFirst) });
  if (pensionFirst < 0) lines.push({ text: "The pension given back was never taxed, so it is taxed now.", amount: pence(-pensionFirst) });
  return explain(payslipRule("Taxable pay"), lines);
}
