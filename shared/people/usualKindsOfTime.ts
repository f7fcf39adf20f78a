import type { KindOfTime } from "./payFacts.ts";

type UsualKind = Pick<KindOfTime, "name" | "paidBy" | "minimumWageCounts" | "isWorkingTime">;

const byTheHour = (name: string): UsualKind => ({ name, paidBy: "hour", minimumWageCounts: "all", isWorkingTime: true });

/**
 * The kinds of time every new household starts with. A sleep-in is paid by the shift and only time awake counts for the
 * minimum wage (Supreme Court, Mencap, 2021).
 */
export const usualKindsOfTime: readonly UsualKind[] = [
  byTheHour("Weekday"),
  byTheHour("Saturday"),
  byTheHour("Sunday"),
  byTheHour("Bank holiday"),
  byTheHour("Waking night"),
  { name: "Sleep-in", paidBy: "shift", minimumWageCounts: "awakeOnly", isWorkingTime: true },
  byTheHour("Training"),
  byTheHour("Travel time"),
  { name: "Mileage", paidBy: "mile", minimumWageCounts: "none", isWorkingTime: false },
  { name: "Holiday pay", paidBy: "hour", minimumWageCounts: "none", isWorkingTime: false },
];
