import { EventEmitter } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { launchHeadless } from "./browser.ts";
import { type LaunchContext, launches } from "./launchContext.ts";
import type { AppOptions, RunningApp } from "./runningApp.ts";

const projectFolder = join(import.meta.dirname, "..", "..");
const mainFolderOf = (appFolder: string) => `${pathToFileURL(join(appFolder, "out", "main")).href}/`;
const standInFile = pathToFileURL(join(import.meta.dirname, "standIn", "electron.ts")).href;

let areHooksSet = false;

/** Sends imports of "electron" to the stand-in of the launch that asks, and keeps the bundles of launches apart. */
function redirectElectron(): void {
  if (areHooksSet) return;
  areHooksSet = true;
  registerHooks({
    resolve: (specifier, context, nextResolve) => {
      const launch = context.parentURL === undefined ? null : URL.parse(context.parentURL)?.searchParams.get("launch");
      if (launch === null || launch === undefined) return nextResolve(specifier, context);
      if (specifier === "electron" || specifier === "electron/main" || specifier === "electron/common") {
        const found = nextResolve(standInFile, context);
        return { ...found, url: `${standInFile}?launch=${launch}` };
      }
      const found = nextResolve(specifier, context);
      const mainFolder = mainFolderOf(launches().get(launch)?.projectFolder ?? projectFolder);
      return found.url.startsWith(mainFolder) ? { ...found, url: `${found.url}?launch=${launch}` } : found;
    },
  });
}

let lastLaunch = 0;

/** The app's main process running in this process, with its windows in `browser`. */
export interface MainRun {
  readonly context: LaunchContext;
  /** The first window, once its page has an address. */
  readonly page: Page;
  /** Settles when the program has ended. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** Runs the built main process against the stand-in, with `browser` for its windows. */
export async function runMain(
  browser: BrowserContext,
  userData: string,
  adjust: (context: LaunchContext) => void = () => undefined,
  appFolder = projectFolder,
): Promise<MainRun> {
  if (!existsSync(join(appFolder, "out", "main", "main.js"))) throw new Error("The app is not built: run npm run build");
  redirectElectron();
  lastLaunch += 1;
  const id = `${process.pid}-${lastLaunch}`;
  const context: LaunchContext = {
    id,
    browser,
    newPage: () => browser.newPage(),
    userData,
    projectFolder: appFolder,
    version: (JSON.parse(readFileSync(join(appFolder, "package.json"), "utf8")) as { version: string }).version,
    problems: [],
    children: new Set(),
    openedExternal: [],
    denied: [],
    idleSeconds: () => 0,
    dialogs: {},
    events: new EventEmitter(),
    controls: {},
  };
  adjust(context);
  launches().set(id, context);
  const ended = new Promise<void>((resolve) => context.events.once("quit", () => resolve()));
  const opened = new Promise<Page>((resolve) => context.events.once("page", resolve));
  context.events.on("page", (page) => watchPage(context, page));
  await import(`${mainFolderOf(appFolder)}main.js?launch=${id}`);
  const page = await opened;
  await page.waitForURL((url) => url.protocol === "https:");
  await page.waitForLoadState("load");
  return {
    context,
    page,
    ended,
    stop: async () => {
      context.controls.quit?.();
      await Promise.race([ended, wait(40_000)]);
      for (const child of context.children) child.kill("SIGKILL");
      launches().delete(id);
    },
  };
}

function watchPage(context: LaunchContext, page: Page): void {
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") context.problems.push(`Console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => context.problems.push(`Page error: ${error.message}`));
  page.on("crash", () => context.problems.push("The page crashed"));
}

/** Starts the app for a test: the real built main process and preload, in a headless browser of its own. */
export async function launchStandIn(options: AppOptions = {}): Promise<RunningApp> {
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), "plan-and-payday-"));
  mkdirSync(userData, { recursive: true });
  const clock = process.env.PLANPAYDAY_NOW;
  if (options.now !== undefined) process.env.PLANPAYDAY_NOW = options.now;
  const browser: Browser = await launchHeadless();
  const browserContext = await browser.newContext({
    locale: "en-GB",
    timezoneId: "Europe/London",
    viewport: { width: 1280, height: 860 },
    acceptDownloads: true,
  });
  const run = await runMain(browserContext, userData, undefined, options.appFolder);
  const { context, page } = run;
  let isClosed = false;
  return {
    kind: "stand-in",
    page,
    userData,
    problems: context.problems,
    denied: context.denied,
    openedExternal: context.openedExternal,
    stubSaveDialog: async (path) => {
      context.dialogs.showSaveDialog = () => ({ canceled: path === null, filePath: path ?? "" });
    },
    clickMenu: async (id) => context.controls.clickMenu?.(id),
    emitPower: async (event) => context.controls.emitPower?.(event),
    clipboardText: async () => context.controls.clipboardText?.() ?? "",
    asksPermission: (permission) => context.controls.asksPermission?.(permission) ?? true,
    childProcessIds: () => [...context.children].flatMap(({ pid }) => (pid === undefined ? [] : [pid])),
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      await run.stop();
      await browser.close();
      if (clock === undefined) delete process.env.PLANPAYDAY_NOW;
      else process.env.PLANPAYDAY_NOW = clock;
    },
  };
}
