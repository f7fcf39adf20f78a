import * as z from "zod";
import { BankAccount, BankMatch, StatementImport, StatementLine } from "../../../shared/bank/statement.ts";
import { Pence } from "../../../shared/core/money.ts";
import type { PlainDate } from "../../../shared/core/plainDate.ts";
import type { ReadDb, WriteDb } from "../database.ts";

const flag = z.union([z.literal(0), z.literal(1)]).transform((value) => value === 1);
const AccountRow = BankAccount.extend({ isDefault: flag });

const accountSql = `SELECT id, name, bank_name AS bankName, last_four_digits AS lastFourDigits, opened_on AS openedOn,
  approved_by_funder_on AS approvedByFunderOn, is_default AS isDefault FROM bank_account`;

/** Every bank account, the usual one first. */
export function listBankAccounts(db: ReadDb): BankAccount[] {
  return z.array(AccountRow).parse(db.prepare(`${accountSql} ORDER BY is_default DESC, opened_on, id`).all());
}

/** The usual bank account (or the one named), undefined when there is none. */
export function findBankAccount(db: ReadDb, bankAccountId?: string): BankAccount | undefined {
  return listBankAccounts(db).find((account) => bankAccountId === undefined || account.id === bankAccountId);
}

/** Adds or changes a bank account. */
export function saveBankAccount(db: WriteDb, account: BankAccount): void {
  db.prepare(
    `INSERT INTO bank_account (id, name, bank_name, last_four_digits, opened_on, approved_by_funder_on, is_default) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, bank_name = excluded.bank_name, last_four_digits = excluded.last_four_digits,
       opened_on = excluded.opened_on, approved_by_funder_on = excluded.approved_by_funder_on, is_default = excluded.is_default`,
  ).run(account.id, account.name, account.bankName, account.lastFourDigits, account.openedOn, account.approvedByFunderOn, account.isDefault ? 1 : 0);
}

const lineSql = `SELECT l.id, l.statement_import_id AS statementImportId, l.bank_account_id AS bankAccountId, l.on_date AS onDate, l.amount_pence AS amountPence,
  l.description, l.bank_identifier AS bankIdentifier, l.occurrence, l.balance_pence AS balancePence, l.position, l.no_receipt_reason AS noReceiptReason
  FROM statement_line l JOIN statement_import i ON i.id = l.statement_import_id AND i.undone_at IS NULL`;

/** Which statement lines to read; parts left out mean "any". Dates are included at both ends. */
export interface StatementLineFilter {
  readonly bankAccountId?: string;
  readonly statementImportId?: string;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
}

/** Statement lines in the order of the statement, oldest first. Lines of undone imports are left out. */
export function listStatementLines(db: ReadDb, filter: StatementLineFilter): StatementLine[] {
  const rows = db
    .prepare(
      `${lineSql} WHERE (@bankAccountId IS NULL OR l.bank_account_id = @bankAccountId) AND (@statementImportId IS NULL OR l.statement_import_id = @statementImportId)
       AND (@from IS NULL OR l.on_date >= @from) AND (@to IS NULL OR l.on_date <= @to) ORDER BY l.on_date, i.imported_at, l.position, l.id`,
    )
    .all({
      bankAccountId: filter.bankAccountId ?? null,
      statementImportId: filter.statementImportId ?? null,
      from: filter.from ?? null,
      to: filter.to ?? null,
    });
  return z.array(StatementLine).parse(rows);
}

/** One statement line, undefined when it is gone. */
export function findStatementLine(db: ReadDb, lineId: string): StatementLine | undefined {
  return StatementLine.optional().parse(db.prepare(`${lineSql} WHERE l.id = ?`).get(lineId));
}

