import * as z from "zod";
import { parsePence } from "../../core/money.ts";
import { BureauLine, type BureauPayslip, bureauLineWords } from "./bureauPayslip.ts";

const cell = z.string().max(400);

/** One row of a bureau's file as it was written: one person's payslip. `line` is its line in the file. */
export const BureauCsvRow = z.strictObject({
  line: z.number().int(),
  name: cell,
  payrollNumber: cell,
  taxCode: cell,
  nationalInsuranceCategory: cell,
  figures: z.partialRecord(BureauLine, cell),
});
export type BureauCsvRow = z.infer<typeof BureauCsvRow>;

/** The most rows of one file: a household's payslips of some years. */
export const bureauRowLimit = 2000;

/** A bureau's file as it was written, and what stands in the way of reading it: one sentence each. */
export const ParsedBureauCsv = z.object({ rows: z.array(BureauCsvRow).max(bureauRowLimit), problems: z.array(z.string()) });
export type ParsedBureauCsv = z.infer<typeof ParsedBureauCsv>;

/** A row with its amounts understood, in pence. Problems name the line, the column and what is written there. */
export interface ReadBureauRow {
  readonly bureau: BureauPayslip;
  readonly problems: readonly string[];
}

/**
 * Reads the amounts of a row as bureaus write them: "£1,400.00", "1400", "(86.40)" or "86.40-" for a sum given back. An empty cell is a line that the payslip does not show. Amounts that are
 * no sums are left out and named.
 */
export function readBureauRow(row: BureauCsvRow): ReadBureauRow {
  const problems: string[] = [];
  const figures: BureauPayslip["figures"] = {};
  for (const [line, text] of Object.entries(row.figures) as [BureauLine, string][]) {
    const clean = text.trim();
    if (clean === "" || clean === "-") continue;
    const amount = parsePence(clean.replace(/^\((.*)\)$/, "-$1").replace(/^(.*)-$/, "-$1"));
    if (amount === undefined) problems.push(`Line ${row.line}, ${bureauLineWords[line]}: “${clean}” is not an amount. Write it like 12.50.`);
    else figures[line] = amount;
  }
  const letter = row.nationalInsuranceCategory.trim().toUpperCase();
  return {
    bureau: {
      figures,
      taxCode: row.taxCode.trim().slice(0, 20) || null,
      nationalInsuranceCategory: /^[A-Z]$/.test(letter) ? letter : null,
    },
    problems,
  };
}
