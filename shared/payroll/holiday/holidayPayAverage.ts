import { type Explained, explain } from "../../core/explanation.ts";
import { decimalHours, type Minutes, minutes } from "../../core/minutes.ts";
import { formatPence, multiplyRatio, type Pence, pence } from "../../core/money.ts";
import { addDays, formatDate, type PlainDate } from "../../core/plainDate.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";

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

const weeksWanted = 52;
const weeksBackAtMost = 104;

/**
 * The average week's pay before a holiday: the last 52 whole weeks with pay, leaving out weeks without pay and weeks with statutory pay, and never looking
 * back more than 104 weeks. With shorter service, the weeks there are. Pence.
 * Refuses the same week twice, weeks that overlap and a week with pay below zero.
 * Source: Employment Rights Act 1996, section 224, with Working Time Regulations 1998, regulation 16; payroll rules, section 12.
 */
export function calculateHolidayPayAverage(firstDayOff: PlainDate, weeks: readonly PaidWeek[]): Verdict<HolidayPayAverage> {
  const latestFirst = [...weeks].sort((a, b) => (a.weekFrom < b.weekFrom ? 1 : -1));
  for (const [index, week] of latestFirst.entries()) {
    const later = latestFirst[index - 1];
    if (later && addDays(week.weekFrom, 7) > later.weekFrom) {
      return refused(problem("weeks", week.weekFrom, "Two weeks share a day.", "Give each week once, all beginning on the same weekday."));
    }
    if (week.pay < 0 || week.statutoryPay < 0 || week.time < 0) {
      const value = formatPence(week.pay);
      return refused(problem("weeks", value, "A week's pay and time may not be below zero.", "Put corrections into the week they belong to."));
    }
  }
  const earliest = addDays(firstDayOff, -7 * weeksBackAtMost);
  const lookedAt = latestFirst.filter(({ weekFrom }) => addDays(weekFrom, 7) <= firstDayOff && weekFrom >= earliest);
  const counted: PaidWeek[] = [];
  let weeksLeftOut = 0;
  for (const week of lookedAt) {
    if (counted.length === weeksWanted) break;
    if (week.pay > 0 && week.statutoryPay === 0) counted.push(week);
    else weeksLeftOut++;
  }
  const referencePay = pence(counted.reduce((sum, { pay }) => sum + pay, 0));
  const referenceTime = minutes(counted.reduce((sum, { time }) => sum + time, 0));
  const rule = {
    name: "Holiday pay: average of 52 weeks",
    source: "Employment Rights Act 1996, section 224; Working Time Regulations 1998, regulation 16",
  };
  const lines = [
    { text: `The last ${counted.length} whole weeks with pay before ${formatDate(firstDayOff)}, at most ${weeksBackAtMost} weeks back.` },
    { text: `${weeksLeftOut} weeks without pay or with statutory pay are left out.` },
  ];
  const [first] = counted;
  if (!first) return accepted({ weeksPay: explain(rule, lines), referencePay, referenceTime, weeksCounted: 0, weeksLeftOut });
  const text = `${formatPence(referencePay)} for ${decimalHours(referenceTime)} hours, shared over ${counted.length} weeks.`;
  const weeksPay = explain(rule, [...lines, { text, amount: multiplyRatio(referencePay, 1, counted.length, "nearest") }]);
  return accepted({ weeksPay, referencePay, referenceTime, weeksCounted: counted.length, weeksLeftOut });
}
