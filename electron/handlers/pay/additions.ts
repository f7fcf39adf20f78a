import { explain } from "../../../shared/core/explanation.ts";
import type { PayAddition } from "../../../shared/payroll/payRun/payRun.ts";
import type { OtherDeduction, PayLine } from "../../../shared/payroll/types.ts";

const addedRule = { name: "Added to this pay run", source: "Entered by hand" };
const additionKinds = {
  bonus: "bonus",
  expenses: "expenses",
  holidayPay: "holidayPay",
  noticePay: "bonus",
  redundancy: "redundancy",
  correction: "adjustment",
} as const;

/** The pay lines of sums put into a run; what has no plan line goes where most of the time went. */
export function additionLines(additions: readonly PayAddition[], usualPlanLineId: string | null): PayLine[] {
  return additions.flatMap(({ id, kind, label, amountPence, planLineId, explanation: worked, payslipCorrectionId }) => {
    if (kind === "otherDeduction") return [];
    const explanation = worked ?? explain(addedRule, [{ text: `${label}.`, amount: amountPence }]);
    const line = { label, minutes: null, units: null, ratePence: null, amount: amountPence, planLineId: planLineId ?? usualPlanLineId };
    return [{ ...line, recordId: payslipCorrectionId ?? id, explanation, kind: additionKinds[kind] }];
  });
}

/** Sums put into a run that are taken off net pay. */
export function deductionsOf(additions: readonly PayAddition[]): OtherDeduction[] {
  return additions
    .filter(({ kind }) => kind === "otherDeduction")
    .map(({ label, amountPence }) => ({
      kind: "other",
      label,
      amount: amountPence,
      explanation: explain(addedRule, [{ text: `${label}.`, amount: amountPence }]),
    }));
}
