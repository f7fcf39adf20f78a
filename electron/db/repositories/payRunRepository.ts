import * as z from "zod";
import { Instant } from "../../../shared/core/identifiers.ts";
import { Minutes } from "../../../shared/core/minutes.ts";
import { Pence } from "../../../shared/core/money.ts";
import { PlainDate } from "../../../shared/core/plainDate.ts";
import { PayAddition, PayRun, PayRunKind } from "../../../shared/payroll/payRun/payRun.ts";
import { type PayslipInput, PayslipResult } from "../../../shared/payroll/types.ts";
import type { ReadDb, WriteDb } from "../database.ts";
import { parseRow, parseRows } from "../rows.ts";

const selectRun = `SELECT id, employer_id AS employerId, kind, pay_frequency AS payFrequency, period_from AS periodFrom, period_to AS periodTo, payday, tax_year AS taxYear,
  state, finished_at AS finishedAt, rates_version AS ratesVersion, note, corrects_pay_run_id AS correctsPayRunId,
  (SELECT w.withdrawn_on FROM pay_run_withdrawal w WHERE w.pay_run_id = pay_run.id) AS withdrawnOn FROM pay_run`;

/** Every pay run, newest payday first. */
export function listPayRuns(db: ReadDb): PayRun[] {
  return parseRows(PayRun, db.prepare(`${selectRun} ORDER BY payday DESC, rowid DESC`).all());
}

/** One pay run. */
export function findPayRun(db: ReadDb, id: string): PayRun | undefined {
  return parseRow(PayRun, db.prepare(`${selectRun} WHERE id = ?`).get(id));
}

/** Adds a draft. */
export function insertPayRun(db: WriteDb, run: PayRun, createdAt: string): void {
  db.prepare(
    `INSERT INTO pay_run (id, employer_id, kind, pay_frequency, period_from, period_to, payday, tax_year, state, note, created_at, corrects_pay_run_id)
     VALUES (@id, @employerId, @kind, @payFrequency, @periodFrom, @periodTo, @payday, @taxYear, @state, @note, @createdAt, @correctsPayRunId)`,
  ).run({ ...run, createdAt });
}

/** Locks a run. */
export function markPayRunFinished(db: WriteDb, id: string, finishedAt: string, ratesVersion: string): void {
  db.prepare("UPDATE pay_run SET state = 'finished', finished_at = ?, rates_version = ? WHERE id = ?").run(finishedAt, ratesVersion, id);
}

/** Deletes a draft with the sums put into it. A finished run refuses. */
export function deletePayRun(db: WriteDb, id: string): void {
  db.prepare("DELETE FROM pay_addition WHERE pay_run_id = ?").run(id);
  db.prepare("DELETE FROM payslip_correction WHERE pay_run_id = ?").run(id);
  db.prepare("DELETE FROM pay_run_person WHERE pay_run_id = ?").run(id);
  db.prepare("DELETE FROM pay_run WHERE id = ?").run(id);
}

/** Takes a finished run back before its payday: its time and the holiday it built up are free again. The run and its payslips stay to be looked at. */
export function withdrawPayRun(db: WriteDb, id: string, withdrawnOn: PlainDate, reason: string): void {
  db.prepare("INSERT INTO pay_run_withdrawal (pay_run_id, withdrawn_on, reason) VALUES (?, ?, ?)").run(id, withdrawnOn, reason);
  db.prepare(
    "UPDATE timesheet SET state = 'confirmed' WHERE state = 'paid' AND id IN (SELECT timesheet_id FROM worked_shift WHERE pay_run_id = ?)",
  ).run(id);
  db.prepare("UPDATE worked_shift SET pay_run_id = NULL WHERE pay_run_id = ?").run(id);
  db.prepare("DELETE FROM leave_movement WHERE pay_run_id = ? AND kind = 'accrued'").run(id);
}

const selectAddition =
  "SELECT id, pay_run_id AS payRunId, engagement_id AS engagementId, kind, label, amount_pence AS amountPence, plan_line_id AS planLineId, explanation_json AS explanationJson, payslip_correction_id AS payslipCorrectionId FROM pay_addition";

function toAddition(row: unknown): PayAddition {
  const { explanationJson, ...columns } = z.looseObject({ explanationJson: z.string().nullable() }).parse(row);
  return PayAddition.parse({ ...columns, explanation: explanationJson === null ? null : JSON.parse(explanationJson) });
}

/** Sums put into a run by hand, in the order they were put in. */
export function listPayAdditions(db: ReadDb, payRunId: string): PayAddition[] {
  return db.prepare(`${selectAddition} WHERE pay_run_id = ? ORDER BY rowid`).all(payRunId).map(toAddition);
}

