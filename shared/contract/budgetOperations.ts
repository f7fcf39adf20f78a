import * as z from "zod";
import { Explained } from "../core/explanation.ts";
import { RecordId } from "../core/identifiers.ts";
import { Minutes } from "../core/minutes.ts";
import { BasisPoints, Pence } from "../core/money.ts";
import { PlainDate } from "../core/plainDate.ts";
import { PlanLine, SpendingCategory } from "../people/plan.ts";
import { type Operations, query } from "./operation.ts";

/** Where one line of the plan stands. */
export const PlanLineStanding = z.object({
  planLineId: RecordId,
  name: z.string(),
  category: SpendingCategory,
  plannedToDate: Explained,
  plannedToEnd: Explained,
  spent: Explained,
  promised: Explained,
  free: Explained,
  forecast: Explained,
  standing: z.enum(["onPlan", "over", "under"]),
});
export type PlanLineStanding = z.infer<typeof PlanLineStanding>;

/** A funder's part of the figures. */
export const FunderPart = z.object({ funderId: RecordId, name: z.string(), shareBasisPoints: BasisPoints, plannedPence: Pence, spentPence: Pence });

export const BudgetTotals = z.object({
  plannedToDatePence: Pence,
  plannedToEndPence: Pence,
  spentPence: Pence,
  promisedPence: Pence,
  freePence: Pence,
  forecastPence: Pence,
});

/** One posting on a plan line with the paper behind it. */
export const PlanLineEntry = z.object({
  postingId: z.string(),
  on: PlainDate,
  words: z.string(),
  amountPence: Pence,
  /** Where the entry comes from, for a link. */
  source: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("payRun"), payRunId: RecordId }),
    z.object({ kind: z.literal("statementLine"), lineId: RecordId }),
    z.object({ kind: z.literal("none") }),
  ]),
});
export type PlanLineEntry = z.infer<typeof PlanLineEntry>;

/** What the shifts planned on one line of the plan will cost, all costs of employing included. */
export const PlannedCostOfLine = z.object({ planLineId: RecordId, minutes: Minutes, cost: Explained });
export type PlannedCostOfLine = z.infer<typeof PlannedCostOfLine>;

/** The hours that money buys of one person's time. `problem` says why there is no answer. */
export const HoursLeft = z.object({
  ratePence: Pence.nullable(),
  /** What the next hour costs. */
  hourCost: Explained.nullable(),
  bought: z.object({ time: Minutes, cost: Explained, moneyLeft: Pence }).nullable(),
  problem: z.string().nullable(),
});
export type HoursLeft = z.infer<typeof HoursLeft>;

const onDay = z.strictObject({ on: PlainDate.optional() });

export const budgetOperations = {
  /** Where every line of the plan stands on a day (today when left out). `budget` is null until one is set up. */
  "budget.position": query(
    onDay,
    z.object({
      on: PlainDate,
      budget: z.object({ reference: z.string(), fromOn: PlainDate, toOn: PlainDate }).nullable(),
      lines: z.array(PlanLineStanding),
      totals: BudgetTotals,
      /** Spending that names no line of the plan. */
      notOnPlanPence: Pence,
      funders: z.array(FunderPart),
    }),
  ),
  /** In the bank, owed, kept in reserve, and truly spare. */
  "budget.account": query(
    onDay,
    z.object({
      on: PlainDate,
      inBank: Explained,
      owed: Explained,
      /** In the bank less owed: yours to use. */
      left: Explained,
      reserve: Explained,
      /** Above the reserve: the funder may ask for it back. */
      spare: Explained,
      belowReservePence: Pence,
      shortfallPence: Pence,
      reserveWeeks: z.number().int(),
    }),
  ),
  /** The funder's rule on a day, beside what is really owed. */
  "budget.surplus": query(
    z.strictObject({
      on: PlainDate.optional(),
      reserveWeeks: z.number().int().min(0).max(52).optional(),
      earmarkedPence: Pence.min(0).optional(),
      deductOwed: z.boolean().default(true),
      deductEarmarked: z.boolean().default(true),
    }),
    z.object({
      surplus: Explained,
      belowReservePence: Pence,
      shortfallPence: Pence,
      shares: z.array(z.object({ funderId: RecordId, name: z.string(), amountPence: Pence })),
    }),
  ),
  /** What the shifts planned after a day (today when left out) will cost each line of the plan, to the end of the budget. */
  "budget.plannedCost": query(
    onDay,
    z.object({ on: PlainDate, toOn: PlainDate.nullable(), lines: z.array(PlannedCostOfLine), total: Explained, problems: z.array(z.string()) }),
  ),
  /** The hours that what is free on a line of the plan buys of one person's time, to the end of the budget. */
  "budget.hoursLeft": query(
    z.strictObject({ planLineId: RecordId, engagementId: RecordId, kindOfTimeId: RecordId, on: PlainDate.optional() }),
    z.object({ on: PlainDate, toOn: PlainDate, freePence: Pence, answer: HoursLeft }),
  ),
  /** One line of the plan with every entry behind its figures. */
  "budget.lineDetail": query(
    z.strictObject({ planLineId: RecordId, on: PlainDate.optional() }),
    z.object({ line: PlanLineStanding, versions: z.array(PlanLine), entries: z.array(PlanLineEntry) }),
  ),
} satisfies Operations;
