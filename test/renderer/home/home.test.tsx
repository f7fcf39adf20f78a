import { afterEach, describe, expect, it } from "vitest";
import { pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { expectNoAxeViolations } from "../../support/axe.ts";
import { givenHousehold } from "../../support/givenHousehold.ts";
import { type RenderedApp, renderApp } from "../../support/renderApp.tsx";

let shown: RenderedApp;
afterEach(() => shown.app.close());

describe("Home", () => {
  it("tells why at every figure of the budget", async () => {
    shown = await renderApp({
      today: "2026-05-05",
      path: "/",
      given: async (app) => {
        await givenHousehold(app);
        await app.value("bank.saveAccount", {
          name: "Direct payment account",
          openedOn: plainDate("2026-04-01"),
          openingBalancePence: pence(100_000),
        });
      },
    });
    const { user, screen, app } = shown;
    const { budget } = await app.value("home.overview", {});
    expect(budget?.free.amount).toBe((budget?.planned.amount ?? 0) - (budget?.spent.amount ?? 0) - (budget?.promised.amount ?? 0));
    expect(budget?.planned.lines.map(({ text }) => text)).toEqual(["Day support", "Night support", "Activities", "Shower chair"]);
    // Once, of £480.00.
    expect(budget?.planned.lines.at(-1)?.amount).toBe(pence(480_00));
    await user.click(await screen.findByRole("button", { name: /why is what is free to use this amount/ }));
    expect(await screen.findByRole("dialog")).toHaveTextContent("Day support");
    await expectNoAxeViolations();
    await user.click(screen.getByRole("button", { name: /Close/ }));
    await user.click(screen.getByRole("button", { name: /why is what is truly spare this amount/ }));
    expect(await screen.findByRole("dialog", { name: /Why is what is truly spare/ })).toBeInTheDocument();
  });
});
