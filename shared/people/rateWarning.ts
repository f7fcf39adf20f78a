import { formatPence, type Pence } from "../core/money.ts";
import { ageOn, formatDate, type PlainDate } from "../core/plainDate.ts";
import { ratesFor } from "../rates/ratesFor.ts";
import type { KindOfTime } from "./payFacts.ts";

/**
 * Warns of an hourly rate under the minimum wage for the person's age on the day it starts. It is only a first look at
 * the rate: the whole test is made over each pay period. Undefined when all is well or the rates of that year are unknown.
 */
export function warnOfLowRate(kind: KindOfTime, ratePence: Pence, dateOfBirth: PlainDate | null, on: PlainDate): string | undefined {
  const wage = ratesFor(on)?.minimumWage;
  if (!wage || kind.paidBy !== "hour" || kind.minimumWageCounts !== "all") return undefined;
  const age = dateOfBirth === null ? 21 : ageOn(dateOfBirth, on);
  const [least, group] = age >= 21 ? [wage.aged21AndOver, "21 or over"] : age >= 18 ? [wage.aged18To20, "from 18 to 20"] : [wage.under18, "under 18"];
  if (ratePence >= least) return undefined;
  return `${formatPence(ratePence)} for ${kind.name.toLowerCase()} is under the minimum wage of ${formatPence(least)} an hour for people ${group}, in force on ${formatDate(on)}.`;
}
