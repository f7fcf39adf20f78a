import PDFDocument from "pdfkit";
import type { PlainDate } from "../../shared/core/plainDate.ts";
import type { DocumentFonts } from "./fontFiles.ts";
import { encryptWithoutChance, passwordOptions } from "./pdfPassword.ts";

/** An element of the tag tree that screen readers follow. Content is added by functions that draw it. */
export type Tag = PDFKit.Mixins.PDFMarking extends { struct(...rest: never[]): infer Element } ? Element : never;

export type Weight = "regular" | "bold";

/** One A4 document being drawn: where the pen stands, and how wide and big things are. All lengths in points. */
export interface Paper {
  readonly doc: PDFKit.PDFDocument;
  readonly root: Tag;
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  /** Size of body text: 10.5, or 18 in large print. */
  readonly size: number;
  readonly isLargePrint: boolean;
  /** Widths at 1 point of texts measured before: shaping a text is the slow part of drawing. */
  readonly widths: Map<string, number>;
  /** Where the next thing goes. */
  y: number;
}

export const ink = { text: "#1B2A2F", second: "#4A5A60", line: "#DCD5C9", strongLine: "#1B2A2F", sunk: "#F3EFE8" } as const;
const pageSize = { width: 595.28, height: 841.89 } as const;
/** Figures of one width, so that columns of money line up. Only for texts without letters: shaping with features is slow. */
const featuresFor = (text: string): { features?: PDFKit.Mixins.OpenTypeFeatures[] } => (/^\P{L}*\d\P{L}*$/u.test(text) ? { features: ["tnum"] } : {});

interface PaperOptions {
  readonly title: string;
  readonly author: string;
  readonly about: PlainDate;
  readonly fonts: DocumentFonts;
  readonly isLargePrint: boolean;
  readonly password?: string;
}

/** Starts a tagged document (PDF 1.7, flagged PDF/UA, British English) whose bytes depend on nothing but what is drawn in it. */
export function startPaper({ title, author, about, fonts, isLargePrint, password }: PaperOptions): Paper {
  const options = {
    size: "A4",
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    pdfVersion: "1.7",
    subset: "PDF/UA",
    tagged: true,
    displayTitle: true,
    lang: "en-GB",
    bufferPages: true,
    info: { Title: title, Author: author, Creator: "Plan & Payday", Producer: "Plan & Payday", CreationDate: new Date(`${about}T12:00:00Z`) },
    // No font of the library's own: with one, it would compare the whole font anew at each change between regular and bold.
    font: null,
    ...(password !== undefined && passwordOptions(password)),
  } as unknown as PDFKit.PDFDocumentOptions;
  const doc = new PDFDocument(options);
  encryptWithoutChance(doc);
  doc.registerFont("regular", fonts.regular as unknown as string);
  doc.registerFont("bold", fonts.bold as unknown as string);
  const root = doc.struct("Document");
  doc.addStructure(root);
  const margin = isLargePrint ? 44 : 48;
  return {
    doc,
    root,
    left: margin,
    width: pageSize.width - 2 * margin,
    top: margin,
    bottom: pageSize.height - 64,
    size: isLargePrint ? 18 : 10.5,
    isLargePrint,
    widths: new Map(),
    y: margin,
  };
}

/** Adds a tag under `parent`. `scope` says what a heading cell heads, `title` what a table is about. */
export function addTag(paper: Paper, parent: Tag, kind: string, about: { readonly scope?: "Row" | "Column"; readonly title?: string } = {}): Tag {
  const tag = paper.doc.struct(kind, about as object);
  parent.add(tag);
  return tag;
}

/** The height of one line of text of this size. */
export const lineHeight = (size: number): number => size * 1.4;

/** Goes on to a new page when fewer than `height` points are left. Answers whether it did. */
export function makeRoom(paper: Paper, height: number): boolean {
  if (paper.y + height <= paper.bottom || paper.y <= paper.top) return false;
  startPage(paper);
  return true;
}

/** Goes on to a new page. */
export function startPage(paper: Paper): void {
  paper.doc.addPage();
  paper.y = paper.top;
}

/** Sets the font; must come before measuring and drawing. */
function choose(paper: Paper, weight: Weight, size: number): void {
  paper.doc.font(weight).fontSize(size);
}

/** Width of a text in points. */
export function widthOf(paper: Paper, text: string, weight: Weight, size: number): number {
  const key = `${weight}|${text}`;
  const known = paper.widths.get(key);
  if (known !== undefined) return known * size;
  choose(paper, weight, 100);
  const width = paper.doc.widthOfString(text, featuresFor(text)) / 100;
  paper.widths.set(key, width);
  return width * size;
}

/** Cuts a text into lines no wider than `width`. A word wider than that is cut. Always at least one line. */
export function wrap(paper: Paper, text: string, weight: Weight, size: number, width: number): string[] {
  const fits = (words: string) => widthOf(paper, words, weight, size) <= width;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = word;
    while (!fits(line) && line.length > 1) {
      let count = line.length - 1;
      while (count > 1 && !fits(line.slice(0, count))) count -= 1;
      lines.push(line.slice(0, count));
      line = line.slice(count);
    }
  }
  return [...lines, line];
}

interface Stroke {
  readonly x: number;
  readonly y: number;
  readonly weight?: Weight;
  readonly size?: number;
  readonly colour?: string;
}

/** Draws one line of text at a place, without moving the pen. */
export function drawText(paper: Paper, text: string, { x, y, weight = "regular", size = paper.size, colour = ink.text }: Stroke): void {
  choose(paper, weight, size);
  paper.doc.fillColor(colour).text(text, x, y, { lineBreak: false, ...featuresFor(text) });
}

/** Draws what only decorates or repeats: screen readers pass over it. */
export function drawArtifact(paper: Paper, draw: () => void): void {
  paper.doc.markContent("Artifact", { type: "Layout" });
  draw();
  paper.doc.endMarkedContent();
}

/** A rule across the given width at height `y`. */
export function drawRule(paper: Paper, y: number, weight: number, colour: string, x = paper.left, width = paper.width): void {
  drawArtifact(paper, () => {
    paper.doc.lineWidth(weight).strokeColor(colour);
    paper.doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke();
  });
}

interface FlowOptions {
  readonly weight?: Weight;
  readonly size?: number;
  readonly colour?: string;
  readonly x?: number;
  readonly width?: number;
}

/** Writes a text that flows over lines and pages under one tag, and moves the pen below it. */
export function flowText(paper: Paper, tag: Tag, text: string, options: FlowOptions = {}): void {
  const { weight = "regular", size = paper.size, colour = ink.text, x = paper.left, width = paper.width } = options;
  const lines = wrap(paper, text, weight, size, width);
  for (const [index, line] of lines.entries()) {
    makeRoom(paper, lineHeight(size));
    const y = paper.y;
    tag.add(() => drawText(paper, index < lines.length - 1 ? `${line} ` : line, { x, y, weight, size, colour }));
    paper.y += lineHeight(size);
  }
}
