import { type Explained, explain } from "../../core/explanation.ts";
import { formatPence, formatRate, multiply, multiplyRatio, type Pence, pence } from "../../core/money.ts";
import { addDays, formatDate, type PlainDate } from "../../core/plainDate.ts";
import type { HolidayRates } from "../../rates/taxYearRates.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";
import { irregularHoursRulesFrom } from "./leaveYear.ts";
import { weeksWanted } from "./referenceWeeks.ts";

type WithHoliday = { readonly taxYear: string; readonly holiday: HolidayRates };

/** How the contract sets the hours. Part-year: weeks without work and pay in the year; irregular: hours wholly or mostly variable. */
export type WorkPattern = "fixedHours" | "irregularHours" | "partYear";

/**
 * Whether somebody may have rolled-up holiday pay: only with irregular hours or as a part-year worker, in leave years that begin on or after 1 April 2024.
 * Source: Working Time Regulations 1998, regulations 15F and 16A; payroll rules, section 12.
 */
export function checkRolledUpHolidayPay(pattern: WorkPattern, leaveYearFrom: PlainDate): Verdict<true> {
  if (pattern === "fixedHours") {
    const rule = "Rolled-up holiday pay is only for irregular hours and part-year workers.";
    return refused(problem("holidayBasis", "fixed hours", rule, "Pay holiday when it is taken."));
  }
  if (leaveYearFrom < irregularHoursRulesFrom) {
    const rule = `Rolled-up holiday pay is allowed in leave years that begin on or after ${formatDate(irregularHoursRulesFrom)}.`;
    return refused(problem("leaveYear.from", leaveYearFrom, rule, "Pay holiday when it is taken until the next leave year."));
  }
  return accepted(true);
}

/**
 * Rolled-up holiday pay: 12.07% of all pay of the period, to the nearest penny, shown as its own line. The time off must still be taken, without pay.
 * Source: Working Time Regulations 1998, regulation 16A; payroll rules, section 12.
 */
export function calculateRolledUpHolidayPay(pay: Pence, rates: WithHoliday): Explained {
  const { irregularHoursAccrual, sources } = rates.holiday;
  return explain({ name: "Rolled-up holiday pay", source: sources[0], ratesYear: rates.taxYear }, [
    {
      text: `${formatRate(irregularHoursAccrual)} of ${formatPence(pay)}, paid now instead of when holiday is taken.`,
      amount: multiply(pay, irregularHoursAccrual, "nearest"),
    },
  ]);
}

/** Rolled-up holiday pay that was paid in one earlier pay period, in pence; nothing worked gives 0. */
export interface RolledUpPayment {
  readonly periodFrom: PlainDate;
  readonly periodTo: PlainDate;
  readonly amount: Pence;
}

/**
 * Rolled-up holiday pay of one pay period of sickness or statutory leave: the average of what was paid in the pay periods that lie wholly in the 52 weeks
 * before the leave, to the nearest penny. With shorter service, the periods there are; with none, nothing.
 * Source: Working Time Regulations 1998, regulation 16A(4) to (6).
 */
export function calculateRolledUpHolidayPayOnLeave(leaveFrom: PlainDate, payments: readonly RolledUpPayment[], rates: WithHoliday): Explained {
  const earliest = addDays(leaveFrom, -7 * weeksWanted);
  const counted = payments.filter(({ periodFrom, periodTo }) => periodFrom >= earliest && periodTo < leaveFrom);
  const total = pence(counted.reduce((sum, { amount }) => sum + amount, 0));
  const rule = { name: "Rolled-up holiday pay during leave", source: "Working Time Regulations 1998, regulation 16A", ratesYear: rates.taxYear };
  if (counted.length === 0) return explain(rule, [{ text: `No rolled-up holiday pay was paid before ${formatDate(leaveFrom)}.` }]);
  const text = `${formatPence(total)} in the ${counted.length} pay periods of the 52 weeks before ${formatDate(leaveFrom)}, divided by ${counted.length}.`;
  return explain(rule, [{ text, amount: multiplyRatio(total, 1, counted.length, "nearest") }]);
}
