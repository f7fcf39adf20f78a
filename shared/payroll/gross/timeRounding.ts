import { type Minutes, minutes } from "../../core/minutes.ts";

/** How the contract rounds the time of a shift before it is paid: to whole steps of so many minutes. A step of 1 pays every minute as it is. */
export interface TimeRounding {
  readonly stepMinutes: number;
  /** `nearest`: half a step goes up. `up`: a step that is begun is paid. */
  readonly direction: "nearest" | "up";
}

/** Paid to the minute: what holds when a contract says nothing. */
export const noTimeRounding: TimeRounding = { stepMinutes: 1, direction: "nearest" };

/**
 * Time rounded as the contract says. Minutes, from nothing up. The minimum wage is always tested with the time before rounding.
 * Source: the contract; National Minimum Wage Regulations 2015, regulation 30 (the hours worked count).
 */
export function roundTime(time: Minutes, { stepMinutes, direction }: TimeRounding): Minutes {
  const over = time % stepMinutes;
  const isUp = direction === "up" ? over > 0 : over * 2 >= stepMinutes;
  return minutes(time - over + (isUp ? stepMinutes : 0));
}
