import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { keyboardOf } from "../support/byKeyboard.ts";
import { launchApp } from "../support/e2e.ts";
import { makeFileByKeyboard } from "../support/gateByKeyboard.ts";
import { matchBank } from "../support/journey/bank.ts";
import { runPay } from "../support/journey/pay.ts";
import { lookAtBudget, makeReturn } from "../support/journey/returns.ts";
import { addAssistants, setUpHousehold } from "../support/journey/setUp.ts";
import { enterTime } from "../support/journey/time.ts";
import { filesHolding } from "../support/temporaryFolder.ts";

/** The main job from an empty folder to the audit return, by keyboard alone. Every amount was worked out by hand beforehand. */
describe("the whole job, by keyboard, from an empty folder", () => {
  it("sets up a household, pays two people, matches the bank and sends the return", async () => {
    const app = await launchApp({ now: "2026-07-06T09:00:00Z" });
    const { page } = app;
    const keyboard = keyboardOf(page);
    await makeFileByKeyboard(page);
    await setUpHousehold(keyboard);
    await addAssistants(keyboard);
    await enterTime(page, keyboard);
    await runPay(app, keyboard);
    await matchBank(page, keyboard);
    await lookAtBudget(app, keyboard);
    await makeReturn(app, keyboard);

    await keyboard.press(/^Home/);
    await keyboard.at("Hello, Morgan");
    expect(await page.getByRole("main").innerText()).toContain("Pay for 11 May 2026 to 7 June 2026");
    await keyboard.press("Lock now");
    await keyboard.at("Unlock your file");

    for (const secret of ["Morgan Ashby", "Mill Lane", "Ellery", "PHB-777", "RIVERSIDE ART", "Hearthside", "1,952.56"]) {
      expect(filesHolding(app.userData, secret), `${secret} can be read in a file of the app`).toEqual([]);
    }
    expect(app.userData.startsWith(tmpdir())).toBe(true);
  }, 400_000);
});
