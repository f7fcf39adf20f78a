import { describe, it } from "vitest";
import { expectAccessible, launchApp, pressByKeyboard, typeByKeyboard } from "../support/e2e.ts";
import { button, heading, makeFileByKeyboard, passphrase } from "../support/gateByKeyboard.ts";

describe("from an empty folder to an open file, by keyboard", () => {
  it("makes a file, locks it, refuses a wrong passphrase, and opens with the right one and with the twelve words", async () => {
    const { page } = await launchApp();
    const words = await makeFileByKeyboard(page);

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
    await heading(page, "Choose a new passphrase").waitFor();
    await typeByKeyboard(page, page.getByLabel("New passphrase", { exact: true }), "a barge full of green apples");
    await page.keyboard.press("Enter");
    await button(page, "Lock now").waitFor();
  });

  it("has no accessibility problem on any of these screens, in any look, at any size", async () => {
    const { page } = await launchApp();
    await makeFileByKeyboard(page, () => expectAccessible(page));
    await pressByKeyboard(page, button(page, "Lock now"));
    await heading(page, "Unlock your file").waitFor();
    await expectAccessible(page);
    await pressByKeyboard(page, button(page, "I forgot my passphrase"));
    await expectAccessible(page);
  });
});
