import type { PlainDate } from "../../../shared/core/plainDate.ts";
import {
  AssistantLoan,
  DeductionOrderRecord,
  FamilyLeave,
  type FamilyLeaveDetails,
  KeepingInTouchDay,
  PensionOptOut,
} from "../../../shared/people/payArrangements.ts";
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

const selectLeave = `SELECT id, engagement_id AS engagementId, kind, expected_on AS expectedOn, actual_on AS actualOn, matched_on AS matchedOn, pay_from_on AS payFromOn, weeks,
  ends_on AS endsOn, notice_on AS noticeOn, evidence, evidence_seen_on AS evidenceSeenOn, average_weekly_earnings_pence AS averageWeeklyEarningsPence,
  partner_first_name AS partnerFirstName, partner_last_name AS partnerLastName, partner_national_insurance_number AS partnerNationalInsuranceNumber, note FROM family_leave`;

/** Every family leave of an engagement, oldest first. */
export function listFamilyLeaves(db: ReadDb, engagementId: string): FamilyLeave[] {
  return parseRows(FamilyLeave, db.prepare(`${selectLeave} WHERE engagement_id = ? ORDER BY pay_from_on, rowid`).all(engagementId));
}

/** One family leave. */
export function findFamilyLeave(db: ReadDb, id: string): FamilyLeave | undefined {
  return parseRow(FamilyLeave, db.prepare(`${selectLeave} WHERE id = ?`).get(id));
}

/** Adds a family leave. */
export function insertFamilyLeave(db: WriteDb, leave: FamilyLeave): void {
  db.prepare(
    `INSERT INTO family_leave (id, engagement_id, kind, expected_on, actual_on, matched_on, pay_from_on, weeks, ends_on, notice_on, evidence, evidence_seen_on,
       average_weekly_earnings_pence, partner_first_name, partner_last_name, partner_national_insurance_number, note)
     VALUES (@id, @engagementId, @kind, @expectedOn, @actualOn, @matchedOn, @payFromOn, @weeks, @endsOn, @noticeOn, @evidence, @evidenceSeenOn,
       @averageWeeklyEarningsPence, @partnerFirstName, @partnerLastName, @partnerNationalInsuranceNumber, @note)`,
  ).run({ ...leave });
}

/** Writes a family leave anew: dates move when a baby comes early. The next pay run pays or takes back the difference. */
export function updateFamilyLeave(db: WriteDb, id: string, leave: FamilyLeaveDetails): void {
  db.prepare(
    `UPDATE family_leave SET expected_on = @expectedOn, actual_on = @actualOn, matched_on = @matchedOn, pay_from_on = @payFromOn, weeks = @weeks, ends_on = @endsOn,
       notice_on = @noticeOn, evidence = @evidence, evidence_seen_on = @evidenceSeenOn, average_weekly_earnings_pence = @averageWeeklyEarningsPence,
       partner_first_name = @partnerFirstName, partner_last_name = @partnerLastName, partner_national_insurance_number = @partnerNationalInsuranceNumber, note = @note
      WHERE id = @id`,
  ).run({ ...leave, id });
}

/** Days worked during a family leave without losing pay, in order. */
export function listKeepingInTouchDays(db: ReadDb, familyLeaveId: string): KeepingInTouchDay[] {
  const rows = db
    .prepare("SELECT id, family_leave_id AS familyLeaveId, on_date AS onDate FROM keeping_in_touch_day WHERE family_leave_id = ? ORDER BY on_date")
    .all(familyLeaveId);
  return parseRows(KeepingInTouchDay, rows);
}

/** Adds such a day. */
export function insertKeepingInTouchDay(db: WriteDb, { id, familyLeaveId, onDate }: KeepingInTouchDay): void {
  db.prepare("INSERT INTO keeping_in_touch_day (id, family_leave_id, on_date) VALUES (?, ?, ?)").run(id, familyLeaveId, onDate);
}

/** Takes such a day away again; answers whether it was there. */
export function deleteKeepingInTouchDay(db: WriteDb, id: string): boolean {
  return db.prepare("DELETE FROM keeping_in_touch_day WHERE id = ?").run(id).changes > 0;
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
