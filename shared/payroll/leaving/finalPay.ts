import { type Explained, type ExplanationLine, explain } from "../../core/explanation.ts";
import { formatMinutes, type Minutes, minutes } from "../../core/minutes.ts";
import { formatPence, multiplyRatio, type Pence, pence } from "../../core/money.ts";
import { daysBetween, earlierOf, formatDate, laterOf, type PlainDate } from "../../core/plainDate.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";

export interface LeaverHolidayInput {
  readonly startedOn: PlainDate;
  readonly leavesOn: PlainDate;
  readonly leaveYearFrom: PlainDate;
  readonly leaveYearTo: PlainDate;
  /** Holiday in minutes: of a whole leave year for fixed hours, or what irregular hours have built up so far. */
  readonly holiday: { readonly kind: "wholeYear" | "builtUp"; readonly minutes: Minutes };
  readonly carriedOver: Minutes;
  readonly taken: Minutes;
}

export interface LeaverHoliday {
  readonly earned: Minutes;
  /** Holiday still owed; below zero when more was taken than earned. */
  readonly left: Minutes;
  readonly lines: readonly ExplanationLine[];
}

const wtr = "Working Time Regulations 1998, regulation 14";

/**
 * Holiday that is left when somebody leaves, in minutes: the year's entitlement × days employed in the leave year ÷ days in it, never rounded down, with
 * what was carried over and without what was taken. Irregular hours bring what they built up. Refuses a last day outside the leave year or before the first.
 * Source: Working Time Regulations 1998, regulation 14; payroll rules, section 12.
 */
export function calculateLeaverHoliday(input: LeaverHolidayInput): Verdict<LeaverHoliday> {
  const { startedOn, leavesOn, leaveYearFrom, leaveYearTo, holiday, carriedOver, taken } = input;
  if (leavesOn < startedOn) {
    const rule = `The last day is before the first day, ${formatDate(startedOn)}.`;
    return refused(problem("leavesOn", leavesOn, rule, "Correct the start or the leaving date."));
  }
  if (leavesOn < leaveYearFrom || leavesOn > leaveYearTo) {
    const rule = `The leave year runs from ${formatDate(leaveYearFrom)} to ${formatDate(leaveYearTo)}.`;
    return refused(problem("leavesOn", leavesOn, rule, "Choose the leave year that the last day falls in."));
  }
  const lines: ExplanationLine[] = [];
  let earned: number = holiday.minutes;
  if (holiday.kind === "wholeYear") {
    const daysEmployed = daysBetween(laterOf(startedOn, leaveYearFrom), earlierOf(leavesOn, leaveYearTo)) + 1;
    const daysInYear = daysBetween(leaveYearFrom, leaveYearTo) + 1;
    earned = Math.ceil((holiday.minutes * daysEmployed) / daysInYear);
    lines.push({
      text: `A whole year gives ${formatMinutes(holiday.minutes)}. ${daysEmployed} of ${daysInYear} days give ${formatMinutes(minutes(earned))}.`,
    });
  } else lines.push({ text: `Hours worked built up ${formatMinutes(holiday.minutes)}.` });
  if (carriedOver > 0) lines.push({ text: `Carried over from before: ${formatMinutes(carriedOver)}.` });
  lines.push({ text: `Taken: ${formatMinutes(taken)}.` });
  const left = minutes(earned + carriedOver - taken);
  lines.push({ text: left < 0 ? `More was taken than earned, by ${formatMinutes(minutes(-left))}.` : `Left: ${formatMinutes(left)}.` });
  return accepted({ earned: minutes(earned), left, lines });
}

export interface FinalPayInput {
  readonly leaverHoliday: LeaverHoliday;
  /** Pay and time of the reference weeks, whose average an hour of holiday is worth. */
  readonly referencePay: Pence;
  readonly referenceTime: Minutes;
  /** True only when a written agreement lets the employer take back holiday taken beyond what was earned. */
  readonly mayTakeBackHoliday: boolean;
  /** Wages for work not paid yet, in pence. */
  readonly wages: Pence;
  readonly noticeInLieu: Explained | null;
  readonly redundancy: Explained | null;
}

export interface FinalPay {
  readonly holidayInLieu: Explained;
  /** Wages, holiday and notice: taxed, with National Insurance, through the payslip. */
  readonly throughPayslip: Pence;
  /** The part of redundancy pay that is free of tax and National Insurance. */
  readonly freeOfTax: Pence;
  /** Redundancy pay above £30,000: taxed through the payslip, without the employee's National Insurance. */
  readonly redundancyTaxed: Pence;
  readonly total: Explained;
}

const freeTerminationPay = pence(30_000_00);

/**
 * What is due to somebody who leaves, before deductions, in pence: wages, holiday in lieu at the average of the reference weeks, pay in lieu of notice and
 * redundancy pay. Statutory redundancy pay is free of tax up to £30,000. Holiday in lieu is rounded up to the penny.
 * Source: Working Time Regulations 1998, regulation 14; ITEPA 2003, sections 401 to 404; payroll rules, section 12.
 */
export function calculateFinalPay(input: FinalPayInput): FinalPay {
  const { leaverHoliday, wages, noticeInLieu, redundancy } = input;
  const holidayInLieu = holidayInLieuOf(input);
  const lines: ExplanationLine[] = [
    { text: "Wages not paid yet.", amount: wages },
    leaverHoliday.left < 0
      ? { text: "Holiday taken beyond what was earned.", amount: holidayInLieu.amount }
      : { text: "Pay for holiday that is left.", amount: holidayInLieu.amount },
  ];
  if (noticeInLieu) lines.push({ text: "Pay in lieu of notice.", amount: noticeInLieu.amount });
  if (redundancy) lines.push({ text: "Statutory redundancy pay.", amount: redundancy.amount });
  const redundancyPay = redundancy?.amount ?? pence(0);
  const freeOfTax = pence(Math.min(redundancyPay, freeTerminationPay));
  return {
    holidayInLieu,
    throughPayslip: pence(wages + holidayInLieu.amount + (noticeInLieu?.amount ?? 0)),
    freeOfTax,
    redundancyTaxed: pence(redundancyPay - freeOfTax),
    total: explain({ name: "Final pay", source: wtr }, lines),
  };
}

function holidayInLieuOf({ leaverHoliday, referencePay, referenceTime, mayTakeBackHoliday }: FinalPayInput): Explained {
  const { left, lines } = leaverHoliday;
  const rule = { name: "Pay in lieu of holiday", source: wtr };
  if (left < 0 && !mayTakeBackHoliday) {
    return explain(rule, [...lines, { text: "No written agreement lets the employer take it back, so nothing is taken." }]);
  }
  const value = referenceTime > 0 ? multiplyRatio(referencePay, Math.abs(left), referenceTime, left < 0 ? "down" : "up") : pence(0);
  const average = `${formatPence(referencePay)} for ${formatMinutes(referenceTime)} in the weeks looked at gives the average.`;
  const told = left < 0 ? `${formatMinutes(minutes(-left))} at that average is taken back.` : `${formatMinutes(left)} at that average.`;
  return explain(rule, [...lines, { text: average }, { text: told, amount: pence(left < 0 ? -value : value) }]);
}
