import { mkdirSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { app, BrowserWindow, clipboard, dialog, ipcMain, Menu, nativeTheme, powerMonitor, protocol, session, utilityProcess } from "electron";
import type { Preferences } from "../shared/contract/desktopOperations.ts";
import { bundleAddress, readBundleFiles } from "./shell/bundle.ts";
import { answeringProcess } from "./shell/childProcess.ts";
import { guardClipboard } from "./shell/clipboardGuard.ts";
import { dayInEngland, startClock } from "./shell/clock.ts";
import { localDataFolder } from "./shell/dataFolder.ts";
import { answerDesktop } from "./shell/desktopAnswers.ts";
import { runImport } from "./shell/importRunner.ts";
import { openGate } from "./shell/ipc.ts";
import { lockWhenAway } from "./shell/lockTriggers.ts";
import { menuTemplate } from "./shell/menu.ts";
import { findChangedLibraries } from "./shell/nativeLibraries.ts";
import { denyNavigation } from "./shell/navigationDenials.ts";
import { keepOpenFile } from "./shell/openFile.ts";
import { openPreferences } from "./shell/preferences.ts";
import { saveDocument } from "./shell/saveFile.ts";
import { hardenSession } from "./shell/sessionHardening.ts";
import { readThirdPartyNotices } from "./shell/thirdPartyNotices.ts";
import { replaceRenderer, showStart, windowOptions } from "./shell/window.ts";

// Before anything is written: files of ours are for this account alone.
process.umask(0o077);
app.enableSandbox();
protocol.registerSchemesAsPrivileged([{ scheme: bundleAddress.scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
if (!app.commandLine.hasSwitch("user-data-dir")) {
  app.setPath("userData", localDataFolder({ platform: process.platform, home: homedir(), env: process.env }));
}

if (app.requestSingleInstanceLock()) void start();
else app.quit();

/** Wires the parts together, once Electron is ready. */
async function start(): Promise<void> {
  const outFolder = join(import.meta.dirname, "..");
  const folder = app.getPath("userData");
  const now = startClock(app.isPackaged, process.env);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  app.on("web-contents-created", (_event, contents) => denyNavigation(contents));
  await app.whenReady();
  rmSync(app.getPath("crashDumps"), { recursive: true, force: true });

  if (app.isPackaged && process.platform !== "darwin") {
    const changed = findChangedLibraries(
      join(import.meta.dirname, "nativeLibraries.json"),
      join(process.resourcesPath, "app.asar.unpacked", "node_modules"),
    );
    if (changed.length > 0) {
      dialog.showErrorBox("Plan & Payday is damaged", "A part of the program is not as it was made. Install it again. Your files are not affected.");
      app.exit(1);
      return;
    }
  }

  const allowDeveloperTools = !app.isPackaged;
  const ourSession = session.fromPartition("phb", { cache: false });
  hardenSession(ourSession, readBundleFiles(join(outFolder, "renderer")), allowDeveloperTools);

  const preferences = openPreferences(folder);
  const applyPreferences = ({ theme }: Preferences) => {
    nativeTheme.themeSource = theme === "light" || theme === "dark" ? theme : "system";
  };
  applyPreferences(preferences.read());

  let window: BrowserWindow | undefined;
  const clipboardGuard = guardClipboard(clipboard);
  const env = {
    ...process.env,
    PLANPAYDAY_FOLDER: folder,
    PLANPAYDAY_PACKAGED: app.isPackaged ? "1" : "",
    PLANPAYDAY_NOW: app.isPackaged ? "" : now().toISOString(),
  };
  const startProcess = (fileName: string, execArgv: string[], onEvent: (event: string) => void) =>
    answeringProcess(
      utilityProcess.fork(join(import.meta.dirname, fileName), [], {
        serviceName: fileName,
        env,
        execArgv,
        stdio: app.isPackaged ? "ignore" : "inherit",
      }),
      onEvent,
    );

  const openFile = keepOpenFile({
    startDataProcess: (onEvent) => startProcess("dataProcess.js", [], onEvent),
    tellWindow: (event) => window?.webContents.send("phb:event", event),
    freshWindow: async () => {
      if (window) await replaceRenderer(window);
    },
    clearClipboard: () => clipboardGuard.clear(),
  });

  const askDesktop = answerDesktop({
    version: app.getVersion(),
    platform: process.platform,
    today: () => dayInEngland(now()),
    preferences,
    applyPreferences,
    askDataProcess: openFile.ask,
    saveDocument: async (name, document) => (window ? saveDocument(dialog, window, name, document) : { saved: false, fileName: "" }),
    print: () => printWindow(window),
    copyText: (text) => clipboardGuard.copy(text),
    notices: () => readThirdPartyNotices(outFolder),
  });

  openGate(
    ipcMain,
    () => window?.webContents,
    (name, input) => {
      if (name.startsWith("desktop.")) return askDesktop(name, input);
      if (name.startsWith("imports.")) {
        return runImport(() => startProcess("importProcess.js", ["--max-old-space-size=512"], () => undefined), name, input);
      }
      return openFile.ask(name, input);
    },
  );

  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      menuTemplate({ lock: () => void openFile.lock(), print: () => void printWindow(window) }, process.platform, app.isPackaged),
    ),
  );
  lockWhenAway({ powerMonitor, idleMinutes: () => preferences.read().idleMinutes, isOpen: openFile.isOpen, lock: openFile.lock });

  const openWindow = async () => {
    const opened = new BrowserWindow(windowOptions(ourSession, join(outFolder, "preload", "preload.cjs"), allowDeveloperTools));
    window = opened;
    // Windows tells only the window that the person signs out or the computer goes off.
    opened.on("session-end", () => void openFile.lock());
    opened.on("closed", () => {
      window = undefined;
      void openFile.lock();
    });
    await showStart(opened);
  };

  app.on("second-instance", () => {
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on("activate", () => {
    if (!window) void openWindow();
  });
  app.on("window-all-closed", () => {
    if (process.platform !== "darwin") app.quit();
  });
  let isClosed = false;
  app.on("will-quit", (event) => {
    if (isClosed) return;
    event.preventDefault();
    void openFile.close().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
  await openWindow();
}

function printWindow(window: BrowserWindow | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    if (window) window.webContents.print({ printBackground: true }, (wasPrinted) => resolve(wasPrinted));
    else resolve(false);
  });
}
