import { spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPackage, extractAll, listPackage } from "@electron/asar";
import { FuseState, FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findChangedLibraries } from "../../electron/shell/nativeLibraries.ts";
import { askApp, launchApp } from "../support/e2e.ts";

// Electron's program cannot be had everywhere, so a made-up one stands in: the mark where its fuses are, and little else.
const root = join(import.meta.dirname, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "plan-and-payday-package-"));
const packed = join(folder, "out", "linux-unpacked");
const fuseMark = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";

async function makeUpElectron(): Promise<string> {
  const electron = join(folder, "electron");
  mkdirSync(join(electron, "resources"), { recursive: true });
  mkdirSync(join(electron, "locales"));
  mkdirSync(join(folder, "defaultApp"));
  writeFileSync(join(folder, "defaultApp", "package.json"), "{}");
  await createPackage(join(folder, "defaultApp"), join(electron, "resources", "default_app.asar"));
  writeFileSync(join(electron, "locales", "en-GB.pak"), "");
  writeFileSync(join(electron, "locales", "de.pak"), "");
  writeFileSync(join(electron, "electron"), Buffer.concat([Buffer.from(`#!/bin/sh\n${fuseMark}`), Buffer.from([1, 9]), Buffer.from("101100111")]), {
    mode: 0o755,
  });
  for (const name of ["LICENSE", "LICENSES.chromium.html", "version"]) writeFileSync(join(electron, name), "45.4.1");
  return electron;
}

beforeAll(async () => {
  const electron = await makeUpElectron();
  const builder = join(root, "node_modules", "electron-builder", "cli.js");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [builder, "--linux", "dir", "--x64", `-c.electronDist=${electron}`, `-c.directories.output=${join(folder, "out")}`],
    { cwd: root, encoding: "utf8", env: { ...process.env, PLANPAYDAY_TEST_BUILD: "" } },
  );
  expect(status, stdout + stderr).toBe(0);
}, 180_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("packs the built app, one native library of each kind, and nothing of the harness, the sources or the tests", () => {
  const files = listPackage(join(packed, "resources", "app.asar"), { isPack: false }).map((path) => path.replaceAll("\\", "/"));
  for (const needed of [
    "/out/main/main.js",
    "/out/main/dataProcess.js",
    "/out/main/importProcess.js",
    "/out/preload/preload.cjs",
    "/out/renderer/index.html",
  ]) {
    expect(files).toContain(needed);
  }
  const tops = [...new Set(files.map((path) => path.split("/")[1]))].sort();
  expect(tops).toEqual(["node_modules", "out", "package.json", "resources"]);
  const packages = [...new Set(files.filter((path) => path.startsWith("/node_modules/")).map((path) => path.split("/").slice(2, 4).join("/")))];
  expect(packages.filter((name) => /^(electron|playwright|node-)/.test(name))).toEqual([]);
  expect(
    files
      .filter((path) => path.endsWith(".node"))
      .map((path) => path.split("/").at(-1))
      .sort(),
  ).toEqual(["argon2.linux-x64-gnu.node", "linux-x64.node"]);
});

it("keeps the native libraries beside the archive and only English", () => {
  const unpacked = readdirSync(join(packed, "resources", "app.asar.unpacked"), { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".node"),
  );
  expect(unpacked).toHaveLength(2);
  expect(readdirSync(join(packed, "locales"))).toEqual(["en-GB.pak"]);
});

it("sets every fuse of a release", async () => {
  const wire = await getCurrentFuseWire(join(packed, "plan-and-payday"));
  const on = FuseState.ENABLE;
  const off = FuseState.DISABLE;
  expect(wire).toMatchObject({
    [FuseV1Options.RunAsNode]: off,
    [FuseV1Options.EnableCookieEncryption]: on,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: off,
    [FuseV1Options.EnableNodeCliInspectArguments]: off,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: on,
    [FuseV1Options.OnlyLoadAppFromAsar]: on,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: off,
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: off,
    [FuseV1Options.WasmTrapHandlers]: on,
  });
});

it("runs from the packed files alone", async () => {
  const appFolder = join(folder, "unpacked");
  extractAll(join(packed, "resources", "app.asar"), appFolder);
  const { page } = await launchApp({ appFolder });
  await page.getByRole("heading", { level: 1, name: "Plan & Payday" }).waitFor();
  expect(await askApp(page, "vault.create", { passphrase: "seven quiet otters by the mill" })).toMatchObject({ ok: true });
  expect(await askApp(page, "desktop.thirdPartyNotices", {})).toMatchObject({ ok: true });
});

it("notices a native library that was changed", () => {
  const list = join(root, "out", "main", "nativeLibraries.json");
  const modules = join(packed, "resources", "app.asar.unpacked", "node_modules");
  expect(findChangedLibraries(list, modules)).toEqual([]);
  const library = join(modules, "better-sqlite3-multiple-ciphers", "prebuilds", "linux-x64.node");
  appendFileSync(library, "x");
  expect(findChangedLibraries(list, modules)).toEqual(["better-sqlite3-multiple-ciphers/prebuilds/linux-x64.node"]);
  expect(findChangedLibraries(list, join(folder, "nowhere"))).toEqual(["none"]);
});

it("packs no library that is missing from the notices shown in the app", () => {
  const notices = JSON.parse(readFileSync(join(root, "out", "main", "notices.json"), "utf8")) as { name: string }[];
  expect(notices.map(({ name }) => name)).toEqual(expect.arrayContaining(["better-sqlite3-multiple-ciphers", "@node-rs/argon2", "zod"]));
});
