import { createHash } from "node:crypto";
import { notAllowed } from "../../../shared/contract/errors.ts";
import type { FinishedPayRun } from "../../../shared/contract/payAnswers.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { accrueIrregularHoursHoliday, wholeMinutesOf } from "../../../shared/payroll/holiday/irregularHoursAccrual.ts";
import type { PayRun } from "../../../shared/payroll/payRun/payRun.ts";
import { findLastSentReturnDay } from "../../db/repositories/budgetRepository.ts";
import { postJournal } from "../../db/repositories/ledgerRepository.ts";
import { findPayRun, insertAccruedLeave, insertPayslip, markPayRunFinished, markShiftsPaid } from "../../db/repositories/payRunRepository.ts";
import type { CommandContext } from "../handler.ts";
import { allowanceJournal, payslipJournal, recoveryJournal } from "./payRunJournals.ts";
import { employerOrFail, finishedRun } from "./sealedRun.ts";
import type { PersonPay } from "./workOutPerson.ts";
import { workOutRun } from "./workOutRun.ts";

/**
 * Finishes a draft: works everybody out again, seals each payslip with its input, posts the journals, marks the shifts as paid, adds the holiday
 * that was built up, and locks the run. All or nothing, in dispatch's transaction.
 * @throws AppFailure notAllowed when the run is finished already, something is missing, or a sent return covers the payday.
 */
export function finishPayRun(context: CommandContext, run: PayRun): FinishedPayRun {
  const { db, now } = context;
  if (run.state === "finished") throw notAllowed("This pay run is finished. A change is made as a correction in a later run.");
  const lastSent = findLastSentReturnDay(db);
  if (lastSent !== undefined && run.payday <= lastSent) {
    throw notAllowed(`The audit return up to ${formatDate(lastSent)} has been sent, so nothing can be paid before that day.`, [
      "Choose a later payday.",
    ]);
  }
  const workedOut = workOutRun(db, { ...run, period: run, employer: employerOrFail(db) });
  if (workedOut.blockers.length > 0) throw notAllowed("This pay run is not ready to finish.", workedOut.blockers);

  for (const person of workedOut.people) sealPerson(context, run, person, workedOut.dues);
  const results = workedOut.people.flatMap(({ result }) => (result ? [result] : []));
  const allowance = allowanceJournal(run.id, results, workedOut.dues);
  if (allowance) postJournal(db, context, allowance);
  const recovery = recoveryJournal(run.id, results, workedOut.dues);
  if (recovery) postJournal(db, context, recovery);
  markShiftsPaid(
    db,
    workedOut.people.flatMap(({ shifts }) => shifts.map(({ id }) => id)),
    run.id,
  );
  for (const person of workedOut.people) accrueLeave(context, run, person, workedOut.rates);
  markPayRunFinished(db, run.id, now(), workedOut.rates.version);
  return finishedRun(db, findPayRun(db, run.id) ?? run);
}

function sealPerson(
  context: CommandContext,
  run: PayRun,
  { engagement, name, input, result }: PersonPay,
  dues: Parameters<typeof payslipJournal>[1],
): void {
  if (!input || !result) return;
  const { db } = context;
  const id = context.newId();
  const seal = createHash("sha256").update(JSON.stringify(input)).update("\n").update(JSON.stringify(result)).digest("hex");
  insertPayslip(db, { id, payRunId: run.id, engagementId: engagement.id, input, result, seal });
  const journal = payslipJournal({ payslipId: id, payRunId: run.id, engagementId: engagement.id, name, result }, dues);
  if (journal) postJournal(db, context, journal);
}

function accrueLeave(
  context: CommandContext,
  run: PayRun,
  { engagement, result }: PersonPay,
  rates: Parameters<typeof accrueIrregularHoursHoliday>[1],
): void {
  if (engagement.holidayBasis !== "irregularHours" || !result || result.minutesWorked === 0) return;
  const accrued = wholeMinutesOf(accrueIrregularHoursHoliday(result.minutesWorked, rates).tenThousandthsOfMinutes);
  insertAccruedLeave(context.db, { id: context.newId(), engagementId: engagement.id, onDate: run.periodTo, minutes: accrued, payRunId: run.id });
}
