import { type Minutes, minutes } from "../../core/minutes.ts";
import { type PlainDate, weekdayOf } from "../../core/plainDate.ts";
import { bankHolidays } from "../../rates/bankHolidays.ts";
import { cutAtMidnight } from "../../rota/shift.ts";
import type { KindsByDay, PaidShift } from "./paidTime.ts";
import { roundTime, type TimeRounding } from "./timeRounding.ts";

/** A shift's time on one calendar day. `worked` is real time less the break; `paid` is that time rounded as the contract says. Minutes. */
interface ShiftPart {
  readonly onDate: PlainDate;
  readonly worked: Minutes;
  readonly paid: Minutes;
}

/**
 * A shift day by day, so that each day has its own kind of time and rate. The break comes off the longest part and, where it is longer
 * than that, off the next; minutes that rounding adds or takes go to the longest part that is left. A shift without moments is one part.
 * Source: the contract.
 */
export function shiftParts(shift: PaidShift, rounding: TimeRounding): ShiftPart[] {
  const days = daysOf(shift);
  const length = days.reduce((sum, part) => sum + part.minutes, 0);
  const worked = takeBreak(
    days.map((part) => part.minutes),
    length - shift.workedMinutes,
  );
  const rounded = roundTime(shift.workedMinutes, rounding) - shift.workedMinutes;
  const longest = worked.indexOf(Math.max(...worked));
  return days.map(({ onDate }, index) => {
    const time = worked[index] ?? 0;
    return { onDate, worked: minutes(time), paid: minutes(index === longest ? time + rounded : time) };
  });
}

function daysOf({ startAt, endAt, onDate, workedMinutes }: PaidShift): { readonly onDate: PlainDate; readonly minutes: number }[] {
  const parts = startAt && endAt ? cutAtMidnight({ startAt, endAt }) : [];
  return parts.length > 0 ? parts : [{ onDate, minutes: workedMinutes }];
}

function takeBreak(parts: readonly number[], breakMinutes: number): number[] {
  const left = [...parts];
  let toTake = breakMinutes;
  while (toTake > 0) {
    const longest = left.indexOf(Math.max(...left));
    const taken = Math.min(toTake, left[longest] ?? 0);
    left[longest] = (left[longest] ?? 0) - taken;
    toTake -= taken;
  }
  return left;
}

/** The kind of time a day turns another kind into: bank holiday first, then Saturday or Sunday. England's bank holidays count. Source: the contract. */
export function kindOnDay(kindOfTimeId: string, on: PlainDate, kinds: KindsByDay | undefined): string {
  if (kinds === undefined || kindOfTimeId !== kinds.ordinaryKindId) return kindOfTimeId;
  if (bankHolidays[on] !== undefined && kinds.bankHolidayKindId !== null) return kinds.bankHolidayKindId;
  const day = weekdayOf(on);
  const byDay = day === "Sat" ? kinds.saturdayKindId : day === "Sun" ? kinds.sundayKindId : null;
  return byDay ?? kindOfTimeId;
}
