import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { migrations } from "../../../electron/db/migrations/index.ts";
import type { Migration } from "../../../electron/db/migrations/migration.ts";
import { checkBackupSeal, extractPart, readBackupHeader } from "../../../electron/vault/backupFile.ts";
import { backupFileName, backupsToRemove, readBackupFileName } from "../../../electron/vault/backupSchedule.ts";
import { verifyBackup } from "../../../electron/vault/backups.ts";
import { subkey } from "../../../electron/vault/keyDerivation.ts";
import { masterKeyFrom } from "../../../electron/vault/vaultKeys.ts";
import { AppFailure } from "../../../shared/contract/errors.ts";
import { givenOpenVault, startTestVault, testPassphrase } from "../../support/startTestVault.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const hour = 3_600_000;
const backupFolder = (root: string, vaultId: string) => join(root, "backups", vaultId);
const backupsIn = (root: string, vaultId: string) => readdirSync(backupFolder(root, vaultId)).filter((name) => name.endsWith(".phbk"));

async function givenBackup() {
  const root = temporaryFolder();
  const vault = startTestVault(root);
  const { vaultId, recoveryWords } = await givenOpenVault(vault);
  await vault.saveNote("colour", "green");
  await vault.attach(Buffer.from("a receipt"));
  await vault.value("vault.backupNow");
  const name = backupsIn(root, vaultId)[0] ?? "";
  return { root, vault, vaultId, recoveryWords, path: join(backupFolder(root, vaultId), name) };
}

/** The keys to a backup, from the recovery words alone, as after the loss of the computer. */
async function keysOf(path: string, vaultId: string, recoveryWords: readonly string[]) {
  const masterKey = await masterKeyFrom(readBackupHeader(path).header.keys, { recoveryWords: recoveryWords.join(" ") });
  if (!masterKey) throw new Error("The recovery words open their backup");
  return { vaultId, databaseKey: subkey(masterKey, vaultId, "db"), backupKey: subkey(masterKey, vaultId, "backup") };
}

it("backs up when asked, reads it back and tells when", async () => {
  const root = temporaryFolder();
  const vault = startTestVault(root);
  const { vaultId } = await givenOpenVault(vault);
  expect(await vault.value("vault.lastBackup")).toMatchObject({ verifiedAt: null, isOverdue: true });
  expect(await vault.value("vault.backupNow")).toEqual({
    verifiedAt: "2026-11-21T10:00:00.000Z",
    isOverdue: false,
    folder: backupFolder(root, vaultId),
  });
  expect(backupsIn(root, vaultId)).toEqual(["2026-11-21T10-00-00-000Z-asked.phbk"]);
  vault.wait(15 * 24 * hour);
  expect(await vault.value("vault.lastBackup")).toMatchObject({ isOverdue: true });
});

it("can be opened with the recovery words and nothing else, and holds the file and its evidence", async () => {
  const { path, vaultId, recoveryWords } = await givenBackup();
  const keys = await keysOf(path, vaultId, recoveryWords);
  const header = verifyBackup(path, keys, migrations);
  expect(header).toMatchObject({ vault: vaultId, schema: migrations.length, created: "2026-11-21T10:00:00.000Z", audit: { seq: 2 } });
  expect(header.parts.map((part) => part.name)).toEqual(["data.db", expect.stringMatching(/^att\/[0-9a-f]{32}$/)]);
  const copy = join(temporaryFolder(), "part");
  extractPart(path, readBackupHeader(path), header.parts[1]?.name ?? "", copy);
  expect(readFileSync(copy).subarray(0, 8).toString()).toBe("PHBATT1\n");
});

it("backs up by itself at lock when something changed and the last one is over an hour old", async () => {
  const root = temporaryFolder();
  const vault = startTestVault(root);
  const { vaultId } = await givenOpenVault(vault);
  await vault.value("vault.lock");
  expect(backupsIn(root, vaultId)).toHaveLength(1);
  const visit = async (afterMilliseconds: number, note?: string) => {
    vault.wait(afterMilliseconds);
    await vault.value("vault.unlock", { vaultId, passphrase: testPassphrase });
    if (note) await vault.saveNote("note", note);
    await vault.value("vault.lock");
    return backupsIn(root, vaultId).map((name) => name.slice(11, 16));
  };
  expect(await visit(hour / 2, "changed within the hour")).toEqual(["10-00"]);
  expect(await visit(hour)).toEqual(["11-30"]);
  expect(await visit(3 * hour)).toEqual(["11-30"]);
  expect(await visit(hour, "changed again")).toEqual(["15-30"]);
});

it("keeps attachments once beside automatic backups", async () => {
  const root = temporaryFolder();
  const vault = startTestVault(root);
  const { vaultId } = await givenOpenVault(vault);
  await vault.attach(Buffer.from("one"));
  await vault.attach(Buffer.from("two"));
  await vault.value("vault.lock");
  expect(readdirSync(join(backupFolder(root, vaultId), "att")).sort()).toEqual(readdirSync(join(root, "vaults", vaultId, "att")).sort());
  const name = backupsIn(root, vaultId)[0] ?? "";
  expect(readBackupHeader(join(backupFolder(root, vaultId), name)).header.parts.map((part) => part.name)).toEqual(["data.db"]);
});

