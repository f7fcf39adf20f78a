import { within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { expectNoAxeViolations } from "../../support/axe.ts";
import { type GivenPayday, givenPayday } from "../../support/givenPayday.ts";
import { type RenderedApp, renderApp } from "../../support/renderApp.tsx";

let shown: RenderedApp;
let given: GivenPayday;
afterEach(() => shown.app.close());

/** Opens a screen when the payday of 8 May 2026 is finished. The household pays HMRC each quarter and claims Employment Allowance. */
async function show(pathOf: (payday: GivenPayday) => string, today = "2026-06-10"): Promise<void> {
  shown = await renderApp({
    today,
    path: "/key-dates",
    given: async (app) => {
      given = await givenPayday(app);
    },
  });
  window.location.hash = `#${pathOf(given)}`;
}

describe("HMRC", () => {
  it("says which payday is to be told next, and what was told", async () => {
    await show(() => "/hmrc");
    expect(await shown.screen.findByRole("heading", { name: "1 payday to tell HMRC about" })).toBeVisible();
    expect(shown.screen.getByRole("link", { name: "Tell HMRC about 8 May 2026" })).toHaveAttribute("href", `#/hmrc/payday/${given.payRunId}`);
    expect(await shown.screen.findByText("Nothing was marked as sent yet.")).toBeVisible();
    await expectNoAxeViolations();
  });

  it("says that all is told once it is", async () => {
    await show(() => "/hmrc");
    await shown.app.value("hmrc.recordTold", { kind: "fps", payRunId: given.payRunId, toldOn: plainDate("2026-05-08") });
    shown.bridge.tell("changed");
    expect(await shown.screen.findByRole("heading", { name: "HMRC knows of every payday" })).toBeVisible();
    const paydays = shown.screen.getByRole("table", { name: "Paydays and what HMRC was told" });
    expect(within(paydays).getByRole("row", { name: /^8 May 2026/ })).toHaveTextContent("Sent 8 May 2026");
    expect(shown.screen.queryByRole("link", { name: /^Tell HMRC about/ })).toBeNull();
  });

  it("has a plain word where there is nothing yet", async () => {
    shown = await renderApp({ today: "2026-06-10", path: "/hmrc" });
    expect(await shown.screen.findByRole("heading", { name: "Nothing to tell HMRC yet" })).toBeVisible();
    await expectNoAxeViolations();
  });
});

describe("paying HMRC", () => {
  it("has a row for each quarter with what is due, by when, the reference and what is left", async () => {
    await show(() => "/hmrc/paying");
    const table = await shown.screen.findByRole("table", { name: "Due to HMRC in 2026-27" });
    // 6 April to 5 July: National Insurance £9.68, the employer's £105.45 taken off by the allowance. Due on the 22nd, a Wednesday.
    const row = within(table).getByRole("row", { name: /^Tax months 1 to 3/ });
    expect(
      within(row)
        .getAllByRole("cell")
        .map((cell) => cell.textContent?.replace(/ why is.*$/, "")),
    ).toEqual(["£9.68", "£9.68", "22 July 2026", "123PA000123452703", "£0.00", "£9.68 left"]);
    expect(shown.screen.getByText("12001039")).toBeVisible();
    expect(shown.screen.getByText(/^Source: GOV.UK/)).toBeVisible();
    await expectNoAxeViolations();
  });

  it("opens a month with the payslips behind each line", async () => {
    await show(() => "/hmrc/month/2026-27/2");
    expect(await shown.screen.findByRole("heading", { level: 1, name: "HMRC: 6 May 2026 to 5 June 2026" })).toBeVisible();
    await shown.user.click(shown.screen.getByRole("button", { name: "Why this amount? the employees' National Insurance, £9.68" }));
    const why = await shown.screen.findByRole("dialog", { name: "Why is the employees' National Insurance £9.68?" });
    expect(within(why).getByRole("link", { name: "Priya Nair, paid 8 May 2026" })).toHaveAttribute("href", `#/pay/payslip/${given.payslipId}`);
    await expectNoAxeViolations();
  });
});

describe("the Employer Payment Summary", () => {
  it("says what to tick and why, and is marked as sent", async () => {
    await show(() => "/hmrc/month/2026-27/2");
    expect(await shown.screen.findByText(/^Employment Allowance is claimed for 2026-27/)).toBeVisible();
    const table = shown.screen.getByRole("table", { name: "What to tick and type" });
    expect(within(table).getByRole("row", { name: /^Employment Allowance indicator \(166\)/ })).toHaveTextContent("Yes");
    await shown.user.click(shown.screen.getByRole("button", { name: "Mark as sent" }));
    expect(await shown.screen.findByText("Marked as sent on 10 June 2026")).toBeVisible();
    await expectNoAxeViolations();
  });

  it("tells of a month without pay", async () => {
    // The regular run of 4 May to 31 May is not made: nobody was paid from 6 June to 5 July.
    await show(() => "/hmrc/month/2026-27/3", "2026-07-10");
    expect(await shown.screen.findByText("Nobody was paid from 6 June 2026 to 5 July 2026.")).toBeVisible();
    const table = shown.screen.getByRole("table", { name: "What to tick and type" });
    expect(within(table).getByRole("row", { name: /^No payment dates \(137\)/ })).toHaveTextContent("6 June 2026 to 5 July 2026");
  });
});

describe("a person's year", () => {
  it("has every figure with its payslips and where it stands, and the papers to save", async () => {
    await show(({ household }) => `/hmrc/person/${household.assistants.priya}/2026-27`);
    const table = await shown.screen.findByRole("table", { name: "Figures of Priya Nair in 2026-27" });
    expect(within(table).getByRole("row", { name: /^Pay in this employment/ })).toHaveTextContent("£1,088.00");
    expect(within(table).getByRole("row", { name: /^Pay in this employment/ })).toHaveTextContent("P60, P45, P11, FPS");
    expect(shown.screen.getByRole("button", { name: "Save the P11 (PDF) of Priya Nair for 2026-27" })).toBeVisible();
    expect(shown.screen.queryByRole("button", { name: /P60/ })).toBeNull();
    await expectNoAxeViolations();
  });

  it("offers the P60 from 5 April on", async () => {
    await show(({ household }) => `/hmrc/person/${household.assistants.priya}/2026-27`, "2027-04-05");
    expect(await shown.screen.findByRole("button", { name: "Save the P60 (PDF) of Priya Nair for 2026-27" })).toBeVisible();
  });
});

describe("what bank and pension files ask for", () => {
  it("takes a sort code in any form and names what is not one", async () => {
    await show(() => "/hmrc/files");
    const { screen, user } = shown;
    await user.type(await screen.findByRole("textbox", { name: "Sort code (optional)" }), "12 34");
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByRole("link", { name: "A sort code is six numbers, like 12-34-56" })).toBeVisible();
    await expectNoAxeViolations();
    await user.type(screen.getByRole("textbox", { name: "Sort code (optional)" }), " 56");
    await user.click(screen.getByRole("button", { name: "Save" }));
    expect(await screen.findByText("Saved what bank and pension files ask for.")).toBeVisible();
    expect((await shown.app.value("hmrc.getFileFacts", {})).payFromSortCode).toBe("12-34-56");
  });
});

