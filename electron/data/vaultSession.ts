import * as z from "zod";
import { notAllowed } from "../../shared/contract/errors.ts";
import type { LastBackup, VaultStatus } from "../../shared/contract/vaultOperations.ts";
import type { PlainDate } from "../../shared/core/plainDate.ts";
import type { Migration } from "../db/migrations/migration.ts";
import type { Dispatch } from "../dispatch.ts";
import { samplePassphrase } from "../sample/sampleHousehold.ts";
import { type AttachmentStore, openAttachmentStore, sweepAttachments } from "../vault/attachmentStore.ts";
import { isBackupDue, makeBackup, readLastBackup } from "../vault/backups.ts";
import { calibrateCost, lowestCost, type PassphraseCost } from "../vault/keyDerivation.ts";
import { problemWithPassphrase } from "../vault/passphraseRules.ts";
import { choosePositions } from "../vault/recoveryWords.ts";
import { abandonNewVault, closeVault, createVault, finishNewVault, type OpenVault, unlockVault } from "../vault/vault.ts";
import { listVaults, statusWithoutKey, sweepUnfinishedVaults } from "../vault/vaultFolder.ts";
import { changePassphrase, replaceRecoveryWords, type Secret } from "../vault/vaultKeys.ts";
import type { DispatchAt } from "./fillSample.ts";

export interface SessionParts {
  /** The program's own local data folder. */
  readonly root: string;
  readonly migrations: readonly Migration[];
  readonly now: () => Date;
  readonly today: () => PlainDate;
  readonly newId: () => string;
  /** Opens the door to an unlocked file. */
  readonly openDispatch: (vault: OpenVault, files: AttachmentStore, now: () => Date, onChanged: () => void) => Dispatch;
  /** Fills a new sample file through the program's own operations. */
  readonly fillSample: (dispatchAt: DispatchAt) => Promise<void>;
  readonly onChanged: () => void;
  /** What a passphrase guess should cost; measured on this computer when left out. */
  readonly cost?: PassphraseCost;
}

/** One stay in a file: from no key at all, through opening, to the end of the process. */
export interface VaultSession {
  list(): ReturnType<typeof listVaults>;
  status(): VaultStatus;
  create(passphrase: string): Promise<{ vaultId: string; recoveryWords: string[]; confirmPositions: number[] }>;
  confirmRecoveryWords(words: readonly string[]): VaultStatus;
  createSample(): Promise<VaultStatus>;
  unlock(vaultId: string, secret: Secret): Promise<VaultStatus>;
  changePassphrase(secret: Secret, newPassphrase: string): Promise<void>;
  replaceRecoveryWords(passphrase: string): Promise<string[]>;
  lock(): VaultStatus;
  backupNow(): LastBackup;
  lastBackup(): LastBackup;
  /** The door to the file, or undefined while nothing is unlocked. */
  dispatch(): Dispatch | undefined;
}

interface Unlocked {
  vault: OpenVault;
  readonly dispatch: Dispatch;
}

interface Confirming {
  readonly vault: OpenVault;
  readonly expected: readonly string[];
}

const checkpointAfterMilliseconds = 30_000;

