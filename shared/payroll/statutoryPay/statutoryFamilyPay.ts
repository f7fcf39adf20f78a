import { type Explained, type ExplanationLine, explain } from "../../core/explanation.ts";
import { formatPence, type Pence, pence } from "../../core/money.ts";
import { addDays, daysBetween, earlierOf, formatDate, laterOf, type PlainDate } from "../../core/plainDate.ts";
import { knownTaxYears } from "../../rates/ratesFor.ts";
import { formatSevenDecimals, perPenny, roundUpSevenths, type SevenDecimals } from "./familyPayAmounts.ts";
import { type FamilyPayType, familyPayNames, higherRateWeeks } from "./familyPayTypes.ts";

/** A standard weekly rate and the Sunday it starts on. */
export interface StandardWeeklyRate {
  readonly from: PlainDate;
  readonly weekly: Pence;
}

/** The standard rates of every tax year this version knows, oldest first: each from the first Sunday of April. */
export const knownStandardRates: readonly StandardWeeklyRate[] = knownTaxYears.map(({ statutoryParentalPay }) => ({
  from: statutoryParentalPay.flatRateFrom,
  weekly: statutoryParentalPay.weeklyFlatRate,
}));

/** A stretch of family pay without a break: whole weeks from a start. Pay taken in several stretches has one of these for each. */
export interface FamilyPayPeriod {
  readonly payType: FamilyPayType;
  readonly payStart: PlainDate;
  readonly weeks: number;
  /** In ten-millionths of a pound, already cut. */
  readonly averageWeeklyEarnings: SevenDecimals;
  /** Oldest first. */
  readonly standardRates: readonly StandardWeeklyRate[];
  /** Pay weeks that are not paid (counted from 0), for example because of work beyond the keeping-in-touch days. */
  readonly weeksNotPaid?: readonly number[];
}

export interface FamilyPayInput extends FamilyPayPeriod {
  /** Paydays from the first on or after `payStart`, long enough to cover the end; each pays the days since the one before. */
  readonly payDates: readonly PlainDate[];
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
    const to = earlierOf(payDate, end);
    payments.push({ payDate, amount: roundUpSevenths(seventhsBetween(from, to, input)) });
    from = addDays(to, 1);
  }
  return payments;
}

/** What is due of family pay between two dates. */
export interface FamilyPayDue {
  readonly days: number;
  /** Whole pay weeks that end in the stretch of time. */
  readonly wholeWeeks: number;
  readonly total: Explained;
}

/**
 * What is due between two dates (one pay period), both included, in pence. `roundedTo` holds the last days of the payments the whole is paid in (the ends of
 * the pay periods): each such payment is rounded up to the penny once, as GOV.UK's calculator does, and a part of it is what it comes to up to the part's
 * last day less what it came to before. So however the time is cut, the parts add up exactly to the payments of calculateFamilyPay. Left out, each pay week
 * is a payment. After the last of `roundedTo` the rest is one payment. Source: GOV.UK maternity, paternity and adoption pay calculator; payroll rules,
 * section 8.
 */
export function familyPayBetween(
  period: FamilyPayPeriod,
  from: PlainDate,
  to: PlainDate,
  source: string,
  roundedTo?: readonly PlainDate[],
): FamilyPayDue {
  const end = familyPayEnd(period.payStart, period.weeks);
  const first = laterOf(from, period.payStart);
  const last = earlierOf(to, end);
  const lines: ExplanationLine[] = [];
  let days = 0;
  for (const payment of paymentsOf(period, end, roundedTo)) {
    const partFrom = laterOf(first, payment.from);
    const partTo = earlierOf(last, payment.to);
    if (partFrom > partTo) continue;
    const before = roundUpSevenths(seventhsBetween(payment.from, addDays(partFrom, -1), period));
    const upTo = roundUpSevenths(seventhsBetween(payment.from, partTo, period));
    const stretches = describeStretches(partFrom, partTo, period);
    days += stretches.reduce((sum, { daysPaid }) => sum + daysPaid, 0);
    const told = stretches.map(({ text }) => text).join(" ");
    const rest =
      partFrom > payment.from
        ? ` The payment from ${formatDate(payment.from)} comes to ${formatPence(upTo)}, less ${formatPence(before)} before.`
        : "";
    lines.push({ text: `${told}${rest} Rounded up to the penny.`, amount: pence(upTo - before) });
  }
  return { days, wholeWeeks: wholeWeeksBetween(first, last, period), total: explain({ name: familyPayNames[period.payType], source }, lines) };
}

