import { type Pence, pence } from "../../core/money.ts";
import { addDays, daysBetween, type PlainDate } from "../../core/plainDate.ts";

/** Maternity, adoption, paternity, shared parental, bereavement and neonatal care pay. */
export type FamilyPayType = "SMP" | "SAP" | "SPP" | "ShPP" | "SPBP" | "SNCP";

/** A standard weekly rate and the Sunday it starts on. */
export interface StandardWeeklyRate {
  readonly from: PlainDate;
  readonly weekly: Pence;
}

/** Seven decimals of a pound: £1 is 10,000,000. Family pay is worked out to this and only what is paid is rounded. */
export const sevenDecimals = 10_000_000n;
const perPenny = sevenDecimals / 100n;

export interface FamilyPayInput {
  readonly payType: FamilyPayType;
  readonly payStart: PlainDate;
  readonly weeks: number;
  /** In ten-millionths of a pound, already cut. */
  readonly averageWeeklyEarnings: bigint;
  /** Paydays from the first on or after `payStart`, long enough to cover the end; each pays the days since the one before. */
  readonly payDates: readonly PlainDate[];
  /** Oldest first. */
  readonly standardRates: readonly StandardWeeklyRate[];
}

export interface FamilyPayPayment {
  readonly payDate: PlainDate;
  readonly amount: Pence;
}

/** The last day that is paid for. */
export const familyPayEnd = (payStart: PlainDate, weeks: number): PlainDate => addDays(payStart, weeks * 7 - 1);

/**
 * Statutory family pay, payment by payment. Maternity and adoption pay is 90% of average weekly earnings for six weeks, then the lower of that and the
 * standard rate; the others are the lower of the two throughout. A pay week has the standard rate in force on its first day. A payment covers the days
 * since the payment before, at one seventh of the weekly rate each, and is rounded up to the penny.
 * Source: Social Security Contributions and Benefits Act 1992, parts 12 to 12ZE; payroll rules, section 8.
 */
export function calculateFamilyPay(input: FamilyPayInput): FamilyPayPayment[] {
  const end = familyPayEnd(input.payStart, input.weeks);
  const payments: FamilyPayPayment[] = [];
  let from = input.payStart;
  for (const payDate of input.payDates) {
    if (from > end) break;
    const to = payDate < end ? payDate : end;
    payments.push({ payDate, amount: amountFor(from, to, input) });
    from = addDays(to, 1);
  }
  return payments;
}

function amountFor(from: PlainDate, to: PlainDate, input: FamilyPayInput): Pence {
  let sevenths = 0n;
  for (let day = from; day <= to; day = addDays(day, 1)) sevenths += weeklyRate(Math.floor(daysBetween(input.payStart, day) / 7), input);
  const unit = 7n * perPenny;
  return pence(Number((sevenths + unit - 1n) / unit));
}

/** The weekly rate of a pay week (counted from 0) in ten-millionths of a pound. */
function weeklyRate(week: number, { payType, payStart, averageWeeklyEarnings, standardRates }: FamilyPayInput): bigint {
  const ninetyPercent = (averageWeeklyEarnings * 9n) / 10n;
  const hasHigherWeeks = payType === "SMP" || payType === "SAP";
  if (hasHigherWeeks && week < 6) return ninetyPercent;
  const standard = BigInt(standardRateOn(addDays(payStart, week * 7), standardRates)) * perPenny;
  return ninetyPercent < standard ? ninetyPercent : standard;
}

function standardRateOn(day: PlainDate, rates: readonly StandardWeeklyRate[]): Pence {
  let found = rates[0];
  for (const rate of rates) if (rate.from <= day) found = rate;
  if (!found) throw new RangeError("Family pay needs a standard rate");
  return found.weekly;
}
