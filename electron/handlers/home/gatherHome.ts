import type { HomeOverview } from "../../../shared/contract/homeOperations.ts";
import type { PlainDate } from "../../../shared/core/plainDate.ts";
import { upcomingKeyDates } from "../../../shared/keyDates/keyDates.ts";
import type { ReadDb } from "../../db/database.ts";
import { gatherKeyDates } from "./gatherKeyDates.ts";

/** What the home screen tells: what needs doing next and by when. */
export function gatherHomeOverview(db: ReadDb, today: PlainDate): HomeOverview {
  const comingUp = upcomingKeyDates(gatherKeyDates(db, today), today, 2).slice(0, 6);
  return { today, greetingName: "", isSetUp: false, actions: [], budget: null, account: null, comingUp };
}

/** How many things need the user in each area. */
export function gatherHomeCounts(
  _db: ReadDb,
  _today: PlainDate,
): { people: number; time: number; pay: number; money: number; returns: number; keyDates: number } {
  return { people: 0, time: 0, pay: 0, money: 0, returns: 0, keyDates: 0 };
}
