import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { RunningApp } from "../../harness/runningApp.ts";
import type { Keyboard } from "../byKeyboard.ts";
import { readPdf } from "../readPdf.ts";

/**
 * Worked by hand from the published rules for 2026-27, four-weekly, payday 15 May (tax week 6, so week 8 of the tables).
 * Tom, 120 h at £18.00: gross 2,160.00; 1257L frees 8 × 241.92 = 1,935.36; 224 at 20 % is 44.80; National Insurance
 * (2,160 − 967) × 8 % = 95.44; pension (2,160 − 480) × 5 % = 84.00, less tax relief 67.20; take home 1,952.56.
 * Priya, 40 h at £14.00: gross 560.00; BR 112.00; nothing else; take home 448.00.
 * Employer: National Insurance 266.25 + 26.25, all met by the allowance; pension 1,680 × 3 % = 50.40.
 */
export const expected = {
  tom: ["£2,160.00", "£44.80", "£95.44", "£67.20", "£1,952.56"],
  priya: ["£560.00", "£112.00", "£448.00"],
  wages: "£2,400.56",
  hmrc: "£252.24",
  pension: "£117.60",
} as const;

/** Step 5: start the run, check the pay and why the tax is what it is, finish it, and read the payslip back. */
export async function runPay(app: RunningApp, keyboard: Keyboard): Promise<void> {
  const { page } = app;
  const { at, press, dialog } = keyboard;
  await press("Pay");
  await at("Pay");
  await press("Start this pay run");
  await page.getByRole("row", { name: /Tom Ellery/ }).waitFor();
  await expectRow(page, /Tom Ellery/, expected.tom);
  await expectRow(page, /Priya Nair/, expected.priya);
  await press(/£44\.80.*why is/i);
  const why = await dialog().innerText();
  expect(why).toContain("£1,935.36");
  expect(why).toContain("£44.80");
  await page.keyboard.press("Escape");
  await dialog().waitFor({ state: "detached" });
  await press("Finish pay run");
  await press("Finish and lock", dialog());
  await at("Finished pay run");
  const words = () => page.getByRole("main").innerText();
  for (const amount of [expected.wages, expected.hmrc, expected.pension]) await expect.poll(words, { timeout: 20_000 }).toContain(amount);

  const path = join(app.userData, "..", `payslip-${Date.now()}.pdf`);
  await app.stubSaveDialog(path);
  await press(/^Save payslip \(PDF\).*Tom Ellery/);
  await page
    .getByText(/^Saved payslip/i)
    .first()
    .waitFor();
  const { text } = await readPdf(readFileSync(path));
  for (const amount of expected.tom) expect(text).toContain(amount.replace("£", ""));
  expect(text).toContain("Morgan Ashby");
  expect(text).toContain("1257L");
}

async function expectRow(page: Page, name: RegExp, amounts: readonly string[]): Promise<void> {
  const row = await page.getByRole("row", { name }).first().innerText();
  for (const amount of amounts) expect(row).toContain(amount);
}
