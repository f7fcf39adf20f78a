import type { peopleOperations } from "../../shared/contract/peopleOperations.ts";
import { earlierOf, laterOf } from "../../shared/core/plainDate.ts";
import { findBudget } from "../db/repositories/budgetRepository.ts";
import { findHouseholdSoFar, listPeople } from "../db/repositories/householdRepository.ts";
import { listOutcomes, listPlanLines, listPlanLineVersions } from "../db/repositories/planRepository.ts";
import type { Handlers } from "./handler.ts";
import { budgetOverview, saveBudget } from "./people/saveBudget.ts";
import { saveHousehold } from "./people/saveHousehold.ts";
import { savePlan } from "./people/savePlan.ts";
import { setupProgress } from "./people/setupProgress.ts";

export const peopleHandlers: Handlers<typeof peopleOperations> = {
  "people.getHousehold": ({ db }) => findHouseholdSoFar(db),
  "people.saveHousehold": saveHousehold,
  "people.getBudget": (context, { on }) => budgetOverview(context, on),
  "people.saveBudget": saveBudget,
  "people.savePlan": savePlan,

  "people.getPlan": ({ db, today }, { on }) => {
    const budget = findBudget(db);
    if (!budget) return { outcomes: [], lines: [], versions: [] };
    // Before the budget begins the first plan is the one to show, after it the last.
    const day = on ?? earlierOf(laterOf(today, budget.fromOn), budget.toOn);
    return { outcomes: listOutcomes(db, budget.id), lines: listPlanLines(db, budget.id, day), versions: listPlanLineVersions(db, budget.id) };
  },

  "people.listPlanLines": ({ db, today }, { on = today }) => {
    const budget = findBudget(db);
    return budget ? listPlanLines(db, budget.id, on) : [];
  },

  "people.listPeople": ({ db }) => listPeople(db),
  "people.getSetupProgress": setupProgress,
};
