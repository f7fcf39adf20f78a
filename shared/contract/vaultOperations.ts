import * as z from "zod";
import { RecordId } from "../core/identifiers.ts";
import { PlainDate } from "../core/plainDate.ts";
import { query, task } from "./operation.ts";

/** One encrypted file as the first screen may show it before any passphrase: a number and dates, nothing personal. */
export const VaultSummary = z.strictObject({
  vaultId: RecordId,
  /** "File 1", "File 2" … in the order they were made; the sample household is called that. */
  label: z.string(),
  number: z.number().int().positive(),
  createdOn: PlainDate,
  lastOpenedOn: PlainDate.nullable(),
  isSample: z.boolean(),
});
export type VaultSummary = z.infer<typeof VaultSummary>;

export const VaultStatus = z.strictObject({
  state: z.enum(["noFile", "locked", "confirmingRecovery", "unlocked"]),
  vaultId: RecordId.nullable(),
  isSample: z.boolean(),
});
export type VaultStatus = z.infer<typeof VaultStatus>;

/** The last backup that was read back and found whole. */
export const LastBackup = z.strictObject({
  verifiedAt: z.iso.datetime().nullable(),
  /** True when there is none, or it is more than 14 days old. */
  isOverdue: z.boolean(),
  /** The folder the backups are in. */
  folder: z.string(),
});
export type LastBackup = z.infer<typeof LastBackup>;

const nothing = z.strictObject({});
const passphrase = z.string().min(1, "Enter your passphrase").max(1000, "This passphrase is too long");
/** The longest of the 2,048 words has 8 letters; room is left for spaces and slips. */
const recoveryPhrase = z.string().min(1, "Enter your 12 recovery words").max(400, "Enter 12 words");

/** Shown once. `confirmPositions` are the three words (1 to 12) to type back. */
const NewRecoveryWords = z.strictObject({
  vaultId: RecordId,
  recoveryWords: z.array(z.string()).length(12),
  confirmPositions: z.array(z.number().int().min(1).max(12)).length(3),
});

/** Opening, locking and keeping safe. Answered by the data process itself, so all of them work while locked or refuse in plain words. */
export const vaultOperations = {
  "vault.list": query(nothing, z.array(VaultSummary)),
  "vault.status": query(nothing, VaultStatus),
  "vault.suggestPassphrase": query(nothing, z.strictObject({ passphrase: z.string() })),
  "vault.create": task(z.strictObject({ passphrase }), NewRecoveryWords),
  "vault.confirmRecoveryWords": task(z.strictObject({ words: z.array(z.string().max(40)).length(3) }), VaultStatus),
  "vault.createSample": task(nothing, VaultStatus),
  "vault.unlock": task(z.strictObject({ vaultId: RecordId, passphrase }), VaultStatus),
  "vault.unlockWithRecoveryWords": task(z.strictObject({ vaultId: RecordId, words: recoveryPhrase }), VaultStatus),
  "vault.changePassphrase": task(z.strictObject({ currentPassphrase: passphrase, newPassphrase: passphrase }), nothing),
  /** For someone who forgot the passphrase and has the words. */
  "vault.setPassphraseWithRecoveryWords": task(z.strictObject({ words: recoveryPhrase, newPassphrase: passphrase }), nothing),
  /** The old words stop working for this file, but still open backups made before. */
  "vault.replaceRecoveryWords": task(z.strictObject({ passphrase }), z.strictObject({ recoveryWords: z.array(z.string()).length(12) })),
  "vault.lock": task(nothing, VaultStatus),
  "vault.backupNow": task(nothing, LastBackup),
  "vault.lastBackup": query(nothing, LastBackup),
};
