import type { Locator, Page } from "playwright-core";
import { pressByKeyboard, typeByKeyboard } from "./e2e.ts";

/** The passphrase of every file made by these tests. */
export const passphrase = "seven quiet otters by the mill";

/** The button with exactly this name. */
export const button = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });

/** The screen's own heading. */
export const heading = (page: Page, name: string): Locator => page.getByRole("heading", { level: 1, name });

/**
 * Makes a file through the first screens, by keyboard alone, from the welcome screen to the open app. Gives the twelve
 * recovery words. `look` is called on each screen on the way.
 */
export async function makeFileByKeyboard(page: Page, look: () => Promise<void> = async () => undefined): Promise<string[]> {
  await heading(page, "Plan & Payday").waitFor();
  await look();
  await pressByKeyboard(page, button(page, "Set up my budget"));
  await heading(page, "Choose a passphrase").waitFor();
  await look();
  await typeByKeyboard(page, page.getByLabel("Passphrase", { exact: true }), passphrase);
  await page.keyboard.press("Enter");
  await heading(page, "Keep your recovery words").waitFor();
  await look();
  const words = await page.getByRole("main").getByRole("listitem").allTextContents();
  const twelve = words.map((word) => word.trim()).slice(-12);
  await pressByKeyboard(page, button(page, "I have kept them safe"));
  await heading(page, "Check your recovery words").waitFor();
  await look();
  for (const field of await page.getByRole("textbox").all()) {
    const label = await field.evaluate((element) => (element as HTMLInputElement).labels?.[0]?.textContent ?? "");
    const position = Number(/\d+/.exec(label)?.[0]);
    await typeByKeyboard(page, field, twelve[position - 1] ?? "");
  }
  await page.keyboard.press("Enter");
  await button(page, "Lock now").waitFor();
  return twelve;
}
