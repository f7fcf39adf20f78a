import type { FinishedPayRun } from "../../../shared/contract/payAnswers.ts";
import type { TimeOfDay } from "../../../shared/core/minutes.ts";
import { addDays, plainDate } from "../../../shared/core/plainDate.ts";
import { type GivenHousehold, givenHousehold } from "../../support/givenHousehold.ts";
import { type RenderedApp, renderApp } from "../../support/renderApp.tsx";
import type { TestApp } from "../../support/startTestApp.ts";

/** The first regular period of the household and its payday. */
export const firstPeriod = { periodFrom: plainDate("2026-04-06"), periodTo: plainDate("2026-05-03"), payday: plainDate("2026-05-08") };
export const secondPeriod = { periodFrom: plainDate("2026-05-04"), periodTo: plainDate("2026-05-31"), payday: plainDate("2026-06-05") };

/** Priya works from nine to five, Monday to Friday, in whole weeks at £13.60, confirmed. */
export async function priyaWorks(app: TestApp, household: GivenHousehold, weekFrom: string, weeks: number): Promise<void> {
  const engagementId = household.assistants.priya;
  for (let week = 0; week < weeks; week++) {
    const monday = addDays(plainDate(weekFrom), week * 7);
    for (let day = 0; day < 5; day++) {
      await app.value("time.saveWorkedShift", {
        engagementId,
        onDate: addDays(monday, day),
        start: "09:00" as TimeOfDay,
        end: "17:00" as TimeOfDay,
        kindOfTimeId: household.kindOfTimeIds.weekday,
        planLineId: household.planLineIds.daySupport,
      });
    }
    const { rows } = await app.value("time.week", { weekFrom: monday });
    await app.value("time.confirmTimesheet", { id: rows.find((row) => row.engagementId === engagementId)?.timesheet?.id ?? "" });
  }
}

export async function finishFirstRun(app: TestApp): Promise<FinishedPayRun> {
  const { id } = await app.value("pay.startRun", firstPeriod);
  return app.value("pay.finishRun", { payRunId: id });
}

export interface ShownPay {
  readonly shown: RenderedApp;
  readonly household: GivenHousehold;
  readonly goTo: (path: string) => void;
}

/** Shows Pay of a household after something was put into the file. */
export async function showPay(today: string, given: (app: TestApp, household: GivenHousehold) => Promise<unknown>): Promise<ShownPay> {
  let household: GivenHousehold | undefined;
  const shown = await renderApp({
    today,
    path: "/pay",
    given: async (app) => {
      household = await givenHousehold(app);
      await given(app, household);
    },
  });
  if (!household) throw new Error("no household");
  return {
    shown,
    household,
    goTo: (path) => {
      window.location.hash = `#${path}`;
    },
  };
}
