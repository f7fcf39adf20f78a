import type { Migration } from "./migration.ts";

/** The activity log, settings, attachments with their links, and the double-entry ledger. */
export const core: Migration = {
  version: 1,
  name: "core",
  up: `
CREATE TABLE activity (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  who TEXT NOT NULL,
  slot TEXT NOT NULL,
  what TEXT NOT NULL,
  operation TEXT NOT NULL,
  body TEXT,
  salt TEXT,
  body_hash TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
) STRICT;
CREATE TRIGGER activity_is_never_edited BEFORE UPDATE ON activity
  WHEN NEW.body IS NOT NULL OR NEW.salt IS NOT NULL OR NEW.seq <> OLD.seq OR NEW.at <> OLD.at OR NEW.who <> OLD.who OR NEW.what <> OLD.what
    OR NEW.operation <> OLD.operation OR NEW.slot <> OLD.slot OR NEW.body_hash <> OLD.body_hash OR NEW.previous_hash <> OLD.previous_hash OR NEW.hash <> OLD.hash
  BEGIN SELECT RAISE(ABORT, 'activity is never edited'); END;
CREATE TRIGGER activity_is_never_deleted BEFORE DELETE ON activity
  BEGIN SELECT RAISE(ABORT, 'activity is never deleted'); END;

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE attachment (
  id TEXT PRIMARY KEY,
  file_name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size_bytes INTEGER NOT NULL CHECK (size_bytes >= 0),
  sha256 TEXT NOT NULL,
  file_key BLOB NOT NULL,
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE evidence_link (
  id TEXT PRIMARY KEY,
  attachment_id TEXT NOT NULL REFERENCES attachment(id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  record_kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_link_record ON evidence_link(record_kind, record_id);
CREATE INDEX evidence_link_attachment ON evidence_link(attachment_id);

CREATE TABLE journal (
  id TEXT PRIMARY KEY,
  posted_on TEXT NOT NULL,
  event TEXT NOT NULL CHECK (event IN ('openingBalance','directPayment','contribution','payRun','employmentAllowance','wagePayment','hmrcPayment','pensionPayment','invoice','supplierPayment','purchase','ownMoneyIn','ownMoneyReturned','refund','transfer','payrollCorrection','reversal','otherReceipt')),
  description TEXT NOT NULL,
  document_kind TEXT,
  document_id TEXT,
  reverses_journal_id TEXT REFERENCES journal(id),
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX journal_document ON journal(document_kind, document_id);
CREATE INDEX journal_posted_on ON journal(posted_on);

CREATE TABLE posting (
  id TEXT PRIMARY KEY,
  journal_id TEXT NOT NULL REFERENCES journal(id),
  account TEXT NOT NULL CHECK (account IN ('bank','cash','receivedFromFunder','contribution','wagesDue','hmrcDue','pensionDue','ordersDue','suppliersDue','owedToPerson','spending','openingBalance','otherReceipts')),
  amount_pence INTEGER NOT NULL CHECK (amount_pence <> 0),
  bank_account_id TEXT REFERENCES bank_account(id),
  funder_id TEXT REFERENCES funder(id),
  engagement_id TEXT REFERENCES engagement(id),
  plan_line_id TEXT REFERENCES plan_line(id),
  category TEXT,
  pay_run_id TEXT REFERENCES pay_run(id),
  due_on TEXT
) STRICT;
CREATE INDEX posting_journal ON posting(journal_id);
CREATE INDEX posting_account ON posting(account, bank_account_id);
CREATE INDEX posting_plan_line ON posting(plan_line_id);
CREATE INDEX posting_engagement ON posting(engagement_id);
CREATE TRIGGER journal_is_never_edited BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'a journal is never edited'); END;
CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'a journal is never deleted'); END;
CREATE TRIGGER posting_is_never_edited BEFORE UPDATE ON posting BEGIN SELECT RAISE(ABORT, 'a posting is never edited'); END;
CREATE TRIGGER posting_is_never_deleted BEFORE DELETE ON posting BEGIN SELECT RAISE(ABORT, 'a posting is never deleted'); END;
`,
};
