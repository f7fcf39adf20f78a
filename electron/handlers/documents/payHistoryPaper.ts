import type { DocumentModel } from "../../../shared/core/documentModel.ts";
import { minutes } from "../../../shared/core/minutes.ts";
import { multiplyRatio } from "../../../shared/core/money.ts";
import { addDays, earlierOf, type PlainDate } from "../../../shared/core/plainDate.ts";
import {
  buildPayHistoryDocument,
  type LeavePayment,
  type LeaveYear,
  type MinimumWagePeriod,
} from "../../../shared/payroll/documents/payHistoryDocument.ts";
import { calculateGrossPay } from "../../../shared/payroll/gross/grossPay.ts";
import { leaveYearOn } from "../../../shared/payroll/holiday/leaveYear.ts";
import { checkMinimumWage } from "../../../shared/payroll/minimumWage/minimumWage.ts";
import { minimumWageRatesFrom } from "../../../shared/payroll/minimumWage/minimumWageRate.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import { ratesFor } from "../../../shared/rates/ratesFor.ts";
import type { ReadDb } from "../../db/database.ts";
import { listKindsOfTime, listPayRates } from "../../db/repositories/payFactsRepository.ts";
import { listLeaveMovements, listShiftsPaidBy } from "../../db/repositories/payHistoryRepository.ts";
import { listPayslipsOfEngagement, type StoredPayslip } from "../../db/repositories/payRunRepository.ts";
import { requireEngagement } from "../employment/assistantRecord.ts";
import { employerOrFail } from "../pay/sealedRun.ts";
import { employeeOnPaper, employerOnPaper } from "./onPaper.ts";

/** The record for one assistant: each pay period against the minimum wage, and leave, from one day to another or for the whole time here. */
export function payHistoryModel(
  db: ReadDb,
  { engagementId, ...asked }: { readonly engagementId: string; readonly from?: PlainDate | undefined; readonly to?: PlainDate | undefined },
  today: PlainDate,
): DocumentModel {
  const engagement = requireEngagement(db, engagementId);
  const from = asked.from ?? engagement.startOn;
  const to = asked.to ?? today;
  const payslips = listPayslipsOfEngagement(db, engagementId).filter(({ result }) => result.periodTo >= from && result.periodFrom <= to);
  return buildPayHistoryDocument({
    employerName: employerOnPaper(db, employerOrFail(db)).employerName,
    asOf: today,
    from,
    to,
    employee: employeeOnPaper(db, engagement),
    startedOn: engagement.startOn,
    leftOn: engagement.endOn,
    periods: payslips.flatMap((payslip) => minimumWagePeriod(db, engagement, payslip) ?? []),
    leaveYears: leaveYearsOf(db, engagement, from, to),
    leavePayments: payslips.flatMap(leavePaymentsOf),
  });
}

/** A payslip's time and pay that count for the minimum wage, added up from the very shifts it paid. */
function minimumWagePeriod(db: ReadDb, { id, person }: Engagement, { payRunId, payday, result }: StoredPayslip): MinimumWagePeriod | undefined {
  const rates = ratesFor(payday);
  const wageRates = minimumWageRatesFrom(result.periodFrom);
  const shifts = listShiftsPaidBy(db, payRunId, id);
  if (!rates || !wageRates || shifts.length === 0 || !person.dateOfBirth) return undefined;
  const gross = calculateGrossPay({ shifts, kinds: listKindsOfTime(db), payRates: listPayRates(db, id), milesHundredthsBefore: 0 }, rates);
  if (!gross.ok) return undefined;
  const { minimumWageTime: countedTime, minimumWagePay: countedPay } = gross.value;
  const { periodFrom, periodTo } = result;
  const verdict = checkMinimumWage({ dateOfBirth: person.dateOfBirth, periodFrom, isOnApprenticeRate: false, countedTime, countedPay }, wageRates);
  return {
    from: periodFrom,
    to: periodTo,
    payday,
    minutes: countedTime,
    pay: countedPay,
    hourlyPay: countedTime === 0 ? null : multiplyRatio(countedPay, 60, countedTime, "down"),
    minimumRate: verdict.hourlyRate,
    passes: verdict.isMet,
  };
}

/** Leave by leave year, as the leave record holds it. */
function leaveYearsOf(db: ReadDb, { id, startOn, endOn }: Engagement, from: PlainDate, to: PlainDate): LeaveYear[] {
  const movements = listLeaveMovements(db, id);
  const years: LeaveYear[] = [];
  const last = earlierOf(to, endOn ?? to);
  for (
    let year = leaveYearOn(from < startOn ? startOn : from, startOn, null);
    year.from <= last;
    year = leaveYearOn(addDays(year.to, 1), startOn, null)
  ) {
    const inYear = movements.filter(({ onDate }) => onDate >= year.from && onDate <= year.to);
    if (inYear.length === 0) continue;
    const sum = (...kinds: readonly string[]) => inYear.reduce((total, each) => total + (kinds.includes(each.kind) ? each.minutes : 0), 0);
    const [entitled, carriedIn, taken, paidInLieu] = [sum("accrued", "adjustment"), sum("carried"), Math.abs(sum("taken")), Math.abs(sum("paid"))];
    years.push({
      from: year.from,
      to: year.to,
      entitled: minutes(entitled),
      carriedIn: minutes(carriedIn),
      taken: minutes(taken),
      paidInLieu: minutes(paidInLieu),
      carriedOver: minutes(0),
      left: minutes(Math.max(0, entitled + carriedIn - taken - paidInLieu)),
    });
  }
  return years;
}

/** Holiday on a payslip with how its pay was worked out. */
function leavePaymentsOf({ payday, result }: StoredPayslip): LeavePayment[] {
  return result.payLines
    .filter(({ kind }) => kind === "holidayPay" || kind === "rolledUpHolidayPay")
    .map(({ label, minutes: time, amount, explanation }) => ({
      on: payday,
      what: label,
      minutes: time ?? minutes(0),
      pay: amount,
      howWorkedOut: explanation.lines.map(({ text }) => text).join(" "),
    }));
}
