import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync } from "node:crypto";
import { argon2id } from "./keyDerivation.ts";

interface KnownAnswer {
  readonly name: string;
  readonly expected: string;
  readonly answer: () => string | Promise<string>;
}

const hex = (text: string) => Buffer.from(text, "hex");

/** Published test values of every cipher the vault uses, with where they were published. */
const knownAnswers: readonly KnownAnswer[] = [
  {
    name: "SHA-256 (FIPS 180-4, abc)",
    expected: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    answer: () => createHash("sha256").update("abc").digest("hex"),
  },
  {
    name: "HMAC-SHA-256 (RFC 4231, case 2)",
    expected: "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
    answer: () => createHmac("sha256", "Jefe").update("what do ya want for nothing?").digest("hex"),
  },
  {
    name: "HKDF-SHA-256 (RFC 5869, case 1)",
    expected: "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865",
    answer: () =>
      Buffer.from(hkdfSync("sha256", hex("0b".repeat(22)), hex("000102030405060708090a0b0c"), hex("f0f1f2f3f4f5f6f7f8f9"), 42)).toString("hex"),
  },
  {
    name: "AES-256-GCM (McGrew and Viega, case 14)",
    expected: "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919",
    answer: () => {
      const cipher = createCipheriv("aes-256-gcm", Buffer.alloc(32), Buffer.alloc(12));
      const text = Buffer.concat([cipher.update(Buffer.alloc(16)), cipher.final()]);
      return Buffer.concat([text, cipher.getAuthTag()]).toString("hex");
    },
  },
  { name: "AES-256-GCM refuses a changed text", expected: "refused", answer: refusesAChangedText },
  {
    name: "Argon2id (reference implementation, 2 passes, 256 KiB, 1 lane)",
    expected: "9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe",
    answer: async () => (await argon2id(Buffer.from("password"), Buffer.from("somesalt"), { m: 256, t: 2, p: 1 })).toString("hex"),
  },
];

function refusesAChangedText(): string {
  const decipher = createDecipheriv("aes-256-gcm", Buffer.alloc(32), Buffer.alloc(12));
  decipher.setAuthTag(hex("d0d1c8a799996bf0265b98b5d48ab919"));
  decipher.update(hex("cea7403d4d606b6e074ec5d3baf39d19"));
  try {
    decipher.final();
    return "accepted";
  } catch {
    return "refused";
  }
}

/** Names of the ciphers that do not give their published answers on this computer. Always empty, or no file may be opened. */
export async function findBrokenCiphers(answers: readonly KnownAnswer[] = knownAnswers): Promise<string[]> {
  const broken: string[] = [];
  for (const { name, expected, answer } of answers) {
    if ((await answer()) !== expected) broken.push(name);
  }
  return broken;
}
