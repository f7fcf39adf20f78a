import type { Migration } from "./migration.ts";

/** Bank accounts, imported statements and what each line was matched to. */
export const bank: Migration = {
  version: 6,
  name: "bank",
  up: `
CREATE TABLE bank_account (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  bank_name TEXT NOT NULL DEFAULT '',
  last_four_digits TEXT NOT NULL DEFAULT '',
  opened_on TEXT NOT NULL,
  approved_by_funder_on TEXT,
  is_default INTEGER NOT NULL DEFAULT 1 CHECK (is_default IN (0,1))
) STRICT;

CREATE TABLE column_mapping (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  mapping_json TEXT NOT NULL
) STRICT;

CREATE TABLE statement_import (
  id TEXT PRIMARY KEY,
  bank_account_id TEXT NOT NULL REFERENCES bank_account(id),
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  attachment_id TEXT REFERENCES attachment(id),
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  opening_pence INTEGER,
  closing_pence INTEGER,
  imported_at TEXT NOT NULL,
  undone_at TEXT
) STRICT;

CREATE TABLE statement_line (
  id TEXT PRIMARY KEY,
  statement_import_id TEXT NOT NULL REFERENCES statement_import(id),
  bank_account_id TEXT NOT NULL REFERENCES bank_account(id),
  on_date TEXT NOT NULL,
  amount_pence INTEGER NOT NULL,
  description TEXT NOT NULL,
  bank_identifier TEXT,
  occurrence INTEGER NOT NULL DEFAULT 1,
  balance_pence INTEGER,
  position INTEGER NOT NULL,
  no_receipt_reason TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX statement_line_account ON statement_line(bank_account_id, on_date);
CREATE INDEX statement_line_import ON statement_line(statement_import_id);

CREATE TABLE bank_match (
  id TEXT PRIMARY KEY,
  statement_line_id TEXT NOT NULL REFERENCES statement_line(id),
  journal_id TEXT NOT NULL REFERENCES journal(id),
  kind TEXT NOT NULL CHECK (kind IN ('wage','hmrc','pension','directPayment','contribution','planLine','invoice','ownMoney','ownMoneyReturned','refund','other')),
  amount_pence INTEGER NOT NULL,
  pay_run_id TEXT REFERENCES pay_run(id),
  engagement_id TEXT REFERENCES engagement(id),
  plan_line_id TEXT REFERENCES plan_line(id),
  funder_id TEXT REFERENCES funder(id),
  note TEXT NOT NULL DEFAULT '',
  matched_at TEXT NOT NULL,
  undone_journal_id TEXT REFERENCES journal(id)
) STRICT;
CREATE INDEX bank_match_line ON bank_match(statement_line_id);
`,
};
