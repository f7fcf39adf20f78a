import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { givenOpenVault, startTestVault, testPassphrase } from "../../support/startTestVault.ts";
import { allFiles, temporaryFolder } from "../../support/temporaryFolder.ts";

const vaultFolder = (root: string, vaultId: string) => join(root, "vaults", vaultId);
const keysPath = (root: string, vaultId: string) => join(vaultFolder(root, vaultId), "g0001", "keys.json");

/** A locked file with one note in it. */
async function givenLockedVault() {
  const root = temporaryFolder();
  const first = startTestVault(root);
  const made = await givenOpenVault(first);
  await first.saveNote("colour", "green");
  await first.value("vault.lock");
  return { root, ...made, vault: startTestVault(root) };
}

it("starts with no file, makes one, and lists it without anything personal", async () => {
  const vault = startTestVault(temporaryFolder());
  expect(await vault.value("vault.status")).toEqual({ state: "noFile", vaultId: null, isSample: false });
  const { vaultId } = await givenOpenVault(vault);
  expect(await vault.value("vault.status")).toEqual({ state: "unlocked", vaultId, isSample: false });
  expect(await vault.value("vault.list")).toEqual([
    { vaultId, label: "File 1", number: 1, createdOn: "2026-11-21", lastOpenedOn: "2026-11-21", isSample: false },
  ]);
  await vault.value("vault.lock");
  expect(await vault.value("vault.status")).toEqual({ state: "locked", vaultId: null, isSample: false });
});

it("holds nothing until three recovery words are typed back", async () => {
  const root = temporaryFolder();
  const vault = startTestVault(root);
  const { vaultId, recoveryWords, confirmPositions } = await vault.value("vault.create", { passphrase: testPassphrase });
  expect((await vault.value("vault.status")).state).toBe("confirmingRecovery");
  expect(vault.session.dispatch()).toBeUndefined();
  expect(await vault.value("vault.list")).toEqual([]);
  expect(await vault.refusal("vault.confirmRecoveryWords", { words: ["one", "two", "three"] })).toMatchObject({
    reason: "3 of the words are not right",
  });
  const typed = confirmPositions.map((position) => ` ${recoveryWords[position - 1]?.toUpperCase()} `);
  expect((await vault.value("vault.confirmRecoveryWords", { words: typed })).vaultId).toBe(vaultId);
});

it("leaves nothing behind of a file that was begun and not finished", async () => {
  const root = temporaryFolder();
  const vault = startTestVault(root);
  const begun = await vault.value("vault.create", { passphrase: testPassphrase });
  const { vaultId } = await givenOpenVault(vault);
  expect(vaultId).not.toBe(begun.vaultId);
  expect(readdirSync(join(root, "vaults"))).toEqual([vaultId]);
});

it("refuses a weak passphrase for a new file", async () => {
  const vault = startTestVault(temporaryFolder());
  expect(await vault.refusal("vault.create", { passphrase: "short" })).toMatchObject({
    code: "notAllowed",
    reason: expect.stringContaining("12 characters"),
  });
});

it("opens with the passphrase and finds what was saved", async () => {
  const { vault, vaultId } = await givenLockedVault();
  await vault.value("vault.unlock", { vaultId, passphrase: testPassphrase });
  expect(await vault.readNote("colour")).toBe("green");
});

it("opens with the twelve recovery words and then takes a new passphrase", async () => {
  const { vault, root, vaultId, recoveryWords } = await givenLockedVault();
  await vault.value("vault.unlockWithRecoveryWords", { vaultId, words: recoveryWords.join(" ") });
  expect(await vault.readNote("colour")).toBe("green");
  await vault.value("vault.setPassphraseWithRecoveryWords", { words: recoveryWords.join(" "), newPassphrase: "an entirely new passphrase" });
  await vault.value("vault.lock");
  const again = startTestVault(root);
  expect(await again.refusal("vault.unlock", { vaultId, passphrase: testPassphrase })).toMatchObject({ reason: "That passphrase is not right" });
  await again.value("vault.unlock", { vaultId, passphrase: "an entirely new passphrase" });
});

