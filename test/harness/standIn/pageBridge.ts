import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";

/** What crosses between a page and the program. */
export interface BridgeEnds {
  invoke(channel: string, args: unknown[], frameUrl: string, isMainFrame: boolean): Promise<unknown>;
}

/** Sends `channel` and its values to the page's preload. */
export type SendToPage = (channel: string, args: unknown[]) => void;

/**
 * Runs the built preload in every page load, before the page's own code, and gives it `contextBridge` and `ipcRenderer`.
 * Two bindings carry the messages and are taken off the page again before its code can see them.
 */
export async function bridgePage(page: Page, preloadFile: string, ends: BridgeEnds): Promise<SendToPage> {
  const queue: { channel: string; args: unknown[] }[] = [];
  let wake: (() => void) | undefined;
  let listener = 0;

  await page.exposeBinding("__harnessInvoke", async ({ frame }, channel: string, args: unknown[]) => {
    try {
      return { value: await ends.invoke(channel, args, frame.url(), frame === page.mainFrame()) };
    } catch (error) {
      return { error: `Error invoking remote method '${channel}': ${String(error)}` };
    }
  });
  // The page asks for its messages and waits here until there are some; a page that is gone is no longer answered.
  await page.exposeBinding("__harnessReceive", async () => {
    listener += 1;
    const mine = listener;
    wake?.();
    while (queue.length === 0 && mine === listener) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return mine === listener ? queue.splice(0) : [];
  });
  // The preload is written into the script itself: the page's own policy forbids making code from text.
  const preload = `(require, exports, module, process) => {\n${readFileSync(preloadFile, "utf8")}\n}`;
  await page.addInitScript({ content: `(${preloadHost.toString()})(${preload});` });

  return (channel, args) => {
    queue.push({ channel, args });
    wake?.();
  };
}

/** Runs inside the page: it must not use anything from outside itself. */
function preloadHost(preload: (require: unknown, exports: object, module: object, process: undefined) => void): void {
  const hidden = globalThis as unknown as Record<string, unknown>;
  const invoke = hidden.__harnessInvoke as (channel: string, args: unknown[]) => Promise<{ value?: unknown; error?: string }>;
  const receive = hidden.__harnessReceive as () => Promise<{ channel: string; args: unknown[] }[]>;
  delete hidden.__harnessInvoke;
  delete hidden.__harnessReceive;
  if (window.top !== window || location.protocol !== "https:") return;

  const plain = (value: unknown): unknown => (value === undefined ? undefined : structuredClone(value));
  const listeners = new Map<string, ((event: object, ...args: unknown[]) => void)[]>();
  const ipcRenderer = {
    invoke: async (channel: string, ...args: unknown[]) => {
      const answer = await invoke(channel, args.map(plain));
      if (answer.error !== undefined) throw new Error(answer.error);
      return answer.value;
    },
    on: (channel: string, callback: (event: object, ...args: unknown[]) => void) => {
      listeners.set(channel, [...(listeners.get(channel) ?? []), callback]);
    },
  };
  const listen = async () => {
    for (;;) {
      for (const { channel, args } of await receive()) for (const callback of listeners.get(channel) ?? []) callback({}, ...args);
    }
  };
  const bridged = (value: unknown): unknown => {
    if (typeof value === "function") {
      return Object.freeze((...args: unknown[]) => {
        const safe = args.map((arg) => (typeof arg === "function" ? arg : plain(arg)));
        const answer = (value as (...values: unknown[]) => unknown)(...safe);
        return answer instanceof Promise ? answer.then(plain) : plain(answer);
      });
    }
    if (typeof value === "object" && value !== null)
      return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, bridged(part)])));
    return value;
  };
  const contextBridge = {
    exposeInMainWorld: (name: string, api: unknown) => Object.defineProperty(window, name, { value: bridged(api), enumerable: true }),
  };
  const required = (name: string) => {
    if (name === "electron") return { contextBridge, ipcRenderer };
    throw new Error(`A sandboxed preload cannot require ${name}`);
  };
  preload(required, {}, { exports: {} }, undefined);
  void listen();
}
