import { notAllowed } from "../../../shared/contract/errors.ts";

/** The largest statement file that is read. Security design, section 10. */
export const statementLimitBytes = 10 * 1024 * 1024;
/** The most rows of a file, and the longest cell. */
export const rowLimit = 100_000;
export const cellLimit = 8 * 1024;

/**
 * The text of a file: by its byte order mark, else strict UTF-8, else windows-1252. Line ends become "\n", no-break spaces
 * become spaces. @throws AppFailure when the file is too large or not text.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > statementLimitBytes) throw notAllowed("This file is larger than 10 MB", ["Download a shorter time from your bank."]);
  const text = decode(bytes)
    .replace(/\r\n?/g, "\n")
    .replace(/(^|\n)\uFEFF/g, "$1")
    .replace(/\u00A0/g, " ");
  if (text.includes("\u0000")) throw notAllowed("This is not a text file", ["Choose the CSV or OFX file that you downloaded from your bank."]);
  return text;
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** Control and format characters: they can hide text or turn its direction. */
const unseen = /[\p{Cc}\p{Cf}]/gu;

/** Text as it may be shown: no control or direction characters, single blanks, at most 2,000 characters. */
export function cleanText(text: string): string {
  return text.replace(/\s+/g, " ").replace(unseen, "").trim().slice(0, 2000);
}
