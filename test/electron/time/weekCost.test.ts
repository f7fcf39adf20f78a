import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { minutes } from "../../../shared/core/minutes.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { type GivenHousehold, givenHousehold } from "../../support/givenHousehold.ts";
import { startTestApp, type TestApp } from "../../support/startTestApp.ts";

let app: TestApp;
let household: GivenHousehold;
/** Tuesday 12 May 2026. The pay period is 4 May to 31 May 2026, paid on 5 June. */
beforeEach(async () => {
  app = startTestApp({ today: "2026-05-12" });
  household = await givenHousehold(app);
});
afterEach(() => app.close());

const plan = (who: "priya" | "tom", onDate: string, start: string, end: string, change: { planLineId?: string; kindOfTimeId?: string } = {}) =>
  app.value("time.planShift", {
    engagementId: household.assistants[who],
    onDate: plainDate(onDate),
    start,
    end,
    breakMinutes: minutes(0),
    kindOfTimeId: household.kindOfTimeIds.weekday,
    ...change,
  });
const costOf = (weekFrom: string) => app.value("time.weekCost", { weekFrom: plainDate(weekFrom) });

describe("what a week costs", () => {
  it("is pay, holiday and sick pay set aside, for each person and in all", async () => {
    await plan("priya", "2026-05-12", "09:00", "15:00");
    await plan("tom", "2026-05-13", "09:00", "14:00");
    const week = await costOf("2026-05-14");
    // Priya: 6 h × £13.60 = £81.60, holiday £9.85, sick pay 1.6% £1.31. Tom: 5 h = £68.00, £8.21, £1.09. Both are under £385.00 in four weeks.
    expect(week).toMatchObject({
      weekFrom: "2026-05-11",
      wagesPence: 149_60,
      total: { amount: 92_76 + 77_30 },
      rows: [
        { name: "Priya Nair", wagesPence: 81_60, problems: [], cost: { amount: 92_76 } },
        { name: "Tom Reyes", wagesPence: 68_00, cost: { amount: 77_30 } },
      ],
    });
    expect(week.rows[0]?.cost?.lines[0]).toEqual({ text: "Weekday: 6 h at £13.60 an hour.", amount: 81_60 });
    expect(week.total.lines).toEqual([
      { text: "Priya Nair.", amount: 92_76 },
      { text: "Tom Reyes.", amount: 77_30 },
    ]);
  });

  it("the employer's National Insurance starts when the earlier weeks of the period have used the threshold up", async () => {
    for (const on of ["2026-05-04", "2026-05-05", "2026-05-06", "2026-05-07"]) await plan("priya", on, "08:00", "16:00");
    await plan("priya", "2026-05-12", "09:00", "15:00");
    const week = await costOf("2026-05-11");
    const step = week.rows[0]?.cost?.lines.find(({ text }) => text.includes("National Insurance"));
    // The week before paid 32 h × £13.60 = £435.20 in this period, above £385.00.
    expect(step?.text).toContain("The pay of this pay period goes from £435.20 to £527.96");
    // (527.96 − 385.00) × 15% = £21.444, less (435.20 − 385.00) × 15% = £7.53.
    expect(step?.amount).toBe(21_44 - 7_53);
  });

  it("costs what was worked instead of what was planned, and leaves days of absence out", async () => {
    await plan("tom", "2026-05-05", "09:00", "14:00");
    await plan("tom", "2026-05-06", "09:00", "14:00");
    await app.value("time.saveWorkedShift", {
      engagementId: household.assistants.tom,
      onDate: plainDate("2026-05-05"),
      start: "09:30",
      end: "12:30",
      kindOfTimeId: household.kindOfTimeIds.weekday,
      milesHundredths: 1000,
    });
    await app.value("time.recordAbsence", {
      engagementId: household.assistants.tom,
      kind: "sickness",
      fromOn: plainDate("2026-05-06"),
      toOn: plainDate("2026-05-06"),
    });
    // 3 h × £13.60 = £40.80 and 10 miles at 45p = £4.50; holiday £4.92, sick pay £0.65.
    expect(await costOf("2026-05-04")).toMatchObject({ wagesPence: 45_30, total: { amount: 40_80 + 4_50 + 4_92 + 65 } });
  });

  it("shows the week's time beside what each line of the plan agreed", async () => {
    await plan("tom", "2026-05-13", "09:00", "14:00", { planLineId: household.planLineIds.daySupport });
    expect((await costOf("2026-05-11")).planLines).toEqual([
      { planLineId: household.planLineIds.daySupport, name: "Day support", minutes: 300, agreedMinutes: 1800, agreedPence: 474_00 },
      { planLineId: household.planLineIds.nightSupport, name: "Night support", minutes: 0, agreedMinutes: 1200, agreedPence: 330_00 },
    ]);
  });

  it("says which rate is missing, and costs the others", async () => {
    const { id } = await app.value("employment.saveKindOfTime", {
      name: "Escort",
      paidBy: "hour",
      minimumWageCounts: "all",
      isWorkingTime: true,
      defaultPlanLineId: null,
    });
    await plan("tom", "2026-05-13", "09:00", "14:00", { kindOfTimeId: id });
    await plan("priya", "2026-05-12", "09:00", "15:00");
    const week = await costOf("2026-05-11");
    expect(week.rows[1]).toMatchObject({
      name: "Tom Reyes",
      wagesPence: 0,
      cost: null,
      problems: ["There is no rate of pay for Escort on 13 May 2026. Add a rate for it in the person's pay settings."],
    });
    expect(week.total.amount).toBe(92_76);
  });

  it("a week with nothing in it costs nothing", async () => {
    expect(await costOf("2026-05-11")).toMatchObject({ rows: [], total: { amount: 0 } });
  });
});

describe("things to look at", () => {
  const titles = async () => (await app.value("time.week", { weekFrom: plainDate("2026-05-11") })).notes.map(({ title }) => title);

  it("short rests, of what was worked when it was worked otherwise", async () => {
    await plan("tom", "2026-05-13", "14:00", "23:00");
    await plan("tom", "2026-05-14", "08:00", "12:00");
    expect(await titles()).toContain("Tom Reyes has 9 h between Wednesday's shift and Thursday's.");
    await app.value("time.cancelPlannedShift", { id: (await plan("tom", "2026-05-16", "08:00", "12:00")).id });
    await app.value("time.recordAbsence", {
      engagementId: household.assistants.tom,
      kind: "unpaidLeave",
      fromOn: plainDate("2026-05-14"),
      toOn: plainDate("2026-05-14"),
    });
    expect(await titles()).not.toContain("Tom Reyes has 9 h between Wednesday's shift and Thursday's.");
  });

  it("days from today on with nobody, and nights because the plan pays for night support", async () => {
    for (const on of ["2026-05-11", "2026-05-12", "2026-05-13", "2026-05-14", "2026-05-15", "2026-05-16"]) await plan("tom", on, "20:00", "00:00");
    for (const on of ["2026-05-13", "2026-05-14", "2026-05-15", "2026-05-16", "2026-05-17"]) {
      await plan("priya", on, "00:00", "06:00", { kindOfTimeId: household.kindOfTimeIds.wakingNight });
    }
    // Monday night ended before today's Tuesday began to count; Tuesday to Saturday nights are covered by Priya.
    expect((await titles()).filter((title) => title.startsWith("No one"))).toEqual([
      "No one is planned for Sunday.",
      "No one is planned for Sunday night.",
    ]);
  });
});
