import { invalidInput, notAllowed, notFound } from "../../../shared/contract/errors.ts";
import type { ParsedInputOf } from "../../../shared/contract/operation.ts";
import type { BudgetOverview, peopleOperations } from "../../../shared/contract/peopleOperations.ts";
import { basisPoints, formatRate } from "../../../shared/core/money.ts";
import { formatDate, laterOf, type PlainDate } from "../../../shared/core/plainDate.ts";
import { type Budget, type FunderShare, missingShare } from "../../../shared/people/budget.ts";
import {
  deletePaymentSchedule,
  findBudget,
  findLastSentReturnDay,
  insertBudget,
  insertFunder,
  insertPaymentSchedule,
  listFunderShares,
  listFunders,
  listPaymentSchedules,
  replaceFunderShares,
  updateBudget,
  updateFunder,
  updateLeadFunder,
  updatePaymentSchedule,
} from "../../db/repositories/budgetRepository.ts";
import { findHouseholdSoFar } from "../../db/repositories/householdRepository.ts";
import type { CommandContext, QueryContext } from "../handler.ts";

type Input = ParsedInputOf<(typeof peopleOperations)["people.saveBudget"]>;
type FunderAnswer = NonNullable<Input["funders"]>[number];

/** The budget with its funders, the shares of a day and the promised payments. */
export function budgetOverview({ db, today }: Pick<QueryContext, "db" | "today">, on: PlainDate = today): BudgetOverview {
  const budget = findBudget(db);
  if (!budget) return { budget: null, funders: [], shares: [], schedules: [] };
  // Before the budget begins, its first shares are the ones to show.
  const shares = listFunderShares(db, budget.id, laterOf(on, budget.fromOn));
  return { budget, funders: listFunders(db), shares, schedules: listPaymentSchedules(db, budget.id) };
}

/** Keeps the budget's terms, and its funders when they are given. */
export function saveBudget(context: CommandContext, input: Input): BudgetOverview {
  const { db } = context;
  const { funders, sharesFromOn, ...details } = input;
  if (details.toOn <= details.fromOn) throw invalidInput({ toOn: "The last day must be after the first day" });
  const { budgetPerson } = findHouseholdSoFar(db);
  if (!budgetPerson) throw notAllowed("First say who the budget is for.");

  const known = findBudget(db);
  if (known) updateBudget(db, known.id, details);
  else insertBudget(db, context.newId(), budgetPerson.id, details);
  const budget = findBudget(db);
  if (!budget) throw notFound("budget");
  if (funders) saveFunders(context, budget, funders, sharesFromOn);
  return budgetOverview(context);
}

function saveFunders(context: CommandContext, budget: Budget, answers: readonly FunderAnswer[], sharesFromOn: PlainDate | undefined): void {
  const { db, newId } = context;
  checkShares(answers);
  const known = listFunders(db);
  const saved = answers.map((answer) => {
    const { id, shareBasisPoints, takesResidualPenny, schedules, ...details } = answer;
    const funderId = id ?? newId();
    if (id === undefined) insertFunder(db, funderId, details, budget.fromOn);
    else if (known.some((funder) => funder.id === id)) updateFunder(db, id, details);
    else throw notFound("funder");
    if (schedules) saveSchedules(context, budget, funderId, schedules);
    return { funderId, shareBasisPoints, takesResidualPenny };
  });

  const residual = residualIndex(saved);
  const shares = saved.map((share, index) => ({
    id: newId(),
    budgetId: budget.id,
    funderId: share.funderId,
    shareBasisPoints: basisPoints(share.shareBasisPoints),
    takesResidualPenny: index === residual,
  }));
  const fromOn = firstDayOfShares(context, budget, shares, sharesFromOn);
  if (fromOn)
    replaceFunderShares(
      db,
      budget.id,
      fromOn,
      shares.map((share) => ({ ...share, fromOn })),
    );
  updateLeadFunder(db, budget.id, saved[residual]?.funderId ?? null);
}

function checkShares(answers: readonly FunderAnswer[]): void {
  const missing = missingShare(answers);
  if (missing !== 0) {
    const total = formatRate(basisPoints(10_000 - missing));
    const change = missing > 0 ? `add ${formatRate(basisPoints(missing))}` : `take off ${formatRate(basisPoints(-missing))}`;
    throw invalidInput({ funders: `The shares add up to ${total}. They must make 100%: ${change}` });
  }
  if (answers.filter((answer) => answer.takesResidualPenny).length > 1) {
    throw invalidInput({ funders: "Only one funder can take the odd penny" });
  }
}

/** The funder that takes the odd penny: the one named, else the one with the largest share. */
function residualIndex(shares: readonly { readonly shareBasisPoints: number; readonly takesResidualPenny: boolean }[]): number {
  const named = shares.findIndex((share) => share.takesResidualPenny);
  if (named >= 0) return named;
  return shares.findIndex((share) => share.shareBasisPoints === Math.max(...shares.map((each) => each.shareBasisPoints)));
}

/** The day the shares start. Undefined when nothing changed. A sent return keeps the shares it was made with. */
function firstDayOfShares(
  { db, today }: CommandContext,
  budget: Budget,
  shares: readonly Omit<FunderShare, "fromOn">[],
  asked: PlainDate | undefined,
): PlainDate | undefined {
  const present = listFunderShares(db, budget.id, laterOf(asked ?? today, budget.fromOn));
  const key = (share: Omit<FunderShare, "fromOn">) => `${share.funderId} ${share.shareBasisPoints} ${share.takesResidualPenny}`;
  if (present.map(key).sort().join() === shares.map(key).sort().join()) return undefined;
  const fromOn = asked ?? present[0]?.fromOn ?? budget.fromOn;
  const sentTo = findLastSentReturnDay(db);
  if (sentTo && fromOn <= sentTo) {
    throw notAllowed(`The return up to ${formatDate(sentTo)} was made with the shares of then.`, [
      `Choose a day after ${formatDate(sentTo)} for the new shares to start.`,
    ]);
  }
  return fromOn;
}

function saveSchedules({ db, newId }: CommandContext, budget: Budget, funderId: string, answers: NonNullable<FunderAnswer["schedules"]>): void {
  const known = listPaymentSchedules(db, budget.id).filter((schedule) => schedule.funderId === funderId);
  for (const { id, ...details } of answers) {
    if (details.lastOn && details.lastOn < details.firstOn) throw invalidInput({ lastOn: "The last payment cannot come before the first" });
    if (id === undefined) insertPaymentSchedule(db, newId(), budget.id, funderId, details);
    else if (known.some((schedule) => schedule.id === id)) updatePaymentSchedule(db, id, funderId, details);
    else throw notFound("payment");
  }
  for (const schedule of known) {
    if (!answers.some((answer) => answer.id === schedule.id)) deletePaymentSchedule(db, schedule.id);
  }
}
