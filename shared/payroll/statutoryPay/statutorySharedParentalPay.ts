import { addDays, type PlainDate } from "../../core/plainDate.ts";
import {
  earningsRefusals,
  employmentRefusals,
  entitlement,
  evidenceRefusals,
  type FamilyPayEmployment,
  type FamilyPayEntitlement,
  type FamilyPayNotice,
  type FamilyPayRefusal,
  noticeRefusals,
  refusal,
  weeksRefusals,
  windowRefusals,
} from "./familyPayEntitlement.ts";
import { familyPayEnd } from "./statutoryFamilyPay.ts";
import { arrivalOf, type FamilyEvent, relevantWeekEndOf, serviceWeekEndOf } from "./statutoryPaternityPay.ts";

export interface SharedParentalPayFacts {
  readonly event: FamilyEvent;
  readonly payStart: PlainDate;
  readonly weeks: number;
  /** Weeks of maternity or adoption pay or allowance taken, or to be taken, before it was ended. */
  readonly maternityOrAdoptionWeeksUsed: number;
  /** Weeks of shared parental pay that both parents took or asked for already. */
  readonly sharedWeeksUsed: number;
  /** The mother or main adopter has ended, or given notice to end, the maternity or adoption pay. */
  readonly hasMaternityPayEnded: boolean;
  /** The other parent says they worked 26 of the 66 weeks before and earned £390 in 13 of them. */
  readonly otherParentQualifies: boolean;
  readonly employment: FamilyPayEmployment;
  readonly notice: FamilyPayNotice;
  /** Both parents signed their declarations. */
  readonly hasDeclarations: boolean;
}

/**
 * Weeks of shared parental pay left to the two parents: 39, less what maternity or adoption pay used (two weeks at least: they can't be shared), less what was
 * shared already. Never below 0. Source: GOV.UK, Statutory Shared Parental Pay and Leave: employer guide.
 */
export const sharedParentalWeeksLeft = (maternityOrAdoptionWeeksUsed: number, sharedWeeksUsed: number): number =>
  Math.max(0, 39 - Math.max(2, maternityOrAdoptionWeeksUsed) - sharedWeeksUsed);

/**
 * Whether statutory shared parental pay is due for one stretch of weeks, with every reason against it: 26 weeks in the job into the qualifying or matching
 * week, employed until the stretch begins, average weekly earnings at the lower earnings limit, the other parent's test, maternity or adoption pay ended,
 * eight weeks' notice, the declarations, weeks that are left, from the birth or placement and within 52 weeks of it.
 * Source: Social Security Contributions and Benefits Act 1992, sections 171ZU to 171ZY; GOV.UK, Statutory Shared Parental Pay and Leave: employer guide.
 */
export function sharedParentalPayEntitlement(facts: SharedParentalPayFacts): FamilyPayEntitlement {
  const { event, payStart, weeks, employment, notice } = facts;
  const arrival = arrivalOf(event);
  const weeksLeft = sharedParentalWeeksLeft(facts.maternityOrAdoptionWeeksUsed, facts.sharedWeeksUsed);
  const others: FamilyPayRefusal[] = [];
  if (!facts.otherParentQualifies) {
    const text = "The other parent must have worked in 26 of the 66 weeks before, and earned £390 in all in 13 of them.";
    others.push(refusal("ShPP", "otherParentDoesNotQualify", text));
  }
  if (!facts.hasMaternityPayEnded) {
    others.push(
      refusal("ShPP", "maternityPayNotEnded", "Maternity or adoption pay must be ended, or notice given to end it, before it can be shared."),
    );
  }
  return entitlement([
    ...employmentRefusals("ShPP", employment, serviceWeekEndOf(event), addDays(payStart, -1)),
    ...earningsRefusals("ShPP", employment.averageWeeklyEarnings, relevantWeekEndOf(event)),
    ...noticeRefusals("ShPP", notice, addDays(payStart, -8 * 7)),
    ...evidenceRefusals("ShPP", facts.hasDeclarations, "The declaration of both parents"),
    ...weeksRefusals("ShPP", weeks, weeksLeft),
    ...windowRefusals("ShPP", payStart, arrival, familyPayEnd(payStart, weeks), addDays(arrival, 52 * 7)),
    ...others,
  ]);
}
