import type { Pence } from "../../core/money.ts";
import { addMonths, formatDate, type PlainDate } from "../../core/plainDate.ts";
import type { PensionRates } from "../../rates/taxYearRates.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";
import type { PayFrequency, PensionMembership } from "../types.ts";
import { assessPension } from "./pensionAssessment.ts";
import { reEnrolmentDates, staffLetterBy } from "./pensionDutyDates.ts";

export interface ReEnrolmentInput {
  /** The day the employer has chosen. */
  readonly on: PlainDate;
  /** The day the duties started, or the re-enrolment date chosen three years ago. */
  readonly startOrLastReEnrolment: PlainDate;
  readonly dateOfBirth: PlainDate;
  /** Pay of the period that the day falls in. */
  readonly earnings: Pence;
  readonly payFrequency: PayFrequency;
  readonly status: PensionMembership["status"];
  /** The day the person opted out or left the pension by choice. Null: never was in it. */
  readonly leftPensionOn: PlainDate | null;
  /** Whether somebody has given notice to end the job. */
  readonly isUnderNotice: boolean;
}

interface ReEnrolment {
  /** `must`: put back. `may`: the employer chooses. `no`: not on this day. */
  readonly answer: "must" | "may" | "no";
  readonly lines: readonly string[];
  /** The last day for the letter to a person who is put back. Null when nobody is. */
  readonly letterBy: PlainDate | null;
}

/**
 * Whether a person is put back into the pension on the re-enrolment day. People of working age above the trigger who left the pension must be; those who
 * left within the 12 months before, or are under notice, only may be. It cannot be put off. Refuses a day outside the window of the third anniversary.
 * Source: Pensions Act 2008, section 5; Automatic Enrolment Regulations 2010, regulations 5D and 12 to 14; payroll rules, section 10.
 */
export function assessReEnrolment(input: ReEnrolmentInput, rates: { readonly pension: PensionRates }): Verdict<ReEnrolment> {
  const { on, status, leftPensionOn } = input;
  const { windowFrom, windowTo } = reEnrolmentDates(input.startOrLastReEnrolment);
  if (on < windowFrom || on > windowTo) {
    const rule = `Re-enrolment falls between ${formatDate(windowFrom)} and ${formatDate(windowTo)}.`;
    return refused(problem("on", on, rule, "Choose a day between the two."));
  }
  const no = (text: string) => accepted<ReEnrolment>({ answer: "no", lines: [text], letterBy: null });
  if (status === "member") return no("They are in the pension already.");
  const { category } = assessPension({ ...input, status: "notMember" }, rates);
  if (category !== "eligible") return no("Their age or pay does not call for it on this day.");
  if (leftPensionOn === null) return no("They have never been in this pension. Ordinary enrolment applies to them.");
  const may = (text: string) => accepted<ReEnrolment>({ answer: "may", lines: [text], letterBy: staffLetterBy(on) });
  if (leftPensionOn >= addMonths(on, -12)) {
    return may(`They left the pension on ${formatDate(leftPensionOn)}, less than 12 months before. You may put them back, but need not.`);
  }
  if (input.isUnderNotice) return may("Their job is ending. You may put them back, but need not.");
  const text = `They left the pension on ${formatDate(leftPensionOn)} and must be put back on ${formatDate(on)}. It cannot be put off.`;
  return accepted({ answer: "must", lines: [text], letterBy: staffLetterBy(on) });
}
