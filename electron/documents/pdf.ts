import type { DocumentModel } from "../../shared/core/documentModel.ts";
import { documentFonts } from "./fontFiles.ts";
import { drawSection, drawTitle } from "./pdfBlocks.ts";
import { addTag, drawText, flowText, ink, type Paper, startPaper, widthOf, wrap } from "./pdfPaper.ts";
import { printableDocument } from "./printableText.ts";

export interface PdfOptions {
  /** 18 point text for people who ask for large print. */
  readonly isLargePrint?: boolean;
  /** Opens the document; the caller has checked it with `checkPdfPassword`. */
  readonly password?: string;
}

/**
 * Draws a document model as a tagged A4 PDF: title, headings, tables with heading cells, page numbers as artifacts.
 * The same model gives the same bytes. Characters the font lacks become "?", and the document says so at its end.
 */
export function renderPdf(source: DocumentModel, { isLargePrint = false, password }: PdfOptions = {}): Promise<Buffer> {
  const fonts = documentFonts();
  const paper = startPaper({ title: source.title, author: source.author, about: source.about, fonts, isLargePrint, ...(password && { password }) });
  const { model, replaced } = printableDocument(source, hasCharacterIn(paper));
  drawTitle(paper, model);
  for (const section of model.sections) drawSection(paper, section);
  if (replaced > 0) {
    flowText(
      paper,
      addTag(paper, paper.root, "P"),
      "Some characters could not be printed in this document's font. They are shown as a question mark.",
      {
        size: paper.size * 0.9,
        colour: ink.second,
      },
    );
  }
  drawFooters(paper, model.footer);
  paper.root.end();
  return finish(paper);
}

function hasCharacterIn(paper: Paper): (codePoint: number) => boolean {
  paper.doc.font("regular");
  const { _font } = paper.doc as unknown as { readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } } };
  return (codePoint) => _font.font.hasGlyphForCodePoint(codePoint);
}

/** Footer words and "Page 1 of 3" on every page, marked as what repeats. */
function drawFooters(paper: Paper, footer: string): void {
  const { count } = paper.doc.bufferedPageRange();
  const size = Math.min(paper.size * 0.85, 13);
  for (let index = 0; index < count; index += 1) {
    paper.doc.switchToPage(index);
    const number = `Page ${index + 1} of ${count}`;
    const numberWidth = widthOf(paper, number, "regular", size);
    const lines = wrap(paper, footer, "regular", size, paper.width - numberWidth - 20).slice(0, 2);
    paper.doc.markContent("Artifact", { type: "Pagination", attached: ["Bottom"] });
    for (const [line, text] of lines.entries()) drawText(paper, text, { x: paper.left, y: 794 + line * size * 1.3, size, colour: ink.second });
    drawText(paper, number, { x: paper.left + paper.width - numberWidth, y: 794, size, colour: ink.second });
    paper.doc.endMarkedContent();
  }
}

function finish(paper: Paper): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    paper.doc.on("data", (part: Buffer) => parts.push(part));
    paper.doc.on("end", () => resolve(Buffer.concat(parts)));
    paper.doc.on("error", reject);
    paper.doc.end();
  });
}
