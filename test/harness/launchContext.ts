import type { ChildProcess } from "node:child_process";
import type { EventEmitter } from "node:events";
import type { BrowserContext, Page } from "playwright-core";

/** What the stand-in of one launch shares with its driver. */
export interface LaunchContext {
  readonly id: string;
  readonly browser: BrowserContext;
  /** Opens the page of the next window. */
  newPage: () => Promise<Page>;
  readonly userData: string;
  readonly projectFolder: string;
  readonly version: string;
  /** Console errors, page errors, outside requests, crashed processes: whatever must not happen. */
  readonly problems: string[];
  readonly children: Set<ChildProcess>;
  readonly openedExternal: string[];
  /** Addresses of windows and navigations the program refused. */
  readonly denied: string[];
  /** Seconds since the person last touched the computer, as powerMonitor tells it. */
  idleSeconds: () => number;
  /** Answers the file dialogs; without one, a dialog is a problem. */
  dialogs: Partial<Record<"showSaveDialog" | "showOpenDialog" | "showMessageBox", (options: object) => object>>;
  /** Emits "page" with a Playwright page, "quit" when the program has ended. */
  readonly events: EventEmitter<{ page: [Page]; quit: [] }>;
  /** Called by the driver: the parts the stand-in offers for tests. */
  controls: Partial<StandInControls>;
}

/** Things only the operating system or a person would do. */
export interface StandInControls {
  emitPower(event: string): void;
  clickMenu(id: string): void;
  /** Asks the app to end as if the person had closed it. */
  quit(): void;
  /** Someone starts the program again while it runs. */
  secondInstance(): void;
  clipboardText(): string;
  /** What the program answers when a page asks for a permission ("geolocation"). */
  asksPermission(permission: string): boolean;
}

const registryKey = Symbol.for("plan-and-payday.harness");
const holder = globalThis as unknown as { [registryKey]?: Map<string, LaunchContext> };

/** The launches of this process, found by the stand-in through the query of its own address. */
export function launches(): Map<string, LaunchContext> {
  holder[registryKey] ??= new Map();
  return holder[registryKey];
}

/** "app://bundle/x" as an address a browser can open. */
export function toPageUrl(appUrl: string): string {
  return appUrl.replace(/^app:\/\/([^/]+)/, "https://$1.app.invalid");
}

/** The address the program knows for what a browser has open. */
export function toAppUrl(pageUrl: string): string {
  return pageUrl.replace(/^(blob:)?https:\/\/([^/]+)\.app\.invalid/, "$1app://$2");
}
