import type { employmentOperations } from "../../../shared/contract/employmentOperations.ts";
import { invalidInput, notAllowed, notFound } from "../../../shared/contract/errors.ts";
import { basisPoints } from "../../../shared/core/money.ts";
import { formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import { checkNationalInsuranceCategory } from "../../../shared/payroll/nationalInsurance/nationalInsuranceCategory.ts";
import { describeProblem } from "../../../shared/payroll/problems.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import { isPensionMember } from "../../../shared/people/payFacts.ts";
import { warnOfLowRate } from "../../../shared/people/rateWarning.ts";
import type { ReadDb } from "../../db/database.ts";
import { findLastFinishedPay, findLoanNotice, findPensionMembership, listKindsOfTime } from "../../db/repositories/payFactsRepository.ts";
import {
  insertLoanNotice,
  insertNationalInsuranceSetting,
  insertPayRate,
  insertPensionMembership,
  insertTaxSetting,
  markLoanNoticeStopped,
} from "../../db/repositories/payFactsWriting.ts";
import type { Handlers } from "../handler.ts";
import { usualPensionRates } from "./addAssistant.ts";
import { requireEngagement } from "./assistantRecord.ts";
import { readTaxCode } from "./starterSettings.ts";

type Changes = Pick<
  typeof employmentOperations,
  | "employment.changePayRate"
  | "employment.changeTaxCode"
  | "employment.changeNationalInsurance"
  | "employment.changePension"
  | "employment.addLoanNotice"
  | "employment.stopLoanNotice"
>;

/**
 * Refuses a change that starts inside time already paid for: finished payslips are sealed and could no longer be
 * explained by the record. `rests` says what a past figure rests on: the payday (tax and the like) or the day worked.
 */
export function refuseInsideFinishedPay(db: ReadDb, engagement: Engagement, fromOn: PlainDate, rests: "payday" | "dayWorked"): void {
  if (fromOn < engagement.startOn) {
    throw invalidInput({ fromOn: `Choose ${formatDate(engagement.startOn)}, the first day of the job, or later` });
  }
  const paid = findLastFinishedPay(db, engagement.id);
  if (!paid) return;
  const last = rests === "payday" ? paid.payday : paid.paidDay;
  if (fromOn > last) return;
  const finished = rests === "payday" ? `The payday of ${formatDate(last)} is finished` : `Pay for work up to ${formatDate(last)} is finished`;
  throw notAllowed(`${finished}, and finished payslips never change.`, [
    `Choose a day after ${formatDate(last)}.`,
    "If an earlier payslip was wrong, put the difference right in the next pay run.",
  ]);
}

export const changeHandlers: Handlers<Changes> = {
  "employment.changePayRate": ({ db, newId }, { engagementId, kindOfTimeId, fromOn, ratePence }) => {
    const engagement = requireEngagement(db, engagementId);
    refuseInsideFinishedPay(db, engagement, fromOn, "dayWorked");
    const kind = listKindsOfTime(db).find((each) => each.id === kindOfTimeId);
    if (!kind) throw invalidInput({ kindOfTimeId: "Choose a kind of time" });
    insertPayRate(db, { id: newId(), engagementId, kindOfTimeId, fromOn, ratePence });
    const warning = warnOfLowRate(kind, ratePence, engagement.person.dateOfBirth, fromOn);
    return { warnings: warning ? [warning] : [] };
  },

  "employment.changeTaxCode": ({ db, newId }, { engagementId, fromOn, source, ...code }) => {
    refuseInsideFinishedPay(db, requireEngagement(db, engagementId), fromOn, "payday");
    insertTaxSetting(db, { id: newId(), engagementId, fromOn, source, ...readTaxCode(code.taxCode, code.isWeek1Month1) });
    return { warnings: [] };
  },

  "employment.changeNationalInsurance": ({ db, newId }, { engagementId, fromOn, category }) => {
    const engagement = requireEngagement(db, engagementId);
    refuseInsideFinishedPay(db, engagement, fromOn, "payday");
    insertNationalInsuranceSetting(db, { id: newId(), engagementId, fromOn, category });
    const { dateOfBirth } = engagement.person;
    const problem = dateOfBirth ? checkNationalInsuranceCategory(category, dateOfBirth, fromOn) : undefined;
    return { warnings: problem ? [describeProblem(problem)] : [] };
  },

  "employment.changePension": ({ db, newId }, { engagementId, fromOn, status, earningsBasis, ...asked }) => {
    refuseInsideFinishedPay(db, requireEngagement(db, engagementId), fromOn, "payday");
    const before = findPensionMembership(db, engagementId, fromOn);
    const usual = !isPensionMember(status)
      ? { employeeBasisPoints: basisPoints(0), employerBasisPoints: basisPoints(0) }
      : before && isPensionMember(before.status)
        ? before
        : usualPensionRates;
    const employeeBasisPoints = basisPoints(asked.employeeBasisPoints ?? usual.employeeBasisPoints);
    const employerBasisPoints = basisPoints(asked.employerBasisPoints ?? usual.employerBasisPoints);
    insertPensionMembership(db, {
      id: newId(),
      engagementId,
      fromOn,
      status,
      employeeBasisPoints,
      employerBasisPoints,
      earningsBasis,
      postponedUntil: null,
    });
    const isLow =
      isPensionMember(status) &&
      earningsBasis === "qualifyingEarnings" &&
      (employerBasisPoints < usualPensionRates.employerBasisPoints || employeeBasisPoints + employerBasisPoints < 800);
    return {
      warnings: isLow ? ["The law asks for at least 8% of qualifying earnings in all, 3% of it from the employer. Check the scheme's letter."] : [],
    };
  },

  "employment.addLoanNotice": ({ db, newId }, { engagementId, fromOn, kind, toOn }) => {
    refuseInsideFinishedPay(db, requireEngagement(db, engagementId), fromOn, "payday");
    if (toOn && toOn < fromOn) throw invalidInput({ toOn: "The last day must be on or after the first day" });
    insertLoanNotice(db, { id: newId(), engagementId, fromOn, kind, toOn });
    return { warnings: [] };
  },

  "employment.stopLoanNotice": ({ db }, { loanNoticeId, toOn }) => {
    const notice = findLoanNotice(db, loanNoticeId);
    if (!notice) throw notFound("loan notice");
    if (toOn < notice.fromOn) throw invalidInput({ toOn: "The last day must be on or after the first day" });
    const paid = findLastFinishedPay(db, notice.engagementId);
    if (paid && toOn < paid.payday) {
      throw notAllowed(`The loan was taken on the finished payday of ${formatDate(paid.payday)}.`, [`Choose ${formatDate(paid.payday)} or later.`]);
    }
    markLoanNoticeStopped(db, loanNoticeId, toOn);
    return { warnings: [] };
  },
};
