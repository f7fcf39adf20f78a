import type { PlainDate } from "../../../shared/core/plainDate.ts";
import { buildKeyDates, type KeyDate } from "../../../shared/keyDates/keyDates.ts";
import type { ReadDb } from "../../db/database.ts";
import { listOwnKeyDates } from "../../db/repositories/keyDateRepository.ts";

/** Gathers the facts behind every key date and works the dates out. */
export function gatherKeyDates(db: ReadDb, _today: PlainDate): KeyDate[] {
  return buildKeyDates({
    paydays: [],
    hmrcPayments: [],
    returns: [],
    reviewsOn: [],
    insuranceEndsOn: undefined,
    budgetEndsOn: undefined,
    own: listOwnKeyDates(db),
  });
}
