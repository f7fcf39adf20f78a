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
 * What is still owed on one due account, by the day it must be paid. Postings with a due day make (or lessen) the debt of that
 * day; those without pay the oldest debt first, as HMRC itself allots payments, or take a payment back. `dueDateOf` gives the
 * day for what is owed beyond that.
 */
export function openDues(postings: readonly DuePosting[], dueDateOf: (postedOn: PlainDate) => PlainDate): OpenDue[] {
  const debts = new Map<PlainDate, number>();
  let paid = 0;
  for (const posting of postings) {
    if (posting.dueOn === null) paid += posting.amountPence;
    else debts.set(posting.dueOn, (debts.get(posting.dueOn) ?? 0) - posting.amountPence);
  }
  for (const owed of debts.values()) paid += Math.max(0, -owed);
  const open: OpenDue[] = [];
  for (const [dueOn, owed] of [...debts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const settled = Math.max(0, Math.min(paid, owed));
    paid -= settled;
    if (owed > settled) open.push({ dueOn, amountPence: pence(owed - settled) });
  }
  const undated = postings.findLast((posting) => posting.dueOn === null);
  if (paid < 0 && undated) open.push({ dueOn: dueDateOf(undated.postedOn), amountPence: pence(-paid) });
  return open;
}
