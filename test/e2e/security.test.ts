import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { askApp, launchApp } from "../support/e2e.ts";

async function openedApp(userData?: string) {
  const app = await launchApp(userData === undefined ? {} : { userData });
  await app.page.getByRole("heading", { level: 1 }).waitFor();
  return app;
}

/** Makes a file the way the first screens do, and gives its passphrase. */
async function makeFile(page: Page): Promise<{ vaultId: string; passphrase: string }> {
  const passphrase = "seven quiet otters by the mill";
  const created = (await askApp(page, "vault.create", { passphrase })) as {
    value: { vaultId: string; recoveryWords: string[]; confirmPositions: number[] };
  };
  const { vaultId, recoveryWords, confirmPositions } = created.value;
  const words = confirmPositions.map((position) => recoveryWords[position - 1]);
  expect(await askApp(page, "vault.confirmRecoveryWords", { words })).toMatchObject({ ok: true, value: { state: "unlocked" } });
  return { vaultId, passphrase };
}

/** Waits until the window has been renewed and shows its first heading again. */
async function statusAfter(page: Page, state: string): Promise<void> {
  await expect.poll(() => askApp(page, "vault.status", {}).catch(() => undefined), { timeout: 20_000 }).toMatchObject({ ok: true, value: { state } });
}

describe("the window is shut off", () => {
  it("opens no other window and goes nowhere else", async () => {
    const app = await openedApp();
    await app.page.evaluate(() => {
      window.open("https://example.com/popup");
    });
    await app.page.evaluate(() => {
      location.href = "https://example.com/away";
    });
    await expect.poll(() => app.denied).toEqual(["https://example.com/popup", "https://example.com/away"]);
    expect(app.page.url()).not.toContain("example.com");
    expect(await askApp(app.page, "desktop.appInfo", {})).toMatchObject({ ok: true });
  });

  it("grants no permission", async () => {
    const app = await openedApp();
    for (const permission of ["geolocation", "media", "notifications", "clipboard-read", "openExternal"]) {
      expect(app.asksPermission(permission), permission).toBe(false);
    }
  });

  it("runs no script that is not its own, and asks nothing of the network", async () => {
    const app = await openedApp();
    const seen = await app.page.evaluate(async () => {
      const outcomes: Record<string, string> = {};
      const script = document.createElement("script");
      try {
        script.text = "window.ranInline = true";
        document.body.append(script);
        outcomes.inline = String("ranInline" in window);
      } catch {
        outcomes.inline = "refused";
      }
      // Later, because what the test itself runs at once is let through by the browser's developer tools.
      outcomes.evaluated = await new Promise((resolve) =>
        setTimeout(() => {
          try {
            resolve(String(new Function("return 1")()));
          } catch {
            resolve("refused");
          }
        }, 20),
      );
      outcomes.fetched = await fetch("https://example.com/").then(
        () => "answered",
        () => "refused",
      );
      const frame = document.createElement("iframe");
      document.body.append(frame);
      outcomes.bridgeInFrame = String("phb" in (frame.contentWindow ?? {}));
      return outcomes;
    });
    expect(seen).toEqual({ inline: "refused", evaluated: "refused", fetched: "refused", bridgeInFrame: "false" });
    const told = app.problems.splice(0);
    expect(told.length).toBeGreaterThan(0);
    for (const problem of told) expect(problem).toMatch(/Content Security Policy|TrustedScript|trusted/i);
  });

  it("offers the page two functions and nothing of Electron or Node", async () => {
    const app = await openedApp();
    const offered = await app.page.evaluate(() => ({
      bridge: Object.keys((window as unknown as { phb: object }).phb).sort(),
      isFrozen: Object.isFrozen((window as unknown as { phb: object }).phb),
      leaks: ["require", "process", "module", "ipcRenderer", "__harnessInvoke", "__harnessReceive"].filter((name) => name in window),
    }));
    expect(offered).toEqual({ bridge: ["invoke", "onEvent"], isFrozen: true, leaks: [] });
  });

  it("answers an unknown operation, and one the file is locked for, with a plain refusal", async () => {
    const app = await openedApp();
    expect(await askApp(app.page, "desktop.nothing", {})).toEqual({ ok: false, error: { code: "notFound", what: "operation" } });
    expect(await askApp(app.page, "people.list", {})).toEqual({ ok: false, error: { code: "locked" } });
    expect(await askApp(app.page, "imports.nothing", {})).toEqual({ ok: false, error: { code: "notFound", what: "operation" } });
  });
});

describe("locking", () => {
  it("ends the data process when the person locks, and opens again with the passphrase alone", async () => {
    const app = await openedApp();
    const { vaultId, passphrase } = await makeFile(app.page);
    const before = app.childProcessIds();
    await app.clickMenu("file.lock");
    await statusAfter(app.page, "locked");
    expect(app.childProcessIds().filter((id) => before.includes(id))).toEqual([]);

    expect(await askApp(app.page, "vault.unlock", { vaultId, passphrase: "some other long passphrase" })).toMatchObject({ ok: false });
    await Promise.race([askApp(app.page, "vault.unlock", { vaultId, passphrase }).catch(() => undefined), app.page.waitForEvent("load")]);
    await statusAfter(app.page, "unlocked");
  });

  it("locks when the computer goes to sleep, and takes copied text off the clipboard", async () => {
    const app = await openedApp();
    await makeFile(app.page);
    await askApp(app.page, "desktop.copyText", { text: "twelve words" });
    expect(await app.clipboardText()).toBe("twelve words");
    await app.emitPower("suspend");
    await statusAfter(app.page, "locked");
    expect(await app.clipboardText()).toBe("");
  });

  it("keeps the file over a restart", async () => {
    const first = await openedApp();
    const { vaultId } = await makeFile(first.page);
    await first.close();
    const second = await openedApp(first.userData);
    expect(await askApp(second.page, "vault.list", {})).toMatchObject({ ok: true, value: [{ vaultId }] });
  });
});
