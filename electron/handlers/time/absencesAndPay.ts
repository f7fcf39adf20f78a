import type { PlainDate } from "../../../shared/core/plainDate.ts";
import type { Absence } from "../../../shared/timesheets/timesheet.ts";
import type { ReadDb } from "../../db/database.ts";
import { listPayRuns, listPayslipsOfEngagement } from "../../db/repositories/payRunRepository.ts";

type DaysAway = Pick<Absence, "kind" | "fromOn" | "toOn" | "minutes">;

/** Which line of a payslip pays for which kind of absence. */
const payLineOf: Partial<Record<Absence["kind"], string>> = { sickness: "statutorySickPay", holiday: "holidayPay" };

/** Sick pay falls on every day of a spell; holiday pay is paid in the period the holiday starts in. */
const falls = ({ kind, fromOn, toOn }: DaysAway, period: { readonly periodFrom: PlainDate; readonly periodTo: PlainDate }) =>
  period.periodFrom <= (kind === "holiday" ? fromOn : toOn) && fromOn <= period.periodTo;

const isOwedPay = ({ kind, minutes }: DaysAway) => kind === "sickness" || (kind === "holiday" && (minutes ?? 0) > 0);

/** True when a sealed payslip pays for this absence, which then stays as it is. */
export function isAbsencePaid(db: ReadDb, absence: Absence): boolean {
  if (!isOwedPay(absence)) return false;
  const paidBy = payLineOf[absence.kind];
  return listPayslipsOfEngagement(db, absence.engagementId).some(
    ({ result }) => falls(absence, result) && result.payLines.some((line) => line.kind === paidBy),
  );
}

/**
 * The first pay period with these days in it whose pay is finished, when pay may be owed for them: then the next run pays it.
 */
export function findFinishedPeriodOf(db: ReadDb, absence: DaysAway): { from: PlainDate; to: PlainDate } | null {
  if (!isOwedPay(absence)) return null;
  const runs = listPayRuns(db).filter((run) => run.kind === "regular" && run.state === "finished" && run.withdrawnOn === null && falls(absence, run));
  const run = runs.at(-1);
  return run ? { from: run.periodFrom, to: run.periodTo } : null;
}
