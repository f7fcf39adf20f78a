import type { z } from "zod";
import { type AppInfo, DocumentFile, desktopOperations, type Preferences } from "../../shared/contract/desktopOperations.ts";
import { AppFailure, invalidInput, notAllowed, notFound } from "../../shared/contract/errors.ts";
import type { Answer } from "../../shared/contract/operation.ts";
import type { PlainDate } from "../../shared/core/plainDate.ts";
import type { Notice } from "./thirdPartyNotices.ts";

type Desktop = typeof desktopOperations;
type DesktopHandlers = { [Name in keyof Desktop]: (input: z.output<Desktop[Name]["input"]>) => Promise<z.input<Desktop[Name]["output"]>> };

/** What the desktop operations stand on; the Electron objects are wrapped so that tests need none. */
export interface DesktopParts {
  readonly version: string;
  readonly platform: NodeJS.Platform;
  readonly today: () => PlainDate;
  readonly preferences: { read(): Preferences; write(preferences: Preferences): void };
  readonly applyPreferences: (preferences: Preferences) => void;
  readonly askDataProcess: (operation: string, input: unknown) => Promise<Answer<unknown>>;
  readonly saveDocument: (suggestedName: string, document: DocumentFile) => Promise<{ saved: boolean; fileName: string }>;
  readonly print: () => Promise<boolean>;
  readonly copyText: (text: string) => Promise<void>;
  readonly notices: () => Promise<Notice[]>;
}

/** The operations that answer with a document and change nothing. Any other would be carried out before its answer could be refused. */
const makesDocument = /^(?:documents\.[A-Za-z]+|bank\.getAttachment|returns\.getPackFile)$/;

const platformName = (platform: NodeJS.Platform): AppInfo["platform"] => (platform === "win32" ? "windows" : platform === "darwin" ? "mac" : "linux");

function desktopHandlers(parts: DesktopParts): DesktopHandlers {
  return {
    "desktop.appInfo": async () => ({
      version: parts.version,
      today: parts.today(),
      platform: platformName(parts.platform),
      preferences: parts.preferences.read(),
    }),
    "desktop.saveFile": async ({ suggestedName, from }) => {
      if (!makesDocument.test(from.operation)) throw notAllowed("Only documents can be saved this way");
      const answer = await parts.askDataProcess(from.operation, from.input);
      if (!answer.ok) throw new AppFailure(answer.error);
      const document = DocumentFile.safeParse(answer.value);
      if (!document.success) throw notAllowed("Only documents can be saved this way");
      try {
        return await parts.saveDocument(suggestedName, document.data);
      } catch (error) {
        throw notAllowed("The file could not be saved there", [reasonNotWritten(error), "Choose another folder and try again."]);
      }
    },
    "desktop.print": async () => ({ printed: await parts.print() }),
    "desktop.setTheme": async (change) => {
      const known = parts.preferences.read();
      const preferences: Preferences = {
        theme: change.theme ?? known.theme,
        textSizePercent: change.textSizePercent ?? known.textSizePercent,
        idleMinutes: change.idleMinutes ?? known.idleMinutes,
      };
      parts.preferences.write(preferences);
      parts.applyPreferences(preferences);
      return preferences;
    },
    "desktop.copyText": async ({ text }) => {
      await parts.copyText(text);
      return {};
    },
    "desktop.thirdPartyNotices": async () => ({ packages: await parts.notices() }),
  };
}

function reasonNotWritten(error: unknown): string {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === "ENOSPC") return "The disk is full.";
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") return "This folder cannot be written to.";
  return "The computer refused to write the file.";
}

/** Makes the door for `desktop.*`: checks the input, runs the handler, checks the answer, turns failures into data. */
export function answerDesktop(parts: DesktopParts): (name: string, input: unknown) => Promise<Answer<unknown>> {
  const handlers = desktopHandlers(parts) as Record<string, (input: unknown) => Promise<unknown>>;
  return async (name, input) => {
    try {
      const operation = Object.hasOwn(desktopOperations, name) ? desktopOperations[name as keyof Desktop] : undefined;
      const handler = handlers[name];
      if (!operation || !handler) throw notFound("operation");
      const parsed = operation.input.safeParse(input);
      if (!parsed.success) throw invalidInput(Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join("."), issue.message])));
      return { ok: true, value: operation.output.parse(await handler(parsed.data)) };
    } catch (error) {
      if (error instanceof AppFailure) return { ok: false, error: error.error };
      return { ok: false, error: { code: "unexpected", reference: "desktop" } };
    }
  };
}
