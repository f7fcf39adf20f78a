import { multiplyRatio, type Pence, pence, sumPence } from "../core/money.ts";
import { addDays, addMonths, type PlainDate } from "../core/plainDate.ts";
import type { PaymentCycle } from "../people/budget.ts";

/** The part of a funder's payment schedule that says when money comes and how much. Amount in pence. */
export interface PaymentScheduleTerms {
  readonly id: string;
  readonly funderId: string;
  readonly amountPence: Pence;
  readonly cycle: PaymentCycle;
  readonly firstOn: PlainDate;
  readonly lastOn: PlainDate | null;
}

/** Money a funder should pay on a day. */
export interface ExpectedReceipt {
  readonly scheduleId: string;
  readonly funderId: string;
  readonly dueOn: PlainDate;
  readonly amountPence: Pence;
}

const dayStep = { weekly: 7, fortnightly: 14, fourWeekly: 28 } as const;
const monthStep = { monthly: 1, quarterly: 3 } as const;

function dueDate(schedule: PaymentScheduleTerms, index: number): PlainDate {
  const { cycle, firstOn } = schedule;
  if (cycle === "oneOff") return firstOn;
  if (cycle === "monthly" || cycle === "quarterly") return addMonths(firstOn, index * monthStep[cycle]);
  return addDays(firstOn, index * dayStep[cycle]);
}

/** The payments that schedules promise from one day to another, both included, in date order. */
export function expectedReceipts(schedules: readonly PaymentScheduleTerms[], from: PlainDate, to: PlainDate): ExpectedReceipt[] {
  const receipts: ExpectedReceipt[] = [];
  for (const schedule of schedules) {
    const last = schedule.lastOn !== null && schedule.lastOn < to ? schedule.lastOn : to;
    for (let index = 0; ; index += 1) {
      const dueOn = dueDate(schedule, index);
      if (dueOn > last) break;
      if (dueOn >= from) receipts.push({ scheduleId: schedule.id, funderId: schedule.funderId, dueOn, amountPence: schedule.amountPence });
      if (schedule.cycle === "oneOff") break;
    }
  }
  return receipts.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** What a schedule comes to in one week, to the nearest penny; 52 weeks a year. A one-off payment has no weekly amount. */
export function weeklyAmount(schedule: PaymentScheduleTerms): Pence {
  const part = { weekly: [1, 1], fortnightly: [1, 2], fourWeekly: [1, 4], monthly: [12, 52], quarterly: [4, 52], oneOff: [0, 1] } as const;
  const [times, weeks] = part[schedule.cycle];
  return times === 0 ? pence(0) : multiplyRatio(schedule.amountPence, times, weeks, "nearest");
}

/** The weekly payment on a day: every schedule that runs then, together. The reserve rule is so many of these. */
export function weeklyPayment(schedules: readonly PaymentScheduleTerms[], on: PlainDate): Pence {
  return sumPence(schedules.filter((schedule) => schedule.firstOn <= on && (schedule.lastOn === null || schedule.lastOn >= on)).map(weeklyAmount));
}
