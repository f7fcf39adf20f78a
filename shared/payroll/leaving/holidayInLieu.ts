import { type Explained, explain } from "../../core/explanation.ts";
import { formatMinutes, type Minutes, minutes } from "../../core/minutes.ts";
import { formatPence, multiplyRatio, type Pence, pence } from "../../core/money.ts";
import type { LeaverHoliday } from "./leaverHoliday.ts";

export interface HolidayInLieuInput {
  readonly leaverHoliday: LeaverHoliday;
  /** Pay and time of the reference weeks, whose average an hour of holiday is worth. */
  readonly referencePay: Pence;
  readonly referenceTime: Minutes;
  /** True only when a written agreement lets the employer take back holiday taken beyond what was earned. */
  readonly mayTakeBackHoliday: boolean;
}

/**
 * Pay for holiday that is left on leaving, in pence, at the average of the reference weeks and rounded up to the penny. Holiday taken beyond what was
 * earned is taken back (below zero, rounded down) only when a written agreement allows it. It is earnings: taxed, with National Insurance.
 * Source: Working Time Regulations 1998, regulation 14; payroll rules, section 12.
 */
export function calculateHolidayInLieu({ leaverHoliday, referencePay, referenceTime, mayTakeBackHoliday }: HolidayInLieuInput): Explained {
  const { left, lines } = leaverHoliday;
  const rule = { name: "Pay in lieu of holiday", source: "Working Time Regulations 1998, regulation 14" };
  if (left < 0 && !mayTakeBackHoliday) {
    return explain(rule, [...lines, { text: "No written agreement lets the employer take it back, so nothing is taken." }]);
  }
  const value = referenceTime > 0 ? multiplyRatio(referencePay, Math.abs(left), referenceTime, left < 0 ? "down" : "up") : pence(0);
  const average = `${formatPence(referencePay)} for ${formatMinutes(referenceTime)} in the weeks looked at gives the average.`;
  const told = left < 0 ? `${formatMinutes(minutes(-left))} at that average is taken back.` : `${formatMinutes(left)} at that average.`;
  return explain(rule, [...lines, { text: average }, { text: told, amount: pence(left < 0 ? -value : value) }]);
}
