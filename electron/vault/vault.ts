import { randomBytes, randomUUID } from "node:crypto";
import type { PlainDate } from "../../shared/core/plainDate.ts";
import type { OpenDatabase } from "../db/database.ts";
import type { Migration } from "../db/migrations/migration.ts";
import { openDatabase } from "../db/openDatabase.ts";
import { protectNewFiles } from "./atomicFile.ts";
import { type PassphraseCost, subkey } from "./keyDerivation.ts";
import { type KeySlot, type KeysFile, sealKeys, writeKeysFile } from "./keysFile.ts";
import {
  clearUnfinishedMark,
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
import { makePassphraseSlot, makeRecoverySlot, openKeys, type Secret } from "./vaultKeys.ts";

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
    clearUnfinishedMark(paths.folder);
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
