import { type Pence, pence } from "../../core/money.ts";
import { type PlainDate, plainDate } from "../../core/plainDate.ts";

/** The most that counts as a week's pay for statutory redundancy pay, from a day on. Pence. */
export interface WeekPayLimit {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly limit: Pence;
  readonly source: string;
}

const order = "Employment Rights (Increase of Limits) Order";

/** Limits by the relevant date of a dismissal, oldest first. A new one each 6 April. */
export const weekPayLimits: readonly WeekPayLimit[] = [
  { from: plainDate("2024-04-06"), to: plainDate("2025-04-05"), limit: pence(700_00), source: `${order} 2024` },
  { from: plainDate("2025-04-06"), to: plainDate("2026-04-05"), limit: pence(719_00), source: `${order} 2025` },
  { from: plainDate("2026-04-06"), to: plainDate("2027-04-05"), limit: pence(751_00), source: `${order} 2026` },
];

/** The limit for a relevant date. Undefined for a date we lack: never another year's limit. Source: Employment Rights Act 1996, section 227. */
export function weekPayLimitOn(relevantDate: PlainDate): WeekPayLimit | undefined {
  return weekPayLimits.find(({ from, to }) => from <= relevantDate && relevantDate <= to);
}
