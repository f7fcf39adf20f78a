import { explainHomeFigures } from "../../../shared/budget/homeFigures.ts";
import { budgetOperations } from "../../../shared/contract/budgetOperations.ts";
import type { HomeOverview } from "../../../shared/contract/homeOperations.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { upcomingKeyDates } from "../../../shared/keyDates/keyDates.ts";
import { findHouseholdSoFar } from "../../db/repositories/householdRepository.ts";
import { bankHandlers } from "../bankHandlers.ts";
import { budgetHandlers } from "../budgetHandlers.ts";
import type { QueryContext } from "../handler.ts";
import { setupProgress } from "../people/setupProgress.ts";
import { listUnconfirmedWeeks } from "../time/unconfirmed.ts";
import { gatherActions } from "./gatherActions.ts";
import { gatherKeyDates } from "./gatherKeyDates.ts";

/** What the home screen tells: what needs doing next and by when, and how the budget stands. */
export function gatherHomeOverview(context: QueryContext): HomeOverview {
  const { db, today } = context;
  const progress = setupProgress(context);
  const comingUp = upcomingKeyDates(gatherKeyDates(context), today, 2).slice(0, 6);
  const common = { today, greetingName: findHouseholdSoFar(db).atTheKeyboard?.firstName ?? "", comingUp };
  const actions = gatherActions(context, progress);
  if (!progress.isComplete) return { ...common, isSetUp: false, actions, budget: null, account: null };
  const { budget, lines, notOnPlanPence } = budgetOperations["budget.position"].output.parse(budgetHandlers["budget.position"](context, {}));
  const account = budgetOperations["budget.account"].output.parse(budgetHandlers["budget.account"](context, {}));
  return {
    ...common,
    isSetUp: true,
    actions,
    budget: budget && {
      from: plainDate(budget.fromOn),
      to: plainDate(budget.toOn),
      ...explainHomeFigures(lines, notOnPlanPence),
    },
    account: { inBank: account.inBank, owed: account.owed, trulySpare: account.spare },
  };
}

/** How many things need the user in each area of the sidebar. */
export function gatherHomeCounts(context: QueryContext): {
  people: number;
  time: number;
  pay: number;
  money: number;
  returns: number;
  keyDates: number;
} {
  const { db, today } = context;
  return {
    people: 0,
    time: listUnconfirmedWeeks(db, today).length,
    pay: 0,
    money: bankHandlers["bank.listLines"](context, { show: "needsYou" }).needsYouCount,
    returns: 0,
    keyDates: upcomingKeyDates(gatherKeyDates(context), today, 0).filter((date) => date.dueOn < today).length,
  };
}
