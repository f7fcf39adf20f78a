import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const Digests = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/));

/**
 * The native libraries that are not as they were built, or "none" when there is none at all. They lie outside the
 * program's archive, so nothing else vouches for them on Windows and Linux; on a Mac the system checks their signature
 * (and signing changes their bytes, so this check is not made there).
 * @param listFile what the build wrote: path below node_modules → SHA-256
 * @param modulesFolder the unpacked node_modules of the installed program
 */
export function findChangedLibraries(listFile: string, modulesFolder: string): string[] {
  const digests = Digests.parse(JSON.parse(readFileSync(listFile, "utf8")));
  const present = Object.entries(digests).filter(([name]) => existsSync(join(modulesFolder, name)));
  if (present.length === 0) return ["none"];
  return present
    .filter(
      ([name, digest]) =>
        createHash("sha256")
          .update(readFileSync(join(modulesFolder, name)))
          .digest("hex") !== digest,
    )
    .map(([name]) => name);
}
