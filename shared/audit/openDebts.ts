import { type Pence, pence } from "../core/money.ts";
import type { PlainDate } from "../core/plainDate.ts";

export const debtKinds = ["wages", "hmrc", "pension", "invoice", "order"] as const;
export type DebtKind = (typeof debtKinds)[number];

/** Something that had to be paid. `paidOn` is the day it was paid in full; null while any of it is owed. */
export interface Debt {
  readonly id: string;
  readonly kind: DebtKind;
  readonly label: string;
  readonly incurredOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly amountPence: Pence;
  readonly leftPence: Pence;
  readonly paidOn: PlainDate | null;
}

/** A movement on what is owed to one creditor: below zero it is a new debt, above zero a payment. */
export interface DebtMovement {
  readonly id: string;
  readonly on: PlainDate;
  readonly amountPence: number;
  readonly dueOn: PlainDate | null;
  readonly label: string;
}

/**
 * Which debts were paid, and when: payments settle the oldest debt first. Movements are of one creditor, and mirror
 * images (a payment matched by mistake and undone) are left out by the caller.
 */
export function settleDebts(kind: DebtKind, movements: readonly DebtMovement[]): Debt[] {
  const oldestFirst = (a: { on: PlainDate; dueOn: PlainDate | null }, b: { on: PlainDate; dueOn: PlainDate | null }) =>
    (a.dueOn ?? a.on) < (b.dueOn ?? b.on) ? -1 : (a.dueOn ?? a.on) > (b.dueOn ?? b.on) ? 1 : 0;
  const payments = movements
    .filter((movement) => movement.amountPence > 0)
    .map((movement) => ({ on: movement.on, left: movement.amountPence }))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  return movements
    .filter((movement) => movement.amountPence < 0)
    .sort(oldestFirst)
    .map((movement) => {
      let left = -movement.amountPence;
      let paidOn: PlainDate | null = null;
      for (const payment of payments) {
        const part = Math.min(left, payment.left);
        payment.left -= part;
        left -= part;
        if (part > 0) paidOn = payment.on;
        if (left === 0) break;
      }
      return {
        id: movement.id,
        kind,
        label: movement.label,
        incurredOn: movement.on,
        dueOn: movement.dueOn ?? movement.on,
        amountPence: pence(-movement.amountPence),
        leftPence: pence(left),
        paidOn: left === 0 ? paidOn : null,
      };
    });
}
