import { notFound } from "../../shared/contract/errors.ts";
import type { homeOperations } from "../../shared/contract/homeOperations.ts";
import { upcomingKeyDates } from "../../shared/keyDates/keyDates.ts";
import { insertKeyDate, markKeyDate } from "../db/repositories/keyDateRepository.ts";
import type { Handlers } from "./handler.ts";
import { gatherHomeCounts, gatherHomeOverview } from "./home/gatherHome.ts";
import { gatherKeyDates } from "./home/gatherKeyDates.ts";

export const homeHandlers: Handlers<typeof homeOperations> = {
  "home.overview": (context) => gatherHomeOverview(context),

  "home.counts": (context) => gatherHomeCounts(context),

  "home.keyDates": (context) => ({ today: context.today, dates: upcomingKeyDates(gatherKeyDates(context), context.today, 12) }),

  "home.addKeyDate": ({ db, newId }, { dueOn, description }) => {
    const id = newId();
    insertKeyDate(db, { id, dueOn, description });
    return { id };
  },

  "home.markKeyDateDone": ({ db, today }, { id, isDone }) => {
    if (!markKeyDate(db, id, isDone ? today : null)) throw notFound("key date");
    return null;
  },
};
