import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { notAllowed } from "../../shared/contract/errors.ts";
import { makePrivateFolder, writeFileAtomically } from "./atomicFile.ts";

/** The largest file kept as evidence. */
export const attachmentLimitBytes = 25 * 1024 * 1024;

/** What the row of an attachment must hold so that its file can be read again. */
export interface StoredAttachment {
  /** The row's identifier, a UUID. */
  readonly id: string;
  readonly sizeBytes: number;
  /** Of the readable bytes, in hexadecimal. */
  readonly sha256: string;
  /** 32 bytes, a new one for each file. Deleting the row makes the file unreadable for ever. */
  readonly fileKey: Uint8Array;
}

/** Where evidence is kept: one encrypted file each, outside the database. */
export interface AttachmentStore {
  /** Encrypts the bytes and writes them safely to disk. Save the answer in a row afterwards; without one the file is swept away at the next unlock. */
  prepare(bytes: Uint8Array): StoredAttachment;
  /** The readable bytes. @throws AppFailure when the file is missing or was changed. */
  read(attachment: StoredAttachment): Uint8Array;
  /** Deletes the file. Delete the row first. */
  remove(id: string): void;
}

const magic = Buffer.from("PHBATT1\n");
const ivLength = 12;
const tagLength = 16;
const fileName = /^[0-9a-f]{32}$/;

/** The name on disk: the identifier without its dashes, so it tells nothing. */
export function attachmentFileName(id: string): string {
  const name = id.replaceAll("-", "");
  if (!fileName.test(name)) throw new RangeError("An attachment's identifier is a UUID");
  return name;
}

/** Opens the folder of encrypted attachment files, making it when needed. */
export function openAttachmentStore(folder: string, newId: () => string): AttachmentStore {
  makePrivateFolder(folder);
  const pathOf = (id: string) => join(folder, attachmentFileName(id));
  return {
    prepare(bytes) {
      if (bytes.length > attachmentLimitBytes)
        throw notAllowed("This file is larger than 25 MB", ["Choose a smaller file, or scan it again at a lower quality."]);
      const id = newId();
      const fileKey = randomBytes(32);
      writeFileAtomically(pathOf(id), encrypt(bytes, id, fileKey));
      return { id, sizeBytes: bytes.length, sha256: sha256Of(bytes), fileKey };
    },
    read(attachment) {
      const path = pathOf(attachment.id);
      if (!existsSync(path)) throw damagedAttachment("is missing");
      const bytes = decrypt(readFileSync(path), attachment.id, attachment.fileKey);
      if (bytes.length !== attachment.sizeBytes || sha256Of(bytes) !== attachment.sha256) throw damagedAttachment("is damaged");
      return bytes;
    },
    remove(id) {
      rmSync(pathOf(id), { force: true });
    },
  };
}

/** Removes half-written files and files no row speaks of. Files with names that are not ours stay. Returns how many went. */
export function sweepAttachments(folder: string, knownIds: Iterable<string>): number {
  if (!existsSync(folder)) return 0;
  const known = new Set([...knownIds].map(attachmentFileName));
  const orphans = readdirSync(folder).filter((name) => fileName.test(name.replace(/\.new$/, "")) && !known.has(name));
  for (const name of orphans) rmSync(join(folder, name), { force: true });
  return orphans.length;
}

function encrypt(bytes: Uint8Array, id: string, fileKey: Uint8Array): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv("aes-256-gcm", fileKey, iv, { authTagLength: tagLength });
  cipher.setAAD(Buffer.concat([magic, Buffer.from(attachmentFileName(id))]));
  return Buffer.concat([magic, iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(file: Buffer, id: string, fileKey: Uint8Array): Buffer {
  const start = magic.length + ivLength;
  if (file.length < start + tagLength || !file.subarray(0, magic.length).equals(magic)) throw damagedAttachment("is damaged");
  const decipher = createDecipheriv("aes-256-gcm", fileKey, file.subarray(magic.length, start), { authTagLength: tagLength });
  decipher.setAAD(Buffer.concat([magic, Buffer.from(attachmentFileName(id))]));
  decipher.setAuthTag(file.subarray(file.length - tagLength));
  try {
    return Buffer.concat([decipher.update(file.subarray(start, file.length - tagLength)), decipher.final()]);
  } catch {
    throw damagedAttachment("is damaged");
  }
}

const sha256Of = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const damagedAttachment = (what: string) =>
  notAllowed(`The attached file ${what}`, ["Add the file again if you still have it, or restore a backup from before it went wrong."]);
