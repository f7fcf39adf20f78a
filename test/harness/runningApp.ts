import type { Page } from "playwright-core";

/** How to start the app for a test. */
export interface AppOptions {
  /** Folder for the app's files; a fresh temporary one when left out. Give the same again to start a second time. */
  readonly userData?: string;
  /** The moment the app takes for now ("2026-05-08T09:00:00Z"). Real time when left out. */
  readonly now?: string;
  /** Folder of the built app; the project's own when left out. */
  readonly appFolder?: string;
}

/** The running app, whichever way it was started. */
export interface RunningApp {
  readonly kind: "stand-in" | "electron";
  readonly page: Page;
  readonly userData: string;
  /** Whatever must not happen: console errors, page errors, outside requests, a process that complained. */
  readonly problems: string[];
  /** Addresses of windows, navigations and downloads the program refused (stand-in only). */
  readonly denied: readonly string[];
  readonly openedExternal: readonly string[];
  /** The next save dialogs answer with this path, or as cancelled with null. */
  stubSaveDialog(path: string | null): Promise<void>;
  clickMenu(id: string): Promise<void>;
  /** "suspend", "lock-screen", "shutdown". */
  emitPower(event: string): Promise<void>;
  clipboardText(): Promise<string>;
  /** True when the program would grant the permission (stand-in only). */
  asksPermission(permission: string): boolean;
  /** Process ids of the data and import processes (stand-in only). */
  childProcessIds(): number[];
  /** Ends the app as a person does. */
  close(): Promise<void>;
}
