import { afterEach, describe, expect, it } from "vitest";
import type { Minutes, TimeOfDay } from "../../../shared/core/minutes.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { expectNoAxeViolations } from "../../support/axe.ts";
import { givenHousehold } from "../../support/givenHousehold.ts";
import { type RenderedApp, renderApp } from "../../support/renderApp.tsx";
import type { TestApp } from "../../support/startTestApp.ts";

let shown: RenderedApp;
afterEach(() => shown.app.close());

/** Priya's two days of eight hours in the first period, confirmed. */
async function givenTime(app: TestApp): Promise<void> {
  const household = await givenHousehold(app);
  for (const day of ["2026-04-07", "2026-04-08"]) {
    await app.value("time.saveWorkedShift", {
      engagementId: household.assistants.priya,
      onDate: plainDate(day),
      start: "09:00" as TimeOfDay,
      end: "17:00" as TimeOfDay,
      kindOfTimeId: household.kindOfTimeIds.weekday,
      planLineId: household.planLineIds.daySupport,
      awakeMinutes: 0 as Minutes,
    });
  }
  const { rows } = await app.value("time.week", { weekFrom: plainDate("2026-04-06") });
  const id = rows.find((row) => row.engagementId === household.assistants.priya)?.timesheet?.id;
  await app.value("time.confirmTimesheet", { id: id ?? "" });
}

const showPay = () => renderApp({ today: "2026-05-05", path: "/pay", given: givenTime });

describe("the pay screens", () => {
  it("carry a pay run from the suggested period to a locked run", async () => {
    shown = await showPay();
    const { screen, user } = shown;
    expect(await screen.findByText("6 April 2026 to 3 May 2026")).toBeInTheDocument();
    await user.click(await screen.findByRole("button", { name: "Start this pay run" }));

    expect(await screen.findByRole("heading", { level: 1, name: "Check the pay, then finish the run" })).toBeInTheDocument();
    expect(await screen.findByText("Minimum wage met for everyone")).toBeInTheDocument();
    await expectNoAxeViolations();
    await user.click(screen.getByRole("button", { name: /Priya's tax this amount/ }));
    const why = await screen.findByRole("dialog", { name: "Why is Priya's tax £0.00?" });
    expect(why).toHaveTextContent("Priya has earned £217.60 since 6 April.");
    expect(why).toHaveTextContent("Code 1257L lets £1,935.36 of that be free of tax (8 of 52 weeks).");
    await user.click(screen.getByRole("button", { name: /Close/ }));

    await user.click(screen.getByRole("button", { name: "Finish pay run" }));
    await user.click(await screen.findByRole("button", { name: "Finish and lock" }));
    expect(await screen.findByText("Finished and locked")).toBeInTheDocument();
    await expectNoAxeViolations();
    await user.click(screen.getByRole("tab", { name: "Figures for HMRC" }));
    const figures = await screen.findByRole("table", { name: "Figures for HMRC: Priya Nair" });
    expect(figures).toHaveTextContent("Pay for tax purposes (58)217.60217.60");
    await user.click(screen.getByRole("tab", { name: "Payments to make" }));
    expect(await screen.findByRole("table", { name: "Payments of this run" })).toHaveTextContent("Priya Nair");
    await expectNoAxeViolations();
  });

  it("say that the employer comes first when there is none", async () => {
    shown = await renderApp({ today: "2026-05-05", path: "/pay" });
    expect(await shown.screen.findByText("Pay needs the employer's details first")).toBeInTheDocument();
  });
});
