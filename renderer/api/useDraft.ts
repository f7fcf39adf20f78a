import { useState } from "react";
import { forgetDraft, keepDraft, readDraft } from "./drafts.ts";

/** What was typed in a form before, by field name, and what keeps and forgets it. */
export interface Draft {
  /** Empty when nothing was typed yet. Stays what it was when the form appeared. */
  readonly typed: Readonly<Record<string, unknown>>;
  readonly keep: (typed: Readonly<Record<string, unknown>>) => void;
  /** Called when the person starts again. */
  readonly clear: () => void;
  /** Called when it was saved: nothing is kept any more. */
  readonly forget: () => void;
}

/** The draft of one form. The name says whose form it is, so that two people's drafts never mix. */
export function useDraft(form: string): Draft {
  const [{ draft }] = useState(() => {
    let isSaved = false;
    const made: Draft = {
      typed: (readDraft(form) as Draft["typed"] | undefined) ?? {},
      keep: (typed) => {
        if (!isSaved) keepDraft(form, typed);
      },
      clear: () => forgetDraft(form),
      forget: () => {
        isSaved = true;
        forgetDraft(form);
      },
    };
    return { draft: made };
  });
  return draft;
}
