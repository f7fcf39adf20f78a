import { screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { minutes } from "../../../shared/core/minutes.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { expectNoAxeViolations } from "../../support/axe.ts";
import { type GivenHousehold, givenHousehold } from "../../support/givenHousehold.ts";
import { type RenderedApp, renderApp } from "../../support/renderApp.tsx";

let shown: RenderedApp;
let household: GivenHousehold;
afterEach(() => shown.app.close());

type Planned = readonly [who: "priya" | "tom", onDate: string, start: string, end: string];

/** The week of 11 May 2026 with planned shifts on the day support line. Today is Tuesday 12 May. */
async function showWeek(...shifts: readonly Planned[]) {
  shown = await renderApp({
    today: "2026-05-12",
    path: "/time",
    given: async (app) => {
      household = await givenHousehold(app);
      for (const [who, onDate, start, end] of shifts) {
        await app.value("time.planShift", {
          engagementId: household.assistants[who],
          onDate: plainDate(onDate),
          start,
          end,
          breakMinutes: minutes(0),
          kindOfTimeId: household.kindOfTimeIds.weekday,
          planLineId: household.planLineIds.daySupport,
        });
      }
    },
  });
  await screen.findByRole("table", { name: "Shifts from 11 May 2026 to 17 May 2026" });
  return shown.user;
}

describe("what the week costs", () => {
  it("shows wages, what employing adds and all in, for each person and everyone", async () => {
    await showWeek(["priya", "2026-05-12", "09:00", "15:00"], ["tom", "2026-05-13", "09:00", "14:00"]);
    const table = await screen.findByRole("table", { name: "What this week costs, person by person" });
    expect(within(table).getByRole("row", { name: /Priya Nair £81.60 £11.16 £92.76/ })).toBeVisible();
    expect(within(table).getByRole("row", { name: /Tom Reyes £68.00 £9.30 £77.30/ })).toBeVisible();
    expect(within(table).getByRole("row", { name: /Everyone £149.60 £20.46 £170.06/ })).toBeVisible();
    await expectNoAxeViolations();
  });

  it("tells why, step by step", async () => {
    const user = await showWeek(["priya", "2026-05-12", "09:00", "15:00"]);
    await user.click(await screen.findByRole("button", { name: /why is the cost of Priya Nair in this week this amount/ }));
    const dialog = await screen.findByRole("dialog", { name: "Why is the cost of Priya Nair in this week £92.76?" });
    expect(within(dialog).getByText("Weekday: 6 h at £13.60 an hour.")).toBeVisible();
    expect(within(dialog).getByText("Sick pay and other statutory pay to expect: 1.6% of the pay.")).toBeVisible();
  });

  it("puts the week beside the plan in words", async () => {
    await showWeek(["priya", "2026-05-12", "09:00", "15:00"]);
    const table = await screen.findByRole("table", { name: "This week beside the plan" });
    expect(within(table).getByRole("row", { name: /Day support .*24 h not used/ })).toBeVisible();
    expect(within(table).getByRole("row", { name: "The plan for a week: £804.00" })).toBeVisible();
  });

  it("says when more is planned than agreed", async () => {
    await showWeek(["priya", "2026-05-12", "08:00", "20:00"], ["priya", "2026-05-14", "08:00", "20:00"], ["tom", "2026-05-13", "08:00", "15:00"]);
    const table = await screen.findByRole("table", { name: "This week beside the plan" });
    expect(within(table).getByText("1 h more than agreed")).toBeVisible();
  });

  it("an empty week says so", async () => {
    await showWeek();
    expect(await screen.findByText("Nothing is planned or worked in this week yet.")).toBeVisible();
  });
});

describe("things to look at", () => {
  it("tell of a short rest, what can be done, and of a day with nobody", async () => {
    const user = await showWeek(
      ["tom", "2026-05-12", "09:00", "23:00"],
      ["tom", "2026-05-13", "08:00", "12:00"],
      ["priya", "2026-05-14", "08:00", "12:00"],
      ["priya", "2026-05-15", "08:00", "12:00"],
      ["priya", "2026-05-16", "08:00", "12:00"],
    );
    const notes = await screen.findByRole("region", { name: "2 things to look at" });
    expect(within(notes).getByText("Tom Reyes has 9 h between Tuesday's shift and Wednesday's.")).toBeVisible();
    expect(within(notes).getByText("No one is planned for Sunday.")).toBeVisible();
    await user.click(within(notes).getByText("What can I do about a short rest?"));
    expect(within(notes).getByText(/agree extra rest soon after/)).toBeVisible();
    await expectNoAxeViolations();
  });

  it("are not there when all is well", async () => {
    await showWeek();
    expect(screen.queryByRole("region", { name: /to look at/ })).toBeNull();
  });
});
