import { randomBytes, randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import type { PlainDate } from "../../shared/core/plainDate.ts";
import type { OpenDatabase } from "../db/database.ts";
import type { Migration } from "../db/migrations/migration.ts";
import { openDatabase } from "../db/openDatabase.ts";
import { protectNewFiles } from "./atomicFile.ts";
import { keyFromPassphrase, keyFromRecovery, type PassphraseCost, subkey } from "./keyDerivation.ts";
import { checkSeal, damagedKeys, type KeySlot, type KeysFile, makeSlot, openSlot, readKeysFile, sealKeys, writeKeysFile } from "./keysFile.ts";
import { makeRecoveryWords, readRecoveryWords } from "./recoveryWords.ts";
import {
  currentPaths,
  finishVault,
  firstGeneration,
  listVaults,
  makeUnfinishedVault,
  readAbout,
  refuseCloudFolder,
  removeUnfinishedVault,
  type VaultPaths,
  vaultPaths,
  writeAbout,
} from "./vaultFolder.ts";
import { countWrongTry, forgetWrongTries, refuseTooManyTries } from "./wrongTries.ts";

/** An open vault: its database, and the keys that its backups need. */
export interface OpenVault {
  readonly vaultId: string;
  readonly isSample: boolean;
  /** Which kind of slot opened it, for the activity log. */
  readonly slot: KeySlot["type"];
  readonly paths: VaultPaths;
  readonly db: OpenDatabase;
  readonly keysFile: KeysFile;
  readonly databaseKey: Buffer;
  readonly backupKey: Buffer;
}

/** What the person proves that they may open the file with. */
export type Secret = { readonly passphrase: string } | { readonly recoveryWords: string };

interface Place {
  readonly root: string;
  readonly migrations: readonly Migration[];
  readonly today: PlainDate;
}

/**
 * Makes a new encrypted vault. It is not listed and cannot be opened again until `finishNewVault`, so that nobody starts
 * work in a file whose recovery words they never wrote down.
 */
export async function createVault(
  { root, migrations, today }: Place,
  { passphrase, cost, isSample }: { readonly passphrase: string; readonly cost: PassphraseCost; readonly isSample: boolean },
): Promise<{ readonly vault: OpenVault; readonly recoveryWords: string[] }> {
  protectNewFiles();
  refuseCloudFolder(root);
  const vaultId = randomUUID();
  const paths = vaultPaths(root, vaultId, firstGeneration);
  const masterKey = randomBytes(32);
  try {
    const passphraseSlot = await makePassphraseSlot(vaultId, passphrase, cost, masterKey);
    const recovery = makeRecoverySlot(vaultId, masterKey);
    const keysFile = sealKeys(vaultId, firstGeneration, [passphraseSlot, recovery.slot], masterKey);
    const number = Math.max(0, ...listVaults(root).map((vault) => vault.number)) + 1;
    makeUnfinishedVault(paths);
    writeAbout(paths.folder, { number, createdOn: today, lastOpenedOn: today, isSample });
    writeKeysFile(paths.keys, keysFile);
    const vault = openWithKey(masterKey, { vaultId, isSample, slot: "passphrase", paths, keysFile }, { create: true, migrations });
    return { vault, recoveryWords: recovery.words };
  } catch (error) {
    removeUnfinishedVault(paths.folder);
    throw error;
  } finally {
    masterKey.fill(0);
  }
}

/** The recovery words are confirmed: from now on the vault is listed and opens. */
export function finishNewVault(vault: OpenVault): void {
  finishVault(vault.paths, firstGeneration);
}

/** Closes and removes a vault that was never finished. */
export function abandonNewVault(vault: OpenVault): void {
  closeVault(vault);
  removeUnfinishedVault(vault.paths.folder);
}

/**
 * Opens a vault with its passphrase or its recovery words.
 * @throws AppFailure for a wrong secret, too many tries, damage, or when it is open elsewhere.
 */
export async function unlockVault(
  { root, migrations, today }: Place,
  vaultId: string,
  secret: Secret,
  now: Date,
  beforeMigration?: (vault: Omit<OpenVault, "db">, db: OpenDatabase) => void,
): Promise<OpenVault> {
  protectNewFiles();
  refuseCloudFolder(root);
  const { masterKey, paths, keysFile, slot } = await openKeys(root, vaultId, secret, now);
  try {
    const about = readAbout(paths.folder);
    const vault = openWithKey(
      masterKey,
      { vaultId, isSample: about.isSample, slot, paths, keysFile },
      { create: false, migrations, beforeMigration },
    );
    const { number, createdOn, isSample } = about;
    writeAbout(paths.folder, { number, createdOn, isSample, lastOpenedOn: today });
    return vault;
  } finally {
    masterKey.fill(0);
  }
}

/** Ends the database's journal, closes it and zeroes the keys. */
export function closeVault({ db, databaseKey, backupKey }: OpenVault): void {
  try {
    if (db.open) db.pragma("wal_checkpoint(TRUNCATE)");
  } finally {
    db.close();
    databaseKey.fill(0);
    backupKey.fill(0);
  }
}

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

async function openKeys(root: string, vaultId: string, secret: Secret, now: Date): Promise<OpenedKeys> {
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

async function makePassphraseSlot(vaultId: string, passphrase: string, { m, t, p }: PassphraseCost, masterKey: Buffer): Promise<KeySlot> {
  const salt = randomBytes(16);
  const wrappingKey = await keyFromPassphrase(passphrase, salt, { m, t, p });
  try {
    return makeSlot(vaultId, "passphrase", { name: "argon2id", v: 19, m, t, p, salt: salt.toString("hex") }, wrappingKey, masterKey);
  } finally {
    wrappingKey.fill(0);
  }
}

function makeRecoverySlot(vaultId: string, masterKey: Buffer): { slot: KeySlot; words: string[] } {
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

function openWithKey(
  masterKey: Buffer,
  parts: Omit<OpenVault, "db" | "databaseKey" | "backupKey">,
  how: {
    create: boolean;
    migrations: readonly Migration[];
    beforeMigration?: ((vault: Omit<OpenVault, "db">, db: OpenDatabase) => void) | undefined;
  },
): OpenVault {
  const vault = { ...parts, databaseKey: subkey(masterKey, parts.vaultId, "db"), backupKey: subkey(masterKey, parts.vaultId, "backup") };
  try {
    const { create, migrations, beforeMigration } = how;
    const db = openDatabase({
      path: vault.paths.database,
      key: vault.databaseKey,
      create,
      migrations,
      ...(beforeMigration && { beforeMigration: (older: OpenDatabase) => beforeMigration(vault, older) }),
    });
    return { ...vault, db };
  } catch (error) {
    vault.databaseKey.fill(0);
    vault.backupKey.fill(0);
    throw error;
  }
}
