import { invalidInput, notAllowed } from "../../../shared/contract/errors.ts";
import type { HmrcSubmission } from "../../../shared/contract/hmrcAnswers.ts";
import type { hmrcOperations } from "../../../shared/contract/hmrcOperations.ts";
import type { ParsedInputOf } from "../../../shared/contract/operation.ts";
import { formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import { fullPaymentSubmissionXml } from "../../../shared/payroll/rti/fullPaymentSubmissionXml.ts";
import { RunPersonFacts } from "../../../shared/people/hmrcFacts.ts";
import { taxYearOf } from "../../../shared/rates/ratesFor.ts";
import { listRunPeople, upsertRunPerson } from "../../db/repositories/hmrcFactsRepository.ts";
import { deleteHmrcSubmission, insertHmrcSubmission, type StoredSubmission } from "../../db/repositories/hmrcSubmissionRepository.ts";
import { requireEngagement } from "../employment/assistantRecord.ts";
import type { CommandContext } from "../handler.ts";
import { gatherSummary } from "./employerSummary.ts";
import { gatherPayday, runToTell, submissionAnswer } from "./payday.ts";
import { untoldOrNew } from "./typeBack.ts";
import { gatherYear } from "./yearFacts.ts";

type Told = ParsedInputOf<(typeof hmrcOperations)["hmrc.recordTold"]>;
type ToldFps = Extract<Told, { kind: "fps" }>;
type ToldEps = Extract<Told, { kind: "eps" }>;
type ToldNino = Extract<Told, { kind: "ninoVerification" }>;

/** Keeps that something was sent to HMRC, with its figures as they stood. @throws AppFailure for a day to come or something told before. */
export function recordTold(context: CommandContext, told: Told): HmrcSubmission {
  if (told.toldOn > context.today) throw invalidInput({ toldOn: "Choose today or a day before" });
  const stored = told.kind === "fps" ? fullPaymentTold(context, told) : told.kind === "eps" ? summaryTold(context, told) : ninoTold(context, told);
  insertHmrcSubmission(context.db, stored);
  return submissionAnswer(stored);
}

function fullPaymentTold(context: CommandContext, { payRunId, toldOn, lateReason, isCorrection }: ToldFps): StoredSubmission {
  const { db, today, newId } = context;
  const run = runToTell(db, payRunId);
  if (lateReason !== null && toldOn <= run.payday) {
    throw invalidInput({ lateReason: `It was sent by the payday, ${formatDate(run.payday)}, so it needs no reason for being late` });
  }
  const before = gatherPayday(db, payRunId, today, isCorrection);
  const [newest] = before.submissions;
  const earlier = before.submissions.find((each) => each.toldOn !== null);
  if (earlier && !isCorrection) throw toldAlready(earlier.toldOn);
  if (!earlier && isCorrection) throw notAllowed("This payday was not told yet, so there is nothing to correct.", ["Mark it as told first."]);
  const reason = isCorrection ? "H" : lateReason;
  if (reason !== null) for (const { engagementId } of before.people) keepLateReason(context, payRunId, engagementId, reason);
  const facts = gatherPayday(db, payRunId, today, isCorrection);
  if (newest && newest.toldOn === null) deleteHmrcSubmission(db, newest.id);
  const made = isCorrection
    ? { ...untoldOrNew({ ...facts, submissions: [] }, newId, today), correctsId: earlier?.id ?? null }
    : untoldOrNew(facts, newId, today);
  const irMark = facts.verdict.ok ? fullPaymentSubmissionXml(facts.verdict.value).irMark.base32 : null;
  return { ...made, toldOn, irMark };
}

function keepLateReason({ db }: CommandContext, payRunId: string, engagementId: string, lateReason: NonNullable<ToldFps["lateReason"]>): void {
  const known = listRunPeople(db, payRunId).find((each) => each.engagementId === engagementId);
  upsertRunPerson(db, payRunId, { ...(known ?? { ...RunPersonFacts.parse({}), engagementId }), lateReason });
}

function summaryTold({ db, today, newId }: CommandContext, { taxYear, taxMonth, toldOn }: ToldEps): StoredSubmission {
  const { summary, submissions, reasons } = gatherSummary(db, gatherYear(db, taxYear, today), taxMonth, today);
  const earlier = submissions.find((each) => each.toldOn !== null);
  if (reasons.length === 0) throw notAllowed("There is nothing to tell HMRC for this month beside the paydays.");
  return {
    id: newId(),
    kind: "eps",
    taxYear,
    payRunId: null,
    payday: null,
    madeOn: today,
    toldOn,
    irMark: null,
    correctsId: earlier?.id ?? null,
    figures: { engagementIds: [], fullPaymentSubmission: null, taxMonth, employerPaymentSummary: summary },
    typedBack: null,
    isAgreed: false,
  };
}

function ninoTold({ db, today, newId }: CommandContext, { engagementIds, toldOn }: ToldNino): StoredSubmission {
  for (const id of engagementIds) requireEngagement(db, id);
  return {
    id: newId(),
    kind: "ninoVerification",
    taxYear: taxYearOf(toldOn),
    payRunId: null,
    payday: null,
    madeOn: today,
    toldOn,
    irMark: null,
    correctsId: null,
    figures: { engagementIds: [...engagementIds], fullPaymentSubmission: null, taxMonth: null, employerPaymentSummary: null },
    typedBack: null,
    isAgreed: false,
  };
}

const toldAlready = (toldOn: PlainDate | null) =>
  notAllowed(`This payday was told on ${toldOn === null ? "an earlier day" : formatDate(toldOn)}.`, [
    "To send other figures, say that it is a correction.",
  ]);
