import { addMonths, type PlainDate, plainDate } from "../../core/plainDate.ts";

/**
 * The day by which what an order took is handed on: the 19th of the month after the payday.
 * Source: GOV.UK, Make benefit debt deductions from an employee's pay; payroll rules, section 11.
 */
export function payOverBy(payday: PlainDate): PlainDate {
  return plainDate(`${addMonths(payday, 1).slice(0, 7)}-19`);
}
