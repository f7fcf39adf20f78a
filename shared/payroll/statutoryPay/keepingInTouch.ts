import { daysBetween, formatDate, type PlainDate } from "../../core/plainDate.ts";
import { type FamilyPayType, keepingInTouchDays } from "./familyPayTypes.ts";
import { familyPayEnd } from "./statutoryFamilyPay.ts";

/** Work during family pay: the days allowed and the pay weeks lost by work beyond them. */
export interface KeepingInTouch {
  readonly daysUsed: number;
  readonly daysLeft: number;
  /** Pay weeks (counted from 0) that are not paid, for `weeksNotPaid` of the family pay. */
  readonly weeksLost: readonly number[];
  /** One sentence for each week lost. */
  readonly reasons: readonly string[];
}

/**
 * Counts days of work during family pay. Ten days (twenty for shared parental pay) lose nothing; each pay week with work beyond them is lost whole. Paternity,
 * bereavement and neonatal care pay allow none. Any work on a day counts as a day. `usedBefore`: days used in earlier stretches of the same pay.
 * Source: Statutory Maternity Pay (General) Regulations 1986, regulation 9A; GOV.UK, Employee rights when on leave.
 */
export function keepingInTouch(
  payType: FamilyPayType,
  payStart: PlainDate,
  weeks: number,
  daysWorked: readonly PlainDate[],
  usedBefore = 0,
): KeepingInTouch {
  const end = familyPayEnd(payStart, weeks);
  const days = [...new Set(daysWorked)].filter((day) => day >= payStart && day <= end).sort();
  const allowed = Math.max(0, keepingInTouchDays[payType] - usedBefore);
  const weeksLost = new Map<number, PlainDate>();
  for (const day of days.slice(allowed)) {
    const week = Math.floor(daysBetween(payStart, day) / 7);
    if (!weeksLost.has(week)) weeksLost.set(week, day);
  }
  const most = keepingInTouchDays[payType];
  const why = most === 0 ? "no work is allowed in a week of this pay" : `the ${most} days allowed were used up`;
  return {
    daysUsed: Math.min(allowed, days.length),
    daysLeft: Math.max(0, allowed - days.length),
    weeksLost: [...weeksLost.keys()],
    reasons: [...weeksLost].map(([week, day]) => `Pay week ${week + 1} is not paid: there was work on ${formatDate(day)} and ${why}.`),
  };
}
