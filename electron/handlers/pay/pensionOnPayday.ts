import type { PlainDate } from "../../../shared/core/plainDate.ts";
import type { PensionMembership } from "../../../shared/payroll/types.ts";
import type { Employer } from "../../../shared/people/employer.ts";
import { isPensionMember } from "../../../shared/people/payFacts.ts";
import type { ReadDb } from "../../db/database.ts";
import { findPensionMembership } from "../../db/repositories/payFactsRepository.ts";

/** A person's place in the pension on a payday. Joining that was put off ends on its last day. */
export function pensionOnPayday(db: ReadDb, engagementId: string, payday: PlainDate, employer: Employer): PensionMembership {
  const membership = findPensionMembership(db, engagementId, payday);
  const status = membership?.status ?? "notEligible";
  const isOut = status === "optedOut" || status === "ceased";
  const until = membership?.postponedUntil ?? null;
  const isPostponed = status === "postponed" && (until === null || payday < until);
  return {
    status: isPensionMember(status) ? "member" : isOut ? "optedOut" : isPostponed ? "postponed" : "notMember",
    taxTreatment: employer.pensionTaxRelief,
    earningsBasis: membership?.earningsBasis === "totalPay" ? "allEarnings" : "qualifyingEarnings",
    employeeRate: membership?.employeeBasisPoints ?? (0 as PensionMembership["employeeRate"]),
    employerRate: membership?.employerBasisPoints ?? (0 as PensionMembership["employerRate"]),
  };
}