/** Starts without a key. Nothing but `unlock`, `create` and `createSample` changes that. */
export function startVaultSession(parts: SessionParts): VaultSession {
  const { root, migrations, now, today } = parts;
  const place = () => ({ root, migrations, today: today() });
  let unlocked: Unlocked | undefined;
  let confirming: Confirming | undefined;
  let checkpointTimer: NodeJS.Timeout | undefined;

  function open(vault: OpenVault): Dispatch {
    const files = openAttachmentStore(vault.paths.attachments, parts.newId);
    sweepAttachments(vault.paths.attachments, listAttachmentIds(vault));
    const dispatch = parts.openDispatch(vault, files, now, () => {
      scheduleCheckpoint(vault);
      parts.onChanged();
    });
    unlocked = { vault, dispatch };
    return dispatch;
  }

  /** Moves the journal into the database soon after a save, so that what was deleted does not linger in it. */
  function scheduleCheckpoint(vault: OpenVault): void {
    checkpointTimer ??= setTimeout(() => {
      checkpointTimer = undefined;
      writeJournalBack(vault);
    }, checkpointAfterMilliseconds).unref();
  }

  const cost = () => parts.cost ?? calibrateCost();

  function requireNothingOpen(): void {
    if (unlocked) throw notAllowed("A file is open already", ["Lock it first."]);
    if (confirming) abandonNewVault(confirming.vault);
    confirming = undefined;
  }

  function requireUnlocked(): Unlocked {
    if (!unlocked) throw notAllowed("Open the file first");
    return unlocked;
  }

  function status(): VaultStatus {
    if (unlocked) return { state: "unlocked", vaultId: unlocked.vault.vaultId, isSample: unlocked.vault.isSample };
    if (confirming) return { state: "confirmingRecovery", vaultId: confirming.vault.vaultId, isSample: false };
    return statusWithoutKey(root);
  }

  async function unlock(vaultId: string, secret: Secret): Promise<VaultStatus> {
    requireNothingOpen();
    const vault = await unlockVault(place(), vaultId, secret, now(), (older, db) =>
      makeBackup(older, db, "before-update", { migrations, now: now() }),
    );
    open(vault);
    return status();
  }

  return {
    list: () => listVaults(root),
    status,
    dispatch: () => unlocked?.dispatch,
    unlock,

    async create(passphrase) {
      requireNothingOpen();
      refuseWeak(passphrase);
      sweepUnfinishedVaults(root);
      const { vault, recoveryWords } = await createVault(place(), { passphrase, cost: await cost(), isSample: false });
      const confirmPositions = choosePositions();
      confirming = { vault, expected: confirmPositions.map((position) => recoveryWords[position - 1] ?? "") };
      return { vaultId: vault.vaultId, recoveryWords, confirmPositions };
    },

    confirmRecoveryWords(words) {
      if (!confirming) throw notAllowed("There are no recovery words to confirm");
      const { vault, expected } = confirming;
      const wrong = expected.filter((word, index) => words[index]?.trim().toLowerCase() !== word).length;
      if (wrong > 0) {
        const reason = wrong === 1 ? "One of the words is not right" : `${wrong} of the words are not right`;
        throw notAllowed(reason, ["Look at the words you wrote down and check their numbers."]);
      }
      finishNewVault(vault);
      confirming = undefined;
      open(vault);
      return status();
    },

    async createSample() {
      requireNothingOpen();
      const existing = listVaults(root).find((vault) => vault.isSample);
      if (existing) return unlock(existing.vaultId, { passphrase: samplePassphrase });
      sweepUnfinishedVaults(root);
      const { vault } = await createVault(place(), { passphrase: samplePassphrase, cost: lowestCost, isSample: true });
      try {
        const files = openAttachmentStore(vault.paths.attachments, parts.newId);
        await parts.fillSample((storyNow) => parts.openDispatch(vault, files, storyNow, () => undefined));
      } catch (error) {
        abandonNewVault(vault);
        throw error;
      }
      finishNewVault(vault);
      open(vault);
      return status();
    },

    async changePassphrase(secret, newPassphrase) {
      const current = requireUnlocked();
      refuseWeak(newPassphrase);
      const keysFile = await changePassphrase(root, current.vault.vaultId, secret, newPassphrase, await cost(), now());
      unlocked = { ...current, vault: { ...current.vault, keysFile } };
    },

    async replaceRecoveryWords(passphrase) {
      const current = requireUnlocked();
      const { keysFile, words } = await replaceRecoveryWords(root, current.vault.vaultId, passphrase, now());
      unlocked = { ...current, vault: { ...current.vault, keysFile } };
      return words;
    },

    lock() {
      clearTimeout(checkpointTimer);
      checkpointTimer = undefined;
      const leaving = unlocked?.vault;
      unlocked = undefined;
      requireNothingOpen();
      if (leaving) lockVault(leaving, migrations, now());
      return statusWithoutKey(root);
    },

    backupNow() {
      const { vault } = requireUnlocked();
      writeJournalBack(vault);
      makeBackup(vault, vault.db, "asked", { migrations, now: now() });
      return readLastBackup(vault.paths.backups, now());
    },

    lastBackup: () => readLastBackup(requireUnlocked().vault.paths.backups, now()),
  };
}

/** Tries to empty the journal. Where it cannot (a full disk), every save is still safe in the journal and the next try comes with the next save. */
function writeJournalBack({ db }: OpenVault): void {
  try {
    if (db.open) db.pragma("wal_checkpoint(TRUNCATE)");
  } catch {
    return;
  }
}

/** A backup that fails must never keep a file open: the key goes whatever happens, then the failure is told. */
function lockVault(vault: OpenVault, migrations: readonly Migration[], now: Date): void {
  try {
    writeJournalBack(vault);
    if (isBackupDue(vault, now)) makeBackup(vault, vault.db, "automatic", { migrations, now });
  } finally {
    closeVault(vault);
  }
}

function refuseWeak(passphrase: string): void {
  const problem = problemWithPassphrase(passphrase);
  if (problem !== undefined) throw notAllowed(problem);
}

function listAttachmentIds({ db }: OpenVault): string[] {
  return z
    .array(z.object({ id: z.string() }))
    .parse(db.prepare("SELECT id FROM attachment").all())
    .map((row) => row.id);
}
