import type { PlainDate } from "../../../shared/core/plainDate.ts";
import { nextPayPeriod, type PayRun } from "../../../shared/payroll/payRun/payRun.ts";
import type {
  EmployeeFacts,
  EmployeePaymentFacts,
  EmployerFacts,
  FinalSubmission,
  PaymentFacts,
} from "../../../shared/payroll/rti/submissionFacts.ts";
import type { PayslipResult, YearToDate } from "../../../shared/payroll/types.ts";
import type { Employer } from "../../../shared/people/employer.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import { taxYearOf } from "../../../shared/rates/ratesFor.ts";
import type { ReadDb } from "../../db/database.ts";
import { listFamilyLeaves } from "../../db/repositories/familyLeaveRepository.ts";
import { findAssistantHmrcFacts, findEmployerHmrcFacts, findP45GivenOn, listRunPeople } from "../../db/repositories/hmrcFactsRepository.ts";
import { findPreviousPayrollNumber, type StoredSubmission } from "../../db/repositories/hmrcSubmissionRepository.ts";
import { listLoanNotices } from "../../db/repositories/payFactsRepository.ts";
import { listPayRuns, listPayslipsOfEngagement, listPayslipsOfRun, type StoredPayslip } from "../../db/repositories/payRunRepository.ts";
import { requireEngagement } from "../employment/assistantRecord.ts";
import { openingOfYear } from "../pay/sealedSums.ts";

/** What a submission says of one person, with the records it rests on. */
export interface PersonToTell {
  readonly engagementId: string;
  readonly payslipId: string;
  /** The year's payslips up to this payment, oldest first. */
  readonly payslips: readonly StoredPayslip[];
  readonly opening: YearToDate;
  readonly facts: EmployeePaymentFacts;
}

/** HMRC's references of the employer. */
export function employerFactsOf(db: ReadDb, employer: Employer): EmployerFacts {
  const { selfAssessmentReference } = findEmployerHmrcFacts(db, employer.id);
  return {
    payeReference: employer.payeReference,
    accountsOfficeReference: employer.accountsOfficeReference,
    selfAssessmentReference,
    corporationTaxReference: null,
  };
}

/** Everybody with a payslip in a finished run, as HMRC is told of them. `told` are the submissions sent before, any order. */
export function peopleToTell(db: ReadDb, run: PayRun, told: readonly StoredSubmission[]): PersonToTell[] {
  const typed = listRunPeople(db, run.id);
  const toldBefore = told.filter(({ kind, toldOn, payday }) => kind === "fps" && toldOn !== null && (payday ?? "") <= run.payday);
  return listPayslipsOfRun(db, run.id).map((payslip) => {
    const engagement = requireEngagement(db, payslip.engagementId);
    const all = listPayslipsOfEngagement(db, engagement.id).filter(({ taxYear }) => taxYear === run.taxYear);
    const upTo = all.slice(0, all.findIndex(({ id }) => id === payslip.id) + 1);
    const opening = openingOfYear(db, engagement.id, run.taxYear);
    const own = typed.find(({ engagementId }) => engagementId === engagement.id);
    const p45GivenOn = findP45GivenOn(db, engagement.id);
    const isAfterP45 = p45GivenOn !== null && run.payday > p45GivenOn && engagement.endOn !== null && run.payday > engagement.endOn;
    const payment: PaymentFacts = {
      periodsCovered: own?.periodsCovered ?? 1,
      wasOnStrike: own?.wasOnStrike ?? false,
      hadUnpaidAbsence: own?.hadUnpaidAbsence ?? false,
      isAfterLeaving: isAfterP45 || wasLeavingTold(toldBefore, engagement.id),
      isToNonIndividual: own?.isToNonIndividual ?? false,
      lateReason: own?.lateReason ?? null,
      payFrequencyCode: null,
      hasAggregatedEarnings: false,
      trivialCommutationPayments: [],
    };
    return {
      engagementId: engagement.id,
      payslipId: payslip.id,
      payslips: upTo,
      opening,
      facts: {
        employee: employeeFactsOf(db, engagement, run.payday, toldBefore),
        payment,
        opening,
        payslips: upTo.map(({ result }) => result) as unknown as readonly [...PayslipResult[], PayslipResult],
      },
    };
  });
}

