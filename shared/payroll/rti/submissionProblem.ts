import type { PayProblem } from "../problems.ts";

/**
 * Something HMRC would refuse. `code` is the number of HMRC's business rule ("7823"), or "schema" where HMRC's schema itself does not allow the
 * value; `who` is the employee, null for the employer.
 */
export interface SubmissionProblem extends PayProblem {
  readonly code: string;
  readonly who: string | null;
}

/** A submission, or everything HMRC would refuse in it. */
export type SubmissionVerdict<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly [SubmissionProblem, ...SubmissionProblem[]] };

/** The value when nothing was found wrong with it. */
export function verdictOf<T>(value: T, problems: readonly SubmissionProblem[]): SubmissionVerdict<T> {
  const [first, ...rest] = problems;
  return first ? { ok: false, problems: [first, ...rest] } : { ok: true, value };
}

/** Collects problems of one employee (or the employer, `who` null) under a path of the input. */
export class ProblemList {
  readonly #who: string | null;
  readonly #path: string;
  readonly found: SubmissionProblem[] = [];

  constructor(who: string | null, path: string) {
    this.#who = who;
    this.#path = path;
  }

  add(code: string, field: string, value: string | number | null, rule: string, wayOut: string): void {
    this.found.push({ code, who: this.#who, field: `${this.#path}${field}`, value: value === null ? "" : String(value), rule, wayOut });
  }

  /** Adds the problem unless `holds`. */
  unless(holds: boolean, code: string, field: string, value: string | number | null, rule: string, wayOut: string): void {
    if (!holds) this.add(code, field, value, rule, wayOut);
  }
}
