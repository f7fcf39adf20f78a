import { type BasisPoints, basisPoints, type Pence, pence } from "../../core/money.ts";
import { PlainDate } from "../../core/plainDate.ts";
import { describeProblem, type PayProblem, problem } from "../problems.ts";
import { PayFrequency } from "../types.ts";
import type { CsvRow } from "./csv.ts";

/** Stops the work on one row; its text becomes the row's `error`. */
export class RowError extends Error {
  constructor(problems: readonly PayProblem[]) {
    super(problems.map((one) => `${one.field}: ${describeProblem(one)}`).join(" "));
    this.name = "RowError";
  }
}

const refuse = (column: string, value: string, rule: string, wayOut: string): never => {
  throw new RowError([problem(column, value, rule, wayOut)]);
};

const largestPence = 100_000_000_000;

/** An amount in pounds with at most two decimals, as pence. Throws a RowError when missing or not an amount. */
export function readMoney(row: CsvRow, column: string): Pence {
  const text = row[column] ?? "";
  const match = /^(-?)£?(\d+|\d{1,3}(?:,\d{3})+)?(?:\.(\d{1,2})0*)?$/.exec(text.replace("−", "-"));
  if (!match || (match[2] === undefined && match[3] === undefined))
    return refuse(column, text, "this is not an amount in pounds.", "Write it like 1234.56.");
  const size = Number((match[2] ?? "0").replaceAll(",", "")) * 100 + Number((match[3] ?? "").padEnd(2, "0"));
  if (size > largestPence) return refuse(column, text, "this amount is too large.", "Check the number.");
  return pence(match[1] === "-" ? -size : size);
}

/** An amount that may not be below zero. */
export function readPay(row: CsvRow, column: string): Pence {
  const amount = readMoney(row, column);
  return amount < 0 ? refuse(column, row[column] ?? "", "pay may not be below zero.", "Write the pay of the period, or 0.00.") : amount;
}

export function readPayOr(row: CsvRow, column: string, otherwise: number): Pence {
  return (row[column] ?? "") === "" ? pence(otherwise) : readPay(row, column);
}

/** A share as basis points: with `unit` 100 the text is per cent ("5.0"), with 10,000 a decimal share ("0.92"). */
export function readBasisPoints(row: CsvRow, column: string, unit: 100 | 10_000): BasisPoints {
  const text = row[column] ?? "";
  const decimals = unit === 100 ? 2 : 4;
  const match = /^(\d{1,3})(?:\.(\d+?)0*)?$/.exec(text);
  if (!match || (match[2] ?? "").length > decimals)
    return refuse(column, text, "this is not a share.", unit === 100 ? "Write it like 5.0." : "Write it like 0.92.");
  return basisPoints(Number(match[1]) * unit + Number((match[2] ?? "").padEnd(decimals, "0")));
}

export function readWholeNumber(row: CsvRow, column: string, least: number, most: number): number {
  const text = row[column] ?? "";
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  return value >= least && value <= most
    ? value
    : refuse(column, text, `this must be a whole number from ${least} to ${most}.`, "Correct the number.");
}

export function readYesNo(row: CsvRow, column: string): boolean {
  const text = (row[column] ?? "").toLowerCase();
  if (["true", "yes", "y", "1"].includes(text)) return true;
  if (["", "false", "no", "n", "0"].includes(text)) return false;
  return refuse(column, row[column] ?? "", "this must be true or false.", "Write true or false.");
}

export function readDate(row: CsvRow, column: string): PlainDate {
  const parsed = PlainDate.safeParse(row[column] ?? "");
  return parsed.success ? parsed.data : refuse(column, row[column] ?? "", "this is not a real date.", "Write it like 2026-11-27.");
}

export function readPayFrequency(row: CsvRow): PayFrequency {
  const parsed = PayFrequency.safeParse(row.payFrequency ?? "");
  if (parsed.success) return parsed.data;
  return refuse("payFrequency", row.payFrequency ?? "", "pay is weekly, fortnightly, fourWeekly or monthly.", "Use one of these words.");
}

/** One of a closed list of texts. */
export function readOneOf<T extends string>(row: CsvRow, column: string, allowed: readonly T[]): T {
  const text = row[column] ?? "";
  return allowed.includes(text as T) ? (text as T) : refuse(column, text, `this must be one of ${allowed.join(", ")}.`, "Use one of these.");
}

/** The rates of the row's tax year, found by `find`. */
export function readTaxYear<R>(row: CsvRow, find: (taxYear: string) => R | undefined): R {
  const text = row.taxYear ?? "";
  return find(text) ?? refuse("taxYear", text, "there are no rates for this tax year.", "Use a tax year like 2026-27 that this version knows.");
}
