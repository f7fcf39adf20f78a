import { type Pence, pence } from "../core/money.ts";
import type { PlainDate } from "../core/plainDate.ts";

/** A posting on a due account as the ledger keeps it: credits below zero make the debt, debits pay it. Pence. */
export interface DuePosting {
  readonly amountPence: Pence;
  readonly postedOn: PlainDate;
  readonly dueOn: PlainDate | null;
}

/** What is still to be paid by a day. `amountPence` is above zero. */
export interface OpenDue {
  readonly dueOn: PlainDate;
  readonly amountPence: Pence;
}

/**
 * What is still owed on one due account, by the day it must be paid. Payments settle the oldest debt first, as HMRC itself
 * allots them. `dueDateOf` gives the day for a debt that was posted without one.
 */
export function openDues(postings: readonly DuePosting[], dueDateOf: (postedOn: PlainDate) => PlainDate): OpenDue[] {
  const debts = new Map<PlainDate, number>();
  let paid = 0;
  for (const posting of postings) {
    const dueOn = posting.dueOn ?? dueDateOf(posting.postedOn);
    if (posting.amountPence < 0) debts.set(dueOn, (debts.get(dueOn) ?? 0) - posting.amountPence);
    else paid += posting.amountPence;
  }
  const open: OpenDue[] = [];
  for (const [dueOn, owed] of [...debts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const settled = Math.min(paid, owed);
    paid -= settled;
    if (owed > settled) open.push({ dueOn, amountPence: pence(owed - settled) });
  }
  return open;
}
