import { invalidInput, notAllowed } from "../../../shared/contract/errors.ts";
import type { DocumentModel } from "../../../shared/core/documentModel.ts";
import { laterOf, type PlainDate } from "../../../shared/core/plainDate.ts";
import { buildDeclarationOfComplianceDocument } from "../../../shared/payroll/documents/declarationOfComplianceDocument.ts";
import { buildPensionLetterDocument } from "../../../shared/payroll/documents/pensionLetterDocument.ts";
import { buildStarterChecklistDocument, unknownEmployee } from "../../../shared/payroll/documents/starterChecklistDocument.ts";
import { buildStatutoryRefusalDocument, type RefusedPayment } from "../../../shared/payroll/documents/statutoryRefusalDocument.ts";
import { pensionDutyDates } from "../../../shared/payroll/pension/pensionDutyDates.ts";
import { isPensionMember } from "../../../shared/people/payFacts.ts";
import { fullName } from "../../../shared/people/person.ts";
import { ratesFor } from "../../../shared/rates/ratesFor.ts";
import type { ReadDb } from "../../db/database.ts";
import { findPensionReenrolmentOn } from "../../db/repositories/employerRepository.ts";
import { listEngagements } from "../../db/repositories/engagementRepository.ts";
import { findAssistantHmrcFacts } from "../../db/repositories/hmrcFactsRepository.ts";
import { findPensionMembership, listLoanNotices } from "../../db/repositories/payFactsRepository.ts";
import { listPayslipsOfEngagement } from "../../db/repositories/payRunRepository.ts";
import { requireEngagement } from "../employment/assistantRecord.ts";
import { fileFactsOf } from "../hmrc/fileFacts.ts";
import { familyPayFactsOf, leavesToPay } from "../pay/familyPayFacts.ts";
import { familyPayLineOf, workOutLeave } from "../pay/familyPayOwed.ts";
import { sickPayRefusedOf } from "../pay/payForDaysAway.ts";
import { employerOrFail } from "../pay/sealedRun.ts";
import { ratesOrRefuse } from "../pay/workOutRun.ts";
import { addressOnPaper, employeeOnPaper, employerOnPaper, holderOf } from "./onPaper.ts";

const declared = { declarationA: "A", declarationB: "B", declarationC: "C" } as const;

/** HMRC's starter checklist with what is known; without a person it is empty, to fill in by hand. */
export function starterChecklistModel(db: ReadDb, engagementId: string | undefined, today: PlainDate): DocumentModel {
  const { employerName } = employerOnPaper(db, employerOrFail(db));
  if (engagementId === undefined) {
    const nothing = { startedOn: null, statement: null, studentLoanPlans: null, hasPostgraduateLoan: null };
    return buildStarterChecklistDocument({ employerName, asOf: today, employee: unknownEmployee, ...nothing });
  }
  const engagement = requireEngagement(db, engagementId);
  const { starterKind, startOn } = engagement;
  const loans = listLoanNotices(db, engagementId, startOn);
  const stated = starterKind === "declarationA" || starterKind === "declarationB" || starterKind === "declarationC" ? declared[starterKind] : null;
  return buildStarterChecklistDocument({
    employerName,
    asOf: startOn,
    employee: employeeOnPaper(db, engagement),
    startedOn: startOn,
    statement: findAssistantHmrcFacts(db, engagementId).starterStatement ?? stated,
    studentLoanPlans: loans.flatMap(({ kind }) => (kind === "postgraduate" ? [] : [kind.slice(4) as "1" | "2" | "4" | "5"])),
    hasPostgraduateLoan: loans.some(({ kind }) => kind === "postgraduate"),
  });
}

export interface RefusalAsked {
  readonly engagementId: string;
  readonly payment: RefusedPayment;
  readonly from: PlainDate;
  readonly lastPaidOn: PlainDate | null;
  readonly reasons: readonly string[];
}

/** A refusal of statutory pay with the reasons given, or with those worked out from the record. */
export function refusalModel(db: ReadDb, { engagementId, payment, from, lastPaidOn, reasons }: RefusalAsked, today: PlainDate): DocumentModel {
  const engagement = requireEngagement(db, engagementId);
  const employer = employerOrFail(db);
  const worked = reasons.length > 0 ? undefined : refusalsOf(db, engagementId, today).find((each) => each.payment === payment && each.from === from);
  const known = worked?.reasons ?? reasons;
  if (known.length === 0) throw invalidInput({ reasons: "Write why it is not paid, in a sentence" });
  if (lastPaidOn !== null && lastPaidOn < from) throw invalidInput({ lastPaidOn: "The last day paid comes on or after the first day" });
  return buildStatutoryRefusalDocument({
    payment,
    issuedOn: today,
    employer: employerOnPaper(db, employer),
    employerPhone: holderOf(db, employer).phone,
    employee: employeeOnPaper(db, engagement),
    from,
    lastPaidOn: lastPaidOn ?? worked?.lastPaidOn ?? null,
    reasons: known,
  });
}

interface WorkedOutRefusal {
  readonly payment: RefusedPayment;
  readonly from: PlainDate;
  /** The last day paid for, when pay came to an end. */
  readonly lastPaidOn: PlainDate | null;
  readonly reasons: string[];
}

