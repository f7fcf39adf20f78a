import type { Migration } from "./migration.ts";

/** Audit returns: the template as it was, the period, waivers with reasons, and the sealed pack. A sent return is never edited. */
export const returns: Migration = {
  version: 7,
  name: "returns",
  up: `
CREATE TABLE audit_return (
  id TEXT PRIMARY KEY,
  budget_id TEXT NOT NULL REFERENCES budget(id),
  bank_account_id TEXT NOT NULL REFERENCES bank_account(id),
  funder_id TEXT REFERENCES funder(id),
  template_json TEXT NOT NULL,
  period_from TEXT NOT NULL,
  period_to TEXT NOT NULL,
  due_on TEXT,
  state TEXT NOT NULL CHECK (state IN ('open','sent','acknowledged','queried','accepted')),
  sent_on TEXT,
  sent_how TEXT NOT NULL DEFAULT '',
  signed_by TEXT NOT NULL DEFAULT '',
  figures_json TEXT,
  seal TEXT,
  created_at TEXT NOT NULL,
  CHECK (period_to > period_from)
) STRICT;
CREATE TRIGGER sent_return_keeps_its_figures BEFORE UPDATE ON audit_return
  WHEN OLD.state <> 'open' AND (NEW.state = 'open' OR NEW.figures_json IS NOT OLD.figures_json OR NEW.seal IS NOT OLD.seal OR NEW.template_json <> OLD.template_json
    OR NEW.period_from <> OLD.period_from OR NEW.period_to <> OLD.period_to OR NEW.sent_on IS NOT OLD.sent_on)
  BEGIN SELECT RAISE(ABORT, 'a sent return is never edited'); END;
CREATE TRIGGER sent_return_is_never_deleted BEFORE DELETE ON audit_return WHEN OLD.state <> 'open'
  BEGIN SELECT RAISE(ABORT, 'a sent return is never deleted'); END;

CREATE TABLE return_waiver (
  id TEXT PRIMARY KEY,
  audit_return_id TEXT NOT NULL REFERENCES audit_return(id),
  check_id TEXT NOT NULL,
  record_id TEXT,
  reason TEXT NOT NULL,
  given_on TEXT NOT NULL
) STRICT;

CREATE TABLE return_pack (
  audit_return_id TEXT NOT NULL REFERENCES audit_return(id),
  attachment_id TEXT NOT NULL REFERENCES attachment(id),
  kind TEXT NOT NULL CHECK (kind IN ('pdf','spreadsheet','zip','index')),
  PRIMARY KEY (audit_return_id, kind)
) STRICT;
`,
};
