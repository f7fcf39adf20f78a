import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";

interface FinalPayDueInput {
  readonly startedOn: PlainDate;
  readonly leavesOn: PlainDate;
  /** Pay periods with their paydays, in any order. */
  readonly periods: readonly { readonly from: PlainDate; readonly to: PlainDate; readonly payday: PlainDate }[];
}

/**
 * The day the final pay is due: the usual payday of the pay period that the last day of the job falls in. A contract may name an earlier day, never a
 * later one. Refuses a leaving date before the start and one that no given period holds.
 * Source: Employment Rights Act 1996, sections 13 and 27 (wages are due when the contract says so).
 */
export function finalPayDueOn({ startedOn, leavesOn, periods }: FinalPayDueInput): Verdict<PlainDate> {
  if (leavesOn < startedOn) {
    const rule = `The last day is before the first day, ${formatDate(startedOn)}.`;
    return refused(problem("leavesOn", leavesOn, rule, "Correct the start or the leaving date."));
  }
  const period = periods.find(({ from, to }) => from <= leavesOn && leavesOn <= to);
  if (!period) return refused(problem("leavesOn", leavesOn, "No pay period holds this day.", "Set up the paydays up to the last day."));
  return accepted(period.payday);
}
