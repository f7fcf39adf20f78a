import { addDays, type PlainDate } from "../../../shared/core/plainDate.ts";
import type { FamilyPayEmployment, FamilyPayRefusal } from "../../../shared/payroll/statutoryPay/familyPayEntitlement.ts";
import { adoptionPayEntitlement, matchingWeek } from "../../../shared/payroll/statutoryPay/statutoryAdoptionPay.ts";
import {
  type MaternityPayFacts,
  maternityPayEntitlement,
  maternityPayStart,
  maternityRelevantWeekEnd,
} from "../../../shared/payroll/statutoryPay/statutoryMaternityPay.ts";
import { neonatalCarePayEntitlement, neonatalRelevantWeekEnd } from "../../../shared/payroll/statutoryPay/statutoryNeonatalCarePay.ts";
import {
  bereavementRelevantWeekEnd,
  parentalBereavementPayEntitlement,
} from "../../../shared/payroll/statutoryPay/statutoryParentalBereavementPay.ts";
import { type FamilyEvent, paternityPayEntitlement, relevantWeekEndOf } from "../../../shared/payroll/statutoryPay/statutoryPaternityPay.ts";
import { sharedParentalPayEntitlement } from "../../../shared/payroll/statutoryPay/statutorySharedParentalPay.ts";
import type { FamilyLeave } from "../../../shared/people/payArrangements.ts";

/** The day it happened, or the day it is expected. */
const happensOn = ({ actualOn, expectedOn }: FamilyLeave): PlainDate => actualOn ?? expectedOn;

/** An adoption when there is a day of matching, or else a birth. */
const eventOf = (leave: FamilyLeave): FamilyEvent =>
  leave.matchedOn === null
    ? { kind: "birth", dueDate: leave.expectedOn, bornOn: leave.actualOn }
    : { kind: "adoption", matchedOn: leave.matchedOn, placedOn: happensOn(leave) };

const neonatalFacts = (leave: FamilyLeave) => ({
  event: leave.canHaveOtherFamilyPay ? eventOf(leave) : null,
  stays: leave.neonatalStays,
  bornOn: leave.matchedOn === null ? happensOn(leave) : (leave.childBornOn ?? happensOn(leave)),
});

/** The Saturday of the week in which earnings and length of service are judged. */
export function relevantWeekEnd(leave: FamilyLeave): PlainDate {
  switch (leave.kind) {
    case "maternity":
      return maternityRelevantWeekEnd(leave.expectedOn, leave.actualOn);
    case "adoption":
      return matchingWeek(leave.matchedOn ?? leave.expectedOn).end;
    case "bereavement":
      return bereavementRelevantWeekEnd(happensOn(leave));
    case "neonatal":
      return neonatalRelevantWeekEnd(neonatalFacts(leave));
    default:
      return relevantWeekEndOf(eventOf(leave));
  }
}

/** The first day of pay, and why it is not the one asked for: a birth or sickness starts maternity pay by itself. */
export function payStartOf(leave: FamilyLeave, endedOn: PlainDate | null): { readonly payStart: PlainDate; readonly why: string | null } {
  if (leave.kind !== "maternity") return { payStart: leave.payFromOn, why: null };
  const employment = { startedOn: leave.payFromOn, endedOn, averageWeeklyEarnings: null };
  const { payStart, text } = maternityPayStart(maternityFacts(leave, employment));
  return { payStart, why: payStart === leave.payFromOn ? null : text };
}

const noticeOf = ({ noticeOn, hasGoodReasonForLateNotice }: FamilyLeave) => ({ givenOn: noticeOn, hasGoodReasonForLateNotice });

function maternityFacts(leave: FamilyLeave, employment: FamilyPayEmployment): MaternityPayFacts {
  const { pregnancySickFromOn } = leave;
  return {
    dueDate: leave.expectedOn,
    bornOn: leave.actualOn,
    startAskedFor: leave.payFromOn,
    pregnancyRelatedSickness: pregnancySickFromOn === null ? [] : [{ from: pregnancySickFromOn, to: pregnancySickFromOn }],
    employment,
    notice: noticeOf(leave),
    hasMedicalEvidence: leave.evidenceSeenOn !== null,
  };
}

/** Every reason against paying a leave. `weeksTakenBefore`: weeks of earlier leaves of this kind for the same child. What nobody said yet counts as met. */
export function leaveRefusals(leave: FamilyLeave, employment: FamilyPayEmployment, weeksTakenBefore: number): readonly FamilyPayRefusal[] {
  const common = { payStart: leave.payFromOn, weeks: leave.weeks, weeksTakenBefore, employment, notice: noticeOf(leave) };
  const hasDeclaration = leave.evidenceSeenOn !== null;
  switch (leave.kind) {
    case "maternity":
      return maternityPayEntitlement(maternityFacts(leave, employment)).refusals;
    case "adoption": {
      const dates = { matchedOn: leave.matchedOn ?? leave.expectedOn, placedOn: happensOn(leave) };
      return adoptionPayEntitlement({ ...common, ...dates, hasProofOfAdoption: hasDeclaration }).refusals;
    }
    case "paternity":
      return paternityPayEntitlement({ ...common, event: eventOf(leave), hasDeclaration }).refusals;
    case "sharedParental":
      return sharedParentalPayEntitlement({
        ...common,
        event: eventOf(leave),
        maternityOrAdoptionWeeksUsed: leave.weeksOfOtherPayUsed,
        sharedWeeksUsed: leave.weeksTakenByOtherParent + weeksTakenBefore,
        hasMaternityPayEnded: leave.hasOtherPayEnded ?? true,
        otherParentQualifies: leave.otherParentQualifies ?? true,
        hasDeclarations: hasDeclaration,
      }).refusals;
    case "bereavement": {
      const diedOn = happensOn(leave);
      const child =
        leave.weeksOfPregnancy === null
          ? { kind: "bornAlive" as const, bornOn: leave.childBornOn ?? diedOn }
          : { kind: "stillborn" as const, weeksOfPregnancy: leave.weeksOfPregnancy };
      return parentalBereavementPayEntitlement({ ...common, diedOn, child, hasDeclaration }).refusals;
    }
    case "neonatal": {
      const facts = neonatalFacts(leave);
      const isInCareOrJustOut = facts.stays.some(
        ({ startedOn, wholeDays }) => startedOn <= leave.payFromOn && leave.payFromOn <= addDays(startedOn, wholeDays + 7),
      );
      return neonatalCarePayEntitlement({ ...common, ...facts, isInCareOrJustOut, hasDeclaration }).refusals;
    }
  }
}

/** Facts of a leave that nobody gave yet, as sentences to act on. */
export function openQuestions({ kind, hasOtherPayEnded, otherParentQualifies, childBornOn, weeksOfPregnancy }: FamilyLeave): string[] {
  const open: string[] = [];
  if (kind === "sharedParental" && hasOtherPayEnded === null) {
    open.push("Say whether maternity or adoption pay was ended. It must be, or notice given to end it, before it can be shared.");
  }
  if (kind === "sharedParental" && otherParentQualifies === null) {
    open.push("Say whether the other parent worked in 26 of the 66 weeks before, and earned £390 in all in 13 of them.");
  }
  if (kind === "bereavement" && childBornOn === null && weeksOfPregnancy === null) {
    open.push("Enter the child's birthday, or the weeks of pregnancy of a baby stillborn. This pay is for a child under 18.");
  }
  return open;
}
