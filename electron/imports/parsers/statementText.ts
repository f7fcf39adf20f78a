import type { ParsedFile, ParsedLine, ParseProblem } from "../../../shared/bank/parsedStatement.ts";
import { orderLines } from "./balances.ts";
import { cleanText, rowLimit } from "./decodeText.ts";
import { readDateCell, readMoneyCell, settleDateOrder } from "./readCells.ts";

const label = /^(Date|Description|Amount|Balance):(.*)$/;

/** True when a file has a label on each line ("Date:", "Description:", "Amount:"), as Santander's text download does. */
export function isLabelledText(text: string): boolean {
  const start = text.slice(0, 4000);
  return /^Date:/m.test(start) && /^Description:/m.test(start) && /^Amount:/m.test(start);
}

interface Block {
  readonly line: number;
  readonly cells: Map<string, string>;
}

/** Reads a statement with a label on each line. Each payment starts at its "Date:". */
export function parseLabelledText(text: string): ParsedFile {
  const blocks = readBlocks(text);
  const order = settleDateOrder(blocks.map((block) => block.cells.get("Date") ?? ""));
  const printed: ParsedLine[] = [];
  const problems: ParseProblem[] = [];
  for (const { line, cells } of blocks) {
    const onDate = readDateCell(cells.get("Date") ?? "", order === "monthFirst" ? order : "dayFirst");
    const amount = readMoneyCell(cells.get("Amount") ?? "")?.amount;
    if (onDate === undefined) problems.push({ line, words: "The date is not a day that exists." });
    else if (amount === undefined) problems.push({ line, words: "The amount cannot be read." });
    else {
      const balancePence = readMoneyCell(cells.get("Balance") ?? "")?.amount ?? null;
      printed.push({ line, onDate, amountPence: amount, description: cleanText(cells.get("Description") ?? ""), bankIdentifier: null, balancePence });
    }
  }
  const account = /^Account:(.*)$/m.exec(text)?.[1];
  return {
    kind: "text",
    columns: [],
    sampleRows: [],
    mapping: null,
    statements: [
      {
        account: account === undefined ? null : cleanText(account),
        currency: "GBP",
        kind: "bank",
        availablePence: null,
        ...orderLines(printed),
        problems,
        pending: [],
      },
    ],
    notes: [],
  };
}

function readBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  for (const [index, row] of text.split("\n").entries()) {
    const match = label.exec(row);
    if (!match) continue;
    if (match[1] === "Date" && blocks.length < rowLimit) blocks.push({ line: index + 1, cells: new Map() });
    blocks.at(-1)?.cells.set(match[1] ?? "", (match[2] ?? "").trim());
  }
  return blocks;
}
