import { addDays, addMonths, type PlainDate } from "../../core/plainDate.ts";

/** Six weeks. */
const letterDays = 42;
const declarationMonths = 5;

interface PensionDutyDates {
  /** Letters to staff about the pension (or about putting it off). */
  readonly lettersBy: PlainDate;
  readonly declarationBy: PlainDate;
  readonly reEnrolment: ReEnrolmentDates;
}

interface ReEnrolmentDates {
  readonly thirdAnniversary: PlainDate;
  /** The first and last day that may be chosen for putting people back in. */
  readonly windowFrom: PlainDate;
  readonly windowTo: PlainDate;
  readonly reDeclarationBy: PlainDate;
}

/** The last day of so many calendar months that begin with a day. */
const lastDayOf = (from: PlainDate, months: number) => addDays(addMonths(from, months), -1);

/** The last day to give a letter that is due within six weeks of a day. Source: The Pensions Regulator; payroll rules, section 10. */
export function staffLetterBy(from: PlainDate): PlainDate {
  return addDays(from, letterDays);
}

/**
 * What an employer must do by when, from the day the duties start (the first assistant's first day): letters within six weeks, the declaration of
 * compliance within five months even when nobody had to be enrolled, and the first re-enrolment.
 * Source: The Pensions Regulator, video script and re-enrolment guidance; payroll rules, section 10.
 */
export function pensionDutyDates(dutiesStartOn: PlainDate): PensionDutyDates {
  return {
    lettersBy: staffLetterBy(dutiesStartOn),
    declarationBy: lastDayOf(dutiesStartOn, declarationMonths),
    reEnrolment: reEnrolmentDates(dutiesStartOn),
  };
}

/**
 * The next re-enrolment after the day the duties started, or after the last re-enrolment date chosen: a window from three months before the third
 * anniversary to the end of the three months that begin with it, and re-declaration within five months of the anniversary.
 * Source: Automatic Enrolment Regulations 2010, regulation 12(1); payroll rules, section 10.
 */
export function reEnrolmentDates(startOrLastReEnrolment: PlainDate): ReEnrolmentDates {
  const thirdAnniversary = addMonths(startOrLastReEnrolment, 36);
  return {
    thirdAnniversary,
    windowFrom: addMonths(thirdAnniversary, -3),
    windowTo: lastDayOf(thirdAnniversary, 3),
    reDeclarationBy: lastDayOf(thirdAnniversary, declarationMonths),
  };
}
