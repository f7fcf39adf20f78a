import { notAllowed, notFound } from "../../../shared/contract/errors.ts";
import type { correctionOperations } from "../../../shared/contract/payCorrections.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { findLastSentReturnDay } from "../../db/repositories/budgetRepository.ts";
import { listRunPeople, upsertRunPerson } from "../../db/repositories/hmrcFactsRepository.ts";
import { listJournalsOfRun, reverseJournal } from "../../db/repositories/ledgerRepository.ts";
import { findPayRun, listPayRuns, listPayslipsOfRun, withdrawPayRun } from "../../db/repositories/payRunRepository.ts";
import { requireEngagement } from "../employment/assistantRecord.ts";
import type { Handlers } from "../handler.ts";

type RunEntries = Pick<typeof correctionOperations, "pay.setRunPerson" | "pay.listRunPeople" | "pay.withdrawRun">;

export const runEntryHandlers: Handlers<RunEntries> = {
  "pay.setRunPerson": ({ db }, { payRunId, ...entry }) => {
    const run = findPayRun(db, payRunId);
    if (!run) throw notFound("pay run");
    if (run.state === "finished") throw notAllowed("This pay run is finished and locked.", ["Put the change into the next pay run."]);
    requireEngagement(db, entry.engagementId);
    if (entry.isChosen && run.kind === "correction") throw notAllowed("A correction run pays only corrections and sums put into it.");
    upsertRunPerson(db, payRunId, entry);
    return { payRunId };
  },

  "pay.listRunPeople": ({ db }, { payRunId }) => listRunPeople(db, payRunId),

  "pay.withdrawRun": (context, { payRunId, reason }) => {
    const { db, today } = context;
    const run = findPayRun(db, payRunId);
    if (!run) throw notFound("pay run");
    if (run.state !== "finished" || run.withdrawnOn !== null) throw notAllowed("Only a finished pay run can be taken back.");
    if (run.payday <= today) {
      throw notAllowed(`The payday was ${formatDate(run.payday)}, so this run stays.`, [
        "Correct a payslip of it, and pay the difference in a later run.",
      ]);
    }
    const lastSent = findLastSentReturnDay(db);
    if (lastSent !== undefined && run.payday <= lastSent)
      throw notAllowed(`The audit return up to ${formatDate(lastSent)} has been sent, so this run stays.`);
    const people = new Set(listPayslipsOfRun(db, payRunId).map(({ engagementId }) => engagementId));
    const later = listPayRuns(db).find(
      (other) =>
        other.state === "finished" &&
        other.withdrawnOn === null &&
        (other.finishedAt ?? "") > (run.finishedAt ?? "") &&
        listPayslipsOfRun(db, other.id).some(({ engagementId }) => people.has(engagementId)),
    );
    if (later)
      throw notAllowed(`The pay run of ${formatDate(later.payday)} was finished after this one and builds on it.`, ["Take that one back first."]);
    const journals = listJournalsOfRun(db, payRunId);
    if (journals.some(({ event }) => event === "wagePayment")) {
      throw notAllowed("Wages of this run are matched to bank lines.", ["Undo those matches first."]);
    }
    for (const { id, description } of journals) reverseJournal(db, context, id, run.payday, `Taken back: ${description}`);
    withdrawPayRun(db, payRunId, today, reason);
    return findPayRun(db, payRunId) ?? run;
  },
};
