import { answerImport } from "../../electron/imports/answerImport.ts";
import type { Bridge, BridgeEvent } from "../../renderer/api/bridge.d.ts";
import type { AppInfo } from "../../shared/contract/desktopOperations.ts";
import type { Answer } from "../../shared/contract/operation.ts";
import { plainDate } from "../../shared/core/plainDate.ts";

type AnswerTo = (name: string, input: unknown) => Promise<Answer<unknown>>;

export interface TestBridge extends Bridge {
  /** Every operation the window asked for, in order. */
  readonly asked: { readonly name: string; readonly input: unknown }[];
  /** Tells the window what the data process would tell it. */
  tell(event: BridgeEvent): void;
}

/**
 * Puts `window.phb` in place, as preload.ts does. Operations of the file go to the real dispatch; those of the computer's
 * desktop (dialogs, printer, clipboard) are answered here, because there is no desktop in a test. What crosses is copied.
 */
export function installTestBridge(answerTo: AnswerTo, today: string): TestBridge {
  const callbacks = new Set<(event: BridgeEvent) => void>();
  const asked: { name: string; input: unknown }[] = [];
  let info: AppInfo = {
    version: "0.1.0",
    today: plainDate(today),
    platform: "linux",
    preferences: { theme: "system", textSizePercent: 100, idleMinutes: 10 },
  };

  const answerDesktop = (name: string, input: unknown): unknown => {
    switch (name) {
      case "desktop.setTheme":
        info = { ...info, preferences: { ...info.preferences, ...(input as Partial<AppInfo["preferences"]>) } };
        return info.preferences;
      case "desktop.appInfo":
        return info;
      case "desktop.saveFile":
        return { saved: true, fileName: (input as { readonly suggestedName: string }).suggestedName };
      case "desktop.print":
        return { printed: true };
      case "desktop.thirdPartyNotices":
        return { packages: [] };
      default:
        return {};
    }
  };

  const bridge: TestBridge = {
    asked,
    tell: (event) => {
      for (const callback of callbacks) callback(event);
    },
    invoke: async (name, input) => {
      const crossed: unknown = structuredClone(input);
      asked.push({ name, input: crossed });
      if (name.startsWith("desktop.")) return { ok: true, value: structuredClone(answerDesktop(name, crossed)) };
      if (name.startsWith("imports.")) return structuredClone(await answerImport(name, crossed));
      return structuredClone(await answerTo(name, crossed));
    },
    onEvent: (callback) => callbacks.add(callback),
  };
  Object.defineProperty(window, "phb", { value: bridge, configurable: true });
  return bridge;
}
