import { useEffect } from "react";

/** Long enough for a dialog that closes to give the focus back to what opened it. */
const pause = 120;

/**
 * When the focused thing disappears (a button whose work is done, a form that was saved) and nothing else took the focus,
 * puts it on the heading of the screen, so that keyboard and screen-reader users are not thrown to the top of the window.
 */
export function useFocusKept(): void {
  useEffect(() => {
    let last: EventTarget | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const remember = (event: FocusEvent) => {
      last = event.target;
    };
    const isLost = () => document.activeElement === document.body && last instanceof HTMLElement && !last.isConnected;
    const observer = new MutationObserver(() => {
      if (!isLost()) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        if (isLost()) document.querySelector<HTMLElement>("main h1")?.focus();
      }, pause);
    });
    document.addEventListener("focusin", remember);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      document.removeEventListener("focusin", remember);
    };
  }, []);
}
