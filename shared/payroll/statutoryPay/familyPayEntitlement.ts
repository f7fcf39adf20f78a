import { formatPence } from "../../core/money.ts";
import { addDays, formatDate, type PlainDate, weekdayOf, weekdays } from "../../core/plainDate.ts";
import { noRatesMessage, ratesFor } from "../../rates/ratesFor.ts";
import { formatSevenDecimals, perPenny, type SevenDecimals } from "./familyPayAmounts.ts";
import { type FamilyPayType, familyPayNames, mostWeeks, refusalForms } from "./familyPayTypes.ts";

/** Why family pay is refused. The first group is common to all payments, the rest belong to one or two of them. */
export type FamilyPayRefusalReason =
  | "notEmployedLongEnough"
  | "notStillEmployed"
  | "earningsTooLow"
  | "noticeTooLate"
  | "noEvidence"
  | "tooManyWeeks"
  | "startsTooEarly"
  | "startsTooLate"
  | "endsTooLate"
  | "otherParentDoesNotQualify"
  | "maternityPayNotEnded"
  | "childNotCovered"
  | "notEnoughNeonatalCare"
  | "ratesUnknown";

/** One reason for refusing. `form` is the HMRC form that tells the person ("SMP1"), null when a letter does. */
export interface FamilyPayRefusal {
  readonly reason: FamilyPayRefusalReason;
  readonly text: string;
  readonly form: string | null;
}

/** The answer of every entitlement test: the person is entitled when nothing was found against it. */
export interface FamilyPayEntitlement {
  readonly isEntitled: boolean;
  readonly refusals: readonly FamilyPayRefusal[];
}

/** What every family payment asks of the job. */
export interface FamilyPayEmployment {
  readonly startedOn: PlainDate;
  /** Null while the job goes on. */
  readonly endedOn: PlainDate | null;
  /** In ten-millionths of a pound, from familyAverageWeeklyEarnings; null when nothing was paid. */
  readonly averageWeeklyEarnings: SevenDecimals | null;
}

/** When the person asked, and whether a late notice had a good reason (it was not reasonably practicable to give it earlier). */
export interface FamilyPayNotice {
  /** Null when there was no notice yet. */
  readonly givenOn: PlainDate | null;
  readonly hasGoodReasonForLateNotice: boolean;
}

export const refusal = (payType: FamilyPayType, reason: FamilyPayRefusalReason, text: string): FamilyPayRefusal => ({
  reason,
  text,
  form: refusalForms[payType],
});

export const entitlement = (refusals: readonly FamilyPayRefusal[]): FamilyPayEntitlement => ({ isEntitled: refusals.length === 0, refusals });

/** The Sunday a week begins on. */
export const sundayOf = (day: PlainDate): PlainDate => addDays(day, -weekdays.indexOf(weekdayOf(day)));
/** The Saturday a week ends on. */
export const saturdayOf = (day: PlainDate): PlainDate => addDays(sundayOf(day), 6);
/** Employed on or before this day: 26 weeks into the week that ends on `weekEnd`. A week counts whole when any of its days was employed. */
export const latestStartFor26Weeks = (weekEnd: PlainDate): PlainDate => addDays(weekEnd, -25 * 7);

/**
 * The job tests: 26 weeks without a break by the end of the relevant week, and still employed on a day that the payment names. Source: GOV.UK,
 * Statutory pay and leave: employer guides, eligibility; Social Security Contributions and Benefits Act 1992, part XII.
 */
export function employmentRefusals(
  payType: FamilyPayType,
  employment: FamilyPayEmployment,
  relevantWeekEnd: PlainDate,
  stillEmployedOn: PlainDate,
): FamilyPayRefusal[] {
  const found: FamilyPayRefusal[] = [];
  const latestStart = latestStartFor26Weeks(relevantWeekEnd);
  if (employment.startedOn > latestStart) {
    const started = `The job began on ${formatDate(employment.startedOn)}.`;
    const text = `${started} To have 26 weeks by ${formatDate(relevantWeekEnd)} it had to begin by ${formatDate(latestStart)}.`;
    found.push(refusal(payType, "notEmployedLongEnough", text));
  }
  const lastDay = employment.endedOn ?? stillEmployedOn;
  if (lastDay < stillEmployedOn) {
    const text = `The job ended on ${formatDate(lastDay)}. It had to go on until ${formatDate(stillEmployedOn)}.`;
    found.push(refusal(payType, "notStillEmployed", text));
  }
  return found;
}

