import type { arrangementOperations } from "../../../shared/contract/employmentArrangements.ts";
import { invalidInput, notAllowed, notFound } from "../../../shared/contract/errors.ts";
import { formatPence } from "../../../shared/core/money.ts";
import { addDays, formatDate, laterOf, type PlainDate } from "../../../shared/core/plainDate.ts";
import { checkOptOut, optOutLastDay } from "../../../shared/payroll/pension/optOut.ts";
import { reEnrolmentDates } from "../../../shared/payroll/pension/pensionDutyDates.ts";
import { postponeEnrolment } from "../../../shared/payroll/pension/postponement.ts";
import { isPensionMember } from "../../../shared/people/payFacts.ts";
import { findEmployer, findPensionReenrolmentOn, updatePensionReenrolment } from "../../db/repositories/employerRepository.ts";
import {
  findEmployerHmrcFacts,
  insertHmrcInactivity,
  listEmployerTaxYears,
  listHmrcInactivity,
  markP45Given,
  updateAssistantHmrcFacts,
  updateEmployerHmrcFacts,
  upsertEmployerTaxYear,
} from "../../db/repositories/hmrcFactsRepository.ts";
import { insertPensionOptOut, listPensionOptOuts } from "../../db/repositories/payArrangementRepository.ts";
import { findLastFinishedPay, findPensionMembership, listPayFacts } from "../../db/repositories/payFactsRepository.ts";
import { insertPensionMembership, updateMidYearFigures } from "../../db/repositories/payFactsWriting.ts";
import { listPayslipsOfEngagement } from "../../db/repositories/payRunRepository.ts";
import type { Handlers } from "../handler.ts";
import { employerOrFail } from "../pay/sealedRun.ts";
import { pensionRefundDue } from "../pay/sealedSums.ts";
import type { usualPensionRates } from "./addAssistant.ts";
import { requireEngagement } from "./assistantRecord.ts";
import { refuseInsideFinishedPay } from "./changes.ts";

type HmrcAndPension = Pick<
  typeof arrangementOperations,
  | "employment.optOutOfPension"
  | "employment.postponePension"
  | "employment.setPensionReenrolment"
  | "employment.getHmrcFacts"
  | "employment.saveHmrcFacts"
  | "employment.saveEmployerTaxYear"
  | "employment.addHmrcInactivity"
  | "employment.saveAssistantHmrcFacts"
  | "employment.recordP45"
  | "employment.saveMidYearFigures"
>;

const noContributions = { employeeBasisPoints: 0, employerBasisPoints: 0 } as typeof usualPensionRates;

/** The month is from memory, and the letter's day is often not the joining day: so a late notice is told and never refused. */
const lateOptOut = (firstName: string, lastDay: PlainDate) =>
  `The month for opting out ended on ${formatDate(lastDay)}, so ${firstName} is recorded as leaving the pension: what was paid in stays there. The month begins with the letter about joining if that came later: then ask the pension scheme whether the notice counts.`;

