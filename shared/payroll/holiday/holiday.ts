import { type Explained, explain } from "../../core/explanation.ts";
import { decimalHours, type Minutes, minutes } from "../../core/minutes.ts";
import { formatPence, formatRate, multiply, type Pence } from "../../core/money.ts";
import type { HolidayRates } from "../../rates/taxYearRates.ts";

type WithHoliday = { readonly taxYear: string; readonly holiday: HolidayRates };

/**
 * Holiday that irregular hours build up in one pay period: 12.07% of the time worked. `exact` is in ten-thousandths of a minute, to be kept as a
 * running total; `roundedHours` is the statutory whole hours, half up. Grant whichever total is higher.
 * Source: Working Time Regulations 1998, regulation 15B; payroll rules, section 12.
 */
export function accrueIrregularHoursHoliday(
  worked: Minutes,
  rates: WithHoliday,
): { readonly tenThousandthsOfMinutes: number; readonly roundedHours: number } {
  const tenThousandthsOfMinutes = worked * rates.holiday.irregularHoursAccrual;
  return { tenThousandthsOfMinutes, roundedHours: Math.floor((tenThousandthsOfMinutes + 300_000) / 600_000) };
}

/** A running total of exact accrual in whole minutes, rounded up so that nobody loses a part of a minute. */
export function wholeMinutesOf(tenThousandthsOfMinutes: number): Minutes {
  return minutes(Math.ceil(tenThousandthsOfMinutes / 10_000));
}

/** Holiday of a year for fixed hours: 5.6 weeks of the contracted time. Never rounded down. */
export function fixedHoursEntitlement(minutesPerWeek: Minutes, rates: WithHoliday): Minutes {
  return minutes(Math.ceil((minutesPerWeek * rates.holiday.statutoryTenthsOfWeeks) / 10));
}

/** Rolled-up holiday pay: 12.07% of the pay of the period, shown as its own line. Only for irregular hours and part-year workers. */
export function calculateRolledUpHolidayPay(pay: Pence, rates: WithHoliday): Explained {
  const { irregularHoursAccrual, sources } = rates.holiday;
  return explain({ name: "Rolled-up holiday pay", source: sources[0], ratesYear: rates.taxYear }, [
    {
      text: `${formatRate(irregularHoursAccrual)} of ${formatPence(pay)}, paid now instead of when holiday is taken.`,
      amount: multiply(pay, irregularHoursAccrual, "nearest"),
    },
  ]);
}

/** Pay for time off at an average of pay per minute over the reference weeks, to the nearest penny. */
export function calculateHolidayPay(timeOff: Minutes, referencePay: Pence, referenceTime: Minutes, rates: WithHoliday): Explained {
  const amount = referenceTime === 0 ? (0 as Pence) : averagePay(timeOff, referencePay, referenceTime);
  return explain({ name: "Holiday pay", source: rates.holiday.sources[0], ratesYear: rates.taxYear }, [
    { text: `Pay in the weeks looked at was ${formatPence(referencePay)} for ${decimalHours(referenceTime)} hours.` },
    { text: `The same average for ${decimalHours(timeOff)} hours off.`, amount },
  ]);
}

function averagePay(timeOff: Minutes, referencePay: Pence, referenceTime: Minutes): Pence {
  return Number((BigInt(referencePay) * BigInt(timeOff) * 2n + BigInt(referenceTime)) / (2n * BigInt(referenceTime))) as Pence;
}
