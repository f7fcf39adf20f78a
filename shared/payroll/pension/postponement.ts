import { addMonths, formatDate, type PlainDate } from "../../core/plainDate.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";
import { staffLetterBy } from "./pensionDutyDates.ts";

export interface PostponementInput {
  /** What happens on the first day of the putting off. */
  readonly reason: "dutiesStart" | "firstDayOfWork" | "firstEligible" | "reEnrolment";
  readonly from: PlainDate;
  /** The day on which the person is assessed. */
  readonly deferralDate: PlainDate;
}

interface Postponement {
  /** The latest day that could have been chosen. */
  readonly latestDeferralDate: PlainDate;
  /** The person is assessed, and enrolled if need be, on this day. */
  readonly assessOn: PlainDate;
  /** The last day to tell the person in writing. */
  readonly noticeBy: PlainDate;
  readonly lines: readonly string[];
}

const mostMonths = 3;

/**
 * Puts automatic enrolment off: for at most three months, from the day the duties start, a person's first day of work or the first day they become
 * eligible, never at re-enrolment. They are told within six weeks and may join meanwhile by asking. Refuses another reason and a day that is too late or too early.
 * Source: Pensions Act 2008, section 4; The Pensions Regulator, Can postponement be used at re-enrolment?; payroll rules, section 10.
 */
export function postponeEnrolment({ reason, from, deferralDate }: PostponementInput): Verdict<Postponement> {
  if (reason === "reEnrolment") {
    return refused(problem("reason", reason, "Re-enrolment cannot be put off.", "Put the person back on the re-enrolment day."));
  }
  const latestDeferralDate = addMonths(from, mostMonths);
  if (deferralDate <= from) {
    const rule = `The pension is put off from ${formatDate(from)}.`;
    return refused(problem("deferralDate", deferralDate, rule, "Choose a later day."));
  }
  if (deferralDate > latestDeferralDate) {
    const rule = `It may be put off for ${mostMonths} months, to ${formatDate(latestDeferralDate)} at the latest.`;
    return refused(problem("deferralDate", deferralDate, rule, `Choose ${formatDate(latestDeferralDate)} or a day before.`));
  }
  const noticeBy = staffLetterBy(from);
  return accepted({
    latestDeferralDate,
    assessOn: deferralDate,
    noticeBy,
    lines: [
      `Tell them in writing by ${formatDate(noticeBy)}.`,
      `On ${formatDate(deferralDate)} look at their age and pay, and enrol them then if the law says so.`,
      "They may ask to join before that.",
    ],
  });
}
