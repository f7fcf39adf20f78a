import { createCipheriv, createDecipheriv, createHmac, randomBytes, randomUUID, timingSafeEqual } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import canonicalize from "canonicalize";
import * as z from "zod";
import { notAllowed } from "../../shared/contract/errors.ts";
import { writeFileAtomically } from "./atomicFile.ts";
import { subkey } from "./keyDerivation.ts";

const longestFileBytes = 64 * 1024;
const hexBytes = (count: number) => z.string().regex(new RegExp(`^[0-9a-f]{${count * 2}}$`));
const Salt = hexBytes(16);

const Kdf = z.discriminatedUnion("name", [
  z.strictObject({ name: z.literal("argon2id"), v: z.literal(19), m: z.number().int(), t: z.number().int(), p: z.number().int(), salt: Salt }),
  z.strictObject({ name: z.literal("hkdf-sha256"), salt: Salt }),
]);
export type Kdf = z.infer<typeof Kdf>;

/** One way to the vault's key: the key itself, wrapped by a key made from a passphrase or from the recovery words. */
export const KeySlot = z.strictObject({
  id: z.uuid(),
  type: z.enum(["passphrase", "recovery"]),
  kdf: Kdf,
  wrap: z.strictObject({ alg: z.literal("A256GCM"), iv: hexBytes(12), ct: hexBytes(48) }),
});
export type KeySlot = z.infer<typeof KeySlot>;

export const KeysFile = z.strictObject({
  format: z.literal("phb-keys"),
  version: z.literal(1),
  vault: z.uuid(),
  gen: z.string().regex(/^g\d{4}$/),
  slots: z.array(KeySlot).min(1).max(8),
  mac: hexBytes(32),
});
export type KeysFile = z.infer<typeof KeysFile>;

export const damagedKeys = () =>
  notAllowed("The key file of this vault is damaged or was changed, so the file was not opened", [
    "Nothing has been changed or deleted. Restore the newest verified backup.",
  ]);

/** JSON with sorted keys and no spaces (RFC 8785): equal values always give equal bytes. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("This value has no JSON");
  return text;
}

/** Wraps the vault's key for one slot. The slot's own settings are bound in, so none can be swapped. */
export function makeSlot(vaultId: string, type: KeySlot["type"], kdf: Kdf, wrappingKey: Buffer, masterKey: Buffer): KeySlot {
  const id = randomUUID();
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", wrappingKey, iv);
  cipher.setAAD(boundSettings(vaultId, { id, type, kdf }));
  const wrapped = Buffer.concat([cipher.update(masterKey), cipher.final(), cipher.getAuthTag()]);
  return { id, type, kdf, wrap: { alg: "A256GCM", iv: iv.toString("hex"), ct: wrapped.toString("hex") } };
}

/** The vault's key (32 bytes, zero it after use), or undefined when the wrapping key is not the right one. */
export function openSlot(vaultId: string, slot: KeySlot, wrappingKey: Buffer): Buffer | undefined {
  const wrapped = Buffer.from(slot.wrap.ct, "hex");
  const decipher = createDecipheriv("aes-256-gcm", wrappingKey, Buffer.from(slot.wrap.iv, "hex"), { authTagLength: 16 });
  decipher.setAAD(boundSettings(vaultId, slot));
  decipher.setAuthTag(wrapped.subarray(32));
  const masterKey = decipher.update(wrapped.subarray(0, 32));
  try {
    decipher.final();
    return masterKey;
  } catch {
    masterKey.fill(0);
    return undefined;
  }
}

function boundSettings(vault: string, { id, type, kdf }: Pick<KeySlot, "id" | "type" | "kdf">): Buffer {
  return Buffer.from(`phb-slot-v1|${canonicalJson({ v: 1, vault, id, type, kdf })}`);
}

/** The key file for these slots, sealed with the vault's own key. */
export function sealKeys(vaultId: string, generation: string, slots: readonly KeySlot[], masterKey: Buffer): KeysFile {
  const body = { format: "phb-keys" as const, version: 1 as const, vault: vaultId, gen: generation, slots: [...slots] };
  return { ...body, mac: macOf(body, masterKey).toString("hex") };
}

/** @throws AppFailure when the key file is not exactly as it was sealed. */
export function checkSeal({ mac, ...body }: KeysFile, masterKey: Buffer): void {
  if (!timingSafeEqual(Buffer.from(mac, "hex"), macOf(body, masterKey))) throw damagedKeys();
}

function macOf(body: Omit<KeysFile, "mac">, masterKey: Buffer): Buffer {
  const key = subkey(masterKey, body.vault, "header");
  try {
    return createHmac("sha256", key).update(canonicalJson(body)).digest();
  } finally {
    key.fill(0);
  }
}

/** Writes the key file whole or not at all. */
export function writeKeysFile(path: string, keys: KeysFile): void {
  writeFileAtomically(path, canonicalJson(keys));
}

/** Reads a key file and checks its form; its seal can only be checked once a slot is open. @throws AppFailure when it is missing or malformed. */
export function readKeysFile(path: string): KeysFile {
  if (!existsSync(path) || statSync(path).size > longestFileBytes) throw damagedKeys();
  return parseKeys(readFileSync(path, "utf8"));
}

/** Parses the text of a key file. Only the one canonical spelling is accepted. */
export function parseKeys(text: string): KeysFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damagedKeys();
  }
  const keys = KeysFile.safeParse(value);
  if (!keys.success || canonicalJson(keys.data) !== text) throw damagedKeys();
  return keys.data;
}
