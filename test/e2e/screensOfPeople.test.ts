import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { setupSteps } from "../../renderer/features/setup/setupSteps.ts";
import { type Check, checkDialog, checkTabs, goTo, problemsOnTheWay } from "../support/walkScreens.ts";

it("has no accessibility problem and no sideways scrolling on the screens of people, time, money and returns, in any colours, at 100 % and at 400 %", async () => {
  const problems = await problemsOnTheWay(async (page, check) => {
    await check("home");
    await checkPlainScreens(page, check);
    await checkPeople(page, check);
    await checkTime(page, check);
    await checkMoney(page, check);
    await checkReturns(page, check);
    await checkWindows(page, check);
  });
  expect(problems).toEqual([]);
}, 600_000);

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
