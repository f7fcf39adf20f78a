import { useId } from "react";
import type { AvailableDocument, DocumentGroup } from "../../../shared/contract/documentsOperations.ts";
import { useTask } from "../../api/hooks.ts";
import { Card } from "../../components/Card.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { Disclosure } from "../../components/Disclosure.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { SaveButton, type SaveOptions } from "../../components/SaveButton.tsx";
import { Stack } from "../../components/Stack.tsx";
import { YearSetProgress } from "./YearSetProgress.tsx";

/** The papers of one pay run, person, tax year or return, each with a button that saves it. Closed until asked for, unless `isOpen`. */
export function GroupCard({ group, isOpen }: { readonly group: DocumentGroup; readonly isOpen: boolean }) {
  const notice = useNotice();
  const jobId = useId();
  const save = useTask("desktop.saveFile", { onDone: ({ saved, fileName }) => saved && notice.show(`Saved ${fileName}.`) });
  const saving = save.isPending ? save.variables : undefined;
  const saveOne = ({ fileName, operation, input }: AvailableDocument, options: SaveOptions) => {
    const job = operation === yearSet ? { jobId } : {};
    return save.mutateAsync({ suggestedName: fileName, from: { operation, input: { ...input, ...options, ...job } } });
  };
  const columns: readonly Column<AvailableDocument>[] = [
    { id: "title", title: "Document", isRowHeader: true, cell: ({ title }) => title },
    { id: "detail", title: "About", cell: ({ detail }) => detail },
    {
      id: "save",
      title: "Save",
      isTitleHidden: true,
      cell: (document) => (
        <SaveButton
          words="Save"
          about={document.title}
          hasLargePrint={document.hasLargePrint}
          hasPassword={document.hasPassword}
          isBusy={saving?.suggestedName === document.fileName}
          onSave={(options) => saveOne(document, options)}
        />
      ),
    },
  ];
  const count = group.documents.length;
  const table = (
    <DataTable caption={`Documents: ${group.title}`} isCaptionHidden columns={columns} rows={group.documents} rowKey={({ title }) => title} />
  );
  return (
    <Card title={group.title}>
      <Stack>
        <FailureMessage of={asked(group, save.variables) ? { error: null } : save} />
        {saving?.from.operation === yearSet && <YearSetProgress jobId={jobId} />}
        {isOpen ? (
          table
        ) : (
          <Disclosure summary={count === 1 ? `Show 1 paper: ${group.title}` : `Show ${count} papers: ${group.title}`}>{table}</Disclosure>
        )}
      </Stack>
    </Card>
  );
}

const yearSet = "documents.yearSet";

/** Whether a window asked how to save it: a refusal then stands in that window. */
function asked({ documents }: DocumentGroup, saved: { readonly suggestedName: string } | undefined): boolean {
  const document = documents.find(({ fileName }) => fileName === saved?.suggestedName);
  return document !== undefined && (document.hasLargePrint || document.hasPassword);
}
