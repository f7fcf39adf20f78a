import { describe, expect, it } from "vitest";
import { answerBundleRequest } from "../../../electron/shell/bundle.ts";
import { dayInEngland, startClock } from "../../../electron/shell/clock.ts";
import { localDataFolder } from "../../../electron/shell/dataFolder.ts";
import { isOurSender } from "../../../electron/shell/ipc.ts";
import { isAllowedRequest } from "../../../electron/shell/sessionHardening.ts";
import { windowOptions } from "../../../electron/shell/window.ts";

describe("who may ask the program", () => {
  const ours = { url: "app://bundle/index.html#/pay" };

  it("lets the main frame of our own window through", () => {
    expect(isOurSender(ours, ours)).toBe(true);
  });

  it.each([
    ["another frame with the same address", { url: ours.url }, ours],
    ["a frame that is gone", null, ours],
    ["no window", ours, undefined],
  ])("refuses %s", (_name, sender, mainFrame) => {
    expect(isOurSender(sender, mainFrame)).toBe(false);
  });

  it.each(["https://bundle/index.html", "app://other/index.html", "app://bundle.example.com/", "file:///index.html", "about:blank", ""])(
    "refuses our frame when it shows %s",
    (url) => {
      const frame = { url };
      expect(isOurSender(frame, frame)).toBe(false);
    },
  );
});

describe("what the window may load", () => {
  it.each(["app://bundle/index.html", "blob:app://bundle/0f1e"])("allows %s", (url) => expect(isAllowedRequest(url)).toBe(true));
  it.each([
    "https://example.com/",
    "http://localhost/",
    "file:///etc/passwd",
    "app://other/",
    "blob:https://example.com/1",
    "ws://bundle/",
    "data:text/html,x",
  ])("refuses %s", (url) => expect(isAllowedRequest(url)).toBe(false));

  it.each([
    "app://bundle/../main/main.js",
    "app://bundle/%2e%2e/main/main.js",
    "app://bundle/assets/..%2f..%2fmain.js",
    "app://bundle/package.json",
    "app://other/index.html",
  ])("serves nothing at %s", async (url) => {
    const files = new Map([["/index.html", "/nowhere/index.html"]]);
    expect((await answerBundleRequest(files, { url, method: "GET" })).status).toBe(404);
  });
});

describe("the window's own settings", () => {
  it("follow Electron's security list", () => {
    const { webPreferences } = windowOptions({} as never, "/preload.cjs", false);
    expect(webPreferences).toMatchObject({
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
      devTools: false,
    });
  });
});

describe("where files live, and when", () => {
  it("keeps files in local application data, never the roaming profile", () => {
    const env = { LOCALAPPDATA: "C:\\Users\\Ann\\AppData\\Local", APPDATA: "C:\\Users\\Ann\\AppData\\Roaming" };
    expect(localDataFolder({ platform: "win32", home: "C:\\Users\\Ann", env })).toContain("Local");
    expect(localDataFolder({ platform: "darwin", home: "/Users/ann", env: {} })).toBe("/Users/ann/Library/Application Support/Plan and Payday");
    expect(localDataFolder({ platform: "linux", home: "/home/ann", env: {} })).toBe("/home/ann/.local/share/plan-and-payday");
  });

  it("takes the day in England, and a set moment only while developed", () => {
    expect(dayInEngland(new Date("2026-06-30T23:30:00Z"))).toBe("2026-07-01");
    expect(dayInEngland(new Date("2026-01-31T23:30:00Z"))).toBe("2026-01-31");
    const env = { PLANPAYDAY_NOW: "2020-05-08T09:00:00Z" };
    expect(dayInEngland(startClock(false, env)())).toBe("2020-05-08");
    expect(startClock(true, env)().getFullYear()).toBe(new Date().getFullYear());
    expect(() => startClock(false, { PLANPAYDAY_NOW: "yesterday" })).toThrow(RangeError);
  });
});
