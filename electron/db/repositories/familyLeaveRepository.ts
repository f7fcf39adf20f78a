import * as z from "zod";
import { FamilyLeave, type FamilyLeaveDetails, KeepingInTouchDay } from "../../../shared/people/payArrangements.ts";
import type { ReadDb, WriteDb } from "../database.ts";
import { parseRows } from "../rows.ts";

const selectLeave = `SELECT id, engagement_id AS engagementId, kind, expected_on AS expectedOn, actual_on AS actualOn, matched_on AS matchedOn, pay_from_on AS payFromOn, weeks,
  ends_on AS endsOn, notice_on AS noticeOn, has_good_reason_for_late_notice AS hasGoodReasonForLateNotice, evidence, evidence_seen_on AS evidenceSeenOn,
  average_weekly_earnings_pence AS averageWeeklyEarningsPence, partner_first_name AS partnerFirstName, partner_last_name AS partnerLastName,
  partner_national_insurance_number AS partnerNationalInsuranceNumber, pregnancy_sick_from_on AS pregnancySickFromOn, weeks_of_other_pay_used AS weeksOfOtherPayUsed,
  weeks_taken_by_other_parent AS weeksTakenByOtherParent, has_other_pay_ended AS hasOtherPayEnded, other_parent_qualifies AS otherParentQualifies,
  child_born_on AS childBornOn, weeks_of_pregnancy AS weeksOfPregnancy, neonatal_stays_json AS neonatalStaysJson,
  can_have_other_family_pay AS canHaveOtherFamilyPay, note FROM family_leave`;

const LeaveColumns = z.looseObject({
  neonatalStaysJson: z.string(),
  hasGoodReasonForLateNotice: z.number(),
  canHaveOtherFamilyPay: z.number(),
  hasOtherPayEnded: z.number().nullable(),
  otherParentQualifies: z.number().nullable(),
});

const asAnswer = (column: number | null) => (column === null ? null : column === 1);
const asColumn = (answer: boolean | null) => (answer === null ? null : answer ? 1 : 0);

function toLeave(row: unknown): FamilyLeave {
  const { neonatalStaysJson, ...columns } = LeaveColumns.parse(row);
  return FamilyLeave.parse({
    ...columns,
    neonatalStays: JSON.parse(neonatalStaysJson),
    hasGoodReasonForLateNotice: columns.hasGoodReasonForLateNotice === 1,
    canHaveOtherFamilyPay: columns.canHaveOtherFamilyPay === 1,
    hasOtherPayEnded: asAnswer(columns.hasOtherPayEnded),
    otherParentQualifies: asAnswer(columns.otherParentQualifies),
  });
}

function leaveColumns({ neonatalStays, ...leave }: FamilyLeaveDetails) {
  return {
    ...leave,
    neonatalStaysJson: JSON.stringify(neonatalStays),
    hasGoodReasonForLateNotice: asColumn(leave.hasGoodReasonForLateNotice),
    canHaveOtherFamilyPay: asColumn(leave.canHaveOtherFamilyPay),
    hasOtherPayEnded: asColumn(leave.hasOtherPayEnded),
    otherParentQualifies: asColumn(leave.otherParentQualifies),
  };
}

/** Every family leave of an engagement, oldest first. */
export function listFamilyLeaves(db: ReadDb, engagementId: string): FamilyLeave[] {
  return db.prepare(`${selectLeave} WHERE engagement_id = ? ORDER BY pay_from_on, rowid`).all(engagementId).map(toLeave);
}

/** One family leave. */
export function findFamilyLeave(db: ReadDb, id: string): FamilyLeave | undefined {
  const row = db.prepare(`${selectLeave} WHERE id = ?`).get(id);
  return row === undefined ? undefined : toLeave(row);
}

/** Adds a family leave. */
export function insertFamilyLeave(db: WriteDb, { id, engagementId, kind, ...leave }: FamilyLeave): void {
  db.prepare("INSERT INTO family_leave (id, engagement_id, kind, expected_on, pay_from_on, weeks) VALUES (?, ?, ?, ?, ?, ?)").run(
    id,
    engagementId,
    kind,
    leave.expectedOn,
    leave.payFromOn,
    leave.weeks,
  );
  updateFamilyLeave(db, id, { engagementId, kind, ...leave });
}

/** Writes a family leave anew: dates move when a baby comes early. The next pay run pays or takes back the difference. */
export function updateFamilyLeave(db: WriteDb, id: string, leave: FamilyLeaveDetails): void {
  db.prepare(
    `UPDATE family_leave SET expected_on = @expectedOn, actual_on = @actualOn, matched_on = @matchedOn, pay_from_on = @payFromOn, weeks = @weeks, ends_on = @endsOn,
       notice_on = @noticeOn, has_good_reason_for_late_notice = @hasGoodReasonForLateNotice, evidence = @evidence, evidence_seen_on = @evidenceSeenOn,
       average_weekly_earnings_pence = @averageWeeklyEarningsPence, partner_first_name = @partnerFirstName, partner_last_name = @partnerLastName,
       partner_national_insurance_number = @partnerNationalInsuranceNumber, pregnancy_sick_from_on = @pregnancySickFromOn,
       weeks_of_other_pay_used = @weeksOfOtherPayUsed, weeks_taken_by_other_parent = @weeksTakenByOtherParent, has_other_pay_ended = @hasOtherPayEnded,
       other_parent_qualifies = @otherParentQualifies, child_born_on = @childBornOn, weeks_of_pregnancy = @weeksOfPregnancy,
       neonatal_stays_json = @neonatalStaysJson, can_have_other_family_pay = @canHaveOtherFamilyPay, note = @note
      WHERE id = @id`,
  ).run({ ...leaveColumns(leave), id });
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
