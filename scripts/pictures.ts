import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { launchStandIn } from "../test/harness/launchStandIn.ts";

/** `npm run pictures -- --out FOLDER`: takes pictures of the real screens with the sample household, for the README and for looking at. */
const { values } = parseArgs({
  options: {
    out: { type: "string", default: "docs/pictures" },
    narrow: { type: "boolean", default: false },
    dark: { type: "boolean", default: false },
  },
});
const out = resolve(values.out);
mkdirSync(out, { recursive: true });
const screens = [
  ["people", "#/people"],
  ["setup", "#/setup"],
  ["time", "#/time"],
  ["pay", "#/pay"],
  ["hmrc", "#/hmrc"],
  ["paying-hmrc", "#/hmrc/paying"],
  ["budget", "#/budget"],
  ["money", "#/money"],
  ["import", "#/money/import"],
  ["returns", "#/returns"],
  ["key-dates", "#/key-dates"],
  ["documents", "#/documents"],
  ["settings", "#/settings"],
] as const;
const app = await launchStandIn({ now: "2026-11-21T10:00:00Z" });
const { page } = app;
try {
  await page.setViewportSize({ width: values.narrow ? 320 : 1360, height: 900 });
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: values.dark ? "dark" : "light" });
  await page.getByRole("heading", { level: 1 }).waitFor();
  await picture(page, "welcome");
  await page.getByRole("button", { name: /sample household/i }).click();
  await page.getByRole("heading", { name: "Hello, Amara" }).waitFor({ timeout: 120_000 });
  await picture(page, "home");
  for (const [name, hash] of screens) {
    await page.evaluate((to) => {
      window.location.hash = to;
    }, hash);
    await picture(page, name);
  }
  await followLink(page, "#/people", /Tom Ellery/, "person");
  await followLink(page, "#/pay", /30 October 2026|28 September/, "pay-run");
  await followLink(page, "#/hmrc", /30 October 2026/, "tell-hmrc");
  await followLink(page, "#/returns", /1 April 2026|April/, "return");
  await followLink(page, "#/budget", /Day support/, "budget-line");
} finally {
  await app.close();
}
for (const problem of app.problems) console.log(problem);

async function followLink(page: Page, hash: string, name: RegExp, file: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
  await page.waitForTimeout(600);
  const link = page.getByRole("main").getByRole("link", { name }).first();
  if ((await link.count()) === 0) return console.log(`No link for ${file}`);
  await link.click();
  await picture(page, file);
}

async function picture(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(900);
  await page.screenshot({ path: join(out, `${name}.png`), fullPage: values.narrow });
  console.log(name);
}
