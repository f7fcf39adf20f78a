import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { setupSteps } from "../../renderer/features/setup/setupSteps.ts";
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
  await checkPay(page, check);
  await checkMoney(page, check);
  await checkReturns(page, check);
  await checkWindows(page, check);
  expect(problems).toEqual([]);
}, 400_000);

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
  await goTo(page, "/pay", "Pay");
  await page.getByRole("button", { name: "Start this pay run" }).click();
  await page.getByRole("heading", { level: 1, name: "Check the pay, then finish the run" }).waitFor();
  await check("pay to check");
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
