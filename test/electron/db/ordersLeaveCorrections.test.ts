import { join } from "node:path";
import { expect, it } from "vitest";
import { migrations } from "../../../electron/db/migrations/index.ts";
import { openDatabase } from "../../../electron/db/openDatabase.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const key = Buffer.alloc(32, 7);

/** A file as the program made it before orders and family leave, with a journal, a matched bank line and a sum in a draft. */
function givenOlderFile(): string {
  const path = join(temporaryFolder(), "data.db");
  const db = openDatabase({ path, key, create: true, migrations: migrations.slice(0, 7) });
  db.exec(`
    INSERT INTO person (id, first_name, last_name, address, postcode, phone, email, communication_needs, created_at) VALUES ('p', 'Ann', 'Lee', '', '', '', '', '', '2026-04-01');
    INSERT INTO employer (id, holder_person_id, pay_frequency, first_period_from, first_payday, from_on) VALUES ('e', 'p', 'weekly', '2026-04-06', '2026-04-17', '2026-04-06');
    INSERT INTO engagement (id, person_id, employer_id, payroll_number, start_on, starter_kind) VALUES ('g', 'p', 'e', '1', '2026-04-06', 'none');
    INSERT INTO pay_run (id, employer_id, kind, pay_frequency, period_from, period_to, payday, tax_year, state, created_at)
      VALUES ('r', 'e', 'regular', 'weekly', '2026-04-06', '2026-04-12', '2026-04-17', '2026-27', 'draft', '2026-04-13');
    INSERT INTO pay_addition (id, pay_run_id, engagement_id, kind, label, amount_pence) VALUES ('a', 'r', 'g', 'bonus', 'Thanks', 500);
    INSERT INTO bank_account (id, name, opened_on) VALUES ('b', 'Account', '2026-04-01');
    INSERT INTO statement_import (id, bank_account_id, file_name, file_sha256, from_on, to_on, imported_at) VALUES ('i', 'b', 'a.csv', '', '2026-04-01', '2026-04-30', '2026-05-01');
    INSERT INTO statement_line (id, statement_import_id, bank_account_id, on_date, amount_pence, description, position) VALUES ('l', 'i', 'b', '2026-04-17', -500, 'WAGES', 0);
    INSERT INTO journal (id, posted_on, event, description, created_at) VALUES ('j', '2026-04-17', 'wagePayment', 'Wages', '2026-04-17');
    INSERT INTO posting (id, journal_id, account, amount_pence, bank_account_id) VALUES ('k1', 'j', 'bank', -500, 'b');
    INSERT INTO posting (id, journal_id, account, amount_pence, engagement_id, pay_run_id, due_on) VALUES ('k2', 'j', 'wagesDue', 500, 'g', 'r', '2026-04-17');
    INSERT INTO bank_match (id, statement_line_id, journal_id, kind, amount_pence, engagement_id, matched_at) VALUES ('m', 'l', 'j', 'wage', -500, 'g', '2026-05-01');
  `);
  db.close();
  return path;
}

it("brings an older file up to date with every row and link, and keeps its journals locked", () => {
  const db = openDatabase({ path: givenOlderFile(), key, migrations });
  expect(db.prepare("SELECT id, kind, label, amount_pence AS amount, explanation_json AS explanation FROM pay_addition").all()).toEqual([
    { id: "a", kind: "bonus", label: "Thanks", amount: 500, explanation: null },
  ]);
  expect(db.prepare("SELECT id, account, due_on AS dueOn, deduction_order_id AS orderId FROM posting ORDER BY id").all()).toEqual([
    { id: "k1", account: "bank", dueOn: null, orderId: null },
    { id: "k2", account: "wagesDue", dueOn: "2026-04-17", orderId: null },
  ]);
  expect(db.prepare("SELECT m.kind, j.event FROM bank_match m JOIN journal j ON j.id = m.journal_id").all()).toEqual([
    { kind: "wage", event: "wagePayment" },
  ]);
  expect(db.pragma("foreign_key_check")).toEqual([]);
  expect(() => db.prepare("UPDATE journal SET description = 'x'").run()).toThrow("a journal is never edited");
  expect(() => db.prepare("DELETE FROM posting").run()).toThrow("a posting is never deleted");
  db.close();
});

it("keeps a withdrawal, and a correction of a finished run, for good", () => {
  const db = openDatabase({ path: givenOlderFile(), key, migrations });
  db.exec(`
    INSERT INTO payslip (id, pay_run_id, engagement_id, input_json, result_json, seal, gross_pence, net_pence) VALUES ('s', 'r', 'g', '{}', '{}', '', 1, 1);
    INSERT INTO payslip_correction (id, payslip_id, made_on, reason, how, pay_run_id, input_json, result_json, seal) VALUES ('c', 's', '2026-05-01', 'x', 'laterRun', 'r', '{}', '{}', '');
    INSERT INTO payslip_correction (id, payslip_id, made_on, reason, how, input_json, result_json, seal) VALUES ('d', 's', '2026-05-01', 'x', 'closedYear', '{}', '{}', '');
    INSERT INTO pay_run_withdrawal (pay_run_id, withdrawn_on, reason) VALUES ('r', '2026-04-16', 'x');
  `);
  expect(() => db.prepare("UPDATE payslip_correction SET reason = 'y'").run()).toThrow("a correction is never edited");
  expect(() => db.prepare("DELETE FROM payslip_correction WHERE id = 'd'").run()).toThrow("a correction is never deleted");
  expect(db.prepare("DELETE FROM payslip_correction WHERE id = 'c'").run().changes).toBe(1);
  expect(() => db.prepare("DELETE FROM pay_run_withdrawal").run()).toThrow("a withdrawal is never deleted");
  db.close();
});

it("gives a family leave of an older file the answers of somebody who was not asked yet", () => {
  const path = givenOlderFile();
  const before = openDatabase({ path, key, migrations: migrations.slice(0, 8) });
  before.exec(
    "INSERT INTO family_leave (id, engagement_id, kind, expected_on, pay_from_on, weeks) VALUES ('f', 'g', 'sharedParental', '2026-06-01', '2026-07-06', 4)",
  );
  before.close();
  const db = openDatabase({ path, key, migrations });
  expect(db.prepare("SELECT * FROM family_leave").get()).toMatchObject({
    weeks: 4,
    has_good_reason_for_late_notice: 0,
    has_other_pay_ended: null,
    other_parent_qualifies: null,
    weeks_of_other_pay_used: 0,
    neonatal_stays_json: "[]",
    can_have_other_family_pay: 1,
  });
  db.close();
});
