import { addDays, daysBetween, formatDate, type PlainDate, plainDate } from "../../core/plainDate.ts";
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
  sundayOf,
  weeksRefusals,
  windowRefusals,
} from "./familyPayEntitlement.ts";
import { mostWeeks } from "./familyPayTypes.ts";
import { familyPayEnd } from "./statutoryFamilyPay.ts";
import type { FamilyEvent } from "./statutoryPaternityPay.ts";
import { relevantWeekEndOf, serviceWeekEndOf } from "./statutoryPaternityPay.ts";

/** The pay exists for babies born on or after this day. Source: Neonatal Care (Leave and Pay) Act 2023; payroll rules, section 8. */
const firstBirthday = plainDate("2025-04-06");

/** A stay in neonatal care: the day it began, and the whole days of care in a row counted from the day after. */
export interface NeonatalCareStay {
  readonly startedOn: PlainDate;
  readonly wholeDays: number;
}

export interface NeonatalCarePayFacts {
  /** The birth or adoption whose maternity, paternity or adoption pay the person can have; null when they can have none of these. */
  readonly event: FamilyEvent | null;
  readonly bornOn: PlainDate;
  readonly stays: readonly NeonatalCareStay[];
  readonly payStart: PlainDate;
  readonly weeks: number;
  /** Weeks of this pay already taken for the same child. */
  readonly weeksTakenBefore: number;
  /** The baby is in care, or came out less than a week before `payStart`: shorter notice is enough. */
  readonly isInCareOrJustOut: boolean;
  readonly employment: FamilyPayEmployment;
  readonly notice: FamilyPayNotice;
  /** The person declared how they are related to the baby and why they take the leave. */
  readonly hasDeclaration: boolean;
}

/**
 * Weeks of neonatal care pay that stays in care give: one for each seven whole days in a row, for care that began within 28 days of the birth, 12 at most.
 * Source: GOV.UK, Statutory Neonatal Care Pay and Leave: employer guide.
 */
export function neonatalCareWeeks(bornOn: PlainDate, stays: readonly NeonatalCareStay[]): number {
  const counted = stays.filter(({ startedOn }) => startedOn >= bornOn && daysBetween(bornOn, startedOn) <= 28);
  return Math.min(
    mostWeeks.SNCP,
    counted.reduce((weeks, { wholeDays }) => weeks + Math.floor(wholeDays / 7), 0),
  );
}

/** The last day of the relevant week: that of the other family pay, or else the Saturday before the week in which care began. */
export function neonatalRelevantWeekEnd({ event, stays, bornOn }: Pick<NeonatalCarePayFacts, "event" | "stays" | "bornOn">): PlainDate {
  if (event !== null) return relevantWeekEndOf(event);
  const began = stays.map(({ startedOn }) => startedOn).sort()[0] ?? bornOn;
  return addDays(sundayOf(began), -1);
}

/**
 * Whether statutory neonatal care pay is due, with every reason against it: a baby born on or after 6 April 2025, at least seven whole days in a row in
 * care that began within 28 days of birth, 26 weeks in the job by the end of the relevant week, still employed the day before, average weekly earnings at
 * the lower earnings limit, no more weeks than the care gives, within 68 weeks of the birth, notice and the declaration. Notice: within 28 days of the
 * first day of pay while the baby is in care or just out; after that 15 days before for one week, 28 days before for more.
 * Source: Social Security Contributions and Benefits Act 1992, part 12ZE; GOV.UK, Statutory Neonatal Care Pay and Leave: employer guide.
 */
export function neonatalCarePayEntitlement(facts: NeonatalCarePayFacts): FamilyPayEntitlement {
  const { bornOn, payStart, weeks, employment } = facts;
  const relevantWeekEnd = neonatalRelevantWeekEnd(facts);
  const serviceWeekEnd = facts.event === null ? relevantWeekEnd : serviceWeekEndOf(facts.event);
  const weeksOfCare = neonatalCareWeeks(bornOn, facts.stays);
  const others: FamilyPayRefusal[] = [];
  if (bornOn < firstBirthday)
    others.push(refusal("SNCP", "childNotCovered", `This pay is for babies born on or after ${formatDate(firstBirthday)}.`));
  if (weeksOfCare === 0) {
    const text = "The baby must have at least 7 whole days in a row of neonatal care that began within 28 days of birth.";
    others.push(refusal("SNCP", "notEnoughNeonatalCare", text));
  }
  const noticeBy = facts.isInCareOrJustOut ? addDays(payStart, 27) : addDays(payStart, weeks === 1 ? -15 : -28);
  return entitlement([
    ...others,
    ...employmentRefusals("SNCP", employment, serviceWeekEnd, addDays(payStart, -1)),
    ...earningsRefusals("SNCP", employment.averageWeeklyEarnings, relevantWeekEnd),
    ...noticeRefusals("SNCP", facts.notice, noticeBy),
    ...evidenceRefusals("SNCP", facts.hasDeclaration, "The declaration of the person asking"),
    ...weeksRefusals("SNCP", weeks, Math.max(0, weeksOfCare - facts.weeksTakenBefore)),
    ...windowRefusals("SNCP", payStart, bornOn, familyPayEnd(payStart, weeks), addDays(bornOn, 68 * 7)),
  ]);
}
