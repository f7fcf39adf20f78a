import { EventEmitter } from "node:events";
import type { BrowserWindow, BrowserWindowConstructorOptions, Session, WebContents } from "electron";
import type { Page } from "playwright-core";
import { type LaunchContext, toAppUrl, toPageUrl } from "../launchContext.ts";
import { cover, refusableEvent } from "./cover.ts";
import { bridgePage, type SendToPage } from "./pageBridge.ts";

/** What the windows of one launch need from the rest of the stand-in. */
export interface WindowParts {
  readonly context: LaunchContext;
  readonly appEmitter: EventEmitter;
  /** Runs the ipcMain handler of a channel. */
  readonly invoke: (channel: string, event: object, args: unknown[]) => Promise<unknown>;
  /** Settles when requests are relayed to the program; no page is opened before. */
  readonly ready: Promise<void>;
}

/** One window of the program: a page in the browser. */
export interface StandInWindow {
  readonly window: BrowserWindow;
  readonly session: Session;
  readonly page: Promise<Page>;
  /** Tells the program that the page wants to go elsewhere; true when it refused. */
  refusesNavigation(url: string, isMainFrame: boolean): boolean;
  /** True while a load that the program itself asked for is under way. */
  isExpected(url: string): boolean;
  close(): boolean;
  /** The person closed it. */
  closed(): void;
}

let lastId = 0;

/** Makes a window as Electron's constructor does. Refuses settings that would open the computer to the page. */
export function createWindow(parts: WindowParts, options: BrowserWindowConstructorOptions): StandInWindow {
  const { context, appEmitter } = parts;
  const preferences = options.webPreferences ?? {};
  if (preferences.contextIsolation === false) throw new Error("The Electron stand-in refuses a window without context isolation");
  if (preferences.nodeIntegration === true) throw new Error("The Electron stand-in refuses a window with Node integration");
  if (preferences.sandbox === false) throw new Error("The Electron stand-in refuses a window without a sandbox");
  const session = preferences.session;
  if (!session || preferences.preload === undefined) throw new Error("The Electron stand-in needs a session and a preload");

  lastId += 1;
  const id = lastId;
  const windowEvents = new EventEmitter();
  const contentsEvents = new EventEmitter();
  let isDestroyed = false;
  let current: Page | undefined;
  let expected: string | undefined;
  let send: SendToPage = () => undefined;
  let openHandler: ((details: { url: string }) => { action: string }) | undefined;
  const mainFrame = {
    get url() {
      return toAppUrl(current?.url() ?? "about:blank");
    },
  };

  const page = (async () => {
    await parts.ready;
    const opened = await context.newPage();
    current = opened;
    send = await bridgePage(opened, preferences.preload ?? "", {
      invoke: (channel, args, frameUrl, isMainFrame) =>
        parts.invoke(channel, { sender: contents, senderFrame: isMainFrame ? mainFrame : { url: toAppUrl(frameUrl) } }, args),
    });
    const developer = await context.browser.newCDPSession(opened);
    await developer.send("Page.enable");
    developer.on("Page.windowOpen", ({ url }) => {
      if (openHandler?.({ url })?.action === "deny") context.denied.push(url);
      else context.problems.push(`A new window was allowed: ${url}`);
    });
    opened.on("close", () => closed());
    opened.on("download", (download) => {
      const event = refusableEvent();
      sessionEmitter(session).emit("will-download", event, {}, contents);
      if (event.defaultPrevented) context.denied.push(download.url());
      else context.problems.push(`A download was allowed: ${download.url()}`);
      void download.cancel();
    });
    context.events.emit("page", opened);
    return opened;
  })();

  const contents: WebContents = cover<WebContents>("webContents", {
    id,
    session,
    mainFrame,
    getURL: () => mainFrame.url,
    isDestroyed: () => isDestroyed,
    send: (channel: string, ...args: unknown[]) => send(channel, args),
    setWindowOpenHandler: (handler: typeof openHandler) => {
      openHandler = handler;
    },
    print: (_options: object, callback?: (wasPrinted: boolean, reason: string) => void) => callback?.(true, ""),
    forcefullyCrashRenderer: () => {
      void (async () => {
        const crashing = await page;
        await crashing.goto("about:blank").catch(() => undefined);
        contentsEvents.emit("render-process-gone", {}, { reason: "killed", exitCode: 1 });
      })();
    },
    on: contentsEvents.on.bind(contentsEvents),
    once: contentsEvents.once.bind(contentsEvents),
    off: contentsEvents.off.bind(contentsEvents),
  });

  const closed = () => {
    if (isDestroyed) return;
    isDestroyed = true;
    windowEvents.emit("closed");
    windows.delete(made);
    if (windows.size === 0) appEmitter.emit("window-all-closed");
  };

  const close = () => {
    if (isDestroyed) return true;
    const event = refusableEvent();
    windowEvents.emit("close", event);
    if (event.defaultPrevented) return false;
    closed();
    void page.then((opened) => opened.close()).catch(() => undefined);
    return true;
  };

  const window = cover<BrowserWindow>("BrowserWindow", {
    id,
    webContents: contents,
    loadURL: async (url: string) => {
      const opened = await page;
      expected = toPageUrl(url);
      try {
        await opened.goto(expected);
      } finally {
        expected = undefined;
      }
    },
    show: () => undefined,
    focus: () => undefined,
    restore: () => undefined,
    isMinimized: () => false,
    isDestroyed: () => isDestroyed,
    setTitle: () => undefined,
    close,
    destroy: close,
    on: windowEvents.on.bind(windowEvents),
    once: windowEvents.once.bind(windowEvents),
    off: windowEvents.off.bind(windowEvents),
  });

  const made: StandInWindow = {
    window,
    session,
    page,
    refusesNavigation: (url, isMainFrame) => {
      const event = refusableEvent({ url, isMainFrame });
      if (isMainFrame) contentsEvents.emit("will-navigate", event, url);
      contentsEvents.emit("will-frame-navigate", event);
      return event.defaultPrevented;
    },
    isExpected: (url) => expected !== undefined && url.split("#")[0] === expected.split("#")[0],
    close,
    closed,
  };
  const windows = windowsOf(context);
  windows.add(made);
  appEmitter.emit("web-contents-created", {}, contents);
  return made;
}

const openWindows = new WeakMap<LaunchContext, Set<StandInWindow>>();

/** The windows of a launch that are open. */
export function windowsOf(context: LaunchContext): Set<StandInWindow> {
  const known = openWindows.get(context) ?? new Set<StandInWindow>();
  openWindows.set(context, known);
  return known;
}

const sessionEmitters = new WeakMap<Session, EventEmitter>();

/** Ties a session to the events it can emit. */
export function knowSession(session: Session, emitter: EventEmitter): void {
  sessionEmitters.set(session, emitter);
}

function sessionEmitter(session: Session): EventEmitter {
  return sessionEmitters.get(session) ?? new EventEmitter();
}
