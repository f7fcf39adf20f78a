import type { ReturnView } from "../../../shared/contract/returnsOperations.ts";
import { useTask } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { Stack } from "../../components/Stack.tsx";

const words = {
  pdf: "Save the signed return (PDF)",
  spreadsheet: "Save the workbook",
  index: "Save the index of evidence",
  zip: "Save the whole pack (ZIP)",
} as const;

/** The files of a pack, each to be saved where the person wants. */
export function PackFiles({ view }: { readonly view: ReturnView }) {
  const notice = useNotice();
  const save = useTask("desktop.saveFile", {
    onDone: ({ saved, fileName }) => {
      if (saved) notice.show(`Saved ${fileName}.`);
    },
  });
  return (
    <Stack gap="small">
      <FailureMessage of={save} />
      {view.packFiles.map(({ kind, fileName, sizeBytes }) => (
        <div key={kind}>
          <Button
            isBusy={save.isPending}
            about={`, ${Math.max(1, Math.round(sizeBytes / 1024))} kilobytes`}
            onClick={() => save.mutate({ suggestedName: fileName, from: { operation: "returns.getPackFile", input: { id: view.entry.id, kind } } })}
          >
            {words[kind]}
          </Button>
        </div>
      ))}
    </Stack>
  );
}
