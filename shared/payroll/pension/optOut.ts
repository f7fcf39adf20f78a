import { addDays, addMonths, formatDate, laterOf, type PlainDate } from "../../core/plainDate.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";

interface OptOutInput {
  /** The day the person was put into the pension. */
  readonly enrolledOn: PlainDate;
  /** The day they were given the letter about it. */
  readonly letterOn: PlainDate;
  /** The day the notice reached the employer. */
  readonly noticeOn: PlainDate;
}

interface OptOut {
  /** The last day on which a notice counts. */
  readonly lastDay: PlainDate;
  /** The last day to give the contributions back. */
  readonly refundBy: PlainDate;
  readonly lines: readonly string[];
}

/** The last day of one calendar month that begins with a day. */
const monthFrom = (from: PlainDate) => addDays(addMonths(from, 1), -1);

/** The last day to opt out: one month that begins with the later of enrolment and letter. Source: Automatic Enrolment Regulations 2010, regulation 9. */
export function optOutLastDay(enrolledOn: PlainDate, letterOn: PlainDate): PlainDate {
  return monthFrom(laterOf(enrolledOn, letterOn));
}

/**
 * Checks an opt-out notice and says by when the money goes back: within one month that begins with the day of the notice. Refuses a notice before the
 * enrolment or after the month: then the person leaves the pension, and nothing is given back through pay.
 * Source: Pensions Act 2008, section 8; Automatic Enrolment Regulations 2010, regulations 9 and 11; payroll rules, section 10.
 */
export function checkOptOut({ enrolledOn, letterOn, noticeOn }: OptOutInput): Verdict<OptOut> {
  const from = laterOf(enrolledOn, letterOn);
  const lastDay = optOutLastDay(enrolledOn, letterOn);
  if (noticeOn < from) {
    const rule = `Opting out is possible from ${formatDate(from)}, when enrolment and letter are both there.`;
    return refused(problem("noticeOn", noticeOn, rule, "Ask for a new notice after that day."));
  }
  if (noticeOn > lastDay) {
    const rule = `The month for opting out ended on ${formatDate(lastDay)}.`;
    return refused(problem("noticeOn", noticeOn, rule, "Record that the person leaves the pension. Past contributions stay in it."));
  }
  const refundBy = monthFrom(noticeOn);
  return accepted({
    lastDay,
    refundBy,
    lines: [`Give all contributions back by ${formatDate(refundBy)}. The person counts as never having joined.`],
  });
}
