import { explain } from "../../../shared/core/explanation.ts";
import { formatMinutes } from "../../../shared/core/minutes.ts";
import { multiplyRatio, pence } from "../../../shared/core/money.ts";
import { daysBetween, earlierOf, laterOf, type PlainDate } from "../../../shared/core/plainDate.ts";
import { leaveYearOn } from "../../../shared/payroll/holiday/leaveYear.ts";
import {
  calculateRolledUpHolidayPay,
  calculateRolledUpHolidayPayOnLeave,
  checkRolledUpHolidayPay,
} from "../../../shared/payroll/holiday/rolledUpHolidayPay.ts";
import type { PayLine } from "../../../shared/payroll/types.ts";
import type { Engagement } from "../../../shared/people/engagement.ts";
import { type AbsenceFacts, lineWithoutTime } from "./absencePay.ts";
import { paidUpTo } from "./sealedSums.ts";
import type { StatutoryLeave } from "./statutoryLeave.ts";

/** Rolled-up holiday pay of a run: on what was worked, and for days of sickness and statutory leave the average of the 52 weeks before. */
export function rolledUpLines(facts: AbsenceFacts): PayLine[] {
  const explanation = calculateRolledUpHolidayPay(pence(facts.workedLines.reduce((sum, { amount }) => sum + amount, 0)), facts.rates);
  const worked = { ...lineWithoutTime("rolledUpHolidayPay", "Rolled-up holiday pay", facts), amount: explanation.amount, explanation };
  return [...(explanation.amount === 0 ? [] : [worked]), ...facts.leaves.flatMap((leave) => lineOnLeave(facts, leave) ?? [])];
}

/** Days of a leave that no payslip paid yet, or paid too many: an average period's pay by the days of it. A part of a period counts by its days (our reading). */
function lineOnLeave(facts: AbsenceFacts, { id, from, to }: StatutoryLeave): PayLine | undefined {
  const { period, payslips, recordsFrom, engagement, rates } = facts;
  const paid = payslips.flatMap(({ result }) => result.payLines.filter(({ kind, recordId }) => kind === "rolledUpHolidayPay" && recordId === id));
  const upTo = paidUpTo(payslips, "rolledUpHolidayPay", id, period.periodTo);
  const lastDay = earlierOf(earlierOf(to, upTo), engagement.endOn ?? upTo);
  const days = Math.max(0, daysBetween(laterOf(from, recordsFrom), lastDay) + 1) - paid.reduce((sum, { units }) => sum + (units ?? 0), 0);
  if (days === 0) return undefined;
  const payments = payslips.map(({ result }) => ({
    periodFrom: result.periodFrom,
    periodTo: result.periodTo,
    amount: pence(result.payLines.reduce((sum, { kind, amount }) => sum + (kind === "rolledUpHolidayPay" ? amount : 0), 0)),
  }));
  const average = calculateRolledUpHolidayPayOnLeave(from, payments, rates);
  if (average.amount === 0) return undefined;
  const daysInPeriod = daysBetween(period.periodFrom, period.periodTo) + 1;
  const text = `For ${days} of the ${daysInPeriod} days of the pay period.`;
  const amount = multiplyRatio(average.amount, days, daysInPeriod, "nearest");
  const explanation = explain(average.rule, [...average.lines.map((line) => ({ text: line.text })), { text, amount }]);
  return { ...lineWithoutTime("rolledUpHolidayPay", "Rolled-up holiday pay during leave", facts), units: days, amount, recordId: id, explanation };
}

/** What stands against rolled-up holiday pay for somebody: fixed hours, or a leave year before April 2024. Told, never blocking. */
export function rolledUpNotes({ holidayBasis, contractedMinutesPerWeek, startOn, person }: Engagement, on: PlainDate): string[] {
  if (holidayBasis !== "rolledUp") return [];
  const pattern = contractedMinutesPerWeek === null ? "irregularHours" : "fixedHours";
  const verdict = checkRolledUpHolidayPay(pattern, leaveYearOn(on, startOn, null).from);
  if (verdict.ok) return [];
  const hours = contractedMinutesPerWeek === null ? "" : ` ${person.firstName}'s page says ${formatMinutes(contractedMinutesPerWeek)} a week.`;
  return verdict.problems.map(({ rule, wayOut }) => `${rule}${hours} ${wayOut}`);
}
