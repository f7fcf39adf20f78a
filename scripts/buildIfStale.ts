import { spawnSync } from "node:child_process";
import { globSync, statSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

const changedAt = (path: string): number => statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Builds the app into out/ unless what is there is newer than every source. @throws Error when the build fails. */
export function buildIfStale(): void {
  const sources = globSync(["{electron,shared,renderer,resources}/**/*", "electron.vite.config.ts", "scripts/buildPlugins.ts", "package.json"], {
    cwd: root,
  });
  const newest = Math.max(...sources.filter((path) => !path.endsWith(".tsbuildinfo")).map(changedAt));
  const built = Math.min(...["out/main/main.js", "out/preload/preload.cjs", "out/renderer/index.html"].map(changedAt));
  if (built > newest) return;
  console.log("Building the app…");
  const electronVite = join(root, "node_modules", "electron-vite", "bin", "electron-vite.js");
  const { status } = spawnSync(process.execPath, [electronVite, "build", "--logLevel", "error"], { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error("The app could not be built");
}
