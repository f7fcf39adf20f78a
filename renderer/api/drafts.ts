/** What was typed in a long form and not saved yet, by the name of the form. Kept in memory only, and gone when the file locks. */
const drafts = new Map<string, unknown>();

/** Keeps what is typed so far, so that leaving the screen loses nothing. */
export function keepDraft(form: string, typed: unknown): void {
  drafts.set(form, typed);
}

/** What was kept, or undefined. */
export function readDraft(form: string): unknown {
  return drafts.get(form);
}

/** Forgets one form after it was saved. */
export function forgetDraft(form: string): void {
  drafts.delete(form);
}

/** Forgets everything: called when no file is open. */
export function forgetAllDrafts(): void {
  drafts.clear();
}
