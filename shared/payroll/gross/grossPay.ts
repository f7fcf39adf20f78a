import { explain } from "../../core/explanation.ts";
import { formatMinutes, type Minutes, minutes } from "../../core/minutes.ts";
import { formatPence, multiplyRatio, type Pence, pence } from "../../core/money.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import type { MileageRates } from "../../rates/taxYearRates.ts";
import { accepted, type PayProblem, problem, refused, type Verdict } from "../problems.ts";
import { sumProblems } from "../sumOfMoney.ts";
import type { PayLine } from "../types.ts";
import { callOutTopUp } from "./callOut.ts";
import { checkPaidShifts } from "./checkPaidShifts.ts";
import { calculateMileagePay } from "./mileage.ts";
import { type OrdinaryTime, type OvertimeRule, overtimePremiums } from "./overtime.ts";
import { type DatedPayRate, type KindsByDay, type PaidKindOfTime, type PaidShift, rateOn } from "./paidTime.ts";
import { kindOnDay, shiftParts } from "./shiftParts.ts";
import { noTimeRounding, type TimeRounding } from "./timeRounding.ts";

export { rateOn } from "./paidTime.ts";

export interface GrossPayInput {
  readonly shifts: readonly PaidShift[];
  readonly kinds: readonly PaidKindOfTime[];
  /** Of two rates of one kind and day, the one that comes first in the list counts. */
  readonly payRates: readonly DatedPayRate[];
  /** Miles paid to this person earlier in the tax year, in hundredths. */
  readonly milesHundredthsBefore: number;
  /** Left out: the kind of a shift holds for all of it. */
  readonly kindsByDay?: KindsByDay;
  /** Left out: every minute is paid as it is. */
  readonly rounding?: TimeRounding;
  /** Left out: no overtime. */
  readonly overtime?: OvertimeRule;
}

export interface GrossPayResult {
  readonly lines: readonly PayLine[];
  /**
   * Time and pay that count for the minimum wage: a sleep-in counts only while awake for work, and its fee not at all; the premium of
   * overtime and what a minimum call-out adds do not count; time is counted as worked, before rounding.
   */
  readonly minimumWageTime: Minutes;
  readonly minimumWagePay: Pence;
}

const payRule = { name: "Gross pay from confirmed time", source: "The rates of pay agreed in the contract" };

/**
 * Pay lines from confirmed time, one for each kind, rate and plan line. Time is added up first and then multiplied by the hourly rate, to the
 * nearest penny. A shift over midnight is paid day by day, so a new rate starts at midnight. A sleep-in pays its fee for the shift and the
 * basic hourly rate of its first day for time awake. A live-in day is paid once a day. Miles are kept outside gross pay up to HMRC's rate, and
 * are paid at that rate when no other was agreed. Refuses time without a rate, rates and miles below nothing, overlapping shifts, and more hours than a day has.
 * Source: the contract; payroll rules, section 9 (what counts for the minimum wage) and section 13 (miles).
 */
export function calculateGrossPay(
  input: GrossPayInput,
  rates: { readonly taxYear: string; readonly mileage: MileageRates },
): Verdict<GrossPayResult> {
  const problems: PayProblem[] = checkPaidShifts(input.shifts);
  if (problems.length > 0) return refused(...uniqueProblems(problems));
  const groups = new Map<string, TimeGroup>();
  const ordinary: OrdinaryTime[] = [];
  for (const part of partsOf(input, problems)) {
    const ratePence = rateOn(input.payRates, part.kind.id, part.onDate) ?? (part.unit === "mile" ? rates.mileage.carPerMile : undefined);
    if (ratePence === undefined) {
      problems.push(noRate(part.kind, part.onDate));
      continue;
    }
    const wrong = sumProblems("payRate", ratePence, `The rate of pay for ${part.kind.name}`);
    if (wrong.length > 0) {
      problems.push(...wrong);
      continue;
    }
    addToGroup(groups, part, ratePence);
    if (part.isOrdinary) ordinary.push({ ...part, ratePence });
  }
  if (problems.length > 0) return refused(...uniqueProblems(problems));
  const gross = linesOf(groups, input.milesHundredthsBefore, rates, problems);
  if (problems.length > 0) return refused(...problems);
  const premiums = input.overtime ? overtimePremiums(ordinary, input.overtime) : [];
  return accepted({ ...gross, lines: [...gross.lines, ...premiums] });
}

