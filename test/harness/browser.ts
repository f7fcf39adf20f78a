import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";

const installed: Readonly<Record<string, readonly string[]>> = {
  linux: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/snap/bin/chromium",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/opt/google/chrome/chrome",
    "/usr/bin/microsoft-edge",
    "/usr/bin/microsoft-edge-stable",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: [process.env.ProgramFiles, process.env["ProgramFiles(x86)"], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, "Google", "Chrome", "Application", "chrome.exe"),
      join(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
    ]),
};

/** Switches for a quiet browser that never reaches the network by itself. */
export const quietSwitches = [
  "--disable-quic",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-domain-reliability",
  "--host-resolver-rules=MAP * ~NOTFOUND",
];

/** The browser on this computer: PLANPAYDAY_CHROMIUM if set ("npm" means the one npm brought), else Chromium, Chrome or Edge. */
export function findInstalledBrowser(): string | undefined {
  const named = process.env.PLANPAYDAY_CHROMIUM;
  if (named === "npm") return undefined;
  if (named !== undefined && named !== "") return named;
  return (installed[process.platform] ?? []).find((path) => existsSync(path));
}

/** Starts a headless browser: an installed one, or else the Chromium that comes as a development dependency. */
export async function launchHeadless(): Promise<Browser> {
  const options: LaunchOptions = { headless: true, args: [...quietSwitches, "--disable-gpu"], chromiumSandbox: false };
  const path = findInstalledBrowser();
  return path === undefined ? launchFromNpm(options) : chromium.launch({ ...options, executablePath: path });
}

/** Unpacks @sparticuz/chromium once into node_modules/.cache. Where the system lacks its libraries, uses those it brings. */
async function launchFromNpm(options: LaunchOptions): Promise<Browser> {
  const folder = join(import.meta.dirname, "..", "..", "node_modules", ".cache", "plan-and-payday-chromium");
  mkdirSync(folder, { recursive: true });
  const temporary = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const { default: packed, inflate } = await import("@sparticuz/chromium");
    const executablePath = await packed.executablePath();
    const env = { ...process.env, ...(existsSync("/etc/fonts") ? {} : { FONTCONFIG_PATH: join(folder, "fonts") }) };
    // No --single-process or --disable-web-security: the page must run under the same rules as in a real browser.
    const launch = { ...options, executablePath, args: [...(options.args ?? []), "--no-zygote", "--headless=shell"] };
    try {
      return await chromium.launch({ ...launch, env });
    } catch {
      await inflate(join(import.meta.dirname, "..", "..", "node_modules", "@sparticuz", "chromium", "bin", "al2023.tar.br"));
      return await chromium.launch({ ...launch, env: { ...env, LD_LIBRARY_PATH: join(folder, "al2023", "lib") } });
    }
  } finally {
    if (temporary === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = temporary;
  }
}
