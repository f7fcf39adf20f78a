import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A new private folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "plan-and-payday-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Every file under a folder, however deep, with its path inside it, its bytes and its permissions. */
export function allFiles(folder: string): { path: string; bytes: Buffer; mode: number }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.slice(folder.length + 1), bytes: readFileSync(path), mode: statSync(path).mode & 0o777 }));
}

/** The paths of files in which a text can be read, however it might have been written down. */
export function filesHolding(folder: string, text: string): string[] {
  const spellings = [
    Buffer.from(text, "utf8"),
    Buffer.from(text, "utf16le"),
    Buffer.from(Buffer.from(text).toString("hex")),
    Buffer.from(Buffer.from(text).toString("base64").slice(0, -4)),
  ];
  return allFiles(folder)
    .filter(({ bytes }) => spellings.some((spelling) => bytes.includes(spelling)))
    .map(({ path }) => path);
}
