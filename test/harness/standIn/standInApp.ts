import { EventEmitter } from "node:events";
import { mkdirSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import type { App } from "electron";
import { type LaunchContext, launches } from "../launchContext.ts";
import { cover, refusableEvent } from "./cover.ts";

/** What the windows and the driver need of the app. */
export interface StandInApp {
  readonly app: App;
  readonly emitter: EventEmitter;
  quit(): void;
}

/** Electron's `app`: paths, life and death of the program. */
export function createApp(context: LaunchContext, closeWindows: () => boolean): StandInApp {
  const emitter = new EventEmitter();
  const paths: Record<string, string> = {
    userData: context.userData,
    temp: tmpdir(),
    home: homedir(),
    downloads: join(homedir(), "Downloads"),
    documents: join(homedir(), "Documents"),
    crashDumps: join(context.userData, "Crashpad"),
    sessionData: context.userData,
  };
  let isOver = false;
  let holdsLock = false;

  const quit = () => {
    if (isOver) return;
    const before = refusableEvent();
    emitter.emit("before-quit", before);
    if (before.defaultPrevented || !closeWindows()) return;
    const willQuit = refusableEvent();
    emitter.emit("will-quit", willQuit);
    if (willQuit.defaultPrevented) return;
    isOver = true;
    emitter.emit("quit", {}, 0);
    context.events.emit("quit");
  };

  const parts: { [Key in keyof App]?: unknown } = {
    name: "Plan & Payday",
    isPackaged: false,
    whenReady: () => Promise.resolve(),
    isReady: () => true,
    getVersion: () => context.version,
    getName: () => "Plan & Payday",
    setAppUserModelId: () => undefined,
    getAppPath: () => context.projectFolder,
    getLocale: () => "en-GB",
    getPath: (name: string) => {
      const path = paths[name];
      if (path === undefined) throw new Error(`The Electron stand-in does not cover app.getPath(${name})`);
      return path;
    },
    setPath: (name: string, path: string) => {
      paths[name] = path;
      mkdirSync(path, { recursive: true });
    },
    enableSandbox: () => undefined,
    requestSingleInstanceLock: () => {
      for (const other of launches().values()) {
        if (other !== context && other.userData === context.userData) {
          other.controls.secondInstance?.();
          return false;
        }
      }
      holdsLock = true;
      return true;
    },
    hasSingleInstanceLock: () => holdsLock,
    commandLine: {
      hasSwitch: (name: string) => name === "user-data-dir",
      getSwitchValue: (name: string) => (name === "user-data-dir" ? context.userData : ""),
      appendSwitch: () => undefined,
    },
    quit,
    exit: () => {
      isOver = true;
      context.events.emit("quit");
    },
    on: emitter.on.bind(emitter),
    once: emitter.once.bind(emitter),
    off: emitter.off.bind(emitter),
    removeListener: emitter.removeListener.bind(emitter),
  };
  return { app: cover<App>("app", parts), emitter, quit };
}
