import { createHash } from "node:crypto";
import { invalidInput, notAllowed, notFound } from "../../../shared/contract/errors.ts";
import type { CorrectFacts, CorrectionPreview, correctionOperations, MadeCorrection } from "../../../shared/contract/payCorrections.ts";
import { explain } from "../../../shared/core/explanation.ts";
import { formatMinutes } from "../../../shared/core/minutes.ts";
import { formatPence, multiplyRatio, type Pence, pence } from "../../../shared/core/money.ts";
import { formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import { hmrcFiguresOf } from "../../../shared/payroll/hmrc/hmrcFigures.ts";
import { calculatePayslip } from "../../../shared/payroll/payslip/calculatePayslip.ts";
import { correctPayslip, type PayrollCorrection } from "../../../shared/payroll/payslip/payrollCorrection.ts";
import { describeProblem } from "../../../shared/payroll/problems.ts";
import type { PayLine, PayslipInput, PayslipResult } from "../../../shared/payroll/types.ts";
import { fullName } from "../../../shared/people/person.ts";
import type { ReadDb } from "../../db/database.ts";
import {
  findPayslipInput,
  insertCorrection,
  listCorrectionsOfEngagement,
  listCorrectionsOfPayslip,
  type StoredCorrection,
} from "../../db/repositories/correctionRepository.ts";
import { findEngagement, listEngagements } from "../../db/repositories/engagementRepository.ts";
import { postJournal } from "../../db/repositories/ledgerRepository.ts";
import { findPayRun, findPayslip, insertPayAddition, listPayslipsOfEngagement, type StoredPayslip } from "../../db/repositories/payRunRepository.ts";
import { requireEngagement } from "../employment/assistantRecord.ts";
import type { CommandContext, Handlers } from "../handler.ts";
import { correctionJournal } from "./correctionJournal.ts";
import { employerOrFail } from "./sealedRun.ts";
import { correctedYear, yearSoFar } from "./sealedSums.ts";
import { ratesOrRefuse } from "./workOutRun.ts";

type Corrections = Pick<
  typeof correctionOperations,
  "pay.previewCorrection" | "pay.correctPayslip" | "pay.listCorrections" | "pay.closedYearFigures"
>;

export const correctionHandlers: Handlers<Corrections> = {
  "pay.previewCorrection": ({ db, today }, { payslipId, reason, facts }) => previewOf(workOut(db, payslipId, facts, today, reason).correction),

  "pay.correctPayslip": (context, { payslipId, reason, facts, payRunId }) => {
    const { db, newId, today } = context;
    const { sealed, input, recomputed, correction } = workOut(db, payslipId, facts, today, reason);
    const preview = previewOf(correction);
    if (correction.figures.length === 0) throw notAllowed("With these facts the payslip comes out the same, so there is nothing to correct.");
    const run = payRunId === null ? undefined : findPayRun(db, payRunId);
    if (payRunId !== null && run?.state !== "draft") throw notAllowed("Put the correction into a pay run that is not finished yet.");
    if (correction.how === "laterRun" && !run && preview.adjustment) {
      throw notAllowed("Say which pay run pays the difference.", ["Choose a draft, or start an extra or correction run first."]);
    }
    const id = newId();
    const how = run ? "laterRun" : correction.how;
    const seal = createHash("sha256").update(JSON.stringify(input)).update("\n").update(JSON.stringify(recomputed)).digest("hex");
    insertCorrection(db, { id, payslipId, madeOn: today, reason, how, payRunId: run?.id ?? null, input, recomputed, seal });
    if (run) addToRun(context, run.id, sealed, id, correction);
    else if (how === "closedYear") {
      const journal = correctionJournal({ id, sealed, recomputed, correction }, employerOrFail(db), today);
      if (journal) postJournal(db, context, journal);
    }
    return { ...preview, id };
  },

  "pay.listCorrections": ({ db }, { payslipId }) => {
    const made = payslipId ? listCorrectionsOfPayslip(db, payslipId) : listEngagements(db).flatMap(({ id }) => listCorrectionsOfEngagement(db, id));
    return made.flatMap((each) => madeCorrection(db, each) ?? []).sort((a, b) => (a.madeOn < b.madeOn ? 1 : -1));
  },

  "pay.closedYearFigures": ({ db }, { engagementId, taxYear }) => {
    requireEngagement(db, engagementId);
    const payslips = listPayslipsOfEngagement(db, engagementId);
    const last = payslips.findLast((payslip) => payslip.taxYear === taxYear)?.result ?? null;
    const corrected = correctedYear(db, engagementId, taxYear, payslips);
    const restated = last && { ...last, yearToDate: corrected };
    return {
      asSealed: yearSoFar(db, engagementId, taxYear, payslips),
      corrected,
      lastPayslip: restated,
      figures: restated ? hmrcFiguresOf(restated) : [],
    };
  },
};

interface WorkedOut {
  readonly sealed: StoredPayslip;
  readonly input: PayslipInput;
  readonly recomputed: PayslipResult;
  readonly correction: PayrollCorrection;
}

/** Works the payslip out again with the right facts. An earlier correction of it is where the next one starts. */
function workOut(db: ReadDb, payslipId: string, facts: CorrectFacts, today: PlainDate, reason: string): WorkedOut {
  const sealed = findPayslip(db, payslipId);
  const sealedInput = findPayslipInput(db, payslipId);
  if (!sealed || !sealedInput) throw notFound("payslip");
  if (findPayRun(db, sealed.payRunId)?.withdrawnOn) throw notAllowed("This pay run was taken back, so there is nothing to correct.");
  if (listCorrectionsOfPayslip(db, payslipId).length > 0) {
    throw notAllowed("This payslip was corrected before.", [
      "Correct the payslip of the run that paid the difference, or put the rest into the next run.",
    ]);
  }
  const input = withRightFacts(sealedInput, facts);
  const verdict = calculatePayslip(input, ratesOrRefuse(input.payday));
  if (!verdict.ok) throw notAllowed("The payslip can't be worked out with these facts.", verdict.problems.map(describeProblem));
  const correction = correctPayslip(sealed.result, verdict.value, today, reason.endsWith(".") ? reason : `${reason}.`);
  if (!correction.ok)
    throw notAllowed(
      correction.problems[0]?.rule ?? "This can't be corrected.",
      correction.problems.map(({ wayOut }) => wayOut),
    );
  return { sealed, input, recomputed: verdict.value, correction: correction.value };
}

const corrected = { name: "Correction of a payslip", source: "The right facts, as recorded" };

function withRightFacts(input: PayslipInput, facts: CorrectFacts): PayslipInput {
  const payLines = [...input.payLines];
  for (const [position, change] of facts.lines.entries()) {
    const line = payLines[change.index];
    if (!line) throw invalidInput({ [`facts.lines.${position}.index`]: "The payslip has no such line" });
    payLines[change.index] = correctLine(line, change, position);
  }
  for (const { label, minutes, ratePence, planLineId } of facts.newLines) {
    const amount = multiplyRatio(ratePence, minutes, 60, "nearest");
    const explanation = explain(corrected, [{ text: `${label}: ${formatMinutes(minutes)} at ${formatPence(ratePence)} an hour.`, amount }]);
    payLines.push({ kind: "hours", label, minutes, units: null, ratePence, amount, planLineId, explanation });
  }
  return {
    ...input,
    payLines,
    taxSetting: { code: facts.taxCode ?? input.taxSetting.code, isWeek1Month1: facts.isWeek1Month1 ?? input.taxSetting.isWeek1Month1 },
    nationalInsuranceCategory: facts.nationalInsuranceCategory ?? input.nationalInsuranceCategory,
    studentLoanPlan: facts.studentLoanPlan === undefined ? input.studentLoanPlan : facts.studentLoanPlan,
    hasPostgraduateLoan: facts.hasPostgraduateLoan ?? input.hasPostgraduateLoan,
  };
}

function correctLine(line: PayLine, change: CorrectFacts["lines"][number], position: number): PayLine {
  const minutes = change.minutes ?? line.minutes;
  const units = change.units ?? line.units;
  const ratePence = change.ratePence ?? line.ratePence;
  const amount = change.amountPence ?? amountOf(line, minutes, units, ratePence);
  if (amount === undefined)
    throw invalidInput({ [`facts.lines.${position}.amountPence`]: "This line has no rate. Enter the amount it should have been" });
  const explanation = explain(corrected, [
    { text: `${line.label}: ${formatPence(line.amount)} on the payslip.` },
    { text: "As it should have been.", amount },
  ]);
  return { ...line, minutes, units, ratePence, amount, explanation };
}

/** Time at a rate an hour, or units at a rate each, to the nearest penny. */
function amountOf(line: PayLine, minutes: number | null, units: number | null, ratePence: Pence | null): Pence | undefined {
  if (ratePence === null) return undefined;
  const isByTime = line.kind === "hours" || line.kind === "timeAwake" || line.kind === "overtime";
  if (isByTime && minutes !== null) return multiplyRatio(ratePence, minutes, 60, "nearest");
  return units === null ? undefined : multiplyRatio(ratePence, Math.round(units * 100), 100, "nearest");
}

function previewOf(correction: PayrollCorrection): CorrectionPreview {
  const { correctsPayday, netDifference, costDifference, how, adjustment } = correction;
  return {
    correctsPayday,
    figures: [...correction.figures],
    netDifference,
    costDifference,
    how,
    adjustment: adjustment ?? arrearsOf(correction),
    whatToDo: whatToDo(correction),
  };
}

/** Arrears of a closed year are taxed in the year they are paid: the same difference of gross pay, for who pays it now. */
function arrearsOf({ figures, netDifference, correctsPayday }: PayrollCorrection): CorrectionPreview["adjustment"] {
  const difference = figures.find(({ name }) => name === "Gross pay")?.difference ?? pence(0);
  if (difference === 0) return null;
  const label = `Correction for ${formatDate(correctsPayday)}`;
  return {
    label,
    amount: difference,
    explanation: explain(netDifference.rule, [{ text: `${label}.`, amount: difference }, ...telling(netDifference.lines)]),
  };
}

const telling = (lines: readonly { readonly text: string }[]) => lines.slice(0, 1).map(({ text }) => ({ text }));

function whatToDo({ how, figures, correctsPayday }: PayrollCorrection): string[] {
  if (figures.length === 0) return ["Nothing differs."];
  const differs = (name: string) => figures.some((figure) => figure.name === name);
  const told: string[] = [];
  if (how === "closedYear") {
    told.push(
      `The tax year of ${formatDate(correctsPayday)} is over. If the money paid was right and only the figures were wrong, send HMRC a submission with the corrected totals of the year.`,
    );
    if (differs("Gross pay")) told.push("If pay is still owed, put the difference into a pay run: it is taxed in the year it is paid.");
    return told;
  }
  if (differs("Gross pay"))
    told.push("The difference of gross pay goes into the pay run you choose; tax, National Insurance and pension follow from it there.");
  else if (differs("Income tax")) told.push("The next payday puts the tax right by itself: it compares with the tax really taken.");
  if (!differs("Gross pay") && (differs("Employee's National Insurance") || differs("Employer's National Insurance"))) {
    told.push("Tell HMRC the corrected National Insurance totals with the next submission, and settle the difference with the person.");
  }
  return told;
}

function addToRun(
  { db, newId }: CommandContext,
  payRunId: string,
  { engagementId, result }: StoredPayslip,
  id: string,
  correction: PayrollCorrection,
): void {
  const { adjustment } = previewOf(correction);
  if (!adjustment) return;
  const planLineId = result.payLines.find((line) => line.planLineId !== null)?.planLineId ?? null;
  insertPayAddition(db, {
    id: newId(),
    payRunId,
    engagementId,
    kind: "correction",
    label: adjustment.label,
    amountPence: adjustment.amount,
    planLineId,
    explanation: adjustment.explanation,
    payslipCorrectionId: id,
  });
}

function madeCorrection(db: ReadDb, { id, payslipId, madeOn, reason, how, payRunId, recomputed }: StoredCorrection): MadeCorrection | undefined {
  const payslip = findPayslip(db, payslipId);
  const engagement = payslip && findEngagement(db, payslip.engagementId);
  if (!engagement) return undefined;
  const verdict = correctPayslip(payslip.result, recomputed, madeOn, reason);
  if (!verdict.ok) return undefined;
  const { correctsPayday, figures, netDifference } = verdict.value;
  return {
    id,
    payslipId,
    engagementId: engagement.id,
    name: fullName(engagement.person),
    madeOn,
    reason,
    how,
    payRunId,
    correctsPayday,
    figures: [...figures],
    netDifference,
  };
}
