import { beforeEach, expect, it } from "vitest";
import { expectNoSidewaysScroll, launchApp } from "../support/e2e.ts";

type Page = Awaited<ReturnType<typeof launchApp>>["page"];

let page: Page;
beforeEach(async () => {
  ({ page } = await launchApp());
  await page.getByRole("button", { name: "Open the sample household" }).click();
  await page.getByRole("navigation", { name: "Main" }).waitFor({ timeout: 60_000 });
});

const goTo = (path: string) =>
  page.evaluate((address) => {
    location.hash = `#${address}`;
  }, path);

it("keeps the week and the file screen usable at 320 pixels", async () => {
  await page.setViewportSize({ width: 320, height: 800 });
  await goTo("/time");
  const add = page.getByRole("button", { name: /^Add a shift for .* on Sunday/ }).first();
  await add.waitFor();
  await expectNoSidewaysScroll(page);
  await goTo("/time/import");
  await page.getByText("What the file should look like").click();
  expect(await page.getByRole("table", { name: "Columns of the file" }).isVisible()).toBe(true);
  await expectNoSidewaysScroll(page);
});
