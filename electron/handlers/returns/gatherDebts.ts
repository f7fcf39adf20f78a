import { type Debt, type DebtKind, type DebtMovement, settleDebts } from "../../../shared/audit/openDebts.ts";
import { formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
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

/** Debts of one kind with their payments, as known up to a day (or all that is known). Each creditor's oldest debt is settled first. */
export function debtsOf(db: ReadDb, kind: DebtKind, upTo?: PlainDate): Debt[] {
  const postings = withoutMirrorImages(listPostings(db, { account: accounts[kind], ...(upTo && { to: upTo }) }));
  const creditors = Map.groupBy(postings, (posting) =>
    kind === "wages" ? posting.engagementId : kind === "invoice" ? posting.documentId : kind === "order" ? (posting.deductionOrderId ?? kind) : kind,
  );
  return [...creditors.values()].flatMap((each) =>
    settleDebts(kind, kind === "hmrc" || kind === "pension" ? byDueDay(kind, each) : each.map((posting) => movementOf(kind, posting))),
  );
}

const movementOf = (kind: DebtKind, posting: LedgerPosting): DebtMovement => ({
  id: posting.id,
  on: posting.postedOn,
  amountPence: posting.amountPence,
  dueOn: posting.dueOn,
  label: `${labels[kind]}: ${posting.description}`,
});

/** HMRC and the pension are paid by the month: what was added for one due day is one debt, with Employment Allowance taken off. */
function byDueDay(kind: DebtKind, postings: readonly LedgerPosting[]): DebtMovement[] {
  const isMade = (posting: LedgerPosting) => posting.dueOn !== null && posting.event !== "hmrcPayment" && posting.event !== "pensionPayment";
  const made = Map.groupBy(postings.filter(isMade), (posting) => posting.dueOn);
  const debts = [...made].flatMap(([dueOn, each]) => {
    const first = each[0];
    const amountPence = each.reduce((sum, posting) => sum + posting.amountPence, 0);
    return first
      ? [{ id: first.id, on: first.postedOn, amountPence, dueOn, label: `${labels[kind]}, due ${dueOn === null ? "" : formatDate(dueOn)}` }]
      : [];
  });
  return [...debts, ...postings.filter((posting) => !isMade(posting)).map((posting) => movementOf(kind, posting))];
}

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
