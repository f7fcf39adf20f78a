import { existsSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import * as z from "zod";
import { notAllowed } from "../../shared/contract/errors.ts";
import type { VaultStatus, VaultSummary } from "../../shared/contract/vaultOperations.ts";
import { PlainDate } from "../../shared/core/plainDate.ts";
import { flushFolder, makePrivateFolder, writeFileAtomically } from "./atomicFile.ts";

/** Where the parts of one vault are. `root` is the program's own local data folder. */
export interface VaultPaths {
  readonly folder: string;
  readonly generation: string;
  readonly keys: string;
  readonly database: string;
  readonly attachments: string;
  readonly backups: string;
}

const vaultName = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const Current = z.strictObject({ format: z.literal("phb-current"), version: z.literal(1), gen: z.string().regex(/^g\d{4}$/) });

/** What may be known of a vault without its key: numbers and dates only. */
const About = z.strictObject({
  format: z.literal("phb-about"),
  version: z.literal(1),
  number: z.number().int().positive(),
  createdOn: PlainDate,
  lastOpenedOn: PlainDate.nullable(),
  isSample: z.boolean(),
});
export type About = z.infer<typeof About>;

export const firstGeneration = "g0001";

/** Paths of a vault and one of its generations. */
export function vaultPaths(root: string, vaultId: string, gen: string): VaultPaths {
  if (!vaultName.test(vaultId)) throw notAllowed("There is no such file");
  const folder = join(root, "vaults", vaultId);
  const generation = join(folder, gen);
  return {
    folder,
    generation,
    keys: join(generation, "keys.json"),
    database: join(generation, "data.db"),
    attachments: join(folder, "att"),
    backups: join(root, "backups", vaultId),
  };
}

/** The paths of a vault's present generation. @throws AppFailure when there is no such vault or its pointer is damaged. */
export function currentPaths(root: string, vaultId: string): VaultPaths & { readonly gen: string } {
  const { folder } = vaultPaths(root, vaultId, firstGeneration);
  const path = join(folder, "current.json");
  if (!existsSync(path)) throw notAllowed("There is no such file");
  const current = parseJson(Current, path);
  if (!current)
    throw notAllowed("This file is damaged, so it was not opened", ["Nothing has been changed or deleted. Restore the newest verified backup."]);
  return { ...vaultPaths(root, vaultId, current.gen), gen: current.gen };
}

/** Makes `gen` the generation that opens from now on. The vault exists only once this is written. */
export function switchTo(folder: string, gen: string): void {
  writeFileAtomically(join(folder, "current.json"), `{"format":"phb-current","version":1,"gen":"${gen}"}`);
}

function parseJson<T>(schema: z.ZodType<T>, path: string): T | undefined {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(path, "utf8")));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers what the first screen may show of a vault. */
export function writeAbout(folder: string, about: Omit<About, "format" | "version">): void {
  writeFileAtomically(join(folder, "about.json"), JSON.stringify({ format: "phb-about", version: 1, ...about }));
}

/** What the first screen may show of a vault. A lost or damaged note only loses the dates. */
export function readAbout(folder: string): About {
  const madeOn = PlainDate.parse(statSync(folder).mtime.toISOString().slice(0, 10));
  const unknown: About = { format: "phb-about", version: 1, number: 1, createdOn: madeOn, lastOpenedOn: null, isSample: false };
  return parseJson(About, join(folder, "about.json")) ?? unknown;
}

/** Every finished vault under `root`, oldest first. Needs no key, so the main process may call it. */
export function listVaults(root: string): VaultSummary[] {
  return vaultFolders(root)
    .filter(({ folder }) => existsSync(join(folder, "current.json")))
    .map(({ vaultId, folder }) => {
      const { number, createdOn, lastOpenedOn, isSample } = readAbout(folder);
      return { vaultId, label: isSample ? "Sample household" : `File ${number}`, number, createdOn, lastOpenedOn, isSample };
    })
    .sort((a, b) => a.number - b.number || a.vaultId.localeCompare(b.vaultId));
}

/** The state of a program that holds no key. Needs no key itself. */
export function statusWithoutKey(root: string): VaultStatus {
  return { state: listVaults(root).length === 0 ? "noFile" : "locked", vaultId: null, isSample: false };
}

function vaultFolders(root: string): { vaultId: string; folder: string }[] {
  const vaults = join(root, "vaults");
  if (!existsSync(vaults)) return [];
  return readdirSync(vaults)
    .filter((name) => vaultName.test(name))
    .map((vaultId) => ({ vaultId, folder: join(vaults, vaultId) }));
}

const unfinishedMark = "unfinished";

/** Makes the folders of a vault whose recovery words are not confirmed yet; until then it is not listed and holds nothing. */
export function makeUnfinishedVault(paths: VaultPaths): void {
  for (const folder of [paths.folder, paths.generation, paths.attachments]) makePrivateFolder(folder);
  writeFileAtomically(join(paths.folder, unfinishedMark), "");
}

/** The vault is ready: from now on it is listed and opens. */
export function finishVault(paths: VaultPaths, gen: string): void {
  switchTo(paths.folder, gen);
  clearUnfinishedMark(paths.folder);
}

/** A vault that opens is finished, even if the computer went off before its mark was taken away. */
export function clearUnfinishedMark(folder: string): void {
  rmSync(join(folder, unfinishedMark), { force: true });
  flushFolder(folder);
}

/** Removes a vault that was never finished. Anything else is left alone. */
export function removeUnfinishedVault(folder: string): void {
  const isUnfinished = existsSync(join(folder, unfinishedMark)) && !existsSync(join(folder, "current.json"));
  if (isUnfinished) rmSync(folder, { recursive: true, force: true });
}

/** Removes vaults that were begun and never finished, for instance because the computer went off. */
export function sweepUnfinishedVaults(root: string): void {
  for (const { folder } of vaultFolders(root)) removeUnfinishedVault(folder);
}

const cloudFolders =
  /^(onedrive( - .*)?|dropbox( \(.*\))?|google ?drive|my drive|googledrive-.*|icloud ?drive|mobile documents|com~apple~clouddocs|cloudstorage)$/i;

/** @throws AppFailure when the folder is kept in step by a cloud service, which damages a file that is open. */
export function refuseCloudFolder(path: string): void {
  const real = existsSync(path) ? realpathSync(path) : resolve(path);
  const isInCloud = real.split(/[\\/]/).some((part) => cloudFolders.test(part));
  if (isInCloud) {
    throw notAllowed("The file cannot be kept in a folder that a cloud service copies", [
      "OneDrive, Dropbox, iCloud and Google Drive damage a file that is open. Choose a folder on this computer. Backups may go to the cloud.",
    ]);
  }
}