const toldOf = (told: readonly StoredSubmission[], engagementId: string) =>
  told.flatMap(({ figures }) => {
    const index = figures.engagementIds.indexOf(engagementId);
    const employee = figures.fullPaymentSubmission?.employees[index];
    return employee ? [employee] : [];
  });

const wasLeavingTold = (told: readonly StoredSubmission[], engagementId: string) =>
  toldOf(told, engagementId).some(({ leavingDate }) => leavingDate !== null);

/** One assistant as HMRC knows them on a day. Start details go until a submission has told them, an old payroll number until the new one was told. */
export function employeeFactsOf(db: ReadDb, engagement: Engagement, on: PlainDate, told: readonly StoredSubmission[]): EmployeeFacts {
  const { person } = engagement;
  const own = findAssistantHmrcFacts(db, engagement.id);
  const earlier = toldOf(told, engagement.id);
  const previous = findPreviousPayrollNumber(db, engagement.id);
  const isNumberNew = previous !== null && previous.changedOn <= on && earlier.some(({ payrollId }) => payrollId !== engagement.payrollNumber);
  const loans = listLoanNotices(db, engagement.id, engagement.startOn);
  const shared = listFamilyLeaves(db, engagement.id).findLast(({ kind, payFromOn }) => kind === "sharedParental" && payFromOn <= on);
  return {
    title: own.title,
    firstName: person.firstName,
    middleName: own.middleName,
    lastName: person.lastName,
    nationalInsuranceNumber: engagement.nationalInsuranceNumber,
    dateOfBirth: person.dateOfBirth,
    gender: engagement.gender,
    passportNumber: own.passportNumber ?? "",
    address: person.address,
    postcode: person.postcode,
    foreignCountry: "",
    payrollNumber: engagement.payrollNumber,
    previousPayrollNumber: isNumberNew && !earlier.some(({ payrollId }) => payrollId === engagement.payrollNumber) ? previous.number : null,
    startOn: engagement.startOn,
    endOn: engagement.endOn,
    starterKind: engagement.starterKind,
    starterStatement: own.starterStatement,
    isNewToHmrc: !earlier.some(({ starter }) => starter !== null),
    hasStudentLoanAtStart: loans.some(({ kind }) => kind !== "postgraduate"),
    hasPostgraduateLoanAtStart: loans.some(({ kind }) => kind === "postgraduate"),
    isPaidIrregularly: own.isPaidIrregularly,
    contractedMinutesPerWeek: engagement.contractedMinutesPerWeek,
    workplacePostcode: own.workplacePostcode,
    otherParent:
      shared && shared.partnerFirstName !== ""
        ? { firstName: shared.partnerFirstName, lastName: shared.partnerLastName, nationalInsuranceNumber: shared.partnerNationalInsuranceNumber }
        : null,
  };
}

/**
 * Whether a run's submission is the last one: of the tax year, when no later payday of the usual rhythm falls in it; of the scheme, when it closed and no
 * later run pays anybody. Source: HMRC, Send your final payroll report.
 */
export function finalSubmissionOf(db: ReadDb, employer: Employer, run: PayRun): FinalSubmission | null {
  const ofYear = listPayRuns(db).filter(({ state, withdrawnOn, taxYear }) => state === "finished" && withdrawnOn === null && taxYear === run.taxYear);
  if (ofYear[0]?.id !== run.id) return null;
  const { schemeCeasedOn } = findEmployerHmrcFacts(db, employer.id);
  if (schemeCeasedOn !== null && taxYearOf(schemeCeasedOn) === run.taxYear) return { because: "schemeCeased", ceasedOn: schemeCeasedOn };
  const lastRegular = ofYear.find(({ kind }) => kind === "regular") ?? run;
  return taxYearOf(nextPayPeriod(employer, lastRegular.periodTo).payday) > run.taxYear ? { because: "yearEnd" } : null;
}
