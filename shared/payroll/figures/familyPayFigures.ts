import * as z from "zod";
import { decimalPounds, type Pence, parsePence, pence } from "../../core/money.ts";
import { addDays, PlainDate, plainDate, weekdayOf, weekdays } from "../../core/plainDate.ts";
import { ratesFor } from "../../rates/ratesFor.ts";
import { type PayDateRule, payDatesBetween } from "../payRun/payDates.ts";
import { sevenDecimals } from "../statutoryPay/familyPayAmounts.ts";
import { maternityDates } from "../statutoryPay/maternityDates.ts";
import { calculateFamilyPay, familyPayEnd, knownStandardRates, type StandardWeeklyRate } from "../statutoryPay/statutoryFamilyPay.ts";

const Amount = z.union([z.string(), z.number()]).transform((value, context): Pence => {
  const amount = parsePence(String(value));
  if (amount !== undefined && amount >= 0) return amount;
  context.addIssue({ code: "custom", message: `"${value}" is not an amount of pay` });
  return z.NEVER;
});

const FamilyCase = z.object({
  caseId: z.string(),
  payType: z.enum(["SMP", "SAP", "SPP", "ShPP", "SPBP", "SNCP"], { error: "payType: use SMP, SAP, SPP, ShPP, SPBP or SNCP" }),
  dueOrMatchDate: PlainDate.optional(),
  payStart: PlainDate,
  weeks: z.number().int().min(1).max(39),
  payPattern: z.enum(["weekly", "every_2_weeks", "every_4_weeks", "monthly"]).optional(),
  earningsInRelevantPeriod: Amount.optional(),
  paymentsInRelevantPeriod: z.number().int().min(1).optional(),
  averageWeeklyEarnings: z.string().optional(),
  lowerEarningsLimit: z.number().optional(),
  payDateRule: z.string(),
  payDateDetail: z.object({
    firstPayDate: PlainDate.optional(),
    dayOfMonth: z.number().int().min(1).max(31).optional(),
    weekday: z.number().int().min(0).max(6).optional(),
    weekOfMonth: z.enum(["first", "second", "third", "fourth", "last"]).optional(),
  }),
  standardRates: z.record(z.string(), Amount).optional(),
});
type FamilyCase = z.infer<typeof FamilyCase>;

/** What the family-pay file answers for one case. Parts are null when the input is bad. */
export interface FamilyAnswer {
  readonly caseId: string;
  readonly averageWeeklyEarnings: string | null;
  readonly entitledOnEarnings: boolean | null;
  readonly payEnd: string | null;
  readonly payments: readonly (readonly [string, string])[] | null;
  readonly total: string | null;
  readonly error: string;
}

/** Works out a family-pay file ({ cases: [...] }). Undefined when the text is not such a file. Never throws. */
export function workOutFamilyPay(text: string): { readonly cases: readonly FamilyAnswer[] } | undefined {
  const file = z.object({ cases: z.array(z.unknown()) }).safeParse(parseJson(text));
  return file.success ? { cases: file.data.cases.map(workOutCase) } : undefined;
}

