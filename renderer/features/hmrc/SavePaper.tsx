import { useTask } from "../../api/hooks.ts";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { SaveButton, type SaveOptions } from "../../components/SaveButton.tsx";

export interface SavePaperProps {
  /** What the button says: "Save the P60 (PDF)". */
  readonly words: string;
  /** Whose or which, after the visible words. */
  readonly about: string;
  readonly fileName: string;
  /** The document operation that makes the file, and its input. */
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly hasLargePrint?: boolean;
  readonly hasPassword?: boolean;
}

/** Makes a paper or file for HMRC and asks where to keep it. */
export function SavePaper({ words, about, fileName, operation, input, hasLargePrint = false, hasPassword = false }: SavePaperProps) {
  const notice = useNotice();
  const save = useTask("desktop.saveFile", { onDone: (done) => done.saved && notice.show(`Saved ${done.fileName}.`) });
  const run = (options: SaveOptions) => save.mutateAsync({ suggestedName: fileName, from: { operation, input: { ...input, ...options } } });
  return (
    <>
      <SaveButton words={words} about={about} hasLargePrint={hasLargePrint} hasPassword={hasPassword} isBusy={save.isPending} onSave={run} />
      {!hasLargePrint && !hasPassword && <FailureMessage of={save} />}
    </>
  );
}
