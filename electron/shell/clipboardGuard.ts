import { setTimeout } from "node:timers";

/** The part of Electron's clipboard we use. Since version 44 it answers with promises. */
export interface TextClipboard {
  readText(): string | Promise<string>;
  writeText(text: string): void | Promise<void>;
  clear(): void | Promise<void>;
}

export interface ClipboardGuard {
  copy(text: string): Promise<void>;
  /** Takes our text off the clipboard if it is still there. */
  clear(): Promise<void>;
}

/** Copies text and takes it off again after `keepMilliseconds`, unless something else was copied meanwhile. */
export function guardClipboard(clipboard: TextClipboard, keepMilliseconds = 30_000): ClipboardGuard {
  let ours: string | undefined;
  const clear = async () => {
    if (ours !== undefined && (await clipboard.readText()) === ours) await clipboard.clear();
    ours = undefined;
  };
  return {
    copy: async (text) => {
      ours = text;
      await clipboard.writeText(text);
      setTimeout(() => void (ours === text ? clear() : undefined), keepMilliseconds).unref();
    },
    clear,
  };
}
