import { cellText, type DocumentBlock, type DocumentModel } from "../../shared/core/documentModel.ts";

const blocksOf = (model: DocumentModel): DocumentBlock[] => model.sections.flatMap((section) => section.blocks);

/** The names and values of a document: the last one wins where a name stands twice. */
export function factsOf(model: DocumentModel): Record<string, string> {
  return Object.fromEntries(
    blocksOf(model).flatMap((block) =>
      block.kind === "facts"
        ? block.items.map(({ label, value }) => [label, value])
        : block.kind === "signature"
          ? block.lines.map(({ label, value }) => [label, value])
          : [],
    ),
  ) as Record<string, string>;
}

/** The rows of the table with this caption, as printed. */
export function rowsOf(model: DocumentModel, caption: string): string[][] {
  const table = blocksOf(model).find((block) => block.kind === "table" && block.caption === caption);
  if (table?.kind !== "table") throw new Error(`No table "${caption}"`);
  return table.rows.map((row) => row.cells.map(cellText));
}

/** All sentences of a document in reading order: headings, paragraphs, list entries and notes. */
export function sentencesOf(model: DocumentModel): string[] {
  return model.sections.flatMap((section) => [
    section.heading,
    ...section.blocks.flatMap((block) => {
      if (block.kind === "paragraph") return [block.text];
      if (block.kind === "list") return block.items;
      return block.kind === "note" ? [block.heading, ...block.lines] : [];
    }),
  ]);
}
