import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "playwright-core";
import { afterEach, expect } from "vitest";
import { launchElectron } from "../harness/launchElectron.ts";
import { launchStandIn } from "../harness/launchStandIn.ts";
import type { AppOptions, RunningApp } from "../harness/runningApp.ts";

const running = new Set<RunningApp>();

/**
 * Starts the app: `{ page, userData, close, … }`. On the stand-in, or on real Electron with E2E_TARGET=electron. After the
 * test it is ended, and the test fails if the page or a process complained or asked for anything outside.
 */
export async function launchApp(options: AppOptions = {}): Promise<RunningApp> {
  const app = await (process.env.E2E_TARGET === "electron" ? launchElectron(options) : launchStandIn(options));
  running.add(app);
  return app;
}

afterEach(async () => {
  const ended = [...running];
  running.clear();
  for (const app of ended) await app.close();
  expect(ended.flatMap((app) => app.problems)).toEqual([]);
});

/** Asks the program an operation by name, as a screen does, and gives its answer. */
export function askApp(page: Page, name: string, input: unknown): Promise<unknown> {
  return page.evaluate(([operation, value]) => (window as unknown as BridgedWindow).phb.invoke(operation, value), [name, input] as const);
}

interface BridgedWindow {
  readonly phb: { invoke(name: string, input: unknown): Promise<unknown> };
}

/** Every rule of WCAG 2.0 to 2.2, A and AA, plus the one that protects voice control. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  const found = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .options({ rules: { "label-content-name-mismatch": { enabled: true } } })
    .analyze();
  const told = found.violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary ?? ""}`),
  }));
  expect(told, page.url()).toEqual([]);
}

/** Light, dark and high contrast, each at 100 % and at 400 % zoom (a window 320 px wide). */
export const looks = [
  { name: "light", colorScheme: "light", forcedColors: "none", contrast: "no-preference", width: 1280 },
  { name: "light at 400 %", colorScheme: "light", forcedColors: "none", contrast: "no-preference", width: 320 },
  { name: "dark", colorScheme: "dark", forcedColors: "none", contrast: "no-preference", width: 1280 },
  { name: "dark at 400 %", colorScheme: "dark", forcedColors: "none", contrast: "no-preference", width: 320 },
  { name: "high contrast", colorScheme: "light", forcedColors: "none", contrast: "more", width: 1280 },
  { name: "high contrast at 400 %", colorScheme: "light", forcedColors: "none", contrast: "more", width: 320 },
  { name: "forced colours", colorScheme: "dark", forcedColors: "active", contrast: "more", width: 1280 },
] as const;

/** Runs `check` in each look, with reduced motion, and then puts the page back as it was. */
export async function forEachTheme(page: Page, check: (look: (typeof looks)[number]) => Promise<void>): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 860 };
  for (const look of looks) {
    await page.emulateMedia({ colorScheme: look.colorScheme, forcedColors: look.forcedColors, contrast: look.contrast, reducedMotion: "reduce" });
    await page.setViewportSize({ width: look.width, height: size.height });
    await check(look);
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null, contrast: null, reducedMotion: null });
  await page.setViewportSize(size);
}

/** Nothing is cut off or scrolls sideways: at 320 px the page is no wider than its window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const { scrolled, shown } = await page.evaluate(() => ({
    scrolled: document.documentElement.scrollWidth,
    shown: document.documentElement.clientWidth,
  }));
  expect(scrolled, `${page.url()} is wider than its window`).toBeLessThanOrEqual(shown);
}

/** Axe and reflow in every look, for one screen. */
export async function expectAccessible(page: Page): Promise<void> {
  await forEachTheme(page, async (look) => {
    await expectNoAxeViolations(page);
    if (look.width === 320) await expectNoSidewaysScroll(page);
  });
}

/** Moves the keyboard's focus with Tab until it is on `target`, as a person without a mouse does. Fails after `most` presses. */
export async function tabTo(page: Page, target: Locator, most = 80): Promise<void> {
  await target.waitFor();
  for (let press = 0; press <= most; press += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`The keyboard does not reach ${String(target)} within ${most} presses of Tab`);
}

/** Tabs to a control and presses Enter. */
export async function pressByKeyboard(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

/** Tabs to a field and types into it, replacing what is there. */
export async function typeByKeyboard(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(text);
}
