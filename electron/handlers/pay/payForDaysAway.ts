import { laterOf } from "../../../shared/core/plainDate.ts";
import { type GrossPayResult, rateOn } from "../../../shared/payroll/gross/grossPay.ts";
import type { PayLine } from "../../../shared/payroll/types.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import type { ReadDb } from "../../db/database.ts";
import { listPaidAbsences } from "../../db/repositories/leaveRecordRepository.ts";
import { listPayRates } from "../../db/repositories/payFactsRepository.ts";
import type { StoredPayslip } from "../../db/repositories/payRunRepository.ts";
import { type AbsenceFacts, holidayPayLines } from "./absencePay.ts";
import { familyPayFactsOf, leavesToPay } from "./familyPayFacts.ts";
import { familyPayLines } from "./familyPayOwed.ts";
import type { RunFacts } from "./personPay.ts";
import { rolledUpLines, rolledUpNotes } from "./rolledUpPay.ts";
import { sickPayLines } from "./sickPayOwed.ts";
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
  const basicKind = kinds.find((kind) => kind.paidBy === "hour" && kind.minimumWageCounts === "all");
  const payRates = listPayRates(db, engagement.id);
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
    basicRateOn: (day) => (basicKind ? rateOn(payRates, basicKind.id, day) : undefined),
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
