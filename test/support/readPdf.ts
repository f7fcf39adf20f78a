import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** A node of a page's tag tree as pdf.js gives it. */
export interface TagNode {
  readonly role?: string;
  readonly children?: readonly TagNode[];
}

/** A PDF read back with pdf.js: text by page, title, language, whether it is tagged, and the roles of its tags in order. */
export interface ReadPdf {
  readonly pages: readonly string[];
  readonly text: string;
  readonly title: string;
  readonly language: string;
  readonly isTagged: boolean;
  readonly roles: readonly string[];
}

const rolesOf = (node: TagNode): string[] => [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(rolesOf)];

/** Reads a PDF's bytes, with the password that opens it when it has one. */
export async function readPdf(bytes: Uint8Array, password?: string): Promise<ReadPdf> {
  const document = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false, verbosity: 0, ...(password && { password }) }).promise;
  const { info } = (await document.getMetadata()) as { info: { Title?: string; Language?: string | null } };
  const mark = (await document.getMarkInfo()) as { Marked?: boolean } | null;
  const pages: string[] = [];
  const roles: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(
      items
        .map((item) => ("str" in item ? item.str : ""))
        .join(" ")
        .replace(/\s+/g, " "),
    );
    // A section that runs over several pages is told whole on each of them: the first page is enough.
    const tree = number === 1 ? ((await page.getStructTree()) as TagNode | null) : null;
    if (tree) roles.push(...rolesOf(tree));
  }
  await document.destroy();
  return { pages, text: pages.join(" "), title: info.Title ?? "", language: info.Language ?? "", isTagged: mark?.Marked === true, roles };
}
