import { cellText, type DocumentTable } from "../../shared/core/documentModel.ts";
import { drawFactRows } from "./pdfFacts.ts";
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
  type Weight,
  widthOf,
  wrap,
} from "./pdfPaper.ts";

interface Column {
  readonly x: number;
  readonly width: number;
  readonly align: "start" | "end";
}

interface Line {
  readonly text: string;
  readonly x: number;
}

/** A row ready to draw: its lines of text by column, and its height. */
interface LaidRow {
  readonly cells: readonly (readonly Line[])[];
  readonly height: number;
  readonly weight: Weight;
}

const padding = 3.4;
/** Wide tables are set smaller until they fit, but not below this size. */
const smallestSize = 6.5;

/**
 * Draws a table: heading cells with their scope, the first cell of each row as its heading. A row is never cut; on a new
 * page the headings are drawn again as an artifact, so that screen readers hear one table with one set of headings.
 * In large print a table too wide for its size becomes a list: the row's name, with each heading and value under it.
 */
export function drawTable(paper: Paper, parent: Tag, table: DocumentTable): void {
  if (paper.isLargePrint && isTooWideForLargePrint(paper, table)) {
    drawRecords(paper, parent, table);
    return;
  }
  const isWide = table.columns.length > 5;
  const wanted = isWide && !paper.isLargePrint ? paper.size * 0.86 : paper.size;
  const needed = neededWidths(paper, table, wanted).reduce((sum, width) => sum + width, 0);
  const size = Math.max(smallestSize, wanted * Math.min(1, paper.width / needed));
  const headingSize = isWide ? size : size * 0.88;
  const columns = placeColumns(paper, table, size);
  const headings = table.columns.map((column) => column.heading);
  const head = layRow(paper, columns, headings, "bold", headingSize);
  const first = table.rows[0];
  const firstHeight = first ? layRow(paper, columns, first.cells.map(cellText), "regular", size).height : 0;
  makeRoom(paper, head.height + firstHeight);

  const tag = addTag(paper, parent, "Table", { title: table.caption });
  const headingRow = addTag(paper, tag, "TR");
  drawRow(paper, head, headingSize, ink.second, () => addTag(paper, headingRow, "TH", { scope: "Column" }));
  drawRule(paper, paper.y, 1, ink.strongLine);

  for (const row of table.rows) {
    const laid = layRow(paper, columns, row.cells.map(cellText), row.isTotal ? "bold" : "regular", size);
    if (paper.y + laid.height > paper.bottom) {
      startPage(paper);
      drawArtifact(paper, () => drawRow(paper, head, headingSize, ink.second));
      drawRule(paper, paper.y, 1, ink.strongLine);
    }
    if (row.isTotal) drawRule(paper, paper.y, 1.2, ink.strongLine);
    const rowTag = addTag(paper, tag, "TR");
    drawRow(paper, laid, size, ink.text, (index) => (index === 0 ? addTag(paper, rowTag, "TH", { scope: "Row" }) : addTag(paper, rowTag, "TD")));
    if (!row.isTotal) drawRule(paper, paper.y, 0.6, ink.line);
  }
}

/** Large print may give way a little, but not so much that it is no longer large. */
const smallestLargePrint = 16;

function isTooWideForLargePrint(paper: Paper, table: DocumentTable): boolean {
  return neededWidths(paper, table, smallestLargePrint).reduce((sum, width) => sum + width, 0) > paper.width;
}

/** Each row as an entry of a list: its name in bold, then what the other columns say, empty ones left out. */
function drawRecords(paper: Paper, parent: Tag, table: DocumentTable): void {
  const list = addTag(paper, parent, "L", { title: table.caption });
  for (const row of table.rows) {
    const [first = "", ...values] = row.cells.map(cellText);
    const name = row.cells[0]?.kind === "date" ? `${table.columns[0]?.heading ?? ""} ${first}` : first;
    const facts = values.flatMap((value, index) => (value === "" ? [] : [{ label: table.columns[index + 1]?.heading ?? "", value }]));
    makeRoom(paper, lineHeight(paper.size) * (2 + Math.ceil(facts.length / 2)));
    const entry = addTag(paper, list, "LI");
    flowText(paper, addTag(paper, entry, "Lbl"), name, { weight: "bold" });
    if (facts.length > 0) drawFactRows(paper, addTag(paper, addTag(paper, entry, "LBody"), "L"), facts, 2);
    paper.y += 3;
    drawRule(paper, paper.y, row.isTotal ? 1.2 : 0.6, row.isTotal ? ink.strongLine : ink.line);
    paper.y += 5;
  }
}

