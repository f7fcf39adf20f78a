import { createHash, createHmac, type Hash, timingSafeEqual } from "node:crypto";
import { closeSync, fsyncSync, openSync, readSync, rmSync, statSync, writeSync } from "node:fs";
import * as z from "zod";
import { notAllowed } from "../../shared/contract/errors.ts";
import { moveIntoPlace } from "./atomicFile.ts";
import { canonicalJson, KeysFile } from "./keysFile.ts";

const magic = Buffer.from("PHBKUP1\n");
const longestHeaderBytes = 16 * 1024 * 1024;
const chunkBytes = 1024 * 1024;
const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);

const Part = z.strictObject({
  name: z.string().regex(/^(data\.db|att\/[0-9a-f]{32})$/),
  size: z.number().int().nonnegative(),
  sha256: sha256Hex,
});

export const BackupHeader = z.strictObject({
  format: z.literal("phb-backup"),
  version: z.literal(1),
  schema: z.number().int().nonnegative(),
  created: z.iso.datetime(),
  vault: z.uuid(),
  keys: KeysFile,
  parts: z.array(Part).min(1),
  audit: z.strictObject({ seq: z.number().int().nonnegative(), head: z.string() }),
  mac: sha256Hex,
});
export type BackupHeader = z.infer<typeof BackupHeader>;

export const damagedBackup = () =>
  notAllowed("This backup is damaged or was changed, so it was not used", ["Nothing in your file has changed. Use another backup."]);

/** A file that becomes a part of a backup, as it lies on disk (already encrypted). */
export interface PartSource {
  readonly name: string;
  readonly path: string;
}

/** Writes a backup: the sealed header, then the parts end to end. Whole or not at all. */
export function writeBackupFile(
  path: string,
  header: Omit<BackupHeader, "parts" | "mac" | "format" | "version">,
  sources: readonly PartSource[],
  backupKey: Buffer,
): void {
  const parts = sources.map(({ name, path: source }) => ({ name, size: statSync(source).size, sha256: hashOf(source) }));
  const body = { format: "phb-backup" as const, version: 1 as const, ...header, parts };
  const text = Buffer.from(canonicalJson({ ...body, mac: macOf(body, backupKey).toString("hex") }));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(text.length);
  const fresh = `${path}.new`;
  rmSync(fresh, { force: true });
  const file = openSync(fresh, "wx", 0o600);
  try {
    for (const bytes of [magic, length, text]) writeSync(file, bytes);
    for (const { path: source } of sources) forEachChunk(source, 0, statSync(source).size, (chunk) => writeSync(file, chunk));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  moveIntoPlace(fresh, path);
}

/** The header of a backup with the place where its parts begin. Its seal is not checked yet. @throws AppFailure when it is malformed. */
export function readBackupHeader(path: string): { readonly header: BackupHeader; readonly partsBegin: number } {
  const size = statSync(path).size;
  if (size < magic.length + 4) throw damagedBackup();
  const start = readBytes(path, 0, magic.length + 4);
  if (!start.subarray(0, magic.length).equals(magic)) throw damagedBackup();
  const length = start.readUInt32LE(magic.length);
  const partsBegin = start.length + length;
  if (length > longestHeaderBytes || partsBegin > size) throw damagedBackup();
  const header = parseHeader(readBytes(path, start.length, length).toString("utf8"));
  const partBytes = header.parts.reduce((sum, part) => sum + part.size, 0);
  const isComplete = new Set(header.parts.map((part) => part.name)).size === header.parts.length && header.parts[0]?.name === "data.db";
  if (!isComplete || partsBegin + partBytes !== size) throw damagedBackup();
  return { header, partsBegin };
}

function parseHeader(text: string): BackupHeader {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw damagedBackup();
  }
  const header = BackupHeader.safeParse(value);
  if (!header.success || canonicalJson(header.data) !== text) throw damagedBackup();
  return header.data;
}

/** @throws AppFailure when the header was not sealed with this vault's key, or a part is not as it was written. */
export function checkBackupSeal(path: string, { header, partsBegin }: { header: BackupHeader; partsBegin: number }, backupKey: Buffer): void {
  const { mac, ...body } = header;
  if (!timingSafeEqual(Buffer.from(mac, "hex"), macOf(body, backupKey))) throw damagedBackup();
  let at = partsBegin;
  for (const part of header.parts) {
    if (hashOf(path, at, part.size) !== part.sha256) throw damagedBackup();
    at += part.size;
  }
}

/** Copies one part of a backup into a new private file. */
export function extractPart(path: string, { header, partsBegin }: { header: BackupHeader; partsBegin: number }, name: string, to: string): void {
  let at = partsBegin;
  for (const part of header.parts) {
    if (part.name === name) {
      const file = openSync(to, "wx", 0o600);
      try {
        forEachChunk(path, at, part.size, (chunk) => writeSync(file, chunk));
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      return;
    }
    at += part.size;
  }
  throw damagedBackup();
}

function macOf(body: Omit<BackupHeader, "mac">, backupKey: Buffer): Buffer {
  return createHmac("sha256", backupKey).update(canonicalJson(body)).digest();
}

function hashOf(path: string, from = 0, size = statSync(path).size): string {
  const hash: Hash = createHash("sha256");
  forEachChunk(path, from, size, (chunk) => hash.update(chunk));
  return hash.digest("hex");
}

function readBytes(path: string, from: number, size: number): Buffer {
  const chunks: Buffer[] = [];
  forEachChunk(path, from, size, (chunk) => chunks.push(Buffer.from(chunk)));
  return Buffer.concat(chunks);
}

/** Reads part of a file a piece at a time, so that a large one never fills the memory. */
function forEachChunk(path: string, from: number, size: number, use: (chunk: Buffer) => void): void {
  const file = openSync(path, "r");
  const buffer = Buffer.alloc(Math.min(chunkBytes, Math.max(size, 1)));
  try {
    let done = 0;
    while (done < size) {
      const read = readSync(file, buffer, 0, Math.min(buffer.length, size - done), from + done);
      if (read === 0) throw damagedBackup();
      use(buffer.subarray(0, read));
      done += read;
    }
  } finally {
    closeSync(file);
  }
}
