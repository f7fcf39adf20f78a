import { ColumnMapping } from "../../../shared/bank/parsedStatement.ts";
import type { bankOperations } from "../../../shared/contract/bankOperations.ts";
import { notAllowed, notFound } from "../../../shared/contract/errors.ts";
import { type Pence, pence } from "../../../shared/core/money.ts";
import type { PlainDate } from "../../../shared/core/plainDate.ts";
import type { ReadDb } from "../../db/database.ts";
import {
  findBankAccount,
  listBankAccounts,
  listColumnMappings,
  listStatementImports,
  saveBankAccount,
  saveColumnMapping,
} from "../../db/repositories/bankRepository.ts";
import { type LedgerPosting, listPostings, postJournal, reverseJournal, sumPostings } from "../../db/repositories/ledgerRepository.ts";
import { isPeriodLocked } from "../../db/repositories/returnRepository.ts";
import type { CommandContext, Handlers } from "../handler.ts";
import { overviewLines } from "./lineOverview.ts";

type Handled = Pick<Handlers<typeof bankOperations>, "bank.getAccounts" | "bank.saveAccount" | "bank.listMappings" | "bank.saveMapping">;

function openingPostings(db: ReadDb, bankAccountId: string): LedgerPosting[] {
  return listPostings(db, { account: "openingBalance", bankAccountId });
}

/** The last balance that a statement printed: of the newest import, or of its newest line. */
export function statementBalance(db: ReadDb, bankAccountId: string): { readonly on: PlainDate; readonly amountPence: Pence } | undefined {
  const newest = listStatementImports(db, bankAccountId)
    .filter((entry) => entry.closingPence !== null)
    .sort((a, b) => (a.toOn < b.toOn ? -1 : a.toOn > b.toOn ? 1 : 0))
    .at(-1);
  return newest?.closingPence == null ? undefined : { on: newest.toOn, amountPence: newest.closingPence };
}

/** Replaces the opening balance: the old journal is reversed, the new one posted on the day the account was opened. */
function setOpeningBalance({ db, now, newId }: CommandContext, bankAccountId: string, openedOn: PlainDate, amount: Pence): void {
  const before = openingPostings(db, bankAccountId);
  const active = before.filter(
    (posting) => !before.some((other) => other.reversesJournalId === posting.journalId) && posting.reversesJournalId === null,
  );
  const isSame = active.length <= 1 && (active[0]?.amountPence ?? 0) + amount === 0 && (active[0]?.postedOn ?? openedOn) === openedOn;
  if (isSame && (active.length === 1 || amount === 0)) return;
  const lockedDay = [...active.map((posting) => posting.postedOn), openedOn].find((day) => isPeriodLocked(db, bankAccountId, day));
  if (lockedDay !== undefined) {
    throw notAllowed("The opening balance is part of a return that was sent", ["Keep it as it is. Explain a difference with a payment dated now."]);
  }
  for (const posting of active) {
    reverseJournal(db, { newId, now }, posting.journalId, posting.postedOn, "Opening balance corrected");
  }
  if (amount === 0) return;
  postJournal(
    db,
    { newId, now },
    {
      postedOn: openedOn,
      event: "openingBalance",
      description: "Opening balance",
      documentKind: "bankAccount",
      documentId: bankAccountId,
      postings: [
        { account: "bank", amountPence: amount, bankAccountId },
        { account: "openingBalance", amountPence: pence(-amount), bankAccountId },
      ],
    },
  );
}

export const accountHandlers: Handled = {
  "bank.getAccounts": ({ db, today }) =>
    listBankAccounts(db).map((account) => {
      const statement = statementBalance(db, account.id);
      const lines = overviewLines(db, today, { bankAccountId: account.id });
      return {
        ...account,
        openingBalancePence: pence(openingPostings(db, account.id).reduce((sum, posting) => sum - posting.amountPence, 0)),
        ledgerBalancePence: sumPostings(db, { account: "bank", bankAccountId: account.id }),
        statementBalancePence: statement?.amountPence ?? null,
        statementOn: statement?.on ?? null,
        unmatchedCount: lines.filter((line) => line.state !== "matched").length,
        missingReceiptCount: lines.filter((line) => line.needsReceipt).length,
      };
    }),

  "bank.saveAccount": (context, { id, openingBalancePence, ...details }) => {
    const { db, newId } = context;
    const before = id === undefined ? undefined : findBankAccount(db, id);
    if (id !== undefined && !before) throw notFound("bank account");
    const accountId = id ?? newId();
    saveBankAccount(db, { ...details, id: accountId, isDefault: before?.isDefault ?? findBankAccount(db) === undefined });
    setOpeningBalance(context, accountId, details.openedOn, openingBalancePence);
    return { id: accountId };
  },

  "bank.listMappings": ({ db }) =>
    listColumnMappings(db).map(({ id, name, mappingJson }) => ({ id, name, mapping: ColumnMapping.parse(JSON.parse(mappingJson)) })),

  "bank.saveMapping": ({ db, newId }, { name, mapping }) => {
    const id = newId();
    saveColumnMapping(db, { id, name, mappingJson: JSON.stringify(mapping) });
    return { id };
  },
};
