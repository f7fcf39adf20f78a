import * as z from "zod";
import { PlainDate } from "../../../shared/core/plainDate.ts";
import type { ReadDb } from "../database.ts";
import { PayableShift, payableShiftColumns } from "./payRunRepository.ts";

/** The shifts of one person that a run paid for, in order of time. */
export function listShiftsPaidBy(db: ReadDb, payRunId: string, engagementId: string): PayableShift[] {
  const rows = db
    .prepare(
      `SELECT ${payableShiftColumns}
         FROM worked_shift w JOIN kind_of_time k ON k.id = w.kind_of_time_id WHERE w.pay_run_id = ? AND w.engagement_id = ? ORDER BY w.on_date, w.start_at, w.rowid`,
    )
    .all(payRunId, engagementId);
  return z.array(PayableShift).parse(rows);
}

const LeaveMovement = z.object({ onDate: PlainDate, kind: z.enum(["accrued", "taken", "carried", "paid", "adjustment"]), minutes: z.number().int() });
/** One entry of the leave record, in minutes. */
export type LeaveMovement = z.infer<typeof LeaveMovement>;

/** The leave record of an engagement with holiday taken from the absences, oldest first. */
export function listLeaveMovements(db: ReadDb, engagementId: string): LeaveMovement[] {
  const rows = db
    .prepare(
      `SELECT on_date AS onDate, kind, minutes FROM leave_movement WHERE engagement_id = @engagementId
        UNION ALL SELECT a.from_on, 'taken', a.minutes FROM absence a WHERE a.engagement_id = @engagementId AND a.kind = 'holiday' AND a.minutes IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM leave_movement m WHERE m.absence_id = a.id)
        ORDER BY 1`,
    )
    .all({ engagementId });
  return z.array(LeaveMovement).parse(rows);
}