/** The least width of each column: its longest word; amounts and dates are not broken. */
function neededWidths(paper: Paper, table: DocumentTable, size: number): number[] {
  return table.columns.map((column, index) => {
    const widths = table.rows.flatMap((row) => {
      const cell = row.cells[index];
      if (!cell) return [];
      const parts = cell.kind === "text" && column.align === "start" ? cell.text.split(" ") : [cellText(cell)];
      return parts.map((part) => widthOf(paper, part, row.isTotal ? "bold" : "regular", size));
    });
    const heading = column.heading.split(" ").map((part) => widthOf(paper, part, "bold", size));
    return Math.min(paper.width / 2, 2 * padding + 3 + startGap(table.columns, index) + Math.max(0, ...heading, ...widths));
  });
}

/** Room before words that follow a column of figures, so that the two do not run into each other. */
function startGap(columns: readonly { readonly align: "start" | "end" }[], index: number): number {
  return columns[index]?.align === "start" && columns[index - 1]?.align === "end" ? 10 : 0;
}

/** Shares the width out by the columns' shares, but never less than a column needs. */
function placeColumns(paper: Paper, table: DocumentTable, size: number): Column[] {
  const longestWord = neededWidths(paper, table, size);
  const shares = table.columns.map((column) => column.share ?? 1);
  const allShares = shares.reduce((sum, share) => sum + share, 0);
  const wanted = shares.map((share, index) => Math.max((paper.width * share) / allShares, longestWord[index] ?? 0));
  const over = wanted.reduce((sum, width) => sum + width, 0) - paper.width;
  const slack = wanted.map((width, index) => Math.max(0, width - (longestWord[index] ?? 0)));
  const allSlack = slack.reduce((sum, width) => sum + width, 0);
  const widths = wanted.map((width, index) =>
    allSlack > 0 ? width - (Math.max(0, over) * (slack[index] ?? 0)) / allSlack : paper.width / wanted.length,
  );
  let x = paper.left;
  return table.columns.map((column, index) => {
    const width = widths[index] ?? 0;
    const placed = { x, width, align: column.align };
    x += width;
    return placed;
  });
}

function layRow(paper: Paper, columns: readonly Column[], texts: readonly string[], weight: Weight, size: number): LaidRow {
  const cells = columns.map((column, index) => {
    const before = padding + startGap(columns, index);
    const room = column.width - padding - before;
    return wrap(paper, texts[index] ?? "", weight, size, room).map((text) => ({
      text,
      x: column.align === "end" ? column.x + column.width - padding - widthOf(paper, text, weight, size) : column.x + before,
    }));
  });
  const most = Math.max(...cells.map((lines) => lines.length));
  return { cells, weight, height: most * lineHeight(size) + 2 * padding };
}

/** Draws a laid row at the pen and moves the pen below it. Without `tagFor` the caller has marked it as an artifact. */
function drawRow(paper: Paper, row: LaidRow, size: number, colour: string, tagFor?: (index: number) => Tag): void {
  const top = paper.y + padding + 1;
  for (const [index, lines] of row.cells.entries()) {
    const tag = tagFor?.(index);
    for (const [number, line] of lines.entries()) {
      const text = number < lines.length - 1 ? `${line.text} ` : line.text;
      const draw = () => drawText(paper, text, { x: line.x, y: top + number * lineHeight(size), weight: row.weight, size, colour });
      if (line.text === "") continue;
      if (tag) tag.add(draw);
      else draw();
    }
  }
  paper.y += row.height;
}
