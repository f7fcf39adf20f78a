import { expect, it } from "vitest";
import { givenOpenVault, startTestVault, testPassphrase } from "../../support/startTestVault.ts";
import { filesHolding, temporaryFolder } from "../../support/temporaryFolder.ts";

const markers = ["Marmaduke Quillfeather", "QQ123456C", "ZZ99 3VZ Thistledown", "a rare and private diagnosis"];

it("leaves nothing readable in any file: database, journal, attachments, backups, notes beside them, temporary files", async () => {
  const root = temporaryFolder();
  const temporary = temporaryFolder();
  const previous = process.env.SQLITE_TMPDIR;
  process.env.SQLITE_TMPDIR = temporary;
  try {
    const vault = startTestVault(root, { sampleNote: markers.join(" ") });
    const { vaultId, recoveryWords } = await givenOpenVault(vault);
    const secrets = [...markers, testPassphrase, recoveryWords.join(" "), recoveryWords.slice(0, 3).join(" ")];
    const readable = () => secrets.flatMap((text) => [...filesHolding(root, text), ...filesHolding(temporary, text)]);

    for (const [index, marker] of markers.entries()) {
      for (let copy = 0; copy < 100; copy += 1) await vault.saveNote(`note ${index} ${copy}`, `${marker} `.repeat(20));
      await vault.attach(Buffer.from(`${marker} `.repeat(1000)));
    }
    expect(readable()).toEqual([]);
    await vault.value("vault.backupNow");
    expect(readable()).toEqual([]);
    vault.wait(2 * 3_600_000);
    await vault.saveNote("last", markers.join(" "));
    await vault.value("vault.lock");
    expect(readable()).toEqual([]);
    await vault.value("vault.unlock", { vaultId, passphrase: testPassphrase });
    await vault.value("vault.changePassphrase", { currentPassphrase: testPassphrase, newPassphrase: "quite another passphrase" });
    await vault.value("vault.lock");
    await vault.value("vault.createSample");
    expect([...readable(), ...filesHolding(root, "quite another passphrase")]).toEqual([]);
    await vault.value("vault.lock");
    expect(readable()).toEqual([]);
  } finally {
    if (previous === undefined) delete process.env.SQLITE_TMPDIR;
    else process.env.SQLITE_TMPDIR = previous;
  }
});
