import { formatMinutes, type Minutes, minutes, type TimeOfDay } from "../core/minutes.ts";
import { addDays, eachDay, formatDateWithDay, type PlainDate } from "../core/plainDate.ts";
import { overlaps, type ShiftMoments, shiftMoments } from "./shift.ts";

/** Something to look at on the rota. Never a reason to refuse a shift: somebody may need it to be safe. */
export interface RotaNote {
  readonly kind: "rest" | "nobody";
  readonly title: string;
  readonly text: string;
}

/** One person's shifts, planned and worked, sleep-ins too: they are working time for the rules on rest. */
export interface ShiftsOfPerson {
  readonly name: string;
  readonly shifts: readonly (ShiftMoments & { readonly onDate: PlainDate })[];
}

/** Rest the law asks for between two working days. */
const dailyRest = minutes(11 * 60);

/**
 * People with less than 11 hours between shifts of different days that end in the week, Monday to Sunday, or start in it. A split shift of one
 * day is one working day. Source: Working Time Regulations 1998, regulation 10; domain text TIME-3 and TIME-5 (a warning only, since which of
 * the rules bind a household is not settled).
 */
export function shortRests(people: readonly ShiftsOfPerson[], from: PlainDate, to: PlainDate): RotaNote[] {
  return people.flatMap(({ name, shifts }) => {
    const ordered = [...shifts].sort((a, b) => (a.startAt < b.startAt ? -1 : 1));
    return ordered.flatMap((shift, index) => {
      const before = ordered[index - 1];
      if (!before || before.onDate === shift.onDate || shift.onDate < from || before.onDate > to) return [];
      const rest = restBetween(before, shift);
      if (rest >= dailyRest) return [];
      const words = rest > 0 ? `has ${formatMinutes(rest)}` : "has no rest";
      return [
        {
          kind: "rest" as const,
          title: `${name} ${words} between ${dayName(before.onDate)}'s shift and ${dayName(shift.onDate)}'s.`,
          text: "The law asks for 11 hours' rest between working days.",
        },
      ];
    });
  });
}

const restBetween = ({ endAt }: ShiftMoments, { startAt }: ShiftMoments): Minutes =>
  minutes(Math.max(0, Math.round((Date.parse(startAt) - Date.parse(endAt)) / 60_000)));

/** "Friday": inside one week the weekday is enough. */
const dayName = (on: PlainDate): string => formatDateWithDay(on).split(" ")[0] ?? "";

const noon = "12:00" as TimeOfDay;
const midnight = "00:00" as TimeOfDay;
const morning = "06:00" as TimeOfDay;

/**
 * Days (06:00 to midnight) and, where the plan pays for nights, nights (midnight to 06:00 after the day) with nobody on the rota, from
 * `today` on. Empty for a week in which nothing is planned yet, and for days when nobody works all week.
 */
export function uncovered(
  shifts: readonly ShiftMoments[],
  {
    from,
    to,
    today,
    hasNightSupport,
  }: { readonly from: PlainDate; readonly to: PlainDate; readonly today: PlainDate; readonly hasNightSupport: boolean },
): RotaNote[] {
  const isCovered = (span: ShiftMoments) => shifts.some((shift) => overlaps(shift, span));
  const days = eachDay(from, to);
  const daySpan = (on: PlainDate) => ({
    startAt: shiftMoments(on, morning, noon).startAt,
    endAt: shiftMoments(addDays(on, 1), midnight, noon).startAt,
  });
  const nightSpan = (on: PlainDate) => shiftMoments(addDays(on, 1), midnight, morning);
  const text = "If support is needed then, add a shift.";
  const missing = (what: string, spanOf: (on: PlainDate) => ShiftMoments): RotaNote[] => {
    if (!days.some((on) => isCovered(spanOf(on)))) return [];
    return days
      .filter((on) => on >= today && !isCovered(spanOf(on)))
      .map((on) => ({ kind: "nobody", title: `No one is planned for ${dayName(on)}${what}.`, text }));
  };
  return [...missing("", daySpan), ...(hasNightSupport ? missing(" night", nightSpan) : [])];
}
