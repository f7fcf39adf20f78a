import type { ExplanationLine, Rule } from "../../core/explanation.ts";
import { formatMinutes, type Minutes, minutes } from "../../core/minutes.ts";
import { addDays, addMonths, formatDate, type PlainDate } from "../../core/plainDate.ts";

/** Why holiday could not be taken in its own leave year. `agreed`: a written agreement lets it be carried over. */
export type CarryOverReason = "sickness" | "familyLeave" | "employerAtFault" | "agreed" | "none";

export interface HolidayCarryOverInput {
  readonly reason: CarryOverReason;
  /** Irregular hours and part-year workers have one kind of leave of 5.6 weeks; all others 4 weeks and 1.6 weeks. */
  readonly isIrregularOrPartYear: boolean;
  readonly leaveYearTo: PlainDate;
  /** Statutory holiday earned in the leave year (5.6 weeks of it at most) and holiday taken, in minutes. */
  readonly earned: Minutes;
  readonly taken: Minutes;
}

export interface HolidayCarryOver {
  readonly carried: Minutes;
  readonly lost: Minutes;
  /** The last day to take what is carried over. Null when nothing is, or, with the employer at fault, until the fault has ended for a whole leave year. */
  readonly takeBy: PlainDate | null;
  readonly rule: Rule;
  readonly lines: readonly ExplanationLine[];
}

const rule: Rule = {
  name: "Holiday carried over",
  source:
    "Working Time Regulations 1998, regulations 13, 13A and 15B to 15E; Acas, Carrying over holiday, https://www.acas.org.uk/carrying-over-holiday",
};
const untilAfterSickness = 18;
const aYear = 12;

/**
 * Statutory holiday that goes into the next leave year, in minutes, rounded up. Sickness carries up to 4 of the 5.6 weeks (all of them for irregular hours
 * and part-year workers), to be taken within 18 months of the leave year's end; family leave carries all, for one year; an employer who did not let or
 * encourage the person take it carries 4 weeks (irregular: all) until it is put right; an agreement carries the 1.6 weeks, for one year.
 * Holiday taken counts against the four weeks first.
 * Source: Working Time Regulations 1998, regulations 13, 13A and 15B to 15E.
 */
export function calculateHolidayCarryOver({ reason, isIrregularOrPartYear, leaveYearTo, earned, taken }: HolidayCarryOverInput): HolidayCarryOver {
  const left = Math.max(0, earned - taken);
  const fourWeeks = isIrregularOrPartYear ? earned : Math.ceil((earned * 40) / 56);
  const ofTheRest = earned - Math.floor((earned * 40) / 56);
  const most = {
    sickness: Math.max(0, fourWeeks - taken),
    employerAtFault: Math.max(0, fourWeeks - taken),
    familyLeave: left,
    agreed: ofTheRest,
    none: 0,
  };
  const carried = minutes(Math.min(left, most[reason]));
  const months = reason === "sickness" ? untilAfterSickness : aYear;
  const takeBy = carried === 0 || reason === "employerAtFault" ? null : addDays(addMonths(addDays(leaveYearTo, 1), months), -1);
  const lost = minutes(left - carried);
  const lines: ExplanationLine[] = [
    {
      text: `${formatMinutes(earned)} earned, ${formatMinutes(taken)} taken, so ${formatMinutes(minutes(left))} left on ${formatDate(leaveYearTo)}.`,
    },
    { text: `${whyText[reason]} ${formatMinutes(carried)} is carried over.` },
  ];
  if (takeBy) lines.push({ text: `It must be taken by ${formatDate(takeBy)}.` });
  else if (carried > 0) lines.push({ text: "It is kept until the end of the first whole leave year in which it could be taken." });
  if (lost > 0) lines.push({ text: `${formatMinutes(lost)} is lost.` });
  return { carried, lost, takeBy, rule, lines };
}

const whyText: Readonly<Record<CarryOverReason, string>> = {
  sickness: "Sickness kept it from being taken.",
  familyLeave: "Family leave kept it from being taken.",
  employerAtFault: "The employer did not let or encourage the person take it.",
  agreed: "A written agreement lets part of it be carried over.",
  none: "Nothing kept it from being taken.",
};
