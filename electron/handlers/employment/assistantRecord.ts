import type { AssistantRecord, AssistantSummary } from "../../../shared/contract/employmentAnswers.ts";
import { notFound } from "../../../shared/contract/errors.ts";
import { laterOf, type PlainDate } from "../../../shared/core/plainDate.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import type { ReadDb } from "../../db/database.ts";
import { findEngagement, listChecks, listEngagements, listHouseholdPermissions } from "../../db/repositories/engagementRepository.ts";
import {
  findBankDetails,
  findLastFinishedPay,
  findNationalInsuranceSetting,
  findPensionMembership,
  findTaxSetting,
  listKindsOfTime,
  listLoanNotices,
  listPayFacts,
} from "../../db/repositories/payFactsRepository.ts";
import { listNeeds, ratesOn } from "./needs.ts";

/** The engagement, or a plain "not found". */
export function requireEngagement(db: ReadDb, id: string): Engagement {
  const engagement = findEngagement(db, id);
  if (!engagement) throw notFound("personal assistant");
  return engagement;
}

function summaryOf(db: ReadDb, engagement: Engagement, today: PlainDate): AssistantSummary {
  return {
    engagement,
    isCurrent: engagement.endOn === null || engagement.endOn >= today,
    rates: ratesOn(db, engagement.id, laterOf(today, engagement.startOn)),
    needs: listNeeds(db, engagement, today),
  };
}

/** Everyone employed, by name; people who left come last. */
export function listAssistants(db: ReadDb, today: PlainDate): AssistantSummary[] {
  const nameOf = ({ engagement: { person } }: AssistantSummary) => `${person.firstName} ${person.lastName}`;
  return listEngagements(db)
    .map((engagement) => summaryOf(db, engagement, today))
    .sort((a, b) => Number(b.isCurrent) - Number(a.isCurrent) || nameOf(a).localeCompare(nameOf(b), "en-GB"));
}

/** Everything recorded about one assistant. */
export function assistantRecord(db: ReadDb, id: string, today: PlainDate): AssistantRecord {
  const engagement = requireEngagement(db, id);
  const on = laterOf(today, engagement.startOn);
  const paid = findLastFinishedPay(db, id);
  return {
    ...summaryOf(db, engagement, today),
    kindsOfTime: listKindsOfTime(db),
    ...listPayFacts(db, id),
    checks: listChecks(db, id),
    permissions: listHouseholdPermissions(db, id),
    current: {
      taxSetting: findTaxSetting(db, id, on) ?? null,
      nationalInsuranceSetting: findNationalInsuranceSetting(db, id, on) ?? null,
      pensionMembership: findPensionMembership(db, id, on) ?? null,
      bankDetails: findBankDetails(db, id, on) ?? null,
      loanNotices: listLoanNotices(db, id, on),
    },
    lastFinishedPayday: paid?.payday ?? null,
    lastPaidDay: paid?.paidDay ?? null,
  };
}
