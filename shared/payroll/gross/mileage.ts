import { type Explained, explain } from "../../core/explanation.ts";
import { formatPence, multiplyRatio, type Pence, pence } from "../../core/money.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import type { MileageRates } from "../../rates/taxYearRates.ts";
import { accepted, type PayProblem, problem, refused, type Verdict } from "../problems.ts";
import { sumProblems } from "../sumOfMoney.ts";
import type { PayLine } from "../types.ts";

/** What the miles were made in. Only the car's approved rate falls after so many miles; a passenger is a fellow employee in the same car. */
export type MileageVehicle = "car" | "motorcycle" | "bicycle" | "passenger";

interface MileageClaim {
  readonly label: string;
  /** Miles in hundredths: 12.5 miles is 1250. */
  readonly quantity: number;
  readonly ratePence: Pence;
  readonly planLineId: string | null;
  /** A car or van when left out. */
  readonly vehicle?: MileageVehicle;
}

type MileageYear = { readonly taxYear: string; readonly mileage: MileageRates };

/**
 * Pay for miles on the employer's business in the person's own vehicle. Up to HMRC's approved rate it is free of tax and National Insurance;
 * what is paid above it counts as wages. A car's approved rate falls after 10,000 miles in the tax year: `milesHundredthsBefore` are the car
 * miles paid to this person earlier in the year. Miles between home and work do not count. Pence, each rate to the nearest penny.
 * Refuses miles and a rate below nothing.
 * Source: Income Tax (Earnings and Pensions) Act 2003, sections 229 to 236; payroll rules, section 13.
 */
export function calculateMileagePay(claim: MileageClaim, milesHundredthsBefore: number, rates: MileageYear): Verdict<PayLine[]> {
  const { vehicle = "car", quantity, ratePence, label, planLineId } = claim;
  const problems = [
    ...milesProblems("miles", quantity),
    ...milesProblems("milesBefore", milesHundredthsBefore),
    ...sumProblems("payRate", ratePence, `The rate for ${label}`),
  ];
  if (problems.length > 0) return refused(...problems);
  const paid = multiplyRatio(ratePence, quantity, 100, "nearest");
  const approved = approvedFor(vehicle, quantity, milesHundredthsBefore, rates.mileage);
  const free = pence(Math.min(paid, approved));
  const rule = ruleOf(rates);
  const miles = `${quantity / 100} miles at ${formatPence(ratePence)} a mile`;
  const common = { label, minutes: null, units: quantity / 100, ratePence, planLineId };
  const text = `${miles}. HMRC allows ${formatPence(approved)} free of tax.`;
  const lines: PayLine[] = [{ ...common, kind: "mileage", amount: free, explanation: explain(rule, [{ text, amount: free }]) }];
  if (paid > free) {
    const taxed = pence(paid - free);
    const explanation = explain(rule, [{ text: "Mileage above HMRC's rate counts as wages.", amount: taxed }]);
    lines.push({
      ...common,
      kind: "taxableMileage",
      label: `${label} above HMRC's rate`,
      units: null,
      ratePence: null,
      amount: taxed,
      explanation,
    });
  }
  return accepted(lines);
}

function milesProblems(field: string, hundredths: number): PayProblem[] {
  if (Number.isSafeInteger(hundredths) && hundredths >= 0) return [];
  return [problem(field, hundredths / 100, "Miles can't be below nothing, and have two decimals at most.", "Correct the miles on the timesheet.")];
}

/** Car miles that were paid at the rate before it was raised in the middle of a tax year. */
interface PaidMiles {
  readonly onDate: PlainDate;
  /** Hundredths of a mile. */
  readonly quantity: number;
  /** Pence a mile that was paid. */
  readonly ratePence: Pence;
}

/**
 * What may still be paid free of tax for car miles driven before a rise that was announced later and backdated: HMRC's new rate less what was
 * paid, never below nothing. In 2026-27 the rise from 45p to 55p was announced on 21 May and holds from 6 April. Pence; nothing in a year
 * without such a rise, for miles after it was announced, or at a rate that was as high already. `milesHundredthsBefore` as above.
 * Source: payroll rules, section 13.
 */
export function mileageTopUp(paid: readonly PaidMiles[], milesHundredthsBefore: number, rates: MileageYear): Explained {
  const rise = rates.mileage.raisedInYear;
  let before = milesHundredthsBefore;
  const lines = [...paid]
    .sort((a, b) => a.onDate.localeCompare(b.onDate))
    .flatMap(({ onDate, quantity, ratePence }) => {
      const approved = approvedFor("car", quantity, before, rates.mileage);
      before += quantity;
      const had = multiplyRatio(ratePence, quantity, 100, "nearest");
      if (!rise || onDate < rise.fromOn || onDate > rise.announcedOn || had >= approved) return [];
      const text = `${quantity / 100} miles on ${formatDate(onDate)} were paid ${formatPence(had)}; HMRC now allows ${formatPence(approved)}.`;
      return [{ text, amount: pence(approved - had) }];
    });
  return explain({ ...ruleOf(rates), name: "Top-up of mileage after the rate was raised" }, lines);
}

function approvedFor(vehicle: MileageVehicle, quantity: number, before: number, mileage: MileageRates): Pence {
  if (vehicle !== "car") return multiplyRatio(mileage[`${vehicle}PerMile`], quantity, 100, "nearest");
  const atFirstRate = Math.min(quantity, Math.max(0, mileage.milesAtFirstRate * 100 - before));
  const first = multiplyRatio(mileage.carPerMile, atFirstRate, 100, "nearest");
  return pence(first + multiplyRatio(mileage.carPerMileAfterLimit, quantity - atFirstRate, 100, "nearest"));
}

const ruleOf = ({ taxYear, mileage }: MileageYear) => ({ name: "Approved mileage payments", source: mileage.sources[0], ratesYear: taxYear });
