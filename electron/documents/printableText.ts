import type { DocumentModel } from "../../shared/core/documentModel.ts";

/** Tells whether the font can draw a character. */
export type HasCharacter = (codePoint: number) => boolean;

/** Look-alikes of characters that most text fonts lack. */
const lookAlikes: ReadonlyMap<string, string> = new Map([
  ["\u2011", "-"],
  ["\u2010", "-"],
  ["\u202f", " "],
  ["\u2009", " "],
  ["\u00a0", " "],
  ["\u2212", "-"],
  ["\u200b", ""],
  ["\u00ad", ""],
]);

/** A text the font can print: a look-alike where there is one, else "?" which is counted. A PDF would drop such characters without a word. */
export function printableText(text: string, hasCharacter: HasCharacter): { readonly text: string; readonly replaced: number } {
  let replaced = 0;
  const printable = [...text.normalize("NFC").replace(/\s+/g, " ")].map((character) => {
    if (character === " " || hasCharacter(character.codePointAt(0) ?? 0)) return character;
    const lookAlike = lookAlikes.get(character);
    if (lookAlike !== undefined) return lookAlike;
    replaced += 1;
    return "?";
  });
  return { text: printable.join(""), replaced };
}

/** The same document in characters the font has, and how many had to become "?". */
export function printableDocument(model: DocumentModel, hasCharacter: HasCharacter): { readonly model: DocumentModel; readonly replaced: number } {
  let replaced = 0;
  const walk = (part: unknown): unknown => {
    if (typeof part === "string") {
      const result = printableText(part, hasCharacter);
      replaced += result.replaced;
      return result.text;
    }
    if (Array.isArray(part)) return part.map(walk);
    if (part && typeof part === "object") return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, walk(value)]));
    return part;
  };
  return { model: walk(model) as DocumentModel, replaced };
}
