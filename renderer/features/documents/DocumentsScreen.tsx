import type { AvailableDocument, DocumentGroup } from "../../../shared/contract/documentsOperations.ts";
import { useQuery, useTask } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { LoadedScreen } from "../../components/LoadedScreen.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { Stack } from "../../components/Stack.tsx";

/** Documents: payslips, figures for HMRC, reports and return packs, to save where the person wants. */
export function DocumentsScreen() {
  const documents = useQuery("documents.list", {});
  const notice = useNotice();
  const save = useTask("desktop.saveFile", {
    onDone: ({ saved, fileName }) => {
      if (saved) notice.show(`Saved ${fileName}.`);
    },
  });
  const saveOne = ({ fileName, operation, input }: AvailableDocument) => save.mutate({ suggestedName: fileName, from: { operation, input } });
  return (
    <LoadedScreen
      title="Documents"
      lead="Papers made from your own records. Saving one takes it out of the encrypted file."
      query={documents}
      whenEmpty={
        <EmptyState title="No documents yet">
          <p>Payslips, figures for HMRC, budget reports and return packs appear here once there is something to put in them.</p>
        </EmptyState>
      }
    >
      {(groups) => (
        <Stack>
          <FailureMessage of={save} />
          {groups.map((group) => (
            <Group key={group.id} group={group} isBusy={save.isPending} onSave={saveOne} />
          ))}
        </Stack>
      )}
    </LoadedScreen>
  );
}

interface GroupProps {
  readonly group: DocumentGroup;
  readonly isBusy: boolean;
  readonly onSave: (document: AvailableDocument) => void;
}

function Group({ group, isBusy, onSave }: GroupProps) {
  const columns: readonly Column<AvailableDocument>[] = [
    { id: "title", title: "Document", isRowHeader: true, cell: (document) => document.title },
    { id: "detail", title: "About", cell: (document) => document.detail },
    {
      id: "save",
      title: "Save",
      isTitleHidden: true,
      cell: (document) => (
        <Button isBusy={isBusy} about={document.title} onClick={() => onSave(document)}>
          Save
        </Button>
      ),
    },
  ];
  return (
    <Card title={group.title}>
      <DataTable
        caption={`Documents: ${group.title}`}
        isCaptionHidden
        columns={columns}
        rows={group.documents}
        rowKey={(document) => document.title}
      />
    </Card>
  );
}
