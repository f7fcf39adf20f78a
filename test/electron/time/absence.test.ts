import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { type GivenHousehold, givenHousehold } from "../../support/givenHousehold.ts";
import { startTestApp, type TestApp } from "../../support/startTestApp.ts";

let app: TestApp;
let household: GivenHousehold;
const monday = plainDate("2026-05-04");

/** Tuesday 12 May 2026: the week of 4 May has ended. */
beforeEach(async () => {
  app = startTestApp({ today: "2026-05-12" });
  household = await givenHousehold(app);
});
afterEach(() => app.close());

const tomsWeek = async (weekFrom = monday) => {
  const { rows } = await app.value("time.week", { weekFrom });
  const row = rows.find(({ engagementId }) => engagementId === household.assistants.tom);
  if (!row) throw new Error("Tom is not in this week");
  return row;
};

/** What a refusal says, whichever kind it is. */
async function refusalOf(answer: ReturnType<TestApp["raw"]>): Promise<string> {
  const { ok, ...rest } = await answer;
  expect(ok).toBe(false);
  return JSON.stringify(rest);
}

describe("an absence", () => {
  const away = (fromOn: string, toOn: string) =>
    app.run("time.recordAbsence", { engagementId: household.assistants.tom, kind: "holiday", fromOn: plainDate(fromOn), toOn: plainDate(toOn) });

  it("is refused backwards, before the job, or over another", async () => {
    expect(await refusalOf(away("2026-05-06", "2026-05-05"))).toContain("The last day, 5 May 2026, is before the first.");
    expect(await refusalOf(away("2026-04-12", "2026-04-14"))).toContain("Tom Reyes starts on 13 April 2026");
    expect(await away("2026-05-05", "2026-05-08")).toMatchObject({ ok: true });
    expect(await refusalOf(away("2026-05-08", "2026-05-09"))).toContain("There is an absence from 5 May 2026 to 8 May 2026 already.");
  });

  it("reaches over weeks, and can be removed", async () => {
    await away("2026-05-09", "2026-05-12");
    const [absence] = (await tomsWeek()).absences;
    expect((await tomsWeek(plainDate("2026-05-11"))).absences).toEqual([absence]);
    await app.value("time.removeAbsence", { id: absence?.id ?? "" });
    expect((await tomsWeek()).absences).toEqual([]);
  });

  it("stays once a payslip has paid for it, and tells when it comes too late to be paid by itself", async () => {
    const sick = (fromOn: string, toOn: string) =>
      app.value("time.recordAbsence", {
        engagementId: household.assistants.tom,
        kind: "sickness",
        fromOn: plainDate(fromOn),
        toOn: plainDate(toOn),
      });
    await app.value("time.saveWorkedShift", {
      engagementId: household.assistants.tom,
      onDate: plainDate("2026-04-14"),
      start: "09:00",
      end: "15:00",
      kindOfTimeId: household.kindOfTimeIds.weekday,
    });
    await app.value("time.confirmTimesheet", { id: (await tomsWeek(plainDate("2026-04-13"))).timesheet?.id ?? "" });
    const inTime = await sick("2026-04-20", "2026-04-24");
    expect(inTime.finishedPeriod).toBeNull();
    const period = { periodFrom: plainDate("2026-04-06"), periodTo: plainDate("2026-05-03"), payday: plainDate("2026-05-08") };
    await app.value("pay.finishRun", { payRunId: (await app.value("pay.startRun", period)).id });

    expect(await refusalOf(app.run("time.removeAbsence", { id: inTime.id }))).toContain("This absence has been paid");
    expect((await sick("2026-05-01", "2026-05-05")).finishedPeriod).toEqual({ from: "2026-04-06", to: "2026-05-03" });
    const later = await sick("2026-05-07", "2026-05-08");
    expect(later.finishedPeriod).toBeNull();
    await app.value("time.removeAbsence", { id: later.id });
  });
});
