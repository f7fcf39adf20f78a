import { notAllowed } from "../../../shared/contract/errors.ts";

/** One tag of an OFX file with the text that follows it. `isEnd` for "</NAME>". `at` is its place in the text. */
export interface OfxToken {
  readonly name: string;
  readonly isEnd: boolean;
  readonly value: string;
  readonly at: number;
}

/**
 * Reads the tags of an OFX file one by one. It does not matter whether tags are closed, so SGML (OFX 1) and XML (OFX 2) come
 * out alike. Time grows with the length of the text and with nothing else. @throws AppFailure for a file with a DOCTYPE or ENTITY.
 */
export function* readOfxTokens(text: string): Generator<OfxToken> {
  if (/<!\s*(?:DOCTYPE|ENTITY)/i.test(text)) throw notAllowed("This file holds instructions that a bank's file never has", ["It was not read."]);
  let position = text.indexOf("<");
  let tag: { name: string; isEnd: boolean; at: number } | undefined;
  let value = "";
  while (position !== -1) {
    const isCdata = text.startsWith("<![CDATA[", position);
    const isComment = text.startsWith("<!--", position);
    const close = isCdata ? "]]>" : isComment ? "-->" : ">";
    const end = text.indexOf(close, position);
    if (end === -1) break;
    const after = end + close.length;
    const next = text.indexOf("<", after);
    const following = text.slice(after, next === -1 ? text.length : next);
    if (isCdata) value += text.slice(position + 9, end) + following;
    else if (isComment) value += following;
    else {
      if (tag) yield { ...tag, value: value.trim() };
      const inside = text.slice(position + 1, end).trim();
      const isEnd = inside.startsWith("/");
      tag = { name: (isEnd ? inside.slice(1) : inside.replace(/\/$/, "")).trim().toUpperCase(), isEnd, at: position };
      value = withoutEntities(following);
    }
    position = next;
  }
  if (tag) yield { ...tag, value: value.trim() };
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };
const withoutEntities = (text: string) => text.replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (whole, name: string) => entities[name] ?? whole);
