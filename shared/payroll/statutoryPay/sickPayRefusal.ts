import { formatPence, zeroPence } from "../../core/money.ts";
import { addDays, formatDate, type PlainDate } from "../../core/plainDate.ts";
import type { SickPayRules } from "./sickPayRules.ts";

/**
 * Why working days of an absence bring no sick pay. `fewerThanFourDays` and `notEnoughEarnings` can only happen up to 5 April 2026. Waiting days are no
 * refusal: the person is not shut out, only not paid yet.
 */
export type SickPayRefusalReason =
  | "fewerThanFourDays"
  | "notEnoughEarnings"
  | "used28Weeks"
  | "linkedForThreeYears"
  | "offSinceLongBeforeTheChange"
  | "noWorkingDays"
  | ExcludedPeriodReason;

/** Why no sick pay is due in a stretch of time that has nothing to do with the sickness itself. */
export type ExcludedPeriodReason = "withinMaternityPayPeriod" | "notEmployed" | "noWorkDoneYet" | "legalCustody" | "tradeDispute";

/** Days without sick pay for one reason. `form` is what the employer must give the person, "SSP1", or null when none is called for. */
export interface SickPayRefusal {
  readonly reason: SickPayRefusalReason;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** Working days that are not paid for this reason. */
  readonly days: number;
  readonly text: string;
  readonly form: "SSP1" | null;
}

/**
 * Says in plain English why days bring no sick pay, with the numbers. `rules` are those in force on the first of the days, or for `notEnoughEarnings` on the
 * first day of the linked absences. `lastDayBeforeChange` is the last day of the rules before 6 April 2026, when the absence runs on past it, or null.
 * Source: GOV.UK, Statutory Sick Pay (SSP): employer guide and form SSP1; payroll rules, section 7.
 */
export function describeSickPayRefusal(
  reason: SickPayRefusalReason,
  from: PlainDate,
  rules: SickPayRules,
  absenceDays: number,
  lastDayBeforeChange: PlainDate | null,
): string {
  switch (reason) {
    case "fewerThanFourDays":
      return `Up to 5 April 2026 sick pay needs at least ${rules.minimumDaysOfSickness} days of sickness in a row. This absence has ${absenceDays}.`;
    case "notEnoughEarnings":
      return `Average weekly earnings are under ${limitOf(rules)}, the lower earnings limit, so nothing is due from ${formatDate(from)}${lastDayBeforeChange === null ? "" : ` to ${formatDate(lastDayBeforeChange)}`}.`;
    case "used28Weeks":
      return `Sick pay ends after ${rules.maximumWeeks} weeks in one absence or in linked absences. Nothing is due from ${formatDate(from)}.`;
    case "linkedForThreeYears":
      return `These linked absences began more than 3 years ago, so nothing is due from ${formatDate(from)}.`;
    case "offSinceLongBeforeTheChange":
      return `This absence began more than ${rules.maximumWeeks} weeks before the rules changed, so the change brings no sick pay from ${formatDate(from)}.`;
    case "noWorkingDays":
      return "Sick pay is only for days the person would have worked. There are none in this absence.";
    case "withinMaternityPayPeriod":
      return `Nothing is due from ${formatDate(from)}: it is in the 39 weeks of maternity pay or allowance.`;
    case "notEmployed":
      return `Nothing is due from ${formatDate(from)}: the person is not employed then.`;
    case "noWorkDoneYet":
      return `Nothing is due from ${formatDate(from)}: the person has not done any work in this job yet.`;
    case "legalCustody":
      return `Nothing is due from ${formatDate(from)}: the person is in legal custody.`;
    case "tradeDispute":
      return `Nothing is due from ${formatDate(from)}: there is a strike or other stoppage at work.`;
  }
}

const limitOf = ({ averageWeeklyEarningsMinimum }: SickPayRules): string => formatPence(averageWeeklyEarningsMinimum ?? zeroPence);

/**
 * The last day to give form SSP1. `stopsOn` is the first day without sick pay: seven days after it, or, when sick pay has been paid for so long that it
 * was known to run out, the start of the 23rd week after `firstPaidDay` (undefined when nothing was ever paid).
 * Source: GOV.UK, Statutory Sick Pay (SSP): employer guide, eligibility and form SSP1.
 */
export function formSsp1DueBy(stopsOn: PlainDate, firstPaidDay: PlainDate | undefined): PlainDate {
  const twentyThirdWeek = addDays(firstPaidDay ?? stopsOn, 22 * 7);
  return twentyThirdWeek < stopsOn ? twentyThirdWeek : addDays(stopsOn, 7);
}
