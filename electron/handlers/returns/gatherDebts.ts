import { type Debt, type DebtKind, type DebtMovement, settleDebts } from "../../../shared/audit/openDebts.ts";
import type { PlainDate } from "../../../shared/core/plainDate.ts";
import type { LedgerAccount } from "../../../shared/ledger/journal.ts";
import type { ReadDb } from "../../db/database.ts";
import { type LedgerPosting, listPostings } from "../../db/repositories/ledgerRepository.ts";

const accounts: Readonly<Record<DebtKind, LedgerAccount>> = {
  wages: "wagesDue",
  hmrc: "hmrcDue",
  pension: "pensionDue",
  invoice: "suppliersDue",
  order: "ordersDue",
};
const labels: Readonly<Record<DebtKind, string>> = {
  wages: "Wages",
  hmrc: "HMRC",
  pension: "Pension",
  invoice: "Bill",
  order: "Order taken from wages",
};

/** Debts of one kind with their payments, as known up to a day (or all that is known). */
export function debtsOf(db: ReadDb, kind: DebtKind, upTo?: PlainDate): Debt[] {
  const postings = withoutMirrorImages(listPostings(db, { account: accounts[kind], ...(upTo && { to: upTo }) }));
  const creditors = new Map<string, LedgerPosting[]>();
  for (const posting of postings) {
    const creditor = kind === "wages" ? `${posting.engagementId}:${posting.payRunId}` : kind === "invoice" ? `${posting.documentId}` : kind;
    creditors.set(creditor, [...(creditors.get(creditor) ?? []), posting]);
  }
  return [...creditors.values()].flatMap((each) =>
    settleDebts(
      kind,
      each.map((posting) => movementOf(posting, labels[kind])),
    ),
  );
}

const movementOf = (posting: LedgerPosting, label: string): DebtMovement => ({
  id: posting.id,
  on: posting.postedOn,
  amountPence: posting.amountPence,
  dueOn: posting.dueOn,
  label: `${label}: ${posting.description}`,
});

/** Everything owed and not paid at the end of a day, the oldest first. */
export function everythingOwed(db: ReadDb, on: PlainDate): Debt[] {
  return (Object.keys(accounts) as DebtKind[])
    .flatMap((kind) => debtsOf(db, kind, on))
    .filter((debt) => debt.leftPence > 0)
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** Leaves out journals that were reversed, with what reversed them: together they are nothing. */
function withoutMirrorImages(postings: readonly LedgerPosting[]): LedgerPosting[] {
  const undone = new Set(postings.flatMap((posting) => (posting.reversesJournalId ? [posting.reversesJournalId, posting.journalId] : [])));
  return postings.filter((posting) => !undone.has(posting.journalId));
}
