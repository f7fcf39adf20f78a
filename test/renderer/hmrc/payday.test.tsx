import { within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { forgetAllDrafts } from "../../../renderer/api/drafts.ts";
import { expectNoAxeViolations } from "../../support/axe.ts";
import { type GivenPayday, givenPayday } from "../../support/givenPayday.ts";
import { type RenderedApp, renderApp } from "../../support/renderApp.tsx";

let shown: RenderedApp;
let given: GivenPayday;
afterEach(() => {
  forgetAllDrafts();
  shown.app.close();
});

/** Opens the payday of 8 May 2026 on a day. Priya's employee National Insurance is (£1,088.00 - £967.00) at 8 % = £9.68, so she receives £1,078.32. */
async function showPayday(today: string): Promise<void> {
  shown = await renderApp({
    today,
    path: "/hmrc",
    given: async (app) => {
      given = await givenPayday(app);
    },
  });
  window.location.hash = `#/hmrc/payday/${given.payRunId}`;
  await shown.screen.findByRole("heading", { level: 1, name: "Tell HMRC about 8 May 2026" });
}

const typeBackForm = () => shown.screen.findByRole("form", { name: "What HMRC's tool shows for Priya Nair" });

/** Puts text in a box that may hold some already. */
async function fill(name: string, text: string): Promise<void> {
  const box = within(await typeBackForm()).getByRole("textbox", { name });
  await shown.user.clear(box);
  await shown.user.type(box, text);
}

describe("what to tell HMRC about a payday", () => {
  it("shows each box in the tool's order with its number, this payday and the year to date", async () => {
    await showPayday("2026-05-05");
    const payment = await shown.screen.findByRole("table", { name: "Screen “Add employee payment”: type these" });
    expect(
      within(payment)
        .getAllByRole("rowheader")
        .map((header) => header.textContent),
    ).toEqual([
      "Payment date (43)",
      "Tax week number (44)",
      "Number of earnings periods covered (48)",
      "Pay for tax purposes (58)",
      "Pay for National Insurance (79B)",
    ]);
    const pay = within(payment).getByRole("row", { name: /^Pay for tax purposes/ });
    expect(
      within(pay)
        .getAllByRole("cell")
        .map((cell) => cell.textContent),
    ).toEqual([
      "1088.00Copy Pay for tax purposes (58) of Priya Nair",
      "1088.00 (41A)Copy Pay for tax purposes (58) of Priya Nair, year to date",
      "Why this amount? Pay for tax purposes (58) of Priya Nair",
    ]);
    expect(shown.screen.getByText("Send it by 8 May 2026")).toBeVisible();
    await expectNoAxeViolations();
  });

  it("opens why an amount is so, with the payslips of the year behind it", async () => {
    await showPayday("2026-05-05");
    await shown.user.click(await shown.screen.findByRole("button", { name: "Why this amount? Employee National Insurance (86B) of Priya Nair" }));
    const why = await shown.screen.findByRole("dialog", { name: "Employee National Insurance (86B) of Priya Nair" });
    expect(within(why).getByRole("region", { name: "This payday" })).toHaveTextContent("So the amount is £9.68");
    const toDate = within(why).getByRole("region", { name: "Year to date" });
    expect(within(toDate).getByRole("link", { name: "Priya Nair, paid 8 May 2026" })).toHaveAttribute("href", `#/pay/payslip/${given.payslipId}`);
    await expectNoAxeViolations();
  });

  it("copies one figure through the shell's guarded clipboard and says so", async () => {
    await showPayday("2026-05-05");
    await shown.user.click(await shown.screen.findByRole("button", { name: "Copy Pay for tax purposes (58) of Priya Nair" }));
    expect(await shown.screen.findByText("Copied 1088.00. It stays on the clipboard for 30 seconds.")).toBeInTheDocument();
    expect(shown.bridge.asked.filter(({ name }) => name === "desktop.copyText")).toEqual([{ name: "desktop.copyText", input: { text: "1088.00" } }]);
    expect(shown.screen.getByRole("button", { name: "Copied Pay for tax purposes (58) of Priya Nair" })).toHaveFocus();
  });

  it("goes through the boxes one at a time with the focus on each, and ends at the comparison", async () => {
    await showPayday("2026-05-05");
    await shown.user.click(await shown.screen.findByRole("button", { name: "One box at a time" }));
    expect(shown.screen.getByText(/^Box 1 of 16, on the screen “Employee details”/)).toBeVisible();
    await shown.user.click(shown.screen.getByRole("button", { name: "Next box" }));
    expect(shown.screen.getByRole("heading", { name: "Surname (6)" })).toHaveFocus();
    await expectNoAxeViolations();
    for (let box = 3; box <= 16; box += 1) await shown.user.click(shown.screen.getByRole("button", { name: "Next box" }));
    expect(shown.screen.getByText(/^Box 16 of 16, on the screen “Add employee payment”/)).toBeVisible();
    await shown.user.click(shown.screen.getByRole("button", { name: "All typed: compare what the tool shows" }));
    expect(within(await typeBackForm()).getByRole("textbox", { name: "Tax deducted or refunded (68)" })).toHaveFocus();
  });

  it("names each difference of what was typed back and allows a penny in tax", async () => {
    await showPayday("2026-05-05");
    await fill("Tax deducted or refunded (68)", "0.01");
    await fill("Employee National Insurance (86B)", "9.78");
    await shown.user.click(shown.screen.getByRole("button", { name: "Compare" }));
    expect(await shown.screen.findByText("1 of 2 figures differs: Employee National Insurance.")).toBeVisible();
    expect(shown.screen.getByText("Employee National Insurance: you typed £9.78, we have £9.68: £0.10 more than ours.")).toBeVisible();
    expect(shown.screen.getByText("A penny is allowed")).toBeVisible();
    await expectNoAxeViolations();

    await fill("Employee National Insurance (86B)", "£9.68");
    await shown.user.click(shown.screen.getByRole("button", { name: "Compare" }));
    expect(await shown.screen.findByText("All 2 figures agree.")).toBeVisible();
    expect(await shown.screen.findByText("Typed back, all agreed")).toBeVisible();
  });

  it("keeps what was typed back when another person's sheet is looked at in between", async () => {
    await showPayday("2026-05-05");
    await fill("Employee National Insurance (86B)", "9.68");
    await shown.user.click(shown.screen.getByRole("tab", { name: "Tom Reyes" }));
    await shown.screen.findByRole("form", { name: "What HMRC's tool shows for Tom Reyes" });
    await shown.user.click(shown.screen.getByRole("tab", { name: "Priya Nair" }));
    expect(within(await typeBackForm()).getByRole("textbox", { name: "Employee National Insurance (86B)" })).toHaveValue("9.68");
  });

  it("asks for a figure when nothing was typed back", async () => {
    await showPayday("2026-05-05");
    await typeBackForm();
    await shown.user.click(shown.screen.getByRole("button", { name: "Compare" }));
    expect(await shown.screen.findByRole("link", { name: "Type at least one figure that HMRC's tool shows" })).toBeVisible();
    await expectNoAxeViolations();
  });

  it("asks for the late reason only after the payday, and keeps the day it was sent", async () => {
    await showPayday("2026-05-12");
    expect(shown.screen.getByText("Late: it was to be sent by 8 May 2026")).toBeVisible();
    await shown.user.selectOptions(await shown.screen.findByRole("combobox", { name: "Reason for late reporting (154)" }), "G (reasonable excuse)");
    await shown.user.click(shown.screen.getByRole("button", { name: "Mark as sent" }));
    expect(await shown.screen.findByText("Marked as sent on 12 May 2026")).toBeVisible();
    const payday = await shown.app.value("hmrc.getPayday", { payRunId: given.payRunId });
    expect([payday.toldOn, payday.sheets[0]?.lateReason]).toEqual(["2026-05-12", "G"]);
    await expectNoAxeViolations();
  });

  it("asks for no late reason on the payday itself", async () => {
    await showPayday("2026-05-08");
    expect(await shown.screen.findByRole("button", { name: "Mark as sent" })).toBeVisible();
    expect(shown.screen.queryByRole("combobox", { name: /late/ })).toBeNull();
  });

  it("explains the other ways in one sentence each and says that the app sends nothing", async () => {
    await showPayday("2026-05-05");
    expect(await shown.screen.findByText(/This app sends nothing itself\.$/, { selector: "header p" })).toBeVisible();
    expect(shown.screen.getByRole("heading", { name: "HMRC's free tool" })).toBeVisible();
    await shown.user.click(shown.screen.getByText("Other ways to tell HMRC"));
    expect(shown.screen.getByRole("heading", { name: "Other software" })).toBeVisible();
    expect(shown.screen.getByRole("heading", { name: "On paper" })).toBeVisible();
  });

  it("saves the keying sheet in large print when asked to", async () => {
    await showPayday("2026-05-05");
    await shown.user.click(await shown.screen.findByRole("button", { name: "Save the keying sheet (PDF) of 8 May 2026" }));
    await shown.user.click(await shown.screen.findByRole("checkbox", { name: "Large print" }));
    await expectNoAxeViolations();
    await shown.user.click(shown.screen.getByRole("button", { name: "Choose where to save it" }));
    expect(await shown.screen.findByText("Saved keying sheet 2026-05-08.pdf.")).toBeVisible();
    expect(shown.bridge.asked.find(({ name }) => name === "desktop.saveFile")?.input).toEqual({
      suggestedName: "keying sheet 2026-05-08.pdf",
      from: { operation: "documents.keyingSheetPdf", input: { payRunId: given.payRunId, largePrint: true } },
    });
  });
});
