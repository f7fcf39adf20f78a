import type { PlainDate } from "../../../shared/core/plainDate.ts";
import { Outcome, PlanLine, type PlanLineTerms, type SpendingCategory } from "../../../shared/people/plan.ts";
import type { ReadDb, WriteDb } from "../database.ts";
import { parseRows } from "../rows.ts";

const selectVersion = `
  SELECT l.id, l.budget_id AS budgetId, l.name, l.category, l.position, v.id AS versionId, v.from_on AS fromOn, v.to_on AS toOn, v.kind, v.minutes_per_week AS minutesPerWeek,
         v.hourly_rate_pence AS hourlyRatePence, v.amount_pence AS amountPence, v.frequency, v.outcome_id AS outcomeId, v.reason
    FROM plan_line l JOIN plan_line_version v ON v.plan_line_id = l.id`;

/** The lines in force on a day, each with its terms of that day. */
export function listPlanLines(db: ReadDb, budgetId: string, on: PlainDate): PlanLine[] {
  const rows = db
    .prepare(
      `${selectVersion} WHERE l.budget_id = @budgetId AND (v.to_on IS NULL OR v.to_on >= @on)
         AND v.rowid = (SELECT w.rowid FROM plan_line_version w WHERE w.plan_line_id = l.id AND w.from_on <= @on ORDER BY w.from_on DESC, w.rowid DESC LIMIT 1)
       ORDER BY l.position, l.rowid`,
    )
    .all({ budgetId, on });
  return parseRows(PlanLine, rows);
}

/** Every version of every line, oldest first within a line. A version holds until the next one of its line, or its `toOn`. */
export function listPlanLineVersions(db: ReadDb, budgetId: string): PlanLine[] {
  return parseRows(PlanLine, db.prepare(`${selectVersion} WHERE l.budget_id = ? ORDER BY l.position, l.rowid, v.from_on, v.rowid`).all(budgetId));
}

/** What the support is for. */
export function listOutcomes(db: ReadDb, budgetId: string): Outcome[] {
  return parseRows(
    Outcome,
    db.prepare("SELECT id, budget_id AS budgetId, position, description FROM outcome WHERE budget_id = ? ORDER BY position, rowid").all(budgetId),
  );
}

/** Adds an outcome. */
export function insertOutcome(db: WriteDb, outcome: Outcome): void {
  db.prepare("INSERT INTO outcome (id, budget_id, position, description) VALUES (?, ?, ?, ?)").run(
    outcome.id,
    outcome.budgetId,
    outcome.position,
    outcome.description,
  );
}

/** Writes an outcome anew. */
export function updateOutcome(db: WriteDb, outcome: Outcome): void {
  db.prepare("UPDATE outcome SET position = ?, description = ? WHERE id = ?").run(outcome.position, outcome.description, outcome.id);
}

/** Takes out an outcome that no line names. Answers false when a line does. */
export function deleteOutcome(db: WriteDb, id: string): boolean {
  if (db.prepare("SELECT 1 FROM plan_line_version WHERE outcome_id = ?").get(id) !== undefined) return false;
  db.prepare("DELETE FROM outcome WHERE id = ?").run(id);
  return true;
}

/** Adds a line's identity; its terms follow with insertPlanLineVersion. */
export function insertPlanLine(db: WriteDb, id: string, budgetId: string, name: string, category: SpendingCategory, position: number): void {
  db.prepare("INSERT INTO plan_line (id, budget_id, name, category, position) VALUES (?, ?, ?, ?, ?)").run(id, budgetId, name, category, position);
}

/** Names a line anew. */
export function updatePlanLine(db: WriteDb, id: string, name: string, category: SpendingCategory, position: number): void {
  db.prepare("UPDATE plan_line SET name = ?, category = ?, position = ? WHERE id = ?").run(name, category, position, id);
}

export interface NewPlanLineVersion {
  readonly id: string;
  readonly planLineId: string;
  readonly fromOn: PlainDate;
  readonly toOn: PlainDate | null;
  readonly terms: PlanLineTerms;
  readonly outcomeId: string | null;
  readonly reason: string;
}

/** Adds terms to a line from a day on. Earlier terms stay for the days before. */
export function insertPlanLineVersion(db: WriteDb, version: NewPlanLineVersion): void {
  const { kind, minutesPerWeek, hourlyRatePence, amountPence, frequency } = version.terms;
  db.prepare(
    `INSERT INTO plan_line_version (id, plan_line_id, from_on, to_on, kind, minutes_per_week, hourly_rate_pence, amount_pence, frequency, outcome_id, reason)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    version.id,
    version.planLineId,
    version.fromOn,
    version.toOn,
    kind,
    minutesPerWeek,
    hourlyRatePence,
    amountPence,
    frequency,
    version.outcomeId,
    version.reason,
  );
}

/** Ends a line after a day. */
export function endPlanLine(db: WriteDb, versionId: string, toOn: PlainDate): void {
  db.prepare("UPDATE plan_line_version SET to_on = ? WHERE id = ?").run(toOn, versionId);
}