describe("documents", () => {
  it("are grouped by kind, and a payslip can be saved in large print with a password", async () => {
    await show(() => "/documents");
    const { screen, user } = shown;
    const tabs = await screen.findByRole("tablist", { name: "Kinds of papers" });
    expect(
      within(tabs)
        .getAllByRole("tab")
        .map((tab) => tab.textContent),
    ).toEqual(["Pay runs", "Assistants", "Tax years", "Employer", "Budget"]);
    await expectNoAxeViolations();
    await user.click(screen.getByRole("button", { name: "Save Payslip of Priya Nair" }));
    await user.click(await screen.findByRole("checkbox", { name: "Large print" }));
    await user.type(screen.getByLabelText("Password to open the file (optional)"), "Larch-Row-1994");
    await user.click(screen.getByRole("button", { name: "Choose where to save it" }));
    expect(await screen.findByText(/^Saved .*\.pdf\.$/)).toBeVisible();
    expect(shown.bridge.asked.find(({ name }) => name === "desktop.saveFile")?.input).toMatchObject({
      from: { operation: "documents.payslipPdf", input: { payslipId: given.payslipId, largePrint: true, password: "Larch-Row-1994" } },
    });
  });

  it("name the work by which a year's set can be watched", async () => {
    await show(() => "/documents");
    const { screen, user } = shown;
    await user.click(await screen.findByRole("tab", { name: "Tax years" }));
    await user.click(await screen.findByRole("button", { name: "Save Everything of this tax year (ZIP)" }));
    expect(await screen.findByText("Saved tax year 2026-27.zip.")).toBeVisible();
    const asked = shown.bridge.asked.find(({ name }) => name === "desktop.saveFile");
    expect(asked?.input).toMatchObject({ from: { operation: "documents.yearSet", input: { taxYear: "2026-27", jobId: expect.any(String) } } });
  });
});
