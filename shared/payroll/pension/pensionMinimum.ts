import { type BasisPoints, basisPoints, formatRate, type Pence } from "../../core/money.ts";
import { type PensionCertificationSet, pensionCertificationSets } from "../../rates/pensionCertification.ts";
import type { PensionRates } from "../../rates/taxYearRates.ts";
import { accepted, type PayProblem, problem, refused, type Verdict } from "../problems.ts";
import type { PensionEarningsBasis } from "../types.ts";

export interface PensionMinimumInput {
  readonly earningsBasis: PensionEarningsBasis;
  /** Tax relief included. */
  readonly employeeRate: BasisPoints;
  readonly employerRate: BasisPoints;
  /** Pay of everybody in the scheme over the certified time, for set 2. */
  readonly basicPay: Pence;
  readonly allPay: Pence;
}

/** The minimum that is kept: qualifying earnings, or a certification set. */
type PensionMinimum = { readonly kind: "qualifyingEarnings" } | { readonly kind: "set"; readonly set: 1 | 2 | 3 };

/**
 * Whether rates reach the legal minimum: 8% in all with 3% from the employer on qualifying earnings; else one of the certification sets. Refuses rates
 * below all of them and says the least that is needed. Source: Pensions Act 2008, sections 20 and 28; payroll rules, section 10.
 */
export function checkPensionMinimum(input: PensionMinimumInput, rates: { readonly pension: PensionRates }): Verdict<PensionMinimum> {
  const { earningsBasis, employeeRate, employerRate } = input;
  if (earningsBasis === "qualifyingEarnings") {
    const { minimumTotal, minimumEmployer } = rates.pension;
    const problems = problemsOf(employeeRate, employerRate, minimumTotal, minimumEmployer, "qualifying earnings");
    return problems.length > 0 ? refused(...problems) : accepted({ kind: "qualifyingEarnings" });
  }
  const sets = pensionCertificationSets.filter((set) => set.earningsBasis === earningsBasis && hasEnoughBasicPay(set, input));
  const tried = sets.map((set) => {
    const text = earningsBasis === "basicPay" ? `basic pay (set ${set.set})` : `all pay (set ${set.set})`;
    return { set: set.set, problems: problemsOf(employeeRate, employerRate, set.minimumTotal, set.minimumEmployer, text) };
  });
  const kept = tried.find(({ problems }) => problems.length === 0);
  // The last set of a basis is the easiest one that is open to this employer.
  return kept ? accepted({ kind: "set", set: kept.set }) : refused(...(tried.at(-1)?.problems ?? []));
}

function hasEnoughBasicPay({ basicPayShare }: PensionCertificationSet, { basicPay, allPay }: PensionMinimumInput): boolean {
  return basicPayShare === null || basicPay * 10_000 >= allPay * basicPayShare;
}

function problemsOf(employee: BasisPoints, employer: BasisPoints, leastTotal: BasisPoints, leastEmployer: BasisPoints, of: string): PayProblem[] {
  const found: PayProblem[] = [];
  if (employer < leastEmployer) {
    const rule = `The employer must pay at least ${formatRate(leastEmployer)} of ${of}.`;
    found.push(problem("employerRate", formatRate(employer), rule, `Raise the employer's share to ${formatRate(leastEmployer)}.`));
  }
  const total = basisPoints(employee + employer);
  if (total < leastTotal) {
    const rule = `Employee and employer together must pay at least ${formatRate(leastTotal)} of ${of}.`;
    found.push(problem("employeeRate", formatRate(total), rule, `Raise a share by ${formatRate(basisPoints(leastTotal - total))}.`));
  }
  return found;
}
