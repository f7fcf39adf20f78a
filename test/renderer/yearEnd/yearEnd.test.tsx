import { screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { TimeOfDay } from "../../../shared/core/minutes.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { yearEndStepIds } from "../../../shared/payroll/yearEnd/yearEndSteps.ts";
import { expectNoAxeViolations } from "../../support/axe.ts";
import { type GivenHousehold, givenHousehold } from "../../support/givenHousehold.ts";
import { type RenderedApp, renderApp } from "../../support/renderApp.tsx";
import type { TestApp } from "../../support/startTestApp.ts";

let shown: RenderedApp;
let household: GivenHousehold;
afterEach(() => shown.app.close());

/** Priya's eight hours on 7 April 2026, paid on 8 May, and a code on a week 1 basis since June. */
async function givenYear(app: TestApp): Promise<void> {
  app.setToday("2026-05-05");
  household = await givenHousehold(app);
  await app.value("time.saveWorkedShift", {
    engagementId: household.assistants.priya,
    onDate: plainDate("2026-04-07"),
    start: "09:00" as TimeOfDay,
    end: "17:00" as TimeOfDay,
    kindOfTimeId: household.kindOfTimeIds.weekday,
    planLineId: household.planLineIds.daySupport,
  });
  const { rows } = await app.value("time.week", { weekFrom: plainDate("2026-04-06") });
  const id = rows.find((row) => row.engagementId === household.assistants.priya)?.timesheet?.id;
  await app.value("time.confirmTimesheet", { id: id ?? "" });
  const run = await app.value("pay.startRun", {
    periodFrom: plainDate("2026-04-06"),
    periodTo: plainDate("2026-05-03"),
    payday: plainDate("2026-05-08"),
  });
  await app.value("pay.finishRun", { payRunId: run.id });
  await app.value("employment.changeTaxCode", {
    engagementId: household.assistants.priya,
    fromOn: plainDate("2026-06-01"),
    taxCode: "1257L",
    isWeek1Month1: true,
    source: "HMRC notice",
  });
  app.setToday("2027-04-10");
}

const show = async (path: string) => {
  shown = await renderApp({ today: "2027-04-10", path, given: givenYear });
  return shown;
};

describe("year end and start", () => {
  it("is reached from Pay, lists every step with its state, and leads to the first one to do", async () => {
    const { user } = await show("/pay");
    await user.click(await screen.findByRole("link", { name: "Year end and start" }));
    expect(await screen.findByRole("heading", { level: 1, name: "Year end and start" })).toBeVisible();
    const table = await screen.findByRole("table", { name: "The steps of 2026-27" });
    expect(within(table).getAllByRole("row")).toHaveLength(yearEndStepIds.length + 1);
    expect(within(table).getByRole("row", { name: /^Tax codes from 6 April To do/ })).toBeVisible();
    expect(within(table).getByRole("row", { name: /^Rates for 2027-28 To do/ })).toBeVisible();
    await expectNoAxeViolations();
    await user.click(screen.getByRole("link", { name: "Go on: Rates for 2027-28" }));
    expect(await screen.findByText("Not in this version")).toBeVisible();
    expect(screen.getByText(/Get the newest version of Plan & Payday in March/)).toBeVisible();
  });

  it.each(yearEndStepIds)("has no accessibility problem on the step %s", async (step) => {
    await show(`/pay/year-end/2026-27/${step}`);
    expect(await screen.findByText(new RegExp(`^Step ${yearEndStepIds.indexOf(step) + 1} of 9`))).toBeVisible();
    expect(await screen.findByRole("link", { name: "All steps" })).toBeVisible();
    await screen.findAllByRole("heading", { level: 2 });
    await expectNoAxeViolations();
  });

  it("records the codes that change", async () => {
    const { user, app } = await show("/pay/year-end/2026-27/codes");
    const table = await screen.findByRole("table", { name: "Tax codes before and after" });
    expect(within(table).getByRole("row", { name: /^Priya Nair 1257L \(week 1 or month 1\) 1257L To record/ })).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Record the code that changes" }));
    expect(await screen.findByText("Priya Nair: 1257L from 6 April 2027.")).toBeVisible();
    const { taxSettings } = await app.value("employment.getAssistant", { id: household.assistants.priya });
    expect(taxSettings[0]).toMatchObject({ fromOn: "2027-04-06", isWeek1Month1: false });
    expect(screen.queryByRole("button", { name: /Record the code/ })).toBeNull();
  });

  it("records the Employment Allowance and the relief", async () => {
    const { user, app } = await show("/pay/year-end/2026-27/allowance");
    await user.click(await screen.findByRole("radio", { name: "Yes" }));
    await user.click(screen.getByRole("button", { name: "Record it" }));
    expect(await screen.findByText("Recorded for 2027-28: the Employment Allowance is claimed.")).toBeVisible();
    await user.click(screen.getByRole("link", { name: "Next: Small Employers’ Relief" }));
    await user.click(await screen.findByRole("button", { name: "Record it" }));
    expect(await screen.findByText("Recorded for 2027-28.")).toBeVisible();
    expect((await app.value("yearEnd.employer", { taxYear: "2026-27" })).relief.answered).toBe(true);
  });

  it("records that a P60 was given, and takes it back", async () => {
    const { user } = await show("/pay/year-end/2026-27/p60s");
    await user.click(await screen.findByRole("button", { name: "Given today to Priya Nair" }));
    const table = await screen.findByRole("table", { name: "P60s to give" });
    expect(await within(table).findByText("10 April 2027")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Take it back for Priya Nair" }));
    expect(await screen.findByRole("button", { name: "Given today to Priya Nair" })).toBeVisible();
  });

  it("records the last submission that a bureau sent", async () => {
    const { user } = await show("/pay/year-end/2026-27/finalSubmission");
    const form = await screen.findByRole("form", { name: "It was told in another way" });
    await user.type(within(form).getByRole("textbox", { name: /Day/ }), "7");
    await user.type(within(form).getByRole("textbox", { name: /Month/ }), "4");
    await user.type(within(form).getByRole("textbox", { name: /Year/ }), "2027");
    await user.click(within(form).getByRole("button", { name: "Record it" }));
    expect(await screen.findByText("It was told on 7 April 2027.")).toBeVisible();
  });

  it("says so when there is no such step", async () => {
    await show("/pay/year-end/2026-27/nothing");
    expect(await screen.findByRole("heading", { level: 1, name: "There is no such step of year end" })).toBeVisible();
  });
});

describe("what April will cost", () => {
  it("shows a guess as a guess, with every figure explained", async () => {
    const { user } = await show("/pay/year-end/2026-27/april");
    expect(await screen.findByRole("heading", { name: "What 2027-28 may cost (a guess)" })).toBeVisible();
    // 8 h × £13.60 = £108.80; 13 × £108.80 = £1,414.40.
    const table = await screen.findByRole("table", { name: "Each person in 2026-27 and in 2027-28" });
    expect(within(table).getByRole("row", { name: /^Priya Nair £1,414.40.*£1,414.40.*£0.00/ })).toBeVisible();
    await user.type(screen.getByLabelText(/Rise of your rates of pay/), "4.1");
    await user.click(screen.getByRole("button", { name: "Work it out" }));
    // £13.60 + 4.1% (55.76p, up to 56p) = £14.16; 8 h = £113.28; × 13 = £1,472.64.
    await user.click(await screen.findByRole("button", { name: /£1,472.64 why is Priya Nair in 2027-28/ }));
    const why = await screen.findByRole("dialog", { name: "Why is Priya Nair in 2027-28 £1,472.64?" });
    expect(why).toHaveTextContent("Weekday, 8 h at £14.16 an hour (now £13.60): £113.28 each time.");
    await expectNoAxeViolations();
  });

  it("refuses a rise that is none, on the field", async () => {
    const { user } = await show("/pay/year-end/2026-27/april");
    await user.type(await screen.findByLabelText(/Rise of your rates of pay/), "much");
    await user.click(screen.getByRole("button", { name: "Work it out" }));
    expect(await screen.findByRole("link", { name: '"much" is not a rise from 0 to 50 per cent. Write it like 4.1' })).toBeVisible();
  });
});
