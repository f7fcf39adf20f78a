import type { Week, WeekRow } from "../../../shared/contract/timeOperations.ts";
import { formatDateWithDay, type PlainDate } from "../../../shared/core/plainDate.ts";
import type { KindOfTime } from "../../../shared/people/payFacts.ts";
import type { AbsenceKind, TimesheetState } from "../../../shared/timesheets/timesheet.ts";
import type { Tone } from "../../components/StatusChip.tsx";

/** "Tuesday 17 November": inside one week the year is on the page already. */
export const dayWords = (on: PlainDate): string => formatDateWithDay(on).replace(/ \d{4}$/, "");

/** "Tue 17", as the head of a column. */
export const shortDayWords = (on: PlainDate): string => formatDateWithDay(on).replace(/^(\w{3})\w* (\d+).*$/, "$1 $2");

export const stateWords: Readonly<Record<TimesheetState, { readonly tone: Tone; readonly words: string }>> = {
  open: { tone: "warn", words: "To confirm" },
  confirmed: { tone: "ok", words: "Confirmed" },
  paid: { tone: "info", words: "Paid" },
};

export const absenceWords: Readonly<Record<AbsenceKind, string>> = {
  sickness: "Off sick",
  holiday: "Holiday",
  unpaidLeave: "Unpaid leave",
  familyLeave: "Family leave",
};

/** Kinds of time a shift may have. Miles are a field of a shift, and holiday is an absence. */
export const kindsForShifts = (kinds: readonly KindOfTime[]): readonly KindOfTime[] =>
  kinds.filter((kind) => kind.paidBy !== "mile" && kind.minimumWageCounts !== "none");

export const kindNamed = (week: Week, id: string): KindOfTime | undefined => week.kindsOfTime.find((kind) => kind.id === id);

/** What happens on one person's day. Planned shifts that were worked just so are shown once, as worked. */
export function matterOfDay(row: WeekRow, on: PlainDate) {
  const worked = row.worked.filter((shift) => shift.onDate === on);
  const planned = row.planned.filter(
    (shift) => shift.onDate === on && !worked.some((other) => other.startAt === shift.startAt && other.endAt === shift.endAt),
  );
  const absences = row.absences.filter((absence) => absence.fromOn <= on && on <= absence.toOn);
  return { worked, planned, absences };
}
