import type { ParsedLine } from "../../../shared/bank/parsedStatement.ts";
import { pence } from "../../../shared/core/money.ts";
import { plainDate } from "../../../shared/core/plainDate.ts";
import type { TestApp } from "../../support/startTestApp.ts";

/** A payment of a statement, as the import process reads it. Pounds for the eye: 12.5 is £12.50. */
export const payment = (on: string, pounds: number, description: string, more: Partial<ParsedLine> = {}): ParsedLine => ({
  line: 1,
  onDate: plainDate(on),
  amountPence: pence(Math.round(pounds * 100)),
  description,
  bankIdentifier: null,
  balancePence: null,
  ...more,
});

/** Opens the budget's bank account with £500.00 in it on 1 April 2026. Answers its id. */
export async function givenAccount(app: TestApp): Promise<string> {
  const { id } = await app.value("bank.saveAccount", {
    name: "Budget account",
    bankName: "Example Bank",
    lastFourDigits: "4471",
    openedOn: plainDate("2026-04-01"),
    openingBalancePence: pence(50_000),
  });
  return id;
}

/** Imports a statement of these payments. Its opening balance is £500.00 unless told otherwise. */
export async function givenImport(app: TestApp, bankAccountId: string, lines: ParsedLine[], openingPence = 50_000) {
  const closing = lines.reduce((sum, line) => sum + line.amountPence, openingPence);
  return app.value("bank.importStatement", {
    bankAccountId,
    fileName: "statement.csv",
    base64: Buffer.from(JSON.stringify(lines)).toString("base64"),
    lines,
    openingPence: pence(openingPence),
    closingPence: pence(closing),
  });
}

/** The line with these words, newest first. */
export async function lineNamed(app: TestApp, words: string) {
  const { lines } = await app.value("bank.listLines", {});
  const line = lines.find((candidate) => candidate.description.includes(words));
  if (!line) throw new Error(`No line ${words}`);
  return line;
}