it("refuses a wrong passphrase in plain words and makes people wait after five", async () => {
  const { vault, vaultId } = await givenLockedVault();
  const wrong = { vaultId, passphrase: "not the right passphrase" };
  expect(await vault.refusal("vault.unlock", wrong)).toMatchObject({
    code: "notAllowed",
    reason: "That passphrase is not right",
    lines: [expect.stringContaining("4 more tries"), expect.stringContaining("recovery words")],
  });
  for (let attempt = 2; attempt <= 5; attempt += 1) await vault.refusal("vault.unlock", wrong);
  expect(await vault.refusal("vault.unlock", { vaultId, passphrase: testPassphrase })).toMatchObject({
    reason: "Wait 30 seconds before you try again",
  });
  vault.wait(31_000);
  await vault.value("vault.unlock", { vaultId, passphrase: testPassphrase });
  await vault.value("vault.lock");
  expect(await vault.refusal("vault.unlock", wrong)).toMatchObject({ lines: [expect.stringContaining("4 more tries"), expect.anything()] });
});

it("refuses wrong recovery words and those of another file", async () => {
  const { vault, vaultId } = await givenLockedVault();
  const other = await givenLockedVault();
  for (const words of [other.recoveryWords.join(" "), "abandon abandon", "x"]) {
    expect(await vault.refusal("vault.unlockWithRecoveryWords", { vaultId, words })).toMatchObject({ reason: "Those recovery words are not right" });
  }
});

it("changes the passphrase without touching the database", async () => {
  const { vault, root, vaultId } = await givenLockedVault();
  await vault.value("vault.unlock", { vaultId, passphrase: testPassphrase });
  const databasePath = join(vaultFolder(root, vaultId), "g0001", "data.db");
  const before = readFileSync(databasePath);
  expect(
    await vault.refusal("vault.changePassphrase", { currentPassphrase: "wrong wrong wrong", newPassphrase: "fine and long enough" }),
  ).toMatchObject({
    reason: "That passphrase is not right",
  });
  expect(await vault.refusal("vault.changePassphrase", { currentPassphrase: testPassphrase, newPassphrase: "password1234" })).toMatchObject({
    code: "notAllowed",
  });
  await vault.value("vault.changePassphrase", { currentPassphrase: testPassphrase, newPassphrase: "fine and long enough" });
  expect(readFileSync(databasePath).equals(before)).toBe(true);
  await vault.value("vault.lock");
  await vault.refusal("vault.unlock", { vaultId, passphrase: testPassphrase });
  await vault.value("vault.unlock", { vaultId, passphrase: "fine and long enough" });
});

it("replaces the recovery words: the new ones open the file, the old ones do not", async () => {
  const { vault, vaultId, recoveryWords } = await givenLockedVault();
  await vault.value("vault.unlock", { vaultId, passphrase: testPassphrase });
  const fresh = await vault.value("vault.replaceRecoveryWords", { passphrase: testPassphrase });
  await vault.value("vault.lock");
  await vault.refusal("vault.unlockWithRecoveryWords", { vaultId, words: recoveryWords.join(" ") });
  await vault.value("vault.unlockWithRecoveryWords", { vaultId, words: fresh.recoveryWords.join(" ") });
});

