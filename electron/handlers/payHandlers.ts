import { invalidInput, notAllowed, notFound } from "../../shared/contract/errors.ts";
import type { ParsedInputOf } from "../../shared/contract/operation.ts";
import type { PayRunPreview } from "../../shared/contract/payAnswers.ts";
import type { payOperations } from "../../shared/contract/payOperations.ts";
import { formatDate, type PlainDate } from "../../shared/core/plainDate.ts";
import { hmrcFiguresOf } from "../../shared/payroll/hmrc/hmrcFigures.ts";
import { nextPayPeriod, type PayRun } from "../../shared/payroll/payRun/payRun.ts";
import { RunPersonFacts } from "../../shared/people/hmrcFacts.ts";
import { ratesFor, taxYearOf } from "../../shared/rates/ratesFor.ts";
import type { ReadDb } from "../db/database.ts";
import { deleteCorrection } from "../db/repositories/correctionRepository.ts";
import { findEmployer } from "../db/repositories/employerRepository.ts";
import { findEngagement } from "../db/repositories/engagementRepository.ts";
import { upsertRunPerson } from "../db/repositories/hmrcFactsRepository.ts";
import {
  deletePayAddition,
  deletePayRun,
  findPayAddition,
  findPayRun,
  findPayslip,
  findPlanLineNames,
  insertPayAddition,
  insertPayRun,
  listPayRuns,
  listPayslipsOfRun,
} from "../db/repositories/payRunRepository.ts";
import type { CommandContext, Handlers } from "./handler.ts";
import { correctionHandlers } from "./pay/corrections.ts";
import { finalPayHandlers } from "./pay/finalPay.ts";
import { finishPayRun } from "./pay/finishPayRun.ts";
import { listHmrcMonths, listPaymentsDue } from "./pay/payments.ts";
import { runEntryHandlers } from "./pay/runEntries.ts";
import { employerOrFail, finishedRun, sealedPayslip } from "./pay/sealedRun.ts";
import { planLineTotals, type RunToWorkOut, ratesOrRefuse, totalsOf, workOutRun } from "./pay/workOutRun.ts";

export const payHandlers: Handlers<typeof payOperations> = {
  "pay.listRuns": ({ db }) =>
    listPayRuns(db).map((run) => ({
      ...run,
      totals: run.state === "finished" ? totalsOf(listPayslipsOfRun(db, run.id).map(({ result }) => result)) : null,
    })),

  "pay.suggestNextPeriod": ({ db }) => {
    const employer = findEmployer(db);
    if (!employer) return null;
    const last = listPayRuns(db).find((run) => run.kind === "regular" && run.withdrawnOn === null);
    const period = nextPayPeriod(employer, last?.periodTo);
    return { ...period, hasRates: ratesFor(period.payday) !== undefined };
  },

  "pay.previewRun": ({ db }, { payRunId, period }) => previewRun(db, toWorkOut(db, payRunId, period)),

  "pay.startRun": (context, input) => startRun(context, input),

  "pay.addToRun": ({ db, newId }, addition) => {
    draftOrRefuse(db, addition.payRunId);
    if (!findEngagement(db, addition.engagementId)) throw notFound("personal assistant");
    const id = newId();
    insertPayAddition(db, { ...addition, id, explanation: null, payslipCorrectionId: null });
    return { id };
  },

  "pay.removeFromRun": ({ db }, { additionId }) => {
    const addition = findPayAddition(db, additionId);
    if (!addition) throw notFound("sum");
    draftOrRefuse(db, addition.payRunId);
    deletePayAddition(db, additionId);
    if (addition.payslipCorrectionId !== null) deleteCorrection(db, addition.payslipCorrectionId);
    return { payRunId: addition.payRunId };
  },

  "pay.deleteDraft": ({ db }, { payRunId }) => {
    draftOrRefuse(db, payRunId);
    deletePayRun(db, payRunId);
    return { id: payRunId };
  },

  "pay.finishRun": (context, { payRunId }) => finishPayRun(context, runOrFail(context.db, payRunId)),

  "pay.getRun": ({ db }, { payRunId }) => {
    const run = runOrFail(db, payRunId);
    return { run, finished: run.state === "finished" ? finishedRun(db, run) : null };
  },

  "pay.getPayslip": ({ db }, { payslipId }) => {
    const payslip = findPayslip(db, payslipId);
    if (!payslip) throw notFound("payslip");
    return sealedPayslip(db, payslip);
  },

  "pay.hmrcFigures": ({ db }, { payRunId }) =>
    finishedRun(db, runOrFail(db, payRunId)).payslips.map(({ id, name, payrollNumber, result }) => ({
      payslipId: id,
      name,
      payrollNumber,
      figures: hmrcFiguresOf(result),
    })),

  "pay.paymentsDue": ({ db }, { payRunId }) => {
    const employer = findEmployer(db);
    return employer ? listPaymentsDue(db, employer, payRunId) : [];
  },

  "pay.hmrcMonths": ({ db }) => {
    const employer = findEmployer(db);
    return employer ? listHmrcMonths(db, employer) : [];
  },

  ...runEntryHandlers,
  ...correctionHandlers,
  ...finalPayHandlers,
};

