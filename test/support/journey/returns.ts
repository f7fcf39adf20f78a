import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BlobReader, TextWriter, Uint8ArrayWriter, ZipReader } from "@zip.js/zip.js";
import { expect } from "vitest";
import type { RunningApp } from "../../harness/runningApp.ts";
import type { Keyboard } from "../byKeyboard.ts";
import { readPdf } from "../readPdf.ts";

/** Step 7: Tom's and Priya's gross of £2,720.00 and the employer's pension of £50.40 are on the day line; the art class is £45.00. */
export async function lookAtBudget(app: RunningApp, { at, press }: Keyboard): Promise<void> {
  await press("Budget");
  await at("Budget against your support plan");
  const words = () => app.page.getByRole("main").innerText();
  for (const amount of ["£2,770.40", "£45.00", "£10,184.60"]) await expect.poll(words, { timeout: 20_000 }).toContain(amount);
}

/**
 * Step 8: the return for April to June. Opening £1,000.00; in £8,400.00 and £3,600.00; wages £2,400.56, HMRC £252.24,
 * pension £117.60, art class £45.00; closing £10,184.60. Four weeks of £750.00 may stay, so £7,184.60 is above.
 */
export const returnAmounts = ["1,000.00", "8,400.00", "3,600.00", "2,400.56", "252.24", "117.60", "45.00", "10,184.60", "7,184.60"];

export async function makeReturn(app: RunningApp, keyboard: Keyboard): Promise<void> {
  const { page } = app;
  const { at, dialog, press, tick, type } = keyboard;
  await press("Audit returns");
  await at("Audit returns");
  await press(/^Start this return.*Joint/);
  await at(/^Return for/);
  const instead = page.getByRole("button", { name: /^Give a reason instead/ });
  await page.getByRole("heading", { name: "Checks" }).waitFor();
  for (let left = await instead.count(); left > 0; left -= 1) {
    await press(/^Give a reason instead/);
    await type("Reason", "Morgan was in hospital for part of the spring; the co-ordinator knows.");
    await press("Keep this reason");
    await expect.poll(() => instead.count(), { timeout: 20_000 }).toBeLessThan(left);
  }
  await tick("I agree with this declaration");
  await press("Check before making the pack");
  await press("Make the return pack");
  await page.getByText("The pack is made and kept with this return.").first().waitFor({ timeout: 90_000 });
  const path = join(app.userData, "..", `pack-${Date.now()}.zip`);
  await app.stubSaveDialog(path);
  await press(/^Save the whole pack/);
  await page
    .getByText(/^Saved .*\.zip/)
    .first()
    .waitFor();
  await expectPack(path);
  await press("Mark as sent");
  await press("Mark as sent and lock the period", dialog());
  await page.getByText("Marked as sent. The period is locked.").first().waitFor();
}

async function expectPack(path: string): Promise<void> {
  const zip = new ZipReader(new BlobReader(new Blob([new Uint8Array(readFileSync(path))])));
  const entries = await zip.getEntries();
  const names = entries.map((entry) => entry.filename);
  expect(
    names.some((name) => /E\d{3}.*art-class\.png$/.test(name)),
    names.join(", "),
  ).toBe(true);
  expect(names.some((name) => name.endsWith(".xlsx"))).toBe(true);
  const pdf = entries.find((entry) => /^[^/]*return[^/]*\.pdf$/i.test(entry.filename.split("/").at(-1) ?? ""));
  const index = entries.find((entry) => entry.filename.endsWith(".csv"));
  if (!pdf || pdf.directory || !index || index.directory) throw new Error(`The pack lacks its return or its index: ${names.join(", ")}`);
  const { text } = await readPdf(await pdf.getData(new Uint8ArrayWriter()));
  for (const amount of returnAmounts) expect(text).toContain(amount);
  expect(text).toContain("Morgan Ashby");
  expect(await index.getData(new TextWriter())).toContain("E001");
  await zip.close();
}
