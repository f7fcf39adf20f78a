import type { ExplanationLine, Rule } from "../../core/explanation.ts";
import { addDays, formatDate, type PlainDate } from "../../core/plainDate.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";
import { fullMonthsOfService, fullYearsOfService } from "./lengthOfService.ts";

export interface NoticeInput {
  readonly startedOn: PlainDate;
  readonly givenOn: PlainDate;
  readonly givenBy: "employer" | "employee";
  /** Weeks that the contract asks for; 0 when it says nothing. The longer of contract and law holds. */
  readonly contractWeeks: number;
}

interface Notice {
  readonly weeks: number;
  /** What the law asks for by itself. */
  readonly statutoryWeeks: number;
  /** The last day of employment when all of the notice is worked: the notice runs from the day after it is given. */
  readonly endsOn: PlainDate;
  readonly rule: Rule;
  readonly lines: readonly ExplanationLine[];
}

const noticeRule: Rule = { name: "Statutory notice", source: "Employment Rights Act 1996, section 86" };
const mostWeeks = 12;
const weeksOf = (count: number) => `${count} ${count === 1 ? "week" : "weeks"}`;

/**
 * Notice in weeks. From the employer: none in the first month, one week up to two years, then one for each whole year up to 12. From the employee: one
 * week after a month. The contract may give more, never less. Refuses notice before the first day and contract weeks below zero.
 * Source: Employment Rights Act 1996, section 86.
 */
export function calculateNotice({ startedOn, givenOn, givenBy, contractWeeks }: NoticeInput): Verdict<Notice> {
  if (givenOn < startedOn) {
    const rule = `Notice is given before the first day, ${formatDate(startedOn)}.`;
    return refused(problem("givenOn", givenOn, rule, "Correct the first day or the day of the notice."));
  }
  if (!Number.isSafeInteger(contractWeeks) || contractWeeks < 0) {
    return refused(problem("contractWeeks", contractWeeks, "Notice is a whole number of weeks, 0 or more.", "Copy the weeks from the contract."));
  }
  const years = fullYearsOfService(startedOn, givenOn);
  const hasAMonth = fullMonthsOfService(startedOn, givenOn) >= 1;
  const statutoryWeeks = !hasAMonth ? 0 : givenBy === "employee" ? 1 : Math.min(mostWeeks, Math.max(1, years));
  const weeks = Math.max(statutoryWeeks, contractWeeks);
  const endsOn = addDays(givenOn, weeks * 7);
  const worked = hasAMonth ? `${years} whole ${years === 1 ? "year" : "years"}` : "less than a month";
  const lines: ExplanationLine[] = [
    { text: `The job began on ${formatDate(startedOn)}, ${worked} before the notice.` },
    { text: `The law asks ${givenBy === "employer" ? "the employer" : "the employee"} for ${weeksOf(statutoryWeeks)}.` },
  ];
  if (contractWeeks > statutoryWeeks) lines.push({ text: `The contract gives more: ${weeksOf(contractWeeks)}.` });
  lines.push({ text: `Given on ${formatDate(givenOn)}, it ends on ${formatDate(endsOn)}.` });
  return accepted({ weeks, statutoryWeeks, endsOn, rule: noticeRule, lines });
}
