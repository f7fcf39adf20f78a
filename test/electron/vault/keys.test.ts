import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import {
  calibrateCost,
  isAcceptableCost,
  keyFromPassphrase,
  lowestCost,
  nativeArgon2id,
  portableArgon2id,
  subkey,
} from "../../../electron/vault/keyDerivation.ts";
import { canonicalJson, checkSeal, type KeysFile, makeSlot, openSlot, parseKeys, sealKeys } from "../../../electron/vault/keysFile.ts";
import { problemWithPassphrase } from "../../../electron/vault/passphraseRules.ts";
import { choosePositions, makeRecoveryWords, readRecoveryWords, suggestPassphrase } from "../../../electron/vault/recoveryWords.ts";
import { findBrokenCiphers } from "../../../electron/vault/selfTest.ts";
import { masterKeyFrom } from "../../../electron/vault/vaultKeys.ts";
import { countWrongTry, refuseTooManyTries, secondsToWait } from "../../../electron/vault/wrongTries.ts";
import { AppFailure } from "../../../shared/contract/errors.ts";

const vaultId = "5b2c3f0e-8f3e-4d1e-9a53-0c8f6c1f8a11";
const masterKey = Buffer.alloc(32, 5);
const wrappingKey = Buffer.alloc(32, 6);
const kdf = { name: "hkdf-sha256" as const, salt: "00".repeat(16) };

function givenKeys(): KeysFile {
  return sealKeys(vaultId, "g0001", [makeSlot(vaultId, "recovery", kdf, wrappingKey, masterKey)], masterKey);
}

/** What opening a key file with the right wrapping key comes to: the vault's key, or a refusal. */
function open(text: string): Buffer | "refused" {
  try {
    const keys = parseKeys(text);
    for (const slot of keys.slots) {
      const opened = openSlot(keys.vault, slot, wrappingKey);
      if (!opened) continue;
      checkSeal(keys, opened);
      return opened;
    }
    return "refused";
  } catch (error) {
    if (error instanceof AppFailure) return "refused";
    throw error;
  }
}

it("gives every cipher's published answer on this computer, and names one that does not", async () => {
  expect(await findBrokenCiphers()).toEqual([]);
  expect(await findBrokenCiphers([{ name: "wrong on purpose", expected: "1", answer: () => "2" }])).toEqual(["wrong on purpose"]);
});

it("derives the same key with the native and the portable Argon2id", async () => {
  for (const cost of [
    { m: 256, t: 2, p: 1 },
    { m: 1024, t: 3, p: 4 },
    { m: 4096, t: 4, p: 2 },
    { m: 8192, t: 2, p: 8 },
    { m: 65536, t: 2, p: 4 },
  ]) {
    const salt = Buffer.alloc(16, cost.t);
    const secret = Buffer.from("Ŵylfa Łódź passphrase");
    expect((await nativeArgon2id(secret, salt, cost)).equals(await portableArgon2id(secret, salt, cost))).toBe(true);
  }
});

it("takes a passphrase as the same however its accents were typed", async () => {
  const salt = Buffer.alloc(16, 1);
  const composed = await keyFromPassphrase("caf\u00e9 on the corner", salt, lowestCost);
  const separate = await keyFromPassphrase("cafe\u0301 on the corner", salt, lowestCost);
  expect(composed.equals(separate)).toBe(true);
});

it("makes a guess cost 400 ms on a fast computer, the usual on a middling one and the lowest on a slow or small one", async () => {
  expect(await calibrateCost(async () => 100)).toEqual({ m: 262144, t: 12, p: 4 });
  expect(await calibrateCost(async () => 10)).toEqual({ m: 262144, t: 16, p: 4 });
  expect(await calibrateCost(async () => 800)).toEqual({ m: 262144, t: 3, p: 4 });
  expect(await calibrateCost(async () => 1600)).toEqual(lowestCost);
  expect(await calibrateCost(() => Promise.reject(new Error("no memory")))).toEqual(lowestCost);
});

it("refuses settings that are too weak or would exhaust the memory, before doing any work", async () => {
  const hostile = [
    { m: 63 * 1024, t: 3, p: 4 },
    { m: 1024 * 1024 + 1, t: 3, p: 4 },
    { m: 2 ** 31, t: 3, p: 4 },
    { m: 65536, t: 1, p: 4 },
    { m: 65536, t: 17, p: 4 },
    { m: 65536, t: 3, p: 0 },
    { m: 65536, t: 3, p: 9 },
    { m: 65536.5, t: 3, p: 4 },
  ];
  expect(hostile.map(isAcceptableCost)).toEqual(hostile.map(() => false));
  const started = performance.now();
  for (const cost of hostile) await expect(keyFromPassphrase("any", Buffer.alloc(16), cost)).rejects.toBeInstanceOf(AppFailure);
  const hostileKeys = sealKeys(
    vaultId,
    "g0001",
    [makeSlot(vaultId, "passphrase", { name: "argon2id", v: 19, m: 2 ** 31, t: 3, p: 4, salt: "00".repeat(16) }, wrappingKey, masterKey)],
    masterKey,
  );
  await expect(masterKeyFrom(hostileKeys, { passphrase: "any" })).rejects.toBeInstanceOf(AppFailure);
  expect(performance.now() - started).toBeLessThan(1000);
});

