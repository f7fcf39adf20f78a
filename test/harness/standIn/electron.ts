import { EventEmitter } from "node:events";
import type * as Electron from "electron";
import { launches } from "../launchContext.ts";
import { cover } from "./cover.ts";
import { relayRequests } from "./requestRelay.ts";
import { createApp } from "./standInApp.ts";
import { createSession, type StandInSession } from "./standInSession.ts";
import { forkUtility } from "./standInUtilityProcess.ts";
import { createWindow, knowSession, windowsOf } from "./standInWindow.ts";

/**
 * Stands in for the module "electron" in the main process. Each launch loads it afresh under an address of its own
 * (`?launch=…`), by which it finds what it shares with the driver.
 */
const launchId = new URL(import.meta.url).searchParams.get("launch") ?? "";
const found = launches().get(launchId);
if (!found) throw new Error("The Electron stand-in was loaded outside a launch");
const context = found;

const standInApp = createApp(context, () => [...windowsOf(context)].every((window) => window.close()));
export const app: Electron.App = standInApp.app;

const handlers = new Map<string, (event: object, ...args: unknown[]) => unknown>();
export const ipcMain = cover<Electron.IpcMain>("ipcMain", {
  handle: (channel: string, handler: (event: object, ...args: unknown[]) => unknown) => handlers.set(channel, handler),
  removeHandler: (channel: string) => handlers.delete(channel),
});

const sessions = new Map<string, StandInSession>();
const fromPartition = (name: string): Electron.Session => {
  const known = sessions.get(name) ?? createSession();
  sessions.set(name, known);
  knowSession(known.session, known.emitter);
  return known.session;
};
export const session = cover<typeof Electron.session>("session", { fromPartition });
const sessionOf = (electronSession: Electron.Session) => [...sessions.values()].find((known) => known.session === electronSession);
const relaying = relayRequests(context, (window) => sessionOf(window.session));

export const protocol = cover<Electron.Protocol>("protocol", { registerSchemesAsPrivileged: () => undefined });

/** `new BrowserWindow(options)`: a plain function, so that it may answer with the window it made. */
function openWindow(options: Electron.BrowserWindowConstructorOptions): Electron.BrowserWindow {
  const { window } = createWindow(
    {
      context,
      appEmitter: standInApp.emitter,
      ready: relaying,
      invoke: async (channel, event, args) => {
        const handler = handlers.get(channel);
        if (!handler) throw new Error(`No handler registered for '${channel}'`);
        return handler(event, ...args);
      },
    },
    options,
  );
  return window;
}
const getAllWindows = () => [...windowsOf(context)].map(({ window }) => window);
export const BrowserWindow = Object.assign(openWindow, { getAllWindows }) as unknown as typeof Electron.BrowserWindow;

export const utilityProcess = cover<typeof Electron.utilityProcess>("utilityProcess", {
  fork: (modulePath: string, args?: string[], options?: Electron.ForkOptions) => forkUtility(context, modulePath, args, options),
});

const showDialog = (kind: "showSaveDialog" | "showOpenDialog" | "showMessageBox") => async (first: object, second?: object) => {
  const answer = context.dialogs[kind];
  if (answer) return answer(second ?? first);
  context.problems.push(`The program opened a dialog the test did not expect: ${kind}`);
  return { canceled: true, filePath: "", filePaths: [], response: 0 };
};
export const dialog = cover<Electron.Dialog>("dialog", {
  showSaveDialog: showDialog("showSaveDialog"),
  showOpenDialog: showDialog("showOpenDialog"),
  showMessageBox: showDialog("showMessageBox"),
});

interface MenuEntry extends Electron.MenuItemConstructorOptions {
  readonly submenu?: MenuEntry[];
}
let menuItems: MenuEntry[] = [];
const findItem = (items: readonly MenuEntry[], id: string): MenuEntry | undefined => {
  for (const item of items) {
    const match = item.id === id ? item : findItem(item.submenu ?? [], id);
    if (match) return match;
  }
  return undefined;
};
export const Menu = cover<typeof Electron.Menu>("Menu", {
  buildFromTemplate: (template: MenuEntry[]) => template,
  setApplicationMenu: (menu: MenuEntry[]) => {
    menuItems = menu;
  },
});

const powerEvents = new EventEmitter();
export const powerMonitor = cover<Electron.PowerMonitor>("powerMonitor", {
  on: powerEvents.on.bind(powerEvents),
  getSystemIdleTime: () => context.idleSeconds(),
});

export const nativeTheme = cover<Electron.NativeTheme>("nativeTheme", { themeSource: "system", shouldUseDarkColors: false, on: () => undefined });

let copied = "";
export const clipboard = cover<Electron.Clipboard>("clipboard", {
  readText: async () => copied,
  writeText: async (text: string) => {
    copied = text;
  },
  clear: async () => {
    copied = "";
  },
});

export const shell = cover<Electron.Shell>("shell", {
  openExternal: async (url: string) => void context.openedExternal.push(url),
});

context.controls = {
  emitPower: (event) => void powerEvents.emit(event),
  clickMenu: (id) => {
    const click = findItem(menuItems, id)?.click as (() => void) | undefined;
    if (!click) throw new Error(`The menu has no item ${id}`);
    click();
  },
  quit: standInApp.quit,
  secondInstance: () => void standInApp.emitter.emit("second-instance", {}, [], ""),
  clipboardText: () => copied,
  asksPermission: (permission) => [...sessions.values()].some((known) => known.asksPermission(permission)),
};
