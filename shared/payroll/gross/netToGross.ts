import { type Explained, type ExplanationLine, explain } from "../../core/explanation.ts";
import { formatPence, type Pence, pence } from "../../core/money.ts";
import type { TaxYearRates } from "../../rates/taxYearRates.ts";
import { calculatePayslip } from "../payslip/calculatePayslip.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";
import type { PayLine, PayslipInput, PayslipResult } from "../types.ts";

/** The gross pay that leaves a wanted net pay. */
interface NetToGross {
  /** Gross pay: the net pay with everything that is taken from it. */
  readonly grossPay: Explained;
  /** What the pay line that was looked for comes to, above the lines that were given. */
  readonly extraPay: Pence;
  readonly payslip: PayslipResult;
}

/** Nobody's period of personal care pays more than this; above it a search has lost its way. */
const mostGross = 1_000_000_00;
/** An order that leaves protected earnings takes every penny more of pay: that search goes up by the penny. */
const mostSteps = 100_000;

/**
 * The smallest gross pay whose net pay is the wanted net pay to the penny, with every other setting as given. The pay lines given stay as they
 * are and one line of plain pay is put beside them. Pence.
 *
 * Net pay is not monotone (a penny more gross can cross a whole pound of tax), so halving would miss the smallest answer. But no deduction ever
 * falls as gross grows, so a penny more gross never gives more than a penny more net: stepping up by what is still missing can never pass the
 * smallest answer, and the net that is reached first is the wanted one exactly.
 * Refuses a net below what the given lines leave already, a net that no gross reaches, and whatever `calculatePayslip` refuses.
 * Source: HMRC, PAYE and National Insurance routines as `calculatePayslip` names them.
 */
export function netToGross(input: PayslipInput, wantedNet: Pence, rates: TaxYearRates): Verdict<NetToGross> {
  if (!Number.isSafeInteger(wantedNet)) {
    return refused(problem("wantedNet", wantedNet, "The wanted net pay is a sum in pounds and whole pence.", "Give the sum that is to be left."));
  }
  let extraPay = 0;
  for (let step = 0; step < mostSteps && extraPay <= mostGross; step++) {
    const tried = calculatePayslip(withExtraPay(input, pence(extraPay)), rates);
    if (!tried.ok) return tried;
    const missing = wantedNet - tried.value.netPay.amount;
    if (missing < 0) {
      const left = formatPence(tried.value.netPay.amount);
      return refused(
        problem(
          "wantedNet",
          formatPence(wantedNet),
          `The pay that is there already leaves ${left}.`,
          "Ask for more than that, or take pay lines out.",
        ),
      );
    }
    if (missing === 0) return accepted({ grossPay: grossOf(tried.value), extraPay: pence(extraPay), payslip: tried.value });
    extraPay += missing;
  }
  return refused(
    problem("wantedNet", formatPence(wantedNet), "No gross pay leaves this net pay.", "Check the deductions and the pension share, or ask for less."),
  );
}

function withExtraPay(input: PayslipInput, amount: Pence): PayslipInput {
  if (amount === 0) return input;
  const rule = { name: "Pay for a wanted net pay", source: "Worked back from net pay" };
  const line: PayLine = {
    kind: "salary",
    label: "Pay",
    minutes: null,
    units: null,
    ratePence: null,
    amount,
    planLineId: null,
    explanation: explain(rule, [{ text: "Pay that leaves the wanted net pay.", amount }]),
  };
  return { ...input, payLines: [...input.payLines, line] };
}

function grossOf(slip: PayslipResult): Explained {
  const lines: ExplanationLine[] = [{ text: "Net pay that is wanted.", amount: slip.netPay.amount }];
  const add = (text: string, amount: Pence) => {
    if (amount !== 0) lines.push({ text, amount });
  };
  add("Income tax.", slip.incomeTax.amount);
  add("National Insurance.", slip.employeeNationalInsurance.amount);
  add("Student loan.", slip.studentLoan.amount);
  add("Postgraduate loan.", slip.postgraduateLoan.amount);
  add("The employee's pension contribution.", slip.employeePension.amount);
  for (const { label, amount } of slip.otherDeductions) add(`${label}.`, amount);
  add("Mileage and expenses are paid beside gross pay.", pence(-slip.nonTaxable.amount));
  return explain({ name: "Net to gross", source: slip.incomeTax.rule.source, ratesYear: slip.taxPeriod.taxYear }, lines);
}
