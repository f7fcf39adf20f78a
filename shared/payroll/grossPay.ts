import { type Explained, explain } from "../core/explanation.ts";
import { formatMinutes, type Minutes, minutes } from "../core/minutes.ts";
import { formatPence, multiplyRatio, type Pence, pence } from "../core/money.ts";
import { formatDate, type PlainDate } from "../core/plainDate.ts";
import type { MileageRates } from "../rates/taxYearRates.ts";
import { calculateMileagePay } from "./mileage.ts";
import { accepted, type PayProblem, problem, refused, type Verdict } from "./problems.ts";
import type { PayLine, PayLineKind } from "./types.ts";

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
  readonly payRates: readonly DatedPayRate[];
  /** Miles paid to this person earlier in the tax year, in hundredths. */
  readonly milesHundredthsBefore: number;
}

const payRule = { name: "Gross pay from confirmed time", source: "The rates of pay agreed in the contract" };
const dayInMinutes = 24 * 60;

/**
 * Pay lines from confirmed time, one for each kind, rate and plan line. Time is added up first and then multiplied by the hourly rate, to the
 * nearest penny. A sleep-in pays its fee for the shift and the basic hourly rate for time awake. Miles are kept outside gross pay up to HMRC's rate.
 * Refuses time without a rate, and more than 24 hours in one shift.
 */
export function calculatePayLines(
  { shifts, kinds, payRates, milesHundredthsBefore }: GrossPayInput,
  rates: { readonly taxYear: string; readonly mileage: MileageRates },
): Verdict<PayLine[]> {
  const problems: PayProblem[] = [];
  const groups = new Map<string, TimeGroup>();
  const kindById = new Map(kinds.map((kind) => [kind.id, kind]));
  const basicKind = kinds.filter((kind) => kind.paidBy === "hour" && kind.minimumWageCounts === "all").sort((a, b) => a.position - b.position)[0];
  const mileKind = kinds.find((kind) => kind.paidBy === "mile");

  const add = (kind: PaidKindOfTime, label: string, shift: PaidShift, unit: TimeGroup["unit"], quantity: number) => {
    if (quantity === 0) return;
    const ratePence = rateOn(payRates, kind.id, shift.onDate);
    if (ratePence === undefined) {
      problems.push(noRate(kind, shift.onDate));
      return;
    }
    const key = `${kind.id}|${label}|${ratePence}|${shift.planLineId ?? ""}`;
    const group = groups.get(key);
    if (group) group.quantity += quantity;
    else groups.set(key, { label, unit, ratePence, planLineId: shift.planLineId, quantity, position: kind.position });
  };

  for (const shift of shifts) {
    const kind = kindById.get(shift.kindOfTimeId);
    if (!kind) {
      problems.push(
        problem(
          "kindOfTime",
          shift.kindOfTimeId,
          `The shift on ${formatDate(shift.onDate)} has a kind of time that is not known.`,
          "Choose its kind of time again.",
        ),
      );
      continue;
    }
    if (shift.workedMinutes > dayInMinutes || shift.workedMinutes < 0) {
      const hours = formatMinutes(shift.workedMinutes);
      problems.push(
        problem(
          "workedMinutes",
          hours,
          `A shift on ${formatDate(shift.onDate)} is longer than a day.`,
          "Correct its start and end on the timesheet.",
        ),
      );
      continue;
    }
    if (kind.paidBy === "hour") add(kind, kind.name, shift, "hour", shift.workedMinutes);
    else if (kind.paidBy !== "mile") add(kind, kind.name, shift, kind.paidBy, 1);
    if (kind.minimumWageCounts === "awakeOnly" && shift.awakeMinutes > 0) {
      if (basicKind) add(basicKind, `${kind.name}: time awake`, shift, "hour", shift.awakeMinutes);
      else
        problems.push(
          problem(
            "awakeMinutes",
            formatMinutes(shift.awakeMinutes),
            "Time awake in a sleep-in needs an hourly rate.",
            "Add a kind of time paid by the hour.",
          ),
        );
    }
    if (mileKind && shift.milesHundredths > 0) add(mileKind, mileKind.name, shift, "mile", shift.milesHundredths);
  }
  if (problems.length > 0) return refused(...uniqueProblems(problems));

  const ordered = [...groups.values()].sort((a, b) => a.position - b.position || a.label.localeCompare(b.label) || a.ratePence - b.ratePence);
  const lines: PayLine[] = [];
  let milesBefore = milesHundredthsBefore;
  for (const group of ordered) {
    if (group.unit === "mile") {
      lines.push(...calculateMileagePay(group, milesBefore, rates));
      milesBefore += group.quantity;
    } else lines.push(lineOf(group));
  }
  return accepted(lines);
}

interface TimeGroup {
  readonly label: string;
  readonly unit: "hour" | "shift" | "day" | "mile";
  readonly ratePence: Pence;
  readonly planLineId: string | null;
  readonly position: number;
  quantity: number;
}

/** The rate in force on a day: the latest one that started by then. */
export function rateOn(payRates: readonly DatedPayRate[], kindOfTimeId: string, on: PlainDate): Pence | undefined {
  let best: DatedPayRate | undefined;
  for (const rate of payRates) {
    if (rate.kindOfTimeId === kindOfTimeId && rate.fromOn <= on && (best === undefined || rate.fromOn > best.fromOn)) best = rate;
  }
  return best?.ratePence;
}

function lineOf(group: TimeGroup): PayLine {
  const { label, unit, ratePence, planLineId, quantity } = group;
  const isHours = unit === "hour";
  const kind: PayLineKind = isHours ? "hours" : unit === "day" ? "day" : "shift";
  const amount = isHours ? multiplyRatio(ratePence, quantity, 60, "nearest") : pence(ratePence * quantity);
  const many = isHours ? formatMinutes(minutes(quantity)) : `${quantity} ${quantity === 1 ? unit : `${unit}s`}`;
  const explanation: Explained = explain(payRule, [{ text: `${label}: ${many} at ${formatPence(ratePence)} ${perUnit[unit]}.`, amount }]);
  return { kind, label, minutes: isHours ? minutes(quantity) : null, units: isHours ? null : quantity, ratePence, amount, planLineId, explanation };
}

const perUnit = { hour: "an hour", shift: "a shift", day: "a day", mile: "a mile" } as const;

function noRate(kind: PaidKindOfTime, on: PlainDate): PayProblem {
  return problem(
    "payRate",
    kind.name,
    `There is no rate of pay for ${kind.name} on ${formatDate(on)}.`,
    "Add a rate for it in the person's pay settings.",
  );
}

function uniqueProblems(problems: readonly PayProblem[]): PayProblem[] {
  return [...new Map(problems.map((found) => [`${found.field}|${found.value}|${found.rule}`, found])).values()];
}
