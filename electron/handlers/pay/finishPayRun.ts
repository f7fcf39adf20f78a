import { createHash } from "node:crypto";
import { notAllowed } from "../../../shared/contract/errors.ts";
import type { FinishedPayRun } from "../../../shared/contract/payAnswers.ts";
import { earlierOf, formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import type { PayRun } from "../../../shared/payroll/payRun/payRun.ts";
import type { TaxYearRates } from "../../../shared/rates/taxYearRates.ts";
import { findLastSentReturnDay } from "../../db/repositories/budgetRepository.ts";
import { insertAccruedLeave } from "../../db/repositories/leaveRecordRepository.ts";
import { postJournal } from "../../db/repositories/ledgerRepository.ts";
import { findPayRun, insertPayslip, listPayslipsOfEngagement, markPayRunFinished, markShiftsPaid } from "../../db/repositories/payRunRepository.ts";
import type { CommandContext } from "../handler.ts";
import { holidayToAdd } from "./holidayBuiltUp.ts";
import { allowanceJournal, payslipJournal, recoveryJournal } from "./payRunJournals.ts";
import type { PersonPay } from "./personPay.ts";
import { employerOrFail, finishedRun } from "./sealedRun.ts";
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
  const employer = employerOrFail(db);
  const workedOut = workOutRun(db, { ...run, period: run, employer });
  if (workedOut.blockers.length > 0) throw notAllowed("This pay run is not ready to finish.", workedOut.blockers);

  const holiday = workedOut.people.map((person) => holidayOf(context, run, person, workedOut.rates, employer.firstPeriodFrom));
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
  for (const { engagementId, on, added } of holiday) {
    if (added > 0) insertAccruedLeave(db, { id: context.newId(), engagementId, onDate: on, minutes: added, payRunId: run.id });
  }
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

/** Holiday that the run adds to the record of somebody with irregular hours. */
function holidayOf({ db }: CommandContext, run: PayRun, { engagement, result, shifts }: PersonPay, rates: TaxYearRates, recordsFrom: PlainDate) {
  const { id: engagementId, endOn, holidayBasis } = engagement;
  const on = endOn !== null && run.periodFrom <= endOn ? earlierOf(run.periodTo, endOn) : run.periodTo;
  if (holidayBasis !== "irregularHours" || !result) return { engagementId, on, added: 0 };
  const results = [...listPayslipsOfEngagement(db, engagementId).map((payslip) => payslip.result), result];
  return { engagementId, on, added: holidayToAdd(db, { engagement, recordsFrom, results, timeNow: shifts, on, rates }) };
}
