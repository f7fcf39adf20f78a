import * as z from "zod";
import { PlainDate } from "../../../shared/core/plainDate.ts";
import {
  Budget,
  type BudgetDetails,
  Funder,
  type FunderDetails,
  FunderShare,
  PaymentSchedule,
  type PaymentScheduleDetails,
} from "../../../shared/people/budget.ts";
import type { ReadDb, WriteDb } from "../database.ts";
import { parseRow, parseRows } from "../rows.ts";

/** The budget of this file. Undefined until set-up has it. */
export function findBudget(db: ReadDb): Budget | undefined {
  const row = db
    .prepare(
      `SELECT id, budget_person_id AS budgetPersonId, reference, cohort, holding, from_on AS fromOn, to_on AS toOn, reserve_weeks AS reserveWeeks,
              lead_funder_id AS leadFunderId, first_review_on AS firstReviewOn, next_review_on AS nextReviewOn, notes
         FROM budget ORDER BY from_on DESC, rowid DESC LIMIT 1`,
    )
    .get();
  return parseRow(Budget, row);
}

/** Every funder the file knows, ended ones too, in the order they were added. */
export function listFunders(db: ReadDb): Funder[] {
  const rows = db
    .prepare(
      `SELECT id, kind, name, place, contact_name AS contactName, contact_email AS contactEmail, contact_address AS contactAddress, from_on AS fromOn, to_on AS toOn,
              predecessor_id AS predecessorId
         FROM funder ORDER BY rowid`,
    )
    .all();
  return parseRows(Funder, rows);
}

/** The shares in force on a day: the newest set that began on or before it. Empty before the first set. */
export function listFunderShares(db: ReadDb, budgetId: string, on: PlainDate): FunderShare[] {
  const rows = db
    .prepare(
      `SELECT id, budget_id AS budgetId, funder_id AS funderId, from_on AS fromOn, share_basis_points AS shareBasisPoints, takes_residual_penny AS takesResidualPenny
         FROM funder_share WHERE budget_id = @budgetId
          AND from_on = (SELECT MAX(from_on) FROM funder_share WHERE budget_id = @budgetId AND from_on <= @on)
        ORDER BY rowid`,
    )
    .all({ budgetId, on });
  return parseRows(FunderShare, rows, ["takesResidualPenny"]);
}

/** Payments that funders promised. */
export function listPaymentSchedules(db: ReadDb, budgetId: string): PaymentSchedule[] {
  const rows = db
    .prepare(
      `SELECT id, budget_id AS budgetId, funder_id AS funderId, amount_pence AS amountPence, cycle, first_on AS firstOn, last_on AS lastOn, weeks_in_advance AS weeksInAdvance
         FROM payment_schedule WHERE budget_id = ? ORDER BY first_on, rowid`,
    )
    .all(budgetId);
  return parseRows(PaymentSchedule, rows);
}

/** Last day of the newest return that was sent. Undefined when none was. */
export function findLastSentReturnDay(db: ReadDb): PlainDate | undefined {
  const row = db.prepare("SELECT MAX(period_to) AS periodTo FROM audit_return WHERE state <> 'open'").get();
  return z.object({ periodTo: PlainDate.nullable() }).parse(row).periodTo ?? undefined;
}

/** Adds the budget. */
export function insertBudget(db: WriteDb, id: string, budgetPersonId: string, budget: BudgetDetails): void {
  db.prepare(
    `INSERT INTO budget (id, budget_person_id, reference, cohort, holding, from_on, to_on, reserve_weeks, first_review_on, next_review_on, notes)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(id, budgetPersonId, ...budgetValues(budget));
}

/** Writes the terms of the budget anew. */
export function updateBudget(db: WriteDb, id: string, budget: BudgetDetails): void {
  db.prepare(
    `UPDATE budget SET reference = ?, cohort = ?, holding = ?, from_on = ?, to_on = ?, reserve_weeks = ?, first_review_on = ?, next_review_on = ?, notes = ? WHERE id = ?`,
  ).run(...budgetValues(budget), id);
}

const budgetValues = (budget: BudgetDetails) => [
  budget.reference,
  budget.cohort,
  budget.holding,
  budget.fromOn,
  budget.toOn,
  budget.reserveWeeks,
  budget.firstReviewOn,
  budget.nextReviewOn,
  budget.notes,
];

/** Names the funder that audits for all. */
export function updateLeadFunder(db: WriteDb, budgetId: string, funderId: string | null): void {
  db.prepare("UPDATE budget SET lead_funder_id = ? WHERE id = ?").run(funderId, budgetId);
}

/** Adds a funder from a day on. */
export function insertFunder(db: WriteDb, id: string, funder: FunderDetails, fromOn: PlainDate): void {
  db.prepare("INSERT INTO funder (id, kind, name, place, contact_name, contact_email, contact_address, from_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?)").run(
    id,
    funder.kind,
    funder.name,
    funder.place,
    funder.contactName,
    funder.contactEmail,
    funder.contactAddress,
    fromOn,
  );
}

/** Writes a funder's particulars anew. */
export function updateFunder(db: WriteDb, id: string, funder: FunderDetails): void {
  db.prepare("UPDATE funder SET kind = ?, name = ?, place = ?, contact_name = ?, contact_email = ?, contact_address = ? WHERE id = ?").run(
    funder.kind,
    funder.name,
    funder.place,
    funder.contactName,
    funder.contactEmail,
    funder.contactAddress,
    id,
  );
}

/** Puts the set of shares that begins on a day in place of any set typed for that same day. */
export function replaceFunderShares(db: WriteDb, budgetId: string, fromOn: PlainDate, shares: readonly FunderShare[]): void {
  db.prepare("DELETE FROM funder_share WHERE budget_id = ? AND from_on = ?").run(budgetId, fromOn);
  const insert = db.prepare(
    "INSERT INTO funder_share (id, budget_id, funder_id, from_on, share_basis_points, takes_residual_penny) VALUES (?, ?, ?, ?, ?, ?)",
  );
  for (const share of shares) insert.run(share.id, budgetId, share.funderId, fromOn, share.shareBasisPoints, share.takesResidualPenny ? 1 : 0);
}

/** Adds a promised payment. */
export function insertPaymentSchedule(db: WriteDb, id: string, budgetId: string, funderId: string, schedule: PaymentScheduleDetails): void {
  db.prepare(
    "INSERT INTO payment_schedule (id, budget_id, funder_id, amount_pence, cycle, first_on, last_on, weeks_in_advance) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  ).run(id, budgetId, funderId, schedule.amountPence, schedule.cycle, schedule.firstOn, schedule.lastOn, schedule.weeksInAdvance);
}

/** Writes a promised payment anew. */
export function updatePaymentSchedule(db: WriteDb, id: string, funderId: string, schedule: PaymentScheduleDetails): void {
  db.prepare(
    "UPDATE payment_schedule SET funder_id = ?, amount_pence = ?, cycle = ?, first_on = ?, last_on = ?, weeks_in_advance = ? WHERE id = ?",
  ).run(funderId, schedule.amountPence, schedule.cycle, schedule.firstOn, schedule.lastOn, schedule.weeksInAdvance, id);
}

/** Takes out a promised payment that was typed by mistake. */
export function deletePaymentSchedule(db: WriteDb, id: string): void {
  db.prepare("DELETE FROM payment_schedule WHERE id = ?").run(id);
}
