import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { yearEndStepIds } from "../../shared/payroll/yearEnd/yearEndSteps.ts";
import { type Check, checkDialog, checkTabs, goTo, problemsOnTheWay } from "../support/walkScreens.ts";

it("has no accessibility problem and no sideways scrolling on the screens of pay and HMRC, in any colours, at 100 % and at 400 %", async () => {
  const problems = await problemsOnTheWay(async (page, check) => {
    await checkHmrc(page, check);
    await checkPay(page, check);
    await checkYearEnd(page, check);
  });
  expect(problems).toEqual([]);
}, 600_000);

async function checkHmrc(page: Page, check: Check): Promise<void> {
  await goTo(page, "/hmrc", "HMRC");
  await check("HMRC");
  await page.getByRole("link", { name: "Priya Nair" }).click();
  await page.getByRole("heading", { level: 1, name: "Priya Nair in 2026-27" }).waitFor();
  await check("HMRC: a person's year");
  await goTo(page, "/hmrc", "HMRC");
  await page.getByRole("link", { name: "30 October 2026", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "Tell HMRC about 30 October 2026" }).waitFor();
  await page.getByText("Other ways to tell HMRC").click();
  await check("HMRC: a payday");
  await page
    .getByRole("button", { name: /^Why this amount/ })
    .first()
    .click();
  await checkDialog(page, check, "why a box of HMRC's");
  await page.getByRole("button", { name: "One box at a time" }).click();
  await check("HMRC: one box at a time");
  await goTo(page, "/hmrc/paying", "Paying HMRC");
  await check("HMRC: paying");
  // The sample told HMRC of Employment Allowance in tax month 1.
  await goTo(page, "/hmrc/month/2026-27/1", /^HMRC: 6 April 2026/);
  await check("HMRC: a month and its Employer Payment Summary");
  await goTo(page, "/hmrc/files", "What bank and pension files ask for");
  await check("what bank and pension files ask for");
}

async function checkPay(page: Page, check: Check): Promise<void> {
  await goTo(page, "/pay", "Pay");
  await check("pay");
  await page.getByRole("link", { name: "28 September 2026 to 25 October 2026" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Finished pay run" }).waitFor();
  await checkTabs(page, check, "finished pay run");
  await checkCorrection(page, check);
  await goTo(page, "/pay/extra", "An extra pay run");
  await check("extra pay run");
  await goTo(page, "/pay", "Pay");
  await page.getByRole("button", { name: "Start this pay run" }).click();
  await page.getByRole("heading", { level: 1, name: "Check the pay, then finish the run" }).waitFor();
  await check("pay to check");
  await checkFinalPay(page, check);
}

async function checkCorrection(page: Page, check: Check): Promise<void> {
  await page.getByRole("tab", { name: "Payslips" }).click();
  await page
    .getByRole("link", { name: /^Something was wrong/ })
    .first()
    .click();
  await page.getByRole("heading", { level: 1, name: "Something was wrong" }).waitFor();
  await page.getByLabel("What was wrong?").fill("The tax code was wrong");
  await page.getByLabel("Tax code").fill("500L");
  await check("correction of a payslip");
  await page.getByRole("button", { name: "Show what it changes" }).click();
  await page.getByRole("heading", { level: 1, name: "What the correction comes to" }).waitFor();
  await check("what a correction comes to");
}

async function checkFinalPay(page: Page, check: Check): Promise<void> {
  const run = await page.evaluate(() => window.location.hash.replace(/^#/, ""));
  await goTo(page, "/people", "People");
  await page.getByRole("link", { name: "Tom Ellery" }).click();
  await page.getByRole("heading", { level: 1, name: "Tom Ellery" }).waitFor();
  const person = await page.evaluate(() => window.location.hash.replace(/^#/, ""));
  await goTo(page, `${person}/change/end`);
  await page.getByLabel("Day", { exact: true }).fill("22 november 2026");
  await page.getByLabel("Why does it end?").fill("Found another job");
  await page.getByRole("button", { name: "Save the last day" }).click();
  await page.getByRole("heading", { level: 1, name: "Tom Ellery" }).waitFor();
  await page.getByRole("tab", { name: "Job and contact" }).click();
  await check("person who leaves");
  await goTo(page, run);
  await check("pay to check, with somebody who leaves");
  await page
    .getByRole("link", { name: /^Work out the final pay/ })
    .first()
    .click();
  await page.getByLabel("You, as the employer").check();
  await page.getByLabel("Day", { exact: true }).fill("20 november 2026");
  await page.getByLabel("It is redundancy").check();
  await page.getByRole("button", { name: "Work out the final pay" }).click();
  await page.getByRole("heading", { name: "What is due beyond the hours worked" }).waitFor();
  await check("final pay");
}

async function checkYearEnd(page: Page, check: Check): Promise<void> {
  await goTo(page, "/pay/year-end", "Year end and start");
  await page.getByRole("table", { name: "The steps of 2026-27" }).waitFor();
  await check("year end");
  for (const step of yearEndStepIds) {
    await goTo(page, `/pay/year-end/2026-27/${step}`);
    await page.getByRole("link", { name: "All steps" }).waitFor();
    await check(`year end: ${step}`);
  }
  await goTo(page, "/pay/bureau", "Check my bureau: a payslip");
  await page.getByLabel("Income tax", { exact: true }).fill("123.45");
  await page.getByLabel("Net pay (take-home pay)").fill("1,000.00");
  await page.getByRole("button", { name: "Compare" }).click();
  await page.getByRole("table", { name: "The bureau’s figures beside ours" }).waitFor();
  await check("a bureau's payslip");
  await page.getByLabel("Hours, rate and code that I type").check();
  await check("a bureau's payslip beside typed hours");
  await goTo(page, "/pay/bureau/month", "Check my bureau: a P32");
  await page.getByLabel("Income tax", { exact: true }).fill("123.45");
  await page.getByRole("button", { name: "Compare" }).click();
  await page.getByRole("table", { name: "The bureau’s figures beside ours" }).waitFor();
  await check("a bureau's P32");
}
