import * as z from "zod";
import { RecordId } from "../core/identifiers.ts";
import { Minutes } from "../core/minutes.ts";
import { Pence } from "../core/money.ts";
import { PlainDate } from "../core/plainDate.ts";
import { requiredText } from "../core/text.ts";

/** What the support is for, in the person's own words. */
export const Outcome = z.object({ id: RecordId, budgetId: RecordId, position: z.number().int(), description: z.string() });
export type Outcome = z.infer<typeof Outcome>;

/** Our spending kinds. A return template maps them to the funder's own. */
export const SpendingCategory = z.enum([
  "personalAssistants",
  "nightSupport",
  "agency",
  "training",
  "equipment",
  "activities",
  "respite",
  "transport",
  "employerCosts",
  "insurance",
  "payroll",
  "oneOff",
  "contingency",
  "other",
]);
export type SpendingCategory = z.infer<typeof SpendingCategory>;

/** hours: so many a week at a rate; sum: an amount every so often; oneOff: once; contingency: kept for the unforeseen. */
export const PlanLineKind = z.enum(["hours", "sum", "oneOff", "contingency"]);
export type PlanLineKind = z.infer<typeof PlanLineKind>;

export const PlanLineFrequency = z.enum(["weekly", "fourWeekly", "monthly", "yearly", "once"]);
export type PlanLineFrequency = z.infer<typeof PlanLineFrequency>;

/** What a plan line allows, from one date on. Hours have minutes and a rate; the other kinds an amount and how often. */
export const PlanLineTerms = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("hours"),
    minutesPerWeek: Minutes.min(1, "Enter the hours a week"),
    hourlyRatePence: Pence.min(0),
    amountPence: z.null().default(null),
    frequency: z.null().default(null),
  }),
  z.object({
    kind: z.enum(["sum", "oneOff", "contingency"]),
    minutesPerWeek: z.null().default(null),
    hourlyRatePence: z.null().default(null),
    amountPence: Pence.min(0),
    frequency: PlanLineFrequency,
  }),
]);
export type PlanLineTerms = z.infer<typeof PlanLineTerms>;

/** One agreed purpose of the budget with its terms on a day. Its `id` outlives the versions of its terms. */
export const PlanLine = z.object({
  id: RecordId,
  budgetId: RecordId,
  name: requiredText("Name this budget line"),
  category: SpendingCategory,
  position: z.number().int(),
  versionId: RecordId,
  fromOn: PlainDate,
  toOn: PlainDate.nullable(),
  kind: PlanLineKind,
  minutesPerWeek: Minutes.nullable(),
  hourlyRatePence: Pence.nullable(),
  amountPence: Pence.nullable(),
  frequency: PlanLineFrequency.nullable(),
  outcomeId: RecordId.nullable(),
  reason: z.string(),
});
export type PlanLine = z.infer<typeof PlanLine>;
