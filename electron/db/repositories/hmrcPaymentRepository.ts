import * as z from "zod";
import type { ReadDb } from "../database.ts";

const MatchedLine = z.object({ journalId: z.string(), description: z.string() });

/** What the bank statement says of each payment to HMRC, by the journal of its match. */
export function findStatementTexts(db: ReadDb): ReadonlyMap<string, string> {
  const rows = db
    .prepare(
      `SELECT m.journal_id AS journalId, l.description FROM bank_match m JOIN statement_line l ON l.id = m.statement_line_id
        WHERE m.kind = 'hmrc' AND m.undone_journal_id IS NULL`,
    )
    .all();
  return new Map(
    z
      .array(MatchedLine)
      .parse(rows)
      .map(({ journalId, description }) => [journalId, description]),
  );
}
