import { type Explained, explain } from "../../../shared/core/explanation.ts";
import { formatPence, type Pence, pence } from "../../../shared/core/money.ts";
import { addDays, earlierOf, formatDate, laterOf, type PlainDate } from "../../../shared/core/plainDate.ts";
import { firstDayOfLinkedSickness } from "../../../shared/payroll/statutoryPay/sicknessSpells.ts";
import { knownSickPayRules } from "../../../shared/payroll/statutoryPay/sickPayRules.ts";
import {
  calculateSickPayBetween,
  calculateStatutorySickPay,
  type StatutorySickPayInput,
} from "../../../shared/payroll/statutoryPay/statutorySickPay.ts";
import type { PayLine } from "../../../shared/payroll/types.ts";
import type { PaidAbsence } from "../../db/repositories/leaveRecordRepository.ts";
import { type AbsenceFacts, averageOf, lineWithoutTime } from "./absencePay.ts";

/**
 * Sick pay lines of a run: what the days of each spell in the period have earned. A spell told after its period's run, or changed after it was paid, is worked
 * out whole, less what sealed payslips paid for it, below zero too when it was shortened. Days that a sealed payslip went over are paid already, whatever run
 * goes over them again. Days before the first period kept here were paid elsewhere.
 */
export function sickPayLines(facts: AbsenceFacts): PayLine[] {
  const { period, absences } = facts;
  const sickness = absences.filter(({ kind }) => kind === "sickness");
  const lines = sickness
    .filter(({ fromOn, toOn }) => fromOn <= period.periodTo && toOn >= facts.recordsFrom)
    .flatMap((absence) => lineOf(facts, absence, sickness) ?? []);
  return [...lines, ...takenBack(facts, sickness)];
}

/** A spell with days that bring no sick pay, for which the person must be given form SSP1. */
export interface SickPayRefused {
  /** The first day of the spell. */
  readonly from: PlainDate;
  /** The last day paid for before pay ended; null when none was paid first. */
  readonly lastPaidOn: PlainDate | null;
  readonly reasons: string[];
}

/** The spells of the record for which form SSP1 is due, with the reasons of the law. Source: GOV.UK, SSP employer guide, eligibility and form SSP1. */
export function sickPayRefused(facts: AbsenceFacts): SickPayRefused[] {
  const sickness = facts.absences.filter(({ kind, toOn }) => kind === "sickness" && toOn >= facts.recordsFrom);
  return sickness.flatMap((absence) => {
    const input = inputOf(facts, absence, sickness);
    if (!input || facts.engagement.usualWorkingDays.length === 0) return [];
    const { refusals, paidDates } = calculateStatutorySickPay(input);
    const [first, ...others] = refusals.filter(({ form }) => form !== null);
    if (!first) return [];
    const lastPaidOn = paidDates.findLast((day) => day < first.from) ?? null;
    return [{ from: absence.fromOn, lastPaidOn, reasons: [first, ...others].map(({ text }) => text) }];
  });
}

function lineOf(facts: AbsenceFacts, absence: PaidAbsence, sickness: readonly PaidAbsence[]): PayLine | undefined {
  const { period, engagement } = facts;
  const input = inputOf(facts, absence, sickness);
  if (!input || engagement.usualWorkingDays.length === 0) return undefined;
  const from = laterOf(absence.fromOn, facts.recordsFrom);
  const paid = paidFor(facts, absence);
  // A later period may have paid its part already: what it paid counts, so its days do too.
  const to = earlierOf(absence.toOn, paid.upTo === undefined ? period.periodTo : laterOf(period.periodTo, paid.upTo));
  const isOlder = from < period.periodFrom;
  const mustBalance = paid.sealedAt === undefined ? isOlder : absence.changedAt !== null && absence.changedAt > paid.sealedAt;
  if (!mustBalance) {
    const start = laterOf(from, paid.upTo === undefined ? period.periodFrom : laterOf(period.periodFrom, addDays(paid.upTo, 1)));
    if (to < start) return undefined;
    const { daysPaid, total } = calculateSickPayBetween(input, start, to);
    return daysPaid > 0 ? sickLine(facts, absence.id, daysPaid, total.rule, total.lines) : undefined;
  }
  const whole = calculateSickPayBetween(input, from, to);
  const days = whole.daysPaid - paid.days;
  const lines = [...whole.total.lines];
  if (paid.amount !== 0) lines.push({ text: `Earlier payslips paid ${formatPence(paid.amount)} of it.`, amount: pence(-paid.amount) });
  return whole.total.amount === paid.amount ? undefined : sickLine(facts, absence.id, days, whole.total.rule, lines);
}

