import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from "electron";
import { bundleAddress } from "./bundle.ts";

/** The settings of the one window, hardened by Electron's security list. */
export function windowOptions(session: Session, preload: string, allowDeveloperTools: boolean): BrowserWindowConstructorOptions {
  return {
    title: "Plan & Payday",
    width: 1280,
    height: 860,
    minWidth: 320,
    minHeight: 400,
    show: false,
    backgroundColor: "#ffffff",
    webPreferences: {
      session,
      preload,
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      devTools: allowDeveloperTools,
      disableBlinkFeatures: "Auxclick",
    },
  };
}

/** Loads the first screen. The title never says whose file it is. */
export async function showStart(window: BrowserWindow): Promise<void> {
  await window.loadURL(bundleAddress.start);
  if (!window.isDestroyed()) window.show();
}

/**
 * Ends the process that draws the window and starts a fresh one, so that nothing a screen held (a passphrase typed,
 * figures read) stays in memory.
 */
export async function replaceRenderer(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed()) return;
  const gone = new Promise<void>((resolve) => {
    window.webContents.once("render-process-gone", () => resolve());
    setTimeout(resolve, 2_000).unref();
  });
  window.webContents.forcefullyCrashRenderer();
  await gone;
  if (!window.isDestroyed()) await window.loadURL(bundleAddress.start);
}
