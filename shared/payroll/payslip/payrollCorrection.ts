import { type Explained, type ExplanationLine, explain } from "../../core/explanation.ts";
import { formatPence, type Pence, pence, sumPence } from "../../core/money.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import { taxYearOf } from "../../rates/ratesFor.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";
import type { PayLine, PayslipResult } from "../types.ts";

/** One figure of a payslip that was sealed and what it should have been. Pence; `difference` is what must be added. */
export interface CorrectedFigure {
  readonly name: string;
  readonly sealed: Pence;
  readonly recomputed: Pence;
  readonly difference: Pence;
}

export interface PayrollCorrection {
  /** The day the correction is made: it belongs to this day, the sealed payslip stays as it is. */
  readonly on: PlainDate;
  readonly correctsPayday: PlainDate;
  /** Only figures that differ. */
  readonly figures: readonly CorrectedFigure[];
  /** What the employee is still owed; below zero when too much was paid. */
  readonly netDifference: Explained;
  /** What it adds to the employer's cost, before Employment Allowance. */
  readonly costDifference: Explained;
  /** In the same tax year gross pay is put right in a later run; after 5 April the closed year's totals are sent to HMRC again. */
  readonly how: "laterRun" | "closedYear";
  /** The pay line for a later run, or null when gross pay is right or the year is closed. */
  readonly adjustment: PayLine | null;
}

const source = "HMRC, What to do if your payroll information is wrong, https://www.gov.uk/payroll-errors; payroll rules, section 14";

/**
 * What a sealed payslip got wrong against the same payslip worked out again with the right facts. Nothing sealed is changed: the differences are dated
 * `on`. A wrong tax code needs no adjustment line: cumulative tax puts itself right on the next payday, from the tax really taken.
 * Refuses two payslips that are not for the same payday and period, and a correction before the payday.
 * Source: HMRC, What to do if your payroll information is wrong.
 */
export function correctPayslip(sealed: PayslipResult, recomputed: PayslipResult, on: PlainDate, reason: string): Verdict<PayrollCorrection> {
  const { payday } = sealed;
  if (recomputed.payday !== payday || recomputed.periodFrom !== sealed.periodFrom || recomputed.periodTo !== sealed.periodTo) {
    const rule = `The payslip to correct was for ${formatDate(payday)}.`;
    return refused(problem("recomputed.payday", recomputed.payday, rule, "Work out the same payday and period again."));
  }
  if (on < payday) {
    const rule = `The payday was ${formatDate(payday)}; nothing is wrong before it.`;
    return refused(problem("on", on, rule, "Change the draft pay run, or date the correction later."));
  }
  const figures = figuresOf(sealed, recomputed);
  const told: ExplanationLine[] = [{ text: `Corrects the payslip of ${formatDate(payday)}, on ${formatDate(on)}. ${reason}` }];
  const rule = { name: "Correction of a payslip", source, ratesYear: sealed.taxPeriod.taxYear };
  const part = (name: string, sign: 1 | -1): ExplanationLine[] => {
    const figure = figures.find((each) => each.name === name);
    if (!figure) return [];
    const text = `${name}: ${formatPence(figure.sealed)} becomes ${formatPence(figure.recomputed)}.`;
    return [{ text, amount: pence(sign * figure.difference) }];
  };
  const fromPay = deductionNames.flatMap((name) => part(name, -1));
  const netDifference = explain(rule, [...told, ...part("Gross pay", 1), ...part("Mileage and expenses", 1), ...fromPay]);
  const costDifference = explain(rule, [...told, ...costNames.flatMap((name) => part(name, 1))]);
  const how = taxYearOf(on) === taxYearOf(payday) ? "laterRun" : "closedYear";
  return accepted({
    on,
    correctsPayday: payday,
    figures,
    netDifference,
    costDifference,
    how,
    adjustment: how === "laterRun" ? adjustmentOf(pence(recomputed.grossPay.amount - sealed.grossPay.amount), told, rule, payday) : null,
  });
}

const deductionNames = [
  "Income tax",
  "Employee's National Insurance",
  "Student loan",
  "Postgraduate loan",
  "Employee's pension",
  "Other deductions",
] as const;
const costNames = ["Gross pay", "Mileage and expenses", "Employer's National Insurance", "Employer's pension"] as const;

function figuresOf(sealed: PayslipResult, recomputed: PayslipResult): CorrectedFigure[] {
  const amounts = (slip: PayslipResult): [string, Pence][] => [
    ["Gross pay", slip.grossPay.amount],
    ["Mileage and expenses", slip.nonTaxable.amount],
    ["Income tax", slip.incomeTax.amount],
    ["Employee's National Insurance", slip.employeeNationalInsurance.amount],
    ["Student loan", slip.studentLoan.amount],
    ["Postgraduate loan", slip.postgraduateLoan.amount],
    ["Employee's pension", slip.employeePension.amount],
    ["Other deductions", sumPence(slip.otherDeductions.map(({ amount }) => amount))],
    ["Employer's National Insurance", slip.employerNationalInsurance.amount],
    ["Employer's pension", slip.employerPension.amount],
  ];
  const after = new Map(amounts(recomputed));
  return amounts(sealed)
    .map(([name, before]) => {
      const now = after.get(name) ?? pence(0);
      return { name, sealed: before, recomputed: now, difference: pence(now - before) };
    })
    .filter(({ difference }) => difference !== 0);
}

function adjustmentOf(amount: Pence, told: readonly ExplanationLine[], rule: Explained["rule"], payday: PlainDate): PayLine | null {
  if (amount === 0) return null;
  const label = `Correction for ${formatDate(payday)}`;
  const explanation = explain(rule, [{ text: `${label}.`, amount }, ...told]);
  return { kind: "adjustment", label, minutes: null, units: null, ratePence: null, amount, planLineId: null, explanation };
}