function inputOf(facts: AbsenceFacts, absence: PaidAbsence, sickness: readonly PaidAbsence[]): StatutorySickPayInput | undefined {
  const spell = { from: absence.fromOn, to: absence.toOn };
  const earlierSpells = sickness.filter(({ toOn }) => toOn < spell.from).map(({ fromOn, toOn }) => ({ from: fromOn, to: toOn }));
  const averageWeeklyEarnings = averageOf(facts, firstDayOfLinkedSickness(spell, earlierSpells, knownSickPayRules));
  if (averageWeeklyEarnings === undefined) return undefined;
  const source = facts.rates.statutorySickPay.sources[0];
  return { spell, qualifyingDays: facts.engagement.usualWorkingDays, averageWeeklyEarnings, earlierSpells, rules: knownSickPayRules, source };
}

interface PaidSoFar {
  readonly amount: Pence;
  readonly days: number;
  /** When the newest payslip that paid for it was sealed; undefined when none did. */
  readonly sealedAt: string | undefined;
  /** The last day of the newest period that paid for it; undefined when none did. */
  readonly upTo: PlainDate | undefined;
}

/** What sealed payslips paid for a spell. A payslip sealed before lines named their absence is asked by its days. */
function paidFor({ payslips }: AbsenceFacts, { id, fromOn, toOn }: PaidAbsence): PaidSoFar {
  let amount = 0;
  let days = 0;
  let sealedAt: string | undefined;
  let upTo: PlainDate | undefined;
  for (const { result, finishedAt } of payslips) {
    const isItsPeriod = fromOn <= result.periodTo && toOn >= result.periodFrom;
    for (const line of result.payLines) {
      if (line.kind !== "statutorySickPay" || (line.recordId === undefined ? !isItsPeriod : line.recordId !== id)) continue;
      amount += line.amount;
      days += line.units ?? 0;
      sealedAt = finishedAt ?? "";
      upTo = laterOf(upTo ?? result.periodTo, result.periodTo);
    }
  }
  return { amount: pence(amount), days, sealedAt, upTo };
}

/** Sick pay for absences that are no longer in the record is taken back. */
function takenBack(facts: AbsenceFacts, sickness: readonly PaidAbsence[]): PayLine[] {
  const known = new Set(sickness.map(({ id }) => id));
  const gone = new Map<string, { amount: number; days: number; payday: PlainDate }>();
  for (const { result } of facts.payslips) {
    for (const { kind, recordId, amount, units } of result.payLines) {
      if (kind !== "statutorySickPay" || recordId === undefined || known.has(recordId)) continue;
      const before = gone.get(recordId);
      gone.set(recordId, {
        amount: (before?.amount ?? 0) + amount,
        days: (before?.days ?? 0) + (units ?? 0),
        payday: before?.payday ?? result.payday,
      });
    }
  }
  return [...gone]
    .filter(([, { amount }]) => amount !== 0)
    .map(([recordId, { amount, days, payday }]) => {
      const text = `The sick pay of ${formatDate(payday)} was for days that were taken off the record.`;
      const rule = { name: "Statutory Sick Pay", source: facts.rates.statutorySickPay.sources[0] };
      return sickLine(facts, recordId, -days, rule, [{ text, amount: pence(-amount) }]);
    });
}

function sickLine(facts: AbsenceFacts, recordId: string, days: number, rule: Explained["rule"], lines: Explained["lines"]): PayLine {
  const explanation = explain({ ...rule, ratesYear: facts.rates.taxYear }, lines);
  return { ...lineWithoutTime("statutorySickPay", "Statutory Sick Pay", facts), units: days, amount: explanation.amount, recordId, explanation };
}
