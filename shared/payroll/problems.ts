import * as z from "zod";

/**
 * Something in the input that no pay can be worked out from. `field` is the path of the input ("taxSetting.code"), `value`
 * is what was given, `rule` says what must hold and `wayOut` what to do, both in plain English.
 */
export const PayProblem = z.object({ field: z.string(), value: z.string(), rule: z.string(), wayOut: z.string() });
export type PayProblem = z.infer<typeof PayProblem>;

/** The answer of a calculator that may refuse its input. */
export type Verdict<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly PayProblem[] };

/** The answer that a calculator gives. */
export const accepted = <T>(value: T): Verdict<T> => ({ ok: true, value });
/** The answer when nothing can be worked out: every problem found, not only the first. */
export const refused = (...problems: PayProblem[]): Verdict<never> => ({ ok: false, problems });

/** Builds a problem; `value` is shown as the person gave it. */
export function problem(field: string, value: string | number | null | undefined, rule: string, wayOut: string): PayProblem {
  return { field, value: value === null || value === undefined ? "" : String(value), rule, wayOut };
}

/** One sentence for a log line, a table cell or a message. */
export function describeProblem({ value, rule, wayOut }: PayProblem): string {
  return value === "" ? `${rule} ${wayOut}` : `"${value}": ${rule} ${wayOut}`;
}
