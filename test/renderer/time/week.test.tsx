import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { minutes } from "../../../shared/core/minutes.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { expectNoAxeViolations } from "../../support/axe.ts";
import { type GivenHousehold, givenHousehold } from "../../support/givenHousehold.ts";
import { type RenderedApp, renderApp } from "../../support/renderApp.tsx";

let shown: RenderedApp;
let household: GivenHousehold;
afterEach(() => shown.app.close());

/** This week, with Tom's Tuesday planned. It is Friday 8 May 2026 unless told otherwise. */
async function showWeek({ today = "2026-05-08", week = "4 May 2026 to 10 May 2026" } = {}) {
  shown = await renderApp({
    today,
    path: "/time",
    given: async (app) => {
      household = await givenHousehold(app);
      await app.value("time.planShift", {
        engagementId: household.assistants.tom,
        onDate: plainDate("2026-05-05"),
        start: "09:00",
        end: "15:00",
        breakMinutes: minutes(30),
        kindOfTimeId: household.kindOfTimeIds.weekday,
      });
    },
  });
  await screen.findByRole("table", { name: `Shifts from ${week}` });
  return shown.user;
}

const tomsWeek = async () => {
  const { rows } = await shown.app.value("time.week", { weekFrom: plainDate("2026-05-04") });
  return rows.find((row) => row.engagementId === household.assistants.tom);
};

