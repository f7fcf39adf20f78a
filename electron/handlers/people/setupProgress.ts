import type { OutputOf } from "../../../shared/contract/operation.ts";
import type { peopleOperations } from "../../../shared/contract/peopleOperations.ts";
import { wordsFor } from "../../../shared/people/wording.ts";
import { findBankAccount } from "../../db/repositories/bankRepository.ts";
import { findBudget, listFunders, listPaymentSchedules } from "../../db/repositories/budgetRepository.ts";
import { findEmployer } from "../../db/repositories/employerRepository.ts";
import { listEngagements } from "../../db/repositories/engagementRepository.ts";
import { findHousehold, findHouseholdSoFar } from "../../db/repositories/householdRepository.ts";
import { listPlanLineVersions } from "../../db/repositories/planRepository.ts";
import type { QueryContext } from "../handler.ts";

/** Which steps of the set-up are done, in the order they are best done. */
export function setupProgress({ db }: QueryContext): OutputOf<(typeof peopleOperations)["people.getSetupProgress"]> {
  const budget = findBudget(db);
  const { personsOwnFirst, employer } = wordsFor(findHouseholdSoFar(db));
  const employerTitle = employer === "you" ? "You as an employer" : `${employer} as an employer`;
  const steps = [
    { id: "whoIsWho" as const, title: "Who is who", isDone: findHousehold(db) !== undefined },
    { id: "budget" as const, title: `${personsOwnFirst} budget`, isDone: budget !== undefined },
    { id: "funders" as const, title: "Who pays", isDone: listFunders(db).length > 0 },
    { id: "payments" as const, title: "Payments from the funder", isDone: budget !== undefined && listPaymentSchedules(db, budget.id).length > 0 },
    { id: "plan" as const, title: `${personsOwnFirst} support plan`, isDone: budget !== undefined && listPlanLineVersions(db, budget.id).length > 0 },
    { id: "employer" as const, title: employerTitle, isDone: findEmployer(db) !== undefined },
    { id: "personalAssistants" as const, title: "Personal assistants", isDone: listEngagements(db).length > 0 },
    { id: "bankAccount" as const, title: "Bank account", isDone: findBankAccount(db) !== undefined },
  ];
  return { steps, isComplete: steps.every((step) => step.isDone) };
}
