import { join } from "node:path";
import { type FuseConfig, FuseV1Options, FuseVersion, flipFuses } from "@electron/fuses";
import type { AfterPackContext } from "electron-builder";

/** Every fuse of a release, by name. Test builds differ in one: Playwright needs the inspector. */
export const releaseFuses: FuseConfig<boolean> = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: process.env.PLANPAYDAY_TEST_BUILD === "1",
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
};

/** Called by electron-builder when the files of one platform are in place, before anything is signed. */
export default async function setFuses({ appOutDir, electronPlatformName, packager }: AfterPackContext): Promise<void> {
  const name = packager.appInfo.productFilename;
  const program = electronPlatformName === "darwin" ? `${name}.app` : electronPlatformName === "win32" ? `${name}.exe` : "plan-and-payday";
  await flipFuses(join(appOutDir, program), releaseFuses);
}
