import type { Instant } from "../../core/identifiers.ts";
import type { Minutes } from "../../core/minutes.ts";
import type { Pence } from "../../core/money.ts";
import type { PlainDate } from "../../core/plainDate.ts";

/** A kind of time as the employer has set it up. `position` orders the kinds; the first one paid by the hour is the basic one. */
export interface PaidKindOfTime {
  readonly id: string;
  readonly name: string;
  readonly paidBy: "hour" | "shift" | "day" | "mile";
  readonly minimumWageCounts: "all" | "awakeOnly" | "none";
  readonly position: number;
  /** Minimum paid call-out: a shorter shift is paid as this long. Nothing when left out. */
  readonly leastPaidMinutes?: Minutes;
}

/** A rate of pay from a day on: pence an hour, shift, day or mile. */
export interface DatedPayRate {
  readonly kindOfTimeId: string;
  readonly fromOn: PlainDate;
  readonly ratePence: Pence;
}

/**
 * One confirmed shift. `workedMinutes` are real minutes less the unpaid break; `awakeMinutes` is time awake for work in a sleep-in;
 * `milesHundredths` is 1250 for 12.5 miles. With its two moments a shift over midnight is paid day by day; without them it is all
 * paid as its first day.
 */
export interface PaidShift {
  readonly onDate: PlainDate;
  readonly startAt?: Instant;
  readonly endAt?: Instant;
  readonly workedMinutes: Minutes;
  readonly awakeMinutes: Minutes;
  readonly milesHundredths: number;
  readonly kindOfTimeId: string;
  readonly planLineId: string | null;
}

/** Kinds of time that follow the day: time of the ordinary kind on such a day is paid as the day's kind. Null where the contract has no such kind. */
export interface KindsByDay {
  readonly ordinaryKindId: string;
  readonly saturdayKindId: string | null;
  readonly sundayKindId: string | null;
  /** Comes before Saturday and Sunday. */
  readonly bankHolidayKindId: string | null;
}

/** The rate in force on a day: the latest one that started by then; of two from the same day the first in the list. Pence. Source: the contract. */
export function rateOn(payRates: readonly DatedPayRate[], kindOfTimeId: string, on: PlainDate): Pence | undefined {
  let best: DatedPayRate | undefined;
  for (const rate of payRates) {
    if (rate.kindOfTimeId === kindOfTimeId && rate.fromOn <= on && (best === undefined || rate.fromOn > best.fromOn)) best = rate;
  }
  return best?.ratePence;
}
