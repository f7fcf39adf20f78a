import { addDays, earlierOf, laterOf, type PlainDate } from "../../core/plainDate.ts";
import {
  earningsRefusals,
  employmentRefusals,
  entitlement,
  evidenceRefusals,
  type FamilyPayEmployment,
  type FamilyPayEntitlement,
  type FamilyPayNotice,
  noticeRefusals,
  weeksRefusals,
  windowRefusals,
} from "./familyPayEntitlement.ts";
import { maternityDates } from "./maternityDates.ts";
import { matchingWeek } from "./statutoryAdoptionPay.ts";
import { familyPayEnd } from "./statutoryFamilyPay.ts";
import { maternityRelevantWeekEnd } from "./statutoryMaternityPay.ts";

/** A birth, or an adoption in the United Kingdom. `bornOn` is null until the baby is born. */
export type FamilyEvent =
  | { readonly kind: "birth"; readonly dueDate: PlainDate; readonly bornOn: PlainDate | null }
  | { readonly kind: "adoption"; readonly matchedOn: PlainDate; readonly placedOn: PlainDate };

export interface PaternityPayFacts {
  readonly event: FamilyEvent;
  readonly payStart: PlainDate;
  readonly weeks: number;
  /** Weeks of this pay already taken for the same child. */
  readonly weeksTakenBefore: number;
  readonly employment: FamilyPayEmployment;
  readonly notice: FamilyPayNotice;
  /** The declaration (form SC3 or SC4) was given. */
  readonly hasDeclaration: boolean;
}

/** The Saturday of the relevant week of a birth or adoption: where 26 weeks in the job, average weekly earnings and the limit are judged. */
export const relevantWeekEndOf = (event: FamilyEvent): PlainDate =>
  event.kind === "birth" ? maternityRelevantWeekEnd(event.dueDate, event.bornOn) : matchingWeek(event.matchedOn).end;

/** The Saturday by which 26 weeks in the job are counted: for an early baby as if it had come later. */
export const serviceWeekEndOf = (event: FamilyEvent): PlainDate =>
  event.kind === "birth" ? maternityDates(event.dueDate).qualifyingWeekEnd : matchingWeek(event.matchedOn).end;

/** The day of the birth (the due date until it is known) or of the placement. */
export const arrivalOf = (event: FamilyEvent): PlainDate => (event.kind === "birth" ? (event.bornOn ?? event.dueDate) : event.placedOn);

/** Pay must be taken within 52 weeks of the birth (of the week the baby was due, when it came early) or placement. */
export const windowEndOf = (event: FamilyEvent): PlainDate =>
  addDays(event.kind === "birth" ? laterOf(arrivalOf(event), maternityDates(event.dueDate).weekOfConfinementStart) : event.placedOn, 52 * 7);

/**
 * Whether statutory paternity pay is due, with every reason against it (form SPP1): 26 weeks in the job into the qualifying or matching week, employed up to
 * the birth or placement, average weekly earnings at the lower earnings limit, 28 days' notice, the declaration, one or two whole weeks in all, taken from
 * the birth or placement and within 52 weeks. The right to the leave itself needs no length of service from 6 April 2026; the pay still does.
 * Source: Social Security Contributions and Benefits Act 1992, sections 171ZA to 171ZE; GOV.UK, Statutory Paternity Pay and Leave: employer guide.
 */
export function paternityPayEntitlement(facts: PaternityPayFacts): FamilyPayEntitlement {
  const { event, payStart, weeks, weeksTakenBefore, employment, notice } = facts;
  const relevantWeekEnd = relevantWeekEndOf(event);
  const arrival = arrivalOf(event);
  return entitlement([
    ...employmentRefusals("SPP", employment, serviceWeekEndOf(event), earlierOf(arrival, payStart)),
    ...earningsRefusals("SPP", employment.averageWeeklyEarnings, relevantWeekEnd),
    ...noticeRefusals("SPP", notice, addDays(payStart, -28)),
    ...evidenceRefusals("SPP", facts.hasDeclaration, "The declaration of the person asking"),
    ...weeksRefusals("SPP", weeks, 2 - weeksTakenBefore),
    ...windowRefusals("SPP", payStart, arrival, familyPayEnd(payStart, weeks), windowEndOf(event)),
  ]);
}
