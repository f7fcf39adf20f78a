import type { Employer } from "../../../shared/people/employer.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import type { ReadDb } from "../../db/database.ts";
import { listDaysWorked } from "../../db/repositories/engagementRepository.ts";
import { listFamilyLeaves, listKeepingInTouchDays } from "../../db/repositories/familyLeaveRepository.ts";
import type { StoredPayslip } from "../../db/repositories/payRunRepository.ts";
import type { FamilyPayFacts, LeaveToPay } from "./familyPayOwed.ts";

/** Gathers what family pay of one person rests on. */
export function familyPayFactsOf(
  db: ReadDb,
  engagement: Engagement,
  employer: Employer,
  payslips: readonly StoredPayslip[],
  rates: FamilyPayFacts["rates"],
  usualPlanLineId: string | null,
): FamilyPayFacts {
  const { id } = engagement;
  return {
    engagement,
    rhythm: employer,
    payslips,
    rates,
    usualPlanLineId,
    leaves: listFamilyLeaves(db, id),
    daysWorked: listDaysWorked(db, id),
  };
}

/** Every family leave of a person with the days it keeps in touch. */
export const leavesToPay = (db: ReadDb, engagementId: string): LeaveToPay[] =>
  listFamilyLeaves(db, engagementId).map((leave) => ({ leave, days: listKeepingInTouchDays(db, leave.id) }));
