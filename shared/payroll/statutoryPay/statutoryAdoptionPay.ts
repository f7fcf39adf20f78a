import { addDays, type PlainDate } from "../../core/plainDate.ts";
import {
  earningsRefusals,
  employmentRefusals,
  entitlement,
  evidenceRefusals,
  type FamilyPayEmployment,
  type FamilyPayEntitlement,
  type FamilyPayNotice,
  noticeRefusals,
  saturdayOf,
  sundayOf,
  windowRefusals,
} from "./familyPayEntitlement.ts";

export interface AdoptionPayFacts {
  /** The day the person was told of the match. */
  readonly matchedOn: PlainDate;
  /** The day the child is, or is expected to be, placed. */
  readonly placedOn: PlainDate;
  readonly payStart: PlainDate;
  readonly employment: FamilyPayEmployment;
  readonly notice: FamilyPayNotice;
  /** Proof of adoption from the agency was seen. */
  readonly hasProofOfAdoption: boolean;
}

/** The matching week, Sunday to Saturday: the week in which the person was told of the match. Source: GOV.UK, Statutory Adoption Pay: employer guide. */
export const matchingWeek = (matchedOn: PlainDate): { readonly start: PlainDate; readonly end: PlainDate } => ({
  start: sundayOf(matchedOn),
  end: saturdayOf(matchedOn),
});

/**
 * Whether statutory adoption pay is due for a child placed in the United Kingdom, with every reason against it (form SAP1): 26 weeks in the job into the
 * matching week, still employed in it, average weekly earnings at the lower earnings limit, 28 days' notice, proof of adoption, and a start from 14 days
 * before the placement to the day after it. Adoptions from abroad are not judged here.
 * Source: Social Security Contributions and Benefits Act 1992, section 171ZL; GOV.UK, Statutory Adoption Pay and Leave: employer guide.
 */
export function adoptionPayEntitlement({
  matchedOn,
  placedOn,
  payStart,
  employment,
  notice,
  hasProofOfAdoption,
}: AdoptionPayFacts): FamilyPayEntitlement {
  const week = matchingWeek(matchedOn);
  return entitlement([
    ...employmentRefusals("SAP", employment, week.end, week.start),
    ...earningsRefusals("SAP", employment.averageWeeklyEarnings, week.end),
    ...noticeRefusals("SAP", notice, addDays(payStart, -28)),
    ...evidenceRefusals("SAP", hasProofOfAdoption, "Proof of the adoption"),
    ...windowRefusals("SAP", payStart, addDays(placedOn, -14), payStart, addDays(placedOn, 1), "start"),
  ]);
}
