import { invalidInput, notAllowed, notFound } from "../../../shared/contract/errors.ts";
import type { ParsedInputOf } from "../../../shared/contract/operation.ts";
import type { peopleOperations } from "../../../shared/contract/peopleOperations.ts";
import { addDays, formatDate } from "../../../shared/core/plainDate.ts";
import type { Outcome, PlanLine } from "../../../shared/people/plan.ts";
import { findBudget } from "../../db/repositories/budgetRepository.ts";
import {
  deleteOutcome,
  endPlanLine,
  insertOutcome,
  insertPlanLine,
  insertPlanLineVersion,
  listOutcomes,
  listPlanLines,
  listPlanLineVersions,
  updateOutcome,
  updatePlanLine,
} from "../../db/repositories/planRepository.ts";
import type { CommandContext } from "../handler.ts";

type Input = ParsedInputOf<(typeof peopleOperations)["people.savePlan"]>;
type LineAnswer = NonNullable<Input["lines"]>[number];

/** Keeps the plan as it is from a day on. Terms of earlier days are never touched. */
export function savePlan(context: CommandContext, input: Input): { outcomes: Outcome[]; lines: PlanLine[] } {
  const { db } = context;
  const budget = findBudget(db);
  if (!budget) throw notAllowed("First add your budget.");
  if (input.fromOn < budget.fromOn || input.fromOn > budget.toOn) {
    throw invalidInput({ fromOn: `Choose a day of the budget, from ${formatDate(budget.fromOn)} to ${formatDate(budget.toOn)}` });
  }
  if (input.outcomes) saveOutcomes(context, budget.id, input.outcomes);
  if (input.lines) saveLines(context, budget.id, input, input.lines);
  return { outcomes: listOutcomes(db, budget.id), lines: listPlanLines(db, budget.id, input.fromOn) };
}

function saveOutcomes({ db, newId }: CommandContext, budgetId: string, answers: NonNullable<Input["outcomes"]>): void {
  const known = listOutcomes(db, budgetId);
  answers.forEach(({ id, description }, position) => {
    if (id === undefined) insertOutcome(db, { id: newId(), budgetId, position, description });
    else if (known.some((outcome) => outcome.id === id)) updateOutcome(db, { id, budgetId, position, description });
    else throw notFound("outcome");
  });
  for (const outcome of known) {
    if (answers.some((answer) => answer.id === outcome.id)) continue;
    if (!deleteOutcome(db, outcome.id)) {
      throw notAllowed(`A budget line is for "${outcome.description}", so it cannot be taken out.`, [
        "Write it in other words, or keep it for the record.",
      ]);
    }
  }
}

function saveLines({ db, newId }: CommandContext, budgetId: string, input: Input, answers: readonly LineAnswer[]): void {
  const { fromOn, reason } = input;
  const outcomes = listOutcomes(db, budgetId);
  const everKnown = listPlanLineVersions(db, budgetId);
  const present = listPlanLines(db, budgetId, fromOn);
  let hasChange = false;

  answers.forEach((answer, position) => {
    const outcomeId = answer.outcomePosition === null ? null : outcomes[answer.outcomePosition]?.id;
    if (outcomeId === undefined) throw invalidInput({ [`lines.${position}.outcomePosition`]: "Choose one of your outcomes" });
    if (answer.toOn && answer.toOn < fromOn) throw invalidInput({ [`lines.${position}.toOn`]: "The last day must be on or after the first day" });
    const id = answer.id ?? newId();
    if (answer.id === undefined) insertPlanLine(db, id, budgetId, answer.name, answer.category, position);
    else if (everKnown.some((line) => line.id === id)) updatePlanLine(db, id, answer.name, answer.category, position);
    else throw notFound("budget line");
    const before = present.find((line) => line.id === id);
    if (before && isSame(before, answer, outcomeId)) return;
    hasChange ||= everKnown.length > 0;
    insertPlanLineVersion(db, { id: newId(), planLineId: id, fromOn, toOn: answer.toOn, terms: answer.terms, outcomeId, reason });
  });

  for (const line of present) {
    if (answers.some((answer) => answer.id === line.id)) continue;
    hasChange = true;
    endPlanLine(db, line.versionId, addDays(fromOn, -1));
  }
  if (hasChange && reason === "") throw invalidInput({ reason: "Say why the plan changes. The funder may ask later" });
}

const isSame = (before: PlanLine, answer: LineAnswer, outcomeId: string | null) =>
  before.kind === answer.terms.kind &&
  before.minutesPerWeek === answer.terms.minutesPerWeek &&
  before.hourlyRatePence === answer.terms.hourlyRatePence &&
  before.amountPence === answer.terms.amountPence &&
  before.frequency === answer.terms.frequency &&
  before.toOn === answer.toOn &&
  before.outcomeId === outcomeId;
