import { screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { TimeOfDay } from "../../../shared/core/minutes.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import { expectNoAxeViolations } from "../../support/axe.ts";
import { givenHousehold } from "../../support/givenHousehold.ts";
import { type RenderedApp, renderApp } from "../../support/renderApp.tsx";
import type { TestApp } from "../../support/startTestApp.ts";

let shown: RenderedApp;
afterEach(() => shown.app.close());

/** Priya's 16 hours at £13.60: £217.60, paid on 8 May 2026. */
async function givenPayslip(app: TestApp): Promise<void> {
  const household = await givenHousehold(app);
  for (const day of ["2026-04-07", "2026-04-08"]) {
    await app.value("time.saveWorkedShift", {
      engagementId: household.assistants.priya,
      onDate: plainDate(day),
      start: "09:00" as TimeOfDay,
      end: "17:00" as TimeOfDay,
      kindOfTimeId: household.kindOfTimeIds.weekday,
      planLineId: household.planLineIds.daySupport,
    });
  }
  const { rows } = await app.value("time.week", { weekFrom: plainDate("2026-04-06") });
  const id = rows.find((row) => row.engagementId === household.assistants.priya)?.timesheet?.id;
  await app.value("time.confirmTimesheet", { id: id ?? "" });
  const run = await app.value("pay.startRun", {
    periodFrom: plainDate("2026-04-06"),
    periodTo: plainDate("2026-05-03"),
    payday: plainDate("2026-05-08"),
  });
  await app.value("pay.finishRun", { payRunId: run.id });
}

const show = async (path: string, given = true) => {
  shown = await renderApp({ today: "2026-05-05", path, ...(given ? { given: givenPayslip } : {}) });
  return shown;
};

const box = (name: string) => screen.findByRole("textbox", { name });

describe("check my bureau", () => {
  it("is reached from Pay, and names the line that differs and why", async () => {
    const { user } = await show("/pay");
    await user.click(await screen.findByRole("link", { name: "Check my bureau" }));
    expect(await screen.findByRole("heading", { level: 1, name: "Check my bureau: a payslip" })).toBeVisible();
    await expectNoAxeViolations();
    // BR on £217.60: £217 × 20% = £43.40.
    await user.type(await box("Gross pay"), "217.60");
    await user.type(await box("Income tax"), "43.40");
    await user.type(await box("Tax code on the payslip (optional)"), "BR");
    await user.click(screen.getByRole("button", { name: "Compare" }));
    const table = await screen.findByRole("table", { name: "The bureau’s figures beside ours" });
    expect(screen.getByRole("heading", { name: "Priya Nair, paid 8 May 2026" })).toBeVisible();
    expect(screen.getByText("1 of 2 lines differs.")).toBeVisible();
    expect(within(table).getByRole("row", { name: /^Gross pay £217.60 £217.60.*Agrees/ })).toBeVisible();
    const tax = within(table).getByRole("row", { name: /^Income tax £43.40 £0.00/ });
    expect(tax).toHaveTextContent("The bureau used tax code BR, which is on its payslip.");
    expect(tax).toHaveTextContent("Look at HMRC’s newest letter about the code. You have 1257L.");
    await expectNoAxeViolations();
    await user.click(within(tax).getByRole("button", { name: /why is our Income tax this amount/ }));
    expect(await screen.findByRole("dialog", { name: "Why is our Income tax £0.00?" })).toHaveTextContent("Priya has earned £217.60 since 6 April.");
  });

  it("takes the figures from a file, and chooses the payslip of the person it names", async () => {
    const { user } = await show("/pay/bureau");
    const file = new File(["Employee Name,Gross Pay,Tax,Net Pay\nPriya Nair,217.60,0.00,217.60\n"], "may.csv", { type: "text/csv" });
    await user.upload(await screen.findByLabelText("The bureau’s payslips (CSV)", { selector: "input" }), file);
    await screen.findByText("Chosen: may.csv");
    await user.click(screen.getByRole("button", { name: "Read the file" }));
    await user.click(await screen.findByRole("button", { name: "Use these figures of Priya Nair" }));
    expect(await box("Gross pay")).toHaveValue("217.60");
    expect(await box("Net pay (take-home pay)")).toHaveValue("217.60");
    await user.click(screen.getByRole("button", { name: "Compare" }));
    expect(await screen.findByText("All 3 lines agree to the penny.")).toBeVisible();
    await expectNoAxeViolations();
  });

  it("compares with hours, rate and code that are typed, for somebody who is not in the file", async () => {
    const { user } = await show("/pay/bureau");
    await user.click(await screen.findByRole("radio", { name: "Hours, rate and code that I type" }));
    await user.click(screen.getByRole("button", { name: "Compare" }));
    expect(await screen.findByRole("link", { name: "Enter the payday" })).toBeVisible();
    expect(screen.getByRole("link", { name: "Enter your assistant’s tax code" })).toBeVisible();
    await expectNoAxeViolations();
    await user.type(await box("Day"), "8");
    await user.type(await box("Month"), "5");
    await user.type(await box("Year"), "2026");
    await user.type(await box("Whose payslip it is"), "Sam");
    await user.selectOptions(screen.getByRole("combobox", { name: "How often you pay" }), "monthly");
    await user.type(await box("Hours"), "100");
    await user.type(await box("Rate an hour"), "18.00");
    await user.type(await box("Your assistant’s tax code"), "1257L");
    await user.type(await box("Their National Insurance letter"), "A");
    await user.type(await box("Income tax"), "150.20");
    // PAYE-1: £1,800.00 in a month. May is month 2 here: £1,800.00 − £2,096.52 is below nothing, so no tax; month 1 basis gives £150.20.
    await user.click(screen.getByRole("button", { name: "Compare" }));
    const table = await screen.findByRole("table", { name: "The bureau’s figures beside ours" });
    expect(within(table).getByRole("row", { name: /^Income tax £150.20/ })).toHaveTextContent("on a week 1 or month 1 basis");
  });

  it("fills the boxes with what is known of a person", async () => {
    const { user } = await show("/pay/bureau");
    await user.click(await screen.findByRole("radio", { name: "Hours, rate and code that I type" }));
    await user.click(screen.getByRole("button", { name: "Look up what is known" }));
    expect(await screen.findByText("Choose the person and enter the payday first.")).toBeVisible();
    await user.selectOptions(screen.getByRole("combobox", { name: "Person (optional)" }), "Tom Reyes");
    await user.type(await box("Day"), "8");
    await user.type(await box("Month"), "5");
    await user.type(await box("Year"), "2026");
    await user.click(screen.getByRole("button", { name: "Look up what is known" }));
    expect(await screen.findByText("Tom: code 1257L, letter M.")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Put it into the boxes" }));
    expect(await box("Their National Insurance letter")).toHaveValue("M");
    expect(await box("Rate an hour")).toHaveValue("13.60");
  });

  it("names a figure that is no amount, on its field", async () => {
    const { user } = await show("/pay/bureau");
    await user.type(await box("Income tax"), "some");
    await user.click(screen.getByRole("button", { name: "Compare" }));
    expect(await screen.findByRole("link", { name: '"some" is not an amount. Write it like 12.50, or leave it empty' })).toBeVisible();
  });
});

describe("check a P32", () => {
  it("compares the quarter line by line", async () => {
    const { user } = await show("/pay/bureau/month");
    expect(await screen.findByRole("heading", { level: 1, name: "Check my bureau: a P32" })).toBeVisible();
    await expectNoAxeViolations();
    await user.type(await box("Income tax"), "12.00");
    await user.click(screen.getByRole("button", { name: "Compare" }));
    const table = await screen.findByRole("table", { name: "The bureau’s figures beside ours" });
    expect(within(table).getByRole("row", { name: /^Income tax £12.00 £0.00.*£12.00/ })).toHaveTextContent("Ask the bureau how it came to it.");
    await expectNoAxeViolations();
  });

  it("says what comes first when no payday is finished", async () => {
    await show("/pay/bureau/month", false);
    expect(await screen.findByText("There is no finished payday yet")).toBeVisible();
  });
});