/** One such sum. */
export function findPayAddition(db: ReadDb, id: string): PayAddition | undefined {
  const row = db.prepare(`${selectAddition} WHERE id = ?`).get(id);
  return row === undefined ? undefined : toAddition(row);
}

/** Puts a sum into a run. */
export function insertPayAddition(db: WriteDb, { explanation, ...addition }: PayAddition): void {
  db.prepare(
    `INSERT INTO pay_addition (id, pay_run_id, engagement_id, kind, label, amount_pence, plan_line_id, explanation_json, payslip_correction_id)
     VALUES (@id, @payRunId, @engagementId, @kind, @label, @amountPence, @planLineId, @explanationJson, @payslipCorrectionId)`,
  ).run({ ...addition, explanationJson: explanation === null ? null : JSON.stringify(explanation) });
}

/** Takes a sum out again. */
export function deletePayAddition(db: WriteDb, id: string): void {
  db.prepare("DELETE FROM pay_addition WHERE id = ?").run(id);
}

/** A payslip as it was sealed, with the run it belongs to. */
export interface StoredPayslip {
  readonly id: string;
  readonly payRunId: string;
  readonly runKind: PayRunKind;
  readonly finishedAt: string | null;
  readonly engagementId: string;
  readonly payday: PlainDate;
  readonly taxYear: string;
  readonly result: PayslipResult;
}

const PayslipRow = z.object({
  id: z.string(),
  payRunId: z.string(),
  runKind: PayRunKind,
  finishedAt: z.string().nullable(),
  engagementId: z.string(),
  payday: PlainDate,
  taxYear: z.string(),
  resultJson: z.string(),
});
const selectPayslip = `SELECT s.id, s.pay_run_id AS payRunId, r.kind AS runKind, r.finished_at AS finishedAt, s.engagement_id AS engagementId, r.payday, r.tax_year AS taxYear, s.result_json AS resultJson
  FROM payslip s JOIN pay_run r ON r.id = s.pay_run_id`;

function toPayslip(row: unknown): StoredPayslip {
  const { resultJson, ...columns } = PayslipRow.parse(row);
  return { ...columns, result: PayslipResult.parse(JSON.parse(resultJson)) };
}

/** The payslips of a run, in the order they were made. */
export function listPayslipsOfRun(db: ReadDb, payRunId: string): StoredPayslip[] {
  return db.prepare(`${selectPayslip} WHERE s.pay_run_id = ? ORDER BY s.rowid`).all(payRunId).map(toPayslip);
}

/** Payslips of withdrawn runs count nowhere. */
const notWithdrawn = "NOT EXISTS (SELECT 1 FROM pay_run_withdrawal w WHERE w.pay_run_id = r.id)";

/** Every sealed payslip of an engagement that counts, oldest payday first. */
export function listPayslipsOfEngagement(db: ReadDb, engagementId: string): StoredPayslip[] {
  return db.prepare(`${selectPayslip} WHERE s.engagement_id = ? AND ${notWithdrawn} ORDER BY r.payday, s.rowid`).all(engagementId).map(toPayslip);
}

/** Every sealed payslip that counts, oldest payday first. */
export function listAllPayslips(db: ReadDb): StoredPayslip[] {
  return db.prepare(`${selectPayslip} WHERE ${notWithdrawn} ORDER BY r.payday, s.rowid`).all().map(toPayslip);
}

/** One payslip. */
export function findPayslip(db: ReadDb, id: string): StoredPayslip | undefined {
  const row = db.prepare(`${selectPayslip} WHERE s.id = ?`).get(id);
  return row === undefined ? undefined : toPayslip(row);
}

export interface NewPayslip {
  readonly id: string;
  readonly payRunId: string;
  readonly engagementId: string;
  readonly input: PayslipInput;
  readonly result: PayslipResult;
  /** SHA-256 of input and result as stored. */
  readonly seal: string;
}

/** Keeps a payslip for good. */
export function insertPayslip(db: WriteDb, { id, payRunId, engagementId, input, result, seal }: NewPayslip): void {
  db.prepare(
    "INSERT INTO payslip (id, pay_run_id, engagement_id, input_json, result_json, seal, gross_pence, net_pence) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
  ).run(id, payRunId, engagementId, JSON.stringify(input), JSON.stringify(result), seal, result.grossPay.amount, result.netPay.amount);
}

/** A worked shift as gross pay is worked out from it: time in minutes, miles in hundredths. */
export const PayableShift = z.object({
  id: z.string(),
  engagementId: z.string(),
  onDate: PlainDate,
  startAt: Instant,
  endAt: Instant,
  workedMinutes: Minutes,
  awakeMinutes: Minutes,
  milesHundredths: z.number().int(),
  kindOfTimeId: z.string(),
  planLineId: z.string().nullable(),
});
export type PayableShift = z.infer<typeof PayableShift>;

