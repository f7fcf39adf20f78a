import { addDays, ageOn, type PlainDate } from "../../core/plainDate.ts";
import {
  earningsRefusals,
  employmentRefusals,
  entitlement,
  evidenceRefusals,
  type FamilyPayEmployment,
  type FamilyPayEntitlement,
  type FamilyPayNotice,
  noticeRefusals,
  refusal,
  sundayOf,
  weeksRefusals,
  windowRefusals,
} from "./familyPayEntitlement.ts";
import { familyPayEnd } from "./statutoryFamilyPay.ts";

export interface ParentalBereavementPayFacts {
  /** The day the child died or was stillborn. */
  readonly diedOn: PlainDate;
  /** A child born alive, or a stillbirth with the completed weeks of pregnancy. */
  readonly child: { readonly kind: "bornAlive"; readonly bornOn: PlainDate } | { readonly kind: "stillborn"; readonly weeksOfPregnancy: number };
  readonly payStart: PlainDate;
  readonly weeks: number;
  /** Weeks of this pay already taken for the same child. */
  readonly weeksTakenBefore: number;
  readonly employment: FamilyPayEmployment;
  readonly notice: FamilyPayNotice;
  /** The person declared in writing that they are the child's parent or looked after the child as one. */
  readonly hasDeclaration: boolean;
}

/** The last day of the relevant week: the Saturday before the week in which the child died. Source: GOV.UK, Statutory Parental Bereavement Pay: employer guide. */
export const bereavementRelevantWeekEnd = (diedOn: PlainDate): PlainDate => addDays(sundayOf(diedOn), -1);

/**
 * Whether statutory parental bereavement pay is due, with every reason against it: a child under 18 or stillborn after 24 weeks, 26 weeks in the job by the
 * Saturday before the week of death, employed on the day of death, average weekly earnings at the lower earnings limit, one or two whole weeks in all,
 * within 56 weeks of the death, asked for within 28 days of their first day, and the declaration.
 * Source: Social Security Contributions and Benefits Act 1992, sections 171ZZ6 to 171ZZ9; GOV.UK, Statutory Parental Bereavement Pay: employer guide.
 */
export function parentalBereavementPayEntitlement(facts: ParentalBereavementPayFacts): FamilyPayEntitlement {
  const { diedOn, child, payStart, weeks, employment } = facts;
  const relevantWeekEnd = bereavementRelevantWeekEnd(diedOn);
  const isCovered = child.kind === "bornAlive" ? ageOn(child.bornOn, diedOn) < 18 : child.weeksOfPregnancy >= 24;
  return entitlement([
    ...(isCovered ? [] : [refusal("SPBP", "childNotCovered", "This pay is for a child under 18, or a baby stillborn after 24 weeks of pregnancy.")]),
    ...employmentRefusals("SPBP", employment, relevantWeekEnd, diedOn),
    ...earningsRefusals("SPBP", employment.averageWeeklyEarnings, relevantWeekEnd),
    ...noticeRefusals("SPBP", facts.notice, addDays(payStart, 27)),
    ...evidenceRefusals("SPBP", facts.hasDeclaration, "The declaration of the person asking"),
    ...weeksRefusals("SPBP", weeks, 2 - facts.weeksTakenBefore),
    ...windowRefusals("SPBP", payStart, diedOn, familyPayEnd(payStart, weeks), addDays(diedOn, 56 * 7)),
  ]);
}
