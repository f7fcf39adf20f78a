import type { Page } from "playwright-core";
import { describe, it } from "vitest";
import { expectAccessible, launchApp, pressByKeyboard, typeByKeyboard } from "../support/e2e.ts";

const passphrase = "seven quiet otters by the mill";
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name });

/** Makes a file through the screens, by keyboard; `look` sees each screen on the way. Gives the twelve words. */
async function makeFile(page: Page, look: () => Promise<void> = async () => undefined): Promise<string[]> {
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

describe("from an empty folder to an open file, by keyboard", () => {
  it("makes a file, locks it, refuses a wrong passphrase, and opens with the right one and with the twelve words", async () => {
    const { page } = await launchApp();
    const words = await makeFile(page);

    await pressByKeyboard(page, button(page, "Lock now"));
    await heading(page, "Unlock your file").waitFor();
    await typeByKeyboard(page, page.getByLabel("Passphrase", { exact: true }), "seven noisy otters by the mill");
    await page.keyboard.press("Enter");
    await page
      .getByText(/passphrase.*(not|wrong|does not)/i)
      .first()
      .waitFor();
    await typeByKeyboard(page, page.getByLabel("Passphrase", { exact: true }), passphrase);
    await page.keyboard.press("Enter");
    await button(page, "Lock now").waitFor();

    await pressByKeyboard(page, button(page, "Lock now"));
    await heading(page, "Unlock your file").waitFor();
    await pressByKeyboard(page, button(page, "I forgot my passphrase"));
    await typeByKeyboard(page, page.getByLabel("Your 12 recovery words"), words.join(" "));
    await pressByKeyboard(page, button(page, "Open the file"));
    await button(page, "Lock now").waitFor();
  });

  it("has no accessibility problem on any of these screens, in any look, at any size", async () => {
    const { page } = await launchApp();
    await makeFile(page, () => expectAccessible(page));
    await pressByKeyboard(page, button(page, "Lock now"));
    await heading(page, "Unlock your file").waitFor();
    await expectAccessible(page);
    await pressByKeyboard(page, button(page, "I forgot my passphrase"));
    await expectAccessible(page);
  });
});
