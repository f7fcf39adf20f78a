import { describeProblem, type PayProblem, type Verdict } from "../../shared/payroll/problems.ts";

/** The value of a verdict; fails the test with the problems in words when it was refused. */
export function acceptedOf<T>(verdict: Verdict<T>): T {
  if (!verdict.ok) throw new Error(verdict.problems.map(describeProblem).join(" "));
  return verdict.value;
}

/** The problems of a verdict; none when it was accepted. */
export const problemsOf = (verdict: Verdict<unknown>): readonly PayProblem[] => (verdict.ok ? [] : verdict.problems);