type Unit = "hour" | "awake" | "callOut" | "shift" | "day" | "mile";

interface Part {
  /** Whose rate is paid. */
  readonly kind: PaidKindOfTime;
  /** Where the line stands among the others. */
  readonly position: number;
  readonly onDate: PlainDate;
  readonly planLineId: string | null;
  readonly label: string;
  readonly unit: Unit;
  readonly units: number;
  /** Minutes that are paid, and minutes that were worked. */
  readonly paid: Minutes;
  readonly worked: Minutes;
  readonly counts: boolean;
  /** Counts towards overtime. */
  readonly isOrdinary: boolean;
}

function* partsOf(input: GrossPayInput, problems: PayProblem[]): Generator<Part> {
  const basicKind = basicKindOf(input.kinds);
  const mileKind = input.kinds.find((kind) => kind.paidBy === "mile");
  const paidDays = new Set<string>();
  for (const shift of input.shifts) {
    const kind = input.kinds.find(({ id }) => id === shift.kindOfTimeId);
    if (!kind) {
      problems.push(noKind(shift));
      continue;
    }
    const { onDate, planLineId, workedMinutes } = shift;
    const common = { kind, position: kind.position, onDate, planLineId, label: kind.name, units: 1, isOrdinary: false };
    const whole = { ...common, paid: workedMinutes, worked: workedMinutes, counts: kind.minimumWageCounts === "all" };
    if (kind.paidBy === "hour") yield* hourParts(shift, input, problems);
    if (kind.paidBy === "shift") yield { ...whole, unit: "shift" };
    if (kind.paidBy === "day") {
      const key = `${kind.id}|${onDate}`;
      yield { ...whole, unit: "day", units: paidDays.has(key) ? 0 : 1 };
      paidDays.add(key);
    }
    if (kind.minimumWageCounts === "awakeOnly" && shift.awakeMinutes > 0) {
      const awake = { paid: shift.awakeMinutes, worked: shift.awakeMinutes, label: `${kind.name}: time awake` };
      if (basicKind) yield { ...common, ...awake, kind: basicKind, unit: "awake", counts: true, isOrdinary: true };
      else problems.push(noHourlyKind(shift));
    }
    if (mileKind && shift.milesHundredths > 0) {
      const { name: label, position } = mileKind;
      const none = minutes(0);
      yield { ...common, kind: mileKind, position, label, unit: "mile", units: shift.milesHundredths, paid: none, worked: none, counts: false };
    }
  }
}

function* hourParts(shift: PaidShift, { kinds, kindsByDay, rounding = noTimeRounding }: GrossPayInput, problems: PayProblem[]): Generator<Part> {
  const parts = shiftParts(shift, rounding);
  const { planLineId } = shift;
  let first: Part | undefined;
  for (const { onDate, worked, paid } of parts) {
    const kindId = kindOnDay(shift.kindOfTimeId, onDate, kindsByDay);
    const kind = kinds.find(({ id }) => id === kindId);
    if (!kind) {
      problems.push(noKind({ onDate, kindOfTimeId: kindId }));
      continue;
    }
    const counts = kind.minimumWageCounts === "all";
    const label = kind.name;
    const part: Part = { kind, position: kind.position, onDate, planLineId, label, unit: "hour", units: 1, paid, worked, counts, isOrdinary: counts };
    first ??= part;
    if (worked > 0 || parts.length === 1) yield part;
  }
  if (!first) return;
  const topUp = callOutTopUp(minutes(parts.reduce((sum, { paid }) => sum + paid, 0)), first.kind.leastPaidMinutes ?? minutes(0));
  const label = `${first.label}: call-out made up to ${formatMinutes(first.kind.leastPaidMinutes ?? minutes(0))}`;
  if (topUp > 0) yield { ...first, label, unit: "callOut", paid: topUp, worked: minutes(0), counts: false, isOrdinary: false };
}

