import * as z from "zod";
import type { PlainDate } from "../../../shared/core/plainDate.ts";
import type { ReadDb } from "../database.ts";

/** True when a return that was sent covers this day for this account: nothing dated in its period may change any more. */
export function isPeriodLocked(db: ReadDb, bankAccountId: string, on: PlainDate): boolean {
  const row = db
    .prepare("SELECT COUNT(*) AS count FROM audit_return WHERE bank_account_id = ? AND state <> 'open' AND ? BETWEEN period_from AND period_to")
    .get(bankAccountId, on);
  return z.object({ count: z.number() }).parse(row).count > 0;
}
