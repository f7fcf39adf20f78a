import * as z from "zod";
import { PlainDate } from "../../../shared/core/plainDate.ts";
import { EmploymentCheck, Engagement, HouseholdPermission } from "../../../shared/people/engagement.ts";
import { Person } from "../../../shared/people/person.ts";
import type { ReadDb, WriteDb } from "../database.ts";
import { parseRows, withBooleans } from "../rows.ts";
import { personColumns } from "./householdRepository.ts";

const latestCheck = (kind: string) => `(SELECT MAX(c.checked_on) FROM employment_check c WHERE c.engagement_id = e.id AND c.kind = '${kind}')`;

const selectEngagement = `
  SELECT e.id AS engagementId, e.person_id AS personId, e.employer_id AS employerId, e.payroll_number AS payrollNumber, e.job_title AS jobTitle,
         e.national_insurance_number AS nationalInsuranceNumber, e.gender, e.start_on AS startOn, e.end_on AS endOn, e.end_reason AS endReason, e.starter_kind AS starterKind,
         e.p45_leaving_on AS p45LeavingOn, e.contracted_minutes_per_week AS contractedMinutesPerWeek, e.holiday_basis AS holidayBasis, e.lives_with_person AS livesWithPerson,
         e.is_family_or_friend AS isFamilyOrFriend, e.usual_working_days AS usualWorkingDays, ${latestCheck("writtenStatement")} AS writtenStatementOn,
         ${latestCheck("rightToWork")} AS rightToWorkCheckedOn, ${latestCheck("dbs")} AS dbsCheckedOn, ${personColumns}
    FROM engagement e JOIN person p ON p.id = e.person_id`;

const EngagementRow = z.looseObject({ engagementId: z.string(), usualWorkingDays: z.string() });

function toEngagement(row: unknown): Engagement {
  const columns = EngagementRow.parse(withBooleans(row, ["livesWithPerson", "isFamilyOrFriend"]));
  return Engagement.parse({
    ...columns,
    id: columns.engagementId,
    person: Person.parse(columns),
    usualWorkingDays: columns.usualWorkingDays.split(" ").filter((day) => day !== ""),
  });
}

/** Every engagement, ended ones too, in the order people started. */
export function listEngagements(db: ReadDb): Engagement[] {
  return db.prepare(`${selectEngagement} ORDER BY e.start_on, e.rowid`).all().map(toEngagement);
}

/** One engagement by id. */
export function findEngagement(db: ReadDb, id: string): Engagement | undefined {
  const row = db.prepare(`${selectEngagement} WHERE e.id = ?`).get(id);
  return row === undefined ? undefined : toEngagement(row);
}