it("opens a key file as it was sealed", () => {
  expect(open(canonicalJson(givenKeys()))).toEqual(masterKey);
});

it("refuses a key file with any byte changed, added or left out", () => {
  const text = canonicalJson(givenKeys());
  for (let at = 0; at < text.length; at += 1) {
    for (const other of ["0", "f", "x"]) {
      if (text[at] !== other) expect(open(text.slice(0, at) + other + text.slice(at + 1))).toBe("refused");
    }
    expect(open(text.slice(0, at) + text.slice(at + 1))).toBe("refused");
  }
  expect(open(`${text} `)).toBe("refused");
  expect(open("")).toBe("refused");
});

it("refuses slots that were swapped in, doubled or taken out", () => {
  const keys = givenKeys();
  const other = makeSlot(vaultId, "recovery", { ...kdf, salt: "11".repeat(16) }, wrappingKey, masterKey);
  const [first] = keys.slots;
  if (!first) throw new Error("There is a slot");
  expect(open(canonicalJson({ ...keys, slots: [...keys.slots, other] }))).toBe("refused");
  expect(open(canonicalJson({ ...keys, slots: [other] }))).toBe("refused");
  expect(open(canonicalJson({ ...keys, slots: [{ ...first, type: "passphrase" }] }))).toBe("refused");
  expect(open(canonicalJson({ ...keys, gen: "g0002" }))).toBe("refused");
  expect(open(canonicalJson({ ...keys, slots: [] }))).toBe("refused");
});

it("gives each use its own key, and each vault its own", () => {
  const keys = (["db", "header", "backup"] as const).map((label) => subkey(masterKey, vaultId, label).toString("hex"));
  const elsewhere = subkey(masterKey, "00000000-0000-4000-8000-000000000000", "db").toString("hex");
  expect(new Set([...keys, elsewhere, masterKey.toString("hex")]).size).toBe(5);
});

it("reads recovery words however they are typed, and refuses a wrong or missing one", () => {
  const { words, entropy } = makeRecoveryWords();
  expect(words).toHaveLength(12);
  expect(readRecoveryWords(words.join(" "))).toEqual(entropy);
  expect(readRecoveryWords(words.map((word, index) => `${index + 1}. ${word.toUpperCase()}`).join(",\n "))).toEqual(entropy);
  expect(readRecoveryWords(words.slice(1).join(" "))).toBeUndefined();
  expect(readRecoveryWords([...words.slice(1), "notaword"].join(" "))).toBeUndefined();
  expect(readRecoveryWords(randomBytes(20).toString("hex"))).toBeUndefined();
});

it("asks for three different words in order", () => {
  for (let round = 0; round < 50; round += 1) {
    const positions = choosePositions();
    expect(new Set(positions).size).toBe(3);
    expect([...positions].sort((a, b) => a - b)).toEqual(positions);
    expect(positions.every((position) => position >= 1 && position <= 12)).toBe(true);
  }
});

it("refuses short, common and patterned passphrases and takes good ones", () => {
  const refused = [
    "short",
    "elevenchars",
    "Password1234!",
    "passwordpassword",
    "Welcome to payday",
    "123456789012",
    "abcdefghijklmn",
    "qwertyuiopas",
    "zzzzzzzzzzzzzz",
    "Liverpool2026!",
  ];
  expect(refused.filter((passphrase) => problemWithPassphrase(passphrase) === undefined)).toEqual([]);
  const taken = ["the cat sat on my hat", "copper lamp river onion stage", "Ŵyn hapus yn y bore bach", suggestPassphrase()];
  expect(taken.map(problemWithPassphrase)).toEqual(taken.map(() => undefined));
  expect(suggestPassphrase().split("-")).toHaveLength(5);
});

it("makes people wait after the fifth wrong try, longer each time, never over 15 minutes", () => {
  expect([0, 1, 4, 5, 6, 7, 9, 10, 11, 500].map(secondsToWait)).toEqual([0, 0, 0, 30, 60, 120, 480, 900, 900, 900]);
});

it("waits no longer than the wait when the clock was set back", () => {
  const folder = mkdtempSync(join(tmpdir(), "plan-and-payday-tries-"));
  const wrongYear = new Date("2036-05-08T10:00:00Z");
  for (let tries = 0; tries < 5; tries += 1) countWrongTry(folder, wrongYear, "passphrase");
  expect(() => refuseTooManyTries(folder, new Date("2026-05-08T10:00:00Z"))).toThrow();
  expect(() => refuseTooManyTries(folder, new Date("2026-05-08T10:00:29Z"))).toThrow();
  expect(() => refuseTooManyTries(folder, new Date("2026-05-08T10:00:31Z"))).not.toThrow();
});