/** Starts a draft of a run that is regular, extra for some people, or corrects a finished run. */
function startRun(
  { db, newId, now }: CommandContext,
  { periodFrom, periodTo, payday, kind, engagementIds, correctsPayRunId }: ParsedInputOf<(typeof payOperations)["pay.startRun"]>,
): PayRun {
  const employer = employerOrFail(db);
  ratesOrRefuse(payday);
  const draft = listPayRuns(db).find((run) => run.state === "draft" && run.kind === kind);
  if (draft && kind === "regular") throw notAllowed("There is a pay run that is not finished yet.", ["Finish it or delete it first."]);
  if (engagementIds.length > 0 && kind !== "extra") throw notAllowed("Only an extra pay run is for some people alone.");
  for (const id of engagementIds) if (!findEngagement(db, id)) throw notFound("personal assistant");
  if (kind === "correction") checkCorrected(db, correctsPayRunId, payday);
  const run: PayRun = {
    id: newId(),
    employerId: employer.id,
    kind,
    payFrequency: employer.payFrequency,
    periodFrom,
    periodTo,
    payday,
    taxYear: taxYearOf(payday),
    state: "draft",
    finishedAt: null,
    ratesVersion: null,
    note: "",
    correctsPayRunId: kind === "correction" ? correctsPayRunId : null,
    withdrawnOn: null,
  };
  insertPayRun(db, run, now());
  for (const engagementId of engagementIds) upsertRunPerson(db, run.id, { ...RunPersonFacts.parse({ isChosen: true }), engagementId });
  return run;
}

function checkCorrected(db: ReadDb, correctsPayRunId: string | null, payday: PlainDate): void {
  const corrected = correctsPayRunId === null ? undefined : findPayRun(db, correctsPayRunId);
  if (corrected?.state !== "finished" || corrected.withdrawnOn !== null) throw notAllowed("Say which finished pay run is put right.");
  if (payday < corrected.payday) throw invalidInput({ payday: `Choose ${formatDate(corrected.payday)}, the payday that is put right, or later` });
}

function runOrFail(db: ReadDb, id: string): PayRun {
  const run = findPayRun(db, id);
  if (!run) throw notFound("pay run");
  return run;
}

function draftOrRefuse(db: ReadDb, id: string): PayRun {
  const run = runOrFail(db, id);
  if (run.state === "finished") throw notAllowed("This pay run is finished and locked.", ["Put the change into the next pay run."]);
  return run;
}

function toWorkOut(db: ReadDb, payRunId: string | undefined, period: RunToWorkOut["period"] | undefined): RunToWorkOut {
  const employer = employerOrFail(db);
  if (payRunId !== undefined) {
    const run = draftOrRefuse(db, payRunId);
    return { id: run.id, kind: run.kind, period: run, payFrequency: run.payFrequency, employer };
  }
  if (!period) throw notFound("pay period");
  return { id: null, kind: "regular", period, payFrequency: employer.payFrequency, employer };
}

function previewRun(db: ReadDb, run: RunToWorkOut): PayRunPreview {
  const { people, totals, dues, blockers, warnings, rates } = workOutRun(db, run);
  const { periodFrom, periodTo, payday } = run.period;
  const results = people.flatMap(({ result }) => (result ? [result] : []));
  return {
    run: { id: run.id, kind: run.kind, payFrequency: run.payFrequency, taxYear: rates.taxYear, periodFrom, periodTo, payday },
    people: people.map(
      ({ engagement, name, taxCode, nationalInsuranceCategory, result, problems, warnings: own, suggestions, minimumWage, additions }) => ({
        engagementId: engagement.id,
        name,
        taxCode,
        nationalInsuranceCategory,
        payslip: result,
        problems: [...problems],
        warnings: [...own],
        suggestions: [...suggestions],
        minimumWage,
        additions: [...additions],
      }),
    ),
    totals,
    dues,
    planLines: planLineTotals(results, findPlanLineNames(db)),
    blockers,
    warnings,
  };
}
