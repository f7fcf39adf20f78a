import { type Pence, pence, splitByWeight } from "../../core/money.ts";
import type { PayLine, PayslipResult } from "../types.ts";

/** What one plan line bears of a payslip, in pence. `planLineId` is null for time that has no plan line. */
interface PlanLineCost {
  readonly planLineId: string | null;
  readonly pay: Pence;
  readonly employerNationalInsurance: Pence;
  readonly employerPension: Pence;
}

/**
 * Shares a payslip's cost over plan lines: pay goes where its line says, the employer's National Insurance and pension follow the minutes that caused
 * them, and odd pennies go to the line with most minutes. Pay without time (sick pay, a bonus) and without a plan line goes there too.
 * Source: payroll rules, section 15; the data model, "On-costs follow the minutes that caused them".
 */
export function costByPlanLine(payslip: Pick<PayslipResult, "payLines" | "employerNationalInsurance" | "employerPension">): PlanLineCost[] {
  const minutesByLine = new Map<string | null, number>();
  for (const line of payslip.payLines)
    if (hasTime(line)) minutesByLine.set(line.planLineId, (minutesByLine.get(line.planLineId) ?? 0) + (line.minutes ?? 0));
  const main = heaviest(minutesByLine);
  const payByLine = new Map<string | null, number>();
  for (const line of payslip.payLines) {
    const planLineId = line.planLineId ?? (hasTime(line) ? null : main);
    payByLine.set(planLineId, (payByLine.get(planLineId) ?? 0) + line.amount);
  }
  const planLineIds = [...payByLine.keys()];
  const weights = planLineIds.map((planLineId) => minutesByLine.get(planLineId) ?? 0);
  const insurance = splitByWeight(payslip.employerNationalInsurance.amount, weights);
  const pension = splitByWeight(payslip.employerPension.amount, weights);
  return planLineIds.map((planLineId, index) => ({
    planLineId,
    pay: pence(payByLine.get(planLineId) ?? 0),
    employerNationalInsurance: insurance[index] ?? pence(0),
    employerPension: pension[index] ?? pence(0),
  }));
}

const timeKinds: readonly PayLine["kind"][] = ["hours", "shift", "day", "overtime"];
const hasTime = (line: PayLine) => timeKinds.includes(line.kind) && (line.minutes ?? 0) > 0;

function heaviest(minutesByLine: ReadonlyMap<string | null, number>): string | null {
  let best: string | null = null;
  let most = 0;
  for (const [planLineId, minutes] of minutesByLine) {
    if (minutes > most) {
      best = planLineId;
      most = minutes;
    }
  }
  return best;
}
