import { createHash } from "node:crypto";
import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Plugin } from "vite";

/** Writes bundleFiles.json: the names of all files the window may load. Anything else is refused by the app:// handler. */
export function listBundleFiles(): Plugin {
  return {
    name: "list-bundle-files",
    apply: "build",
    enforce: "post",
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const names = Object.keys(bundle).filter((name) => name !== "notices.json");
        if (!names.includes("index.html")) names.push("index.html");
        this.emitFile({ type: "asset", fileName: "bundleFiles.json", source: JSON.stringify(names.sort(), null, 1) });
      },
    },
  };
}

/** Writes nativeLibraries.json: the SHA-256 of each native library, checked by the installed program before it loads any. */
export function listNativeLibraries(): Plugin {
  return {
    name: "list-native-libraries",
    apply: "build",
    generateBundle() {
      const modules = resolve("node_modules");
      const names = globSync(["better-sqlite3-multiple-ciphers/prebuilds/*.node", "@node-rs/argon2-*/*.node"], { cwd: modules });
      const digests = names.sort().map((name) => [
        name.replaceAll("\\", "/"),
        createHash("sha256")
          .update(readFileSync(join(modules, name)))
          .digest("hex"),
      ]);
      this.emitFile({ type: "asset", fileName: "nativeLibraries.json", source: JSON.stringify(Object.fromEntries(digests), null, 1) });
    },
  };
}

interface PackageFile {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
}

/**
 * Writes notices.json: name, version, licence and licence text of every library whose code is in the bundle, and of those
 * that ship beside it.
 */
export function listThirdPartyNotices(besides: readonly string[] = []): Plugin {
  return {
    name: "list-third-party-notices",
    apply: "build",
    generateBundle() {
      const folders = new Set(besides.map((name) => resolve("node_modules", name)));
      for (const id of this.getModuleIds()) {
        const folder = packageFolder(id);
        if (folder !== undefined) folders.add(folder);
      }
      const notices = [...folders].sort().map(noticeOf);
      this.emitFile({ type: "asset", fileName: "notices.json", source: JSON.stringify(notices, null, 1) });
    },
  };
}

function packageFolder(moduleId: string): string | undefined {
  const path = moduleId.replaceAll("\\", "/").replace(/^\0/, "").split("?")[0] ?? "";
  const match = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path);
  return match?.[1] !== undefined && existsSync(join(match[1], "package.json")) ? match[1] : undefined;
}

function noticeOf(folder: string): { name: string; version: string; licence: string; text: string } {
  const described = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as PackageFile;
  const licenceFile = readdirSync(folder).find((name) => /^(licen[cs]e|copying|notice)/i.test(name));
  return {
    name: described.name ?? dirname(folder),
    version: described.version ?? "",
    licence: described.license ?? "See text",
    text: licenceFile === undefined ? "" : readFileSync(join(folder, licenceFile), "utf8").slice(0, 20_000),
  };
}
