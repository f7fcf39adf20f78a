import * as z from "zod";
import type { LineOverview } from "../../../shared/contract/bankOperations.ts";
import { optionalText } from "../../../shared/core/text.ts";
import { useCommand, useTask } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { Card } from "../../components/Card.tsx";
import { DataTable } from "../../components/DataTable.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { FileField } from "../../components/FileField.tsx";
import { Form } from "../../components/Form.tsx";
import { fileChosen } from "../../components/formSchemas.ts";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { Row, Stack } from "../../components/Stack.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useForm } from "../../components/useForm.ts";

const Receipt = z.object({ file: fileChosen("Choose a photo or a PDF of the receipt") });
const Reason = z.object({ reason: optionalText(1000) });

/** The receipts of a line, or the reason why there is none. */
export function ReceiptsCard({ line }: { readonly line: LineOverview }) {
  return (
    <Card title="Receipts and papers">
      <Stack gap="large">
        {line.evidence.length > 0 && <PapersTable line={line} />}
        <AttachForm key={`papers ${line.evidence.length}`} lineId={line.id} />
        {line.evidence.length === 0 && line.amountPence < 0 && <ReasonForm key={line.noReceiptReason} line={line} />}
      </Stack>
    </Card>
  );
}

function PapersTable({ line }: { readonly line: LineOverview }) {
  const notice = useNotice();
  const save = useTask("desktop.saveFile");
  const remove = useCommand("bank.removeReceipt", { onDone: () => notice.show("Removed the paper from this line.") });
  return (
    <Stack>
      <FailureMessage of={save} />
      <FailureMessage of={remove} />
      <DataTable
        caption="Papers of this line"
        isCaptionHidden
        columns={[
          { id: "name", title: "Paper", isRowHeader: true, cell: (paper) => paper.fileName },
          {
            id: "actions",
            title: "Actions",
            isTitleHidden: true,
            cell: (paper) => (
              <Row>
                <Button
                  look="quiet"
                  about={paper.fileName}
                  onClick={() =>
                    save.mutate({
                      suggestedName: paper.fileName,
                      from: { operation: "bank.getAttachment", input: { attachmentId: paper.attachmentId } },
                    })
                  }
                >
                  Save a copy
                </Button>
                <Button look="quiet" about={paper.fileName} onClick={() => remove.mutate({ linkId: paper.linkId })}>
                  Remove
                </Button>
              </Row>
            ),
          },
        ]}
        rows={line.evidence}
        rowKey={(paper) => paper.linkId}
      />
    </Stack>
  );
}

function AttachForm({ lineId }: { readonly lineId: string }) {
  const notice = useNotice();
  const attach = useCommand("bank.attachReceipt", { onDone: () => notice.show("Kept the receipt.") });
  const form = useForm(Receipt, ({ file }) => attach.mutateAsync({ recordId: lineId, fileName: file.fileName, base64: file.base64 }));
  return (
    <Form of={form} label="Add a receipt">
      <FileField
        name="file"
        label="Receipt"
        hint="A photo (JPEG, PNG, WebP) or a PDF"
        accept=".jpg,.jpeg,.png,.webp,.pdf,.txt"
        buttonWords="Choose a receipt"
      />
      <Button type="submit" isBusy={form.isBusy}>
        Keep this receipt
      </Button>
    </Form>
  );
}

function ReasonForm({ line }: { readonly line: LineOverview }) {
  const notice = useNotice();
  const explain = useCommand("bank.explainNoReceipt", { onDone: () => notice.show("Saved the reason.") });
  const form = useForm(Reason, ({ reason }) => explain.mutateAsync({ lineId: line.id, reason }), { start: { reason: line.noReceiptReason } });
  return (
    <Form of={form} label="No receipt">
      <TextField name="reason" label="No receipt? Say why" hint="For example: the machine gave none" isOptional />
      <Button type="submit" isBusy={form.isBusy}>
        Save the reason
      </Button>
    </Form>
  );
}