/** Adds a statement line. */
export function insertStatementLine(db: WriteDb, line: StatementLine): void {
  db.prepare(
    `INSERT INTO statement_line (id, statement_import_id, bank_account_id, on_date, amount_pence, description, bank_identifier, occurrence, balance_pence, position, no_receipt_reason)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    line.id,
    line.statementImportId,
    line.bankAccountId,
    line.onDate,
    line.amountPence,
    line.description,
    line.bankIdentifier,
    line.occurrence,
    line.balancePence,
    line.position,
    line.noReceiptReason,
  );
}

/** Keeps the reason why a line has no receipt; empty text takes it away. */
export function setNoReceiptReason(db: WriteDb, lineId: string, reason: string): void {
  db.prepare("UPDATE statement_line SET no_receipt_reason = ? WHERE id = ?").run(reason, lineId);
}

const importSql = `SELECT id, bank_account_id AS bankAccountId, file_name AS fileName, attachment_id AS attachmentId, from_on AS fromOn, to_on AS toOn,
  opening_pence AS openingPence, closing_pence AS closingPence, imported_at AS importedAt, undone_at AS undoneAt FROM statement_import`;

/** Imports of an account that were not undone, oldest first. */
export function listStatementImports(db: ReadDb, bankAccountId: string): StatementImport[] {
  const rows = db.prepare(`${importSql} WHERE bank_account_id = ? AND undone_at IS NULL ORDER BY imported_at, id`).all(bankAccountId);
  return z.array(StatementImport).parse(rows);
}

/** One import, undone or not. */
export function findStatementImport(db: ReadDb, importId: string): StatementImport | undefined {
  return StatementImport.optional().parse(db.prepare(`${importSql} WHERE id = ?`).get(importId));
}

/** Records an imported file. */
export function insertStatementImport(db: WriteDb, entry: StatementImport & { readonly fileSha256: string }): void {
  db.prepare(
    `INSERT INTO statement_import (id, bank_account_id, file_name, file_sha256, attachment_id, from_on, to_on, opening_pence, closing_pence, imported_at, undone_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    entry.id,
    entry.bankAccountId,
    entry.fileName,
    entry.fileSha256,
    entry.attachmentId,
    entry.fromOn,
    entry.toOn,
    entry.openingPence,
    entry.closingPence,
    entry.importedAt,
    entry.undoneAt,
  );
}

/** Marks an import as undone: its lines are no longer part of the statement. */
export function markImportUndone(db: WriteDb, importId: string, at: string): void {
  db.prepare("UPDATE statement_import SET undone_at = ? WHERE id = ?").run(at, importId);
}

/** Which matches to read. Undone ones are left out unless asked for. Dates are the bank line's. */
export interface MatchFilter {
  readonly statementLineId?: string;
  readonly bankAccountId?: string;
  readonly from?: PlainDate;
  readonly to?: PlainDate;
  readonly withUndone?: boolean;
}

/** Matches in the order of their bank lines. */
export function listMatches(db: ReadDb, filter: MatchFilter): BankMatch[] {
  const rows = db
    .prepare(
      `SELECT m.id, m.statement_line_id AS statementLineId, m.journal_id AS journalId, m.kind, m.amount_pence AS amountPence, m.pay_run_id AS payRunId,
        m.engagement_id AS engagementId, m.plan_line_id AS planLineId, m.funder_id AS funderId, m.note, m.matched_at AS matchedAt, m.undone_journal_id AS undoneJournalId
       FROM bank_match m JOIN statement_line l ON l.id = m.statement_line_id
       WHERE (@statementLineId IS NULL OR m.statement_line_id = @statementLineId) AND (@bankAccountId IS NULL OR l.bank_account_id = @bankAccountId)
         AND (@from IS NULL OR l.on_date >= @from) AND (@to IS NULL OR l.on_date <= @to) AND (@withUndone = 1 OR m.undone_journal_id IS NULL)
       ORDER BY l.on_date, l.position, m.id`,
    )
    .all({
      statementLineId: filter.statementLineId ?? null,
      bankAccountId: filter.bankAccountId ?? null,
      from: filter.from ?? null,
      to: filter.to ?? null,
      withUndone: filter.withUndone ? 1 : 0,
    });
  return z.array(BankMatch).parse(rows);
}

/** Adds a match. */
export function insertMatch(db: WriteDb, match: BankMatch): void {
  db.prepare(
    `INSERT INTO bank_match (id, statement_line_id, journal_id, kind, amount_pence, pay_run_id, engagement_id, plan_line_id, funder_id, note, matched_at, undone_journal_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    match.id,
    match.statementLineId,
    match.journalId,
    match.kind,
    match.amountPence,
    match.payRunId,
    match.engagementId,
    match.planLineId,
    match.funderId,
    match.note,
    match.matchedAt,
    match.undoneJournalId,
  );
}

/** What statement lines up to a day put in or took out of the account that the books do not show yet, because nobody has said what it was. Pence. */
export function sumUnexplained(db: ReadDb, bankAccountId: string, on: PlainDate): Pence {
  const row = db
    .prepare(
      `SELECT (SELECT COALESCE(SUM(l.amount_pence), 0) FROM statement_line l JOIN statement_import i ON i.id = l.statement_import_id
                WHERE i.undone_at IS NULL AND l.bank_account_id = @bankAccountId AND l.on_date <= @on)
            - (SELECT COALESCE(SUM(p.amount_pence), 0) FROM posting p JOIN journal j ON j.id = p.journal_id
                WHERE p.account = 'bank' AND p.bank_account_id = @bankAccountId AND j.posted_on <= @on
                  AND (EXISTS (SELECT 1 FROM bank_match m WHERE m.journal_id = j.id) OR EXISTS (SELECT 1 FROM bank_match m WHERE m.undone_journal_id = j.id))) AS total`,
    )
    .get({ bankAccountId, on });
  return z.object({ total: Pence }).parse(row).total;
}

/** Marks a match as undone by the journal that reversed it. */
export function markMatchUndone(db: WriteDb, matchId: string, reversalJournalId: string): void {
  db.prepare("UPDATE bank_match SET undone_journal_id = ? WHERE id = ?").run(reversalJournalId, matchId);
}

/** Saved ways to read a bank's columns, by name. */
export function listColumnMappings(db: ReadDb): { id: string; name: string; mappingJson: string }[] {
  const rows = db.prepare("SELECT id, name, mapping_json AS mappingJson FROM column_mapping ORDER BY name").all();
  return z.array(z.object({ id: z.string(), name: z.string(), mappingJson: z.string() })).parse(rows);
}

/** Keeps a way to read a bank's columns under its name. */
export function saveColumnMapping(db: WriteDb, mapping: { readonly id: string; readonly name: string; readonly mappingJson: string }): void {
  db.prepare("DELETE FROM column_mapping WHERE name = ?").run(mapping.name);
  db.prepare("INSERT INTO column_mapping (id, name, mapping_json) VALUES (?, ?, ?)").run(mapping.id, mapping.name, mapping.mappingJson);
}
