import { explain } from "../../core/explanation.ts";
import { formatMinutes, type Minutes, minutes } from "../../core/minutes.ts";
import { formatPence, multiplyRatio, type Pence, pence } from "../../core/money.ts";
import { formatDate, type PlainDate } from "../../core/plainDate.ts";
import type { MileageRates } from "../../rates/taxYearRates.ts";
import { accepted, type PayProblem, problem, refused, type Verdict } from "../problems.ts";
import type { PayLine } from "../types.ts";
import { calculateMileagePay } from "./mileage.ts";

/** A kind of time as the employer has set it up. `position` orders the kinds; the first one paid by the hour is the basic one. */
export interface PaidKindOfTime {
  readonly id: string;
  readonly name: string;
  readonly paidBy: "hour" | "shift" | "day" | "mile";
  readonly minimumWageCounts: "all" | "awakeOnly" | "none";
  readonly position: number;
}

/** A rate of pay from a day on: pence an hour, shift, day or mile. */
export interface DatedPayRate {
  readonly kindOfTimeId: string;
  readonly fromOn: PlainDate;
  readonly ratePence: Pence;
}

/** One confirmed shift. `awakeMinutes` is time awake for work in a sleep-in; `milesHundredths` is 1250 for 12.5 miles. */
export interface PaidShift {
  readonly onDate: PlainDate;
  readonly workedMinutes: Minutes;
  readonly awakeMinutes: Minutes;
  readonly milesHundredths: number;
  readonly kindOfTimeId: string;
  readonly planLineId: string | null;
}

export interface GrossPayInput {
  readonly shifts: readonly PaidShift[];
  readonly kinds: readonly PaidKindOfTime[];
  /** Of two rates of one kind and day, the one that comes first in the list counts. */
  readonly payRates: readonly DatedPayRate[];
  /** Miles paid to this person earlier in the tax year, in hundredths. */
  readonly milesHundredthsBefore: number;
}

export interface GrossPayResult {
  readonly lines: readonly PayLine[];
  /** Time and pay that count for the minimum wage: a sleep-in counts only while awake for work, and its fee not at all. */
  readonly minimumWageTime: Minutes;
  readonly minimumWagePay: Pence;
}

const payRule = { name: "Gross pay from confirmed time", source: "The rates of pay agreed in the contract" };
const dayInMinutes = 24 * 60;

/**
 * Pay lines from confirmed time, one for each kind, rate and plan line. Time is added up first and then multiplied by the hourly rate, to the
 * nearest penny. A sleep-in pays its fee for the shift and the basic hourly rate for time awake. Miles are kept outside gross pay up to HMRC's
 * rate, and are paid at that rate when no other was agreed. Refuses time without a rate, and more than 24 hours in one shift.
 */
export function calculateGrossPay(
  input: GrossPayInput,
  rates: { readonly taxYear: string; readonly mileage: MileageRates },
): Verdict<GrossPayResult> {
  const problems: PayProblem[] = [];
  const groups = new Map<string, TimeGroup>();
  const basicKind = input.kinds.find(
    (kind) => kind.paidBy === "hour" && kind.minimumWageCounts === "all" && kind.position === basicPosition(input.kinds),
  );
  const mileKind = input.kinds.find((kind) => kind.paidBy === "mile");

  const add = (part: Part) => {
    const ratePence = rateOn(input.payRates, part.kind.id, part.shift.onDate) ?? (part.unit === "mile" ? rates.mileage.carPerMile : undefined);
    if (ratePence === undefined) problems.push(noRate(part.kind, part.shift.onDate));
    else addToGroup(groups, part, ratePence);
  };
  for (const shift of input.shifts) {
    const kind = input.kinds.find(({ id }) => id === shift.kindOfTimeId);
    if (!kind) {
      const rule = `The shift on ${formatDate(shift.onDate)} has a kind of time that is not known.`;
      problems.push(problem("kindOfTime", shift.kindOfTimeId, rule, "Choose its kind of time again."));
      continue;
    }
    const tooLong = checkShiftLength(shift);
    if (tooLong) {
      problems.push(tooLong);
      continue;
    }
    if (kind.paidBy !== "mile")
      add({
        kind,
        position: kind.position,
        shift,
        label: kind.name,
        unit: kind.paidBy,
        units: 1,
        time: shift.workedMinutes,
        counts: kind.minimumWageCounts === "all",
      });
    if (kind.minimumWageCounts === "awakeOnly" && shift.awakeMinutes > 0) {
      if (basicKind)
        add({
          kind: basicKind,
          position: kind.position,
          shift,
          label: `${kind.name}: time awake`,
          unit: "awake",
          units: 1,
          time: shift.awakeMinutes,
          counts: true,
        });
      else problems.push(noHourlyKind(shift));
    }
    if (mileKind && shift.milesHundredths > 0) {
      add({
        kind: mileKind,
        position: mileKind.position,
        shift,
        label: mileKind.name,
        unit: "mile",
        units: shift.milesHundredths,
        time: minutes(0),
        counts: false,
      });
    }
  }
  if (problems.length > 0) return refused(...uniqueProblems(problems));
  return accepted(linesOf(groups, input.milesHundredthsBefore, rates));
}

