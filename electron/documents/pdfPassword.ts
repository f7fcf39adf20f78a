import { createCipheriv, createHash, createHmac } from "node:crypto";
import { accepted, problem, refused, type Verdict } from "../../shared/payroll/problems.ts";

/** Most characters of a password that the format uses; the rest would count for nothing. */
const mostCharacters = 32;
const fewestCharacters = 8;

/** A password that keeps a PDF closed and that every reader can type: 8 to 32 letters, digits and signs without accents. Refuses others with a way out. */
export function checkPdfPassword(password: string): Verdict<string> {
  const refuse = (rule: string, wayOut: string) => refused(problem("password", "", rule, wayOut));
  if (password.length < fewestCharacters)
    return refuse("A password for a payslip needs at least 8 characters.", "Make it longer. Three words are good.");
  if (password.length > mostCharacters) return refuse("A PDF password has at most 32 characters.", "Make it shorter.");
  if (!/^[\x20-\x7E]+$/.test(password))
    return refuse("Some readers cannot type accents or signs like £ in a password.", "Use plain letters, digits and signs.");
  return accepted(password);
}

/** What the options of a document that opens with a password say. Opened by it, everything is allowed: reading aloud, copying, printing. */
export const passwordOptions = (password: string) => ({
  userPassword: password,
  permissions: { printing: "highResolution", copying: true, annotating: true, contentAccessibility: true } as const,
});

interface Security {
  readonly encryptionKey: Uint8Array;
  getEncryptFn(objectNumber: number, generation: number): (content: Uint8Array) => Uint8Array;
}

/**
 * Lets the same facts with the same password give the same bytes. The PDF library starts each cipher text with a random number; here it is taken from the secret
 * key and the content itself, so it still tells nobody anything, and only two equal contents look equal. Cipher: AES, 128 bits, as PDF 1.7 defines it.
 */
export function encryptWithoutChance(document: PDFKit.PDFDocument): void {
  const { _security: security } = document as unknown as { readonly _security: Security | null };
  if (!security) return;
  security.getEncryptFn = (objectNumber, generation) => {
    const place = Buffer.from([objectNumber, objectNumber >> 8, objectNumber >> 16, generation, generation >> 8].map((part) => part & 0xff));
    const key = createHash("md5").update(security.encryptionKey).update(place).update("sAlT").digest();
    return (content) => {
      const start = createHmac("sha256", security.encryptionKey).update(place).update(content).digest().subarray(0, 16);
      const cipher = createCipheriv("aes-128-cbc", key, start);
      return Buffer.concat([start, cipher.update(content), cipher.final()]);
    };
  };
}
