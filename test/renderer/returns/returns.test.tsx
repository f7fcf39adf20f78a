import { waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { givenQuarter, quarter } from "../../electron/returns/givenQuarter.ts";
import { expectNoAxeViolations } from "../../support/axe.ts";
import { type RenderedApp, renderApp } from "../../support/renderApp.tsx";

let shown: RenderedApp;
afterEach(() => shown.app.close());

const today = "2026-07-06";

/** Shows the page of a return of the first quarter. */
async function openReturn(): Promise<RenderedApp> {
  let id = "";
  shown = await renderApp({
    today,
    path: "/returns",
    given: async (app) => {
      await givenQuarter(app);
      ({ id } = await app.value("returns.open", { template: "joint-percentage-split", ...quarter }));
    },
  });
  await shown.user.click(await shown.screen.findByRole("link", { name: "1 April 2026 to 30 June 2026" }));
  expect(shown.address()).toBe(`/returns/${id}`);
  await shown.screen.findByRole("heading", { name: "Checks" });
  return shown;
}

describe("audit returns", () => {
  it("say what to do first when nothing is set up", async () => {
    shown = await renderApp({ today, path: "/returns" });
    expect(await shown.screen.findByRole("heading", { name: "Add your budget and your bank account first" })).toBeVisible();
    await expectNoAxeViolations();
  });

  it("start from a suggested period", async () => {
    shown = await renderApp({ today, path: "/returns", given: givenQuarter });
    const start = await shown.screen.findByRole("button", { name: /Start this return.*Joint ICB and council/ });
    await expectNoAxeViolations();
    await shown.user.click(start);
    expect(await shown.screen.findByRole("heading", { level: 1, name: /due 28 July 2026/ })).toBeVisible();
  });

  it("show each check with a way to put it right, and what the funder will receive as a real table", async () => {
    const { screen } = await openReturn();
    expect(screen.getByRole("link", { name: /Add receipts/ })).toHaveAttribute("href", "#/money");
    const table = screen.getByRole("table", { name: "Account summary" });
    expect(within(table).getByRole("row", { name: "Closing balance £4,436.01" })).toBeVisible();
    await expectNoAxeViolations();
  });

  it("take a reason for what a check found", async () => {
    const { screen, user } = await openReturn();
    await user.click(screen.getByRole("button", { name: /Give a reason instead.*Receipts and invoices/ }));
    await user.click(screen.getByRole("button", { name: "Keep this reason" }));
    expect(await screen.findByRole("link", { name: "Say why in a few words" })).toBeVisible();
    await user.type(screen.getByLabelText("Reason"), "The driver gave none");
    await user.click(screen.getByRole("button", { name: "Keep this reason" }));
    expect(await screen.findByText(/your reason: The driver gave none/)).toBeVisible();
    await expectNoAxeViolations();
  });

  it("are signed, checked, packed and marked as sent, and then locked", async () => {
    const { screen, user } = await openReturn();
    await user.click(screen.getByRole("button", { name: "Check before making the pack" }));
    expect(await screen.findByRole("link", { name: "Tick the box to sign the declaration" })).toBeVisible();
    await user.click(screen.getByRole("checkbox", { name: "I agree with this declaration" }));
    await user.click(screen.getByRole("button", { name: "Check before making the pack" }));
    expect(await screen.findByRole("heading", { name: "Check your answers" })).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Make the return pack" }));
    expect(await screen.findByRole("button", { name: /Save the whole pack/ }, { timeout: 20_000 })).toBeVisible();
    await expectNoAxeViolations();

    await user.click(screen.getByRole("button", { name: "Mark as sent" }));
    const dialog = await screen.findByRole("alertdialog", { name: "Mark this return as sent?" });
    await user.click(within(dialog).getByRole("button", { name: "Mark as sent and lock the period" }));
    expect(await screen.findByRole("heading", { name: "It is sent" })).toBeVisible();
    await waitFor(() => expect(screen.queryByRole("button", { name: "Mark as sent" })).toBeNull());
    await expectNoAxeViolations();
  });
});

describe("documents", () => {
  it("say what will be here while there is nothing", async () => {
    shown = await renderApp({ today, path: "/documents" });
    expect(await shown.screen.findByRole("heading", { name: "No documents yet" })).toBeVisible();
    await expectNoAxeViolations();
  });

  it("are listed with a button that says what it saves", async () => {
    shown = await renderApp({ today, path: "/documents", given: givenQuarter });
    await shown.user.click(await shown.screen.findByRole("tab", { name: "Budget" }));
    const table = await shown.screen.findByRole("table", { name: "Documents: Budget" });
    expect(within(table).getByRole("button", { name: "Save Budget report (PDF)" })).toBeVisible();
    await expectNoAxeViolations();
  });
});
