import * as z from "zod";
import { Pence } from "../core/money.ts";
import { PlainDate } from "../core/plainDate.ts";

const column = z.number().int().min(0).max(200);

/** How the columns of a bank's file are to be read. Columns count from 0. Either `amount` or `moneyOut` and `moneyIn` is given. */
export const ColumnMapping = z.strictObject({
  date: column,
  /** Joined with a blank, in this order. */
  description: z.array(column).max(6),
  amount: column.nullable(),
  moneyOut: column.nullable(),
  moneyIn: column.nullable(),
  balance: column.nullable(),
  /** The bank's own number for the payment. */
  bankIdentifier: column.nullable(),
  /** A column that tells pending and reverted payments. */
  status: column.nullable(),
  /** A charge that comes on top of the amount. */
  fee: column.nullable(),
  dateOrder: z.enum(["dayFirst", "monthFirst"]),
  /** Card statements print spending without a sign and payments in with "+" or "CR". */
  isSpendingPositive: z.boolean(),
});
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** One payment as the file gives it. `line` is its line in the file. Money in is above zero, money out below. */
export const ParsedLine = z.strictObject({
  line: z.number().int().min(0),
  onDate: PlainDate,
  amountPence: Pence,
  description: z.string().max(2000),
  bankIdentifier: z.string().max(200).nullable(),
  balancePence: Pence.nullable(),
});
export type ParsedLine = z.infer<typeof ParsedLine>;

/** Something in the file that was not taken as a payment, with its line. */
export const ParseProblem = z.strictObject({ line: z.number().int().min(0), words: z.string().max(500) });
export type ParseProblem = z.infer<typeof ParseProblem>;

/** Whether the running balances of the file follow from its payments. `line` is the first line that does not. */
export const BalanceCheck = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("agrees") }),
  z.strictObject({ state: z.literal("breaks"), line: z.number().int(), differencePence: Pence }),
  z.strictObject({ state: z.literal("none") }),
]);
export type BalanceCheck = z.infer<typeof BalanceCheck>;

/** One account's statement inside a file, oldest payment first. */
export const ParsedStatement = z.strictObject({
  account: z.string().nullable(),
  currency: z.string().nullable(),
  kind: z.enum(["bank", "credit card"]),
  openingPence: Pence.nullable(),
  closingPence: Pence.nullable(),
  availablePence: Pence.nullable(),
  balanceCheck: BalanceCheck,
  lines: z.array(ParsedLine),
  problems: z.array(ParseProblem),
  /** Payments that have not gone through yet: shown, never counted. */
  pending: z.array(z.strictObject({ line: z.number().int(), description: z.string(), amountPence: Pence })),
});
export type ParsedStatement = z.infer<typeof ParsedStatement>;

/** What was understood of a bank's file. `mapping` is empty for files that need none. */
export const ParsedFile = z.strictObject({
  kind: z.enum(["csv", "ofx", "text"]),
  /** Names of the columns as the file gives them, or "Column 1" … */
  columns: z.array(z.string()),
  /** The first rows, cell by cell, for choosing columns by eye. */
  sampleRows: z.array(z.array(z.string())),
  mapping: ColumnMapping.nullable(),
  statements: z.array(ParsedStatement),
  /** Plain words on how the file was read ("The dates could be read two ways. We took the day first."). */
  notes: z.array(z.string()),
});
export type ParsedFile = z.infer<typeof ParsedFile>;
