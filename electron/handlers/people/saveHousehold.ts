import { invalidInput, notAllowed } from "../../../shared/contract/errors.ts";
import type { ParsedInputOf } from "../../../shared/contract/operation.ts";
import type { peopleOperations } from "../../../shared/contract/peopleOperations.ts";
import { ageOn, type PlainDate } from "../../../shared/core/plainDate.ts";
import type { HouseholdSoFar, PersonDetails } from "../../../shared/people/person.ts";
import { usualKindsOfTime } from "../../../shared/people/usualKindsOfTime.ts";
import { findEmployer, updateEmployerHolder } from "../../db/repositories/employerRepository.ts";
import {
  endRoles,
  findHouseholdSoFar,
  type HouseholdRole,
  insertPerson,
  insertRole,
  updatePerson,
} from "../../db/repositories/householdRepository.ts";
import { findLastFinishedPay, insertKindOfTime, listKindsOfTime } from "../../db/repositories/payFactsRepository.ts";
import type { CommandContext } from "../handler.ts";

type Input = ParsedInputOf<(typeof peopleOperations)["people.saveHousehold"]>;
type HolderAnswer = NonNullable<Input["holder"]>;

/** Keeps the answers given about who is who, and gives a new household its usual kinds of time. */
export function saveHousehold(context: CommandContext, input: Input): HouseholdSoFar {
  if (input.budgetPerson) saveBudgetPerson(context, input.budgetPerson);
  if (input.holder) saveHolder(context, input.holder);
  if (input.atTheKeyboard) saveKeyboard(context, input.atTheKeyboard);
  if (listKindsOfTime(context.db).length === 0) {
    usualKindsOfTime.forEach((kind, position) => {
      insertKindOfTime(context.db, { ...kind, id: context.newId(), position, defaultPlanLineId: null });
    });
  }
  return findHouseholdSoFar(context.db);
}

function saveBudgetPerson(context: CommandContext, person: PersonDetails): void {
  const known = findHouseholdSoFar(context.db).budgetPerson;
  if (known) updatePerson(context.db, known.id, person);
  else giveRole(context, "budgetPerson", addPerson(context, person));
}

function saveHolder(context: CommandContext, answer: HolderAnswer): void {
  const { db, today } = context;
  const known = findHouseholdSoFar(db);
  if (!known.budgetPerson) throw notAllowed("First say who the budget is for.");
  checkHolderAnswer(answer, known.budgetPerson.dateOfBirth, today);

  // The same representative or nominee with new particulars is not a change of holder.
  const isSamePerson = answer.kind === "self" ? known.holderKind === "self" : known.holder !== null && known.holderKind !== "self";
  if (known.holder && !isSamePerson && findLastFinishedPay(db) !== undefined) {
    throw notAllowed("The holder is the legal employer, and wages have been paid under this one.", [
      "A new holder is a new employer: finish this employer's last pay run and papers first.",
      "Then start a new file for the new holder, so that payslips and HMRC papers stay apart.",
    ]);
  }

  let holderId = known.budgetPerson.id;
  if (answer.kind !== "self" && answer.person) {
    if (isSamePerson && known.holder) {
      holderId = known.holder.id;
      updatePerson(db, holderId, answer.person);
    } else {
      holderId = addPerson(context, answer.person);
    }
  }
  endRoles(db, "holder", today);
  insertRole(db, { id: context.newId(), personId: holderId, kind: "holder", holderKind: answer.kind, authority: answer.authority, fromOn: today });
  const employer = findEmployer(db);
  if (employer && employer.holderPersonId !== holderId) updateEmployerHolder(db, employer.id, holderId);
}

function checkHolderAnswer(answer: HolderAnswer, dateOfBirth: PlainDate | null, today: PlainDate): void {
  if (answer.kind === "self") {
    if (dateOfBirth && ageOn(dateOfBirth, today) < 16) {
      throw invalidInput({ "holder.kind": "Someone under 16 cannot hold the budget. A representative holds it for them" });
    }
    return;
  }
  if (!answer.person) throw invalidInput({ "holder.person": "Enter the name of who holds the budget" });
  if (answer.authority === "") throw invalidInput({ "holder.authority": "Choose what lets them hold the budget" });
}

function saveKeyboard(context: CommandContext, answer: NonNullable<Input["atTheKeyboard"]>): void {
  const { db, today } = context;
  const known = findHouseholdSoFar(db);
  const isOther = known.atTheKeyboard !== null && known.atTheKeyboard.id !== known.budgetPerson?.id && known.atTheKeyboard.id !== known.holder?.id;
  let personId: string | undefined;
  if (answer.who === "budgetPerson") personId = known.budgetPerson?.id;
  else if (answer.who === "holder") personId = known.holder?.id;
  else if (!answer.person) throw invalidInput({ "atTheKeyboard.person": "Enter the name of who uses the app" });
  else if (isOther && known.atTheKeyboard) {
    personId = known.atTheKeyboard.id;
    updatePerson(db, personId, answer.person);
  } else personId = addPerson(context, answer.person);
  if (!personId) throw notAllowed("First say who the budget is for, and who holds it.");
  if (known.atTheKeyboard?.id === personId) return;
  endRoles(db, "atTheKeyboard", today);
  giveRole(context, "atTheKeyboard", personId);
}

function addPerson(context: CommandContext, person: PersonDetails): string {
  const id = context.newId();
  insertPerson(context.db, id, person, context.now());
  return id;
}

function giveRole(context: CommandContext, kind: HouseholdRole, personId: string): void {
  insertRole(context.db, { id: context.newId(), personId, kind, holderKind: null, authority: "", fromOn: context.today });
}
