import type { PlainDate } from "../../shared/core/plainDate.ts";

/**
 * The program's clock. While it is developed and tested, PLANPAYDAY_NOW sets the moment it starts from, and time then runs
 * on as usual; an installed program ignores it.
 */
export function startClock(isPackaged: boolean, env: Readonly<Record<string, string | undefined>>): () => Date {
  const set = isPackaged ? undefined : env.PLANPAYDAY_NOW;
  if (set === undefined) return () => new Date();
  const start = new Date(set).getTime();
  if (Number.isNaN(start)) throw new RangeError("PLANPAYDAY_NOW is not a moment");
  const ahead = start - Date.now();
  return () => new Date(Date.now() + ahead);
}

const englishDay = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/London", year: "numeric", month: "2-digit", day: "2-digit" });

/** The calendar date in England at a moment. */
export function dayInEngland(at: Date): PlainDate {
  return englishDay.format(at) as PlainDate;
}
