import { problem } from "../problems.ts";
import type { CsvRow } from "./csv.ts";
import { RowError, readPay, readWholeNumber } from "./rowReader.ts";
import type { FigureTopic } from "./topics.ts";

const weeksPerPayment: Readonly<Record<string, number>> = { weekly: 1, fortnightly: 2, every_2_weeks: 2, fourWeekly: 4, every_4_weeks: 4 };

/** Average weekly earnings from what was paid: sick pay to the penny, family pay cut at seven decimals. */
export const averageEarningsFigures: FigureTopic = {
  name: "average weekly earnings",
  inputs: ["payPattern", "earnings"],
  outputs: ["expectedAwe"],
  work: (row) => {
    const earnings = BigInt(readPay(row, "earnings"));
    const { multiply, divide } = weeksOf(row);
    const decimals = row.forPayment === "SSP" ? 2n : 7n;
    const scaled = earnings * multiply * 10n ** decimals;
    const whole = divide * 100n;
    const figure = row.forPayment === "SSP" ? (scaled * 2n + whole) / (whole * 2n) : scaled / whole;
    return { expectedAwe: decimalText(figure, Number(decimals)) };
  },
};

/** How a sum becomes a weekly one: times `multiply` over `divide`. */
function weeksOf(row: CsvRow): { readonly multiply: bigint; readonly divide: bigint } {
  const pattern = row.payPattern ?? "";
  if ((row.daysCovered ?? "") !== "") return { multiply: 70n, divide: readTenths(row, "daysCovered") };
  const payments = BigInt(readWholeNumber(row, "payments", 1, 53));
  if (pattern === "monthly") return { multiply: 12n, divide: 52n * payments };
  const weeks = weeksPerPayment[pattern];
  if (weeks === undefined) {
    throw new RowError([
      problem(
        "payPattern",
        pattern,
        "payPattern: this is not a known pattern.",
        "Use weekly, fortnightly, fourWeekly or monthly, or give daysCovered.",
      ),
    ]);
  }
  return { multiply: 1n, divide: BigInt(weeks) * payments };
}

/** "10.5" as 105. */
function readTenths(row: CsvRow, column: string): bigint {
  const text = row[column] ?? "";
  const match = /^(\d{1,4})(?:\.(\d))?$/.exec(text);
  const tenths = match ? BigInt(match[1] ?? "0") * 10n + BigInt(match[2] ?? "0") : 0n;
  if (tenths === 0n) throw new RowError([problem(column, text, `${column}: this is not a number of days.`, "Write it like 42 or 10.5.")]);
  return tenths;
}

/** A whole number of 10^-decimals as text without needless zeros: 1846153846 → "184.6153846". */
function decimalText(value: bigint, decimals: number): string {
  const text = value.toString().padStart(decimals + 1, "0");
  return `${text.slice(0, -decimals)}.${text.slice(-decimals)}`.replace(/\.?0+$/, "");
}
