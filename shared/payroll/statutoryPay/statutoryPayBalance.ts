import { type Explained, explain } from "../../core/explanation.ts";
import { formatPence, type Pence, pence } from "../../core/money.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import type { PayLineKind } from "../types.ts";

/** Pay lines that are statutory pay. */
export const statutoryPayKinds = [
  "statutorySickPay",
  "statutoryMaternityPay",
  "statutoryAdoptionPay",
  "statutoryPaternityPay",
  "statutorySharedParentalPay",
  "statutoryParentalBereavementPay",
  "statutoryNeonatalCarePay",
] as const satisfies readonly PayLineKind[];
export type StatutoryPayKind = (typeof statutoryPayKinds)[number];

/** What one absence should have earned up to now, in pence and days. */
export interface StatutoryPayEarned {
  readonly kind: StatutoryPayKind;
  readonly days: number;
  readonly total: Explained;
}

/** What an earlier pay run paid of one kind, in pence and days. A correction that took pay back is negative. */
export interface StatutoryPayPaid {
  readonly kind: StatutoryPayKind;
  readonly payday: PlainDate;
  readonly days: number;
  readonly amount: Pence;
}

/** What a run still has to pay of one kind; negative when too much was paid. */
export interface StatutoryPayBalance {
  readonly kind: StatutoryPayKind;
  readonly days: number;
  readonly total: Explained;
}

/**
 * What is still to pay of each kind of statutory pay, in pence: what the absences should have earned in all, less what was paid. Sickness entered after its
 * pay run, lengthened, shortened or taken out, and pay worked out anew on better figures, are put right by the next run. Kinds with nothing to put right
 * are left out. Source: payroll rules, sections 7 and 8.
 */
export function statutoryPayBalance(earned: readonly StatutoryPayEarned[], paid: readonly StatutoryPayPaid[]): StatutoryPayBalance[] {
  return statutoryPayKinds.flatMap((kind) => {
    const due = earned.filter((one) => one.kind === kind);
    const before = paid.filter((one) => one.kind === kind);
    const lines = [
      ...due.flatMap(({ total }) => total.lines),
      ...before.map(({ payday, amount }) => ({ text: `Paid already on ${formatDate(payday)}: ${formatPence(amount)}.`, amount: pence(-amount) })),
    ];
    const rule = due[0]?.total.rule ?? { name: "Statutory pay paid before", source: "The payslips of earlier pay runs" };
    const found = explain(rule, lines);
    const days = due.reduce((sum, one) => sum + one.days, 0) - before.reduce((sum, one) => sum + one.days, 0);
    if (found.amount === 0 && days === 0) return [];
    const tooMuch = `${formatPence(pence(-found.amount))} too much was paid before. It comes off this pay.`;
    return [{ kind, days, total: found.amount < 0 ? explain(rule, [...lines, { text: tooMuch }]) : found }];
  });
}
