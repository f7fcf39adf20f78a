import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { type BrowserContext, chromium } from "playwright-core";
import { quietSwitches } from "./browser.ts";
import { runMain } from "./launchStandIn.ts";

/** How to open the app in an installed browser, for people rather than tests. */
export interface OpenOptions {
  readonly browserPath: string;
  readonly userData: string;
  readonly headless?: boolean;
  readonly say: (sentence: string) => void;
}

/** The app, open in a window of an installed browser. */
export interface OpenedApp {
  readonly browser: BrowserContext;
  /** Settles when the person has closed the window and everything is written. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Opens the built app in a window of its own without an address bar. Saved files go to the Downloads folder. */
export async function openInBrowser({ browserPath, userData, headless = false, say }: OpenOptions): Promise<OpenedApp> {
  const profile = mkdtempSync(join(tmpdir(), "plan-and-payday-window-"));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath,
    headless,
    viewport: null,
    locale: "en-GB",
    timezoneId: "Europe/London",
    args: [...quietSwitches, "--app=data:text/html,<title>Plan and Payday</title>", "--window-size=1280,860"],
    // The bar that says "controlled by automated test software" would only worry people.
    ignoreDefaultArgs: ["--enable-automation"],
    // Chromium refuses to run as root with its sandbox.
    chromiumSandbox: process.getuid?.() !== 0,
  });
  let lastTouched = Date.now();
  await browser.exposeBinding("__harnessTouched", () => {
    lastTouched = Date.now();
  });
  await browser.addInitScript(() => {
    const host = globalThis as unknown as { __harnessTouched?: () => void };
    const touched = host.__harnessTouched;
    delete host.__harnessTouched;
    let last = 0;
    const note = () => {
      if (Date.now() - last < 5_000) return;
      last = Date.now();
      touched?.();
    };
    for (const event of ["keydown", "pointerdown", "pointermove", "wheel"]) addEventListener(event, note, { capture: true, passive: true });
  });

  const first = browser.pages()[0];
  let isFirstUsed = false;
  const run = await runMain(browser, userData, (context) => {
    context.newPage = async () => {
      if (first === undefined || isFirstUsed) return browser.newPage();
      isFirstUsed = true;
      return first;
    };
    context.idleSeconds = () => (Date.now() - lastTouched) / 1000;
    context.dialogs.showSaveDialog = (options) => {
      const filePath = freePath(join(homedir(), "Downloads"), basename((options as { defaultPath?: string }).defaultPath ?? "document"));
      say(`Saved ${filePath}`);
      return { canceled: false, filePath };
    };
  });
  const ended = run.ended.then(async () => {
    await browser.close().catch(() => undefined);
    rmSync(profile, { recursive: true, force: true });
  });
  return { browser, ended, stop: run.stop };
}

function freePath(wanted: string, name: string): string {
  const folder = existsSync(wanted) ? wanted : homedir();
  const extension = extname(name);
  const stem = basename(name, extension);
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? name : `${stem} (${number})${extension}`);
    if (!existsSync(path)) return path;
  }
}
