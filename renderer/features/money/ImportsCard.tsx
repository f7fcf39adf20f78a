import { useState } from "react";
import { formatDate } from "../../../shared/core/plainDate.ts";
import type { Output } from "../../api/client.ts";
import { useCommand, useQuery } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { useNotice } from "../../components/NotificationBanner.tsx";

type Import = Output<"bank.listImports">[number];
const daysOf = (entry: Import) => `${formatDate(entry.fromOn)} to ${formatDate(entry.toOn)}`;

/** Statements that were imported, each of which can be undone as long as none of its lines is matched. */
export function ImportsCard({ bankAccountId }: { readonly bankAccountId: string }) {
  const notice = useNotice();
  const imports = useQuery("bank.listImports", { bankAccountId });
  const [asked, setAsked] = useState<Import>();
  const undo = useCommand("bank.undoImport", {
    onDone: () => {
      notice.show("Undid the import. Its lines are gone.");
      setAsked(undefined);
    },
  });
  if (!imports.data || imports.data.length === 0) return null;
  return (
    <Card title="Statements you imported">
      <DataTable
        caption="Statements you imported"
        isCaptionHidden
        columns={[
          { id: "file", title: "File", isRowHeader: true, cell: (entry) => entry.fileName },
          { id: "days", title: "Days", cell: daysOf },
          { id: "lines", title: "Lines", isNumber: true, cell: (entry) => entry.lineCount },
          {
            id: "undo",
            title: "Undo",
            isTitleHidden: true,
            cell: (entry) =>
              entry.canUndo ? (
                <Button look="quiet" onClick={() => setAsked(entry)} about={entry.fileName}>
                  Undo this import
                </Button>
              ) : (
                "Some lines are matched"
              ),
          },
        ]}
        rows={imports.data}
        rowKey={(entry) => entry.id}
      />
      <ConfirmDialog
        title="Undo this import?"
        isOpen={asked !== undefined}
        confirmWords="Undo the import"
        tone="danger"
        isBusy={undo.isPending}
        onConfirm={() => asked && undo.mutate({ importId: asked.id })}
        onCancel={() => setAsked(undefined)}
      >
        <FailureMessage of={undo} />
        <p>{asked && `All ${asked.lineCount} lines of ${asked.fileName} go away.`} You can import the file again.</p>
      </ConfirmDialog>
    </Card>
  );
}
