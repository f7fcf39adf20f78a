import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { minutes } from "../../../shared/core/minutes.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import type { TimesheetCsvRow } from "../../../shared/timesheets/timesheetCsv.ts";
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

const shift = (onDate: string, start = "09:00", end = "15:00", more: { breakMinutes?: number; planLineId?: string } = {}) => ({
  engagementId: household.assistants.tom,
  onDate: plainDate(onDate),
  start,
  end,
  kindOfTimeId: household.kindOfTimeIds.weekday,
  ...more,
  breakMinutes: minutes(more.breakMinutes ?? 0),
});

const tomsWeek = async (weekFrom = monday) => {
  const { rows } = await app.value("time.week", { weekFrom });
  const row = rows.find(({ engagementId }) => engagementId === household.assistants.tom);
  if (!row) throw new Error("Tom is not in this week");
  return row;
};
const fill = () => app.value("time.startTimesheet", { engagementId: household.assistants.tom, weekFrom: monday });

/** What a refusal says, whichever kind it is. */
async function refusalOf(answer: ReturnType<TestApp["raw"]>): Promise<string> {
  const { ok, ...rest } = await answer;
  expect(ok).toBe(false);
  return JSON.stringify(rest);
}

describe("the rota", () => {
  it("plans, changes and cancels a shift", async () => {
    const { id } = await app.value("time.planShift", shift("2026-05-05", "22:00", "06:00", { breakMinutes: 30 }));
    expect((await tomsWeek()).planned).toMatchObject([{ id, start: "22:00", end: "06:00", minutes: 450, onDate: "2026-05-05" }]);
    await app.value("time.changePlannedShift", { id, ...shift("2026-05-06") });
    expect(await tomsWeek()).toMatchObject({ planned: [{ id, start: "09:00", onDate: "2026-05-06" }], plannedMinutes: 360 });
    await app.value("time.cancelPlannedShift", { id });
    expect((await tomsWeek()).planned).toEqual([]);
  });

  it("refuses a shift over another, and names the other", async () => {
    await app.value("time.planShift", shift("2026-05-05", "22:00", "06:00"));
    expect(await refusalOf(app.run("time.planShift", shift("2026-05-06", "05:30", "09:00")))).toContain(
      "Tom Reyes already has a shift from 22:00 to 06:00 on 5 May 2026. Change one of the two.",
    );
    await app.value("time.planShift", { ...shift("2026-05-06", "05:30", "09:00"), engagementId: household.assistants.priya });
    await app.value("time.planShift", shift("2026-05-06", "06:00", "09:00"));
  });

  it("refuses days before somebody starts, and lines that are not in the plan", async () => {
    expect(await refusalOf(app.run("time.planShift", shift("2026-04-12")))).toContain("Tom Reyes starts on 13 April 2026");
    expect(await refusalOf(app.run("time.planShift", shift("2026-05-05", "09:00", "15:00", { planLineId: household.assistants.tom })))).toContain(
      "Choose a line of the plan",
    );
  });

  it("copies a week over a change of the clocks at the same times on the kitchen clock", async () => {
    await app.value("time.planShift", shift("2026-10-17", "22:00", "06:00"));
    await app.value("time.planShift", shift("2026-10-24", "23:00", "02:00"));
    expect(await app.value("time.copyWeek", { fromWeek: plainDate("2026-10-12"), toWeek: plainDate("2026-10-26") })).toEqual({
      copied: 1,
      leftOut: 0,
    });
    expect(await app.value("time.copyWeek", { fromWeek: plainDate("2026-10-12"), toWeek: plainDate("2026-10-19") })).toEqual({
      copied: 0,
      leftOut: 1,
    });
    expect((await tomsWeek(plainDate("2026-10-26"))).planned).toMatchObject([{ start: "22:00", end: "06:00", onDate: "2026-10-31", minutes: 480 }]);
    expect((await tomsWeek(plainDate("2026-10-19"))).plannedMinutes).toBe(240);
  });

  it("shows bank holidays and only people who work here", async () => {
    const week = await app.value("time.week", { weekFrom: plainDate("2026-05-08") });
    expect(week).toMatchObject({ weekFrom: "2026-05-04", weekTo: "2026-05-10", earlierWeek: "2026-04-27", laterWeek: "2026-05-11" });
    expect(week.days[0]?.bankHoliday).toMatch(/May/);
    const before = await app.value("time.week", { weekFrom: plainDate("2026-04-06") });
    expect(before.rows.map(({ name }) => name)).toEqual(["Priya Nair"]);
  });
});

