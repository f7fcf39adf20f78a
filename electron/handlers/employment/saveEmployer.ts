import type { employmentOperations } from "../../../shared/contract/employmentOperations.ts";
import { invalidInput, notAllowed } from "../../../shared/contract/errors.ts";
import type { OutputOf, ParsedInputOf } from "../../../shared/contract/operation.ts";
import type { ReadDb } from "../../db/database.ts";
import {
  findEmployer,
  insertEmployer,
  listEmploymentAllowanceClaims,
  listInsurancePolicies,
  updateEmployer,
  upsertEmploymentAllowanceClaim,
} from "../../db/repositories/employerRepository.ts";
import { findHouseholdSoFar } from "../../db/repositories/householdRepository.ts";
import { findLastFinishedPay } from "../../db/repositories/payFactsRepository.ts";
import type { CommandContext } from "../handler.ts";

type Operation = (typeof employmentOperations)["employment.saveEmployer"];

/** The employer with its holder, yearly claims and insurance. */
export function employerOverview(db: ReadDb): OutputOf<Operation> {
  return {
    employer: findEmployer(db) ?? null,
    holder: findHouseholdSoFar(db).holder,
    employmentAllowanceClaims: listEmploymentAllowanceClaims(db),
    insurancePolicies: listInsurancePolicies(db),
  };
}

/** Keeps the employer's particulars. How often and from when wages are paid stays fixed once a pay run is finished. */
export function saveEmployer({ db, newId, today }: CommandContext, input: ParsedInputOf<Operation>): OutputOf<Operation> {
  const { employmentAllowance, ...details } = input;
  const { holder } = findHouseholdSoFar(db);
  if (!holder) throw notAllowed("First say who holds the budget: the holder is the employer.");
  if (details.firstPayday < details.firstPeriodFrom) throw invalidInput({ firstPayday: "The first payday cannot be before the first period starts" });

  const known = findEmployer(db);
  if (!known) insertEmployer(db, newId(), holder.id, details, details.firstPeriodFrom);
  else {
    const isMoved =
      known.payFrequency !== details.payFrequency || known.firstPeriodFrom !== details.firstPeriodFrom || known.firstPayday !== details.firstPayday;
    if (isMoved && findLastFinishedPay(db)) {
      throw notAllowed("Wages have been paid on these pay periods, so they stay as they are.", [
        "References, pension scheme and how you tell HMRC can still be changed.",
      ]);
    }
    updateEmployer(db, known.id, details);
  }
  for (const { taxYear, isClaimed } of employmentAllowance) upsertEmploymentAllowanceClaim(db, taxYear, isClaimed, today);
  return employerOverview(db);
}
