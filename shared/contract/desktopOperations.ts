import * as z from "zod";
import { PlainDate } from "../core/plainDate.ts";
import { task } from "./operation.ts";

/** How the screens look. "system" follows the computer, its high-contrast setting included. */
export const Theme = z.enum(["system", "light", "dark", "contrast"]);
export type Theme = z.infer<typeof Theme>;

/** Text size in per cent of the normal size, from 100 to 200. */
export const TextSizePercent = z.number().int().min(100).max(200);

/** What is remembered on this computer outside the encrypted file. It never holds anything about a person. */
export const Preferences = z.strictObject({
  theme: Theme,
  textSizePercent: TextSizePercent,
  /** Minutes without a key press or mouse move before the file locks itself. */
  idleMinutes: z.number().int().min(5).max(60),
});
export type Preferences = z.infer<typeof Preferences>;

export const AppInfo = z.strictObject({
  version: z.string().max(40),
  today: PlainDate,
  platform: z.enum(["windows", "mac", "linux"]),
  preferences: Preferences,
});
export type AppInfo = z.infer<typeof AppInfo>;

/** What a document operation answers, and what desktop.saveFile can write to disk. */
export const DocumentFile = z.object({ fileName: z.string().min(1).max(320), mediaType: z.string().max(200), base64: z.string() });
export type DocumentFile = z.infer<typeof DocumentFile>;

/**
 * Operations that need the computer's own desktop. The main process answers them itself, locked or not;
 * only `desktop.saveFile` asks the data process, so it needs an open file.
 */
export const desktopOperations = {
  /** The program's version, today's date, and the remembered preferences. */
  "desktop.appInfo": task(z.strictObject({}), AppInfo),

  /**
   * Runs the named document operation (its answer is `{ fileName, mediaType, base64 }`), asks where to keep the file, and
   * writes it. `saved` is false when the person closed the dialog. The file name has no folder.
   */
  "desktop.saveFile": task(
    z.strictObject({
      suggestedName: z.string().min(1).max(320),
      from: z.strictObject({ operation: z.string().min(1).max(100), input: z.unknown() }),
    }),
    z.strictObject({ saved: z.boolean(), fileName: z.string() }),
  ),

  /** Opens the computer's print dialog for what the window shows. */
  "desktop.print": task(z.strictObject({}), z.strictObject({ printed: z.boolean() })),

  /** Remembers some of the preferences and answers with all of them. */
  "desktop.setTheme": task(
    z.strictObject({ theme: Theme.optional(), textSizePercent: TextSizePercent.optional(), idleMinutes: Preferences.shape.idleMinutes.optional() }),
    Preferences,
  ),

  /** Puts text on the clipboard; it is taken off again after 30 seconds and when the file locks. */
  "desktop.copyText": task(z.strictObject({ text: z.string().max(20_000) }), z.strictObject({})),

  /** The licences of the libraries inside the program. */
  "desktop.thirdPartyNotices": task(
    z.strictObject({}),
    z.strictObject({ packages: z.array(z.strictObject({ name: z.string(), version: z.string(), licence: z.string(), text: z.string() })) }),
  ),
};
