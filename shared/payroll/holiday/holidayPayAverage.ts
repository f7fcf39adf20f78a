import { type Explained, explain } from "../../core/explanation.ts";
import { decimalHours, type Minutes, minutes } from "../../core/minutes.ts";
import { formatPence, multiplyRatio, type Pence, pence } from "../../core/money.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";
import { pickReferenceWeeks, weeksBackAtMost } from "./referenceWeeks.ts";

/** One week of seven days from `weekFrom`. `pay` is pay for work and holiday, in pence; `statutoryPay` is sick and parental pay. */
export interface PaidWeek {
  readonly weekFrom: PlainDate;
  readonly pay: Pence;
  readonly statutoryPay: Pence;
  readonly time: Minutes;
}

export interface HolidayPayAverage {
  /** An average week's pay, to the nearest penny. Zero when no week counts. */
  readonly weeksPay: Explained;
  /** Exact sums of the weeks that count: pay for an hour of holiday is `referencePay` over `referenceTime`. */
  readonly referencePay: Pence;
  readonly referenceTime: Minutes;
  readonly weeksCounted: number;
  /** Weeks with no pay, or with statutory pay, that were left out on the way back. */
  readonly weeksLeftOut: number;
}

/**
 * The average week's pay before a holiday: the last 52 whole weeks with pay, leaving out weeks without pay and weeks with statutory pay, and never looking
 * back more than 104 weeks. With shorter service, the weeks there are. Pence.
 * Refuses the same week twice, weeks that overlap and a week with pay below zero.
 * Source: Employment Rights Act 1996, section 224, with Working Time Regulations 1998, regulation 16; payroll rules, section 12.
 */
export function calculateHolidayPayAverage(firstDayOff: PlainDate, weeks: readonly PaidWeek[]): Verdict<HolidayPayAverage> {
  const below = weeks.find((week) => week.pay < 0 || week.statutoryPay < 0 || week.time < 0);
  if (below) {
    const wayOut = "Put corrections into the week they belong to.";
    return refused(problem("weeks", below.weekFrom, "A week's pay and time may not be below zero.", wayOut));
  }
  const picked = pickReferenceWeeks(firstDayOff, weeks, ({ pay, statutoryPay }) => pay > 0 && statutoryPay === 0);
  if (!picked.ok) return picked;
  const { counted, leftOut } = picked.value;
  const referencePay = pence(counted.reduce((sum, { pay }) => sum + pay, 0));
  const referenceTime = minutes(counted.reduce((sum, { time }) => sum + time, 0));
  const rule = {
    name: "Holiday pay: average of 52 weeks",
    source: "Employment Rights Act 1996, section 224; Working Time Regulations 1998, regulation 16",
  };
  const lines = [
    { text: `Weeks with pay before ${formatDate(firstDayOff)}, at most ${weeksBackAtMost} weeks back: ${counted.length}.` },
    { text: `Weeks left out because they had no pay or had statutory pay: ${leftOut}.` },
  ];
  const known = { referencePay, referenceTime, weeksCounted: counted.length, weeksLeftOut: leftOut };
  if (counted.length === 0) return accepted({ weeksPay: explain(rule, lines), ...known });
  const text = `${formatPence(referencePay)} for ${decimalHours(referenceTime)} hours, divided by ${counted.length}.`;
  return accepted({ weeksPay: explain(rule, [...lines, { text, amount: multiplyRatio(referencePay, 1, counted.length, "nearest") }]), ...known });
}
