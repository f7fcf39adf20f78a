import * as z from "zod";
import { addDays, addMonths, daysBetween, formatDate, PlainDate } from "../core/plainDate.ts";

/** Where a date comes from: worked out from what is in the file, or the user's own. */
export const KeyDateKind = z.enum(["payday", "hmrc", "return", "review", "insurance", "funding", "own"]);
export type KeyDateKind = z.infer<typeof KeyDateKind>;

/** One day to keep in mind. `route` is the screen where it is done; `keyDateId` is there for the user's own dates. */
export const KeyDate = z.object({
  dueOn: PlainDate,
  description: z.string(),
  kind: KeyDateKind,
  route: z.string(),
  isDone: z.boolean(),
  keyDateId: z.string().optional(),
});
export type KeyDate = z.infer<typeof KeyDate>;

/** What the dates are worked out from. All money questions are settled before: `isDone` says so. */
export interface KeyDateFacts {
  readonly paydays: readonly {
    readonly payday: PlainDate;
    readonly periodFrom: PlainDate;
    readonly periodTo: PlainDate;
    readonly isFinished: boolean;
  }[];
  readonly hmrcPayments: readonly { readonly dueOn: PlainDate; readonly label: string; readonly isPaid: boolean }[];
  readonly returns: readonly { readonly dueOn: PlainDate; readonly label: string; readonly route: string; readonly isSent: boolean }[];
  readonly reviewsOn: readonly PlainDate[];
  readonly insuranceEndsOn: PlainDate | undefined;
  readonly budgetEndsOn: PlainDate | undefined;
  /** Days around the end of the tax year (yearEndKeyDates). */
  readonly yearEnd: readonly KeyDate[];
  readonly own: readonly { readonly id: string; readonly dueOn: PlainDate; readonly description: string; readonly doneOn: PlainDate | null }[];
}

/** Every key date that the facts give, earliest first; days that are the same keep payday, HMRC, return, then the rest. */
export function buildKeyDates(facts: KeyDateFacts): KeyDate[] {
  const dates: KeyDate[] = [
    ...facts.paydays.map((payday) => ({
      dueOn: payday.payday,
      description: `Payday for ${formatDate(payday.periodFrom)} to ${formatDate(payday.periodTo)}, and figures for HMRC`,
      kind: "payday" as const,
      route: "/pay",
      isDone: payday.isFinished,
    })),
    ...facts.hmrcPayments.map((payment) => ({
      dueOn: payment.dueOn,
      description: `Pay HMRC for ${payment.label}`,
      kind: "hmrc" as const,
      route: "/hmrc/paying",
      isDone: payment.isPaid,
    })),
    ...facts.returns.map((auditReturn) => ({
      dueOn: auditReturn.dueOn,
      description: auditReturn.label,
      kind: "return" as const,
      route: auditReturn.route,
      isDone: auditReturn.isSent,
    })),
    ...facts.reviewsOn.map((dueOn) => ({
      dueOn,
      description: "Review of your support plan",
      kind: "review" as const,
      route: "/setup/budget",
      isDone: false,
    })),
  ];
  if (facts.insuranceEndsOn) {
    dates.push({
      dueOn: facts.insuranceEndsOn,
      description: "Employers’ liability insurance ends",
      kind: "insurance",
      route: "/setup/insurance",
      isDone: false,
    });
  }
  if (facts.budgetEndsOn) {
    dates.push({ dueOn: facts.budgetEndsOn, description: "Your budget period ends", kind: "funding", route: "/budget", isDone: false });
  }
  dates.push(...facts.yearEnd);
  for (const own of facts.own) {
    dates.push({ dueOn: own.dueOn, description: own.description, kind: "own", route: "/key-dates", isDone: own.doneOn !== null, keyDateId: own.id });
  }
  return dates.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

/** How many days until a date in words: "today", "tomorrow", "in 6 days", "3 days ago". */
export function daysAway(today: PlainDate, on: PlainDate): string {
  const days = daysBetween(today, on);
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** The dates still to do: those already past first, then up to `months` ahead. */
export function upcomingKeyDates(dates: readonly KeyDate[], today: PlainDate, months: number): KeyDate[] {
  const until = addMonths(today, months);
  const longAgo = addDays(today, -366);
  return dates.filter((date) => !date.isDone && date.dueOn <= until && date.dueOn >= longAgo && (date.dueOn >= today || date.kind !== "review"));
}
