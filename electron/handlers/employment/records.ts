import type { employmentOperations } from "../../../shared/contract/employmentOperations.ts";
import { invalidInput, notAllowed, notFound } from "../../../shared/contract/errors.ts";
import { formatDate } from "../../../shared/core/plainDate.ts";
import { fullName } from "../../../shared/people/person.ts";
import {
  findLastWorkedDay,
  insertCheck,
  insertHouseholdPermission,
  markEngagementEnded,
  updateEngagementParticulars,
} from "../../db/repositories/engagementRepository.ts";
import { updatePerson } from "../../db/repositories/householdRepository.ts";
import { findBankDetailsById, listPayFacts } from "../../db/repositories/payFactsRepository.ts";
import { insertBankDetails, markBankDetailsChecked } from "../../db/repositories/payFactsWriting.ts";
import type { Handlers } from "../handler.ts";
import { requireEngagement } from "./assistantRecord.ts";
import { refuseInsideFinishedPay } from "./changes.ts";
import { householdWarning } from "./needs.ts";

type Records = Pick<
  typeof employmentOperations,
  | "employment.updateAssistant"
  | "employment.changeBankDetails"
  | "employment.checkBankDetails"
  | "employment.endEngagement"
  | "employment.recordCheck"
  | "employment.recordHouseholdPermission"
>;

export const recordHandlers: Handlers<Records> = {
  "employment.updateAssistant": ({ db }, { id, person, particulars }) => {
    const engagement = requireEngagement(db, id);
    if (!person.dateOfBirth || person.dateOfBirth >= engagement.startOn) {
      throw invalidInput({ "person.dateOfBirth": "Enter a date of birth before the first day of work" });
    }
    updatePerson(db, engagement.personId, person);
    updateEngagementParticulars(db, id, particulars);
    const isNew = particulars.livesWithPerson && particulars.isFamilyOrFriend && !(engagement.livesWithPerson && engagement.isFamilyOrFriend);
    return { warnings: isNew ? [householdWarning(person.firstName)] : [] };
  },

  "employment.changeBankDetails": ({ db, newId }, { engagementId, fromOn, ...details }) => {
    const engagement = requireEngagement(db, engagementId);
    refuseInsideFinishedPay(db, engagement, fromOn, "payday");
    const isFirst = listPayFacts(db, engagementId).bankDetails.length === 0;
    insertBankDetails(db, { id: newId(), engagementId, fromOn, ...details, checkedOn: null, checkedHow: "" });
    const name = engagement.person.firstName;
    return {
      warnings: isFirst ? [] : [`Before you pay into the new account, ring ${name} on a number you already know and check the details together.`],
    };
  },

  "employment.checkBankDetails": ({ db, today }, { bankDetailsId, how }) => {
    if (!findBankDetailsById(db, bankDetailsId)) throw notFound("set of bank details");
    markBankDetailsChecked(db, bankDetailsId, today, how);
    return { warnings: [] };
  },

  "employment.endEngagement": ({ db }, { id, endOn, reason }) => {
    const engagement = requireEngagement(db, id);
    if (endOn < engagement.startOn) throw invalidInput({ endOn: `The last day cannot be before the first day, ${formatDate(engagement.startOn)}` });
    const lastWorked = findLastWorkedDay(db, id);
    if (lastWorked && lastWorked > endOn) {
      throw notAllowed(`${engagement.person.firstName} has a worked shift on ${formatDate(lastWorked)}, after that day.`, [
        "Choose a later last day, or put the shift right on its timesheet first.",
      ]);
    }
    markEngagementEnded(db, id, endOn, reason);
    return {
      warnings: [
        `Pay ${engagement.person.firstName} for work and holiday up to ${formatDate(endOn)} in the next pay run, and give them their P45 after it.`,
      ],
    };
  },

  "employment.recordCheck": ({ db, newId, today }, input) => {
    const engagement = requireEngagement(db, input.engagementId);
    if (input.checkedOn > today) throw invalidInput({ checkedOn: "Enter the day it was done. It cannot be in the future" });
    if (input.untilOn && input.untilOn < input.checkedOn) throw invalidInput({ untilOn: "The end must be after the day of the check" });
    insertCheck(db, { ...input, id: newId() });
    const isLate = input.kind !== "dbs" && input.checkedOn > engagement.startOn;
    const what = input.kind === "rightToWork" ? "The right-to-work check" : "The written statement";
    return {
      warnings: isLate ? [`${what} was due by the first day of work, ${formatDate(engagement.startOn)}. It is good that it is done now.`] : [],
    };
  },

  "employment.recordHouseholdPermission": ({ db, newId }, { engagementId, ...permission }) => {
    const engagement = requireEngagement(db, engagementId);
    const what = `Pay ${fullName(engagement.person)}, who lives in the household`;
    insertHouseholdPermission(db, { id: newId(), engagementId, what, ...permission });
    return { warnings: [] };
  },
};
