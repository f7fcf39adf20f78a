import { afterEach, expect, it } from "vitest";
import { pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { expectNoAxeViolations } from "../../support/axe.ts";
import type { RenderedApp } from "../../support/renderApp.tsx";
import { showPerson } from "./givenPerson.tsx";

let shown: RenderedApp;
afterEach(() => shown.app.close());

it("takes over every total of somebody paid elsewhere earlier in the tax year", async () => {
  let lena = "";
  const given = await showPerson(() => `/people/${lena}`, {
    given: async (app, { kindOfTimeIds }) => {
      const added = await app.value("employment.addAssistant", {
        person: { firstName: "Lena", lastName: "Whitfield", dateOfBirth: plainDate("1985-11-02") },
        startOn: plainDate("2026-02-02"),
        starterKind: "existing",
        taxCode: "1257L",
        midYearStart: { taxablePayPence: pence(2_000_00), taxPence: pence(120_00) },
        payRates: [{ kindOfTimeId: kindOfTimeIds.weekday, ratePence: pence(1400) }],
      });
      lena = added.id;
    },
  });
  shown = given.shown;
  const { user, screen, app } = shown;
  await user.click(await screen.findByRole("tab", { name: "Pay" }));
  await user.click(await screen.findByRole("link", { name: /^Change earlier pay in this job, 2026-27/ }));
  await user.type(await screen.findByLabelText("Pension you paid (optional)"), "a lot");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByRole("link", { name: '"a lot" is not an amount. Write it like 12.50' })).toBeInTheDocument();
  await expectNoAxeViolations();
  await user.clear(screen.getByLabelText("Pension you paid (optional)"));
  await user.type(screen.getByLabelText("Pension you paid (optional)"), "45.20");
  await user.type(screen.getByLabelText("National Insurance they paid (optional)"), "12.34");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(await screen.findByRole("heading", { level: 1, name: "Lena Whitfield" })).toBeInTheDocument();
  const row = app.db.prepare("SELECT * FROM opening_figures WHERE engagement_id = ?").get(lena);
  expect(JSON.stringify(row)).toContain("4520");
  expect(JSON.stringify(row)).toContain("1234");
});
