import { explain } from "../../core/explanation.ts";
import { formatPence, multiplyRatio, type Pence, pence } from "../../core/money.ts";
import type { MileageRates } from "../../rates/taxYearRates.ts";
import type { PayLine } from "../types.ts";

export interface MileageClaim {
  readonly label: string;
  /** Miles in hundredths: 12.5 miles is 1250. */
  readonly quantity: number;
  readonly ratePence: Pence;
  readonly planLineId: string | null;
}

/**
 * Pay for miles in the person's own car. Up to HMRC's approved rate it is free of tax and National Insurance; what is paid above it counts as
 * wages. The approved rate falls after 10,000 miles in the tax year. Source: payroll rules, section 13.
 */
export function calculateMileagePay(
  claim: MileageClaim,
  milesHundredthsBefore: number,
  rates: { readonly taxYear: string; readonly mileage: MileageRates },
): PayLine[] {
  const { carPerMile, carPerMileAfterLimit, milesAtFirstRate, sources } = rates.mileage;
  const atFirstRate = Math.min(claim.quantity, Math.max(0, milesAtFirstRate * 100 - milesHundredthsBefore));
  const afterLimit = claim.quantity - atFirstRate;
  const paid = multiplyRatio(claim.ratePence, claim.quantity, 100, "nearest");
  const approved = pence(multiplyRatio(carPerMile, atFirstRate, 100, "nearest") + multiplyRatio(carPerMileAfterLimit, afterLimit, 100, "nearest"));
  const free = pence(Math.min(paid, approved));
  const rule = { name: "Approved mileage payments", source: sources[0], ratesYear: rates.taxYear };
  const miles = `${claim.quantity / 100} miles at ${formatPence(claim.ratePence)} a mile`;
  const common = { label: claim.label, minutes: null, units: claim.quantity / 100, ratePence: claim.ratePence, planLineId: claim.planLineId };
  const text = `${miles}. HMRC allows ${formatPence(approved)} free of tax.`;
  const lines: PayLine[] = [{ ...common, kind: "mileage", amount: free, explanation: explain(rule, [{ text, amount: free }]) }];
  if (paid > free) {
    const taxed = pence(paid - free);
    const explanation = explain(rule, [{ text: "Mileage above HMRC's rate counts as wages.", amount: taxed }]);
    lines.push({
      ...common,
      kind: "taxableMileage",
      label: `${claim.label} above HMRC's rate`,
      units: null,
      ratePence: null,
      amount: taxed,
      explanation,
    });
  }
  return lines;
}
