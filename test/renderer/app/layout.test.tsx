import { render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { App } from "../../../renderer/app/App.tsx";
import { expectNoAxeViolations } from "../../support/axe.ts";
import { startTestSession, type TestSession } from "../../support/startTestSession.ts";
import { installTestBridge, type TestBridge } from "../../support/testBridge.ts";

describe("the open app", () => {
  let vault: TestSession;
  let bridge: TestBridge;
  beforeEach(async () => {
    vault = startTestSession("2026-11-21");
    bridge = installTestBridge(vault.answer, "2026-11-21");
    await vault.answer("vault.createSample", {});
  });
  afterEach(() => vault.close());

  it("has eleven places in its menu and says which one is shown", async () => {
    const user = userEvent.setup();
    render(<App />);
    const menu = await screen.findByRole("navigation", { name: "Main" });
    expect(
      within(menu)
        .getAllByRole("link")
        .map((link) => link.textContent?.replace(/\d.*$/, "").trim()),
    ).toEqual(["Home", "People", "Rota and time", "Pay", "HMRC", "Budget", "Money", "Audit returns", "Key dates", "Documents", "Settings"]);
    expect(within(menu).getByRole("link", { name: /^Home/ })).toHaveAttribute("aria-current", "page");

    await user.click(within(menu).getByRole("link", { name: /^Documents/ }));
    expect(within(menu).getByRole("link", { name: /^Documents/ })).toHaveAttribute("aria-current", "page");
    expect(within(menu).getByRole("link", { name: /^Home/ })).not.toHaveAttribute("aria-current");
    await waitFor(() => expect(screen.getByRole("heading", { level: 1 })).toHaveFocus());
    await expectNoAxeViolations();
  });

  it("lets the keyboard jump over the menu", async () => {
    const user = userEvent.setup();
    render(<App />);
    const skip = await screen.findByRole("link", { name: "Skip to the main part" });
    await user.click(skip);
    expect(screen.getByRole("main")).toHaveFocus();
  });

  it("finds a place with Ctrl and K", async () => {
    const user = userEvent.setup();
    render(<App />);
    await screen.findByRole("navigation", { name: "Main" });
    await user.keyboard("{Control>}k{/Control}");
    await user.type(await screen.findByLabelText("Where do you want to go?"), "statement");
    expect(screen.getByText("1 found.")).toHaveAttribute("role", "status");
    await expectNoAxeViolations();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(window.location.hash).toBe("#/money/import"));
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("lists its keys under a question mark, but not while someone types", async () => {
    const user = userEvent.setup();
    render(<App />);
    await screen.findByRole("navigation", { name: "Main" });
    await user.keyboard("{Control>}k{/Control}");
    await user.type(await screen.findByLabelText("Where do you want to go?"), "?");
    expect(screen.queryByRole("dialog", { name: "Keyboard shortcuts" })).toBeNull();
    await user.keyboard("{Escape}");
    await user.keyboard("?");
    expect(await screen.findByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  });

  it("says plainly when an address leads nowhere", async () => {
    window.location.hash = "#/nowhere/at/all";
    render(<App />);
    expect(await screen.findByRole("heading", { level: 1, name: "There is nothing at this address" })).toBeVisible();
  });

  it("reads again when the data process says that something changed", async () => {
    render(<App />);
    await screen.findByRole("navigation", { name: "Main" });
    const times = () => bridge.asked.filter(({ name }) => name === "home.counts").length;
    await waitFor(() => expect(times()).toBe(1));
    bridge.tell("changed");
    await waitFor(() => expect(times()).toBe(2));
  });
});