/** Adds an engagement. Its checks and pay facts are rows of their own. */
export function insertEngagement(
  db: WriteDb,
  engagement: Omit<Engagement, "person" | "writtenStatementOn" | "rightToWorkCheckedOn" | "dbsCheckedOn">,
): void {
  db.prepare(
    `INSERT INTO engagement (id, person_id, employer_id, payroll_number, job_title, national_insurance_number, gender, start_on, end_on, end_reason, starter_kind,
                             p45_leaving_on, contracted_minutes_per_week, holiday_basis, lives_with_person, is_family_or_friend, usual_working_days)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    engagement.id,
    engagement.personId,
    engagement.employerId,
    engagement.payrollNumber,
    engagement.jobTitle,
    engagement.nationalInsuranceNumber,
    engagement.gender,
    engagement.startOn,
    engagement.endOn,
    engagement.endReason,
    engagement.starterKind,
    engagement.p45LeavingOn,
    engagement.contractedMinutesPerWeek,
    engagement.holidayBasis,
    engagement.livesWithPerson ? 1 : 0,
    engagement.isFamilyOrFriend ? 1 : 0,
    engagement.usualWorkingDays.join(" "),
  );
}

/** The parts of an engagement that may be written anew; they carry no date because no past figure rests on them. */
export type EngagementParticulars = Pick<
  Engagement,
  | "jobTitle"
  | "nationalInsuranceNumber"
  | "gender"
  | "contractedMinutesPerWeek"
  | "holidayBasis"
  | "livesWithPerson"
  | "isFamilyOrFriend"
  | "usualWorkingDays"
>;

/** Writes the undated particulars anew. */
export function updateEngagementParticulars(db: WriteDb, id: string, particulars: EngagementParticulars): void {
  db.prepare(
    `UPDATE engagement SET job_title = ?, national_insurance_number = ?, gender = ?, contracted_minutes_per_week = ?, holiday_basis = ?, lives_with_person = ?,
            is_family_or_friend = ?, usual_working_days = ? WHERE id = ?`,
  ).run(
    particulars.jobTitle,
    particulars.nationalInsuranceNumber,
    particulars.gender,
    particulars.contractedMinutesPerWeek,
    particulars.holidayBasis,
    particulars.livesWithPerson ? 1 : 0,
    particulars.isFamilyOrFriend ? 1 : 0,
    particulars.usualWorkingDays.join(" "),
    id,
  );
}

/** Ends an engagement after its last day, with the reason; null takes a planned end back. */
export function markEngagementEnded(db: WriteDb, id: string, endOn: PlainDate | null, reason: string): void {
  db.prepare("UPDATE engagement SET end_on = ?, end_reason = ? WHERE id = ?").run(endOn, reason, id);
}

/** The last day with a worked shift on a timesheet. */
export function findLastWorkedDay(db: ReadDb, engagementId: string): PlainDate | undefined {
  const row = db.prepare("SELECT MAX(on_date) AS onDate FROM worked_shift WHERE engagement_id = ?").get(engagementId);
  return z.object({ onDate: PlainDate.nullable() }).parse(row).onDate ?? undefined;
}

/** Every day with a worked shift, in order. */
export function listDaysWorked(db: ReadDb, engagementId: string): PlainDate[] {
  const rows = db.prepare("SELECT DISTINCT on_date AS onDate FROM worked_shift WHERE engagement_id = ? ORDER BY on_date").all(engagementId);
  return parseRows(z.object({ onDate: PlainDate }), rows).map(({ onDate }) => onDate);
}

/** Every check of one engagement, newest first. */
export function listChecks(db: ReadDb, engagementId: string): EmploymentCheck[] {
  const rows = db
    .prepare(
      `SELECT id, engagement_id AS engagementId, kind, checked_on AS checkedOn, until_on AS untilOn, reference, seen_by AS seenBy
         FROM employment_check WHERE engagement_id = ? ORDER BY checked_on DESC, rowid DESC`,
    )
    .all(engagementId);
  return parseRows(EmploymentCheck, rows);
}

/** Adds a check. */
export function insertCheck(db: WriteDb, check: EmploymentCheck): void {
  db.prepare("INSERT INTO employment_check (id, engagement_id, kind, checked_on, until_on, reference, seen_by) VALUES (?, ?, ?, ?, ?, ?, ?)").run(
    check.id,
    check.engagementId,
    check.kind,
    check.checkedOn,
    check.untilOn,
    check.reference,
    check.seenBy,
  );
}

/** Written permissions to pay this person although they live in the household. */
export function listHouseholdPermissions(db: ReadDb, engagementId: string): HouseholdPermission[] {
  const rows = db
    .prepare(
      `SELECT id, engagement_id AS engagementId, what, agreed_by AS agreedBy, how, agreed_on AS agreedOn, until_on AS untilOn
         FROM permission WHERE engagement_id = ? ORDER BY agreed_on DESC, rowid DESC`,
    )
    .all(engagementId);
  return parseRows(HouseholdPermission, rows);
}

/** Adds a written permission. */
export function insertHouseholdPermission(db: WriteDb, permission: HouseholdPermission): void {
  db.prepare("INSERT INTO permission (id, engagement_id, what, agreed_by, how, agreed_on, until_on) VALUES (?, ?, ?, ?, ?, ?, ?)").run(
    permission.id,
    permission.engagementId,
    permission.what,
    permission.agreedBy,
    permission.how,
    permission.agreedOn,
    permission.untilOn,
  );
}
