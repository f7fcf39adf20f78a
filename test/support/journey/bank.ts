import type { Page } from "playwright-core";
import { expect } from "vitest";
import { receiptPicture } from "../../../electron/sample/receiptPicture.ts";
import type { Keyboard } from "../byKeyboard.ts";

/** The bank's own file from April to June. It ends with £10,184.60. */
function statementFile(): Buffer {
  const lines: [string, string, number][] = [
    ...["07/04/2026", "05/05/2026", "02/06/2026", "30/06/2026"].flatMap((on): [string, string, number][] => [
      [on, "FENMARSH AND VALE ICB PHB-777", 210_000],
      [on, "FENMARSH COUNTY COUNCIL DP", 90_000],
    ]),
    ["15/05/2026", "TOM ELLERY WAGES", -195_256],
    ["15/05/2026", "PRIYA NAIR WAGES", -44_800],
    ["18/05/2026", "RIVERSIDE ART ROOM", -4_500],
    ["19/06/2026", "FENLAND WORKPLACE PENSION", -11_760],
    ["20/06/2026", "HMRC CUMBERNAULD 123PA000123452702", -25_224],
  ];
  const order = (on: string) => on.split("/").reverse().join("");
  lines.sort((a, b) => (order(a[0]) < order(b[0]) ? -1 : order(a[0]) > order(b[0]) ? 1 : 0));
  let balance = 100_000;
  const rows = lines.map(([on, text, amount]) => {
    balance += amount;
    const pounds = (pence: number) => (pence / 100).toFixed(2);
    return `${on},${text},${amount < 0 ? pounds(-amount) : ""},${amount > 0 ? pounds(amount) : ""},${pounds(balance)}`;
  });
  return Buffer.from(["Date,Description,Money out,Money in,Balance", ...rows, ""].join("\r\n"));
}

/** Step 6: the account, the statement, every line matched, and a receipt. */
export async function matchBank(page: Page, keyboard: Keyboard): Promise<void> {
  const { at, date, file, press, type } = keyboard;
  await press(/^Money/);
  await at("Money");
  await type("Name of the account", "Direct payment account");
  await type("Last four numbers of the account", "7788");
  await date("Books start on", "2026-04-01");
  await type("In the account at the start of that day", "1,000.00");
  await press("Save the account");
  await press("Import a statement");
  await at("Import a statement");
  await file("Choose a statement", { name: "statement.csv", mimeType: "text/csv", buffer: statementFile() });
  await press("Read the file");
  await at("Check before anything is saved");
  await press("Save 13 new lines");
  await at("Money");
  for (let left = 12; left > 0; left -= 1) {
    const yes = page.getByRole("button", { name: /^Yes, that is right/ });
    await expect.poll(() => yes.count(), { timeout: 20_000 }).toBe(left);
    await press(/^Yes, that is right/);
  }
  await matchArtClass(page, keyboard);
  await press(/^Money/);
  await at("Money");
  await page.getByText("£10,184.60").first().waitFor();
}

async function matchArtClass(page: Page, { at, choose, file, pick, press }: Keyboard): Promise<void> {
  await press(/^Choose RIVERSIDE ART ROOM/);
  await at("What was this payment?");
  await pick("What was it?", "Something in the plan");
  await choose("Line of the plan", "Art class");
  await press("Save what it was");
  await page.getByText("Matched the line.").first().waitFor();
  await file("Choose a receipt", { name: "art-class.png", mimeType: "image/png", buffer: receiptPicture() });
  await press("Keep this receipt");
  await page.getByText("Kept the receipt.").first().waitFor();
}