/** The value a JSON text holds, or undefined when it is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function workOutCase(raw: unknown): FamilyAnswer {
  const parsed = FamilyCase.safeParse(raw);
  if (!parsed.success) return refuseCase(raw, parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join(". "));
  const given = parsed.data;
  const earnings = averageOf(given);
  const rule = payDateRuleOf(given);
  if (earnings === undefined) return refuseCase(raw, "Average weekly earnings can't be worked out: give earnings, payments and the pay pattern.");
  if (rule === undefined) return refuseCase(raw, `payDateRule: "${given.payDateRule}" is not known, or its details are missing.`);
  const limit = given.lowerEarningsLimit ?? lowerLimitOf(given);
  const isEntitled = limit === undefined || earnings >= BigInt(Math.round(limit * 100)) * (sevenDecimals / 100n);
  const payEnd = familyPayEnd(given.payStart, given.weeks);
  const payDates = isEntitled ? payDatesBetween(given.payStart, payEnd, rule) : [];
  const payments = calculateFamilyPay({ ...given, averageWeeklyEarnings: earnings, payDates, standardRates: standardRatesOf(given) });
  const total = pence(payments.reduce((sum, { amount }) => sum + amount, 0));
  return {
    caseId: given.caseId,
    averageWeeklyEarnings: given.averageWeeklyEarnings ?? earningsText(earnings),
    entitledOnEarnings: isEntitled,
    payEnd,
    payments: payments.map(({ payDate, amount }) => [payDate, decimalPounds(amount)]),
    total: decimalPounds(total),
    error: "",
  };
}

function refuseCase(raw: unknown, error: string): FamilyAnswer {
  const named = z.object({ caseId: z.string() }).safeParse(raw);
  const caseId = named.success ? named.data.caseId : "";
  return { caseId, averageWeeklyEarnings: null, entitledOnEarnings: null, payEnd: null, payments: null, total: null, error };
}

const weeksPerPayment = { weekly: 1, every_2_weeks: 2, every_4_weeks: 4 } as const;

/** Average weekly earnings in ten-millionths of a pound, cut. What was earned counts before a figure that is only stated. */
function averageOf({ earningsInRelevantPeriod, paymentsInRelevantPeriod, payPattern, averageWeeklyEarnings }: FamilyCase): bigint | undefined {
  if (earningsInRelevantPeriod !== undefined && paymentsInRelevantPeriod !== undefined && payPattern !== undefined) {
    const total = BigInt(earningsInRelevantPeriod) * (sevenDecimals / 100n);
    const payments = BigInt(paymentsInRelevantPeriod);
    if (payPattern === "monthly") return (total * 12n) / (payments * 52n);
    return total / (payments * BigInt(weeksPerPayment[payPattern]));
  }
  const match = /^(\d{1,6})(?:\.(\d{1,7}))?$/.exec(averageWeeklyEarnings ?? "");
  return match ? BigInt(match[1] ?? "0") * sevenDecimals + BigInt((match[2] ?? "").padEnd(7, "0")) : undefined;
}

/** "125.0", "207.4996153": at least one decimal. */
function earningsText(earnings: bigint): string {
  const decimals = (earnings % sevenDecimals).toString().padStart(7, "0").replace(/0+$/, "");
  return `${earnings / sevenDecimals}.${decimals === "" ? "0" : decimals}`;
}

/** The lower earnings limit in pounds of the qualifying week, or of the week of matching for adoption. */
function lowerLimitOf({ payType, dueOrMatchDate }: FamilyCase): number | undefined {
  if (dueOrMatchDate === undefined) return undefined;
  const weekEnd =
    payType === "SAP" ? addDays(dueOrMatchDate, 6 - weekdays.indexOf(weekdayOf(dueOrMatchDate))) : maternityDates(dueOrMatchDate).qualifyingWeekEnd;
  const limit = ratesFor(weekEnd)?.statutoryParentalPay.averageWeeklyEarningsMinimum;
  return limit === undefined ? undefined : limit / 100;
}

function payDateRuleOf({ payDateRule, payDateDetail: { firstPayDate, dayOfMonth, weekday, weekOfMonth } }: FamilyCase): PayDateRule | undefined {
  const every = (weeks: 1 | 2 | 4): PayDateRule | undefined => firstPayDate && { kind: "everyWeeks", weeks, firstPayDate };
  switch (payDateRule) {
    case "weekly_starting":
      return { kind: "payWeeks" };
    case "weekly":
      return every(1);
    case "every_2_weeks":
      return every(2);
    case "every_4_weeks":
      return every(4);
    case "first_day_of_the_month":
      return { kind: "firstDay" };
    case "last_day_of_the_month":
      return { kind: "lastDay" };
    case "last_working_day_of_the_month":
      return { kind: "lastWorkingDay" };
    case "specific_date_each_month":
      return dayOfMonth === undefined ? undefined : { kind: "dayOfMonth", day: dayOfMonth };
    case "a_certain_week_day_each_month":
      return weekday === undefined || weekOfMonth === undefined ? undefined : { kind: "weekdayOfMonth", weekday, week: weekOfMonth };
    default:
      return undefined;
  }
}

/** Standard rates of the years known here, or those given for older cases. The latest one holds until a newer one is known. */
function standardRatesOf({ standardRates }: FamilyCase): readonly StandardWeeklyRate[] {
  if (standardRates === undefined) return knownStandardRates;
  return Object.entries(standardRates)
    .map(([years, weekly]) => ({ from: firstSundayOfApril(years.slice(0, 4)), weekly }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

function firstSundayOfApril(year: string): PlainDate {
  const first = plainDate(`${year}-04-01`);
  return addDays(first, (7 - weekdays.indexOf(weekdayOf(first))) % 7);
}
