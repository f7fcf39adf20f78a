import { randomBytes, randomInt } from "node:crypto";
import { entropyToMnemonic, mnemonicToEntropy } from "@scure/bip39";
import { wordlist } from "@scure/bip39/wordlists/english.js";

/** Twelve English words (BIP39) that stand for 16 random bytes. */
export function makeRecoveryWords(): { readonly words: string[]; readonly entropy: Buffer } {
  const entropy = randomBytes(16);
  return { words: entropyToMnemonic(entropy, wordlist).split(" "), entropy };
}

/** The 16 bytes behind words as people type them (capitals, commas, numbers and extra spaces do not matter). Undefined when they are not twelve right words. */
export function readRecoveryWords(typed: string): Buffer | undefined {
  const words =
    typed
      .normalize("NFKC")
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  if (words.length !== 12) return undefined;
  try {
    return Buffer.from(mnemonicToEntropy(words.join(" "), wordlist));
  } catch {
    return undefined;
  }
}

/** Three different positions (1 to 12), in order, whose words are to be typed back. */
export function choosePositions(): number[] {
  const chosen = new Set<number>();
  while (chosen.size < 3) chosen.add(randomInt(1, 13));
  return [...chosen].sort((a, b) => a - b);
}

/** A passphrase of five random words, easy to write down and type: "copper-lamp-river-onion-stage". */
export function suggestPassphrase(): string {
  return Array.from({ length: 5 }, () => wordlist[randomInt(wordlist.length)]).join("-");
}