it("refuses a key file that was changed or taken from another vault", async () => {
  const { vault, root, vaultId } = await givenLockedVault();
  const other = await givenLockedVault();
  const whole = readFileSync(keysPath(root, vaultId), "utf8");
  const unlock = { vaultId, passphrase: testPassphrase };
  for (const text of [
    whole.replace('"g0001"', '"g0002"'),
    `${whole}\n`,
    "{}",
    readFileSync(keysPath(other.root, other.vaultId), "utf8"),
    `${whole.slice(0, -20)}`,
  ]) {
    writeFileSync(keysPath(root, vaultId), text);
    expect(await vault.refusal("vault.unlock", unlock)).toMatchObject({ reason: expect.stringContaining("key file") });
  }
  writeFileSync(
    keysPath(root, vaultId),
    whole.replace(/"mac":"(.)/, (_all, digit: string) => `"mac":"${digit === "0" ? "1" : "0"}`),
  );
  expect(await vault.refusal("vault.unlock", unlock)).toMatchObject({ reason: expect.stringContaining("key file") });
  writeFileSync(keysPath(root, vaultId), whole);
  await vault.value("vault.unlock", unlock);
});

it("opens after a crash in the middle of changing the key file", async () => {
  const { vault, root, vaultId } = await givenLockedVault();
  writeFileSync(`${keysPath(root, vaultId)}.new`, "half a ke");
  await vault.value("vault.unlock", { vaultId, passphrase: testPassphrase });
  expect(existsSync(`${keysPath(root, vaultId)}.new`)).toBe(false);
});

it("lets only this account read the files and enter the folders", async () => {
  const root = temporaryFolder();
  const vault = startTestVault(root);
  await givenOpenVault(vault);
  await vault.attach(Buffer.from("a receipt"));
  await vault.value("vault.backupNow");
  const open = allFiles(root);
  await vault.value("vault.lock");
  expect(open.map((file) => file.path).some((path) => path.endsWith("data.db-wal"))).toBe(true);
  expect([...open, ...allFiles(root)].filter((file) => file.mode !== 0o600)).toEqual([]);
});

it("refuses a second opener with the right words", async () => {
  const { vault, root, vaultId } = await givenLockedVault();
  await vault.value("vault.unlock", { vaultId, passphrase: testPassphrase });
  expect(await vault.refusal("vault.unlock", { vaultId, passphrase: testPassphrase })).toMatchObject({ reason: "A file is open already" });
  const second = startTestVault(root);
  expect(await second.refusal("vault.unlock", { vaultId, passphrase: testPassphrase })).toMatchObject({ reason: "This file is already open" });
});

it("refuses to keep a file where a cloud service copies it", async () => {
  for (const name of ["OneDrive - Home", "Dropbox", "Google Drive", "iCloudDrive"]) {
    const root = join(temporaryFolder(), name, "Plan and Payday");
    mkdirSync(root, { recursive: true });
    expect(await startTestVault(root).refusal("vault.create", { passphrase: testPassphrase })).toMatchObject({
      reason: expect.stringContaining("cloud"),
    });
    expect(readdirSync(root)).toEqual([]);
  }
});

it("opens the sample household in a file of its own, and the same one again", async () => {
  const root = temporaryFolder();
  const vault = startTestVault(root);
  const { vaultId: ownId } = await givenOpenVault(vault);
  await vault.value("vault.lock");
  const sample = await vault.value("vault.createSample");
  expect(sample).toEqual({ state: "unlocked", vaultId: expect.any(String), isSample: true });
  expect(sample.vaultId).not.toBe(ownId);
  expect(await vault.readNote("sample")).toBe("filled");
  await vault.value("vault.lock");
  expect(await vault.value("vault.createSample")).toEqual(sample);
  await vault.value("vault.lock");
  expect((await vault.value("vault.list")).map((file) => file.label)).toEqual(["File 1", "Sample household"]);
});

it("refuses everything that needs a file while it is locked, and made-up identifiers", async () => {
  const { vault, root } = await givenLockedVault();
  expect(await vault.refusal("vault.backupNow")).toMatchObject({ reason: "Open the file first" });
  expect(await vault.refusal("vault.unlock", { vaultId: "../../etc", passphrase: "x" })).toMatchObject({ code: "invalidInput" });
  expect(await vault.refusal("vault.unlock", { vaultId: "00000000-0000-4000-8000-000000000000", passphrase: "x" })).toMatchObject({
    reason: "There is no such file",
  });
  expect(await vault.refusal("vault.lock", { extra: 1 })).toMatchObject({ code: "invalidInput" });
  expect(readdirSync(join(root, "vaults"))).toHaveLength(1);
});

it("tells the window of every save", async () => {
  const vault = startTestVault(temporaryFolder());
  await givenOpenVault(vault);
  await vault.saveNote("one", "1");
  await vault.saveNote("two", "2");
  expect(vault.changes()).toBe(2);
});

it("never sweeps away a finished file, even if the computer went off in the moment it was finished", async () => {
  const { vault, root, vaultId } = await givenLockedVault();
  writeFileSync(join(vaultFolder(root, vaultId), "unfinished"), "");
  await givenOpenVault(vault);
  await vault.value("vault.lock");
  expect(await vault.value("vault.list")).toHaveLength(2);
  await vault.value("vault.unlock", { vaultId, passphrase: testPassphrase });
  expect(existsSync(join(vaultFolder(root, vaultId), "unfinished"))).toBe(false);
});

it("writes the journal back into the database half a minute after a save", async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const root = temporaryFolder();
  const vault = startTestVault(root);
  const { vaultId } = await givenOpenVault(vault);
  const journal = () => statSync(join(vaultFolder(root, vaultId), "g0001", "data.db-wal")).size;
  await vault.saveNote("colour", "green");
  await vi.advanceTimersByTimeAsync(20_000);
  await vault.saveNote("colour", "blue");
  expect(journal()).toBeGreaterThan(0);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(journal()).toBe(0);
  expect(await vault.readNote("colour")).toBe("blue");
});
