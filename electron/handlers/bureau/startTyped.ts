import { pence } from "../../../shared/core/money.ts";
import type { PlainDate } from "../../../shared/core/plainDate.ts";
import type { TypedPayslip } from "../../../shared/payroll/bureau/typedPayslip.ts";
import type { StudentLoanPlan } from "../../../shared/payroll/types.ts";
import { isPensionMember } from "../../../shared/people/payFacts.ts";
import { taxYearOf } from "../../../shared/rates/ratesFor.ts";
import type { ReadDb } from "../../db/database.ts";
import {
  findNationalInsuranceSetting,
  findPayRate,
  findPensionMembership,
  findTaxSetting,
  listKindsOfTime,
  listLoanNotices,
} from "../../db/repositories/payFactsRepository.ts";
import { listPayslipsOfEngagement } from "../../db/repositories/payRunRepository.ts";
import { requireEngagement } from "../employment/assistantRecord.ts";
import { employerOrFail } from "../pay/sealedRun.ts";
import { openingOfYear } from "../pay/sealedSums.ts";

/** What the record knows of a person on a payday, as the beginning of a typed payslip. Null without a tax code or letter on that day. */
export function startTyped(db: ReadDb, engagementId: string, payday: PlainDate): TypedPayslip | null {
  const engagement = requireEngagement(db, engagementId);
  const employer = employerOrFail(db);
  const tax = findTaxSetting(db, engagementId, payday);
  const letter = findNationalInsuranceSetting(db, engagementId, payday);
  if (!tax || !letter) return null;
  const membership = findPensionMembership(db, engagementId, payday);
  const loans = listLoanNotices(db, engagementId, payday);
  const plan = loans.find(({ kind }) => kind !== "postgraduate")?.kind.slice(4) as StudentLoanPlan | undefined;
  const before = listPayslipsOfEngagement(db, engagementId)
    .filter((each) => each.taxYear === taxYearOf(payday) && each.payday < payday)
    .at(-1);
  const year = before?.result.yearToDate ?? openingOfYear(db, engagementId, taxYearOf(payday));
  const kind = listKindsOfTime(db).find((each) => each.paidBy === "hour" && each.minimumWageCounts === "all");
  const rate = kind && findPayRate(db, engagementId, kind.id, payday);
  return {
    employeeName: engagement.person.firstName,
    payday,
    payFrequency: employer.payFrequency,
    dateOfBirth: engagement.person.dateOfBirth,
    hours:
      kind && rate && rate.ratePence > 0
        ? [{ label: kind.name, minutes: 60 as TypedPayslip["hours"][number]["minutes"], ratePence: rate.ratePence }]
        : [],
    otherPay: pence(0),
    nonTaxable: pence(0),
    taxCode: tax.taxCode,
    isWeek1Month1: tax.isWeek1Month1,
    nationalInsuranceCategory: letter.category,
    studentLoanPlan: plan ?? null,
    hasPostgraduateLoan: loans.some((notice) => notice.kind === "postgraduate"),
    pension:
      membership && isPensionMember(membership.status)
        ? {
            taxTreatment: employer.pensionTaxRelief,
            earningsBasis: membership.earningsBasis === "totalPay" ? "allEarnings" : "qualifyingEarnings",
            employeeRate: membership.employeeBasisPoints,
            employerRate: membership.employerBasisPoints,
          }
        : null,
    taxablePayBefore: pence(Math.max(0, year.taxablePay + year.previousTaxablePay)),
    incomeTaxBefore: pence(year.incomeTax + year.previousIncomeTax),
  };
}
