import { screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { expectNoAxeViolations } from "../../support/axe.ts";
import { type GivenHousehold, givenHousehold } from "../../support/givenHousehold.ts";
import { type RenderedApp, renderApp } from "../../support/renderApp.tsx";

let shown: RenderedApp;
let household: GivenHousehold;
afterEach(() => shown.app.close());

async function readFile(text: string) {
  shown = await renderApp({
    today: "2026-05-08",
    path: "/time/import",
    given: async (app) => {
      household = await givenHousehold(app);
    },
  });
  await choose(text);
  return shown.user;
}

async function choose(text: string) {
  await shown.user.upload(screen.getByLabelText("Timesheet file (CSV)", { selector: "input" }), new File([text], "may.csv", { type: "text/csv" }));
  await screen.findByText("Chosen: may.csv");
  await shown.user.click(screen.getByRole("button", { name: "Read the file" }));
}

const heading = "Name,Date,From,To,Break,Kind of time,Miles\n";

describe("bringing in timesheets", () => {
  it("shows every line first, then brings in all of them", async () => {
    const user = await readFile(`${heading}Tom Reyes,05/05/2026,09:00,15:00,30,Weekday,12.5\nPriya Nair,05/05/2026,22:00,06:00,,Waking night,\n`);
    const table = await screen.findByRole("table", { name: "Lines of the file" });
    expect(within(table).getByRole("row", { name: /2 Tom Reyes, 05\/05\/2026, 09:00 to 15:00 Yes/ })).toBeVisible();
    await expectNoAxeViolations();
    await user.click(screen.getByRole("button", { name: "Bring in all lines" }));
    expect(await screen.findByText("Brought in 2 shifts on 2 timesheets.")).toBeVisible();
    expect(screen.getByRole("link", { name: "Go to the first week" })).toHaveAttribute("href", "#/time/2026-05-04");
    const { rows } = await shown.app.value("time.week", { weekFrom: plainDate("2026-05-04") });
    expect(rows.find((row) => row.engagementId === household.assistants.tom)).toMatchObject({ workedMinutes: 330, milesHundredths: 1250 });
  });

  it("names line, column and value of what is wrong, and lets nothing in", async () => {
    await readFile(`${heading}Tom Reyes,05/05/2026,09:00,15:00,30,Weekday,\nTim Reyes,31/02/2026,25:00,15:00,half,Weekend,\n`);
    expect(await screen.findByRole("heading", { name: "1 of 2 lines need a change" })).toBeVisible();
    expect(screen.getByText(/^Line 3, assistant: “Tim Reyes”\. Write the name or payroll number of one of: Priya Nair, Tom Reyes\.$/)).toBeVisible();
    expect(screen.getByText("Line 3, start: “25:00”. Write the time like 09:30 or 21:30. A day has 24 hours.")).toBeVisible();
    expect(screen.queryByRole("button", { name: "Bring in all lines" })).toBeNull();
    await expectNoAxeViolations();

    await choose(`${heading}Tom Reyes,05/05/2026,09:00,15:00,30,Weekday,\n`);
    expect(await screen.findByRole("button", { name: "Bring in all lines" })).toBeVisible();
  });

  it("says which columns are missing", async () => {
    await readFile("Name,Date,From,To\nTom Reyes,05/05/2026,09:00,15:00\n");
    expect(await screen.findByText(/There is no column “kind” in line 1/)).toBeVisible();
    expect(screen.queryByRole("table", { name: "Lines of the file" })).toBeNull();
  });

  it("shows what the file should look like", async () => {
    shown = await renderApp({ today: "2026-05-08", path: "/time/import" });
    await shown.user.click(screen.getByText("What the file should look like"));
    expect(within(screen.getByRole("table", { name: "Columns of the file" })).getByRole("rowheader", { name: "plan line" })).toBeVisible();
    await shown.user.click(screen.getByRole("button", { name: "Read the file" }));
    expect(await screen.findByRole("link", { name: "Choose the file with the timesheets" })).toBeVisible();
    await expectNoAxeViolations();
  });
});