describe("the week", () => {
  it("shows who works when, and names every button by person and day", async () => {
    await showWeek();
    expect(screen.getByRole("heading", { level: 1, name: "Week of 4 May 2026" })).toBeVisible();
    expect(screen.getByRole("button", { name: "09:00 to 15:00 5 h 30 min Weekday Planned, Tom Reyes, Tuesday 5 May" })).toBeVisible();
    expect(screen.getByRole("button", { name: "Add a shift for Priya Nair on Sunday 10 May" })).toBeVisible();
    expect(screen.getByRole("columnheader", { name: /Monday 4 May.*bank holiday/i })).toBeVisible();
    await expectNoAxeViolations();
  });

  it("adds a planned night by keyboard alone", async () => {
    const user = await showWeek();
    screen.getByRole("button", { name: "Add a shift for Tom Reyes on Saturday 9 May" }).focus();
    await user.keyboard("{Enter}");
    const dialog = await screen.findByRole("dialog", { name: "Add a shift for Tom Reyes on Saturday 9 May" });
    expect(within(dialog).getByRole("radio", { name: "Planned, for the rota" })).toBeChecked();
    await expectNoAxeViolations();
    await user.selectOptions(within(dialog).getByLabelText("Kind of time"), "Waking night");
    within(dialog).getByLabelText("Starts at").focus();
    await user.keyboard("22{Tab}6{Enter}");
    expect(await screen.findByRole("button", { name: /22:00 to 06:00 8 h Waking night Planned, Tom Reyes, Saturday 9 May/ })).toBeVisible();
    expect(screen.queryByRole("dialog")).toBeNull();
    await waitFor(() => expect(screen.getByRole("button", { name: "Add a shift for Tom Reyes on Saturday 9 May" })).toHaveFocus());
  });

  it("keeps what was typed and names the other shift when two overlap", async () => {
    const user = await showWeek();
    await user.click(screen.getByRole("button", { name: "Add a shift for Tom Reyes on Tuesday 5 May" }));
    const dialog = await screen.findByRole("dialog");
    await user.click(within(dialog).getByRole("radio", { name: "Planned, for the rota" }));
    await user.selectOptions(within(dialog).getByLabelText("Kind of time"), "Weekday");
    await user.type(within(dialog).getByLabelText("Starts at"), "14:00");
    await user.type(within(dialog).getByLabelText("Ends at"), "16:00");
    await user.click(within(dialog).getByRole("button", { name: "Add the shift" }));
    const summary = await within(dialog).findByRole("alert", { name: "There is a problem" });
    expect(summary).toHaveTextContent("Tom Reyes already has a shift from 09:00 to 15:00 on 5 May 2026. Change one of the two.");
    expect(within(dialog).getByLabelText("Ends at")).toHaveValue("16:00");
    await expectNoAxeViolations();
  });

  it("goes from plan to confirmed, and back with a reason", async () => {
    const user = await showWeek();
    await user.click(screen.getByRole("button", { name: "Fill timesheet from plan for Tom Reyes" }));
    expect(await screen.findByText("1 shift was put on the timesheet from the plan.")).toBeVisible();
    await user.click(await screen.findByRole("button", { name: "Check and confirm for Tom Reyes" }));
    const check = await screen.findByRole("dialog", { name: "Check the time of Tom Reyes, week of 4 May 2026" });
    expect(within(check).getByRole("row", { name: /Weekday 1 .*5 hours 30 minutes/ })).toBeVisible();
    expect(within(check).getByText("This week is not over yet.")).toBeVisible();
    await expectNoAxeViolations();
    await user.click(within(check).getByRole("button", { name: "Confirm the timesheet" }));
    expect(await screen.findByText("Confirmed the timesheet of Tom Reyes for the week of 4 May 2026.")).toBeVisible();
    expect((await tomsWeek())?.timesheet).toMatchObject({ state: "confirmed", confirmedBy: "Grace Okafor" });

    await user.click(await screen.findByRole("button", { name: /09:00 to 15:00 .*Worked, Tom Reyes/ }));
    const closed = await screen.findByRole("dialog");
    expect(within(closed).getByText("This timesheet is confirmed.")).toBeVisible();
    expect(within(closed).getByText("To change the shift, reopen the timesheet first and say why.")).toBeVisible();
    expect(within(closed).queryByRole("button", { name: "Save the shift" })).toBeNull();
    await user.keyboard("{Escape}");

    await user.click(screen.getByRole("button", { name: "Reopen for Tom Reyes" }));
    const reopen = await screen.findByRole("dialog", { name: /^Reopen the timesheet of Tom Reyes/ });
    await user.click(within(reopen).getByRole("button", { name: "Reopen the timesheet" }));
    expect(await within(reopen).findByRole("link", { name: "Say why you reopen it" })).toBeVisible();
    await user.type(within(reopen).getByLabelText("Why do you reopen it?"), "He left at 14:00.");
    await user.click(within(reopen).getByRole("button", { name: "Reopen the timesheet" }));
    await waitFor(async () => expect((await tomsWeek())?.timesheet).toMatchObject({ state: "open", reopenedReason: "He left at 14:00." }));
  });

  it("changes and removes a worked shift", async () => {
    const user = await showWeek();
    await user.click(screen.getByRole("button", { name: "Fill timesheet from plan for Tom Reyes" }));
    await user.click(await screen.findByRole("button", { name: /09:00 to 15:00 .*Worked, Tom Reyes/ }));
    const change = await screen.findByRole("dialog", { name: "Worked shift of Tom Reyes, Tuesday 5 May" });
    await user.clear(within(change).getByLabelText("Miles driven for work"));
    await user.type(within(change).getByLabelText("Miles driven for work"), "12.5");
    await user.click(within(change).getByRole("button", { name: "Save the shift" }));
    expect(await screen.findByText("12.5 miles")).toBeVisible();

    await user.click(screen.getByRole("button", { name: /09:00 to 15:00 .*Worked, Tom Reyes/ }));
    const remove = await screen.findByRole("dialog");
    await user.click(within(remove).getByRole("button", { name: "Remove this shift" }));
    await user.click(within(remove).getByRole("button", { name: "Yes, remove this shift" }));
    await waitFor(async () => expect((await tomsWeek())?.worked).toEqual([]));
    expect(await screen.findByRole("button", { name: /09:00 to 15:00 .*Planned, Tom Reyes/ })).toBeVisible();
  });

  it("asks for minutes awake in a sleep-in only", async () => {
    const user = await showWeek();
    await user.click(screen.getByRole("button", { name: "Add a shift for Priya Nair on Wednesday 6 May" }));
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getByRole("radio", { name: "Worked, for the timesheet" })).toBeChecked();
    expect(within(dialog).queryByLabelText("Woken to help, in minutes")).toBeNull();
    await user.selectOptions(within(dialog).getByLabelText("Kind of time"), "Sleep-in");
    expect(within(dialog).getByLabelText("Woken to help, in minutes")).toHaveValue("0");
    expect(within(dialog).queryByRole("option", { name: "Mileage" })).toBeNull();
  });

  it("records and removes a holiday", async () => {
    const user = await showWeek();
    await user.click(screen.getByRole("button", { name: "Record an absence" }));
    const dialog = await screen.findByRole("dialog", { name: "Record an absence" });
    await user.selectOptions(within(dialog).getByLabelText("Who is away?"), "Tom Reyes");
    await user.click(within(dialog).getByRole("radio", { name: "Holiday" }));
    await user.clear(within(dialog).getByLabelText("Hours of paid holiday"));
    await user.type(within(dialog).getByLabelText("Hours of paid holiday"), "7.5");
    const first = within(dialog).getByRole("group", { name: "First day away" });
    const last = within(dialog).getByRole("group", { name: "Last day away" });
    await user.type(within(first).getByLabelText("Day"), "7 may{Tab}");
    await user.type(within(last).getByLabelText("Day"), "8 may{Tab}");
    await expectNoAxeViolations();
    await user.click(within(dialog).getByRole("button", { name: "Record the absence" }));
    await user.click(await screen.findByRole("button", { name: "Holiday, Tom Reyes, Friday 8 May" }));
    const details = await screen.findByRole("dialog", { name: "Holiday: Tom Reyes" });
    expect(within(details).getByText("7 h 30 min")).toBeVisible();
    await user.click(within(details).getByRole("button", { name: "Remove this absence" }));
    await user.click(within(details).getByRole("button", { name: "Yes, remove this absence" }));
    await waitFor(() => expect(screen.queryByRole("button", { name: /^Holiday, Tom Reyes/ })).toBeNull());
  });

  it("copies last week's rota and goes from week to week", async () => {
    const user = await showWeek();
    await user.click(screen.getByRole("link", { name: "Later week from 11 May 2026" }));
    await screen.findByRole("table", { name: "Shifts from 11 May 2026 to 17 May 2026" });
    await user.click(screen.getByRole("button", { name: "Copy last week’s rota" }));
    expect(await screen.findByText("1 shift was copied from last week.")).toBeVisible();
    expect(await screen.findByRole("button", { name: /09:00 to 15:00 .*Planned, Tom Reyes, Tuesday 12 May/ })).toBeVisible();
    await user.click(screen.getByRole("link", { name: "This week" }));
    await screen.findByRole("table", { name: "Shifts from 4 May 2026 to 10 May 2026" });

    await user.click(screen.getByText("Go to another week"));
    await user.type(screen.getByLabelText("Day"), "16 april{Tab}");
    await user.click(screen.getByRole("button", { name: "Go to this week" }));
    expect(await screen.findByRole("heading", { level: 1, name: "Week of 13 April 2026" })).toBeVisible();
    expect(shown.address()).toBe("/time/2026-04-16");
  });

  it("lists the weeks that still wait for a yes", async () => {
    const user = await showWeek({ today: "2026-05-12", week: "11 May 2026 to 17 May 2026" });
    expect(await screen.findByRole("region", { name: "Weeks to confirm" })).toBeVisible();
    await user.click(screen.getByRole("link", { name: "Tom Reyes, week of 4 May 2026" }));
    expect(await screen.findByRole("heading", { level: 1, name: "Week of 4 May 2026" })).toBeVisible();
    await user.click(await screen.findByRole("button", { name: "Fill timesheet from plan for Tom Reyes" }));
    await user.click(await screen.findByRole("button", { name: "Check and confirm for Tom Reyes" }));
    await user.click(await screen.findByRole("button", { name: "Confirm the timesheet" }));
    await waitFor(() => expect(screen.queryByRole("region", { name: "Weeks to confirm" })).toBeNull());
  });
});
