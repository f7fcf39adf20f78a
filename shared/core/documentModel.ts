import * as z from "zod";
import { decimalHours, Minutes, minutes } from "./minutes.ts";
import { formatPence, Pence, type Pence as PenceType, pence } from "./money.ts";
import { formatDate, PlainDate } from "./plainDate.ts";

/** One value of a table, kept with its kind so that paper prints it and a spreadsheet can add it up. */
export const DocumentCell = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({ kind: z.literal("money"), amount: Pence }),
  z.object({ kind: z.literal("hours"), minutes: Minutes }),
  z.object({ kind: z.literal("date"), on: PlainDate }),
  z.object({ kind: z.literal("number"), value: z.number() }),
]);
export type DocumentCell = z.infer<typeof DocumentCell>;

/** A column's heading, and where its values stand: numbers at the end. `share` is its part of the width beside the other columns' (1 when left out). */
export const DocumentColumn = z.object({ heading: z.string(), align: z.enum(["start", "end"]), share: z.number().positive().optional() });
export type DocumentColumn = z.infer<typeof DocumentColumn>;

/** One row; the first cell names it. A total row is set apart by a heavier line. */
export const DocumentRow = z.object({ cells: z.array(DocumentCell), isTotal: z.boolean().optional() });
export type DocumentRow = z.infer<typeof DocumentRow>;

export const DocumentBlock = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("paragraph"), text: z.string() }),
  /** Names with their values: "Tax code" and "1257L". */
  z.object({ kind: z.literal("facts"), items: z.array(z.object({ label: z.string(), value: z.string() })) }),
  z.object({ kind: z.literal("list"), items: z.array(z.string()) }),
  z.object({ kind: z.literal("table"), caption: z.string(), columns: z.array(DocumentColumn), rows: z.array(DocumentRow) }),
  /** Quiet box with an explanation. */
  z.object({ kind: z.literal("note"), heading: z.string(), lines: z.array(z.string()) }),
  /** Lines to sign on; `value` is printed on the line where it is known already. */
  z.object({ kind: z.literal("signature"), lines: z.array(z.object({ label: z.string(), value: z.string() })) }),
]);
export type DocumentBlock = z.infer<typeof DocumentBlock>;

export const DocumentSection = z.object({ heading: z.string(), startsNewPage: z.boolean().optional(), blocks: z.array(DocumentBlock) });
export type DocumentSection = z.infer<typeof DocumentSection>;

/**
 * A document as the screen and the PDF both draw it: a title with lines under it, perhaps one figure that matters most,
 * and sections. `about` is the date the document is dated: it never comes from a clock, so the same facts give the same file.
 */
export const DocumentModel = z.object({
  title: z.string(),
  subtitle: z.array(z.string()),
  author: z.string(),
  about: PlainDate,
  figure: z.object({ label: z.string(), amount: Pence }).optional(),
  sections: z.array(DocumentSection),
  footer: z.string(),
});
export type DocumentModel = z.infer<typeof DocumentModel>;
export type DocumentTable = Extract<DocumentBlock, { kind: "table" }>;

export const textCell = (text: string): DocumentCell => ({ kind: "text", text });
export const moneyCell = (amount: PenceType): DocumentCell => ({ kind: "money", amount });
export const hoursCell = (count: number): DocumentCell => ({ kind: "hours", minutes: minutes(count) });
export const dateCell = (on: PlainDate): DocumentCell => ({ kind: "date", on });
export const emptyCell: DocumentCell = { kind: "text", text: "" };

/** A value as paper and screen print it: "£12.50", "7.50", "27 November 2026". */
export function cellText(cell: DocumentCell): string {
  switch (cell.kind) {
    case "text":
      return cell.text;
    case "money":
      return formatPence(pence(cell.amount));
    case "hours":
      return decimalHours(cell.minutes);
    case "date":
      return formatDate(cell.on);
    case "number":
      return String(cell.value);
  }
}

/** A name with an amount, and with the total under a heavier line when one is given. Two columns. */
export function amountTable(
  caption: string,
  columns: readonly [string, string],
  rows: readonly (readonly [string, PenceType])[],
  total?: readonly [string, PenceType],
): DocumentTable {
  const row = ([label, amount]: readonly [string, PenceType], isTotal: boolean): DocumentRow => ({
    cells: [textCell(label), moneyCell(amount)],
    ...(isTotal && { isTotal }),
  });
  return {
    kind: "table",
    caption,
    columns: [
      { heading: columns[0], align: "start", share: 3 },
      { heading: columns[1], align: "end", share: 1 },
    ],
    rows: [...rows.map((each) => row(each, false)), ...(total ? [row(total, true)] : [])],
  };
}

/** Every table of a document with the heading of its section, in order. */
export function tablesOf(model: DocumentModel): { readonly heading: string; readonly table: DocumentTable }[] {
  return model.sections.flatMap((section) =>
    section.blocks.filter((block) => block.kind === "table").map((table) => ({ heading: section.heading, table })),
  );
}
