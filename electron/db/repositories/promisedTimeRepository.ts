import * as z from "zod";
import { PlainDate } from "../../../shared/core/plainDate.ts";
import type { ReadDb } from "../database.ts";

/** A shift that is not yet paid, with what its time is paid at. `ratePence` is 0 when no rate is known. */
export const UnpaidShift = z.object({
  source: z.enum(["worked", "planned"]),
  planLineId: z.string(),
  onDate: PlainDate,
  minutes: z.number().int(),
  milesHundredths: z.number().int(),
  paidBy: z.enum(["hour", "shift", "day", "mile"]),
  ratePence: z.number().int(),
});
export type UnpaidShift = z.infer<typeof UnpaidShift>;

const rateSql = `COALESCE((SELECT r.rate_pence FROM pay_rate r WHERE r.engagement_id = s.engagement_id AND r.kind_of_time_id = s.kind_of_time_id AND r.from_on <= s.on_date
  ORDER BY r.from_on DESC LIMIT 1), 0)`;
const lineSql = "COALESCE(s.plan_line_id, k.default_plan_line_id)";

/** Time worked up to a day and not yet paid, and shifts planned after it that nobody has worked or cancelled. Only time that belongs to a plan line. */
export function listUnpaidShifts(db: ReadDb, on: PlainDate, until: PlainDate): UnpaidShift[] {
  const rows = db
    .prepare(
      `SELECT 'worked' AS source, ${lineSql} AS planLineId, s.on_date AS onDate, s.worked_minutes AS minutes, s.miles_hundredths AS milesHundredths, k.paid_by AS paidBy, ${rateSql} AS ratePence
         FROM worked_shift s JOIN kind_of_time k ON k.id = s.kind_of_time_id JOIN timesheet t ON t.id = s.timesheet_id
        WHERE s.pay_run_id IS NULL AND t.state <> 'paid' AND s.on_date <= @on AND planLineId IS NOT NULL
       UNION ALL
       SELECT 'planned', ${lineSql} AS planLineId, s.on_date, MAX(0, (strftime('%s', s.end_at) - strftime('%s', s.start_at)) / 60 - s.break_minutes), 0, k.paid_by, ${rateSql}
         FROM planned_shift s JOIN kind_of_time k ON k.id = s.kind_of_time_id
        WHERE s.cancelled_on IS NULL AND s.on_date > @on AND s.on_date <= @until AND planLineId IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM worked_shift w WHERE w.planned_shift_id = s.id)
        ORDER BY 3`,
    )
    .all({ on, until });
  return z.array(UnpaidShift).parse(rows);
}

/** Gross pay of all sealed payslips with payday up to a day, and what their pay runs cost the plan in all. Pence. */
export function findPayrollCost(db: ReadDb, on: PlainDate): { grossPence: number; costPence: number } {
  const row = db
    .prepare(
      `SELECT COALESCE((SELECT SUM(s.gross_pence) FROM payslip s JOIN pay_run r ON r.id = s.pay_run_id WHERE r.state = 'finished' AND r.payday <= @on
                          AND NOT EXISTS (SELECT 1 FROM pay_run_withdrawal w WHERE w.pay_run_id = r.id)), 0) AS grossPence,
              COALESCE((SELECT SUM(p.amount_pence) FROM posting p JOIN journal j ON j.id = p.journal_id
                         WHERE p.account = 'spending' AND p.pay_run_id IS NOT NULL AND j.posted_on <= @on), 0) AS costPence`,
    )
    .get({ on });
  return z.object({ grossPence: z.number(), costPence: z.number() }).parse(row);
}
