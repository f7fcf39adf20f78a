import { formatDate, laterOf, type PlainDate } from "../../core/plainDate.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";
import { calculateNotice } from "./notice.ts";

interface RelevantDateInput {
  readonly startedOn: PlainDate;
  /** The day the employer gave notice, or ended the job without any. */
  readonly noticeGivenOn: PlainDate;
  readonly lastDay: PlainDate;
}

/**
 * The day that redundancy pay goes by: the last day of the job, or the day on which the notice of the law would have ended when less was given.
 * Refuses a last day before the first or before the notice. Source: Employment Rights Act 1996, section 145.
 */
export function relevantDateOf({ startedOn, noticeGivenOn, lastDay }: RelevantDateInput): Verdict<PlainDate> {
  if (lastDay < startedOn) {
    const rule = `The last day is before the first day, ${formatDate(startedOn)}.`;
    return refused(problem("lastDay", lastDay, rule, "Correct the start or the leaving date."));
  }
  if (lastDay < noticeGivenOn) {
    const rule = `The last day is before the day of the notice, ${formatDate(noticeGivenOn)}.`;
    return refused(problem("lastDay", lastDay, rule, "Correct one of them."));
  }
  const notice = calculateNotice({ startedOn, givenOn: noticeGivenOn, givenBy: "employer", contractWeeks: 0 });
  return notice.ok ? accepted(laterOf(lastDay, notice.value.endsOn)) : notice;
}