/** The columns of a payable shift, from `worked_shift w` with its `kind_of_time k`. */
export const payableShiftColumns = `w.id, w.engagement_id AS engagementId, w.on_date AS onDate, w.start_at AS startAt, w.end_at AS endAt, w.worked_minutes AS workedMinutes,
  w.awake_minutes AS awakeMinutes, w.miles_hundredths AS milesHundredths, w.kind_of_time_id AS kindOfTimeId, COALESCE(w.plan_line_id, k.default_plan_line_id) AS planLineId`;

/** Confirmed shifts up to a day that no run has paid yet: those of the period, and late ones from before. */
export function listPayableShifts(db: ReadDb, upTo: PlainDate): PayableShift[] {
  const rows = db
    .prepare(
      `SELECT ${payableShiftColumns}
         FROM worked_shift w JOIN timesheet t ON t.id = w.timesheet_id JOIN kind_of_time k ON k.id = w.kind_of_time_id
        WHERE t.state <> 'open' AND w.pay_run_id IS NULL AND w.on_date <= ? ORDER BY w.on_date, w.start_at, w.rowid`,
    )
    .all(upTo);
  return parseRows(PayableShift, rows);
}

/** Weeks with shifts up to a day that nobody confirmed yet, those before earlier paydays included. */
export function listUnconfirmedWeeks(db: ReadDb, upTo: PlainDate): { engagementId: string; weekFrom: PlainDate }[] {
  const rows = db
    .prepare(
      `SELECT DISTINCT t.engagement_id AS engagementId, t.week_from AS weekFrom FROM timesheet t JOIN worked_shift w ON w.timesheet_id = t.id
        WHERE t.state = 'open' AND w.on_date <= ? ORDER BY t.week_from`,
    )
    .all(upTo);
  return parseRows(z.object({ engagementId: z.string(), weekFrom: PlainDate }), rows);
}

/** Marks shifts as paid by a run, and timesheets with nothing left to pay as paid. */
export function markShiftsPaid(db: WriteDb, shiftIds: readonly string[], payRunId: string): void {
  const mark = db.prepare("UPDATE worked_shift SET pay_run_id = ? WHERE id = ? AND pay_run_id IS NULL");
  for (const id of shiftIds) mark.run(payRunId, id);
  db.prepare(
    `UPDATE timesheet SET state = 'paid' WHERE state = 'confirmed'
        AND EXISTS (SELECT 1 FROM worked_shift w WHERE w.timesheet_id = timesheet.id AND w.pay_run_id = ?)
        AND NOT EXISTS (SELECT 1 FROM worked_shift w WHERE w.timesheet_id = timesheet.id AND w.pay_run_id IS NULL)`,
  ).run(payRunId);
}

/** Miles of an engagement that finished runs of a tax year paid for, in hundredths. */
export function sumPaidMiles(db: ReadDb, engagementId: string, taxYear: string): number {
  const row = db
    .prepare(
      "SELECT COALESCE(SUM(w.miles_hundredths), 0) AS miles FROM worked_shift w JOIN pay_run r ON r.id = w.pay_run_id WHERE w.engagement_id = ? AND r.tax_year = ?",
    )
    .get(engagementId, taxYear);
  return z.object({ miles: z.number() }).parse(row).miles;
}

/** Employment Allowance used in a tax year, from the ledger: by all finished runs, or by those finished before a moment. */
export function sumEmploymentAllowanceUsed(db: ReadDb, taxYear: string, finishedBefore: string | null = null): Pence {
  const row = db
    .prepare(
      `SELECT COALESCE(SUM(p.amount_pence), 0) AS used FROM posting p JOIN journal j ON j.id = p.journal_id JOIN pay_run r ON r.id = p.pay_run_id
        WHERE j.event = 'employmentAllowance' AND p.account = 'hmrcDue' AND r.tax_year = @taxYear AND (@finishedBefore IS NULL OR r.finished_at < @finishedBefore)
          AND ${notWithdrawn}`,
    )
    .get({ taxYear, finishedBefore });
  return z.object({ used: Pence }).parse(row).used;
}

/** A function that names a plan line by its id. */
export function findPlanLineNames(db: ReadDb): (planLineId: string) => string {
  const rows = parseRows(z.object({ id: z.string(), name: z.string() }), db.prepare("SELECT id, name FROM plan_line").all());
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (planLineId) => names.get(planLineId) ?? "Budget line";
}
