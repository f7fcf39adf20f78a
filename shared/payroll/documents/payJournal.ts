import { type Pence, pence } from "../../core/money.ts";
import type { PayslipResult } from "../types.ts";

/** One line of the pay journal; one of the two amounts is nothing. Pence. */
export interface PayJournalLine {
  readonly account: string;
  readonly debit: Pence;
  readonly credit: Pence;
}

export interface PayJournal {
  readonly lines: readonly PayJournalLine[];
  readonly totalDebits: Pence;
  readonly totalCredits: Pence;
}

/** What a pay run changed besides its payslips. Both above zero. Pence. */
export interface PayJournalAdjustments {
  readonly employmentAllowance: Pence;
  /** Statutory family pay that HMRC gives back, with compensation. */
  readonly statutoryPayRecovered: Pence;
}

/**
 * The journal of a pay run as a bookkeeper enters it: what the wages cost on the left, what is owed to whom on the right; both sides always come to the same.
 * An amount below zero (a refund) moves to the other side. Lines of nothing are left out.
 */
export function calculatePayJournal(payslips: readonly PayslipResult[], adjustments: PayJournalAdjustments): PayJournal {
  const sum = (amountOf: (each: PayslipResult) => number) => payslips.reduce((total, each) => total + amountOf(each), 0);
  const employerInsurance = sum((each) => each.employerNationalInsurance.amount);
  const employerPension = sum((each) => each.employerPension.amount);
  const hmrc = sum(
    ({ incomeTax, employeeNationalInsurance, studentLoan, postgraduateLoan }) =>
      incomeTax.amount + employeeNationalInsurance.amount + studentLoan.amount + postgraduateLoan.amount,
  );
  const entries: [string, number][] = [
    ["Gross wages", sum((each) => each.grossPay.amount)],
    ["Mileage and expenses", sum((each) => each.nonTaxable.amount)],
    ["Employer's National Insurance", employerInsurance],
    ["Employer's pension contributions", employerPension],
    ["Employment Allowance", -adjustments.employmentAllowance],
    ["Statutory pay given back by HMRC", -adjustments.statutoryPayRecovered],
    ["Owed to HMRC", -(hmrc + employerInsurance - adjustments.employmentAllowance - adjustments.statutoryPayRecovered)],
    ["Owed to the pension scheme", -(employerPension + sum((each) => each.employeePension.amount))],
    ...deductionEntries(payslips),
    ["Wages to pay", -sum((each) => each.netPay.amount)],
  ];
  const lines = entries
    .filter(([, amount]) => amount !== 0)
    .map(([account, amount]) => ({ account, debit: pence(Math.max(0, amount)), credit: pence(Math.max(0, -amount)) }));
  return {
    lines,
    totalDebits: pence(lines.reduce((total, { debit }) => total + debit, 0)),
    totalCredits: pence(lines.reduce((total, { credit }) => total + credit, 0)),
  };
}

/** Orders are owed to their issuers, less the costs the employer keeps; loans and other deductions come back to the employer. Each label is a line. */
function deductionEntries(payslips: readonly PayslipResult[]): [string, number][] {
  const byAccount = new Map<string, number>();
  const credit = (account: string, amount: number) => byAccount.set(account, (byAccount.get(account) ?? 0) - amount);
  for (const { kind, label, amount } of payslips.flatMap((each) => each.otherDeductions)) {
    credit(kind === "order" ? `Owed under an order: ${label}` : `Taken from wages: ${label}`, amount);
  }
  for (const { deduction, employerCosts } of payslips.flatMap((each) => each.orderDeductions)) {
    if (employerCosts === undefined || employerCosts === 0) continue;
    credit(`Owed under an order: ${deduction.label}`, -employerCosts);
    credit("Costs of orders, kept by the employer", employerCosts);
  }
  return [...byAccount];
}
