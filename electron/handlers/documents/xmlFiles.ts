import { notAllowed } from "../../../shared/contract/errors.ts";
import type { PlainDate } from "../../../shared/core/plainDate.ts";
import { buildYearCorrection } from "../../../shared/payroll/rti/buildYearCorrection.ts";
import { employerPaymentSummaryXml } from "../../../shared/payroll/rti/employerPaymentSummaryXml.ts";
import { fullPaymentSubmissionXml } from "../../../shared/payroll/rti/fullPaymentSubmissionXml.ts";
import type { GovTalkMessage } from "../../../shared/payroll/rti/govTalkMessage.ts";
import { buildNinoVerification, ninoVerificationXml } from "../../../shared/payroll/rti/ninoVerification.ts";
import { type EmployeePaymentFacts, PaymentFacts } from "../../../shared/payroll/rti/submissionFacts.ts";
import type { SubmissionProblem, SubmissionVerdict } from "../../../shared/payroll/rti/submissionProblem.ts";
import type { ReadDb } from "../../db/database.ts";
import { listCorrectionsOfEngagement } from "../../db/repositories/correctionRepository.ts";
import { listHmrcSubmissions } from "../../db/repositories/hmrcSubmissionRepository.ts";
import { requireEngagement } from "../employment/assistantRecord.ts";
import { gatherSummary } from "../hmrc/employerSummary.ts";
import { employeeFactsOf, employerFactsOf } from "../hmrc/fullPaymentFacts.ts";
import { gatherPayday } from "../hmrc/payday.ts";
import { personInYear } from "../hmrc/personYear.ts";
import { gatherYear, type HmrcYear } from "../hmrc/yearFacts.ts";
import { employerOrFail } from "../pay/sealedRun.ts";

/** One line for each thing HMRC would refuse, with its way out. Nothing typed is repeated. */
const sentence = ({ who, rule, wayOut }: SubmissionProblem) => `${who === null ? "" : `${who}: `}${rule} ${wayOut}`;

function validOrRefused<T>(verdict: SubmissionVerdict<T>): T {
  if (verdict.ok) return verdict.value;
  throw notAllowed("HMRC would refuse this, so no file is made yet.", verdict.problems.map(sentence));
}

/** The Full Payment Submission of a run. @throws AppFailure with HMRC's reasons. */
export function fpsMessage(db: ReadDb, payRunId: string, today: PlainDate): { readonly payday: PlainDate; readonly message: GovTalkMessage } {
  const { run, verdict } = gatherPayday(db, payRunId, today);
  return { payday: run.payday, message: fullPaymentSubmissionXml(validOrRefused(verdict)) };
}

/** The Employer Payment Summary of a tax month. @throws AppFailure when there is nothing to tell, or with HMRC's reasons. */
export function epsMessage(db: ReadDb, year: HmrcYear, taxMonth: number, today: PlainDate): GovTalkMessage {
  const { verdict, reasons } = gatherSummary(db, year, taxMonth, today);
  if (reasons.length === 0) throw notAllowed("There is nothing to tell HMRC for this month beside the paydays.");
  return employerPaymentSummaryXml(validOrRefused(verdict));
}

/** A request to find or confirm National Insurance numbers. @throws AppFailure with HMRC's reasons. */
export function ninoMessage(db: ReadDb, engagementIds: readonly string[], today: PlainDate): GovTalkMessage {
  const [first, ...rest] = engagementIds.map((id) => employeeFactsOf(db, requireEngagement(db, id), today, []));
  if (!first) throw notAllowed("Say whose number is to be checked.");
  return ninoVerificationXml(validOrRefused(buildNinoVerification(employerFactsOf(db, employerOrFail(db)), [first, ...rest], today)));
}

/** The submission that puts a closed tax year right, for everybody whose payslips of it were corrected. @throws AppFailure when nobody's were. */
export function yearCorrectionMessage(db: ReadDb, taxYear: string, today: PlainDate): GovTalkMessage {
  const year = gatherYear(db, taxYear, today);
  const told = listHmrcSubmissions(db);
  const people = [...new Set(year.papers.map(({ engagementId }) => engagementId))].filter((id) => {
    const ids = new Set(year.papers.filter(({ engagementId }) => engagementId === id).map(({ payslipId }) => payslipId as string));
    return listCorrectionsOfEngagement(db, id).some(({ how, payslipId }) => how === "closedYear" && ids.has(payslipId));
  });
  const [first, ...rest] = people.map((id): EmployeePaymentFacts => {
    const { engagement, papers, opening, last } = personInYear(db, year, id);
    const earlier = papers.slice(0, -1).map(({ result }) => result);
    return {
      employee: employeeFactsOf(db, engagement, last.payday, told),
      payment: PaymentFacts.parse({ lateReason: "H" }),
      opening,
      payslips: [...earlier, last],
    };
  });
  if (!first)
    throw notAllowed(`No payslip of ${taxYear} was corrected after the year closed.`, ["A correction in the year goes with the next payday."]);
  const employer = employerFactsOf(db, year.employer);
  return fullPaymentSubmissionXml(validOrRefused(buildYearCorrection({ employer, employees: [first, ...rest], today })));
}