describe("a timesheet", () => {
  it("is filled from the plan once, without days away", async () => {
    await app.value("time.planShift", shift("2026-05-05"));
    await app.value("time.planShift", shift("2026-05-06"));
    await app.value("time.planShift", shift("2026-05-07"));
    await app.value("time.recordAbsence", {
      engagementId: household.assistants.tom,
      kind: "sickness",
      fromOn: plainDate("2026-05-06"),
      toOn: plainDate("2026-05-06"),
    });
    expect(await fill()).toMatchObject({ added: 2 });
    expect(await fill()).toMatchObject({ added: 0 });
    expect(await tomsWeek()).toMatchObject({ workedMinutes: 720, plannedMinutes: 1080, timesheet: { state: "open" } });
  });

  it("leaves out shifts still to come and time that is there already", async () => {
    app.setToday("2026-05-06");
    await app.value("time.planShift", shift("2026-05-05"));
    await app.value("time.planShift", shift("2026-05-06", "20:00", "22:00"));
    await app.value("time.planShift", shift("2026-05-07"));
    await app.value("time.saveWorkedShift", shift("2026-05-05", "14:00", "16:00"));
    expect(await fill()).toMatchObject({ added: 0 });
    expect(await refusalOf(app.run("time.saveWorkedShift", shift("2026-05-07")))).toContain("7 May 2026 is still to come");
  });

  it("is confirmed, then nothing in it changes until it is reopened with a reason", async () => {
    await app.value("time.planShift", shift("2026-05-05"));
    const { id } = await fill();
    const [worked] = (await tomsWeek()).worked;
    expect(await app.value("time.unconfirmed", {})).toMatchObject([{ name: "Tom Reyes", weekFrom: monday, timesheetId: id }]);
    expect(await app.value("time.confirmTimesheet", { id })).toMatchObject({
      state: "confirmed",
      confirmedOn: "2026-05-12",
      confirmedBy: "Grace Okafor",
    });
    expect(await app.value("time.unconfirmed", {})).toEqual([]);

    const sentence = "The timesheet for the week of 4 May 2026 is confirmed";
    expect(await refusalOf(app.run("time.saveWorkedShift", shift("2026-05-06")))).toContain(sentence);
    expect(await refusalOf(app.run("time.saveWorkedShift", { id: worked?.id ?? "", ...shift("2026-05-05", "09:00", "14:00") }))).toContain(sentence);
    expect(await refusalOf(app.run("time.saveWorkedShift", { id: worked?.id ?? "", ...shift("2026-05-11") }))).toContain(sentence);
    expect(await refusalOf(app.run("time.removeWorkedShift", { id: worked?.id ?? "" }))).toContain(sentence);
    expect(await refusalOf(app.run("time.startTimesheet", { engagementId: household.assistants.tom, weekFrom: monday }))).toContain(sentence);
    expect(await refusalOf(app.run("time.confirmTimesheet", { id }))).toContain("already confirmed");

    expect(await refusalOf(app.run("time.reopenTimesheet", { id, reason: "  " }))).toContain("Say why you reopen it");
    expect(await app.value("time.reopenTimesheet", { id, reason: "He left at 14:00." })).toMatchObject({
      state: "open",
      reopenedReason: "He left at 14:00.",
    });
    await app.value("time.saveWorkedShift", { id: worked?.id ?? "", ...shift("2026-05-05", "09:00", "14:00") });
    expect((await tomsWeek()).worked).toMatchObject([{ end: "14:00", workedMinutes: 300, plannedShiftId: worked?.plannedShiftId }]);
  });

  it("never changes once it is paid", async () => {
    await app.value("time.saveWorkedShift", shift("2026-04-14"));
    const week = plainDate("2026-04-13");
    const { timesheet, worked } = await tomsWeek(week);
    const id = timesheet?.id ?? "";
    await app.value("time.confirmTimesheet", { id });
    const period = { periodFrom: plainDate("2026-04-06"), periodTo: plainDate("2026-05-03"), payday: plainDate("2026-05-08") };
    const run = await app.value("pay.startRun", period);
    await app.value("pay.finishRun", { payRunId: run.id });
    const before = await tomsWeek(week);
    expect(before).toMatchObject({ timesheet: { state: "paid" }, worked: [{ payRunId: run.id }] });

    const sentence = "The timesheet for the week of 13 April 2026 has been paid";
    const workedId = worked[0]?.id ?? "";
    expect(await refusalOf(app.run("time.reopenTimesheet", { id, reason: "A mistake" }))).toContain(sentence);
    expect(await refusalOf(app.run("time.removeWorkedShift", { id: workedId }))).toContain(sentence);
    expect(await refusalOf(app.run("time.saveWorkedShift", { id: workedId, ...shift("2026-05-05") }))).toContain(sentence);
    expect(await refusalOf(app.run("time.saveWorkedShift", shift("2026-04-15")))).toContain("next pay run as a correction");
    expect(await refusalOf(app.run("time.startTimesheet", { engagementId: household.assistants.tom, weekFrom: week }))).toContain(sentence);
    expect(await tomsWeek(week)).toEqual(before);
  });

  it("counts the nine hours of the night when the clocks go back", async () => {
    app.setToday("2026-10-26");
    await app.value("time.saveWorkedShift", shift("2026-10-24", "22:00", "06:00"));
    expect((await tomsWeek(plainDate("2026-10-19"))).minutesByKind).toMatchObject([{ name: "Weekday", minutes: 540, shifts: 1 }]);
  });
});

