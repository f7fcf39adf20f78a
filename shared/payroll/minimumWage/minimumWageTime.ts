import type { ExplanationLine } from "../../core/explanation.ts";
import { formatMinutes, type Minutes, minutes } from "../../core/minutes.ts";
import { accepted, problem, refused, type Verdict } from "../problems.ts";

/** Time that counts whole. Training that the employer asks for counts even when it is not paid; waiting counts when the person must wait. */
type CountsWhole = "work" | "wakingNight" | "training" | "travelBetweenAssignments" | "waiting";
type NeverCounts = "homeToWork" | "restBreak" | "ownTime";

/**
 * Time of one pay reference period, in minutes. `awake` is time awake for the purpose of working. A live-in day counts as worked, or, with a written
 * agreement made before it, as the agreed daily average.
 */
export type TimeForMinimumWage =
  | { readonly kind: CountsWhole | NeverCounts; readonly time: Minutes }
  | { readonly kind: "sleepIn"; readonly time: Minutes; readonly awake: Minutes; readonly hasSuitableBed: boolean }
  | { readonly kind: "onCallAtHome"; readonly time: Minutes; readonly awake: Minutes }
  | { readonly kind: "liveInDay"; readonly time: Minutes; readonly agreedDailyAverage: Minutes | null };

export interface MinimumWageTime {
  readonly countedTime: Minutes;
  /** One line for each sort of time, in the order they first come. */
  readonly lines: readonly ExplanationLine[];
}

const countsWholeText: Readonly<Record<CountsWhole, string>> = {
  work: "Work",
  wakingNight: "Waking nights",
  training: "Training",
  travelBetweenAssignments: "Travel between assignments",
  waiting: "Waiting at the employer's wish",
};
const neverCountsText: Readonly<Record<NeverCounts, string>> = {
  homeToWork: "Travel between home and work",
  restBreak: "Rest breaks",
  ownTime: "The person's own time",
};
const isCountedWhole = (kind: TimeForMinimumWage["kind"]): kind is CountsWhole => kind in countsWholeText;

/**
 * The time of a pay reference period that counts for the minimum wage. Of a sleep-in with a suitable bed only the time awake for work counts; without one
 * every hour does. Refuses time below zero, more than 24 hours in one entry and more time awake than the night had.
 * Source: National Minimum Wage Regulations 2015, regulations 30 to 50; Royal Mencap Society v Tomlinson-Blake [2021] UKSC 8; payroll rules, section 9.
 */
export function calculateMinimumWageTime(entries: readonly TimeForMinimumWage[]): Verdict<MinimumWageTime> {
  const groups = new Map<string, { time: number; counted: number }>();
  for (const entry of entries) {
    const refusal = checkEntry(entry);
    if (refusal) return refusal;
    const { heading, counted } = countEntry(entry);
    const group = groups.get(heading) ?? { time: 0, counted: 0 };
    groups.set(heading, { time: group.time + entry.time, counted: group.counted + counted });
  }
  let countedTime = 0;
  const lines: ExplanationLine[] = [];
  for (const [heading, { time, counted }] of groups) {
    countedTime += counted;
    const told = counted === time ? "all of it counts" : counted === 0 ? "none of it counts" : `${formatMinutes(minutes(counted))} counts`;
    lines.push({ text: `${heading}: ${formatMinutes(minutes(time))}, ${told}.` });
  }
  lines.push({ text: `Time that counts: ${formatMinutes(minutes(countedTime))}.` });
  return accepted({ countedTime: minutes(countedTime), lines });
}

function countEntry(entry: TimeForMinimumWage): { readonly heading: string; readonly counted: number } {
  switch (entry.kind) {
    case "sleepIn":
      return entry.hasSuitableBed
        ? { heading: "Sleep-ins, where only time awake for work counts", counted: entry.awake }
        : { heading: "Sleep-ins without a suitable bed", counted: entry.time };
    case "onCallAtHome":
      return { heading: "On call at home, where only time spent working counts", counted: entry.awake };
    case "liveInDay":
      return entry.agreedDailyAverage === null
        ? { heading: "Live-in days", counted: entry.time }
        : { heading: "Live-in days at the agreed daily average", counted: entry.agreedDailyAverage };
    default:
      if (isCountedWhole(entry.kind)) return { heading: countsWholeText[entry.kind], counted: entry.time };
      return { heading: neverCountsText[entry.kind], counted: 0 };
  }
}

const longestEntry = 24 * 60;

function checkEntry(entry: TimeForMinimumWage): Verdict<never> | undefined {
  const inside = insideOf(entry);
  if (entry.time >= 0 && entry.time <= longestEntry && inside >= 0 && inside <= (entry.kind === "liveInDay" ? longestEntry : entry.time))
    return undefined;
  const rule = "One entry has from 0 to 24 hours, and no more time awake than that.";
  return refused(problem("times", formatMinutes(entry.time), rule, "Correct the time, or enter each day by itself."));
}

/** The second time of an entry: awake, or agreed for a day. */
function insideOf(entry: TimeForMinimumWage): number {
  if (entry.kind === "liveInDay") return entry.agreedDailyAverage ?? 0;
  return entry.kind === "sleepIn" || entry.kind === "onCallAtHome" ? entry.awake : 0;
}