interface TimeGroup extends Pick<Part, "label" | "unit" | "counts" | "position" | "planLineId"> {
  readonly ratePence: Pence;
  units: number;
  paid: number;
  worked: number;
}

function addToGroup(groups: Map<string, TimeGroup>, part: Part, ratePence: Pence): void {
  const { kind, position, label, unit, units, paid, worked, counts, planLineId } = part;
  const key = `${kind.id}|${label}|${ratePence}|${planLineId}`;
  const group = groups.get(key);
  if (group) {
    group.units += units;
    group.paid += paid;
    group.worked += worked;
  } else groups.set(key, { label, unit, counts, position, ratePence, planLineId, units, paid, worked });
}

function linesOf(
  groups: ReadonlyMap<string, TimeGroup>,
  milesBefore: number,
  rates: { readonly taxYear: string; readonly mileage: MileageRates },
  problems: PayProblem[],
): GrossPayResult {
  const lines: PayLine[] = [];
  let miles = milesBefore;
  let time = 0;
  let pay = 0;
  const ordered = [...groups.values()].sort((a, b) => a.position - b.position || a.label.localeCompare(b.label) || a.ratePence - b.ratePence);
  for (const group of ordered) {
    if (group.unit === "mile") {
      const { label, ratePence, planLineId, units } = group;
      const mileage = calculateMileagePay({ label, ratePence, planLineId, quantity: units }, miles, rates);
      if (mileage.ok) lines.push(...mileage.value);
      else problems.push(...mileage.problems);
      miles += units;
      continue;
    }
    const line = lineOf(group, group.unit);
    lines.push(line);
    if (group.counts) {
      time += group.worked;
      pay += line.amount;
    }
  }
  return { lines, minimumWageTime: minutes(time), minimumWagePay: pence(pay) };
}

const lineKinds = { hour: "hours", awake: "timeAwake", callOut: "hours", shift: "shift", day: "day" } as const;

function lineOf({ label, ratePence, planLineId, units, paid }: TimeGroup, by: Exclude<Unit, "mile">): PayLine {
  const isByTime = by !== "shift" && by !== "day";
  const amount = isByTime ? multiplyRatio(ratePence, paid, 60, "nearest") : pence(ratePence * units);
  const many = isByTime ? formatMinutes(minutes(paid)) : `${units} ${units === 1 ? by : `${by}s`}`;
  const text = `${label}: ${many} at ${formatPence(ratePence)} ${isByTime ? "an hour" : `a ${by}`}.`;
  const explanation = explain(payRule, [{ text, amount }]);
  const time = by === "callOut" ? null : minutes(paid);
  return { kind: lineKinds[by], label, minutes: time, units: isByTime ? null : units, ratePence, amount, planLineId, explanation };
}

/** The kind of time that the basic hourly rate belongs to: the first one that is paid by the hour and counts in full. */
function basicKindOf(kinds: readonly PaidKindOfTime[]): PaidKindOfTime | undefined {
  return kinds
    .filter((kind) => kind.paidBy === "hour" && kind.minimumWageCounts === "all")
    .reduce<PaidKindOfTime | undefined>((best, kind) => (best && best.position <= kind.position ? best : kind), undefined);
}

function noKind({ onDate, kindOfTimeId }: Pick<PaidShift, "onDate" | "kindOfTimeId">): PayProblem {
  const rule = `The shift on ${formatDate(onDate)} has a kind of time that is not known.`;
  return problem("kindOfTime", kindOfTimeId, rule, "Choose its kind of time again.");
}

function noHourlyKind({ awakeMinutes }: PaidShift): PayProblem {
  const rule = "Time awake in a sleep-in needs an hourly rate.";
  return problem("awakeMinutes", formatMinutes(awakeMinutes), rule, "Add a kind of time paid by the hour.");
}

function noRate(kind: PaidKindOfTime, on: PlainDate): PayProblem {
  const rule = `There is no rate of pay for ${kind.name} on ${formatDate(on)}.`;
  return problem("payRate", kind.name, rule, "Add a rate for it in the person's pay settings.");
}

function uniqueProblems(problems: readonly PayProblem[]): PayProblem[] {
  return [...new Map(problems.map((found) => [`${found.field}|${found.value}|${found.rule}`, found])).values()];
}
