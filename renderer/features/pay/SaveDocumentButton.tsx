import { Download } from "lucide-react";
import { useTask } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";

export interface SaveDocumentProps {
  /** What the button says: "Save payslip (PDF)". */
  readonly words: string;
  readonly about?: string;
  readonly suggestedName: string;
  /** The document operation that makes the file, and its input. */
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Makes a document and asks where to keep it. */
export function SaveDocumentButton({ words, about, suggestedName, operation, input }: SaveDocumentProps) {
  const notice = useNotice();
  const save = useTask("desktop.saveFile", { onDone: ({ saved, fileName }) => saved && notice.show(`Saved ${fileName}.`) });
  return (
    <>
      <Button
        icon={Download}
        {...(about === undefined ? {} : { about })}
        isBusy={save.isPending}
        onClick={() => save.mutate({ suggestedName, from: { operation, input } })}
      >
        {words}
      </Button>
      <FailureMessage of={save} />
    </>
  );
}
