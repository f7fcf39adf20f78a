import type { OutputOf } from "../../../shared/contract/operation.ts";
import type { peopleOperations } from "../../../shared/contract/peopleOperations.ts";
import { findBankAccount } from "../../db/repositories/bankRepository.ts";
import { findBudget, listFunders, listPaymentSchedules } from "../../db/repositories/budgetRepository.ts";
import { findEmployer } from "../../db/repositories/employerRepository.ts";
import { listEngagements } from "../../db/repositories/engagementRepository.ts";
import { findHousehold } from "../../db/repositories/householdRepository.ts";
import { listPlanLineVersions } from "../../db/repositories/planRepository.ts";
import type { QueryContext } from "../handler.ts";

/** Which steps of the set-up are done, in the order they are best done. */
export function setupProgress({ db }: QueryContext): OutputOf<(typeof peopleOperations)["people.getSetupProgress"]> {
  const budget = findBudget(db);
  const steps = [
    { id: "whoIsWho" as const, title: "Who is who", isDone: findHousehold(db) !== undefined },
    { id: "budget" as const, title: "Your budget", isDone: budget !== undefined },
    { id: "funders" as const, title: "Who pays", isDone: listFunders(db).length > 0 },
    { id: "payments" as const, title: "Payments to you", isDone: budget !== undefined && listPaymentSchedules(db, budget.id).length > 0 },
    { id: "plan" as const, title: "Your support plan", isDone: budget !== undefined && listPlanLineVersions(db, budget.id).length > 0 },
    { id: "employer" as const, title: "You as an employer", isDone: findEmployer(db) !== undefined },
    { id: "personalAssistants" as const, title: "Personal assistants", isDone: listEngagements(db).length > 0 },
    { id: "bankAccount" as const, title: "Bank account", isDone: findBankAccount(db) !== undefined },
  ];
  return { steps, isComplete: steps.every((step) => step.isDone) };
}