describe("a timesheet file", () => {
  const row = (line: number, changes: Partial<TimesheetCsvRow> = {}): TimesheetCsvRow => ({
    line,
    assistant: "Tom Reyes",
    date: "05/05/2026",
    start: "09:00",
    end: "15:00",
    breakMinutes: "30",
    kind: "Weekday",
    planLine: "Day support",
    awakeMinutes: "",
    miles: "3",
    note: "",
    ...changes,
  });

  it("comes in whole", async () => {
    const rows = [
      row(2),
      row(3, { date: "11/05/2026" }),
      row(4, { assistant: "Priya Nair", start: "22:00", end: "06:00", kind: "Sleep-in", awakeMinutes: "45" }),
    ];
    expect((await app.value("time.previewCsv", { rows })).flatMap(({ problems }) => problems)).toEqual([]);
    expect(await app.value("time.importCsv", { rows })).toEqual({ shifts: 3, timesheets: 3, firstWeek: "2026-05-04" });
    expect(await tomsWeek()).toMatchObject({
      workedMinutes: 330,
      milesHundredths: 300,
      worked: [{ planLineId: household.planLineIds.daySupport }],
      timesheet: { state: "open" },
    });
  });

  it("stays out whole when one line is wrong, and the line says why", async () => {
    const rows = [row(2), row(3, { date: "06/05/2026", kind: "Weekend" })];
    expect(await refusalOf(app.run("time.importCsv", { rows }))).toContain("Line 3, kind: “Weekend”");
    expect(await tomsWeek()).toMatchObject({ worked: [], timesheet: null });
  });

  it("finds overlaps within itself, with nights in the file, and with closed weeks", async () => {
    await app.value("time.saveWorkedShift", shift("2026-05-03", "22:00", "10:00"));
    await app.value("time.saveWorkedShift", { ...shift("2026-05-05"), engagementId: household.assistants.priya });
    const priyasWeek = (await app.value("time.week", { weekFrom: monday })).rows.find(({ name }) => name === "Priya Nair");
    await app.value("time.confirmTimesheet", { id: priyasWeek?.timesheet?.id ?? "" });
    const preview = await app.value("time.previewCsv", {
      rows: [
        row(2, { date: "04/05/2026" }),
        row(3),
        row(4, { start: "14:00", end: "16:00" }),
        row(5, { assistant: "Priya Nair", date: "06/05/2026" }),
      ],
    });
    expect(preview.map(({ problems }) => problems)).toEqual([
      ["Line 2: Tom Reyes already has a shift from 22:00 to 10:00 on 3 May 2026. Change one of the two."],
      [],
      ["Line 4: Tom Reyes already has a shift from 09:00 to 15:00 on 5 May 2026. Change one of the two."],
      ["Line 5: The timesheet for the week of 4 May 2026 is confirmed. Reopen it first and say why."],
    ]);
  });
});