export const hmrcAndPensionHandlers: Handlers<HmrcAndPension> = {
  "employment.optOutOfPension": ({ db, newId }, { engagementId, noticeOn, letterOn }) => {
    const engagement = requireEngagement(db, engagementId);
    const membership = findPensionMembership(db, engagementId, noticeOn);
    if (!membership || !isPensionMember(membership.status)) throw notAllowed(`${engagement.person.firstName} is not in the pension on that day.`);
    const joinedOn = membership.fromOn;
    const verdict = checkOptOut({ enrolledOn: joinedOn, letterOn: letterOn ?? joinedOn, noticeOn });
    const lastDay = optOutLastDay(joinedOn, letterOn ?? joinedOn);
    const isLate = noticeOn > lastDay;
    if (!verdict.ok && !isLate) {
      const [first] = verdict.problems;
      throw notAllowed(first?.rule ?? "This is too late to opt out.", first ? [first.wayOut] : []);
    }
    const paid = findLastFinishedPay(db, engagementId);
    const fromOn = paid ? laterOf(noticeOn, addDays(paid.payday, 1)) : noticeOn;
    const out = { earningsBasis: membership.earningsBasis, postponedUntil: null, ...noContributions };
    if (!verdict.ok) {
      insertPensionMembership(db, { id: newId(), engagementId, fromOn, status: "ceased", ...out });
      return { warnings: [lateOptOut(engagement.person.firstName, lastDay)] };
    }
    insertPensionOptOut(db, { id: newId(), engagementId, joinedOn, noticeOn });
    insertPensionMembership(db, { id: newId(), engagementId, fromOn, status: "optedOut", ...out });
    const refund = pensionRefundDue(
      listPensionOptOuts(db, engagementId),
      listPayFacts(db, engagementId).pensionMemberships,
      listPayslipsOfEngagement(db, engagementId),
    );
    const told = refund
      ? [
          `The next pay run gives back ${formatPence(refund.employee)} to ${engagement.person.firstName} and ${formatPence(refund.employer)} to the budget.`,
        ]
      : [];
    return { warnings: [...told, ...verdict.value.lines] };
  },

  "employment.postponePension": ({ db, newId }, { engagementId, fromOn, until }) => {
    const engagement = requireEngagement(db, engagementId);
    refuseInsideFinishedPay(db, engagement, fromOn, "payday");
    const reason = fromOn === engagement.startOn ? "firstDayOfWork" : "firstEligible";
    const verdict = postponeEnrolment({ reason, from: fromOn, deferralDate: until });
    if (!verdict.ok) throw invalidInput({ until: verdict.problems.map(({ rule, wayOut }) => `${rule} ${wayOut}`).join(" ") });
    const now = findPensionMembership(db, engagementId, fromOn);
    if (now && isPensionMember(now.status)) throw notAllowed(`${engagement.person.firstName} is in the pension already.`);
    const put = { earningsBasis: now?.earningsBasis ?? ("qualifyingEarnings" as const), postponedUntil: until, ...noContributions };
    insertPensionMembership(db, { id: newId(), engagementId, fromOn, status: "postponed", ...put });
    return { warnings: [...verdict.value.lines] };
  },

  "employment.setPensionReenrolment": ({ db }, { on }) => {
    const employer = employerOrFail(db);
    if (on !== null && employer.pensionStagingOn !== null) {
      const { windowFrom, windowTo, reDeclarationBy } = reEnrolmentDates(employer.pensionStagingOn);
      if (on < windowFrom || on > windowTo) {
        throw invalidInput({ on: `Choose a day from ${formatDate(windowFrom)} to ${formatDate(windowTo)}` });
      }
      updatePensionReenrolment(db, employer.id, on);
      return { warnings: [`Declare it to The Pensions Regulator by ${formatDate(reDeclarationBy)}, even when nobody was put back.`] };
    }
    updatePensionReenrolment(db, employer.id, on);
    return { warnings: [] };
  },

  "employment.getHmrcFacts": ({ db }) => {
    const employer = employerOrFail(db);
    return {
      employer: findEmployerHmrcFacts(db, employer.id),
      taxYears: listEmployerTaxYears(db),
      inactivity: listHmrcInactivity(db),
      pensionReenrolmentOn: findPensionReenrolmentOn(db, employer.id),
    };
  },

  "employment.saveHmrcFacts": ({ db }, facts) => {
    updateEmployerHmrcFacts(db, employerOrFail(db).id, facts);
    return { warnings: [] };
  },

  "employment.saveEmployerTaxYear": ({ db, today }, year) => {
    upsertEmployerTaxYear(db, year, today);
    const isHigh = year.hasSmallEmployersRelief && year.previousClass1Pence !== null && year.previousClass1Pence > 45_000_00;
    return { warnings: isHigh ? ["Small Employers' Relief is for £45,000.00 of Class 1 or less in the year before. Check the sum."] : [] };
  },

  "employment.addHmrcInactivity": ({ db, newId, today }, { fromOn, toOn }) => {
    if (!fromOn.endsWith("-06") || !toOn.endsWith("-05")) throw invalidInput({ fromOn: "Give whole tax months, from the 6th to the 5th" });
    if (toOn <= fromOn) throw invalidInput({ toOn: "The last day comes after the first" });
    if (toOn > addDays(laterOf(today, fromOn), 372)) throw invalidInput({ toOn: "HMRC takes at most 12 months ahead" });
    const id = newId();
    insertHmrcInactivity(db, { id, fromOn, toOn });
    return { id, warnings: [] };
  },

  "employment.saveAssistantHmrcFacts": ({ db }, { engagementId, ...facts }) => {
    requireEngagement(db, engagementId);
    updateAssistantHmrcFacts(db, engagementId, facts);
    return { warnings: [] };
  },

  "employment.recordP45": ({ db }, { engagementId, givenOn }) => {
    const { person, endOn } = requireEngagement(db, engagementId);
    if (endOn === null) throw notAllowed(`${person.firstName} has not left.`, ["End the job first, with its last day."]);
    const last = listPayslipsOfEngagement(db, engagementId).at(-1);
    if (!last) throw notAllowed(`${person.firstName} has no payslip here, so there is nothing to put on a P45.`);
    if (givenOn < endOn) throw invalidInput({ givenOn: `Give it on or after the last day, ${formatDate(endOn)}` });
    if (givenOn < last.payday) throw invalidInput({ givenOn: `Give it on or after the last payday, ${formatDate(last.payday)}` });
    markP45Given(db, engagementId, givenOn);
    return { warnings: [`What ${person.firstName} is paid after this is taxed with code 0T on its own. No second P45 is given.`] };
  },

  "employment.saveMidYearFigures": ({ db }, { engagementId, taxYear, figures }) => {
    requireEngagement(db, engagementId);
    if (!findEmployer(db)) throw notFound("employer");
    const isPaid = listPayslipsOfEngagement(db, engagementId).some((payslip) => payslip.taxYear === taxYear);
    if (isPaid) throw notAllowed(`A payslip of ${taxYear} is finished and counts on these figures.`, ["Put a difference right with a correction."]);
    if (!updateMidYearFigures(db, engagementId, taxYear, figures)) {
      throw notAllowed(`No pay from before is recorded for ${taxYear}.`, ["It is for somebody who was paid here earlier in that tax year."]);
    }
    return { warnings: [] };
  },
};
