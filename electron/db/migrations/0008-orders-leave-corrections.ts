import type { Migration } from "./migration.ts";

/**
 * What pay runs need beyond hours: orders to deduct, loans to assistants, family leave, relief on family pay, corrections of sealed payslips, runs withdrawn
 * before their payday, and the further facts HMRC asks for. Nothing that a sealed payslip says is kept a second time: what an order carries on or what
 * is left of a loan is worked out from the payslips.
 */
export const ordersLeaveCorrections: Migration = {
  version: 8,
  name: "orders, leave and corrections",
  up: `
CREATE TABLE deduction_order (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL REFERENCES engagement(id),
  kind TEXT NOT NULL CHECK (kind IN ('childMaintenance','attachmentOfEarnings','councilTax','magistratesFine','directEarnings')),
  is_priority INTEGER NOT NULL DEFAULT 0 CHECK (is_priority IN (0,1)),
  issuer TEXT NOT NULL,
  reference TEXT NOT NULL,
  received_on TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT,
  normal_deduction_pence INTEGER CHECK (normal_deduction_pence >= 0),
  protected_earnings_pence INTEGER CHECK (protected_earnings_pence >= 0),
  rate TEXT CHECK (rate IN ('standard','higher','fixed')),
  table_of TEXT CHECK (table_of IN ('england','wales')),
  takes_costs INTEGER NOT NULL DEFAULT 0 CHECK (takes_costs IN (0,1)),
  sums_are_for TEXT CHECK (sums_are_for IN ('weekly','fortnightly','fourWeekly','monthly')),
  confirmed_place INTEGER CHECK (confirmed_place >= 1),
  continues_order_id TEXT REFERENCES deduction_order(id),
  note TEXT NOT NULL DEFAULT '',
  CHECK (to_on IS NULL OR to_on >= from_on)
) STRICT;
CREATE INDEX deduction_order_engagement ON deduction_order(engagement_id, from_on);

CREATE TABLE assistant_loan (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL REFERENCES engagement(id),
  kind TEXT NOT NULL CHECK (kind IN ('loan','advance')),
  label TEXT NOT NULL,
  sum_pence INTEGER NOT NULL CHECK (sum_pence > 0),
  agreed_on TEXT NOT NULL,
  paid_on TEXT NOT NULL,
  from_on TEXT NOT NULL,
  instalment_pence INTEGER NOT NULL CHECK (instalment_pence > 0),
  repays_on_leaving INTEGER NOT NULL DEFAULT 0 CHECK (repays_on_leaving IN (0,1))
) STRICT;
CREATE INDEX assistant_loan_engagement ON assistant_loan(engagement_id, agreed_on);

CREATE TABLE family_leave (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL REFERENCES engagement(id),
  kind TEXT NOT NULL CHECK (kind IN ('maternity','adoption','paternity','sharedParental','bereavement','neonatal')),
  expected_on TEXT NOT NULL,
  actual_on TEXT,
  matched_on TEXT,
  pay_from_on TEXT NOT NULL,
  weeks INTEGER NOT NULL CHECK (weeks BETWEEN 1 AND 52),
  ends_on TEXT,
  notice_on TEXT,
  evidence TEXT NOT NULL DEFAULT '',
  evidence_seen_on TEXT,
  average_weekly_earnings_pence INTEGER CHECK (average_weekly_earnings_pence >= 0),
  partner_first_name TEXT NOT NULL DEFAULT '',
  partner_last_name TEXT NOT NULL DEFAULT '',
  partner_national_insurance_number TEXT,
  note TEXT NOT NULL DEFAULT '',
  CHECK (ends_on IS NULL OR ends_on >= pay_from_on)
) STRICT;
CREATE INDEX family_leave_engagement ON family_leave(engagement_id, pay_from_on);

CREATE TABLE keeping_in_touch_day (
  id TEXT PRIMARY KEY,
  family_leave_id TEXT NOT NULL REFERENCES family_leave(id),
  on_date TEXT NOT NULL,
  UNIQUE (family_leave_id, on_date)
) STRICT;

CREATE TABLE employer_tax_year (
  tax_year TEXT PRIMARY KEY,
  small_employers_relief INTEGER NOT NULL CHECK (small_employers_relief IN (0,1)),
  previous_class_1_pence INTEGER CHECK (previous_class_1_pence >= 0),
  decided_on TEXT NOT NULL
) STRICT;

CREATE TABLE hmrc_inactivity (
  id TEXT PRIMARY KEY,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  CHECK (to_on > from_on)
) STRICT;

CREATE TABLE hmrc_submission (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('fps','eps','ninoVerification')),
  tax_year TEXT NOT NULL,
  pay_run_id TEXT REFERENCES pay_run(id),
  made_on TEXT NOT NULL,
  told_on TEXT,
  ir_mark TEXT,
  corrects_id TEXT REFERENCES hmrc_submission(id),
  figures_json TEXT NOT NULL,
  typed_back_json TEXT,
  is_agreed INTEGER NOT NULL DEFAULT 0 CHECK (is_agreed IN (0,1))
) STRICT;
CREATE TRIGGER hmrc_submission_keeps_its_figures BEFORE UPDATE ON hmrc_submission
  WHEN NEW.id <> OLD.id OR NEW.kind <> OLD.kind OR NEW.tax_year <> OLD.tax_year OR NEW.pay_run_id IS NOT OLD.pay_run_id OR NEW.made_on <> OLD.made_on
    OR NEW.ir_mark IS NOT OLD.ir_mark OR NEW.corrects_id IS NOT OLD.corrects_id OR NEW.figures_json <> OLD.figures_json
    OR (OLD.told_on IS NOT NULL AND NEW.told_on IS NOT OLD.told_on)
  BEGIN SELECT RAISE(ABORT, 'what was told to HMRC is never edited'); END;
CREATE TRIGGER hmrc_submission_is_never_deleted BEFORE DELETE ON hmrc_submission WHEN OLD.told_on IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'what was told to HMRC is never deleted'); END;

CREATE TABLE pension_opt_out (
  id TEXT PRIMARY KEY,
  engagement_id TEXT NOT NULL REFERENCES engagement(id),
  joined_on TEXT NOT NULL,
  notice_on TEXT NOT NULL,
  CHECK (notice_on >= joined_on)
) STRICT;
ALTER TABLE pension_membership ADD COLUMN postponed_until TEXT;
ALTER TABLE employer ADD COLUMN pension_reenrolment_on TEXT;
ALTER TABLE employer ADD COLUMN self_assessment_reference TEXT;
ALTER TABLE employer ADD COLUMN scheme_ceased_on TEXT;
ALTER TABLE employer ADD COLUMN paper_filing_agreed_on TEXT;
ALTER TABLE employer ADD COLUMN repayment_account_name TEXT NOT NULL DEFAULT '';
ALTER TABLE employer ADD COLUMN repayment_sort_code TEXT NOT NULL DEFAULT '';
ALTER TABLE employer ADD COLUMN repayment_account_number TEXT NOT NULL DEFAULT '';
ALTER TABLE employer ADD COLUMN repayment_building_society_reference TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN title TEXT NOT NULL DEFAULT '';
ALTER TABLE person ADD COLUMN middle_name TEXT NOT NULL DEFAULT '';
ALTER TABLE engagement ADD COLUMN p45_given_on TEXT;
ALTER TABLE engagement ADD COLUMN passport_number TEXT;
ALTER TABLE engagement ADD COLUMN starter_statement TEXT CHECK (starter_statement IN ('A','B','C'));
ALTER TABLE engagement ADD COLUMN is_paid_irregularly INTEGER NOT NULL DEFAULT 0 CHECK (is_paid_irregularly IN (0,1));
ALTER TABLE engagement ADD COLUMN workplace_postcode TEXT;
ALTER TABLE engagement ADD COLUMN previous_payroll_number TEXT;
ALTER TABLE engagement ADD COLUMN payroll_number_changed_on TEXT;
ALTER TABLE absence ADD COLUMN changed_at TEXT;
ALTER TABLE opening_figures ADD COLUMN year_to_date_json TEXT;

CREATE TABLE pay_run_person (
  pay_run_id TEXT NOT NULL REFERENCES pay_run(id),
  engagement_id TEXT NOT NULL REFERENCES engagement(id),
  is_chosen INTEGER NOT NULL DEFAULT 0 CHECK (is_chosen IN (0,1)),
  after_leaving TEXT CHECK (after_leaving IN ('regular','irregular')),
  periods_covered INTEGER NOT NULL DEFAULT 1 CHECK (periods_covered BETWEEN 1 AND 99),
  was_on_strike INTEGER NOT NULL DEFAULT 0 CHECK (was_on_strike IN (0,1)),
  had_unpaid_absence INTEGER NOT NULL DEFAULT 0 CHECK (had_unpaid_absence IN (0,1)),
  is_to_non_individual INTEGER NOT NULL DEFAULT 0 CHECK (is_to_non_individual IN (0,1)),
  late_reason TEXT CHECK (late_reason IN ('A','B','C','D','E','F','G','H')),
  PRIMARY KEY (pay_run_id, engagement_id)
) STRICT;

CREATE TABLE pay_run_withdrawal (
  pay_run_id TEXT PRIMARY KEY REFERENCES pay_run(id),
  withdrawn_on TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE TRIGGER pay_run_withdrawal_is_never_edited BEFORE UPDATE ON pay_run_withdrawal BEGIN SELECT RAISE(ABORT, 'a withdrawal is never edited'); END;
CREATE TRIGGER pay_run_withdrawal_is_never_deleted BEFORE DELETE ON pay_run_withdrawal BEGIN SELECT RAISE(ABORT, 'a withdrawal is never deleted'); END;

CREATE TABLE payslip_correction (
  id TEXT PRIMARY KEY,
  payslip_id TEXT NOT NULL REFERENCES payslip(id),
  made_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  how TEXT NOT NULL CHECK (how IN ('laterRun','closedYear')),
  pay_run_id TEXT REFERENCES pay_run(id),
  input_json TEXT NOT NULL,
  result_json TEXT NOT NULL,
  seal TEXT NOT NULL
) STRICT;
CREATE INDEX payslip_correction_payslip ON payslip_correction(payslip_id);
CREATE TRIGGER payslip_correction_is_never_edited BEFORE UPDATE ON payslip_correction BEGIN SELECT RAISE(ABORT, 'a correction is never edited'); END;
CREATE TRIGGER payslip_correction_is_never_deleted BEFORE DELETE ON payslip_correction
  WHEN OLD.pay_run_id IS NULL OR (SELECT state FROM pay_run WHERE id = OLD.pay_run_id) = 'finished'
  BEGIN SELECT RAISE(ABORT, 'a correction is never deleted'); END;

CREATE TABLE new_pay_addition (
  id TEXT PRIMARY KEY,
  pay_run_id TEXT NOT NULL REFERENCES pay_run(id),
  engagement_id TEXT NOT NULL REFERENCES engagement(id),
  kind TEXT NOT NULL CHECK (kind IN ('bonus','expenses','holidayPay','noticePay','redundancy','otherDeduction','correction')),
  label TEXT NOT NULL,
  amount_pence INTEGER NOT NULL,
  plan_line_id TEXT REFERENCES plan_line(id),
  explanation_json TEXT,
  payslip_correction_id TEXT REFERENCES payslip_correction(id)
) STRICT;
INSERT INTO new_pay_addition (id, pay_run_id, engagement_id, kind, label, amount_pence, plan_line_id)
  SELECT id, pay_run_id, engagement_id, kind, label, amount_pence, plan_line_id FROM pay_addition ORDER BY rowid;
DROP TABLE pay_addition;
ALTER TABLE new_pay_addition RENAME TO pay_addition;
CREATE INDEX pay_addition_run ON pay_addition(pay_run_id);

CREATE TABLE new_journal (
  id TEXT PRIMARY KEY,
  posted_on TEXT NOT NULL,
  event TEXT NOT NULL CHECK (event IN ('openingBalance','directPayment','contribution','payRun','employmentAllowance','statutoryPayRecovered','assistantLoan','wagePayment','hmrcPayment','pensionPayment','orderPayment','invoice','supplierPayment','purchase','ownMoneyIn','ownMoneyReturned','refund','transfer','payrollCorrection','reversal','otherReceipt')),
  description TEXT NOT NULL,
  document_kind TEXT,
  document_id TEXT,
  reverses_journal_id TEXT REFERENCES journal(id),
  created_at TEXT NOT NULL
) STRICT;
INSERT INTO new_journal SELECT id, posted_on, event, description, document_kind, document_id, reverses_journal_id, created_at FROM journal ORDER BY rowid;
DROP TABLE journal;
ALTER TABLE new_journal RENAME TO journal;
CREATE INDEX journal_document ON journal(document_kind, document_id);
CREATE INDEX journal_posted_on ON journal(posted_on);
CREATE TRIGGER journal_is_never_edited BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'a journal is never edited'); END;
CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'a journal is never deleted'); END;

CREATE TABLE new_posting (
  id TEXT PRIMARY KEY,
  journal_id TEXT NOT NULL REFERENCES journal(id),
  account TEXT NOT NULL CHECK (account IN ('bank','cash','receivedFromFunder','contribution','wagesDue','hmrcDue','pensionDue','ordersDue','loansToAssistants','suppliersDue','owedToPerson','spending','openingBalance','otherReceipts')),
  amount_pence INTEGER NOT NULL CHECK (amount_pence <> 0),
  bank_account_id TEXT REFERENCES bank_account(id),
  funder_id TEXT REFERENCES funder(id),
  engagement_id TEXT REFERENCES engagement(id),
  plan_line_id TEXT REFERENCES plan_line(id),
  category TEXT,
  pay_run_id TEXT REFERENCES pay_run(id),
  due_on TEXT,
  deduction_order_id TEXT REFERENCES deduction_order(id)
) STRICT;
INSERT INTO new_posting (id, journal_id, account, amount_pence, bank_account_id, funder_id, engagement_id, plan_line_id, category, pay_run_id, due_on)
  SELECT id, journal_id, account, amount_pence, bank_account_id, funder_id, engagement_id, plan_line_id, category, pay_run_id, due_on FROM posting ORDER BY rowid;
DROP TABLE posting;
ALTER TABLE new_posting RENAME TO posting;
CREATE INDEX posting_journal ON posting(journal_id);
CREATE INDEX posting_account ON posting(account, bank_account_id);
CREATE INDEX posting_plan_line ON posting(plan_line_id);
CREATE INDEX posting_engagement ON posting(engagement_id);
CREATE TRIGGER posting_is_never_edited BEFORE UPDATE ON posting BEGIN SELECT RAISE(ABORT, 'a posting is never edited'); END;
CREATE TRIGGER posting_is_never_deleted BEFORE DELETE ON posting BEGIN SELECT RAISE(ABORT, 'a posting is never deleted'); END;

CREATE TABLE new_bank_match (
  id TEXT PRIMARY KEY,
  statement_line_id TEXT NOT NULL REFERENCES statement_line(id),
  journal_id TEXT NOT NULL REFERENCES journal(id),
  kind TEXT NOT NULL CHECK (kind IN ('wage','hmrc','pension','order','directPayment','contribution','planLine','invoice','ownMoney','ownMoneyReturned','refund','other')),
  amount_pence INTEGER NOT NULL,
  pay_run_id TEXT REFERENCES pay_run(id),
  engagement_id TEXT REFERENCES engagement(id),
  plan_line_id TEXT REFERENCES plan_line(id),
  funder_id TEXT REFERENCES funder(id),
  note TEXT NOT NULL DEFAULT '',
  matched_at TEXT NOT NULL,
  undone_journal_id TEXT REFERENCES journal(id)
) STRICT;
INSERT INTO new_bank_match SELECT id, statement_line_id, journal_id, kind, amount_pence, pay_run_id, engagement_id, plan_line_id, funder_id, note, matched_at, undone_journal_id
  FROM bank_match ORDER BY rowid;
DROP TABLE bank_match;
ALTER TABLE new_bank_match RENAME TO bank_match;
CREATE INDEX bank_match_line ON bank_match(statement_line_id);
`,
};
