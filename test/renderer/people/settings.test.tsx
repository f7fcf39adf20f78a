import { within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { expectNoAxeViolations } from "../../support/axe.ts";
import { givenHousehold } from "../../support/givenHousehold.ts";
import { type RenderedApp, renderApp } from "../../support/renderApp.tsx";

let shown: RenderedApp;
afterEach(() => shown.app.close());

it("shows who did what, newest first, and what words mean", async () => {
  shown = await renderApp({ today: "2026-05-08", path: "/settings", given: givenHousehold });
  const { user, screen } = shown;
  const table = await screen.findByRole("table", { name: "What was done" });
  const [, newest] = within(table).getAllByRole("row");
  expect(newest).toHaveTextContent("Recorded a check");
  expect(newest).toHaveTextContent("Grace Okafor");
  await user.click(screen.getByText("Work and pay"));
  expect(screen.getByText("What arrives in the bank.")).toBeVisible();
  await expectNoAxeViolations();
});

it("keeps large print in the file and colours on the computer", async () => {
  shown = await renderApp({ today: "2026-05-08", path: "/settings" });
  const { user, screen, app, bridge } = shown;
  await user.click(await screen.findByLabelText("Make payslips and other papers in large print"));
  await user.click(screen.getByLabelText("High contrast"));
  expect(await app.value("settings.get", {})).toEqual({ largePrint: true });
  expect(bridge.asked).toContainEqual({ name: "desktop.setTheme", input: { theme: "contrast" } });
});
