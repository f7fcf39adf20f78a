/** Endings a kept paper may have, by its kind; the first is given to a name that has none of them. A text named "bill.bat" must not run when it is opened. */
export const receiptEndings: Readonly<Record<string, readonly string[]>> = {
  "image/jpeg": [".jpg", ".jpeg"],
  "image/png": [".png"],
  "image/webp": [".webp"],
  "application/pdf": [".pdf"],
  "text/plain": [".txt", ".csv"],
};

/** Endings of files that banks give. */
export const statementEndings = [".csv", ".ofx", ".qfx", ".qbo", ".tsv", ".txt"] as const;

const starts = (bytes: Uint8Array, ...values: number[]) => values.every((value, index) => bytes[index] === value);
const letters = (bytes: Uint8Array, from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));

/**
 * The kind of a receipt by its content, never by its name. Undefined for kinds that are not kept: anything that can run or
 * hide a script (SVG, HTML, Office files with macros) is not. Source: security design, section 10.
 */
export function receiptMediaType(bytes: Uint8Array): string | undefined {
  if (starts(bytes, 0xff, 0xd8, 0xff)) return "image/jpeg";
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47)) return "image/png";
  if (letters(bytes, 0, 4) === "RIFF" && letters(bytes, 8, 12) === "WEBP") return "image/webp";
  if (letters(bytes, 0, 5) === "%PDF-") return "application/pdf";
  return isPlainText(bytes) ? "text/plain" : undefined;
}

function isPlainText(bytes: Uint8Array): boolean {
  if (bytes.length === 0 || bytes.includes(0)) return false;
  try {
    return !/<\s*(?:html|svg|script|\?xml|!doctype)/i.test(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return false;
  }
}
