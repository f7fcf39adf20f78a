import { chmodSync, closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";

const isWindows = process.platform === "win32";

/** Makes a folder (and those above it) that only this account may enter. */
export function makePrivateFolder(path: string): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (!isWindows) chmodSync(path, 0o700);
}

/**
 * Writes a whole file so that after a crash or power cut there is either the old one or the new one, never a part:
 * a new file beside it, flushed, renamed over it, and the folder flushed.
 */
export function writeFileAtomically(path: string, bytes: Uint8Array | string): void {
  const fresh = `${path}.new`;
  rmSync(fresh, { force: true });
  const file = openSync(fresh, "wx", 0o600);
  try {
    writeAll(file, typeof bytes === "string" ? Buffer.from(bytes) : bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  moveIntoPlace(fresh, path);
}

function writeAll(file: number, bytes: Uint8Array): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
}

/** Renames a finished and flushed file over `path` and flushes the folder. On Windows a virus scanner may hold it, so it is tried for 3 seconds. */
export function moveIntoPlace(from: string, path: string): void {
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(from, path);
      break;
    } catch (error) {
      if (!isWindows || attempt >= 10) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    }
  }
  flushFolder(dirname(path));
}

/** Makes sure that names added to or removed from a folder survive a power cut. Windows has no such call. */
export function flushFolder(path: string): void {
  if (isWindows) return;
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Flushes the bytes of a file that someone else wrote (a database snapshot). */
export function flushFile(path: string): void {
  const file = openSync(path, "r+");
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** From now on every file this process makes is readable by this account alone, also those a library makes. */
export function protectNewFiles(): void {
  process.umask(0o077);
}
