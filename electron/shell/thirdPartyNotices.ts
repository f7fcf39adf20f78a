import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";

/** A library inside the program and the terms it comes under. */
export const Notice = z.strictObject({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() });
export type Notice = z.infer<typeof Notice>;

/** The lists the build wrote for the main and renderer bundles, joined, each library once, by name. */
export async function readThirdPartyNotices(outFolder: string): Promise<Notice[]> {
  const lists = await Promise.all(
    ["main", "renderer"].map(async (part) => z.array(Notice).parse(JSON.parse(await readFile(join(outFolder, part, "notices.json"), "utf8")))),
  );
  const byName = new Map(lists.flat().map((notice) => [`${notice.name} ${notice.version}`, notice]));
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
