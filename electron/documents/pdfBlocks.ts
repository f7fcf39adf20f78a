import type { DocumentBlock, DocumentModel, DocumentSection } from "../../shared/core/documentModel.ts";
import { formatPence, pence } from "../../shared/core/money.ts";
import { drawFactRows, type Fact } from "./pdfFacts.ts";
import {
  addTag,
  drawArtifact,
  drawRule,
  drawText,
  flowText,
  ink,
  lineHeight,
  makeRoom,
  type Paper,
  startPage,
  type Tag,
  widthOf,
  wrap,
} from "./pdfPaper.ts";
import { drawTable } from "./pdfTable.ts";

/** Draws the title with the lines under it, and the figure that matters most at the right. */
export function drawTitle(paper: Paper, model: DocumentModel): void {
  const top = paper.y;
  const width = paper.width - (model.figure ? figureWidth(paper, model.figure) + 16 : 0);
  flowText(paper, addTag(paper, paper.root, "H1"), model.title, { weight: "bold", size: paper.size * 2, width });
  if (model.figure) drawFigure(paper, model.figure, top + 4);
  for (const line of model.subtitle) flowText(paper, addTag(paper, paper.root, "P"), line, { colour: ink.second, width, size: paper.size * 1.05 });
  paper.y = Math.max(paper.y, model.figure ? top + lineHeight(paper.size * 3.1) + 4 : 0) + 8;
  drawRule(paper, paper.y, 2, ink.strongLine);
  paper.y += 8;
}

type Figure = NonNullable<DocumentModel["figure"]>;
const figureScale = 2.1;

function figureWidth(paper: Paper, figure: Figure): number {
  const amount = widthOf(paper, formatPence(pence(figure.amount)), "bold", paper.size * figureScale);
  return Math.max(amount, widthOf(paper, figure.label, "regular", paper.size));
}

function drawFigure(paper: Paper, figure: Figure, y: number): void {
  const amount = formatPence(pence(figure.amount));
  const size = paper.size * figureScale;
  const right = paper.left + paper.width;
  const tag = addTag(paper, paper.root, "P");
  const labelX = right - widthOf(paper, figure.label, "regular", paper.size);
  const amountX = right - widthOf(paper, amount, "bold", size);
  tag.add(() => drawText(paper, `${figure.label} `, { x: labelX, y, colour: ink.second }));
  tag.add(() => drawText(paper, amount, { x: amountX, y: y + lineHeight(paper.size), size, weight: "bold" }));
}

/** Draws a section: its heading stays with the beginning of what follows. */
export function drawSection(paper: Paper, section: DocumentSection): void {
  if (section.startsNewPage && paper.y > paper.top) startPage(paper);
  const tag = addTag(paper, paper.root, "Sect");
  const size = paper.size * 1.3;
  const isPageTop = paper.y === paper.top;
  const firstIsTable = section.blocks[0]?.kind === "table";
  makeRoom(paper, lineHeight(size) + lineHeight(paper.size) * (firstIsTable ? 5 : 3));
  if (!isPageTop) paper.y += 8;
  if (section.heading) {
    flowText(paper, addTag(paper, tag, "H2"), section.heading, { weight: "bold", size });
    paper.y += 2;
  }
  for (const block of section.blocks) drawBlock(paper, tag, block);
}

function drawBlock(paper: Paper, parent: Tag, block: DocumentBlock): void {
  switch (block.kind) {
    case "paragraph":
      flowText(paper, addTag(paper, parent, "P"), block.text);
      paper.y += 5;
      return;
    case "list":
      drawList(paper, parent, block.items);
      return;
    case "facts":
      drawFacts(paper, parent, block.items);
      return;
    case "table":
      drawTable(paper, parent, block);
      paper.y += 8;
      return;
    case "note":
      drawNote(paper, parent, block);
      return;
    case "signature":
      drawSignature(paper, parent, block.lines);
      return;
  }
}

function drawList(paper: Paper, parent: Tag, items: readonly string[]): void {
  const list = addTag(paper, parent, "L");
  for (const item of items) {
    makeRoom(paper, lineHeight(paper.size));
    const entry = addTag(paper, list, "LI");
    const y = paper.y;
    addTag(paper, entry, "Lbl").add(() => drawText(paper, "•", { x: paper.left + 4, y }));
    flowText(paper, addTag(paper, entry, "LBody"), item, { x: paper.left + 18, width: paper.width - 18 });
    paper.y += 2;
  }
  paper.y += 5;
}

/** Names with their values, two beside each other (one in large print). */
function drawFacts(paper: Paper, parent: Tag, items: readonly Fact[]): void {
  drawFactRows(paper, addTag(paper, parent, "L"), items, paper.isLargePrint ? 1 : 2);
  paper.y += 5;
}

function drawNote(paper: Paper, parent: Tag, note: { readonly heading: string; readonly lines: readonly string[] }): void {
  const inner = paper.width - 28;
  const count = note.lines.reduce((sum, line) => sum + wrap(paper, line, "regular", paper.size, inner).length, 0);
  const height = lineHeight(paper.size * 1.1) + count * lineHeight(paper.size) + 24;
  const isWhole = height <= paper.bottom - paper.top;
  paper.y += 4;
  if (isWhole) {
    makeRoom(paper, height);
    const y = paper.y;
    drawArtifact(paper, () => paper.doc.roundedRect(paper.left, y, paper.width, height, 8).fill(ink.sunk));
  }
  paper.y += 11;
  const place = { x: paper.left + 14, width: inner };
  flowText(paper, addTag(paper, parent, "H3"), note.heading, { ...place, weight: "bold", size: paper.size * 1.1 });
  for (const line of note.lines) flowText(paper, addTag(paper, parent, "P"), line, place);
  paper.y += 17;
}

function drawSignature(paper: Paper, parent: Tag, lines: readonly { readonly label: string; readonly value: string }[]): void {
  for (const line of lines) {
    makeRoom(paper, lineHeight(paper.size) * 2.4);
    paper.y += lineHeight(paper.size) * 0.7;
    const y = paper.y;
    const labelWidth = paper.width * 0.3;
    const tag = addTag(paper, parent, "P");
    tag.add(() => drawText(paper, `${line.label}: `, { x: paper.left, y, colour: ink.second }));
    if (line.value) tag.add(() => drawText(paper, line.value, { x: paper.left + labelWidth, y }));
    paper.y += lineHeight(paper.size);
    drawRule(paper, paper.y, 0.8, ink.second, paper.left + labelWidth, paper.width - labelWidth);
  }
  paper.y += 8;
}
