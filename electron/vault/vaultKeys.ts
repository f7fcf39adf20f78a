import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { keyFromPassphrase, keyFromRecovery, type PassphraseCost } from "./keyDerivation.ts";
import { checkSeal, damagedKeys, type KeySlot, type KeysFile, makeSlot, openSlot, readKeysFile, sealKeys, writeKeysFile } from "./keysFile.ts";
import { makeRecoveryWords, readRecoveryWords } from "./recoveryWords.ts";
import { currentPaths, type VaultPaths } from "./vaultFolder.ts";
import { countWrongTry, forgetWrongTries, refuseTooManyTries } from "./wrongTries.ts";

/** What the person proves that they may open the file with. */
export type Secret = { readonly passphrase: string } | { readonly recoveryWords: string };

/** Puts a new passphrase in place of the old one. The database is not touched. @throws AppFailure when the secret is not right. */
export async function changePassphrase(
  root: string,
  vaultId: string,
  secret: Secret,
  newPassphrase: string,
  cost: PassphraseCost,
  now: Date,
): Promise<KeysFile> {
  return await changeSlots(root, vaultId, secret, now, async (keys, masterKey) => [
    await makePassphraseSlot(vaultId, newPassphrase, cost, masterKey),
    ...keys.slots.filter((slot) => slot.type !== "passphrase"),
  ]);
}

/** Puts twelve new recovery words in place of the old ones. @throws AppFailure when the passphrase is not right. */
export async function replaceRecoveryWords(
  root: string,
  vaultId: string,
  passphrase: string,
  now: Date,
): Promise<{ keysFile: KeysFile; words: string[] }> {
  let words: string[] = [];
  const keysFile = await changeSlots(root, vaultId, { passphrase }, now, async (keys, masterKey) => {
    const recovery = makeRecoverySlot(vaultId, masterKey);
    words = recovery.words;
    return [...keys.slots.filter((slot) => slot.type !== "recovery"), recovery.slot];
  });
  return { keysFile, words };
}

async function changeSlots(
  root: string,
  vaultId: string,
  secret: Secret,
  now: Date,
  change: (keys: KeysFile, masterKey: Buffer) => Promise<KeySlot[]>,
): Promise<KeysFile> {
  const { masterKey, paths, keysFile } = await openKeys(root, vaultId, secret, now);
  try {
    const changed = sealKeys(vaultId, keysFile.gen, await change(keysFile, masterKey), masterKey);
    writeKeysFile(paths.keys, changed);
    return changed;
  } finally {
    masterKey.fill(0);
  }
}

interface OpenedKeys {
  readonly masterKey: Buffer;
  readonly paths: VaultPaths;
  readonly keysFile: KeysFile;
  readonly slot: KeySlot["type"];
}

/**
 * The vault's key, for a secret that is right. Zero it after use.
 * @throws AppFailure for a wrong secret, too many tries, or a key file that was changed.
 */
export async function openKeys(root: string, vaultId: string, secret: Secret, now: Date): Promise<OpenedKeys> {
  const paths = currentPaths(root, vaultId);
  rmSync(`${paths.keys}.new`, { force: true });
  const keysFile = readKeysFile(paths.keys);
  if (keysFile.vault !== vaultId || keysFile.gen !== paths.gen) throw damagedKeys();
  refuseTooManyTries(paths.folder, now);
  const slot = "passphrase" in secret ? "passphrase" : "recovery";
  const masterKey = await masterKeyFrom(keysFile, secret);
  if (!masterKey) throw countWrongTry(paths.folder, now, slot === "passphrase" ? "passphrase" : "recovery words");
  try {
    checkSeal(keysFile, masterKey);
  } catch (error) {
    masterKey.fill(0);
    throw error;
  }
  forgetWrongTries(paths.folder);
  return { masterKey, paths, keysFile, slot };
}

/** The vault's key from a key file and a secret, or undefined when the secret opens none of its slots. Zero it after use. */
export async function masterKeyFrom(keysFile: KeysFile, secret: Secret): Promise<Buffer | undefined> {
  for (const slot of keysFile.slots) {
    const wrappingKey = await wrappingKeyFor(slot, secret);
    if (!wrappingKey) continue;
    const masterKey = openSlot(keysFile.vault, slot, wrappingKey);
    wrappingKey.fill(0);
    if (masterKey) return masterKey;
  }
  return undefined;
}

async function wrappingKeyFor({ type, kdf }: KeySlot, secret: Secret): Promise<Buffer | undefined> {
  const salt = Buffer.from(kdf.salt, "hex");
  if ("passphrase" in secret) {
    return type === "passphrase" && kdf.name === "argon2id" ? await keyFromPassphrase(secret.passphrase, salt, kdf) : undefined;
  }
  const entropy = type === "recovery" && kdf.name === "hkdf-sha256" ? readRecoveryWords(secret.recoveryWords) : undefined;
  if (!entropy) return undefined;
  const key = keyFromRecovery(entropy, salt);
  entropy.fill(0);
  return key;
}

/** A slot that opens with a passphrase. */
export async function makePassphraseSlot(vaultId: string, passphrase: string, { m, t, p }: PassphraseCost, masterKey: Buffer): Promise<KeySlot> {
  const salt = randomBytes(16);
  const wrappingKey = await keyFromPassphrase(passphrase, salt, { m, t, p });
  try {
    return makeSlot(vaultId, "passphrase", { name: "argon2id", v: 19, m, t, p, salt: salt.toString("hex") }, wrappingKey, masterKey);
  } finally {
    wrappingKey.fill(0);
  }
}

/** A slot that opens with twelve new recovery words. */
export function makeRecoverySlot(vaultId: string, masterKey: Buffer): { slot: KeySlot; words: string[] } {
  const { words, entropy } = makeRecoveryWords();
  const salt = randomBytes(16);
  const wrappingKey = keyFromRecovery(entropy, salt);
  entropy.fill(0);
  try {
    return { slot: makeSlot(vaultId, "recovery", { name: "hkdf-sha256", salt: salt.toString("hex") }, wrappingKey, masterKey), words };
  } finally {
    wrappingKey.fill(0);
  }
}
