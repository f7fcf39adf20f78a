import { notAllowed, notFound } from "../../../shared/contract/errors.ts";
import type { HmrcPayday, HmrcPaydayHead, HmrcProblem, HmrcSubmission, PaydaySheet, TellingRoute } from "../../../shared/contract/hmrcAnswers.ts";
import { formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import { traceFigures } from "../../../shared/payroll/hmrc/tracedFigures.ts";
import type { PayRun } from "../../../shared/payroll/payRun/payRun.ts";
import {
  buildFullPaymentSubmission,
  draftFullPaymentSubmission,
  type FullPaymentSubmissionInput,
} from "../../../shared/payroll/rti/buildFullPaymentSubmission.ts";
import type { FullPaymentSubmission } from "../../../shared/payroll/rti/fullPaymentSubmission.ts";
import { keyingSheetOf, sendsNothing } from "../../../shared/payroll/rti/keyingSheet.ts";
import type { FinalSubmission } from "../../../shared/payroll/rti/submissionFacts.ts";
import type { SubmissionProblem, SubmissionVerdict } from "../../../shared/payroll/rti/submissionProblem.ts";
import type { Employer } from "../../../shared/people/employer.ts";
import type { ReadDb } from "../../db/database.ts";
import { findEmployerHmrcFacts } from "../../db/repositories/hmrcFactsRepository.ts";
import { listHmrcSubmissions, type StoredSubmission } from "../../db/repositories/hmrcSubmissionRepository.ts";
import { findPayRun, listPayRuns, listPayslipsOfRun } from "../../db/repositories/payRunRepository.ts";
import { requireEngagement } from "../employment/assistantRecord.ts";
import { employerOrFail } from "../pay/sealedRun.ts";
import { employerFactsOf, finalSubmissionOf, type PersonToTell, peopleToTell } from "./fullPaymentFacts.ts";
import { submissionWords } from "./submissionWords.ts";

/** A payday's submission with everything it was made of. */
export interface PaydayToTell {
  readonly run: PayRun;
  readonly employer: Employer;
  readonly people: readonly PersonToTell[];
  readonly submission: FullPaymentSubmission;
  readonly verdict: SubmissionVerdict<FullPaymentSubmission>;
  readonly finalSubmission: FinalSubmission | null;
  /** Every submission about this run, newest first. */
  readonly submissions: readonly StoredSubmission[];
  /** Paydays before this one that were not marked as told. */
  readonly untoldBefore: readonly PlainDate[];
}

/** The finished run that is told. @throws AppFailure when it is not there, not finished, or was taken back. */
export function runToTell(db: ReadDb, payRunId: string): PayRun {
  const run = findPayRun(db, payRunId);
  if (!run) throw notFound("pay run");
  if (run.state !== "finished") throw notAllowed("This pay run is not finished.", ["Finish it first. HMRC is told of what is paid."]);
  if (run.withdrawnOn !== null) throw notAllowed("This pay run was taken back, so there is nothing to tell.");
  return run;
}

/**
 * Gathers a finished run's Full Payment Submission. A correction leaves out what the payday's own earlier telling told once.
 * @throws AppFailure as `runToTell`, or when nobody was paid.
 */
export function gatherPayday(db: ReadDb, payRunId: string, today: PlainDate, isCorrection = false): PaydayToTell {
  const run = runToTell(db, payRunId);
  const employer = employerOrFail(db);
  const all = listHmrcSubmissions(db);
  const people = peopleToTell(db, run, isCorrection ? all : all.filter(({ payRunId: id }) => id !== run.id));
  const [first, ...rest] = people.map(({ facts }) => facts);
  if (!first) throw notAllowed("Nobody was paid in this run.", ["A month without pay is told with an Employer Payment Summary."]);
  const finalSubmission = finalSubmissionOf(db, employer, run);
  const input: FullPaymentSubmissionInput = { employer: employerFactsOf(db, employer), employees: [first, ...rest], finalSubmission, today };
  const toldRuns = new Set(all.flatMap(({ payRunId: id, toldOn }) => (id !== null && toldOn !== null ? [id] : [])));
  return {
    run,
    employer,
    people,
    submission: draftFullPaymentSubmission(input),
    verdict: buildFullPaymentSubmission(input),
    finalSubmission,
    submissions: all.filter(({ kind, payRunId: id }) => kind === "fps" && id === run.id),
    untoldBefore: finishedRuns(db)
      .filter(({ id, payday, taxYear }) => taxYear === run.taxYear && payday < run.payday && !toldRuns.has(id))
      .map(({ payday }) => payday),
  };
}

const finishedRuns = (db: ReadDb): PayRun[] => listPayRuns(db).filter(({ state, withdrawnOn }) => state === "finished" && withdrawnOn === null);

/** The payday as the screen shows it. */
export function paydayAnswer(db: ReadDb, payRunId: string, today: PlainDate): HmrcPayday {
  const facts = gatherPayday(db, payRunId, today);
  const { run, employer, submission, verdict, submissions, untoldBefore } = facts;
  const toldOn = submissions.find((each) => each.toldOn !== null)?.toldOn ?? null;
  return {
    payRunId: run.id,
    kind: run.kind,
    payday: run.payday,
    taxYear: run.taxYear,
    route: routeOf(db, employer),
    sheets: sheetsOf(db, facts),
    finalSubmission: facts.finalSubmission,
    problems: verdict.ok ? [] : verdict.problems.map((problem) => hmrcProblem(problem, facts.people)),
    notices: [...untoldBefore.map(untoldNotice), ...submission.notices],
    isLate: toldOn === null && today > run.payday,
    isAgreed: submissions[0]?.isAgreed ?? false,
    submissions: submissions.map(submissionAnswer),
    toldOn,
  };
}

const untoldNotice = (payday: PlainDate) =>
  `The payday of ${formatDate(payday)} is not marked as told yet. Mark it when you have sent it: somebody's start is told only once.`;

/** The keying sheets, each figure with where it comes from. */
export function sheetsOf(db: ReadDb, { people, submission, submissions }: PaydayToTell): PaydaySheet[] {
  const typedBack = submissions[0]?.typedBack ?? {};
  return people.flatMap((person, index) => {
    const employee = submission.employees[index];
    const now = person.payslips.at(-1);
    if (!employee || !now) return [];
    const sheet = keyingSheetOf(employee, now.result);
    const { firstName, lastName } = requireEngagement(db, person.engagementId).person;
    const name = `${firstName} ${lastName}`;
    const year = { opening: person.opening, payslips: person.payslips.map(({ id, result }) => ({ payslipId: id, name, result })) };
    return [
      {
        engagementId: person.engagementId,
        payslipId: person.payslipId,
        employeeName: sheet.employeeName,
        payrollId: sheet.payrollId,
        details: traceFigures(sheet.details, year),
        payment: traceFigures(sheet.payment, year),
        shown: traceFigures(sheet.shown, year),
        totals: traceFigures(sheet.totals, year),
        lateReason: employee.payment.lateReason,
        typedBack: typedBack[person.engagementId] ?? null,
      },
    ];
  });
}

/** Every finished payday, newest first. */
export function listPaydays(db: ReadDb): HmrcPaydayHead[] {
  const submissions = listHmrcSubmissions(db).filter(({ kind }) => kind === "fps");
  return finishedRuns(db).map((run) => {
    const own = submissions.filter(({ payRunId }) => payRunId === run.id);
    return {
      payRunId: run.id,
      kind: run.kind,
      payday: run.payday,
      taxYear: run.taxYear,
      people: listPayslipsOfRun(db, run.id).length,
      tellBy: run.payday,
      toldOn: own.find(({ toldOn }) => toldOn !== null)?.toldOn ?? null,
      isAgreed: own[0]?.isAgreed ?? false,
    };
  });
}

const runFields = ["payment", "payday", "taxPeriod", "nationalInsurance", "lateReason", "periodsCovered"];

/** What HMRC would refuse, with the place to mend it. */
export function hmrcProblem(problem: SubmissionProblem, people: readonly { readonly engagementId: string }[]): HmrcProblem {
  const [, index, field] = /^employees\.(\d+)\.([^.]+)/.exec(problem.field) ?? [];
  const engagementId = index === undefined ? null : (people[Number(index)]?.engagementId ?? null);
  const mendAt = engagementId === null ? "employer" : runFields.includes(field ?? "") ? "payRun" : "assistant";
  return { ...problem, engagementId, mendAt };
}

/** What was told, for the screens. */
export function submissionAnswer(stored: StoredSubmission): HmrcSubmission {
  const { figures: _figures, typedBack: _typedBack, ...answer } = stored;
  return { ...answer, taxMonth: stored.figures.taxMonth, words: submissionWords(stored) };
}

const routeWords = {
  basicPayeTools: `You use HMRC's Basic PAYE Tools. ${sendsNothing}`,
  otherSoftware: "You use other software. Save the XML file and send it from there, or type the figures. Plan & Payday sends nothing to HMRC.",
  bureau: "A payroll provider tells HMRC for you. Compare these figures with theirs. Plan & Payday sends nothing to HMRC.",
  notRegistered: "You are not registered as an employer with HMRC, so nothing is sent. Register before somebody earns enough to be told.",
} as const;

/** How the employer tells HMRC. Paper needs HMRC's agreement. */
export function routeOf(db: ReadDb, employer: Employer): TellingRoute {
  const { filingRoute } = employer;
  const agreedOn = findEmployerHmrcFacts(db, employer.id).paperFilingAgreedOn;
  const paperWords =
    agreedOn === null
      ? "You tell HMRC on paper. HMRC has to agree to that first: write down the day it did, under what HMRC asks about you."
      : `You tell HMRC on paper, as agreed on ${formatDate(agreedOn)}. Copy the figures onto forms RT2, RT5 and RT11. Plan & Payday sends nothing to HMRC.`;
  return {
    filingRoute,
    words: filingRoute === "paper" ? paperWords : routeWords[filingRoute],
    hasKeyingSheet: filingRoute !== "paper" && filingRoute !== "notRegistered",
    hasXml: filingRoute === "otherSoftware" || filingRoute === "bureau",
    hasPaperForms: filingRoute === "paper",
  };
}
