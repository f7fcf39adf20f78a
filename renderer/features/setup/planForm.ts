import * as z from "zod";
import { minutes } from "../../../shared/core/minutes.ts";
import { moneyText, requiredText } from "../../../shared/core/text.ts";
import { type Outcome, type PlanLine, type PlanLineTerms, SpendingCategory } from "../../../shared/people/plan.ts";
import { typedHours, typedPounds } from "../../../shared/people/typedText.ts";
import type { Input } from "../../api/client.ts";
import { chosen, hoursText } from "../../components/formSchemas.ts";

const base = {
  id: z.string().optional(),
  name: requiredText("Name this budget line"),
  category: z.enum(SpendingCategory.options, { error: "Choose what kind of spending it is" }),
  outcome: z.string(),
};
const frequency = chosen(["weekly", "fourWeekly", "monthly", "yearly"], "Choose how often");

/** One budget line as typed: hours have hours and a rate, the others an amount. */
const PlanLineForm = z.discriminatedUnion(
  "kind",
  [
    z.object({ ...base, kind: z.literal("hours"), hours: hoursText("Enter the hours a week"), rate: moneyText("Enter the rate an hour") }),
    z.object({ ...base, kind: z.literal("sum"), amount: moneyText("Enter the amount"), frequency }),
    z.object({ ...base, kind: z.literal("contingency"), amount: moneyText("Enter the amount"), frequency }),
    z.object({ ...base, kind: z.literal("oneOff"), amount: moneyText("Enter the amount") }),
  ],
  { error: "Choose how the money is agreed" },
);
type TypedLine = z.output<typeof PlanLineForm>;

export const PlanForm = z.object({ lines: z.array(PlanLineForm), fromOn: z.string(), reason: z.string() });

export const newLine = { name: "", category: "", outcome: "", kind: "", hours: "", rate: "", amount: "", frequency: "monthly" };

/** A line of the plan as the boxes show it. */
export function typedLine(line: PlanLine, outcomes: readonly Outcome[]) {
  const position = outcomes.findIndex(({ id }) => id === line.outcomeId);
  return {
    id: line.id,
    name: line.name,
    category: line.category,
    outcome: position < 0 ? "" : String(position),
    kind: line.kind,
    hours: typedHours(line.minutesPerWeek),
    rate: typedPounds(line.hourlyRatePence),
    amount: typedPounds(line.amountPence),
    frequency: line.frequency && line.frequency !== "once" ? line.frequency : "monthly",
  };
}

function termsOf(line: TypedLine): PlanLineTerms {
  if (line.kind === "hours") {
    return { kind: "hours", minutesPerWeek: minutes(line.hours), hourlyRatePence: line.rate, amountPence: null, frequency: null };
  }
  const sum = { minutesPerWeek: null, hourlyRatePence: null, amountPence: line.amount };
  return line.kind === "oneOff" ? { kind: "oneOff", ...sum, frequency: "once" } : { kind: line.kind, ...sum, frequency: line.frequency };
}

/** The typed lines as people.savePlan takes them. A line that was there keeps its end. */
export function lineAnswers(lines: readonly TypedLine[], known: readonly PlanLine[]): NonNullable<Input<"people.savePlan">["lines"]> {
  return lines.map((line) => ({
    ...(line.id !== undefined && { id: line.id }),
    name: line.name,
    category: line.category,
    terms: termsOf(line),
    toOn: known.find(({ id }) => id === line.id)?.toOn ?? null,
    outcomePosition: line.outcome === "" ? null : Number(line.outcome),
  }));
}
