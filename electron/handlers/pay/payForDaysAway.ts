import { laterOf, type PlainDate } from "../../../shared/core/plainDate.ts";
import { type GrossPayResult, rateOn } from "../../../shared/payroll/gross/grossPay.ts";
import type { PayLine } from "../../../shared/payroll/types.ts";
import type { Employer } from "../../../shared/people/employer.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import type { KindOfTime } from "../../../shared/people/payFacts.ts";
import type { TaxYearRates } from "../../../shared/rates/taxYearRates.ts";
import type { ReadDb } from "../../db/database.ts";
import { listPaidAbsences } from "../../db/repositories/leaveRecordRepository.ts";
import { listKindsOfTime, listPayRates } from "../../db/repositories/payFactsRepository.ts";
import { listPayslipsOfEngagement, type StoredPayslip } from "../../db/repositories/payRunRepository.ts";
import { type AbsenceFacts, holidayPayLines } from "./absencePay.ts";
import { familyPayFactsOf, leavesToPay } from "./familyPayFacts.ts";
import { familyPayLines } from "./familyPayOwed.ts";
import type { RunFacts } from "./personPay.ts";
import { rolledUpLines, rolledUpNotes } from "./rolledUpPay.ts";
import { type SickPayRefused, sickPayLines, sickPayRefused } from "./sickPayOwed.ts";
import { listStatutoryLeaves } from "./statutoryLeave.ts";

/** Sick pay, holiday pay and family pay up to the end of the period. */
export function payForDaysAway(
  db: ReadDb,
  { period, payFrequency, rates, kinds, employer }: RunFacts,
  engagement: Engagement,
  payslips: readonly StoredPayslip[],
  gross: GrossPayResult,
  usualPlanLineId: string | null,
): { readonly lines: PayLine[]; readonly notes: string[] } {
  const facts: AbsenceFacts = {
    engagement,
    period,
    payFrequency,
    rates,
    payslips,
    recordsFrom: employer.firstPeriodFrom,
    // An absence that a later period paid for is in the record still: its pay is not taken back.
    absences: listPaidAbsences(
      db,
      engagement.id,
      payslips.reduce((last, { result }) => laterOf(last, result.periodTo), period.periodTo),
    ),
    leaves: listStatutoryLeaves(db, engagement.id),
    workedLines: gross.lines.filter((line) => line.kind !== "mileage"),
    basicRateOn: basicRateOf(db, engagement.id, kinds),
    usualPlanLineId,
  };
  const holiday = engagement.holidayBasis === "rolledUp" ? rolledUpLines(facts) : holidayPayLines(facts);
  const family = familyPayLines(
    familyPayFactsOf(db, engagement, employer, payslips, rates, usualPlanLineId),
    leavesToPay(db, engagement.id),
    period.periodTo,
  );
  return {
    lines: [...sickPayLines(facts), ...holiday, ...family.lines],
    notes: [...family.notes, ...rolledUpNotes(engagement, period.periodTo)],
  };
}

/** Pence an hour on a day for ordinary time, which counts for somebody who has no earlier pay to average. */
function basicRateOf(db: ReadDb, engagementId: string, kinds: readonly KindOfTime[]): AbsenceFacts["basicRateOn"] {
  const basicKind = kinds.find((kind) => kind.paidBy === "hour" && kind.minimumWageCounts === "all");
  const payRates = listPayRates(db, engagementId);
  return (day) => (basicKind ? rateOn(payRates, basicKind.id, day) : undefined);
}

/** The sickness of somebody that brings no pay, or no more of it, as the record stands on a day. */
export function sickPayRefusedOf(db: ReadDb, engagement: Engagement, employer: Employer, rates: TaxYearRates, today: PlainDate): SickPayRefused[] {
  return sickPayRefused({
    engagement,
    period: { periodFrom: today, periodTo: today, payday: today },
    payFrequency: employer.payFrequency,
    rates,
    payslips: listPayslipsOfEngagement(db, engagement.id),
    recordsFrom: employer.firstPeriodFrom,
    absences: listPaidAbsences(db, engagement.id, today),
    leaves: [],
    workedLines: [],
    basicRateOn: basicRateOf(db, engagement.id, listKindsOfTime(db)),
    usualPlanLineId: null,
  });
}
