import * as z from "zod";
import { command, query } from "./operation.ts";

/** Choices kept inside the encrypted file. How the window looks is kept by the desktop (`desktop.setTheme`). */
export const FileSettings = z.strictObject({
  /** Papers the app makes (payslips, returns) use large print. */
  largePrint: z.boolean().default(false),
});
export type FileSettings = z.infer<typeof FileSettings>;

export const settingsOperations = {
  "settings.get": query(z.strictObject({}), FileSettings),

  /** Keeps the settings given; the others stay. */
  "settings.set": command("Changed a setting", FileSettings.partial(), FileSettings),

  /** The activity log, newest first. `beforeSeq` asks for the lines before one already shown. */
  "settings.listActivity": query(
    z.strictObject({ beforeSeq: z.number().int().positive().optional(), most: z.number().int().min(1).max(200).default(50) }),
    z.object({
      lines: z.array(z.object({ seq: z.number(), at: z.string(), who: z.string(), what: z.string() })),
      hasMore: z.boolean(),
      /** False when a line of the log was changed outside the app. */
      isWhole: z.boolean(),
    }),
  ),
};
