import { useEffect } from "react";
import type { Preferences } from "../../shared/contract/desktopOperations.ts";

/** Puts theme and text size on the page. Until the preferences are read, it follows the computer. */
export function useAppearance(preferences: Preferences | undefined): void {
  useEffect(() => {
    const page = document.documentElement;
    page.dataset.theme = preferences?.theme ?? "system";
    page.style.setProperty("--text-size", String((preferences?.textSizePercent ?? 100) / 100));
  }, [preferences]);
}