it("notices every kind of damage to a backup", async () => {
  const { path, vaultId, recoveryWords } = await givenBackup();
  const keys = await keysOf(path, vaultId, recoveryWords);
  const whole = readFileSync(path);
  const refused = (bytes: Buffer) => {
    writeFileSync(path, bytes);
    expect(() => checkBackupSeal(path, readBackupHeader(path), keys.backupKey)).toThrow(AppFailure);
  };
  for (let flip = 0; flip < 200; flip += 1) {
    const damaged = Buffer.from(whole);
    // Half of the flips go into the header, where the sealing is.
    const at = flip % 2 === 0 ? (flip * 9) % 1800 : Math.floor((flip * (whole.length - 1)) / 200);
    damaged[at] = (damaged[at] ?? 0) ^ (1 << (flip % 8));
    refused(damaged);
  }
  for (const bytes of [Buffer.alloc(0), whole.subarray(0, 10), whole.subarray(0, -1), Buffer.concat([whole, Buffer.alloc(1)])]) refused(bytes);
  const hugeHeader = Buffer.from(whole);
  hugeHeader.writeUInt32LE(0xffffffff, 8);
  refused(hugeHeader);
  writeFileSync(path, whole);
  verifyBackup(path, keys, migrations);
  expect(() => verifyBackup(path, { ...keys, backupKey: Buffer.alloc(32) }, migrations)).toThrow(AppFailure);
  expect(() => verifyBackup(path, { ...keys, databaseKey: Buffer.alloc(32) }, migrations)).toThrow(AppFailure);
});

it("leaves no half-made files behind", async () => {
  const { root, vault, vaultId } = await givenBackup();
  writeFileSync(join(backupFolder(root, vaultId), "left.snapshot"), "from a crash");
  writeFileSync(join(backupFolder(root, vaultId), "left.phbk.checking"), "from a crash");
  vault.wait(hour);
  await vault.value("vault.backupNow");
  expect(readdirSync(backupFolder(root, vaultId)).sort()).toEqual([
    "2026-11-21T10-00-00-000Z-asked.phbk",
    "2026-11-21T11-00-00-000Z-asked.phbk",
    "verified.json",
  ]);
});

it("backs up before bringing a file up to date, and keeps the old file when that fails", async () => {
  const root = temporaryFolder();
  const first = startTestVault(root);
  const { vaultId } = await givenOpenVault(first);
  await first.saveNote("colour", "green");
  await first.value("vault.lock");
  const next: Migration = { version: migrations.length + 1, name: "next", up: "CREATE TABLE later (id TEXT PRIMARY KEY) STRICT;" };
  const failing: Migration = { ...next, up: `${next.up} INSERT INTO nowhere VALUES (1);` };
  const broken = startTestVault(root, { migrations: [...migrations, failing], now: "2026-11-22T10:00:00Z" });
  await expect(broken.value("vault.unlock", { vaultId, passphrase: testPassphrase })).rejects.toThrow();
  expect(backupsIn(root, vaultId).filter((name) => name.includes("before-update"))).toHaveLength(1);
  const old = startTestVault(root);
  await old.value("vault.unlock", { vaultId, passphrase: testPassphrase });
  expect(await old.readNote("colour")).toBe("green");
  await old.value("vault.lock");
  const updated = startTestVault(root, { migrations: [...migrations, next], now: "2026-11-23T10:00:00Z" });
  await updated.value("vault.unlock", { vaultId, passphrase: testPassphrase });
  expect(await updated.readNote("colour")).toBe("green");
});

it("keeps the newest of seven days, four weeks and six months, and all that people asked for", () => {
  const now = new Date("2026-11-21T12:00:00Z");
  const backups = Array.from({ length: 400 }, (_none, daysAgo) => new Date(now.getTime() - daysAgo * 24 * hour)).flatMap((created) => [
    backupFileName("automatic", created),
    backupFileName("automatic", new Date(created.getTime() - hour)),
  ]);
  const asked = backupFileName("asked", new Date("2024-01-01T00:00:00Z"));
  const updates = [1, 2, 3, 4, 5].map((day) => backupFileName("before-update", new Date(`2025-01-0${day}T00:00:00Z`)));
  const known = [...backups, asked, ...updates].flatMap((name) => readBackupFileName(name) ?? []);
  const removed = new Set(backupsToRemove(known, now));
  const kept = known.filter(({ name }) => !removed.has(name)).map(({ name }) => `${name.slice(0, 10)}${name.slice(24, -5)}`);
  expect(kept.sort()).toEqual(
    [
      ...["21", "20", "19", "18", "17", "16", "15"].map((day) => `2026-11-${day}-automatic`),
      "2026-11-08-automatic",
      "2026-11-01-automatic",
      "2026-10-31-automatic",
      "2026-09-30-automatic",
      "2026-08-31-automatic",
      "2026-07-31-automatic",
      "2026-06-30-automatic",
      "2024-01-01-asked",
      "2025-01-03-before-update",
      "2025-01-04-before-update",
      "2025-01-05-before-update",
    ].sort(),
  );
  expect(readBackupFileName("../../evil.phbk")).toBeUndefined();
});