type Unit = "hour" | "awake" | "shift" | "day" | "mile";

interface Part {
  /** Whose rate is paid. */
  readonly kind: PaidKindOfTime;
  /** Where the line stands among the others. */
  readonly position: number;
  readonly shift: PaidShift;
  readonly label: string;
  readonly unit: Unit;
  readonly units: number;
  readonly time: Minutes;
  readonly counts: boolean;
}

interface TimeGroup extends Pick<Part, "label" | "unit" | "counts"> {
  readonly position: number;
  readonly ratePence: Pence;
  readonly planLineId: string | null;
  units: number;
  time: number;
}

function addToGroup(groups: Map<string, TimeGroup>, { kind, position, shift, label, unit, units, time, counts }: Part, ratePence: Pence): void {
  const key = `${kind.id}|${label}|${ratePence}|${shift.planLineId ?? ""}`;
  const group = groups.get(key);
  if (group) {
    group.units += units;
    group.time += time;
  } else groups.set(key, { label, unit, counts, position, ratePence, planLineId: shift.planLineId, units, time });
}

function linesOf(
  groups: ReadonlyMap<string, TimeGroup>,
  milesBefore: number,
  rates: { readonly taxYear: string; readonly mileage: MileageRates },
): GrossPayResult {
  const lines: PayLine[] = [];
  let miles = milesBefore;
  let time = 0;
  let pay = 0;
  const ordered = [...groups.values()].sort((a, b) => a.position - b.position || a.label.localeCompare(b.label) || a.ratePence - b.ratePence);
  for (const group of ordered) {
    if (group.unit === "mile") {
      const { label, ratePence, planLineId, units } = group;
      lines.push(...calculateMileagePay({ label, ratePence, planLineId, quantity: units }, miles, rates));
      miles += units;
      continue;
    }
    const line = lineOf(group);
    lines.push(line);
    if (group.counts) {
      time += group.time;
      pay += line.amount;
    }
  }
  return { lines, minimumWageTime: minutes(time), minimumWagePay: pence(pay) };
}

const lineKinds = { hour: "hours", awake: "timeAwake", shift: "shift", day: "day" } as const;
const perUnit = { hour: "an hour", awake: "an hour", shift: "a shift", day: "a day" } as const;

function lineOf({ label, unit, ratePence, planLineId, units, time }: TimeGroup): PayLine {
  const by = unit === "mile" ? "hour" : unit;
  const isByTime = by === "hour" || by === "awake";
  const amount = isByTime ? multiplyRatio(ratePence, time, 60, "nearest") : pence(ratePence * units);
  const many = isByTime ? formatMinutes(minutes(time)) : `${units} ${units === 1 ? by : `${by}s`}`;
  const explanation = explain(payRule, [{ text: `${label}: ${many} at ${formatPence(ratePence)} ${perUnit[by]}.`, amount }]);
  return { kind: lineKinds[by], label, minutes: minutes(time), units: isByTime ? null : units, ratePence, amount, planLineId, explanation };
}

/** The rate in force on a day: the latest one that started by then; of two from the same day the first in the list. */
export function rateOn(payRates: readonly DatedPayRate[], kindOfTimeId: string, on: PlainDate): Pence | undefined {
  let best: DatedPayRate | undefined;
  for (const rate of payRates) {
    if (rate.kindOfTimeId === kindOfTimeId && rate.fromOn <= on && (best === undefined || rate.fromOn > best.fromOn)) best = rate;
  }
  return best?.ratePence;
}

/** The position of the kind of time that the basic hourly rate belongs to. */
function basicPosition(kinds: readonly PaidKindOfTime[]): number {
  return Math.min(...kinds.filter((kind) => kind.paidBy === "hour" && kind.minimumWageCounts === "all").map(({ position }) => position));
}

function checkShiftLength({ workedMinutes, onDate }: PaidShift): PayProblem | undefined {
  if (workedMinutes >= 0 && workedMinutes <= dayInMinutes) return undefined;
  const rule = `A shift on ${formatDate(onDate)} is longer than a day.`;
  return problem("workedMinutes", formatMinutes(workedMinutes), rule, "Correct its start and end on the timesheet.");
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
