import { addDays, addMonths, type PlainDate, plainDate, weekdayOf } from "../../core/plainDate.ts";
import { hmrcPeriodOfMonth } from "../hmrc/hmrcMonth.ts";

/** The days around the end of a tax year. */
export interface YearEndDates {
  readonly taxYear: string;
  readonly nextTaxYear: string;
  /** 6 April and 5 April. */
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** The last Full Payment Submission of the year, on or before the last payday: 5 April at the latest. */
  readonly lastFullPaymentSubmissionBy: PlainDate;
  /** The Employer Payment Summary that says the year is over, where the last Full Payment Submission did not: 19 April. */
  readonly finalSummaryBy: PlainDate;
  /** Tax and National Insurance of the last month or quarter, paid electronically. */
  readonly lastPaymentBy: PlainDate;
  /** A P60 for everybody employed on 5 April: 31 May. */
  readonly p60By: PlainDate;
  /** New minimum wage rates: 1 April. */
  readonly minimumWageFrom: PlainDate;
  /** New rates of statutory family pay: the first Sunday of April. */
  readonly familyPayFrom: PlainDate;
  /** New tax and National Insurance rates: 6 April. */
  readonly newRatesFrom: PlainDate;
}

/** The tax year after one, by name: "2026-27" gives "2027-28". */
export function nextTaxYearOf(taxYear: string): string {
  const start = Number(taxYear.slice(0, 4)) + 1;
  return `${start}-${String((start + 1) % 100).padStart(2, "0")}`;
}

/** The days around the end of a tax year ("2026-27"). Source: GOV.UK, Payroll: annual reporting and tasks; payroll rules, sections 8, 9 and 14. */
export function yearEndDatesOf(taxYear: string): YearEndDates {
  const from = plainDate(`${taxYear.slice(0, 4)}-04-06`);
  const newRatesFrom = addMonths(from, 12);
  const year = newRatesFrom.slice(0, 4);
  const firstOfApril = plainDate(`${year}-04-01`);
  const to = addDays(newRatesFrom, -1);
  return {
    taxYear,
    nextTaxYear: nextTaxYearOf(taxYear),
    from,
    to,
    lastFullPaymentSubmissionBy: to,
    finalSummaryBy: plainDate(`${year}-04-19`),
    lastPaymentBy: hmrcPeriodOfMonth(taxYear, 12, false).dueElectronicallyOn,
    p60By: plainDate(`${year}-05-31`),
    minimumWageFrom: firstOfApril,
    familyPayFrom: firstSundayFrom(firstOfApril),
    newRatesFrom,
  };
}

function firstSundayFrom(date: PlainDate): PlainDate {
  return weekdayOf(date) === "Sun" ? date : firstSundayFrom(addDays(date, 1));
}
