import { notFound } from "../../../shared/contract/errors.ts";
import type { TypedBack } from "../../../shared/contract/hmrcAnswers.ts";
import { compareWithTool, figuresToCompare, type TypedFigure } from "../../../shared/payroll/rti/agreement.ts";
import {
  deleteHmrcSubmission,
  insertHmrcSubmission,
  type StoredSubmission,
  updateTypedBack,
} from "../../db/repositories/hmrcSubmissionRepository.ts";
import type { CommandContext } from "../handler.ts";
import { gatherPayday, type PaydayToTell, sheetsOf } from "./payday.ts";

/** Compares what the tool shows for one person, and keeps it with the payday's submission when all of it agrees. */
export function typeBack(
  { db, newId, today }: CommandContext,
  { payRunId, engagementId, figures }: { readonly payRunId: string; readonly engagementId: string; readonly figures: readonly TypedFigure[] },
): TypedBack {
  const facts = gatherPayday(db, payRunId, today);
  const sheet = sheetsOf(db, facts).find((each) => each.engagementId === engagementId);
  if (!sheet) throw notFound("person in this pay run");
  const ours = figuresToCompare(
    [...sheet.shown, ...sheet.totals, ...sheet.payment, ...sheet.details].map(({ explained: _e, toDate: _t, ...figure }) => figure),
  );
  const agreement = compareWithTool(ours, figures);
  if (!agreement.agrees) return { ...agreement, isSaved: false };
  const current = untoldOrNew(facts, newId, today);
  const typedBack = { ...current.typedBack, [engagementId]: [...figures] };
  const isAgreed = facts.people.every((person) => typedBack[person.engagementId] !== undefined);
  if (current.toldOn !== null) updateTypedBack(db, current.id, typedBack, isAgreed);
  else {
    if (facts.submissions.some(({ id }) => id === current.id)) deleteHmrcSubmission(db, current.id);
    insertHmrcSubmission(db, { ...current, typedBack, isAgreed });
  }
  return { ...agreement, isSaved: true };
}

/** The submission that is being made or was told last; one not told yet is made anew with the figures as they stand now. */
export function untoldOrNew(
  { run, people, submission, submissions }: PaydayToTell,
  newId: () => string,
  today: StoredSubmission["madeOn"],
): StoredSubmission {
  const [newest] = submissions;
  if (newest && newest.toldOn !== null) return newest;
  return {
    id: newest?.id ?? newId(),
    kind: "fps",
    taxYear: run.taxYear,
    payRunId: run.id,
    payday: run.payday,
    madeOn: today,
    toldOn: null,
    irMark: null,
    correctsId: null,
    figures: {
      engagementIds: people.map(({ engagementId }) => engagementId),
      fullPaymentSubmission: submission,
      taxMonth: null,
      employerPaymentSummary: null,
    },
    typedBack: newest?.typedBack ?? null,
    isAgreed: newest?.isAgreed ?? false,
  };
}
