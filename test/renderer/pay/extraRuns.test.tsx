import { within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { expectNoAxeViolations } from "../../support/axe.ts";
import type { RenderedApp } from "../../support/renderApp.tsx";
import { finishFirstRun, priyaWorks, secondPeriod, showPay } from "./givenRun.ts";

let shown: RenderedApp;
afterEach(() => shown.app.close());

async function typeDay(name: string, words: string): Promise<void> {
  await shown.user.type(within(shown.screen.getByRole("group", { name })).getByLabelText("Day"), words);
  await shown.user.tab();
}

describe("an extra pay run", () => {
  it("is started for some people, and others come in with a sum", async () => {
    const given = await showPay("2026-05-20", async (app, household) => {
      await priyaWorks(app, household, "2026-04-06", 4);
      await finishFirstRun(app);
      await priyaWorks(app, household, "2026-05-04", 1);
    });
    shown = given.shown;
    const { user, screen, app } = shown;
    await user.click(await screen.findByRole("link", { name: "Start an extra run" }));
    await user.click(await screen.findByRole("button", { name: "Start the extra run" }));
    expect(await screen.findByRole("link", { name: "Enter the payday" })).toBeInTheDocument();
    await expectNoAxeViolations();
    await typeDay("Payday", "22 may 2026");
    await typeDay("First day it is for", "4 may 2026");
    await typeDay("Last day it is for", "10 may 2026");
    await user.click(screen.getByLabelText("Priya Nair"));
    await user.click(screen.getByRole("button", { name: "Start the extra run" }));

    expect(await screen.findByText("Extra run, 4 May 2026 to 10 May 2026")).toBeInTheDocument();
    expect(await screen.findByLabelText("Pay Priya Nair's confirmed time")).toBeChecked();
    const pay = await screen.findByRole("table", { name: "Pay of each person" });
    // 40 hours at £13.60.
    expect(within(pay).getByRole("button", { name: /£544.00 why is Priya's gross pay/ })).toBeInTheDocument();
    await expectNoAxeViolations();
    await user.click(screen.getByRole("button", { name: "Add a sum" }));
    await user.selectOptions(await screen.findByLabelText("Person"), "Tom Reyes");
    await user.selectOptions(screen.getByLabelText("Kind of sum"), "Extra pay or bonus");
    await user.type(screen.getByLabelText("What it is for"), "Thank you");
    await user.type(screen.getByLabelText("Amount"), "50");
    await user.click(screen.getByRole("button", { name: "Add the sum" }));
    expect(await screen.findByRole("button", { name: /£50.00 why is Tom's gross pay/ })).toBeInTheDocument();
    await user.click(screen.getByLabelText("Pay Priya Nair's confirmed time"));
    expect(await screen.findByLabelText("Pay Priya Nair's confirmed time")).not.toBeChecked();
    given.goTo("/pay");
    expect(await screen.findByRole("link", { name: /Extra run, payday 22 May 2026: not finished yet/ })).toBeInTheDocument();
    await expectNoAxeViolations();
    const run = (await app.value("pay.listRuns", {})).find(({ kind }) => kind === "extra");
    expect((await app.value("pay.listRunPeople", { payRunId: run?.id ?? "" })).map(({ isChosen }) => isChosen)).toEqual([false]);
  }, 90_000);
});

describe("final pay", () => {
  it("suggests notice and holiday with the steps, and puts what is ticked into the run once", async () => {
    const given = await showPay("2026-05-28", async (app, household) => {
      await priyaWorks(app, household, "2026-04-06", 4);
      await finishFirstRun(app);
      await priyaWorks(app, household, "2026-05-04", 3);
      await app.value("employment.endEngagement", { id: household.assistants.priya, endOn: plainDate("2026-05-24"), reason: "The budget changed" });
      await app.value("pay.startRun", secondPeriod);
    });
    shown = given.shown;
    const { user, screen, app } = shown;
    const draft = (await app.value("pay.listRuns", {})).find(({ state }) => state === "draft");
    given.goTo(`/pay/${draft?.id}`);
    await user.click(await screen.findByRole("link", { name: "Work out the final pay of Priya Nair" }));
    await screen.findByRole("heading", { level: 1, name: "Final pay of Priya Nair" });
    await user.click(screen.getByRole("button", { name: "Work out the final pay" }));
    expect(await screen.findByRole("link", { name: "Choose who gave notice" })).toBeInTheDocument();
    await user.click(screen.getByLabelText("You, as the employer"));
    await user.click(screen.getByRole("button", { name: "Work out the final pay" }));
    expect(await screen.findByRole("link", { name: "Enter the day notice was given" })).toBeInTheDocument();
    await expectNoAxeViolations();
    await typeDay("Day notice was given", "22 may 2026");
    await user.click(screen.getByRole("button", { name: "Work out the final pay" }));
    const table = await screen.findByRole("table", { name: "Final pay" });
    const due = await app.value("pay.suggestFinalPay", {
      payRunId: draft?.id ?? "",
      engagementId: given.household.assistants.priya,
      notice: { givenBy: "employer", givenOn: plainDate("2026-05-22"), contractWeeks: 0 },
    });
    expect(due.lines.map(({ kind }) => kind)).toContain("noticePay");
    expect(within(table).getByRole("row", { name: /^Pay in lieu of notice/ })).toBeInTheDocument();
    await expectNoAxeViolations();
    for (const { kind, label } of due.lines) {
      if (kind !== "noticePay") await user.click(within(table).getByLabelText(`Pay ${label.toLowerCase()}`));
    }
    await user.click(screen.getByRole("button", { name: "Put the ticked sums into the run" }));
    await screen.findByRole("heading", { level: 1, name: "Check the pay, then finish the run" });
    const { people } = await app.value("pay.previewRun", { payRunId: draft?.id ?? "" });
    expect(people.flatMap(({ additions }) => additions.map(({ kind }) => kind))).toEqual(["noticePay"]);
    await user.click(await screen.findByRole("link", { name: "Work out the final pay of Priya Nair" }));
    await user.click(await screen.findByLabelText("You, as the employer"));
    await typeDay("Day notice was given", "22 may 2026");
    await user.click(screen.getByRole("button", { name: "Work out the final pay" }));
    expect(await screen.findByText("In the run already")).toBeInTheDocument();
  }, 90_000);
});

describe("a finished payslip with an order and a loan", () => {
  it("shows each with why, in the table and on the payslip", async () => {
    const given = await showPay("2026-05-09", async (app, household) => {
      const engagementId = household.assistants.priya;
      await app.value("employment.addDeductionOrder", {
        engagementId,
        kind: "directEarnings",
        rate: "standard",
        issuer: "DWP",
        reference: "DEA 7",
        receivedOn: plainDate("2026-04-20"),
        fromOn: plainDate("2026-05-08"),
      });
      await app.value("employment.addLoan", {
        engagementId,
        kind: "loan",
        label: "Bicycle",
        sumPence: pence(250_00),
        instalmentPence: pence(100_00),
        agreedOn: plainDate("2026-04-20"),
        paidOn: plainDate("2026-04-24"),
        fromOn: plainDate("2026-05-08"),
      });
      await priyaWorks(app, household, "2026-04-06", 4);
      await finishFirstRun(app);
    });
    shown = given.shown;
    const { user, screen } = shown;
    const [run] = await shown.app.value("pay.listRuns", {});
    given.goTo(`/pay/${run?.id}`);
    const table = await screen.findByRole("table", { name: "Pay of each person" });
    // 15% of £2,031.28 net earnings.
    await user.click(within(table).getByRole("button", { name: /£304.69 why is Priya's Direct earnings attachment DEA 7/ }));
    expect(await screen.findByRole("dialog")).toHaveTextContent("Direct earnings attachment");
    await user.click(screen.getByRole("button", { name: /Close/ }));
    expect(within(table).getByRole("button", { name: /£100.00 why is Priya's Bicycle/ })).toBeInTheDocument();
    expect(screen.getByText("Orders")).toBeInTheDocument();
    await user.click(screen.getByText("Show Priya Nair's payslip"));
    await expectNoAxeViolations();
  }, 90_000);
});
