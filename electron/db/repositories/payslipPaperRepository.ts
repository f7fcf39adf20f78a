import * as z from "zod";
import { RecordId } from "../../../shared/core/identifiers.ts";
import { PlainDate } from "../../../shared/core/plainDate.ts";
import { PayslipResult } from "../../../shared/payroll/types.ts";
import type { ReadDb } from "../database.ts";

const PayslipPaper = z.object({
  payslipId: RecordId,
  payRunId: RecordId,
  engagementId: RecordId,
  payday: PlainDate,
  result: z.string().transform((text) => PayslipResult.parse(JSON.parse(text))),
  employerName: z.string(),
  payeReference: z.string().nullable(),
  accountsOfficeReference: z.string().nullable(),
  pensionSchemeName: z.string(),
  employeeName: z.string(),
  employeeAddress: z.string(),
  dateOfBirth: PlainDate.nullable(),
  payrollNumber: z.string(),
  nationalInsuranceNumber: z.string().nullable(),
});
/** A sealed payslip of a finished pay run with the names that stand on its paper. */
export type PayslipPaper = z.infer<typeof PayslipPaper>;

/** Which payslips to read; every part left out means "any". Paydays are included at both ends. */
export interface PayslipPaperFilter {
  readonly payslipId?: string;
  readonly payRunId?: string;
  readonly paydayFrom?: PlainDate;
  readonly paydayTo?: PlainDate;
}

/** Sealed payslips by payday and name. */
export function listPayslipPapers(db: ReadDb, filter: PayslipPaperFilter): PayslipPaper[] {
  const rows = db
    .prepare(
      `SELECT s.id AS payslipId, s.pay_run_id AS payRunId, s.engagement_id AS engagementId, r.payday, s.result_json AS result,
              h.first_name || ' ' || h.last_name AS employerName, m.paye_reference AS payeReference, m.accounts_office_reference AS accountsOfficeReference,
              m.pension_scheme_name AS pensionSchemeName, p.first_name || ' ' || p.last_name AS employeeName,
              trim(p.address || CASE WHEN p.address <> '' AND p.postcode <> '' THEN ', ' ELSE '' END || p.postcode) AS employeeAddress,
              p.date_of_birth AS dateOfBirth, g.payroll_number AS payrollNumber, g.national_insurance_number AS nationalInsuranceNumber
         FROM payslip s JOIN pay_run r ON r.id = s.pay_run_id AND r.state = 'finished' JOIN engagement g ON g.id = s.engagement_id
         JOIN person p ON p.id = g.person_id JOIN employer m ON m.id = r.employer_id JOIN person h ON h.id = m.holder_person_id
        WHERE (@payslipId IS NULL OR s.id = @payslipId) AND (@payRunId IS NULL OR r.id = @payRunId)
          AND (@payslipId IS NOT NULL OR @payRunId IS NOT NULL OR NOT EXISTS (SELECT 1 FROM pay_run_withdrawal w WHERE w.pay_run_id = r.id))
          AND (@paydayFrom IS NULL OR r.payday >= @paydayFrom) AND (@paydayTo IS NULL OR r.payday <= @paydayTo)
        ORDER BY r.payday, r.id, p.first_name, p.last_name, s.id`,
    )
    .all({
      payslipId: filter.payslipId ?? null,
      payRunId: filter.payRunId ?? null,
      paydayFrom: filter.paydayFrom ?? null,
      paydayTo: filter.paydayTo ?? null,
    });
  return z.array(PayslipPaper).parse(rows);
}

const PaidShift = z.object({
  payRunId: RecordId,
  engagementId: RecordId,
  onDate: PlainDate,
  startAt: z.string(),
  endAt: z.string(),
  breakMinutes: z.number(),
  workedMinutes: z.number(),
  isWorkingTime: z.number().transform((value) => value === 1),
  kindOfTime: z.string(),
  planLine: z.string().nullable(),
});
/** A worked shift that a finished pay run paid for. */
export type PaidShift = z.infer<typeof PaidShift>;

/** The shifts of confirmed timesheets that a pay run paid for, in order of time. */
export function listPaidShifts(db: ReadDb, payRunId: string, engagementId: string): PaidShift[] {
  const rows = db
    .prepare(
      `SELECT w.pay_run_id AS payRunId, w.engagement_id AS engagementId, w.on_date AS onDate, w.start_at AS startAt, w.end_at AS endAt, w.break_minutes AS breakMinutes,
              w.worked_minutes AS workedMinutes, k.is_working_time AS isWorkingTime, k.name AS kindOfTime, l.name AS planLine
         FROM worked_shift w JOIN kind_of_time k ON k.id = w.kind_of_time_id LEFT JOIN plan_line l ON l.id = w.plan_line_id
        WHERE w.pay_run_id = ? AND w.engagement_id = ? ORDER BY w.start_at, w.id`,
    )
    .all(payRunId, engagementId);
  return z.array(PaidShift).parse(rows);
}

/** Minutes of leave left by the leave record up to a day, or null when nothing is recorded for the engagement. */
export function findLeaveLeft(db: ReadDb, engagementId: string, on: PlainDate): number | null {
  const row = db
    .prepare(
      `SELECT COUNT(*) AS count, COALESCE(SUM(CASE WHEN kind IN ('taken','paid') THEN -abs(minutes) ELSE minutes END), 0) AS minutes
         FROM leave_movement WHERE engagement_id = ? AND on_date <= ?`,
    )
    .get(engagementId, on);
  const { count, minutes } = z.object({ count: z.number(), minutes: z.number() }).parse(row);
  return count === 0 ? null : minutes;
}

/** True when holiday built up, taken or booked is recorded for the engagement up to a day. */
export function hasLeaveRecord(db: ReadDb, engagementId: string, on: PlainDate): boolean {
  const row = db
    .prepare(
      `SELECT (SELECT COUNT(*) FROM leave_movement WHERE engagement_id = @engagementId AND on_date <= @on)
            + (SELECT COUNT(*) FROM absence WHERE engagement_id = @engagementId AND kind = 'holiday' AND from_on <= @on) AS count`,
    )
    .get({ engagementId, on });
  return z.object({ count: z.number() }).parse(row).count > 0;
}

const PayRunHead = z.object({
  id: RecordId,
  payday: PlainDate,
  periodFrom: PlainDate,
  periodTo: PlainDate,
});
export type PayRunHead = z.infer<typeof PayRunHead>;

/** Finished pay runs that were not taken back, the newest first. */
export function listFinishedPayRuns(db: ReadDb): PayRunHead[] {
  const rows = db
    .prepare(
      `SELECT id, payday, period_from AS periodFrom, period_to AS periodTo FROM pay_run r
        WHERE state = 'finished' AND NOT EXISTS (SELECT 1 FROM pay_run_withdrawal w WHERE w.pay_run_id = r.id) ORDER BY payday DESC, id DESC`,
    )
    .all();
  return z.array(PayRunHead).parse(rows);
}
