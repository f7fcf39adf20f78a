import type { YearToDate } from "../types.ts";
import { addToYear, type YearToDateParts } from "./yearToDate.ts";

/**
 * The year's totals added up from the figures of every sealed payslip, oldest first, on top of the opening figures; what the payslips carry as
 * totals is not looked at. So a payslip that takes another's place, or one more, gives the right year at once. Pence.
 * Source: HMRC, Full Payment Submission, year to date fields; payroll rules, section 14.
 */
export function rebuildYearToDate(opening: YearToDate, payslips: readonly YearToDateParts[]): YearToDate {
  return payslips.reduce(addToYear, opening);
}
