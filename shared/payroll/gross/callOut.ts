import { type Minutes, minutes } from "../../core/minutes.ts";

/**
 * The minutes that a minimum paid call-out adds: a call of half an hour with two hours promised adds an hour and a half. Nothing for a
 * call that lasted as long, and nothing when nobody came. Source: the contract.
 */
export function callOutTopUp(paidMinutes: Minutes, leastPaidMinutes: Minutes): Minutes {
  return minutes(paidMinutes > 0 ? Math.max(0, leastPaidMinutes - paidMinutes) : 0);
}
