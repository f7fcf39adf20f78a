/** Parts of the passphrases that guessing programs try first. */
const commonParts = [
  "password",
  "passphrase",
  "passw0rd",
  "letmein",
  "qwerty",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "iloveyou",
  "welcome",
  "administrator",
  "admin",
  "changeme",
  "secret",
  "football",
  "liverpool",
  "arsenal",
  "chelsea",
  "monkey",
  "dragon",
  "sunshine",
  "princess",
  "superman",
  "planandpayday",
  "payday",
  "personalhealthbudget",
  "directpayment",
  "correcthorsebatterystaple",
];

const leastLength = 12;
const leastDifferentCharacters = 5;

/** Why a new passphrase cannot be used, as one sentence for the person, or undefined when it can. */
export function problemWithPassphrase(passphrase: string): string | undefined {
  const text = passphrase.normalize("NFKC");
  if ([...text].length < leastLength) return `Use at least ${leastLength} characters. Five words that you choose at random work well.`;
  const plain = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  if (new Set(plain).size < leastDifferentCharacters) return "This passphrase repeats the same few characters. Choose one that is harder to guess.";
  if (isRun(plain)) return "This passphrase follows the alphabet, the numbers or the keyboard. Choose one that is harder to guess.";
  if (isMostlyCommon(plain)) return "Many people use a passphrase like this, so it is easy to guess. Choose another.";
  return undefined;
}

const rows = ["abcdefghijklmnopqrstuvwxyz", "01234567890123456789", "qwertyuiopasdfghjklzxcvbnm"];

function isRun(plain: string): boolean {
  const backwards = (text: string) => [...text].reverse().join("");
  return rows.some((row) => `${row}${row}`.includes(plain) || backwards(`${row}${row}`).includes(plain));
}

function isMostlyCommon(plain: string): boolean {
  let rest = plain;
  for (const part of [...commonParts].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(part, "");
  return rest.length < 6 && rest.length < plain.length;
}
