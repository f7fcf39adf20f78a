/** How good a passphrase is by its length alone, in a sentence. The data process decides whether it is allowed. */
export function passphraseStrength(passphrase: string): string {
  const length = [...passphrase].length;
  if (length === 0) return "Nothing typed yet.";
  if (length < 12) return `Too short: ${12 - length} more ${12 - length === 1 ? "character" : "characters"} needed.`;
  if (length < 18) return "Long enough. Longer is safer.";
  return length < 26 ? "Good." : "Very good.";
}
