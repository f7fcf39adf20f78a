import { formatPence, type Pence } from "../../core/money.ts";
import { ageOn, formatDate, type PlainDate } from "../../core/plainDate.ts";
import type { PensionRates } from "../../rates/taxYearRates.ts";
import { hasReachedStatePensionAge } from "../nationalInsurance/statePensionAge.ts";
import type { PayFrequency, PensionAssessment, PensionMembership } from "../types.ts";

export interface PensionAssessmentInput {
  readonly dateOfBirth: PlainDate;
  readonly on: PlainDate;
  readonly earnings: Pence;
  readonly payFrequency: PayFrequency;
  readonly status: PensionMembership["status"];
  /** The day up to which joining was put off. Left out: not known, so it counts as still put off. */
  readonly postponedUntil?: PlainDate | undefined;
}

/**
 * What automatic enrolment says about a person in one pay period: must be enrolled, may opt in (the employer then pays), may join (the employer
 * need not pay), or none. Somebody put off is assessed
 * again on the deferral date. Assess every period. Source: Pensions Act 2008, sections 3 to 9; payroll rules, section 10.
 */
export function assessPension(
  { dateOfBirth, on, earnings, payFrequency, status, postponedUntil }: PensionAssessmentInput,
  rates: { readonly pension: PensionRates },
): PensionAssessment {
  const age = ageOn(dateOfBirth, on);
  const trigger = rates.pension.earningsTrigger[payFrequency];
  const lower = rates.pension.lowerQualifyingEarnings[payFrequency];
  const isMember = status === "member";
  const isOver = status === "postponed" && postponedUntil !== undefined && on >= postponedUntil;
  const isWorkingAge = age >= rates.pension.eligibleFromAge && !hasReachedStatePensionAge(dateOfBirth, on);

  if (age < 16 || age >= 75) {
    return { category: "none", mustEnrol: false, lines: [`At ${age} nobody has to be offered a workplace pension.`] };
  }
  if (earnings > trigger && isWorkingAge) {
    const lines = [`Age ${age} and pay above ${formatPence(trigger)}: the law says this person must be in a workplace pension.`];
    if (isMember) lines.push("They are in the pension already.");
    else if (status === "optedOut") lines.push("They have opted out, which is their choice.");
    else if (isOver) lines.push(`Joining was put off until ${formatDate(postponedUntil)}. That is over.`);
    else if (status === "postponed") lines.push("Joining has been put off, which is allowed for up to three months.");
    return { category: "eligible", mustEnrol: status === "notMember" || isOver, lines };
  }
  if (isMember) {
    const line = "They are in the pension already. At this age and pay they do not have to be.";
    return { category: earnings > lower ? "nonEligible" : "entitled", mustEnrol: false, lines: [line] };
  }
  if (earnings > lower) {
    return {
      category: "nonEligible",
      mustEnrol: false,
      lines: ["They do not have to be in a pension, but may ask to join, and then the employer must pay in."],
    };
  }
  return { category: "entitled", mustEnrol: false, lines: ["They may ask to join a pension. The employer does not have to pay in."] };
}