/**
 * The earnings test: average weekly earnings at or above the lower earnings limit in force on the last day of the relevant week. Source: payroll
 * rules, section 8.
 */
export function earningsRefusals(
  payType: FamilyPayType,
  averageWeeklyEarnings: SevenDecimals | null,
  relevantWeekEnd: PlainDate,
): FamilyPayRefusal[] {
  const limit = ratesFor(relevantWeekEnd)?.statutoryParentalPay.averageWeeklyEarningsMinimum;
  if (limit === undefined) return [refusal(payType, "ratesUnknown", noRatesMessage(relevantWeekEnd))];
  const average = averageWeeklyEarnings ?? 0n;
  if (average >= BigInt(limit) * perPenny) return [];
  const text = `Average weekly earnings are ${formatSevenDecimals(average)}. They must be at least ${formatPence(limit)}.`;
  return [refusal(payType, "earningsTooLow", text)];
}

/** The notice test: given by `latest`, or later with a good reason. Source: Social Security Contributions and Benefits Act 1992, section 164(4). */
export function noticeRefusals(
  payType: FamilyPayType,
  { givenOn, hasGoodReasonForLateNotice }: FamilyPayNotice,
  latest: PlainDate,
): FamilyPayRefusal[] {
  if (givenOn !== null && (givenOn <= latest || hasGoodReasonForLateNotice)) return [];
  const given = givenOn === null ? "No notice was given." : `Notice was given on ${formatDate(givenOn)}.`;
  return [refusal(payType, "noticeTooLate", `${given} It had to be given by ${formatDate(latest)}, unless there was a good reason.`)];
}

/** The evidence test: the papers the payment needs were seen. Source: GOV.UK, employer guides to each payment, "Proof". */
export function evidenceRefusals(payType: FamilyPayType, hasEvidence: boolean, what: string): FamilyPayRefusal[] {
  return hasEvidence ? [] : [refusal(payType, "noEvidence", `${what} was not seen.`)];
}

/** The length test: at least one week, and no more than the payment allows or than are left. Source: payroll rules, section 8. */
export function weeksRefusals(payType: FamilyPayType, weeks: number, weeksLeft = mostWeeks[payType]): FamilyPayRefusal[] {
  if (Number.isInteger(weeks) && weeks >= 1 && weeks <= weeksLeft) return [];
  const most = `${weeksLeft} ${weeksLeft === 1 ? "week" : "weeks"}`;
  return [refusal(payType, "tooManyWeeks", `${familyPayNames[payType]} can be paid for whole weeks, ${most} at most here. ${weeks} were asked for.`)];
}

/**
 * The window test: pay starts on or after one day and ends on or before another. For adoption pay it is the start that has a last day: give
 * `latestOf` then.
 */
export function windowRefusals(
  payType: FamilyPayType,
  start: PlainDate,
  earliest: PlainDate,
  end: PlainDate,
  latest: PlainDate,
  latestOf?: "start",
): FamilyPayRefusal[] {
  const found: FamilyPayRefusal[] = [];
  if (start < earliest) {
    found.push(refusal(payType, "startsTooEarly", `Pay can't start before ${formatDate(earliest)}. ${formatDate(start)} was asked for.`));
  }
  if (end <= latest) return found;
  if (latestOf === "start") {
    found.push(refusal(payType, "startsTooLate", `Pay must start by ${formatDate(latest)}. ${formatDate(start)} was asked for.`));
  } else found.push(refusal(payType, "endsTooLate", `Pay must end by ${formatDate(latest)}. It would end on ${formatDate(end)}.`));
  return found;
}
