import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { join } from "node:path";
import { Preferences } from "../../shared/contract/desktopOperations.ts";

const unsetPreferences: Preferences = { theme: "system", textSizePercent: 100, idleMinutes: 10 };

/** The small file beside the encrypted ones that the lock screen needs. It holds nothing about a person. */
export interface PreferenceFile {
  read(): Preferences;
  write(preferences: Preferences): void;
}

/** Opens preferences.json in `folder`. A missing or damaged file gives the usual settings. */
export function openPreferences(folder: string): PreferenceFile {
  const path = join(folder, "preferences.json");
  return {
    read: () => {
      try {
        return Preferences.parse(JSON.parse(readFileSync(path, "utf8")));
      } catch {
        return unsetPreferences;
      }
    },
    write: (preferences) => {
      const file = openSync(`${path}.new`, "w", 0o600);
      try {
        writeSync(file, JSON.stringify(preferences));
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(`${path}.new`, path);
    },
  };
}
