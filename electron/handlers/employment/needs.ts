import { addDays, formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import type { ReadDb } from "../../db/database.ts";
import { listChecks, listHouseholdPermissions } from "../../db/repositories/engagementRepository.ts";
import {
  findBankDetails,
  findNationalInsuranceSetting,
  findTaxSetting,
  listKindsOfTime,
  listPayFacts,
  listPayRates,
} from "../../db/repositories/payFactsRepository.ts";

/** What to say when family or a friend lives in the household and no permission is recorded (PER-7). */
export const householdWarning = (firstName: string) =>
  `${firstName} is family or a friend and lives in the household. The funder must agree in writing before ${firstName} is paid from the budget. Record the permission on ${firstName}'s page.`;

/** Things about one assistant that want a look, in plain sentences. None of them stops anything. */
export function listNeeds(db: ReadDb, engagement: Engagement, today: PlainDate): string[] {
  if (engagement.endOn && engagement.endOn < today) return [];
  const { id, person, startOn } = engagement;
  const name = person.firstName;
  const needs: string[] = [];
  if (engagement.livesWithPerson && engagement.isFamilyOrFriend) {
    const permission = listHouseholdPermissions(db, id)[0];
    if (!permission) needs.push(householdWarning(name));
    else if (permission.untilOn && permission.untilOn < today) {
      needs.push(`The funder's permission to pay ${name} ended on ${formatDate(permission.untilOn)}. Ask for a new one.`);
    }
  }
  if (!engagement.rightToWorkCheckedOn) needs.push(`Check that ${name} may work in the UK. It must be done before the first day.`);
  else needs.push(...expiringRightToWork(db, engagement, today));
  if (!engagement.writtenStatementOn) needs.push(`Give ${name} a written statement of the job. It is due on the first day, ${formatDate(startOn)}.`);
  if (!findTaxSetting(db, id, startOn > today ? startOn : today)) needs.push(`Enter ${name}'s tax code.`);
  if (!findNationalInsuranceSetting(db, id, startOn > today ? startOn : today)) needs.push(`Enter ${name}'s National Insurance letter.`);
  if (!engagement.nationalInsuranceNumber) needs.push(`Ask ${name} for their National Insurance number.`);
  if (listPayRates(db, id).length === 0) needs.push(`Enter what ${name} is paid.`);
  const details = findBankDetails(db, id, startOn > today ? startOn : today);
  if (!details) needs.push(`Ask ${name} for their bank details.`);
  else if (!details.checkedOn && listPayFacts(db, id).bankDetails.length > 1) {
    needs.push(`${name}'s bank details changed on ${formatDate(details.fromOn)}. Ring ${name} on a number you know and check them together.`);
  }
  return needs;
}

function expiringRightToWork(db: ReadDb, engagement: Engagement, today: PlainDate): string[] {
  const newest = listChecks(db, engagement.id).find((check) => check.kind === "rightToWork");
  if (!newest?.untilOn || newest.untilOn > addDays(today, 60)) return [];
  const ended = newest.untilOn < today ? "ended" : "ends";
  return [`${engagement.person.firstName}'s right to work ${ended} on ${formatDate(newest.untilOn)}. Check it again.`];
}

const perWords = { hour: "an hour", shift: "a shift", day: "a day", mile: "a mile" } as const;

/** The rates in force on a day, in the order of the kinds of time. */
export function ratesOn(db: ReadDb, engagementId: string, on: PlainDate) {
  const rates = listPayRates(db, engagementId);
  return listKindsOfTime(db).flatMap((kind) => {
    const rate = rates.find((each) => each.kindOfTimeId === kind.id && each.fromOn <= on);
    return rate ? [{ kind: kind.name, ratePence: rate.ratePence, per: perWords[kind.paidBy] }] : [];
  });
}
