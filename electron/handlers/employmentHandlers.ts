import type { employmentOperations } from "../../shared/contract/employmentOperations.ts";
import { invalidInput, notAllowed, notFound } from "../../shared/contract/errors.ts";
import { insertInsurancePolicy } from "../db/repositories/employerRepository.ts";
import { insertKindOfTime, isKindOfTimeUsed, listKindsOfTime, updateKindOfTime } from "../db/repositories/payFactsRepository.ts";
import { addAssistant } from "./employment/addAssistant.ts";
import { arrangementHandlers } from "./employment/arrangements.ts";
import { assistantRecord, listAssistants } from "./employment/assistantRecord.ts";
import { changeHandlers } from "./employment/changes.ts";
import { familyLeaveHandlers } from "./employment/familyLeave.ts";
import { hmrcAndPensionHandlers } from "./employment/hmrcAndPension.ts";
import { orderAndLoanHandlers } from "./employment/ordersAndLoans.ts";
import { recordHandlers } from "./employment/records.ts";
import { employerOverview, saveEmployer } from "./employment/saveEmployer.ts";
import { suggestStarterSettings } from "./employment/starterSettings.ts";
import type { Handlers } from "./handler.ts";

export const employmentHandlers: Handlers<typeof employmentOperations> = {
  "employment.getEmployer": ({ db }) => employerOverview(db),
  "employment.saveEmployer": saveEmployer,

  "employment.addInsurancePolicy": ({ db, newId }, policy) => {
    if (policy.toOn < policy.fromOn) throw invalidInput({ toOn: "The last day must be after the first day" });
    const id = newId();
    insertInsurancePolicy(db, { ...policy, id });
    return { id };
  },

  "employment.listKindsOfTime": ({ db }) => listKindsOfTime(db),

  "employment.saveKindOfTime": ({ db, newId }, { id, ...kind }) => {
    const known = listKindsOfTime(db);
    const before = known.find((each) => each.id === id);
    if (id !== undefined && !before) throw notFound("kind of time");
    if (known.some((each) => each.id !== id && each.name.toLowerCase() === kind.name.toLowerCase())) {
      throw invalidInput({ name: "There is a kind of time with this name already" });
    }
    if (!before) {
      const newKindId = newId();
      insertKindOfTime(db, { ...kind, id: newKindId, position: known.length });
      return { id: newKindId };
    }
    const isPaidOtherwise = before.paidBy !== kind.paidBy || before.minimumWageCounts !== kind.minimumWageCounts;
    if (isPaidOtherwise && isKindOfTimeUsed(db, before.id)) {
      throw notAllowed(`"${before.name}" is in use, so how it is paid stays as it is.`, ["Add a new kind of time instead."]);
    }
    updateKindOfTime(db, { ...before, ...kind });
    return { id: before.id };
  },

  "employment.listAssistants": ({ db, today }) => listAssistants(db, today),
  "employment.getAssistant": ({ db, today }, { id }) => assistantRecord(db, id, today),
  "employment.suggestStarterSettings": (_context, input) => suggestStarterSettings(input),
  "employment.addAssistant": addAssistant,
  ...changeHandlers,
  ...recordHandlers,
  ...arrangementHandlers,
  ...orderAndLoanHandlers,
  ...familyLeaveHandlers,
  ...hmrcAndPensionHandlers,
};
