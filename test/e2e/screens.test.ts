import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { setupSteps } from "../../renderer/features/setup/setupSteps.ts";
import { yearEndStepIds } from "../../shared/payroll/yearEnd/yearEndSteps.ts";
import { launchApp } from "../support/e2e.ts";
import { prepareLooks, problemsInEveryLook } from "../support/everyLook.ts";

it("has no accessibility problem and no sideways scrolling on any screen, in any colours, at 100 % and at 400 %", async () => {
  const { page } = await launchApp({ now: "2026-11-21T10:00:00Z" });
  await page.getByRole("heading", { level: 1 }).waitFor();
  await prepareLooks(page);
  const problems: string[] = [];
  const check = async (screen: string) => {
    await settled(page);
    problems.push(...(await problemsInEveryLook(page, screen)));
  };

  await check("welcome");
  await page.getByRole("button", { name: "Open the sample household" }).click();
  await page.getByRole("heading", { name: "Hello, Amara" }).waitFor({ timeout: 120_000 });
  await check("home");
  await checkPlainScreens(page, check);
  await checkPeople(page, check);
  await checkTime(page, check);
  await checkHmrc(page, check);
  await checkPay(page, check);
  await checkYearEnd(page, check);
  await checkMoney(page, check);
  await checkReturns(page, check);
  await checkWindows(page, check);
  expect(problems).toEqual([]);
}, 900_000);

type Check = (screen: string) => Promise<void>;

async function checkPlainScreens(page: Page, check: Check): Promise<void> {
  const screens = [
    ["key dates", "/key-dates", "Key dates"],
    ["documents", "/documents", "Documents"],
    ["settings", "/settings", "Settings"],
    ["set-up", "/setup", "Set up your budget"],
  ] as const;
  for (const [screen, path, heading] of screens) {
    await goTo(page, path, heading);
    await check(screen);
  }
  await goTo(page, "/documents", "Documents");
  await checkTabs(page, check, "documents");
  for (const { id, name } of setupSteps) {
    await goTo(page, `/setup/${id}`);
    await check(`set-up: ${name}`);
  }
}

async function checkPeople(page: Page, check: Check): Promise<void> {
  await goTo(page, "/people/new", /assistant|Who/);
  await check("add a personal assistant");
  await goTo(page, "/people", "People");
  await check("people");
  await page.getByRole("link", { name: "Tom Ellery" }).click();
  await page.getByRole("heading", { level: 1, name: "Tom Ellery" }).waitFor();
  await checkTabs(page, check, "person");
  await checkChanges(page, check);
}

/** Every form that changes something on a person's record, with the questions that come up only for some answers. */
async function checkChanges(page: Page, check: Check): Promise<void> {
  const person = await page.evaluate(() => window.location.hash.replace(/^#/, ""));
  const changes = [
    "order",
    "orderSequence",
    "lending",
    "familyLeave",
    "sickness",
    "hmrc",
    "joinPension",
    "optOut",
    "postpone",
    "reenrolment",
    "p45",
    "end",
  ];
  for (const what of changes) {
    await goTo(page, `${person}/change/${what}`);
    if (what === "order") await page.getByLabel("Attachment of earnings order", { exact: true }).check();
    if (what === "familyLeave") await page.getByLabel("Shared parental leave").check();
    await check(`change: ${what}`);
  }
}

async function checkTime(page: Page, check: Check): Promise<void> {
  await goTo(page, "/time/import", "Bring in timesheets from a file");
  await check("timesheet file");
  await goTo(page, "/time/2026-10-19", "Week of 19 October 2026");
  await check("week with worked shifts");
  await goTo(page, "/time", "Week of 16 November 2026");
  await check("this week");
  await page
    .getByRole("button", { name: /^Add a shift for Tom Ellery/ })
    .first()
    .click();
  await checkDialog(page, check, "shift");
  await page.getByRole("button", { name: "Record an absence" }).click();
  await checkDialog(page, check, "absence");
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

async function checkMoney(page: Page, check: Check): Promise<void> {
  await goTo(page, "/budget", "Budget against your support plan");
  await check("budget");
  await page.getByRole("main").getByRole("link", { name: "Day support" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Day support" }).waitFor();
  await check("line of the budget");
  await page
    .getByRole("main")
    .getByRole("button", { name: /why is “spent” for/i })
    .first()
    .click();
  await checkDialog(page, check, "why this amount");
  await goTo(page, "/money/import", "Import a statement");
  await check("statement file");
  await goTo(page, "/money", "Money");
  await check("money");
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Choose/ })
    .first()
    .click();
  await page.getByRole("heading", { level: 1, name: "What was this payment?" }).waitFor();
  await check("bank line");
}

async function checkReturns(page: Page, check: Check): Promise<void> {
  await goTo(page, "/returns", "Audit returns");
  await check("returns");
  await page.getByRole("link", { name: "1 April 2026 to 30 June 2026" }).click();
  await page.getByRole("heading", { level: 1, name: /^Return for/ }).waitFor();
  await check("sent return");
  await goTo(page, "/returns", "Audit returns");
  await page
    .getByRole("button", { name: /^Start this return/ })
    .first()
    .click();
  await page.getByRole("heading", { level: 1, name: /due 28 October 2026$/ }).waitFor();
  await check("open return");
}

async function checkWindows(page: Page, check: Check): Promise<void> {
  await page.keyboard.press("ControlOrMeta+k");
  await checkDialog(page, check, "search");
  await page.keyboard.press("?");
  await checkDialog(page, check, "keyboard shortcuts");
}

async function checkTabs(page: Page, check: Check, screen: string): Promise<void> {
  for (const tab of await page.getByRole("tab").all()) {
    await tab.click();
    await check(`${screen}: ${await tab.textContent()}`);
  }
}

async function checkDialog(page: Page, check: Check, name: string): Promise<void> {
  await page.getByRole("dialog").waitFor();
  await check(`window: ${name}`);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

async function goTo(page: Page, path: string, heading: string | RegExp = /./): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = `#${to}`;
  }, path);
  await page.getByRole("heading", { level: 1, name: heading, ...(typeof heading === "string" && { exact: true }) }).waitFor();
  await settled(page);
}

/** Every answer has come: nothing says that it is loading. */
async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(150);
  await page.waitForFunction(() => !document.body.innerText.includes("Loading…"));
}
