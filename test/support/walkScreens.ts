import type { Page } from "playwright-core";
import { launchApp } from "./e2e.ts";
import { prepareLooks, problemsInEveryLook } from "./everyLook.ts";

/** Looks at the screen that is shown now, in every look, and keeps what is wrong under this name. */
export type Check = (screen: string) => Promise<void>;

/** Opens the sample household on 21 November 2026, walks through its screens, and tells what is wrong on any of them. */
export async function problemsOnTheWay(walk: (page: Page, check: Check) => Promise<void>): Promise<string[]> {
  const { page } = await launchApp({ now: "2026-11-21T10:00:00Z" });
  await page.getByRole("heading", { level: 1 }).waitFor();
  await prepareLooks(page);
  const problems: string[] = [];
  await page.getByRole("button", { name: "Open the sample household" }).click();
  await page.getByRole("heading", { name: "Hello, Amara" }).waitFor({ timeout: 120_000 });
  await walk(page, async (screen) => {
    await settled(page);
    problems.push(...(await problemsInEveryLook(page, screen)));
  });
  return problems;
}

/** Checks every tab of the screen that is shown. */
export async function checkTabs(page: Page, check: Check, screen: string): Promise<void> {
  for (const tab of await page.getByRole("tab").all()) {
    await tab.click();
    await check(`${screen}: ${await tab.textContent()}`);
  }
}

/** Checks the window that has opened, and closes it. */
export async function checkDialog(page: Page, check: Check, name: string): Promise<void> {
  await page.getByRole("dialog").waitFor();
  await check(`window: ${name}`);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

/** Goes to a screen by its address and waits for its heading. */
export async function goTo(page: Page, path: string, heading: string | RegExp = /./): Promise<void> {
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
