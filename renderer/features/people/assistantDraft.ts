import { forgetDraft, keepDraft, readDraft } from "../../api/drafts.ts";
import { startTyped, type Typed } from "./assistantForm.ts";

/** A new assistant half entered: everything typed, and the page it stands at (from 0). */
export interface AssistantDraft {
  readonly typed: Typed;
  readonly index: number;
}

const form = "new assistant";
export const emptyAssistant: AssistantDraft = { typed: startTyped, index: 0 };

export const readAssistantDraft = (): AssistantDraft => (readDraft(form) as AssistantDraft | undefined) ?? emptyAssistant;
export const keepAssistantDraft = (draft: AssistantDraft): void => keepDraft(form, draft);
export const forgetAssistantDraft = (): void => forgetDraft(form);

/** Whether anything was entered that is worth going on with. */
export const isBegun = ({ typed, index }: AssistantDraft): boolean =>
  index > 0 || ["firstName", "lastName", "dateOfBirth"].some((name) => typed[name] !== "");
