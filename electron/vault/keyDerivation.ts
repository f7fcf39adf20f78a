import { hkdfSync, randomBytes } from "node:crypto";
import { notAllowed } from "../../shared/contract/errors.ts";

/** What Argon2id costs: memory in KiB, passes, lanes. */
export interface PassphraseCost {
  readonly m: number;
  readonly t: number;
  readonly p: number;
}

/** RFC 9106's second choice: never less than this. */
export const lowestCost: PassphraseCost = { m: 64 * 1024, t: 3, p: 4 };
const usualCost: PassphraseCost = { m: 256 * 1024, t: 3, p: 4 };

/** False for a cost that is too weak, or so large that a hostile file could exhaust this computer's memory. */
export function isAcceptableCost({ m, t, p }: PassphraseCost): boolean {
  const isWithin = (value: number, least: number, most: number) => Number.isInteger(value) && value >= least && value <= most;
  return isWithin(m, 64 * 1024, 1024 * 1024) && isWithin(t, 2, 16) && isWithin(p, 1, 8);
}

/** Argon2id, version 19, 32 bytes out. */
export type Argon2id = (secret: Uint8Array, salt: Uint8Array, cost: PassphraseCost) => Promise<Buffer>;

/** The native library. Its enumeration of variants cannot be imported as a value; 2 is Argon2id and 1 is version 0x13. */
export const nativeArgon2id: Argon2id = async (secret, salt, { m, t, p }) => {
  const { hashRaw } = await import("@node-rs/argon2");
  return hashRaw(secret, { algorithm: 2, version: 1, memoryCost: m, timeCost: t, parallelism: p, outputLen: 32, salt });
};

/** The same function in WebAssembly, about seven times slower, for a computer where the native library does not load. */
export const portableArgon2id: Argon2id = async (secret, salt, { m, t, p }) => {
  const { argon2id } = await import("hash-wasm");
  return Buffer.from(await argon2id({ password: secret, salt, memorySize: m, iterations: t, parallelism: p, hashLength: 32, outputType: "binary" }));
};

let chosen: Argon2id | undefined;

/** The native function where it loads, else the portable one. */
export const argon2id: Argon2id = async (secret, salt, cost) => {
  if (chosen === undefined) {
    const isNative = await import("@node-rs/argon2").then(
      () => true,
      () => false,
    );
    chosen = isNative ? nativeArgon2id : portableArgon2id;
  }
  return chosen(secret, salt, cost);
};

/** The bytes a passphrase stands for: the same however a keyboard composed its accents. Zero them after use. */
export function passphraseBytes(passphrase: string): Buffer {
  return Buffer.from(passphrase.normalize("NFKC"), "utf8");
}

/**
 * The 32-byte key that wraps the vault's key, from a passphrase. Zero it after use.
 * @throws AppFailure when the cost is outside the limits or the computer lacks the memory.
 */
export async function keyFromPassphrase(passphrase: string, salt: Uint8Array, cost: PassphraseCost): Promise<Buffer> {
  if (!isAcceptableCost(cost))
    throw notAllowed("The key file of this vault asks for unsafe settings, so it was not opened", ["Restore the newest verified backup."]);
  const secret = passphraseBytes(passphrase);
  try {
    return await argon2id(secret, salt, cost);
  } catch {
    throw notAllowed("There is not enough free memory to open the file", ["Close other programs and try again."]);
  } finally {
    secret.fill(0);
  }
}

/**
 * How much a passphrase guess should cost on this computer: at least 400 ms by raising the passes (up to 16), or the
 * lowest cost where the usual one takes over 1.5 seconds or cannot get its memory.
 */
export async function calibrateCost(measure: (cost: PassphraseCost) => Promise<number> = timeOf): Promise<PassphraseCost> {
  let taken: number;
  try {
    taken = await measure(usualCost);
  } catch {
    return lowestCost;
  }
  if (taken > 1500) return lowestCost;
  if (taken >= 400) return usualCost;
  const passes = Math.ceil((usualCost.t * 400) / Math.max(taken, 1));
  return { ...usualCost, t: Math.min(16, Math.max(usualCost.t, passes)) };
}

async function timeOf(cost: PassphraseCost): Promise<number> {
  const started = performance.now();
  await argon2id(randomBytes(16), randomBytes(16), cost);
  return performance.now() - started;
}

export type SubkeyLabel = "db" | "header" | "backup";

/** A 32-byte key for one use, from the vault's key. Zero it after use. */
export function subkey(masterKey: Buffer, vaultId: string, label: SubkeyLabel): Buffer {
  return derive(masterKey, Buffer.from(vaultId), `phb/${label}/v1`);
}

/** The 32-byte key that wraps the vault's key, from the 16 bytes behind the recovery words. */
export function keyFromRecovery(entropy: Buffer, salt: Uint8Array): Buffer {
  return derive(entropy, salt, "phb/recovery/v1");
}

function derive(secret: Buffer, salt: Uint8Array, info: string): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, salt, Buffer.from(info), 32));
}
