import type { PlainDate } from "../../../shared/core/plainDate.ts";
import { AssistantLoan, DeductionOrderRecord, PensionOptOut } from "../../../shared/people/payArrangements.ts";
import type { ReadDb, WriteDb } from "../database.ts";
import { parseRow, parseRows } from "../rows.ts";

const selectOrder = `SELECT id, engagement_id AS engagementId, kind, is_priority AS isPriority, issuer, reference, received_on AS receivedOn, from_on AS fromOn, to_on AS toOn,
  normal_deduction_pence AS normalDeductionPence, protected_earnings_pence AS protectedEarningsPence, rate, table_of AS tableOf, takes_costs AS takesCosts,
  sums_are_for AS sumsAreFor, confirmed_place AS confirmedPlace, continues_order_id AS continuesOrderId, note FROM deduction_order`;
const orderBooleans = ["isPriority", "takesCosts"];

/** Every order of an engagement, in the sequence they were received. */
export function listDeductionOrders(db: ReadDb, engagementId: string): DeductionOrderRecord[] {
  const rows = db.prepare(`${selectOrder} WHERE engagement_id = ? ORDER BY received_on, rowid`).all(engagementId);
  return parseRows(DeductionOrderRecord, rows, orderBooleans);
}

/** One order. */
export function findDeductionOrder(db: ReadDb, id: string): DeductionOrderRecord | undefined {
  return parseRow(DeductionOrderRecord, db.prepare(`${selectOrder} WHERE id = ?`).get(id), orderBooleans);
}

/** Adds an order. */
export function insertDeductionOrder(db: WriteDb, order: DeductionOrderRecord): void {
  db.prepare(
    `INSERT INTO deduction_order (id, engagement_id, kind, is_priority, issuer, reference, received_on, from_on, to_on, normal_deduction_pence, protected_earnings_pence, rate,
       table_of, takes_costs, sums_are_for, confirmed_place, continues_order_id, note)
     VALUES (@id, @engagementId, @kind, @isPriority, @issuer, @reference, @receivedOn, @fromOn, @toOn, @normalDeductionPence, @protectedEarningsPence, @rate,
       @tableOf, @takesCosts, @sumsAreFor, @confirmedPlace, @continuesOrderId, @note)`,
  ).run({ ...order, isPriority: order.isPriority ? 1 : 0, takesCosts: order.takesCosts ? 1 : 0 });
}

/** Keeps the place of an order in the sequence that the user confirmed. */
export function markDeductionOrderPlace(db: WriteDb, id: string, place: number): void {
  db.prepare("UPDATE deduction_order SET confirmed_place = ? WHERE id = ?").run(place, id);
}

/** Ends an order after a payday. */
export function markDeductionOrderStopped(db: WriteDb, id: string, toOn: PlainDate): void {
  db.prepare("UPDATE deduction_order SET to_on = ? WHERE id = ?").run(toOn, id);
}

const selectLoan = `SELECT id, engagement_id AS engagementId, kind, label, sum_pence AS sumPence, agreed_on AS agreedOn, paid_on AS paidOn, from_on AS fromOn,
  instalment_pence AS instalmentPence, repays_on_leaving AS repaysOnLeaving FROM assistant_loan`;

/** Every loan and advance of an engagement, oldest first. */
export function listAssistantLoans(db: ReadDb, engagementId: string): AssistantLoan[] {
  return parseRows(AssistantLoan, db.prepare(`${selectLoan} WHERE engagement_id = ? ORDER BY agreed_on, rowid`).all(engagementId), [
    "repaysOnLeaving",
  ]);
}

/** One loan. */
export function findAssistantLoan(db: ReadDb, id: string): AssistantLoan | undefined {
  return parseRow(AssistantLoan, db.prepare(`${selectLoan} WHERE id = ?`).get(id), ["repaysOnLeaving"]);
}

/** Adds a loan. */
export function insertAssistantLoan(db: WriteDb, loan: AssistantLoan): void {
  db.prepare(
    `INSERT INTO assistant_loan (id, engagement_id, kind, label, sum_pence, agreed_on, paid_on, from_on, instalment_pence, repays_on_leaving)
     VALUES (@id, @engagementId, @kind, @label, @sumPence, @agreedOn, @paidOn, @fromOn, @instalmentPence, @repaysOnLeaving)`,
  ).run({ ...loan, repaysOnLeaving: loan.repaysOnLeaving ? 1 : 0 });
}

/** Changes what is taken from now on. What was taken is on the sealed payslips. */
export function updateLoanInstalment(db: WriteDb, id: string, instalmentPence: number, fromOn: PlainDate): void {
  db.prepare("UPDATE assistant_loan SET instalment_pence = ?, from_on = ? WHERE id = ?").run(instalmentPence, fromOn, id);
}

/** Opt-outs with a refund, oldest first. */
export function listPensionOptOuts(db: ReadDb, engagementId: string): PensionOptOut[] {
  const rows = db
    .prepare(
      "SELECT id, engagement_id AS engagementId, joined_on AS joinedOn, notice_on AS noticeOn FROM pension_opt_out WHERE engagement_id = ? ORDER BY notice_on, rowid",
    )
    .all(engagementId);
  return parseRows(PensionOptOut, rows);
}

/** Adds an opt-out. */
export function insertPensionOptOut(db: WriteDb, { id, engagementId, joinedOn, noticeOn }: PensionOptOut): void {
  db.prepare("INSERT INTO pension_opt_out (id, engagement_id, joined_on, notice_on) VALUES (?, ?, ?, ?)").run(id, engagementId, joinedOn, noticeOn);
}
