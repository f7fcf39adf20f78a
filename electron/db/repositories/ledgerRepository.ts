import * as z from "zod";
import { Pence } from "../../../shared/core/money.ts";
import { PlainDate } from "../../../shared/core/plainDate.ts";
import { JournalEvent, LedgerAccount, type NewJournal, problemWithJournal } from "../../../shared/ledger/journal.ts";
import type { ReadDb, WriteDb } from "../database.ts";

interface Stamp {
  readonly newId: () => string;
  readonly now: () => string;
}

/** Posts one balanced journal and answers its id. Throws when the postings do not balance: that is a bug, not bad input. */
export function postJournal(db: WriteDb, stamp: Stamp, journal: NewJournal): string {
  const problem = problemWithJournal(journal.postings);
  if (problem) throw new Error(problem);
  const id = stamp.newId();
  db.prepare(
    "INSERT INTO journal (id, posted_on, event, description, document_kind, document_id, reverses_journal_id, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  ).run(
    id,
    journal.postedOn,
    journal.event,
    journal.description,
    journal.documentKind ?? null,
    journal.documentId ?? null,
    journal.reversesJournalId ?? null,
    stamp.now(),
  );
  const insert = db.prepare(
    `INSERT INTO posting (id, journal_id, account, amount_pence, bank_account_id, funder_id, engagement_id, plan_line_id, category, pay_run_id, due_on, deduction_order_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const posting of journal.postings) {
    insert.run(
      stamp.newId(),
      id,
      posting.account,
      posting.amountPence,
      posting.bankAccountId ?? null,
      posting.funderId ?? null,
      posting.engagementId ?? null,
      posting.planLineId ?? null,
      posting.category ?? null,
      posting.payRunId ?? null,
      posting.dueOn ?? null,
      posting.deductionOrderId ?? null,
    );
  }
  return id;
}

/** Posts the mirror image of a journal, dated `postedOn`, and answers its id. Nothing is ever rubbed out. */
export function reverseJournal(db: WriteDb, stamp: Stamp, journalId: string, postedOn: PlainDate, description: string): string {
  const postings = listPostings(db, { journalId });
  return postJournal(db, stamp, {
    postedOn,
    event: "reversal",
    description,
    reversesJournalId: journalId,
    postings: postings.map((posting) => ({
      account: posting.account,
      amountPence: (posting.amountPence === 0 ? 0 : -posting.amountPence) as Pence,
      ...(posting.bankAccountId && { bankAccountId: posting.bankAccountId }),
      ...(posting.funderId && { funderId: posting.funderId }),
      ...(posting.engagementId && { engagementId: posting.engagementId }),
      ...(posting.planLineId && { planLineId: posting.planLineId }),
      ...(posting.category && { category: posting.category }),
      ...(posting.payRunId && { payRunId: posting.payRunId }),
      ...(posting.dueOn && { dueOn: posting.dueOn }),
      ...(posting.deductionOrderId && { deductionOrderId: posting.deductionOrderId }),
    })),
  });
}

/** A posting with the journal it belongs to, as reports read it. Debits above zero, credits below. */
export const LedgerPosting = z.object({
  id: z.string(),
  journalId: z.string(),
  postedOn: PlainDate,
  event: JournalEvent,
  description: z.string(),
  documentKind: z.string().nullable(),
  documentId: z.string().nullable(),
  reversesJournalId: z.string().nullable(),
  account: LedgerAccount,
  amountPence: Pence,
  bankAccountId: z.string().nullable(),
  funderId: z.string().nullable(),
  engagementId: z.string().nullable(),
  planLineId: z.string().nullable(),
  category: z.string().nullable(),
  payRunId: z.string().nullable(),
  dueOn: PlainDate.nullable(),
  deductionOrderId: z.string().nullable(),
});
export type LedgerPosting = z.infer<typeof LedgerPosting>;

/** Which postings to read; every part left out means "any". Dates are included at both ends. */
export interface PostingFilter {
  readonly journalId?: string;
  readonly account?: LedgerAccount;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly bankAccountId?: string;
  readonly planLineId?: string;
  readonly engagementId?: string;
  readonly payRunId?: string;
  readonly documentId?: string;
}

const filterSql = `
  (@journalId IS NULL OR j.id = @journalId) AND (@account IS NULL OR p.account = @account) AND (@from IS NULL OR j.posted_on >= @from) AND (@to IS NULL OR j.posted_on <= @to)
  AND (@bankAccountId IS NULL OR p.bank_account_id = @bankAccountId) AND (@planLineId IS NULL OR p.plan_line_id = @planLineId) AND (@engagementId IS NULL OR p.engagement_id = @engagementId)
  AND (@payRunId IS NULL OR p.pay_run_id = @payRunId) AND (@documentId IS NULL OR j.document_id = @documentId)`;

const filterValues = (filter: PostingFilter) => ({
  journalId: filter.journalId ?? null,
  account: filter.account ?? null,
  from: filter.from ?? null,
  to: filter.to ?? null,
  bankAccountId: filter.bankAccountId ?? null,
  planLineId: filter.planLineId ?? null,
  engagementId: filter.engagementId ?? null,
  payRunId: filter.payRunId ?? null,
  documentId: filter.documentId ?? null,
});

/** Postings in date order. */
export function listPostings(db: ReadDb, filter: PostingFilter): LedgerPosting[] {
  const rows = db
    .prepare(
      `SELECT p.id, p.journal_id AS journalId, j.posted_on AS postedOn, j.event, j.description, j.document_kind AS documentKind, j.document_id AS documentId,
              j.reverses_journal_id AS reversesJournalId, p.account, p.amount_pence AS amountPence, p.bank_account_id AS bankAccountId, p.funder_id AS funderId,
              p.engagement_id AS engagementId, p.plan_line_id AS planLineId, p.category, p.pay_run_id AS payRunId, p.due_on AS dueOn,
              p.deduction_order_id AS deductionOrderId
         FROM posting p JOIN journal j ON j.id = p.journal_id WHERE ${filterSql} ORDER BY j.posted_on, j.id, p.id`,
    )
    .all(filterValues(filter));
  return z.array(LedgerPosting).parse(rows);
}

/** The journals with postings of a pay run that were not reversed, oldest first. */
export function listJournalsOfRun(db: ReadDb, payRunId: string): { id: string; event: JournalEvent; description: string }[] {
  const rows = db
    .prepare(
      `SELECT DISTINCT j.id, j.event, j.description FROM journal j JOIN posting p ON p.journal_id = j.id
        WHERE p.pay_run_id = ? AND j.event <> 'reversal' AND NOT EXISTS (SELECT 1 FROM journal r WHERE r.reverses_journal_id = j.id) ORDER BY j.id`,
    )
    .all(payRunId);
  return z.array(z.object({ id: z.string(), event: JournalEvent, description: z.string() })).parse(rows);
}

/** The sum of the postings that fit, in pence: debits less credits. */
export function sumPostings(db: ReadDb, filter: PostingFilter): Pence {
  const row = db
    .prepare(`SELECT COALESCE(SUM(p.amount_pence), 0) AS total FROM posting p JOIN journal j ON j.id = p.journal_id WHERE ${filterSql}`)
    .get(filterValues(filter));
  return z.object({ total: Pence }).parse(row).total;
}

/** Ids of journals that do not add to zero. Always empty, or something is broken. */
export function findUnbalancedJournals(db: ReadDb): string[] {
  const rows = db.prepare("SELECT journal_id AS id FROM posting GROUP BY journal_id HAVING SUM(amount_pence) <> 0").all();
  return z
    .array(z.object({ id: z.string() }))
    .parse(rows)
    .map((row) => row.id);
}
