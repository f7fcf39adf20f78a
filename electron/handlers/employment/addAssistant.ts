import type { NewAssistant } from "../../../shared/contract/employmentAnswers.ts";
import type { employmentOperations } from "../../../shared/contract/employmentOperations.ts";
import { invalidInput, notAllowed } from "../../../shared/contract/errors.ts";
import type { OutputOf } from "../../../shared/contract/operation.ts";
import { basisPoints } from "../../../shared/core/money.ts";
import { laterOf, type PlainDate } from "../../../shared/core/plainDate.ts";
import { isPensionMember } from "../../../shared/people/payFacts.ts";
import { warnOfLowRate } from "../../../shared/people/rateWarning.ts";
import { taxYearOf } from "../../../shared/rates/ratesFor.ts";
import { findEmployer } from "../../db/repositories/employerRepository.ts";
import { insertEngagement, insertHouseholdPermission, listEngagements } from "../../db/repositories/engagementRepository.ts";
import { insertPerson, insertRole } from "../../db/repositories/householdRepository.ts";
import { listKindsOfTime } from "../../db/repositories/payFactsRepository.ts";
import {
  insertBankDetails,
  insertLoanNotice,
  insertNationalInsuranceSetting,
  insertOpeningFigures,
  insertPayRate,
  insertPensionMembership,
  insertTaxSetting,
} from "../../db/repositories/payFactsWriting.ts";
import type { CommandContext } from "../handler.ts";
import { householdWarning } from "./needs.ts";
import { readP45, readTaxCode, starterSource, suggestStarterSettings } from "./starterSettings.ts";

type Answer = OutputOf<(typeof employmentOperations)["employment.addAssistant"]>;

/** Minimum contributions of qualifying earnings: 5 % with tax relief from the assistant, 3 % from the employer. */
export const usualPensionRates = { employeeBasisPoints: basisPoints(500), employerBasisPoints: basisPoints(300) };

/** Adds a personal assistant with the first row of every dated fact. Pay facts start on the first day, or at the start of the records here. */
export function addAssistant(context: CommandContext, input: NewAssistant): Answer {
  const { db, newId } = context;
  const employer = findEmployer(db);
  if (!employer)
    throw notAllowed("First say how you are set up as an employer.", ["Go to Set up and answer the questions about you as an employer."]);
  checkAnswers(input);

  const personId = newId();
  const id = newId();
  insertPerson(db, personId, input.person, context.now());
  insertRole(db, { id: newId(), personId, kind: "personalAssistant", holderKind: null, authority: "", fromOn: input.startOn });
  const { person: _person, ...particulars } = input;
  insertEngagement(db, {
    ...particulars,
    id,
    personId,
    employerId: employer.id,
    payrollNumber: String(listEngagements(db).length + 1),
    endOn: null,
    endReason: "",
    p45LeavingOn: input.starterKind === "p45" ? (input.p45?.leavingOn ?? null) : null,
  });

  // Someone employed here long ago: rates and settings are known only from the first period kept in this file.
  const factsFromOn = input.starterKind === "existing" ? laterOf(input.startOn, employer.firstPeriodFrom) : input.startOn;
  const settings = saveSettings(context, id, input, factsFromOn);
  saveOpeningFigures(context, id, input, factsFromOn);
  const warnings = saveRates(context, id, input, factsFromOn);
  if (input.bankDetails) {
    insertBankDetails(db, { id: newId(), engagementId: id, fromOn: factsFromOn, ...input.bankDetails, checkedOn: null, checkedHow: "" });
  }
  if (input.livesWithPerson && input.isFamilyOrFriend) {
    if (input.permission) {
      const what = `Pay ${input.person.firstName} ${input.person.lastName}, who lives in the household`;
      insertHouseholdPermission(db, { id: newId(), engagementId: id, what, ...input.permission });
    } else warnings.push(householdWarning(input.person.firstName));
  }
  return { id, personId, ...settings, warnings };
}

function checkAnswers(input: NewAssistant): void {
  if (input.person.dateOfBirth >= input.startOn)
    throw invalidInput({ "person.dateOfBirth": "The date of birth must be before the first day of work" });
  if (input.starterKind === "existing" && !input.taxCode) throw invalidInput({ taxCode: "Enter the tax code from the last payslip" });
}

function saveSettings(context: CommandContext, engagementId: string, input: NewAssistant, fromOn: PlainDate) {
  const { db, newId } = context;
  const suggestion = suggestStarterSettings({ starterKind: input.starterKind, p45: input.p45, dateOfBirth: input.person.dateOfBirth, on: fromOn });
  const tax = input.taxCode
    ? readTaxCode(input.taxCode, input.isWeek1Month1 ?? false)
    : { taxCode: suggestion.taxCode, isWeek1Month1: suggestion.isWeek1Month1 };
  insertTaxSetting(db, { id: newId(), engagementId, fromOn, ...tax, source: starterSource[input.starterKind] });
  const category = input.nationalInsuranceCategory ?? suggestion.nationalInsuranceCategory;
  insertNationalInsuranceSetting(db, { id: newId(), engagementId, fromOn, category });
  for (const kind of input.loans) insertLoanNotice(db, { id: newId(), engagementId, fromOn, kind, toOn: null });
  const rates = isPensionMember(input.pensionStatus)
    ? usualPensionRates
    : { employeeBasisPoints: basisPoints(0), employerBasisPoints: basisPoints(0) };
  insertPensionMembership(db, {
    id: newId(),
    engagementId,
    fromOn,
    status: input.pensionStatus,
    ...rates,
    earningsBasis: "qualifyingEarnings",
    postponedUntil: null,
  });
  return { taxCode: tax.taxCode, nationalInsuranceCategory: category };
}

function saveOpeningFigures({ db, newId }: CommandContext, engagementId: string, input: NewAssistant, fromOn: PlainDate): void {
  const taxYear = taxYearOf(fromOn);
  if (input.starterKind === "p45" && input.p45) {
    const { previousTaxablePay: taxablePayPence, previousIncomeTax: taxPence } = readP45(input.p45, fromOn);
    insertOpeningFigures(db, { id: newId(), engagementId, taxYear, source: "p45", taxablePayPence, taxPence });
  }
  if (input.starterKind === "existing" && input.midYearStart) {
    insertOpeningFigures(db, { id: newId(), engagementId, taxYear, source: "midYearStart", ...input.midYearStart });
  }
}

function saveRates({ db, newId }: CommandContext, engagementId: string, input: NewAssistant, fromOn: PlainDate): string[] {
  const kinds = listKindsOfTime(db);
  return input.payRates.flatMap(({ kindOfTimeId, ratePence }, index) => {
    const kind = kinds.find((each) => each.id === kindOfTimeId);
    if (!kind) throw invalidInput({ [`payRates.${index}.kindOfTimeId`]: "Choose a kind of time" });
    insertPayRate(db, { id: newId(), engagementId, kindOfTimeId, fromOn, ratePence });
    return warnOfLowRate(kind, ratePence, input.person.dateOfBirth, fromOn) ?? [];
  });
}
