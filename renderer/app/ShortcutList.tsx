import { useEffect, useState } from "react";
import { Dialog } from "../components/Dialog.tsx";
import { SummaryList } from "../components/SummaryList.tsx";

/** Keys typed into a box are text, not shortcuts. */
export const isTyping = (target: EventTarget | null) => target instanceof HTMLElement && target.closest("input, textarea, select") !== null;

/** `?` shows which keys do what. */
export function ShortcutList() {
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (event.key === "?" && !isTyping(event.target)) setIsOpen(true);
    };
    document.addEventListener("keydown", open);
    return () => document.removeEventListener("keydown", open);
  }, []);

  return (
    <Dialog title="Keyboard shortcuts" isOpen={isOpen} onClose={() => setIsOpen(false)}>
      <SummaryList
        rows={[
          { name: "Search screens and actions", value: "Ctrl and K (on a Mac, Command and K)" },
          { name: "Show this list", value: "?" },
          { name: "Next thing on the page", value: "Tab" },
          { name: "Thing before", value: "Shift and Tab" },
          { name: "Move between tabs", value: "Left and right arrow" },
          { name: "Close a window like this one", value: "Escape" },
        ]}
      />
    </Dialog>
  );
}
