import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { create } from "fontkit";

/** A font read once and shared by every document: reading its tables is the slow part of starting one. */
export type DocumentFont = ReturnType<typeof create>;

export interface DocumentFonts {
  readonly regular: DocumentFont;
  readonly bold: DocumentFont;
}

const fileNames = { regular: "AtkinsonHyperlegibleNext_400Regular.ttf", bold: "AtkinsonHyperlegibleNext_700Bold.ttf" } as const;
let loaded: DocumentFonts | undefined;

/**
 * The folder with the fonts of our documents: `resources/fonts` in the source tree or beside the built files, or `fonts`
 * in the resources folder of the packaged app. @throws Error when the app was packed without them.
 */
export function findFontFolder(startFolder: string, packagedResources: string | undefined): string {
  const candidates: string[] = [];
  for (let folder = startFolder; ; folder = dirname(folder)) {
    candidates.push(join(folder, "resources", "fonts"), join(folder, "fonts"));
    if (dirname(folder) === folder) break;
  }
  if (packagedResources) candidates.push(join(packagedResources, "fonts"), join(packagedResources, "resources", "fonts"));
  const found = candidates.find((folder) => existsSync(join(folder, fileNames.regular)));
  if (!found) throw new Error("The fonts for documents are missing from this copy of the app");
  return found;
}

/**
 * Atkinson Hyperlegible Next (SIL Open Font Licence), regular and bold. The files are read and their tables decoded once;
 * each document gets its own memory of glyphs, because a glyph remembers the letter it was first drawn for and a screen
 * reader of the next document would hear that letter.
 */
export function documentFonts(): DocumentFonts {
  const { regular, bold } = loadFonts();
  return { regular: withOwnGlyphs(regular), bold: withOwnGlyphs(bold) };
}

const withOwnGlyphs = (font: DocumentFont): DocumentFont => Object.assign(Object.create(font) as DocumentFont, { _glyphs: {} });

function loadFonts(): DocumentFonts {
  if (!loaded) {
    const { resourcesPath } = process as { readonly resourcesPath?: string };
    const folder = findFontFolder(dirname(fileURLToPath(import.meta.url)), resourcesPath);
    loaded = { regular: create(readFileSync(join(folder, fileNames.regular))), bold: create(readFileSync(join(folder, fileNames.bold))) };
  }
  return loaded;
}
