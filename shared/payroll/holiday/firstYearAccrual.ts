import type { ExplanationLine, Rule } from "../../core/explanation.ts";
import { formatMinutes, type Minutes, minutes } from "../../core/minutes.ts";
import { addMonths, formatDate, type PlainDate } from "../../core/plainDate.ts";
import type { HolidayRates } from "../../rates/taxYearRates.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";
import { type ContractedWeek, checkContractedWeek, yearlyHoliday } from "./fixedHoursEntitlement.ts";

export interface FirstYearAccrual {
  /** Months of the job that have begun, 1 to 12. */
  readonly months: number;
  /** Rounded up to the next half day: 5 is two and a half days. */
  readonly halfDays: number;
  /** The same in time, rounded up, and never more than a whole year's holiday. */
  readonly minutes: Minutes;
  readonly rule: Rule;
  readonly lines: readonly ExplanationLine[];
}

const rule: Rule = { name: "Holiday in the first year of a job", source: "Working Time Regulations 1998, regulation 15A" };

/**
 * The holiday that somebody with fixed hours may have taken by a day in the first year of the job: one twelfth of a whole year's holiday at the start of
 * each month of the job, rounded up to the next half day. From the second year on it is the whole of it.
 * Refuses a day before the job and a week that cannot be.
 * Source: Working Time Regulations 1998, regulation 15A; payroll rules, section 12.
 */
export function calculateFirstYearAccrual(
  startedOn: PlainDate,
  on: PlainDate,
  week: ContractedWeek,
  rates: { readonly holiday: HolidayRates },
): Verdict<FirstYearAccrual> {
  const refusal = checkContractedWeek(week);
  if (refusal) return refusal;
  if (on < startedOn) return refused(problem("on", on, `The job begins on ${formatDate(startedOn)}.`, "Choose a day from then on."));
  let months = 1;
  while (months < 12 && addMonths(startedOn, months) <= on) months++;
  const whole = yearlyHoliday(week, rates);
  const wholeMinutes = Math.ceil(whole.time.top / whole.time.bottom);
  const halfDays = Math.ceil((whole.thousandthsOfDays * months) / 6_000);
  const inTime = Math.ceil((halfDays * 50 * week.time) / week.hundredthsOfDays);
  const accrued = minutes(Math.min(wholeMinutes, inTime));
  const lines = [
    { text: `${months} of 12 months of the first year had begun by ${formatDate(on)}.` },
    { text: `${months} twelfths of ${formatMinutes(minutes(wholeMinutes))}, up to the next half day: ${formatMinutes(accrued)}.` },
  ];
  return accepted({ months, halfDays, minutes: accrued, rule, lines });
}
