import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { _electron } from "playwright-core";
import type { AppOptions, RunningApp } from "./runningApp.ts";

const projectFolder = join(import.meta.dirname, "..", "..");

/** Starts the app for a test on real Electron (E2E_TARGET=electron). Its binary must be there. */
export async function launchElectron(options: AppOptions = {}): Promise<RunningApp> {
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), "plan-and-payday-"));
  const env = { ...(process.env as Record<string, string>), ...(options.now === undefined ? {} : { PLANPAYDAY_NOW: options.now }) };
  const electron = await _electron.launch({
    args: [projectFolder, `--user-data-dir=${userData}`],
    env,
    locale: "en-GB",
    timezoneId: "Europe/London",
  });
  const problems: string[] = [];
  const page = await electron.firstWindow();
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") problems.push(`Console ${message.type()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => problems.push(`Page error: ${error.message}`));
  await page.waitForURL((url) => url.protocol === "app:");
  return {
    kind: "electron",
    page,
    userData,
    problems,
    denied: [],
    openedExternal: [],
    stubSaveDialog: (path) =>
      electron.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? "" });
      }, path),
    clickMenu: (id) => electron.evaluate(({ Menu }, itemId) => Menu.getApplicationMenu()?.getMenuItemById(itemId)?.click(), id),
    emitPower: async (event) => {
      await electron.evaluate(({ powerMonitor }, name) => (powerMonitor as unknown as NodeJS.EventEmitter).emit(name), event);
    },
    clipboardText: () => electron.evaluate(async ({ clipboard }) => clipboard.readText()),
    asksPermission: () => false,
    childProcessIds: () => [],
    close: () => electron.close(),
  };
}
