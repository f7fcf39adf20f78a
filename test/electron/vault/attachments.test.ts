import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { newRecordId } from "../../../electron/recordId.ts";
import { attachmentFileName, attachmentLimitBytes, openAttachmentStore, sweepAttachments } from "../../../electron/vault/attachmentStore.ts";
import { AppFailure } from "../../../shared/contract/errors.ts";
import { filesHolding, temporaryFolder } from "../../support/temporaryFolder.ts";

const receipt = Buffer.from("Receipt from Marmaduke Quillfeather, 12.50");
const givenStore = () => {
  const folder = join(temporaryFolder(), "att");
  return { folder, store: openAttachmentStore(folder, () => newRecordId(new Date("2026-11-21T10:00:00Z"))) };
};

it("gives back the bytes it was given, and none of them can be read on disk", () => {
  const { folder, store } = givenStore();
  const stored = store.prepare(receipt);
  expect(Buffer.from(store.read(stored)).equals(receipt)).toBe(true);
  expect(readdirSync(folder)).toEqual([attachmentFileName(stored.id)]);
  expect(
    readFileSync(join(folder, attachmentFileName(stored.id)))
      .subarray(0, 8)
      .toString(),
  ).toBe("PHBATT1\n");
  expect(filesHolding(folder, "Marmaduke")).toEqual([]);
});

it("gives every file a key of its own", () => {
  const { store } = givenStore();
  const [one, two] = [store.prepare(receipt), store.prepare(receipt)];
  expect(Buffer.from(one.fileKey).equals(two.fileKey)).toBe(false);
  expect(() => store.read({ ...one, fileKey: two.fileKey })).toThrow(AppFailure);
});

it("notices every changed byte, a cut file, a swapped file and a missing one", () => {
  const { folder, store } = givenStore();
  const stored = store.prepare(receipt);
  const path = join(folder, attachmentFileName(stored.id));
  const whole = readFileSync(path);
  for (let at = 0; at < whole.length; at += 1) {
    const damaged = Buffer.from(whole);
    damaged[at] = (damaged[at] ?? 0) ^ 4;
    writeFileSync(path, damaged);
    expect(() => store.read(stored)).toThrow(AppFailure);
  }
  writeFileSync(path, whole.subarray(0, 30));
  expect(() => store.read(stored)).toThrow(AppFailure);
  const other = store.prepare(receipt);
  writeFileSync(path, readFileSync(join(folder, attachmentFileName(other.id))));
  expect(() => store.read({ ...stored, fileKey: other.fileKey })).toThrow(AppFailure);
  store.remove(stored.id);
  expect(() => store.read(stored)).toThrow("notAllowed");
});

it("keeps an empty file and refuses one above 25 MB", () => {
  const { store } = givenStore();
  expect(store.read(store.prepare(new Uint8Array()))).toHaveLength(0);
  expect(() => store.prepare(new Uint8Array(attachmentLimitBytes + 1))).toThrow(AppFailure);
});

it("sweeps files no row speaks of and half-written ones, and leaves strange files alone", () => {
  const { folder, store } = givenStore();
  const kept = store.prepare(receipt);
  const orphan = store.prepare(receipt);
  writeFileSync(join(folder, `${attachmentFileName(kept.id)}.new`), "half");
  writeFileSync(join(folder, "note.txt"), "not ours");
  expect(sweepAttachments(folder, [kept.id])).toBe(2);
  expect(readdirSync(folder).sort()).toEqual([attachmentFileName(kept.id), "note.txt"].sort());
  expect(() => store.read(orphan)).toThrow(AppFailure);
  expect(Buffer.from(store.read(kept)).equals(receipt)).toBe(true);
});

it("never lets an identifier lead out of its folder", () => {
  const { store } = givenStore();
  expect(() => store.remove("../../../etc/passwd")).toThrow(RangeError);
});
