import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import react from "@vitejs/plugin-react";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchHeadless } from "../harness/browser.ts";
import { expectAccessible, expectNoAxeViolations, expectNoSidewaysScroll } from "../support/e2e.ts";

const mediaTypes: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2" };
const address = "https://gallery.invalid/";

describe("every component, in a real browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "plan-and-payday-gallery-"));
  let browser: Browser;

  beforeAll(async () => {
    await build({
      configFile: false,
      root: join(import.meta.dirname, "../support/gallery"),
      base: "./",
      logLevel: "error",
      plugins: [react()],
      build: { outDir: folder, emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 2000 },
    });
    browser = await launchHeadless();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(query: string, width: number): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: "reduce" });
    const page = await context.newPage();
    await page.route(`${address}**`, (route) => {
      const path = new URL(route.request().url()).pathname;
      if (path === "/favicon.ico") return route.fulfill({ status: 204 });
      const name = path === "/" ? "index.html" : path;
      return route.fulfill({ body: readFileSync(join(folder, name)), contentType: mediaTypes[extname(name)] ?? "application/octet-stream" });
    });
    await page.goto(`${address}?${query}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    return page;
  }

  it("has no accessibility violation, contrast included, in any look that follows the computer", async () => {
    const page = await open("theme=system", 1280);
    await expectAccessible(page);
    await page.context().close();
  });

  for (const theme of ["light", "dark", "contrast"]) {
    it(`has none in the ${theme} theme when that is chosen against the computer's own`, async () => {
      const page = await open(`theme=${theme}`, 1280);
      await page.emulateMedia({ colorScheme: theme === "light" ? "dark" : "light", reducedMotion: "reduce" });
      await expectNoAxeViolations(page);
      await page.context().close();
    });
  }

  it("fits without scrolling sideways at twice the text size and at 320 px", async () => {
    const page = await open("size=2", 320);
    await expectNoSidewaysScroll(page);
    await page.context().close();
  });

  it("keeps the meaning of tables when their rows become cards", async () => {
    const page = await open("", 320);
    const table = page.getByRole("table", { name: "Pay for each person" });
    await expect(table.getByRole("rowheader").count()).resolves.toBe(4);
    await expect(table.getByRole("columnheader").count()).resolves.toBe(5);
    await page.context().close();
  });

  it("makes every control at least 44 pixels high, and every focus visible", async () => {
    const page = await open("", 1280);
    const small = await page.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLElement>(
          "button, select, textarea, [role=tab], input:not([type=file]):not([type=radio]):not([type=checkbox])",
        ),
      ]
        .filter((element) => element.getBoundingClientRect().height < 43.9)
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(small).toEqual([]);

    await page.getByRole("heading", { level: 1 }).focus();
    const unseen: string[] = [];
    for (let press = 0; press < 60; press += 1) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return undefined;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return { html: element.outerHTML.slice(0, 120), isSeen: outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 4 };
      });
      if (focused && !focused.isSeen) unseen.push(focused.html);
    }
    expect(unseen).toEqual([]);
    await page.context().close();
  });
});
