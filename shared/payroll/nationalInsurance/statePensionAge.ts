import { addMonths, type PlainDate, partsOf, plainDate } from "../../core/plainDate.ts";

const lastBornFor67 = plainDate("1977-04-05");

/**
 * The day a person reaches State Pension age: 66 when born up to 5 April 1960, one month later for each month of birth from 6 April 1960, 67 from
 * 6 March 1961, 68 from 6 April 1977 (years of birth after that are not yet settled month by month). Someone born on 31 July 1960 reaches it on
 * 30 November 2026: a day a month lacks becomes its last day.
 * Source: DWP, State Pension age timetable, https://www.gov.uk/government/publications/state-pension-age-timetable
 */
export function statePensionDate(dateOfBirth: PlainDate): PlainDate {
  if (dateOfBirth > lastBornFor67) return addMonths(dateOfBirth, 68 * 12);
  return addMonths(dateOfBirth, 66 * 12 + Math.min(12, Math.max(0, monthsAfterApril1960(dateOfBirth))));
}

/** Whether a person has reached State Pension age on a day. */
export function hasReachedStatePensionAge(dateOfBirth: PlainDate, on: PlainDate): boolean {
  return on >= statePensionDate(dateOfBirth);
}

function monthsAfterApril1960(dateOfBirth: PlainDate): number {
  const { year, month, day } = partsOf(dateOfBirth);
  return (year - 1960) * 12 + (month - 4) + (day >= 6 ? 1 : 0);
}
