import { useState } from "react";
import * as z from "zod";
import type { ReturnView } from "../../../shared/contract/returnsOperations.ts";
import { formatDate, type PlainDate } from "../../../shared/core/plainDate.ts";
import { requiredText } from "../../../shared/core/text.ts";
import { useCommand } from "../../api/hooks.ts";
import { Button } from "../../components/Button.tsx";
import { ConfirmDialog } from "../../components/ConfirmDialog.tsx";
import { DateField } from "../../components/DateField.tsx";
import { FailureMessage } from "../../components/FailureMessage.tsx";
import { Form } from "../../components/Form.tsx";
import { dateText } from "../../components/formSchemas.ts";
import { useNotice } from "../../components/NotificationBanner.tsx";
import { Stack } from "../../components/Stack.tsx";
import { TextField } from "../../components/TextField.tsx";
import { useToday } from "../../components/Today.tsx";
import { useForm } from "../../components/useForm.ts";

const Sending = z.object({ sentOn: dateText("Enter the day you sent it"), how: requiredText("Say how you sent it") });

/** After the pack went out: the day and the way, then the period is locked. */
export function MarkSent({ view }: { readonly view: ReturnView }) {
  const { entry } = view;
  const notice = useNotice();
  const today = useToday();
  const [sending, setSending] = useState<{ readonly sentOn: PlainDate; readonly how: string }>();
  const send = useCommand("returns.markSent", { onDone: () => notice.show("Marked as sent. The period is locked.") });
  const form = useForm(Sending, (values) => setSending(values), { start: { sentOn: today, how: "Email" } });
  const confirm = () => {
    if (!sending) return;
    send.mutate({ id: entry.id, ...sending, signedBy: view.signedBy }, { onSettled: () => setSending(undefined) });
  };
  return (
    <Stack>
      <p>Send the pack to {entry.funderName} yourself, by the way your agreement names. Then say so here.</p>
      <FailureMessage of={send} />
      <Form of={form} label="Mark as sent">
        <DateField name="sentOn" label="Day you sent it" />
        <TextField name="how" label="How you sent it" hint="For example, email, post or their website" />
        <Button type="submit" isBusy={send.isPending}>
          Mark as sent
        </Button>
      </Form>
      <ConfirmDialog
        title="Mark this return as sent?"
        isOpen={sending !== undefined}
        confirmWords="Mark as sent and lock the period"
        isBusy={send.isPending}
        onConfirm={confirm}
        onCancel={() => setSending(undefined)}
      >
        <p>
          {formatDate(entry.periodFrom)} to {formatDate(entry.periodTo)} will be locked. This cannot be undone. If something has to change, it goes
          into the next return as a correction.
        </p>
      </ConfirmDialog>
    </Stack>
  );
}
