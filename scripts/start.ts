import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { localDataFolder } from "../electron/shell/dataFolder.ts";
import { findInstalledBrowser } from "../test/harness/browser.ts";
import { openInBrowser } from "../test/harness/openInBrowser.ts";
import { buildIfStale } from "./buildIfStale.ts";

// `npm start`: opens the app in Electron. Where Electron's program cannot be had, opens the same app in a window of an
// installed browser. Where there is no screen at all, says what to run instead.
const root = join(import.meta.dirname, "..");
const electronFolder = join(root, "node_modules", "electron");

const hasScreen = process.platform !== "linux" || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

/** Path of Electron's program, when npm or an earlier start has fetched it. */
function electronProgram(): string | undefined {
  const named = join(electronFolder, "path.txt");
  if (!existsSync(named)) return undefined;
  const path = join(process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(electronFolder, "dist"), readFileSync(named, "utf8").trim());
  return existsSync(path) ? path : undefined;
}

/** Fetches Electron's program once (about 110 MB). npm does not do it by itself here: install scripts are off. */
async function fetchElectron(): Promise<string | undefined> {
  const isReachable = await fetch(process.env.ELECTRON_MIRROR ?? "https://github.com/electron/electron/releases", {
    method: "HEAD",
    signal: AbortSignal.timeout(8_000),
  }).then(
    () => true,
    () => false,
  );
  if (!isReachable) return undefined;
  console.log("Fetching Electron's program (about 110 MB, only once)…");
  spawnSync(process.execPath, [join(electronFolder, "install.js")], { stdio: "ignore", timeout: 600_000 });
  return electronProgram();
}

/** Runs the app in Electron. False when it did not start (it ended with an error within ten seconds). */
async function runInElectron(program: string): Promise<boolean> {
  const isRoot = process.platform === "linux" && process.getuid?.() === 0;
  const child = spawn(program, [root, ...(isRoot ? ["--no-sandbox"] : [])], { cwd: root, stdio: "inherit" });
  const ended = new Promise<number>((resolve) => {
    child.once("exit", (code) => resolve(code ?? 1));
    child.once("error", () => resolve(1));
  });
  const early = await Promise.race([ended, wait(10_000, undefined)]);
  if (early !== undefined) return early === 0;
  await ended;
  return true;
}

async function runInInstalledBrowser(browserPath: string): Promise<void> {
  const userData = localDataFolder({ platform: process.platform, home: homedir(), env: process.env });
  console.log(`Electron's program is not on this computer and could not be fetched or started, so Plan & Payday opens in a browser window instead:
  ${browserPath}
It is the same app with the same encrypted files. For daily use, install the real program. Close the window to end it.`);
  const app = await openInBrowser({ browserPath, userData, say: console.log });
  process.once("SIGINT", () => void app.stop());
  process.once("SIGTERM", () => void app.stop());
  await app.ended;
}

async function start(): Promise<void> {
  if (!hasScreen) {
    console.log(`There is no screen on this computer, so no window can open. Try one of these instead:
  npm run demo    carries a sample household through the whole job and leaves the documents in a folder
  npm test        checks everything, the app in a browser without a screen included`);
    return;
  }
  buildIfStale();
  const program = electronProgram() ?? (await fetchElectron());
  if (program !== undefined && (await runInElectron(program))) return;
  const browserPath = findInstalledBrowser();
  if (browserPath !== undefined) return runInInstalledBrowser(browserPath);
  console.error(`Plan & Payday could not open a window: Electron's program could not be fetched or started, and there is no Chromium, Chrome or Edge here.
Install one of these browsers, or set PLANPAYDAY_CHROMIUM to the path of one, and run npm start again.
  npm run demo    needs no window`);
  process.exitCode = 1;
}

await start();
process.exit();
