/** An element as it is to be written: its name, attributes, and either text or children (null ones are left out). */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly XmlElement[];
}

type Child = XmlElement | null | readonly (XmlElement | null)[];

/** An element with children, in their order. */
export function element(name: string, children: readonly Child[], attributes: Readonly<Record<string, string>> = {}): XmlElement {
  return { name, attributes, content: children.flat().filter((child) => child !== null) };
}

/** An element with text. */
export function textElement(name: string, text: string, attributes: Readonly<Record<string, string>> = {}): XmlElement {
  return { name, attributes, content: text };
}

/** The element, or nothing when there is no text: HMRC allows no empty elements. */
export const optionalElement = (name: string, text: string | null): XmlElement | null => (text === null ? null : textElement(name, text));

/** "yes", or no element at all. */
export const yesElement = (name: string, isTrue: boolean): XmlElement | null => (isTrue ? textElement(name, "yes") : null);

const escapedText = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const escapedAttribute = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/**
 * XML that is canonical as it stands: no empty-element tags, no white space between elements, attributes in order (a default namespace first), and only
 * the references canonical XML has. So working out the IRmark needs no canonicaliser.
 * Source: Canonical XML 1.0, https://www.w3.org/TR/2001/REC-xml-c14n-20010315.
 */
export function writeXml({ name, attributes, content }: XmlElement): string {
  const names = Object.keys(attributes).sort((a, b) => (a === "xmlns" ? -1 : b === "xmlns" ? 1 : a < b ? -1 : 1));
  const written = names.map((each) => ` ${each}="${escapedAttribute(attributes[each] ?? "")}"`).join("");
  const inside = typeof content === "string" ? escapedText(content) : content.map(writeXml).join("");
  return `<${name}${written}>${inside}</${name}>`;
}