/** The weekly rate of a pay week (counted from 0) in ten-millionths of a pound; nothing for a week that is not paid. */
export function familyPayWeeklyRate(week: number, period: FamilyPayPeriod): SevenDecimals {
  const { payType, payStart, averageWeeklyEarnings, standardRates } = period;
  if (isLost(week, period)) return 0n;
  const ninetyPercent = (averageWeeklyEarnings * 9n) / 10n;
  // The law gives the higher rate to the first six weeks "in respect of which it is payable": a week lost does not use one up.
  let payableBefore = 0;
  for (let before = 0; before < week; before++) if (!isLost(before, period)) payableBefore++;
  if (payableBefore < higherRateWeeks[payType]) return ninetyPercent;
  const standard = BigInt(standardRateOn(addDays(payStart, week * 7), standardRates)) * perPenny;
  return ninetyPercent < standard ? ninetyPercent : standard;
}

const isLost = (week: number, { weeksNotPaid }: FamilyPayPeriod): boolean => weeksNotPaid?.includes(week) ?? false;
const weekEnd = (week: number, { payStart }: FamilyPayPeriod): PlainDate => addDays(payStart, week * 7 + 6);

/** The stretches that are rounded up once. One after the end of the pay brings nothing. */
function paymentsOf(period: FamilyPayPeriod, end: PlainDate, roundedTo: readonly PlainDate[] | undefined) {
  const { payStart, weeks } = period;
  const ends = roundedTo ?? Array.from({ length: weeks }, (_, week) => weekEnd(week, period));
  const payments: { readonly from: PlainDate; readonly to: PlainDate }[] = [];
  let from = payStart;
  for (const to of [...ends.filter((day) => day >= payStart), end].sort()) {
    payments.push({ from, to });
    from = addDays(to, 1);
  }
  return payments;
}

const weekOf = (day: PlainDate, payStart: PlainDate): number => Math.floor(daysBetween(payStart, day) / 7);

/** Days from `from` to `to` at the weekly rate of each, in sevenths of ten-millionths of a pound. Nothing when `to` is before `from`. */
function seventhsBetween(from: PlainDate, to: PlainDate, period: FamilyPayPeriod): bigint {
  let sevenths = 0n;
  for (const { days, rate } of weekParts(from, to, period)) sevenths += BigInt(days) * rate;
  return sevenths;
}

/** The pay weeks, whole or cut, between two days. */
function weekParts(from: PlainDate, to: PlainDate, period: FamilyPayPeriod) {
  const parts: { readonly days: number; readonly rate: SevenDecimals; readonly from: PlainDate; readonly to: PlainDate }[] = [];
  for (let start = from; start <= to; ) {
    const week = weekOf(start, period.payStart);
    const last = earlierOf(weekEnd(week, period), to);
    parts.push({ days: daysBetween(start, last) + 1, rate: familyPayWeeklyRate(week, period), from: start, to: last });
    start = addDays(last, 1);
  }
  return parts;
}

/** One sentence for each run of days at one weekly rate. */
function describeStretches(from: PlainDate, to: PlainDate, period: FamilyPayPeriod): { readonly text: string; readonly daysPaid: number }[] {
  const runs: { from: PlainDate; to: PlainDate; days: number; rate: SevenDecimals }[] = [];
  for (const part of weekParts(from, to, period)) {
    const last = runs.at(-1);
    if (last && last.rate === part.rate) Object.assign(last, { to: part.to, days: last.days + part.days });
    else runs.push({ ...part });
  }
  return runs.map(({ from: start, to: last, days, rate }) => {
    const dates = `${formatDate(start)} to ${formatDate(last)}`;
    if (rate === 0n) return { text: `${dates}: not paid.`, daysPaid: 0 };
    return {
      text: `${dates}: ${days} ${days === 1 ? "day" : "days"} at one seventh of ${formatSevenDecimals(rate)} (${rateName(rate, period)}).`,
      daysPaid: days,
    };
  });
}

function rateName(rate: SevenDecimals, { averageWeeklyEarnings }: FamilyPayPeriod): string {
  if (rate !== (averageWeeklyEarnings * 9n) / 10n) return "the standard rate";
  return `90% of average weekly earnings of ${formatSevenDecimals(averageWeeklyEarnings)}`;
}

function wholeWeeksBetween(first: PlainDate, last: PlainDate, period: FamilyPayPeriod): number {
  let whole = 0;
  for (let week = 0; weekEnd(week, period) <= last; week++) if (weekEnd(week, period) >= first && !isLost(week, period)) whole++;
  return whole;
}

function standardRateOn(day: PlainDate, rates: readonly StandardWeeklyRate[]): Pence {
  let found = rates[0];
  for (const rate of rates) if (rate.from <= day) found = rate;
  if (!found) throw new RangeError("Family pay needs a standard rate");
  return found.weekly;
}
