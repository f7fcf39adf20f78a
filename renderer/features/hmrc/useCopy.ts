import { useState } from "react";
import { invoke } from "../../api/client.ts";

export interface Copying {
  /** Key of the figure that was copied last. */
  readonly copied: string | undefined;
  /** What to read out after copying; empty before. */
  readonly words: string;
  readonly copy: (key: string, text: string) => void;
}

/** Puts figures on the clipboard, one at a time. The shell takes them off again after 30 seconds. */
export function useCopy(): Copying {
  const [last, setLast] = useState<{ readonly key: string; readonly text: string }>();
  const copy = (key: string, text: string) => {
    // Copying changes nothing in the file, so nothing has to be read again as after a task.
    void invoke("desktop.copyText", { text }).then(() => setLast({ key, text }));
  };
  return { copied: last?.key, words: last ? `Copied ${last.text}. It stays on the clipboard for 30 seconds.` : "", copy };
}
