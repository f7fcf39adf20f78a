import { join } from "node:path";

/** The parts of the computer that decide where the files live. */
export interface Computer {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The folder for the program's files: local application data, never the roaming profile, which Windows copies to a server.
 */
export function localDataFolder({ platform, home, env }: Computer): string {
  const name = "Plan and Payday";
  if (platform === "win32") return join(env.LOCALAPPDATA ?? join(home, "AppData", "Local"), name);
  if (platform === "darwin") return join(home, "Library", "Application Support", name);
  return join(env.XDG_DATA_HOME ?? join(home, ".local", "share"), "plan-and-payday");
}
