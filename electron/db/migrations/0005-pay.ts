import type { Migration } from "./migration.ts";

/** Pay runs and sealed payslips. A finished run and its payslips are never edited. */
export const pay: Migration = {
  version: 5,
  name: "pay",
  up: `
CREATE TABLE pay_run (
  id TEXT PRIMARY KEY,
  employer_id TEXT NOT NULL REFERENCES employer(id),
  kind TEXT NOT NULL CHECK (kind IN ('regular','extra','correction')),
  pay_frequency TEXT NOT NULL,
  period_from TEXT NOT NULL,
  period_to TEXT NOT NULL,
  payday TEXT NOT NULL,
  tax_year TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft','finished')),
  finished_at TEXT,
  rates_version TEXT,
  corrects_pay_run_id TEXT REFERENCES pay_run(id),
  note TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  CHECK (period_to >= period_from)
) STRICT;
CREATE INDEX pay_run_payday ON pay_run(payday);
CREATE TRIGGER finished_pay_run_is_never_edited BEFORE UPDATE ON pay_run WHEN OLD.state = 'finished'
  BEGIN SELECT RAISE(ABORT, 'a finished pay run is never edited'); END;
CREATE TRIGGER finished_pay_run_is_never_deleted BEFORE DELETE ON pay_run WHEN OLD.state = 'finished'
  BEGIN SELECT RAISE(ABORT, 'a finished pay run is never deleted'); END;

CREATE TABLE pay_addition (
  id TEXT PRIMARY KEY,
  pay_run_id TEXT NOT NULL REFERENCES pay_run(id),
  engagement_id TEXT NOT NULL REFERENCES engagement(id),
  kind TEXT NOT NULL CHECK (kind IN ('bonus','expenses','holidayPay','otherDeduction','correction')),
  label TEXT NOT NULL,
  amount_pence INTEGER NOT NULL,
  plan_line_id TEXT REFERENCES plan_line(id)
) STRICT;

CREATE TABLE payslip (
  id TEXT PRIMARY KEY,
  pay_run_id TEXT NOT NULL REFERENCES pay_run(id),
  engagement_id TEXT NOT NULL REFERENCES engagement(id),
  input_json TEXT NOT NULL,
  result_json TEXT NOT NULL,
  seal TEXT NOT NULL,
  gross_pence INTEGER NOT NULL,
  net_pence INTEGER NOT NULL,
  UNIQUE (pay_run_id, engagement_id)
) STRICT;
CREATE TRIGGER payslip_is_never_edited BEFORE UPDATE ON payslip BEGIN SELECT RAISE(ABORT, 'a payslip is never edited'); END;
CREATE TRIGGER payslip_is_never_deleted BEFORE DELETE ON payslip BEGIN SELECT RAISE(ABORT, 'a payslip is never deleted'); END;
`,
};
