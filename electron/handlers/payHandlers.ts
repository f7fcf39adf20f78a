import { notAllowed, notFound } from "../../shared/contract/errors.ts";
import type { PayRunPreview } from "../../shared/contract/payAnswers.ts";
import type { payOperations } from "../../shared/contract/payOperations.ts";
import { hmrcFiguresOf } from "../../shared/payroll/hmrc/hmrcFigures.ts";
import { nextPayPeriod, type PayRun } from "../../shared/payroll/payRun/payRun.ts";
import { ratesFor, taxYearOf } from "../../shared/rates/ratesFor.ts";
import type { ReadDb } from "../db/database.ts";
import { findEmployer } from "../db/repositories/employerRepository.ts";
import { findEngagement } from "../db/repositories/engagementRepository.ts";
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
import type { Handlers } from "./handler.ts";
import { finishPayRun } from "./pay/finishPayRun.ts";
import { listHmrcMonths, listPaymentsDue } from "./pay/payments.ts";
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
    const last = listPayRuns(db).find((run) => run.kind === "regular");
    const period = nextPayPeriod(employer, last?.periodTo);
    return { ...period, hasRates: ratesFor(period.payday) !== undefined };
  },

  "pay.previewRun": ({ db }, { payRunId, period }) => previewRun(db, toWorkOut(db, payRunId, period)),

  "pay.startRun": ({ db, newId, now }, { periodFrom, periodTo, payday, kind }) => {
    const employer = employerOrFail(db);
    ratesOrRefuse(payday);
    const draft = listPayRuns(db).find((run) => run.state === "draft" && run.kind === kind);
    if (draft && kind === "regular") throw notAllowed("There is a pay run that is not finished yet.", ["Finish it or delete it first."]);
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
    };
    insertPayRun(db, run, now());
    return run;
  },

  "pay.addToRun": ({ db, newId }, addition) => {
    draftOrRefuse(db, addition.payRunId);
    if (!findEngagement(db, addition.engagementId)) throw notFound("personal assistant");
    const id = newId();
    insertPayAddition(db, { ...addition, id });
    return { id };
  },

  "pay.removeFromRun": ({ db }, { additionId }) => {
    const addition = findPayAddition(db, additionId);
    if (!addition) throw notFound("sum");
    draftOrRefuse(db, addition.payRunId);
    deletePayAddition(db, additionId);
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
};

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
    people: people.map(({ engagement, name, taxCode, nationalInsuranceCategory, result, problems, warnings: own, minimumWage, additions }) => ({
      engagementId: engagement.id,
      name,
      taxCode,
      nationalInsuranceCategory,
      payslip: result,
      problems: [...problems],
      warnings: [...own],
      minimumWage,
      additions: [...additions],
    })),
    totals,
    dues,
    planLines: planLineTotals(results, findPlanLineNames(db)),
    blockers,
    warnings,
  };
}
