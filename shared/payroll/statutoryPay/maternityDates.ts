import { addDays, type PlainDate } from "../../core/plainDate.ts";
import { latestStartFor26Weeks, saturdayOf, sundayOf } from "./familyPayEntitlement.ts";

/** The dates that follow from a due date. Weeks run from Sunday to Saturday. */
export interface MaternityDates {
  readonly weekOfConfinementStart: PlainDate;
  readonly qualifyingWeekStart: PlainDate;
  readonly qualifyingWeekEnd: PlainDate;
  /** Employed on or before this day: 26 weeks into the qualifying week. */
  readonly latestEmploymentStart: PlainDate;
  readonly earliestLeaveStart: PlainDate;
  /** Pregnancy-related absence on or after this day starts the leave. */
  readonly sicknessTriggersLeaveFrom: PlainDate;
}

/** Key dates of maternity pay. Source: GOV.UK, Statutory Maternity Pay: employer guide; Statutory Maternity Pay (General) Regulations 1986. */
export function maternityDates(dueDate: PlainDate): MaternityDates {
  const weekOfConfinementStart = sundayOf(dueDate);
  const qualifyingWeekStart = addDays(weekOfConfinementStart, -15 * 7);
  const qualifyingWeekEnd = saturdayOf(qualifyingWeekStart);
  return {
    weekOfConfinementStart,
    qualifyingWeekStart,
    qualifyingWeekEnd,
    latestEmploymentStart: latestStartFor26Weeks(qualifyingWeekEnd),
    earliestLeaveStart: addDays(weekOfConfinementStart, -11 * 7),
    sicknessTriggersLeaveFrom: addDays(weekOfConfinementStart, -4 * 7),
  };
}
