import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The published figures of a tax year as they were collected, with their sources. Amounts are decimal pounds, shares are decimals. */
export type PublishedRates = Record<string, unknown>;

const folder = join(import.meta.dirname, "../../fixtures/rates");

export function readPublishedRates(taxYear: string): PublishedRates {
  return JSON.parse(readFileSync(join(folder, `${taxYear}.json`), "utf8"));
}

/** The value at a path like "incomeTax/regimes/scotland"; fails when there is none. */
export function at(rates: unknown, path: string): unknown {
  let node = rates;
  for (const key of path.split("/")) {
    if (typeof node !== "object" || node === null || !(key in node)) throw new Error(`Nothing at ${path}`);
    node = (node as Record<string, unknown>)[key];
  }
  return node;
}

/** "1048.26" as 104826; null stays null. */
export function penceOf(text: unknown): number | null {
  if (text === null) return null;
  const [pounds = "0", rest = ""] = String(text).split(".");
  return Number(pounds) * 100 + Number(rest.padEnd(2, "0"));
}

/** "0.0185" as 185; null stays null. */
export function basisPointsOf(text: unknown): number | null {
  if (text === null) return null;
  const [whole = "0", rest = ""] = String(text).split(".");
  return Number(whole) * 10_000 + Number(rest.padEnd(4, "0"));
}

/** The file's word for each pay frequency. */
export const publishedFrequency = { weekly: "weekly", fortnightly: "twoWeekly", fourWeekly: "fourWeekly", monthly: "monthly" } as const;
