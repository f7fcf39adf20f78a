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

/** Tuesday 12 May 2026, with Priya's Wednesday planned on the day support line. */
async function show(path: (given: GivenHousehold) => string) {
  shown = await renderApp({
    today: "2026-05-12",
    path: "/",
    given: async (app) => {
      household = await givenHousehold(app);
      await app.value("time.planShift", {
        engagementId: household.assistants.priya,
        onDate: plainDate("2026-05-13"),
        start: "09:00",
        end: "15:00",
        breakMinutes: minutes(0),
        kindOfTimeId: household.kindOfTimeIds.weekday,
        planLineId: household.planLineIds.daySupport,
      });
    },
  });
  window.location.hash = `#${path(household)}`;
  return shown.user;
}

describe("what planned shifts will cost", () => {
  it("is shown line by line, and tells why", async () => {
    const user = await show(() => "/budget");
    const table = await screen.findByRole("table", { name: "What planned shifts will cost, line by line" });
    expect(within(table).getByRole("row", { name: /Day support 6 hours.* £92.76/ })).toBeVisible();
    expect(within(table).getByRole("row", { name: /All planned shifts .*£92.76/ })).toBeVisible();
    await expectNoAxeViolations();
    await user.click(within(table).getByRole("button", { name: /cost of planned shifts for Day support/ }));
    const dialog = await screen.findByRole("dialog", { name: "Why is the cost of planned shifts for Day support £92.76?" });
    expect(within(dialog).getByText("Priya Nair: 6 h, all costs of employing included.")).toBeVisible();
  });
});

describe("the hours that what is left buys", () => {
  it("are worked out for a chosen person and kind of time", async () => {
    const user = await show(({ planLineIds }) => `/budget/${planLineIds.daySupport}`);
    const card = await screen.findByRole("region", { name: "How many hours does what is left buy?" });
    await user.selectOptions(await within(card).findByLabelText("Whose time?"), "Tom Reyes");
    await user.click(within(card).getByRole("button", { name: "Work out the hours" }));
    expect(await within(card).findByText("It buys")).toBeVisible();
    expect(within(card).getByText("The next hour costs")).toBeVisible();
    expect(within(card).getByRole("button", { name: /£15.46 why is the cost of the next hour this amount/ })).toBeVisible();
    await expectNoAxeViolations();
  });

  it("are asked only where the plan agrees hours", async () => {
    await show(({ planLineIds }) => `/budget/${planLineIds.activities}`);
    expect(await screen.findByRole("heading", { name: "What was agreed" })).toBeVisible();
    expect(screen.queryByRole("region", { name: "How many hours does what is left buy?" })).toBeNull();
  });
});
