import { addTag, drawText, ink, lineHeight, makeRoom, type Paper, type Tag, widthOf, wrap } from "./pdfPaper.ts";

export interface Fact {
  readonly label: string;
  readonly value: string;
}

const gap = 16;

/**
 * Draws names with their values under a list tag, so many beside each other: "Tax code: 1257L". One that does not fit its part of the width gets a row of its own.
 * Each is one entry of the list.
 */
export function drawFactRows(paper: Paper, list: Tag, items: readonly Fact[], perRow: number): void {
  const width = (paper.width - (perRow - 1) * gap) / perRow;
  let waiting: Fact[] = [];
  const flush = () => {
    if (waiting.length > 0) drawBeside(paper, list, waiting, width);
    waiting = [];
  };
  for (const item of items) {
    if (!fits(paper, item, width)) {
      flush();
      drawAlone(paper, list, item);
      continue;
    }
    waiting.push(item);
    if (waiting.length === perRow) flush();
  }
  flush();
}

const labelOf = ({ label }: Fact) => `${label}: `;

/** A label may take two thirds of its place; the value wraps in what is left, but no word of it may be cut. */
function fits(paper: Paper, item: Fact, width: number): boolean {
  const label = widthOf(paper, labelOf(item), "regular", paper.size);
  const words = item.value.split(" ").map((word) => widthOf(paper, word, "bold", paper.size));
  const isOneLine = label + widthOf(paper, item.value, "bold", paper.size) <= width;
  return isOneLine || (label <= width * 0.67 && label + Math.max(...words) <= width);
}

function drawBeside(paper: Paper, list: Tag, items: readonly Fact[], width: number): void {
  const laid = items.map((item) => {
    const label = labelOf(item);
    const labelWidth = widthOf(paper, label, "regular", paper.size);
    return { label, labelWidth, lines: wrap(paper, item.value, "bold", paper.size, width - labelWidth) };
  });
  const height = Math.max(...laid.map((item) => item.lines.length)) * lineHeight(paper.size) + 2;
  makeRoom(paper, height);
  const y = paper.y;
  for (const [index, item] of laid.entries()) {
    const x = paper.left + index * (width + gap);
    const body = addTag(paper, addTag(paper, list, "LI"), "LBody");
    body.add(() => drawText(paper, item.label, { x, y, colour: ink.second }));
    drawValue(paper, body, item.lines, x + item.labelWidth, y);
  }
  paper.y += height;
}

/** A long name over the whole width, with the value behind it when there is room, else under it. */
function drawAlone(paper: Paper, list: Tag, item: Fact): void {
  const label = labelOf(item);
  const labels = wrap(paper, label.trimEnd(), "regular", paper.size, paper.width);
  const labelWidth = widthOf(paper, label, "regular", paper.size);
  const isOneLine = labels.length === 1 && labelWidth + widthOf(paper, item.value, "bold", paper.size) <= paper.width;
  const values = wrap(paper, item.value, "bold", paper.size, paper.width);
  const height = (isOneLine ? 1 : labels.length + values.length) * lineHeight(paper.size) + 2;
  makeRoom(paper, height);
  const y = paper.y;
  const body = addTag(paper, addTag(paper, list, "LI"), "LBody");
  for (const [number, line] of labels.entries()) {
    body.add(() => drawText(paper, `${line} `, { x: paper.left, y: y + number * lineHeight(paper.size), colour: ink.second }));
  }
  if (isOneLine) drawValue(paper, body, values, paper.left + labelWidth, y);
  else drawValue(paper, body, values, paper.left, y + labels.length * lineHeight(paper.size));
  paper.y += height;
}

function drawValue(paper: Paper, body: Tag, lines: readonly string[], x: number, y: number): void {
  for (const [number, line] of lines.entries()) {
    const place = { x, y: y + number * lineHeight(paper.size), weight: "bold" as const };
    body.add(() => drawText(paper, number < lines.length - 1 ? `${line} ` : line, place));
  }
}
