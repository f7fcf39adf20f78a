import * as z from "zod";
import { PlainDate } from "../../../shared/core/plainDate.ts";
import type { ReadDb, WriteDb } from "../database.ts";

const OwnKeyDate = z.object({ id: z.string(), dueOn: PlainDate, description: z.string(), doneOn: PlainDate.nullable() });
export type OwnKeyDate = z.infer<typeof OwnKeyDate>;

/** The user's own key dates, earliest first. */
export function listOwnKeyDates(db: ReadDb): OwnKeyDate[] {
  return z.array(OwnKeyDate).parse(db.prepare("SELECT id, due_on AS dueOn, description, done_on AS doneOn FROM key_date ORDER BY due_on, id").all());
}

export function insertKeyDate(db: WriteDb, keyDate: { readonly id: string; readonly dueOn: PlainDate; readonly description: string }): void {
  db.prepare("INSERT INTO key_date (id, due_on, description) VALUES (?, ?, ?)").run(keyDate.id, keyDate.dueOn, keyDate.description);
}

/** Marks a date done on a day, or not done. Answers whether there was such a date. */
export function markKeyDate(db: WriteDb, id: string, doneOn: PlainDate | null): boolean {
  return db.prepare("UPDATE key_date SET done_on = ? WHERE id = ?").run(doneOn, id).changes === 1;
}