/** Sickness and family leave of a person that brings no pay, or no more of it, with the reasons of the law. */
export function refusalsOf(db: ReadDb, engagementId: string, today: PlainDate): WorkedOutRefusal[] {
  const engagement = requireEngagement(db, engagementId);
  const rates = ratesFor(today);
  if (!rates) return [];
  const employer = employerOrFail(db);
  const sick = sickPayRefusedOf(db, engagement, employer, rates, today).map((each) => ({ payment: "statutorySickPay" as const, ...each }));
  const leaves = leavesToPay(db, engagementId);
  if (leaves.length === 0) return sick;
  const facts = familyPayFactsOf(db, engagement, employer, listPayslipsOfEngagement(db, engagementId), rates, null);
  const family = leaves.flatMap((each) => {
    const reasons = workOutLeave(facts, each).refusals.map(({ text }) => text);
    const payment = familyPayLineOf[each.leave.kind] as RefusedPayment;
    return reasons.length === 0 ? [] : [{ payment, from: each.leave.payFromOn, lastPaidOn: null, reasons }];
  });
  return [...sick, ...family];
}

const payPeriodWords = { weekly: "week", fortnightly: "two weeks", fourWeekly: "four weeks", monthly: "month" } as const;

/** The pension letter that fits a person: by their place in the pension, else by what the newest payslip assessed. @throws AppFailure without either. */
export function pensionLetterModel(db: ReadDb, engagementId: string, today: PlainDate): DocumentModel {
  const engagement = requireEngagement(db, engagementId);
  const employer = employerOrFail(db);
  const holder = holderOf(db, employer);
  const membership = findPensionMembership(db, engagementId, laterOf(today, engagement.startOn));
  const assessed = listPayslipsOfEngagement(db, engagementId).at(-1)?.result.pensionAssessment.category;
  const { pension } = ratesOrRefuse(today);
  const facts = fileFactsOf(db);
  const letter = {
    writtenOn: today,
    employerName: fullName(holder),
    employerContact: [holder.phone, holder.email].filter((part) => part !== "").join(", "),
    employeeName: fullName(engagement.person),
    employeeAddress: addressOnPaper(engagement.person),
    scheme: {
      name: employer.pensionSchemeName,
      address: facts.pensionSchemeAddress,
      phone: facts.pensionSchemePhone,
      website: facts.pensionSchemeWebsite,
      reference: employer.pensionSchemeReference,
      taxTreatment: employer.pensionTaxRelief,
      employeeRate: membership?.employeeBasisPoints ?? pension.minimumTotal,
      employerRate: membership?.employerBasisPoints ?? pension.minimumEmployer,
    },
    earningsTrigger: pension.earningsTrigger[employer.payFrequency],
    lowerEarnings: pension.lowerQualifyingEarnings[employer.payFrequency],
    payPeriod: payPeriodWords[employer.payFrequency],
  };
  const category = letterCategory(membership, assessed);
  if (!category) {
    throw notAllowed(`The pension has no letter for ${engagement.person.firstName} yet.`, ["Finish a pay run with them first: it assesses them."]);
  }
  return buildPensionLetterDocument({ ...letter, ...category });
}

type LetterCategory =
  | { readonly category: "eligible"; readonly enrolledOn: PlainDate }
  | { readonly category: "nonEligible" | "entitled" | "alreadyMember" }
  | { readonly category: "postponed"; readonly postponedFrom: PlainDate; readonly postponedTo: PlainDate };

function letterCategory(
  membership: ReturnType<typeof findPensionMembership>,
  assessed: "eligible" | "nonEligible" | "entitled" | "none" | undefined,
): LetterCategory | undefined {
  if (membership?.status === "postponed" && membership.postponedUntil !== null) {
    return { category: "postponed", postponedFrom: membership.fromOn, postponedTo: membership.postponedUntil };
  }
  if (membership?.status === "enrolled") return { category: "eligible", enrolledOn: membership.fromOn };
  if (membership && isPensionMember(membership.status)) return { category: "alreadyMember" };
  return assessed === "nonEligible" || assessed === "entitled" ? { category: assessed } : undefined;
}

/** What The Pensions Regulator asks, with people counted as they stood on the day the duties began. @throws AppFailure before that day is known. */
export function declarationModel(db: ReadDb, today: PlainDate): DocumentModel {
  const employer = employerOrFail(db);
  const began = employer.pensionStagingOn;
  if (began === null) throw notAllowed("The day your pension duties began is not known.", ["Add it under your details as an employer."]);
  const holder = holderOf(db, employer);
  const dates = pensionDutyDates(began);
  const again = findPensionReenrolmentOn(db, employer.id);
  const isRedeclaration = again !== null && today >= again;
  const dutiesOn = isRedeclaration && again !== null ? again : began;
  const people = listEngagements(db).filter(({ startOn, endOn }) => startOn <= dutiesOn && (endOn === null || endOn >= dutiesOn));
  const placed = people.map(({ id }) => findPensionMembership(db, id, dutiesOn));
  const count = (statuses: readonly string[]) => placed.filter((place) => place && statuses.includes(place.status)).length;
  const enrolled = count(["enrolled"]);
  const alreadyMember = count(["optedIn", "joined"]);
  const postponed = count(["postponed"]);
  const facts = fileFactsOf(db);
  return buildDeclarationOfComplianceDocument({
    asOf: today,
    employer: employerOnPaper(db, employer),
    employerPhone: holder.phone,
    employerEmail: holder.email,
    letterCode: facts.pensionsRegulatorLetterCode,
    isRedeclaration,
    dutiesOn,
    declareBy: isRedeclaration ? dates.reEnrolment.reDeclarationBy : dates.declarationBy,
    scheme: { name: employer.pensionSchemeName, reference: employer.pensionSchemeReference },
    counts: { enrolled, alreadyMember, postponed, notEnrolled: people.length - enrolled - alreadyMember - postponed },
    postponedTo: placed.find((place) => place?.status === "postponed")?.postponedUntil ?? null,
  });
}
