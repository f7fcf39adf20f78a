import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from "@zip.js/zip.js";
import type { PlainDate } from "../../shared/core/plainDate.ts";

export interface ZipEntry {
  /** Path inside the archive, with "/" between folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Packs files into one archive. All are dated noon on `about`, in UTC, so the same files give the same bytes.
 * @throws Error when two entries have one name.
 */
export async function renderZip(entries: readonly ZipEntry[], about: PlainDate): Promise<Buffer> {
  configure({ useWebWorkers: false });
  const writer = new ZipWriter(new Uint8ArrayWriter(), {
    lastModDate: new Date(`${about}T12:00:00Z`),
    extendedTimestamp: false,
    useWebWorkers: false,
    keepOrder: true,
  });
  for (const entry of entries) await writer.add(entry.name, new Uint8ArrayReader(entry.bytes));
  return Buffer.from(await writer.close());
}

/** The same archive with every entry dated noon on `about`: for files made by a library that stamps them with the clock. */
export async function redateZip(bytes: Uint8Array, about: PlainDate): Promise<Buffer> {
  configure({ useWebWorkers: false });
  const entries: ZipEntry[] = [];
  for (const entry of await new ZipReader(new Uint8ArrayReader(bytes)).getEntries()) {
    if (!entry.directory) entries.push({ name: entry.filename, bytes: await entry.getData(new Uint8ArrayWriter()) });
  }
  return renderZip(entries, about);
}
