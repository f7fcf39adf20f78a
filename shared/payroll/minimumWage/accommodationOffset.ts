import { type Explained, type ExplanationLine, explain } from "../../core/explanation.ts";
import { formatMinutes, type Minutes } from "../../core/minutes.ts";
import { formatPence, multiplyRatio, type Pence, pence } from "../../core/money.ts";
import type { MinimumWageRates } from "../../rates/taxYearRates.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";

export interface AccommodationUse {
  /** All that is charged for the days of this pay period, heating and the like too, in pence; 0 when it is free. */
  readonly charge: Pence;
  /** Days of the pay period with accommodation. */
  readonly days: number;
  /** Time off for a day or more, paid at the minimum wage or better, while the charge stayed the same: time worked and time off. Null without it. */
  readonly paidAbsence: { readonly worked: Minutes; readonly off: Minutes } | null;
}

/**
 * What accommodation from the employer does to the pay that counts, in pence: free accommodation adds the offset of each day, a charge up to the offset
 * changes nothing, and of a higher charge the part above is taken off. With paid time off only the share of the charge for the time worked counts.
 * Refuses days that the period does not have and a charge below zero.
 * Source: National Minimum Wage Regulations 2015, regulations 14 to 16; payroll rules, section 9.
 */
export function calculateAccommodationOffset(use: AccommodationUse, daysInPeriod: number, rates: MinimumWageRates): Verdict<Explained> {
  const { charge, days, paidAbsence } = use;
  if (!Number.isSafeInteger(days) || days < 0 || days > daysInPeriod) {
    const rule = `The pay period has ${daysInPeriod} days; accommodation counts on 7 days a week at most.`;
    return refused(problem("accommodation.days", days, rule, "Count the days with accommodation in this pay period."));
  }
  if (charge < 0 || (paidAbsence && (paidAbsence.worked < 0 || paidAbsence.off < 0))) {
    return refused(
      problem("accommodation.charge", formatPence(charge), "A charge and times may not be below zero.", "Correct the charge or the time."),
    );
  }
  const perDay = rates.accommodationOffsetPerDay;
  const offset = pence(perDay * days);
  const lines: ExplanationLine[] = [{ text: `The accommodation offset is ${formatPence(perDay)} a day: ${formatPence(offset)} for ${days} days.` }];
  if (charge === 0) lines.push({ text: `The accommodation is free, so ${formatPence(offset)} is added.`, amount: offset });
  else {
    const whole = paidAbsence ? paidAbsence.worked + paidAbsence.off : 0;
    const counted = paidAbsence && whole > 0 ? multiplyRatio(charge, paidAbsence.worked, whole, "up") : charge;
    if (paidAbsence)
      lines.push({ text: `For ${formatMinutes(paidAbsence.worked)} worked of ${formatMinutes(whole as Minutes)}, ${formatPence(counted)} counts.` });
    const excess = pence(Math.max(0, counted - offset));
    lines.push(
      excess > 0
        ? { text: `The charge of ${formatPence(counted)} is ${formatPence(excess)} above it, which is taken off.`, amount: pence(-excess) }
        : { text: `The charge of ${formatPence(counted)} is not above it, so nothing changes.`, amount: excess },
    );
  }
  return accepted(explain({ name: "Accommodation offset", source: "National Minimum Wage Regulations 2015, regulations 14 to 16" }, lines));
}
