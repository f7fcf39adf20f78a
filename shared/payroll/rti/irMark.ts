import { sha1 } from "@noble/hashes/legacy.js";
import { utf8ToBytes } from "@noble/hashes/utils.js";

/** The digest of a message's body: base64 stands in the message, base32 is shown to people and printed on HMRC's receipt. */
export interface IrMark {
  readonly base64: string;
  readonly base32: string;
}

/**
 * Works out the IRmark of a message: the body with the message's namespaces and without the IRmark element, as canonical XML, through SHA-1.
 * The text must be canonical but for line ends and empty-element tags, as `writeXml` writes it; comments and CDATA are not read.
 * Returns undefined when the text has no body.
 * Source: HMRC, IRmark Generation, Step By Step Guide for Gateway Protocol based services, version 2.0.
 */
export function irMarkOf(message: string): IrMark | undefined {
  const body = /<Body>[\s\S]*<\/Body>/.exec(message)?.[0];
  const envelope = /<GovTalkMessage([^>]*)>/.exec(message)?.[1];
  if (body === undefined || envelope === undefined) return undefined;
  const digest = sha1(utf8ToBytes(canonical(withoutIrMark(withNamespaces(body, envelope)))));
  return { base64: `${encoded(digest, 6, base64Letters)}=`, base32: encoded(digest, 5, base32Letters) };
}

const base64Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const base32Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function withNamespaces(body: string, envelopeAttributes: string): string {
  const declared = [...envelopeAttributes.matchAll(/\s(xmlns(?::[\w.-]+)?)=(?:"([^"]*)"|'([^']*)')/g)];
  const inOrder = declared.map(([, name = "", double, single]) => `${name}="${double ?? single ?? ""}"`).sort();
  return body.replace("<Body>", ["<Body", ...inOrder].join(" ").concat(">"));
}

const withoutIrMark = (body: string) => body.replace(/<IRmark[^>]*?(?:\/>|>[^<]*<\/IRmark>)/, "");

const canonical = (text: string) => text.replace(/\r\n?/g, "\n").replace(/<([A-Za-z][\w.:-]*)((?:\s[^<>]*?)?)\s*\/>/g, "<$1$2></$1>");

/** Twenty bytes as letters of `bits` bits each; the last letter is filled up with noughts. */
function encoded(bytes: Uint8Array, bits: number, letters: string): string {
  let text = "";
  let held = 0;
  let count = 0;
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff;
    count += 8;
    while (count >= bits) {
      count -= bits;
      text += letters[(held >> count) & (letters.length - 1)];
    }
  }
  return count > 0 ? text + letters[(held << (bits - count)) & (letters.length - 1)] : text;
}
